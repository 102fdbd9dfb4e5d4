import PlainValues

/// Catalogs that are made of the source alone.
package enum CatalogTemplate {
  /// The template: every message, in reading order, without a translation.
  ///
  /// The same messages give the same bytes, whenever it is made.
  ///
  /// - Parameters:
  ///   - messages: All messages of the source.
  ///   - version: The version of alta.
  /// - Returns: The whole file.
  package static func text(of messages: [SourceMessage], version: String) -> String {
    let fields = [
      "Project-Id-Version: alta \(version)", "Language: ", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Plural-Forms: nplurals=2; plural=(n != 1);",
    ]
    return text(of: messages, fields: fields, formCount: 2)
  }

  /// An empty catalog of a language.
  ///
  /// - Parameters:
  ///   - messages: All messages of the source.
  ///   - language: The language; the plural rule is the usual one of it.
  ///   - version: The version of alta.
  ///   - date: When it is made, as catalogs write dates.
  /// - Returns: `nil` for a language whose plural rule is unknown.
  package static func catalog(
    of messages: [SourceMessage],
    for language: LanguageTag,
    version: String,
    date: String
  ) -> String? {
    guard let header = PluralMeaning.headers(of: language).first,
      let rule = try? PluralRule(header: header)
    else { return nil }
    let fields = [
      "Project-Id-Version: alta \(version)", "POT-Creation-Date: \(date)",
      "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE", "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
      "Language-Team: LANGUAGE <LL@li.org>", "Language: \(language.name)", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Plural-Forms: \(header)",
    ]
    return text(of: messages, fields: fields, formCount: rule.formCount)
  }

  /// A catalog of a language that forms its plurals as English does, with all its sentences.
  ///
  /// - Parameters:
  ///   - messages: All messages of the source.
  ///   - language: The language's name.
  ///   - version: The version of alta.
  ///   - translations: What speaks the language.
  /// - Returns: The whole file.
  package static func catalog(
    of messages: [SourceMessage],
    language: String,
    version: String,
    saying translations: Translations
  ) -> String {
    let fields = [
      "Project-Id-Version: alta \(version)", "Language: \(language)", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Plural-Forms: nplurals=2; plural=(n != 1);",
    ]
    return text(of: messages, fields: fields) { message in
      guard let plural = message.plural else {
        return [translations.text(message.id, context: message.context)]
      }
      return [1, 2].map {
        translations.text(message.id, plural: plural, count: $0, context: message.context)
      }
    }
  }

  private static func text(
    of messages: [SourceMessage],
    fields: [String],
    formCount: Int
  ) -> String {
    text(of: messages, fields: fields) { message in
      Array(repeating: "", count: message.plural == nil ? 1 : formCount)
    }
  }

  private static func text(
    of messages: [SourceMessage],
    fields: [String],
    forms: (SourceMessage) -> [String]
  ) -> String {
    let header = fields.map { $0 + "\n" }.joined()
    var blocks = ["msgid \"\"\nmsgstr \(CatalogText.quoted(header))"]
    for message in messages {
      let block = EntryBlock(message: message, forms: forms(message).map { CatalogText.quoted($0) })
      blocks.append(block.text(lineEnd: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
