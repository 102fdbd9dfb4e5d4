import SourceTrees
import WizardEngine

extension DefinitionReader {
  /// Reads a whole wizard.
  mutating func wizard(_ node: SourceNode) -> WizardDefinition? {
    var name: Placed<String>?
    var title: Placed<String>?
    var endings: [(EndingDefinition, SourceNode)] = []
    var definition = WizardDefinition(
      name: Placed("", at: place(node)),
      title: Placed("", at: place(node))
    )
    mapping(
      node,
      as: .wizard,
      key: "wizard"
    ) { reader, key, value in
      switch key {
      case "wizard": name = reader.name(value, key: key, allowsHyphen: true)
      case "version":
        if let version = reader.number(value, key: key, from: 1) { definition.version = version }
      case "title": title = reader.text(value, key: key)
      case "help": definition.help = reader.text(value, key: key)
      case "procedure":
        if let procedure = reader.text(value, key: key) {
          endings.append((.procedure(procedure), value))
        }
      case "record":
        if let record = reader.text(value, key: key) { endings.append((.record(record), value)) }
      case "stages": definition.parts = reader.parts(value)
      case "renamed": definition.renamed = reader.renamed(value)
      case "removed":
        definition.removed = reader.list(value, key: key).compactMap { reader.text($0, key: key) }
      default: break
      }
    }
    if endings.count > 1 {
      report(.needlessBeside(key: "record", other: "procedure"), at: endings[1].1)
    }
    guard let name else { return nil }
    definition.name = name
    definition.title = title ?? name
    definition.ending = endings.first?.0 ?? .entry
    return definition
  }

  private mutating func renamed(_ node: SourceNode) -> [RenameDefinition] {
    guard let pairs = node.pairs else {
      report(.wrongShape(key: "renamed", expected: .mapping), at: node)
      return []
    }
    return pairs.compactMap { pair in
      guard let old = text(pair.key, key: "renamed"), let new = text(pair.value, key: "renamed")
      else { return nil }
      return RenameDefinition(old: old, new: new)
    }
  }

  private mutating func parts(_ node: SourceNode) -> [PartDefinition] {
    list(node, key: "stages").compactMap { part in
      guard part["include"] != nil else { return stage(part).map(PartDefinition.stage) }
      var field: Placed<String>?
      var when: Placed<String>?
      mapping(part, as: .include, key: "include") { reader, key, value in
        switch key {
        case "include": field = reader.text(value, key: key)
        default: when = reader.text(value, key: key)
        }
      }
      return field.map { .include(field: $0, when: when) }
    }
  }

  /// Reads a stage with its fields.
  mutating func stage(_ node: SourceNode) -> StageDefinition? {
    var key: Placed<String>?
    var title: Placed<String>?
    var stage = StageDefinition(
      key: Placed("", at: place(node)),
      title: Placed("", at: place(node))
    )
    mapping(
      node,
      as: .stage,
      key: "stages"
    ) { reader, name, value in
      switch name {
      case "stage": key = reader.name(value, key: name)
      case "title": title = reader.text(value, key: name)
      case "help": stage.help = reader.text(value, key: name)
      case "when": stage.when = reader.text(value, key: name)
      case "list": stage.list = reader.listing(value)
      case "fields":
        stage.fields = reader.list(value, key: name).compactMap { reader.field($0) }
      default: break
      }
    }
    guard let key else { return nil }
    stage.key = key
    stage.title = title ?? key
    return stage
  }

  private mutating func listing(_ node: SourceNode) -> ListDefinition? {
    var list = ListDefinition(at: place(node))
    mapping(node, as: .list, key: "list") {
      reader,
      key,
      value in
      switch key {
      case "min": list.minimum = reader.number(value, key: key) ?? 0
      case "max": list.maximum = reader.number(value, key: key) ?? 100
      case "item": list.item = reader.text(value, key: key)
      case "unique":
        list.unique = reader.list(value, key: key).compactMap { reader.text($0, key: key) }
      default: list.when = reader.text(value, key: key)
      }
    }
    return list
  }

  /// Reads a name that later stands in paths, columns and catalogs.
  ///
  /// A bad one is reported and kept, so that what refers to it is not at fault as well.
  mutating func name(
    _ node: SourceNode,
    key: String,
    allowsHyphen: Bool = false
  ) -> Placed<String>? {
    guard let text = text(node, key: key) else { return nil }
    let bytes = Array(text.value.utf8)
    let isName =
      !bytes.isEmpty && bytes.count <= 63 && (0x61...0x7A).contains(bytes[0])
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || (allowsHyphen && $0 == 0x2D)
      }
    if !isName { report(.badName(text.value), at: node) }
    return text
  }
}
