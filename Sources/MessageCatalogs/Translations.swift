/// The sentences of a person's languages: each message from the first catalog that has it.
///
/// The chain ends at the source text, so there is always an answer.
package struct Translations: Sendable {
  /// A sentence and the language that answered.
  package struct Answer: Sendable, Equatable {
    /// The sentence, with its placeholders.
    package let text: String
    /// The name of the catalog it came from; `nil` for the source text.
    package let language: String?
  }

  /// The catalogs by language, the preferred one first.
  package let chain: [(language: String, catalog: MessageCatalog)]

  /// The pseudo-locale that speaks instead of catalogs.
  private let pseudo: (locale: PseudoLocale, kept: Set<SourceIndex.Key>)?
  /// What takes down the messages that are asked for, where somebody wants to know.
  private let trace: TranslationTrace?

  /// Puts catalogs in order.
  ///
  /// - Parameters:
  ///   - chain: Like `de_AT`, `de`; empty where the source text is wanted.
  ///   - trace: What takes down the messages that are asked for.
  package init(
    _ chain: [(language: String, catalog: MessageCatalog)] = [],
    trace: TranslationTrace? = nil
  ) {
    self.chain = chain
    self.trace = trace
    pseudo = nil
  }

  private init(_ other: Translations, trace: TranslationTrace) {
    chain = other.chain
    pseudo = other.pseudo
    self.trace = trace
  }

  /// Speaks a pseudo-locale.
  ///
  /// - Parameters:
  ///   - pseudo: The pseudo-locale.
  ///   - kept: Messages that are no words but forms that the program reads, such as that of dates.
  package init(_ pseudo: PseudoLocale, keeping kept: [SourceMessage]) {
    chain = []
    self.pseudo = (
      pseudo, Set(kept.map { SourceIndex.Key(context: $0.context, id: $0.id) })
    )
    trace = nil
  }

  /// The same sentences, each taken down when it is asked for.
  package func traced(by trace: TranslationTrace) -> Translations {
    Translations(self, trace: trace)
  }

  /// What the pseudo-locale says; `nil` where none speaks.
  private func pseudoAnswer(_ id: String, _ shown: String, _ context: String?) -> Answer? {
    guard let pseudo else { return nil }
    let isKept = pseudo.kept.contains(SourceIndex.Key(context: context, id: id)) || id.isEmpty
    return Answer(
      text: isKept ? shown : pseudo.locale.text(shown, context: context),
      language: pseudo.locale.rawValue
    )
  }

  /// Finds a message.
  ///
  /// - Parameters:
  ///   - id: The source text.
  ///   - context: Where it stands.
  /// - Returns: What the first catalog says that has it, else the source text.
  package func answer(_ id: String, context: String? = nil) -> Answer {
    let answer = found(id, context: context)
    trace?.note(TranslationTrace.Message(context: context, id: id, answer: answer))
    return answer
  }

  private func found(_ id: String, context: String?) -> Answer {
    if let answer = pseudoAnswer(id, id, context) { return answer }
    for (language, catalog) in chain {
      if let text = catalog.text(id, context: context) {
        return Answer(text: text, language: language)
      }
    }
    return Answer(text: id, language: nil)
  }

  /// Finds the form of a message for a count.
  ///
  /// - Parameters:
  ///   - id: The source text for one.
  ///   - plural: The source text for any other count.
  ///   - count: How many things there are.
  ///   - context: Where it stands.
  /// - Returns: What the first catalog says that has it, else the source text.
  package func answer(
    _ id: String,
    plural: String,
    count: UInt64,
    context: String? = nil
  ) -> Answer {
    let answer = found(id, plural: plural, count: count, context: context)
    trace?.note(TranslationTrace.Message(context: context, id: id, answer: answer))
    return answer
  }

  private func found(_ id: String, plural: String, count: UInt64, context: String?) -> Answer {
    if let answer = pseudoAnswer(id, count == 1 ? id : plural, context) { return answer }
    for (language, catalog) in chain {
      if let text = catalog.text(id, count: count, context: context) {
        return Answer(text: text, language: language)
      }
    }
    return Answer(text: count == 1 ? id : plural, language: nil)
  }

  /// Finds the text of a message.
  package func text(_ id: String, context: String? = nil) -> String {
    answer(id, context: context).text
  }

  /// Finds the text of a message for a count.
  package func text(
    _ id: String,
    plural: String,
    count: UInt64,
    context: String? = nil
  ) -> String {
    answer(id, plural: plural, count: count, context: context).text
  }
}
