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

  /// Puts catalogs in order.
  ///
  /// - Parameter chain: Like `de_AT`, `de`; empty where the source text is wanted.
  package init(_ chain: [(language: String, catalog: MessageCatalog)] = []) {
    self.chain = chain
  }

  /// Finds a message.
  ///
  /// - Parameters:
  ///   - id: The source text.
  ///   - context: Where it stands.
  /// - Returns: What the first catalog says that has it, else the source text.
  package func answer(_ id: String, context: String? = nil) -> Answer {
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
