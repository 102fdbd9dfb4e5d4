package import SourceTrees
package import WizardEngine

/// The JSON Schema of definitions, by which editors complete and check them.
///
/// Made of the tables that the reader reads by. It knows the form of definitions, and which keys belong to
/// which types of field; names, expressions and limits are `alta wizard check`'s to judge.
///
/// - SeeAlso: JSON Schema, draft 2020-12.
package struct DefinitionSchema {
  private let finishing: KnownEndings

  /// Describes definitions that may end with these procedures and look up these records.
  package init(finishing: KnownEndings) {
    self.finishing = finishing
  }

  /// The whole schema.
  package var json: JSONValue {
    .object([
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("$id", .string("urn:alta:definition")),
      .init("title", .string("Definition of alta: a wizard or an option list")),
      .init("if", required("options")), .init("then", reference(to: .optionList)),
      .init("else", reference(to: .wizard)),
      .init(
        "$defs",
        .object(
          DefinitionShape.Name.allCases.map { name in
            .init(name.rawValue, schema(of: name))
          }
        )
      ),
    ])
  }

  private func schema(of name: DefinitionShape.Name) -> JSONValue {
    let shape = name.shape
    let properties = shape.keys.map { key in
      JSONValue.Member(
        key.name,
        schema(of: key.value).adding("description", .string(key.summary))
      )
    }
    var members: [JSONValue.Member] = [
      .init("type", .string("object")), .init("description", .string(shape.summary)),
      .init("properties", .object(properties)),
      .init("required", .array(shape.required.map { .string($0) })),
      .init("additionalProperties", .bool(false)),
    ]
    switch name {
    case .field: members.append(.init("allOf", .array(fieldRules)))
    case .wizard:
      members.append(
        .init("not", .object([.init("required", words(["procedure", "record"]))]))
      )
    default: break
    }
    return .object(members)
  }

  /// What the type of a field needs and refuses.
  private var fieldRules: [JSONValue] {
    let typed = TypedKey.allCases.map { key in
      rule(if: required(key.rawValue), then: isOne(of: key.types))
    }
    return typed + [
      rule(if: isOne(of: ["record"]), then: required("of")),
      rule(
        if: isOne(of: ["choice", "choices"]),
        then: .object([
          .init("oneOf", .array([required("options"), required("from")]))
        ])
      ),
    ]
  }

  private func rule(if condition: JSONValue, then consequence: JSONValue) -> JSONValue {
    .object([.init("if", condition), .init("then", consequence)])
  }

  /// Holds for fields whose type is given and is one of these.
  private func isOne(of types: [String]) -> JSONValue {
    .object([
      .init("properties", .object([.init("type", .object([.init("enum", words(types))]))])),
      .init("required", words(["type"])),
    ])
  }

  private func required(_ key: String) -> JSONValue {
    .object([.init("required", words([key]))])
  }

  private func reference(to name: DefinitionShape.Name) -> JSONValue {
    .object([.init("$ref", .string("#/$defs/\(name.rawValue)"))])
  }

  private func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

  private func oneOf(_ words: [String]) -> JSONValue {
    .object([.init("enum", self.words(words))])
  }

  // MARK: Values

  /// Numbers and truths are texts too: what they look like counts, not what YAML takes them for.
  private static let scalar = JSONValue.array([
    .string("string"), .string("number"), .string("boolean"),
  ])

  private func schema(of value: DefinitionValue) -> JSONValue {
    switch value {
    case .text, .expression, .reference, .limit:
      return .object([.init("type", Self.scalar)])
    case .name(let allowsHyphen):
      return pattern(allowsHyphen ? "^[a-z][A-Za-z0-9-]{0,62}$" : "^[a-z][A-Za-z0-9]{0,62}$")
    case .fieldName:
      return pattern("^[a-z][A-Za-z0-9]{0,62}$").adding(
        "not",
        oneOf(FieldType.takenNames)
      )
    case .code:
      return .object([
        .init("type", Self.scalar), .init("pattern", .string("^[A-Za-z0-9._-]{1,63}$")),
      ])
    case .number(let least):
      return .object([
        .init("type", words(["integer", "string"])), .init("minimum", .integer(least)),
        .init("maximum", .integer(1_000_000)), .init("pattern", .string("^[0-9]{1,7}$")),
      ])
    case .boolean:
      return .object([
        .init("enum", .array([.bool(true), .bool(false), .string("true"), .string("false")]))
      ])
    case .type: return oneOf(FieldType.names)
    case .kind: return oneOf(FieldType.identifierKindNames)
    case .severity: return oneOf(Severity.allCases.map(\.rawValue))
    case .procedure: return oneOf(finishing.procedures.sorted())
    case .record: return oneOf(finishing.records.sorted())
    case .word(let known): return oneOf(known)
    case .list(let item, let least):
      var members: [JSONValue.Member] = [
        .init("type", .string("array")), .init("items", schema(of: item)),
      ]
      if least > 0 { members.append(.init("minItems", .integer(least))) }
      return .object(members)
    case .shape(let name): return reference(to: name)
    case .entries(let isByCountry, let value):
      let names = isByCountry ? "^[A-Z]{2}$" : "^.+$"
      return .object([
        .init("type", .string("object")),
        .init("propertyNames", .object([.init("pattern", .string(names))])),
        .init("additionalProperties", schema(of: value)),
      ])
    case .either(let values): return either(values)
    }
  }

  /// The first alternative with a key of its own is told by that key, so that what is wrong in it is said of
  /// it alone.
  private func either(_ values: [DefinitionValue]) -> JSONValue {
    if case .shape(let name)? = values.first, let key = name.shape.required.first,
      values.count > 1
    {
      let rest = Array(values.dropFirst())
      return .object([
        .init(
          "if",
          .object([.init("type", .string("object")), .init("required", words([key]))])
        ), .init("then", reference(to: name)),
        .init("else", rest.count == 1 ? schema(of: rest[0]) : either(rest)),
      ])
    }
    return .object([.init("anyOf", .array(values.map(schema)))])
  }

  private func pattern(_ pattern: String) -> JSONValue {
    .object([.init("type", .string("string")), .init("pattern", .string(pattern))])
  }
}
