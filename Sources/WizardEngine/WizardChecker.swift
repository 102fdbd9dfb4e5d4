import Expressions
import FieldKinds
import PlainValues

/// Resolves the names of one definition, from the first stage to the last.
///
/// Positions are given in path order, so "earlier" is a comparison of positions, and an expression
/// can only see what has been declared by the time it is read.
struct WizardChecker {
  /// The most fields of a wizard, those of options and lists included.
  static let mostFields = 2_000
  /// The most options of a wizard's fields together.
  static let mostOptions = 10_000

  let definition: WizardDefinition
  let lists: [String: OptionListDefinition]
  let finishing: KnownEndings
  var faults: [DefinitionFault] = []
  var names = NameScope()
  var fields: [Field] = []
  var itemLists: [ItemList] = []
  var stages: [Stage] = []
  var optionCount = 0
  var fieldCount = 0

  init(
    definition: WizardDefinition,
    lists: [String: OptionListDefinition],
    finishing: KnownEndings
  ) {
    self.definition = definition
    self.lists = lists
    self.finishing = finishing
  }

  mutating func check() -> Wizard? {
    let name = definition.name.value
    names.later = laterNames
    for part in definition.parts {
      switch part {
      case .stage(let stage):
        check(stage, guarding: nil, context: name)
      case .include(let field, let when):
        checkInclude(of: field, when: when)
      }
    }
    if stages.isEmpty { report(.missingKey("stages"), at: definition.name.place) }
    let ending = checkedEnding()
    for rename in definition.renamed
    where !names.isDeclared(rename.new.value.prefixToDot) {
      report(.unknownField(rename.new.value, nearest: nil), at: rename.new.place)
    }
    return Wizard(
      name: name,
      version: definition.version,
      title: Message(definition.title.value, context: "\(name)/title"),
      help: definition.help.map { Message($0.value, context: "\(name)/help") },
      ending: ending,
      stages: stages,
      fields: fields,
      lists: itemLists,
      renamed: Dictionary(
        definition.renamed.map { ($0.old.value, $0.new.value) }, uniquingKeysWith: { $1 }),
      removed: Set(definition.removed.map(\.value)),
      fieldPositions: Dictionary(
        fields.map { ($0.key, $0.position) }, uniquingKeysWith: { first, _ in first }),
      listPositions: Dictionary(
        itemLists.map { ($0.key, $0.position) }, uniquingKeysWith: { first, _ in first }))
  }

  mutating func report(_ reason: DefinitionFault.Reason, at place: Place) {
    faults.append(DefinitionFault(reason, at: place))
  }

  /// Every field key of the definition, so that a later field is told from an unknown one.
  private var laterNames: Set<String> {
    var keys: Set<String> = []
    for case .stage(let stage) in definition.parts {
      keys.formUnion(stage.fields.map(\.key.value))
      if stage.list != nil { keys.insert(stage.key.value) }
    }
    return keys
  }

  private mutating func checkedEnding() -> Ending {
    switch definition.ending {
    case .entry: return .entry
    case .procedure(let name):
      if !finishing.procedures.contains(name.value) {
        report(
          .unknownProcedure(name.value, nearest: nearest(name.value, in: finishing.procedures)),
          at: name.place)
      }
      return .procedure(name.value)
    case .record(let name):
      if !finishing.records.contains(name.value) {
        report(
          .unknownRecord(name.value, nearest: nearest(name.value, in: finishing.records)),
          at: name.place)
      }
      return .record(name.value)
    }
  }

  // MARK: Stages

  private mutating func checkInclude(of field: Placed<String>, when: Placed<String>?) {
    guard let position = names.position(of: field.value) else {
      reportUnknown(field)
      return
    }
    guard fields[position].type == .choice || fields[position].type == .choices else {
      report(.includeNeedsChoice(field.value), at: field.place)
      return
    }
    let condition = when.flatMap { formula($0, expecting: .bool) }
    let listName = fields[position].optionList
    var brought: [(stage: StageDefinition, codes: [String], context: String)] = []
    for option in optionDefinitions(of: field.value) {
      let context = (listName ?? "\(definition.name.value)/\(field.value)") + "/" + option.code.value
      for stage in option.stages {
        guard let known = brought.firstIndex(where: { $0.stage.key.value == stage.key.value })
        else {
          brought.append((stage, [option.code.value], context))
          continue
        }
        // The same stage for several options is written once and repeated by an alias, which has
        // the same places; anything else under its key would be a second stage.
        if brought[known].stage == stage {
          brought[known].codes.append(option.code.value)
        } else {
          report(.stageDiffers(stage.key.value), at: stage.key.place)
        }
      }
    }
    for (stage, codes, context) in brought {
      check(
        stage,
        guarding: StageGuard(field: position, codes: codes, condition: condition),
        context: context)
    }
  }

