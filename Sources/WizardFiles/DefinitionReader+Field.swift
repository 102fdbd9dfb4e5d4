import PlainValues
import SourceTrees
import WizardEngine

extension DefinitionReader {
  /// Reads a field; the label of a field that has none is its key.
  mutating func field(_ node: SourceNode) -> FieldDefinition? {
    fieldCount += 1
    guard fieldCount <= WizardDefinition.mostFields + 1 else { return nil }
    var key: Placed<String>?
    var label: Placed<String>?
    var type: Placed<String>?
    var field = FieldDefinition(
      key: Placed("", at: place(node)),
      label: Placed("", at: place(node)),
      type: Placed("", at: place(node))
    )
    mapping(
      node,
      as: .field,
      key: "fields"
    ) { reader, name, value in
      switch name {
      case "field": key = reader.name(value, key: name)
      case "label": label = reader.text(value, key: name)
      case "hint": field.hint = reader.text(value, key: name)
      case "help": field.help = reader.text(value, key: name)
      case "type": type = reader.text(value, key: name)
      case "options":
        field.options = reader.list(value, key: name).compactMap { reader.option($0) }
      case "from": field.from = reader.text(value, key: name)
      case "of": field.of = reader.text(value, key: name)
      case "country": field.country = reader.text(value, key: name)
      case "state": field.state = reader.text(value, key: name)
      case "by": field.by = reader.text(value, key: name)
      case "min": field.minimum = reader.text(value, key: name)
      case "max": field.maximum = reader.text(value, key: name)
      case "pattern": field.pattern = reader.text(value, key: name)
      case "normalize":
        field.normalize = reader.list(value, key: name).compactMap { reader.normalization($0) }
      case "default": field.suggested = reader.text(value, key: name)
      case "value": field.computed = reader.text(value, key: name)
      case "required": field.required = reader.text(value, key: name)
      case "when": field.when = reader.text(value, key: name)
      case "rules": field.rules = reader.list(value, key: name).compactMap { reader.rule($0) }
      case "reset-on":
        field.resetOn = reader.list(value, key: name).compactMap { reader.text($0, key: name) }
      case "secret": field.isSecret = reader.flag(value, key: name)
      default: break
      }
    }
    guard let key else { return nil }
    field.key = key
    // A field without a type is reported as such; it stays, so that what names it is not at fault.
    field.type = type ?? Placed("text", at: key.place)
    field.label = label ?? key
    return field
  }

  private mutating func normalization(_ node: SourceNode) -> Placed<NormalizationStep>? {
    switch node.text {
    case "upper": return Placed(.upper, at: place(node))
    case "lower": return Placed(.lower, at: place(node))
    default: break
    }
    guard node.pairs == nil else {
      var characters: Placed<String>?
      mapping(node, as: .strip, key: "normalize") { reader, key, value in
        characters = reader.text(value, key: key)
      }
      return characters.map { Placed(.strip($0.value), at: place(node)) }
    }
    guard let found = node.text else {
      report(.wrongShape(key: "normalize", expected: .text), at: node)
      return nil
    }
    report(.unknownKey(found, nearest: near(found, in: ["upper", "lower", "strip"])), at: node)
    return nil
  }

  private mutating func rule(_ node: SourceNode) -> RuleDefinition? {
    var code: Placed<String>?
    var check: Placed<String>?
    var message: Placed<String>?
    var severity = Severity.error
    mapping(
      node,
      as: .rule,
      key: "rules"
    ) { reader, key, value in
      switch key {
      case "code": code = reader.ruleCode(value)
      case "check": check = reader.text(value, key: key)
      case "message": message = reader.text(value, key: key)
      default:
        if let known = value.text.flatMap(Severity.init(rawValue:)) {
          severity = known
        } else {
          reader.report(.wrongShape(key: key, expected: .severity), at: value)
        }
      }
    }
    guard let code, let check, let message else { return nil }
    var rule = RuleDefinition(code: code, check: check, message: message)
    rule.severity = severity
    return rule
  }

  private mutating func ruleCode(_ node: SourceNode) -> Placed<String>? {
    name(node, key: "code", allowsHyphen: true)
  }

  // MARK: Options

  /// Reads an option; the label of an option that has none is its code.
  mutating func option(_ node: SourceNode) -> OptionDefinition? {
    var code: Placed<String>?
    var label: Placed<String>?
    var option = OptionDefinition(
      code: Placed("", at: place(node)),
      label: Placed("", at: place(node))
    )
    mapping(
      node,
      as: .option,
      key: "options"
    ) { reader, key, value in
      switch key {
      case "code": code = reader.optionCode(value)
      case "label": label = reader.text(value, key: key)
      case "synonyms":
        option.synonyms = reader.list(value, key: key).compactMap { reader.text($0, key: key) }
      case "when": option.when = reader.text(value, key: key)
      case "stages":
        option.stages = reader.list(value, key: key).compactMap { reader.stage($0) }
      default: option.identifier = reader.identifier(value)
      }
    }
    guard let code else { return nil }
    option.code = code
    option.label = label ?? code
    return option
  }

  /// Codes are stored and exported, so they are ASCII without separators: `gmbh`, `public-body`, `1`.
  private mutating func optionCode(_ node: SourceNode) -> Placed<String>? {
    guard let text = text(node, key: "code") else { return nil }
    let isCode =
      !text.value.isEmpty && text.value.utf8.count <= 63
      && text.value.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || [0x2D, 0x2E, 0x5F].contains($0)
      }
    if !isCode { report(.badName(text.value), at: node) }
    return text
  }

  private mutating func identifier(_ node: SourceNode) -> IdentifierDefinition? {
    if node.text != nil { return text(node, key: "identifier").map(IdentifierDefinition.kind) }
    guard let pairs = node.pairs else {
      report(.wrongShape(key: "identifier", expected: .mapping), at: node)
      return nil
    }
    guard node["mask"] != nil else {
      return .byCountry(
        pairs.compactMap { pair in
          guard let country = text(pair.key, key: "identifier"),
            let kind = text(pair.value, key: "identifier")
          else { return nil }
          return CountryKindDefinition(country: country, kind: kind)
        }
      )
    }
    var mask: Placed<String>?
    var isEditable = false
    mapping(node, as: .mask, key: "identifier") { reader, key, value in
      switch key {
      case "mask": mask = reader.text(value, key: key)
      default: isEditable = reader.flag(value, key: key)
      }
    }
    return mask.map { .mask($0, isEditable: isEditable) }
  }

  /// Reads an option list of its own file.
  mutating func optionList(_ node: SourceNode) -> OptionListDefinition? {
    var name: Placed<String>?
    var entries: [OptionDefinition] = []
    mapping(
      node,
      as: .optionList,
      key: "options"
    ) { reader, key, value in
      switch key {
      case "options": name = reader.name(value, key: key, allowsHyphen: true)
      default: entries = reader.list(value, key: key).compactMap { reader.option($0) }
      }
    }
    return name.map { OptionListDefinition(name: $0, entries: entries) }
  }
}
