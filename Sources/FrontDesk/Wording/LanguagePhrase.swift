// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about how the language is chosen; the raw value is the English source.
package enum LanguagePhrase: String, Phrase {
  case winner = "The language is {language}."
  case variables = "What is set, in the order in which it counts:"
  case notSet = "not set"
  case notGiven = "not given"
  case languages = "Languages that are asked for, and the catalogs that would serve them:"
  case found = "found"
  case missing = "not there"
  case unreadable = "cannot be read"
  case faulty = "found, but with faults"
  case builtIn = "built in"
  case noLanguage = "“{text}” names no language."

  // Why
  case byOption = "The option --lang comes before everything else."
  case byOwnVariable = "ALTA_LANG comes before the variables of the system."
  case byLocale = "{variable} is the first of LC_ALL, LC_MESSAGES and LANG that is not empty."
  case byList = "LANGUAGE, where it is set, comes before {variable}, which says “{value}”."
  case plainLocale =
    "{variable} is “{value}”, which stands for no language; LANGUAGE is not asked then."
  case nothingSet = "Nothing names a language, so the texts are English as they were written."
  case fallback = "There is no catalog for “{tag}”."
  case chain = "A text that {language} lacks comes from: {languages}."
  case override =
    "LANGUAGE overrides {variable}: “{value}” would be {other}. Some systems set LANGUAGE by themselves; empty it with “LANGUAGE= alta …”, or use ALTA_LANG or --lang."

  package static let context = "alta/language"
}
