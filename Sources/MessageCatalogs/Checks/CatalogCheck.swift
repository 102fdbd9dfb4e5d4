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
  /// C10: the forms for one and for many differ.
  case equalForms = "C10"
  /// C11: nothing waits for another look.
  case fuzzy = "C11"
  /// C12: line feeds as in the source.
  case lineFeeds = "C12"
  /// C13: white space as in the source.
  case whiteSpace = "C13"
  /// C14: no characters that hide, reorder or drive a terminal.
  case hostileCharacters = "C14"
  /// C15: composed letters, and no word in two scripts.
  case normalForm = "C15"
  /// C16: the punctuation at the end is that of the source.
  case finalPunctuation = "C16"
  /// C17: Spanish questions and exclamations are opened.
  case openingMarks = "C17"
  /// C18: no space before a question mark, a colon and their like.
  case spacedPunctuation = "C18"
  /// C19: quotation marks of one style, in pairs.
  case quotes = "C19"
  /// C20: German readers are addressed in one way.
  case germanAddress = "C20"
  /// C21: Spanish readers are addressed in one way.
  case spanishAddress = "C21"
  /// C22: capitals where the source and the language have them.
  case capitals = "C22"
  /// C23: translations that are the source.
  case unchanged = "C23"
  /// C24: one word for one thing, and different words for the choices of a field.
  case consistency = "C24"
  /// C25: the width that the page has room for.
  case width = "C25"
  /// C26: hot-keys.
  case hotKeys = "C26"
  /// C27: the words of the glossary.
  case glossary = "C27"
  /// C28: numbers, addresses, options and names of keys are those of the source.
  case literals = "C28"
  /// C29: the text of a rule names the limit that the source names.
  case limits = "C29"
  /// C30: patterns and examples are those of the language.
  case patterns = "C30"
  /// C31: no doubled word, and a space behind punctuation.
  case slips = "C31"
  /// C32: about as long as the source.
  case length = "C32"
  /// C33: no spellings without umlauts and accents.
  case spelling = "C33"
  /// C34: source texts that can be translated.
  case source = "C34"
}
