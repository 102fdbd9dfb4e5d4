/// A check of catalogs, by its number in the list of checks.
package enum CatalogCheck: String, Sendable, CaseIterable {
  /// C01: syntax and encoding.
  case syntax = "C01"
  /// C02: messages that come twice.
  case duplicates = "C02"
  /// C03: the header.
  case header = "C03"
  /// C04: the plural rule can be used, and every message has as many forms.
  case pluralRule = "C04"
  /// C05: the plural rule is that of the language.
  case pluralMeaning = "C05"
  /// C06: the placeholders are those of the source.
  case placeholders = "C06"
  /// C07: the number is named in every form that stands for more than one count.
  case numberPlaceholder = "C07"
  /// C08: the messages are those of the source.
  case messages = "C08"
  /// C09: no form is empty where another is not.
  case emptyForms = "C09"
  /// C12: line feeds as in the source.
  case lineFeeds = "C12"
  /// C13: white space as in the source.
  case whiteSpace = "C13"
  /// C14: no characters that hide, reorder or drive a terminal.
  case hostileCharacters = "C14"
}
