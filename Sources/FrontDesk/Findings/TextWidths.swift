import TerminalForms
package import WizardEngine

extension CheckedWizard {
  /// The texts that a window of 80 columns has no room for on one line.
  ///
  /// They are shown nevertheless, broken or cut; so these are warnings. Only the English texts are looked at:
  /// those of other languages are the catalogs'.
  ///
  /// - Complexity: O(*n*) in the texts.
  package var textFaults: [DefinitionFault] {
    guard let definition else { return [] }
    var widths = TextWidths(lists: optionLists, title: definition.title.value.displayWidth)
    widths.check(definition.title, limit: TextWidths.heading)
    for case .stage(let stage) in definition.parts { widths.check(stage) }
    return widths.faults.sorted { $0.place < $1.place }
  }
}

/// Measures the texts of a definition.
private struct TextWidths {
  private static let page = 80
  /// What `Step 10 of about 12` and two separators leave of a page for the titles of wizard and stage.
  static let heading = 55
  /// A label beyond it stands on a line of its own.
  private static let label = page * 9 / 20 - 2

  let lists: [String: OptionListDefinition]
  let title: Int
  private(set) var faults: [DefinitionFault] = []
  /// What was measured; stages and lists may be repeated by aliases.
  private var seen: Set<Place> = []

  init(lists: [String: OptionListDefinition], title: Int) {
    self.lists = lists
    self.title = title
  }

  mutating func check(_ text: Placed<String>, limit: Int) {
    let width = text.value.displayWidth
    guard width > limit, seen.insert(text.place).inserted else { return }
    faults.append(DefinitionFault(.textTooWide(columns: width, limit: limit), at: text.place))
  }

  mutating func check(_ stage: StageDefinition) {
    guard seen.insert(stage.key.place).inserted else { return }
    check(stage.title, limit: max(20, Self.heading - title))
    for field in stage.fields { check(field.label, limit: Self.label) }
    let labels = stage.fields.map(\.label.value.displayWidth).filter { $0 <= Self.label }.max() ?? 0
    // Labels are followed by their mark and a gap, and options by theirs.
    let room = Self.page - labels - 10
    for field in stage.fields {
      let options = field.options ?? field.from.flatMap { lists[$0.value]?.entries } ?? []
      for option in options {
        check(option.label, limit: room)
        for stage in option.stages { check(stage) }
      }
    }
  }
}
