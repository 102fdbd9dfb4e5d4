import FieldKinds

/// What a definition breaks of an earlier one: answer files, rows and drafts that were right and no longer are.
package struct DefinitionChange: Sendable {
  /// The breaking changes, in the order of the earlier definition; errors and warnings.
  package let faults: [DefinitionFault]

  /// Compares two definitions of one wizard.
  ///
  /// What was named under `renamed` or `removed` since is no breaking change. Places are those of the later
  /// definition.
  ///
  /// - Parameters:
  ///   - earlier: The definition that answer files were written for.
  ///   - later: The definition that reads them now.
  /// - Complexity: O(*n*) in fields and options.
  package init(from earlier: Wizard, to later: Wizard) {
    var comparison = Comparison(later: later)
    for field in earlier.fields where field.computed == nil {
      comparison.compare(field, at: field.key)
    }
    for list in earlier.lists { comparison.compare(list) }
    for stage in later.stages {
      if let position = stage.list {
        // A list that was not there has no entries in earlier files.
        guard earlier.listPositions[later.lists[position].key] != nil else { continue }
        for field in later.lists[position].fields {
          comparison.compareNew(field, in: later.lists[position], isConditional: false)
        }
      } else if !comparison.isNew(stage, to: earlier) {
        let isConditional = stage.condition != nil || stage.guarding != nil
        for field in stage.fields {
          comparison.compareNew(later.fields[field], isConditional: isConditional)
        }
      }
    }
    var faults = comparison.faults
    if later.version < earlier.version
      || later.version == earlier.version && faults.contains(where: { !$0.isWarning })
    {
      let reason = DefinitionFault.Reason.versionNotRaised(later.version, from: earlier.version)
      faults.append(DefinitionFault(reason, at: later.place))
    }
    self.faults = faults
  }
}

/// Looks for what of an earlier definition is still there.
private struct Comparison {
  let later: Wizard
  private(set) var faults: [DefinitionFault] = []
  /// The paths of fields of the later definition that stand for one of the earlier.
  private var carried: Set<String> = []

  init(later: Wizard) {
    self.later = later
  }

  private mutating func report(_ reason: DefinitionFault.Reason, at place: Place? = nil) {
    faults.append(DefinitionFault(reason, at: place ?? later.place))
  }

  mutating func compare(_ field: Field, at path: String) {
    guard !later.removed.contains(path) else { return }
    let key = later.renamed[path] ?? path
    guard let position = later.fieldPositions[key] else { return report(.keyGone(path)) }
    carried.insert(key)
    compare(field, with: later.fields[position], at: path)
  }

  mutating func compare(_ list: ItemList) {
    guard !later.removed.contains(list.key) else { return }
    let key = later.renamed[list.key] ?? list.key
    guard let position = later.listPositions[key] else { return report(.keyGone(list.key)) }
    let now = later.lists[position]
    for field in list.fields where field.computed == nil {
      let path = "\(list.key).\(field.key)"
      guard !later.removed.contains(path) else { continue }
      // The answers of a list are found by the list's own key first, then by the key in it.
      let written = later.renamed["\(key).\(field.key)"] ?? later.renamed[path] ?? field.key
      let itemKey = written.split(separator: ".").last.map(String.init) ?? written
      guard let position = now.fieldPositions[itemKey] else {
        report(.keyGone(path), at: later.stages.first { $0.list == now.position }?.place)
        continue
      }
      carried.insert("\(now.key).\(itemKey)")
      compare(field, with: now.fields[position], at: path)
    }
    if now.minimum > list.minimum {
      report(
        .moreItemsNeeded(list.key, least: now.minimum),
        at: later.stages.first { $0.list == now.position }?.place
      )
    }
  }

  private mutating func compare(_ before: Field, with now: Field, at path: String) {
    if now.computed != nil { return report(.keyGone(path), at: now.place) }
    if before.type.name != now.type.name {
      report(
        .typeChanged(
          path,
          from: before.type.name,
          to: now.type.name,
          isWider: before.type.isWithin(now.type)
        ),
        at: now.place
      )
    }
    if case .never = before.requirement { reportNeed(of: now, at: path, isConditional: false) }
    guard !before.options.isEmpty, !now.options.isEmpty else { return }
    for option in before.options where !now.hasOption(option.code) {
      report(.optionGone(option.code, field: path), at: now.place)
    }
  }

  /// Whether a stage comes with options alone that no earlier answer can have chosen.
  func isNew(_ stage: Stage, to earlier: Wizard) -> Bool {
    guard let guarding = stage.guarding else { return false }
    let key = later.fields[guarding.field].key
    guard let position = earlier.fieldPositions[key] else { return false }
    return !guarding.codes.contains { earlier.fields[position].hasOption($0) }
  }

  /// Judges what the later definition newly needs.
  mutating func compareNew(_ field: Field, in list: ItemList? = nil, isConditional: Bool) {
    let path = list.map { "\($0.key).\(field.key)" } ?? field.key
    guard !carried.contains(path) else { return }
    reportNeed(of: field, at: path, isConditional: isConditional)
  }

  private mutating func reportNeed(of field: Field, at path: String, isConditional: Bool) {
    guard field.suggestion == nil, field.computed == nil else { return }
    switch field.requirement {
    case .never: return
    case .always:
      let isConditional = isConditional || field.condition != nil
      report(.newlyRequired(path, isConditional: isConditional), at: field.place)
    case .when: report(.newlyRequired(path, isConditional: true), at: field.place)
    }
  }
}

extension FieldType {
  /// Whether every answer of this type is one of another type too.
  fileprivate func isWithin(_ other: FieldType) -> Bool {
    switch (self, other) {
    case (.plain(.integer), .plain(.decimal)), (.choice, .choices): true
    case (.choices, _), (.record, _): false
    case (_, .plain(.memo)): true
    case (.plain(.memo), .plain(.text)): false
    case (_, .plain(.text)): true
    default: false
    }
  }
}
