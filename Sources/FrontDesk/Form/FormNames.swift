import TerminalForms
import WizardEngine

/// What options are called on a form, by field: looked up once for a page, not with every key.
struct FormNames {
  private var options: [ObjectIdentifier: OptionNames] = [:]

  /// The names of a field's options: label, code, synonyms.
  mutating func options(of field: Field, speech: Speech) -> OptionNames {
    let key = ObjectIdentifier(field)
    if let names = options[key] { return names }
    let names = OptionNames(count: field.options.count) { index in
      let option = field.options[index]
      return [speech.wording.text(option.label), option.code] + option.synonyms
    }
    options[key] = names
    return names
  }

  /// The names of yes and no.
  static func truth(_ speech: Speech) -> OptionNames {
    OptionNames(count: 2) { index in
      let isYes = index == 0
      let label = speech.wording.text(isYes ? DialoguePhrase.yes : .no)
      let words = speech.wording.words(isYes ? .yesWords : .noWords)
      let code = isYes ? "true" : "false"
      return [label, code] + words + Wording.english.words(isYes ? .yesWords : .noWords)
    }
  }
}
