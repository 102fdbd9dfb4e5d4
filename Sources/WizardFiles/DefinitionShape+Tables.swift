// swift-format-ignore-file: LineLength
// A table reads best with a key on a line.

extension DefinitionShape {
  static let wizard = DefinitionShape(
    "A wizard: a registration flow, in a file NAME.yaml.",
    [
      .init(
        "wizard",
        .name(allowsHyphen: true),
        isRequired: true,
        "The wizard's name, which is also the name of its file."
      ),
      .init(
        "version",
        .number(from: 1),
        "The version that answer files and drafts are written for; 1 unless it is given."
      ),
      .init("title", .text, isRequired: true, "What the wizard does."),
      .init("help", .text, "A longer text about the wizard."),
      .init(
        "procedure",
        .procedure,
        "The procedure that finishing runs. Without it and without `record`, the answers are stored as an entry."
      ),
      .init("record", .record, "The kind of records of which finishing stores one."),
      .init(
        "stages",
        .list(.either([.shape(.include), .shape(.stage)]), least: 1),
        isRequired: true,
        "The stages, and the places where options bring theirs along, in the order of the path."
      ),
      .init(
        "renamed",
        .entries(isByCountry: false, .reference),
        "Keys of earlier versions and the keys they have now, so that old answer files and drafts live on."
      ),
      .init("removed", .list(.text), "Keys of earlier versions whose answers are dropped."),
    ]
  )

  static let optionList = DefinitionShape(
    "A list of options in a file of its own, which fields name with `from`.",
    [
      .init(
        "options",
        .name(allowsHyphen: true),
        isRequired: true,
        "The list's name, which is also the name of its file. It is the first key of the file."
      ),
      .init(
        "entries",
        .list(.shape(.option)),
        isRequired: true,
        "The options in the order they are offered."
      ),
    ]
  )

  static let stage = DefinitionShape(
    "A stage: fields that are shown together, or with `list` the fields of each entry of a list.",
    [
      .init(
        "stage",
        .name(allowsHyphen: false),
        isRequired: true,
        "The key of the stage; of a list, also the key of its entries in answer files."
      ),
      .init("title", .text, isRequired: true, "The heading."),
      .init("help", .text, "A longer text about the stage."),
      .init("when", .expression(isCondition: true), "The condition under which the stage appears."),
      .init("list", .shape(.list), "Makes the stage a list of entries."),
      .init(
        "fields",
        .list(.shape(.field), least: 1),
        isRequired: true,
        "The fields, in the order they are asked."
      ),
    ]
  )

  static let list = DefinitionShape(
    "What makes a stage repeat.",
    [
      .init("min", .number(from: 0), "The fewest entries; 0 unless it is given."),
      .init("max", .number(from: 0), "The most entries; 100 unless it is given."),
      .init(
        "item",
        .text,
        "The title of an entry, with fields of it in braces: `{firstName} {lastName}`."
      ),
      .init("unique", .list(.reference), "The fields whose values may not repeat within the list."),
      .init(
        "when",
        .expression(isCondition: true),
        "The condition under which there may be entries."
      ),
    ]
  )

  static let include = DefinitionShape(
    "The place where the stages come in that the chosen option of a field brings along.",
    [
      .init(
        "include",
        .reference,
        isRequired: true,
        "The field, an earlier one of type `choice` or `choices`."
      ),
      .init("when", .expression(isCondition: true), "A further condition for all of those stages."),
    ]
  )

  static let field = DefinitionShape(
    "A field: one thing that is asked for, or computed.",
    [
      .init(
        "field",
        .fieldName,
        isRequired: true,
        "The key, unique in the wizard or in its list; answer files and expressions use it."
      ),
      .init("label", .text, "What the field is called; its key unless it is given."),
      .init("hint", .text, "One line that is shown with the field."),
      .init("help", .text, "A longer explanation."),
      .init("type", .type, isRequired: true, "What the answer is."),
      .init(
        "options",
        .list(.shape(.option), least: 1),
        "The options of a choice; of a reference, words that may stand in its place."
      ),
      .init("from", .text, "The name of an option list in a file of its own."),
      .init("of", .record, "The kind of records that a reference looks up."),
      .init(
        "country",
        .text,
        "The field, or the two-letter code, that gives the country. Unless it is given, an earlier field `country` does."
      ),
      .init("state", .reference, "The field that gives the federal state of a German tax number."),
      .init(
        "by",
        .reference,
        "The choice whose options say what the identifier is. Unless it is given, the last one before it does whose options have `identifier`."
      ),
      .init(
        "min",
        .limit,
        "The smallest number or date, the fewest characters, or the fewest options."
      ),
      .init("max", .limit, "The largest number or date, the most characters, or the most options."),
      .init("pattern", .text, "A regular expression (RE2) that the whole text must match."),
      .init(
        "normalize",
        .list(.either([.word(["upper", "lower"]), .shape(.strip)])),
        "What makes the text regular before it is judged. White space at its ends and Unicode forms are always made regular."
      ),
      .init("default", .text, "What is suggested: a constant, or an expression after `=`."),
      .init(
        "value",
        .expression(isCondition: false),
        "Computes the field, which then is never asked."
      ),
      .init(
        "required",
        .expression(isCondition: true),
        "Whether an answer is needed: `true`, `false`, or a condition."
      ),
      .init(
        "when",
        .expression(isCondition: true),
        "The condition under which the field is asked."
      ),
      .init("rules", .list(.shape(.rule)), "Further rules about the answer."),
      .init("reset-on", .list(.reference), "The fields whose change drops this answer."),
      .init(
        "secret",
        .boolean,
        "Whether the answer never enters a draft, an answer file or a log."
      ),
    ]
  )

  static let rule = DefinitionShape(
    "A rule of the author about one answer.",
    [
      .init(
        "code",
        .name(allowsHyphen: true),
        isRequired: true,
        "The stable code that scripts see."
      ),
      .init(
        "check",
        .expression(isCondition: true),
        isRequired: true,
        "What must hold; the answer is `self`."
      ),
      .init(
        "severity",
        .severity,
        "How much it weighs: `error` (the usual one) blocks, `warning` needs a confirmation, `info` is only said."
      ),
      .init("message", .text, isRequired: true, "What is said where it does not hold."),
    ]
  )

  static let option = DefinitionShape(
    "One answer that a choice offers.",
    [
      .init(
        "code",
        .code,
        isRequired: true,
        "What is stored and exported: letters, digits, hyphens, dots and underscores, at most 63."
      ),
      .init("label", .text, "What the option is called; its code unless it is given."),
      .init("synonyms", .list(.text), "Other words that find the option."),
      .init(
        "when",
        .expression(isCondition: true),
        "The condition under which the option is offered."
      ),
      .init(
        "stages",
        .list(.shape(.stage)),
        "The stages that the option brings along, where the wizard has an `include` for the field."
      ),
      .init(
        "identifier",
        .either([.shape(.mask), .kind, .entries(isByCountry: true, .kind)]),
        "What an identifier is for this option: a kind, a kind for each country code, or a mask."
      ),
    ]
  )

  static let mask = DefinitionShape(
    "An identifier that is drawn when the registration is stored.",
    [
      .init(
        "mask",
        .text,
        isRequired: true,
        "The number's form: fixed characters around one run of noughts and an `X`, such as `CLI-000X`."
      ),
      .init(
        "editable",
        .boolean,
        "Whether another identifier may be typed; `false` unless it is given."
      ),
    ]
  )

  static let strip = DefinitionShape(
    "A step of `normalize` that drops characters.",
    [.init("strip", .text, isRequired: true, "The characters to drop.")]
  )
}
