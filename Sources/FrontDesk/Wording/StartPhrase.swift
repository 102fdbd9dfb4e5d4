// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A comment in a definition to begin with; the raw value is the English source.
enum StartPhrase: String, Phrase {
  case whole =
    "A wizard to begin with. Change what you like; “alta wizard check {name}” says what is wrong, “alta register {name}” runs it, and “alta wizard schema” lets an editor complete it. Texts are in English here; translations belong in catalogs."
  case ending =
    "Without “procedure” or “record” the answers are stored as they are: “alta list entries --wizard {name}”."
  case text =
    "One line of text that must be given. Keys of fields are what answer files and conditions use."
  case choice =
    "One of a few options. The code is stored, the label is shown; the default is suggested."
  case condition =
    "A stage that appears only where its condition holds. Conditions see the fields that stand before them."
  case list = "A list: any number of entries with the same fields."

  static let context = "alta/start"
}
