import SourceTrees
import Testing
import WizardEngine
import WizardFiles

/// The reader, the schema and the tables that both are made of.
@Suite("A key of definitions")
struct DefinitionShapeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let shape: DefinitionShape.Name
    let key: DefinitionKey

    var testDescription: String { "\(shape.rawValue).\(key.name)" }
  }

  static let all: [Case] = DefinitionShape.Name.allCases.flatMap { shape in
    shape.shape.keys.map { Case(shape: shape, key: $0) }
  }

  /// A definition whose mapping of a shape is «this».
  private func definition(_ shape: DefinitionShape.Name, _ mapping: String) -> String {
    let stage = "{stage: s, title: S, fields: [{field: f, type: text}]}"
    func wizard(stages: String) -> String { "wizard: w\ntitle: W\nstages: [\(stages)]\n" }
    func field(_ keys: String) -> String {
      wizard(stages: "{stage: s, title: S, fields: [{field: f, type: text, \(keys)}]}")
    }
    switch shape {
    case .wizard, .optionList: return mapping
    case .stage: return wizard(stages: mapping)
    case .list:
      return wizard(
        stages: "{stage: s, title: S, list: \(mapping), fields: [{field: f, type: text}]}"
      )
    case .include: return wizard(stages: "\(stage), \(mapping)")
    case .field: return wizard(stages: "{stage: s, title: S, fields: [\(mapping)]}")
    case .rule: return field("rules: [\(mapping)]")
    case .option: return field("options: [\(mapping)]")
    case .mask: return field("options: [{code: c, identifier: \(mapping)}]")
    case .strip: return field("normalize: [\(mapping)]")
    }
  }

  /// Keys and values with which a mapping of a shape is in order.
  private func needed(_ shape: DefinitionShape.Name) -> [(String, String)] {
    switch shape {
    case .wizard: [("wizard", "w"), ("title", "W"), ("stages", "[]")]
    case .optionList: [("options", "w"), ("entries", "[]")]
    case .stage: [("stage", "s"), ("title", "S"), ("fields", "[]")]
    case .list: []
    case .include: [("include", "f")]
    case .field: [("field", "f"), ("type", "text")]
    case .rule: [("code", "c"), ("check", "'true'"), ("message", "M")]
    case .option: [("code", "c")]
    case .mask: [("mask", "A-0X")]
    case .strip: [("strip", "x")]
    }
  }

  private func faults(_ shape: DefinitionShape.Name, with pairs: [(String, String)])
    -> [DefinitionFault]
  {
    let mapping = "{" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    let bytes = Array(definition(shape, mapping).utf8)
    return shape == .optionList
      ? DefinitionFile.optionList(bytes, file: "w.yaml").faults
      : DefinitionFile.wizard(bytes, file: "w.yaml").faults
  }

  /// What the table names, the reader reads: a value of a wrong shape is refused by the key's own name.
  @Test(arguments: all)
  func `is read by the name that the table gives it`(test: Case) {
    let others = needed(test.shape).filter { $0.0 != test.key.name }
    let wrong: String
    switch test.key.value {
    case .list, .entries, .shape: wrong = "plain"
    default: wrong = "[a, b]"
    }
    let found = faults(test.shape, with: others + [(test.key.name, wrong)])
    #expect(
      found.contains { fault in
        if case .wrongShape(let key, _) = fault.reason { key == test.key.name } else { false }
      },
      "\(found)"
    )
    #expect(!found.contains { $0.code == "unknown-key" })
  }

  @Test(arguments: DefinitionShape.Name.allCases)
  func `that must be there is missed, and no other`(shape: DefinitionShape.Name) {
    #expect(faults(shape, with: needed(shape)) == [])
    for key in shape.shape.keys where key.isRequired {
      // Without its mask, the mapping of an identifier is one by country.
      guard shape != .mask && shape != .include else { continue }
      let found = faults(shape, with: needed(shape).filter { $0.0 != key.name } + [("zz", "1")])
      #expect(
        found.contains { fault in
          if case .missingKey(let name) = fault.reason { name == key.name } else { false }
        },
        "\(key.name)"
      )
    }
    #expect(Set(needed(shape).map(\.0)) == Set(shape.shape.keys.filter(\.isRequired).map(\.name)))
  }

  @Test(arguments: DefinitionShape.Name.allCases)
  func `that the table does not have is unknown`(shape: DefinitionShape.Name) {
    let found = faults(shape, with: needed(shape) + [("zz", "1")])
    #expect(found.map(\.code) == ["unknown-key"])
  }

  /// The schema has each key of the tables, and none beside them.
  @Test func `stands in the schema`() throws {
    let schema = DefinitionSchema(finishing: finishing).json
    guard case .object(let members) = schema,
      case .object(let shapes)? = members.first(where: { $0.key == "$defs" })?.value
    else {
      Issue.record("no object")
      return
    }
    #expect(shapes.map(\.key) == DefinitionShape.Name.allCases.map(\.rawValue))
    for (shape, member) in zip(DefinitionShape.Name.allCases, shapes) {
      guard case .object(let parts) = member.value,
        case .object(let keys)? = parts.first(where: { $0.key == "properties" })?.value
      else {
        Issue.record("no properties")
        continue
      }
      #expect(keys.map(\.key) == shape.shape.keys.map(\.name))
    }
  }

  /// Every key that belongs to some types only is refused by the others, and belongs to the fields' table.
  @Test(arguments: TypedKey.allCases)
  func `belongs to the types that it is listed for`(key: TypedKey) {
    #expect(DefinitionShape.Name.field.shape.keys.contains { $0.name == key.rawValue })
    for type in FieldType.names {
      let value = key == .options ? "[{code: x}]" : "'1'"
      let checked = check(
        around(fields: "    - {field: f, type: \(type), \(key.rawValue): \(value)}")
      )
      let isRefused = checked.faults.contains { $0.code == "needless-key" }
      #expect(isRefused != key.types.contains(type), "\(key) \(type)")
    }
  }
}
