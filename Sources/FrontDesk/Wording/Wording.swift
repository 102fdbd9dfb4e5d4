package import MessageCatalogs
package import WizardEngine

/// Turns what the other modules know into sentences of one language.
///
/// The only place where data becomes words: a new problem, finding or fault does not compile until
/// it has a sentence here.
package struct Wording: Sendable {
  /// The language's name as catalogs spell it, for example `de_AT`; `en` for the source texts.
  package let language: String
  /// The sentences without their values.
  package let translations: Translations

  /// Speaks through a chain of catalogs.
  package init(_ translations: Translations, language: String) {
    self.translations = translations
    self.language = language
  }

  /// Speaks English, the language of the source texts.
  package static let english = Wording(Translations(), language: "en")

  /// Speaks a pseudo-locale; what is typed stays as in English.
  package init(_ pseudo: PseudoLocale) {
    translations = Translations(
      pseudo,
      keeping: DialoguePhrase.forms.map {
        SourceMessage(context: DialoguePhrase.context, id: $0.rawValue)
      }
    )
    language = pseudo.rawValue
  }

  /// The sentence of a phrase, with its placeholders filled.
  package func text(_ phrase: some Phrase, _ values: [(name: String, value: String)] = []) -> String
  {
    filled(translations.text(phrase.rawValue, context: type(of: phrase).context), values)
  }

  /// The sentence of a phrase for a count, given to it as `{count}`.
  package func text(_ phrase: CountedPhrase, _ count: Int) -> String {
    let text = translations.text(
      phrase.one,
      plural: phrase.other,
      count: UInt64(max(0, count)),
      context: CountedPhrase.context
    )
    return filled(text, [("count", String(count))])
  }

  /// A text of a definition.
  package func text(_ message: Message) -> String {
    translations.text(message.text, context: message.context)
  }

  /// A name of a country or a language by its code, as the definitions' option texts are named.
  func name(_ english: String, context: String) -> String {
    translations.text(english, context: context)
  }

  private func filled(_ text: String, _ values: [(name: String, value: String)]) -> String {
    values.isEmpty ? text : Template(text).filled(with: values)
  }
}

extension Wording {
  /// The line before several problems.
  package func problems(_ count: Int) -> String { text(CountedPhrase.problems, count) }

  /// The codes that a choice can be answered with.
  package func options(_ codes: [String]) -> String {
    text(DialoguePhrase.allowedCodes, [("codes", codes.joined(separator: ", "))])
  }
}