  private func optionDefinitions(of key: String) -> [OptionDefinition] {
    for case .stage(let stage) in definition.parts {
      for field in stage.fields where field.key.value == key {
        return field.options ?? field.from.flatMap { lists[$0.value]?.entries } ?? []
      }
    }
    return []
  }

  private mutating func check(
    _ stage: StageDefinition,
    guarding: StageGuard?,
    context: String
  ) {
    let key = stage.key.value
    let context = "\(context)/\(key)"
    if stages.contains(where: { $0.key == key }) { report(.duplicate(key), at: stage.key.place) }
    let condition = stage.when.flatMap { formula($0, expecting: .bool) }
    var positions: [Int] = []
    var listPosition: Int?
    if let list = stage.list {
      listPosition = check(list, of: stage, context: context)
    } else {
      for field in stage.fields where hasRoom(for: field) {
        if names.isDeclared(field.key.value) {
          report(.duplicate(field.key.value), at: field.key.place)
          continue
        }
        let position = fields.count
        let checked = self.field(field, at: position, context: "\(context)/\(field.key.value)")
        fields.append(checked)
        positions.append(position)
        names.declare(field.key.value, position: position, type: checked.valueType)
      }
    }
    if stage.fields.isEmpty { report(.missingKey("fields"), at: stage.key.place) }
    stages.append(
      Stage(
        key: key,
        title: Message(stage.title.value, context: "\(context)/title"),
        help: stage.help.map { Message($0.value, context: "\(context)/help") },
        guarding: guarding,
        condition: condition,
        fields: positions,
        list: listPosition,
        place: stage.key.place))
  }

  private mutating func check(
    _ list: ListDefinition,
    of stage: StageDefinition,
    context: String
  ) -> Int {
    let key = stage.key.value
    if names.isDeclared(key) { report(.duplicate(key), at: stage.key.place) }
    if list.maximum < list.minimum { report(.badLimit("max"), at: list.place) }
    let condition = list.when.flatMap { formula($0, expecting: .bool) }
    var itemFields: [Field] = []
    names.beginItem(keys: stage.fields.map(\.key.value))
    for field in stage.fields where hasRoom(for: field) {
      if names.itemPosition(of: field.key.value) != nil {
        report(.duplicate(field.key.value), at: field.key.place)
        continue
      }
      let position = itemFields.count
      let checked = self.field(field, at: position, context: "\(context)/\(field.key.value)")
      itemFields.append(checked)
      names.declareItemField(field.key.value, position: position, type: checked.valueType)
    }
    let shape = names.endItem(named: key)
    var unique: [Int] = []
    for name in list.unique {
      if let position = itemFields.firstIndex(where: { $0.key == name.value }) {
        unique.append(position)
      } else {
        report(
          .unknownField(name.value, nearest: nearest(name.value, in: itemFields.map(\.key))),
          at: name.place)
      }
    }
    let position = itemLists.count
    itemLists.append(
      ItemList(
        position: position,
        key: key,
        minimum: list.minimum,
        maximum: max(list.minimum, list.maximum),
        item: list.item.map { Message($0.value, context: "\(context)/item") },
        fields: itemFields,
        unique: unique,
        condition: condition,
        fieldPositions: Dictionary(
          itemFields.map { ($0.key, $0.position) }, uniquingKeysWith: { first, _ in first }),
        shape: shape))
    names.declareList(key, position: position, shape: shape)
    return position
  }

  private mutating func hasRoom(for field: FieldDefinition) -> Bool {
    fieldCount += 1
    if fieldCount == Self.mostFields + 1 {
      report(.tooMany(.fields, limit: Self.mostFields), at: field.key.place)
    }
    return fieldCount <= Self.mostFields
  }
}

extension String {
  /// What stands before the first dot: the list of a path such as `contacts.email`.
  fileprivate var prefixToDot: String { String(prefix { $0 != "." }) }
}
