/// What catalogs are compared with.
package struct CheckSettings: Sendable {
  /// The messages of the wizards and the program; `nil` to leave out what needs them.
  package var sources: [SourceMessage]?
  /// What the file's name says; `nil` to believe the header.
  package var language: LanguageTag?
  /// The terms that have one translation.
  package var glossary: Glossary
  /// The columns that a text takes on a terminal.
  package var width: @Sendable (String) -> Int
  /// How many of a hundred messages must be translated, `nil` for any number.
  package var coverage: Int?
  /// Whether the file is a template, whose source texts are judged.
  package var isTemplate: Bool

  /// Compares with nothing unless told otherwise.
  package init(
    sources: [SourceMessage]? = nil,
    language: LanguageTag? = nil,
    glossary: Glossary = Glossary([]),
    coverage: Int? = nil,
    isTemplate: Bool = false,
    width: @escaping @Sendable (String) -> Int = { $0.unicodeScalars.count }
  ) {
    self.sources = sources
    self.language = language
    self.glossary = glossary
    self.coverage = coverage
    self.isTemplate = isTemplate
    self.width = width
  }
}
