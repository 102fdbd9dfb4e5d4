import Expressions
import FieldKinds
import PlainValues

/// Resolves the names of one definition, from the first stage to the last.
///
/// Positions are given in path order, so "earlier" is a comparison of positions, and an expression
/// can only see what has been declared by the time it is read.
struct WizardChecker {
  /// The most fields of a wizard, those of options and lists included.
  static let mostFields = WizardDefinition.mostFields
  /// The most options of a wizard's fields together.
  static let mostOptions = WizardDefinition.mostOptions
  /// The most stages of a wizard, those of options included.
  static let mostStages = 1_000
  /// How many names are compared with unknown ones altogether, to find what was meant.
  ///
  /// That is the one costly step. After it no nearest names are looked for and no more expressions are
  /// read; a definition with so many faults was not written by hand.
  static let mostComparisons = 20_000

  let definition: WizardDefinition
  let lists: [String: OptionListDefinition]
  let finishing: KnownEndings
  var faults: [DefinitionFault] = []
  var names = NameScope()
  var fields: [Field] = []
  /// The options of each own field as they were written, with the context of their texts.
  var optionSources: [OptionSource] = []
  var itemLists: [ItemList] = []
  /// The fields of the list that is being checked, as far as they were.
  var itemFields: [Field] = []
  var stages: [Stage] = []
  var stageKeys: Set<String> = []
  var stageCount = 0
  var optionCount = 0
  var fieldCount = 0
  var formulaCount = 0
  var comparisons = 0
  /// The own fields whose options' stages have been included.
  var includedFields: Set<Int> = []
  /// The last own field whose options say what an identifier is.
  var identifierField: Int?
  /// Checked options of lists without conditions, which every field that names the list shares.
  var sharedOptions: [String: CheckedOptions] = [:]

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
    reportStagesNotIncluded()
    if stages.isEmpty { report(.missingKey("stages"), at: definition.name.place) }
    let ending = checkedEnding()
    for rename in definition.renamed {
      check(rename)
      checkGone(rename.old)
    }
    for removed in definition.removed { checkGone(removed) }
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
        definition.renamed.map { ($0.old.value, $0.new.value) },
        uniquingKeysWith: { $1 }
      ),
      removed: Set(definition.removed.map(\.value)),
      fieldPositions: Dictionary(
        fields.map { ($0.key, $0.position) },
        uniquingKeysWith: { first, _ in first }
      ),
      listPositions: Dictionary(
        itemLists.map { ($0.key, $0.position) },
        uniquingKeysWith: { first, _ in first }
      ),
      place: definition.name.place
    )
  }

  mutating func report(_ reason: DefinitionFault.Reason, at place: Place) {
    faults.append(DefinitionFault(reason, at: place))
  }

  /// The nearest of some names, as long as not too many were compared.
  mutating func near(_ name: String, in candidates: [String]) -> String? {
    guard comparisons < Self.mostComparisons else { return nil }
    comparisons += candidates.count
    return nearest(name, in: candidates)
  }

  private mutating func checkedEnding() -> Ending {
    switch definition.ending {
    case .entry: return .entry
    case .procedure(let name):
      if !finishing.procedures.contains(name.value) {
        report(
          .unknownProcedure(name.value, nearest: near(name.value, in: finishing.procedures)),
          at: name.place
        )
      }
      return .procedure(name.value)
    case .record(let name):
      if !finishing.records.contains(name.value) {
        report(
          .unknownRecord(name.value, nearest: near(name.value, in: finishing.records)),
          at: name.place
        )
      }
      return .record(name.value)
    }
  }

  /// Checks that a renamed key leads to a field, `contacts.email` to a field of a list.
  private mutating func check(_ rename: RenameDefinition) {
    let path = rename.new.value.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = path.first else {
      return report(.unknownField("", nearest: nil), at: rename.new.place)
    }
    if path.count == 2, let list = itemLists.first(where: { $0.key == first }) {
      guard list.fieldPositions[path[1]] == nil else { return }
      report(
        .unknownField(rename.new.value, nearest: near(path[1], in: list.fields.map(\.key))),
        at: rename.new.place
      )
    } else if path.count == 2 || !names.isDeclared(first) {
      report(
        .unknownField(rename.new.value, nearest: near(rename.new.value, in: names.knownKeys)),
        at: rename.new.place
      )
    }
  }

  /// Reports stages that options bring along where nothing includes them.
  ///
  /// An option list of its own may bring stages along for other wizards alone; those are passed over.
  private mutating func reportStagesNotIncluded() {
    for field in fields where field.optionList == nil && !includedFields.contains(field.position) {
      var seen: Set<Placed<String>> = []
      for stage in optionSources[field.position].entries.flatMap(\.stages)
      where seen.insert(stage.key).inserted {
        report(.stageNeverAppears(stage.key.value), at: stage.key.place)
      }
    }
  }

  /// Checks that a key of an earlier version is none of this one.
  private mutating func checkGone(_ old: Placed<String>) {
    let path = old.value.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = path.first else { return }
    let isThere =
      path.count == 2
      ? itemLists.contains { $0.key == first && $0.fieldPositions[path[1]] != nil }
      : names.isDeclared(first)
    if isThere { report(.stillThere(old.value), at: old.place) }
  }

  // MARK: Stages

  mutating func check(
    _ stage: StageDefinition,
    guarding: StageGuard?,
    context: String
  ) {
    let key = stage.key.value
    let context = "\(context)/\(key)"
    if !stageKeys.insert(key).inserted { report(.duplicate(key), at: stage.key.place) }
    stageCount += 1
    guard stageCount <= Self.mostStages else {
      if stageCount == Self.mostStages + 1 {
        report(.tooMany(.stages, limit: Self.mostStages), at: stage.key.place)
      }
      return
    }
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
        optionSources.append(
          source(of: field, context: "\(context)/\(field.key.value)/option")
        )
        if checked.options.contains(where: { $0.identifier != nil }) { identifierField = position }
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
        place: stage.key.place
      )
    )
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
    itemFields = []
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
    let fieldPositions = Dictionary(
      itemFields.map { ($0.key, $0.position) },
      uniquingKeysWith: { first, _ in first }
    )
    let itemFields = itemFields
    self.itemFields = []
    func requireItemField(_ name: String, at place: Place) -> Int? {
      if let position = fieldPositions[name] { return position }
      report(.unknownField(name, nearest: near(name, in: itemFields.map(\.key))), at: place)
      return nil
    }
    if let item = list.item {
      for name in item.value.placeholders { _ = requireItemField(name, at: item.place) }
    }
    let unique = list.unique.compactMap { requireItemField($0.value, at: $0.place) }
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
        fieldPositions: fieldPositions,
        shape: shape
      )
    )
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
  /// The names between braces, as in `{firstName} {lastName}`.
  fileprivate var placeholders: [String] {
    var names: [String] = []
    var rest = self[...]
    while let start = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: "}") else { break }
      names.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return names
  }
}
