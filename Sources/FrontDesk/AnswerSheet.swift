import FieldKinds
import PlainValues
import TerminalForms
import WizardEngine

/// All answers of a registration by stage, numbered, in words: what is checked before finishing.
struct AnswerSheet {
  /// One line of the sheet.
  struct Entry {
    /// What is asked.
    let label: String
    /// The answer as it is shown.
    let value: String
    /// Where it can be changed; `nil` for what is computed or drawn.
    let stop: Interview.Stop?
  }

  /// The stages with their lines.
  let sections: [(title: String, entries: [Entry])]

  /// Writes down the answers of an interview.
  init(of interview: Interview, speech: Speech) {
    let wizard = interview.wizard
    sections = interview.plan.stages.map { planned in
      let stage = wizard.stages[planned.position]
      let title = speech.wording.text(stage.title)
      if let list = stage.list {
        return (title, AnswerSheet.entries(of: wizard.lists[list], planned: planned, speech))
      }
      let entries = planned.fields.map { field in
        AnswerSheet.entry(
          field,
          of: wizard.field(at: field.address),
          speech: speech,
          isOpen: interview.isAsked(field)
        )
      }
      return (title, entries)
    }
  }

  private static func entries(
    of list: ItemList,
    planned: PlannedStage,
    _ speech: Speech
  ) -> [Entry] {
    let count = speech.wording.text(CountedPhrase.itemsOfList, planned.items.count)
    var entries = [Entry(label: count, value: "", stop: .list(list.position))]
    for (index, item) in planned.items.enumerated() {
      let title = speech.title(ofItem: item, number: index + 1, in: list)
      entries.append(
        Entry(
          label: title,
          value: details(of: item, beside: title, in: list, speech),
          stop: item.fields.first { $0.isAsked }.map { .field($0.address) }
        )
      )
    }
    return entries
  }

  /// What was answered in an entry of a list, beside what its title says already.
  static func details(
    of item: PlannedItem,
    beside title: String,
    in list: ItemList,
    _ speech: Speech
  ) -> String {
    item.fields.compactMap { field -> String? in
      guard let value = field.value, field.isGiven,
        case .item(_, _, let position) = field.address
      else { return nil }
      let asked = list.fields[position]
      let shown = asked.isSecret ? "••••" : speech.local.shown(value, of: asked)
      guard !title.mentions(shown) else { return nil }
      // A yes or a figure says nothing by itself.
      return asked.type.saysLittle ? "\(speech.wording.text(asked.label)): \(shown)" : shown
    }.joined(separator: " · ")
  }

  private static func entry(
    _ planned: PlannedField,
    of field: Field,
    speech: Speech,
    isOpen: Bool
  ) -> Entry {
    let value: String
    if let held = planned.value {
      value = field.isSecret ? "••••" : speech.local.shown(held, of: field)
    } else if planned.source == .drawn {
      value = speech.wording.text(DialoguePhrase.generated)
    } else {
      value = speech.wording.text(DialoguePhrase.notProvided)
    }
    return Entry(
      label: speech.wording.text(field.label),
      value: value,
      stop: isOpen ? .field(planned.address) : nil
    )
  }

  /// The places of the numbered lines, in their order.
  var stops: [Interview.Stop] {
    sections.flatMap(\.entries).compactMap(\.stop)
  }

  /// The place of a numbered line; numbers count from 1.
  func stop(numbered number: Int) -> Interview.Stop? {
    stops.indices.contains(number - 1) ? stops[number - 1] : nil
  }

  /// The sheet for a page.
  func lines(on page: Page) -> [Line] {
    var number = 0
    var lines: [Line] = []
    for section in sections {
      lines += Line(section.title, .bold).wrapped(on: page, indent: 0)
      let entries = section.entries.map { entry in
        if entry.stop != nil { number += 1 }
        let mark =
          entry.stop == nil ? "    " : Line("\(number)", .cyan).padded(to: 3, .trailing) + " "
        return LabelledValues.Entry(mark + Line(entry.label), Line.lines(of: entry.value))
      }
      lines += LabelledValues(entries, mark: "").lines(on: page)
    }
    return lines
  }
}

extension FieldType {
  /// Whether a value of the type needs its label beside it to be understood.
  var saysLittle: Bool {
    switch self {
    case .plain(.boolean), .plain(.integer), .plain(.decimal), .plain(.date): true
    default: false
    }
  }
}
