import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  // MARK: The review

  /// All answers by stage, those that can be changed numbered; first what they change, where that is not just them.
  var reviewRows: [FormPage.Row] {
    var rows: [FormPage.Row] = []
    rows += changeRows
    var number = 0
    for section in AnswerSheet(of: interview, speech: speech).sections {
      rows.append(.init(.heading, Line(section.title)))
      for entry in section.entries {
        let isOpen = entry.stop != nil
        if isOpen { number += 1 }
        let mark = isOpen ? Line("\(number)", .cyan).padded(to: 2, .trailing) + "  " : "    "
        rows.append(
          FormPage.Row(
            .field,
            mark + Line(entry.label),
            content: .value(Line(entry.value.prefix(3000))),
            isFocused: isOpen && focus == .row(number - 1),
            mark: 4
          )
        )
      }
    }
    return rows
  }

  private var changeRows: [FormPage.Row] {
    guard desk.subject != nil || desk.procedure.makesMoreThanAnswers, let set = check?.changes
    else { return [] }
    guard !set.changes.isEmpty else {
      return [.init(.entry, Line(wording.text(DialoguePhrase.nothingChanges), .dim))]
    }
    let names = ValueNames(of: wizard, wording: wording)
    let preview = MailPreview(at: desk, wording: wording, speaking: speaking)
    let sheet = ChangeSheet(of: (try? preview.shown(set)) ?? set, wording: wording, names: names)
    // Laid out again for the window; here only its lines count.
    let lines = sheet.lines(on: Page(columns: 10_000))
    return [.init(.heading, Line(wording.text(DialoguePhrase.willBeStored)))]
      + lines.map { .init(.entry, $0) }
  }

  var reviewRemarks: [FormPage.Remark] {
    guard let check else { return [] }
    let alike = similar.isEmpty ? [] : [similarRemark(similar)]
    return check.problems.map(remark(about:))
      + check.findings.filter { $0.weight != .question }.map(remark(about:)) + alike
  }

  // MARK: What is left behind

  /// The page as it stays above the form once it is left: one line for each answer.
  var collapsedPage: [Line] {
    guard case .field(.field) = interview.stop else {
      if case .list = interview.stop { return collapsedList }
      return []
    }
    let fields = interview.pageFields
    let lines = fields.compactMap { planned -> Line? in
      let field = wizard.field(at: planned.address)
      guard let value = planned.value else { return nil }
      let shown =
        field.isSecret
        ? FormDialogue.masked : speech.local.shown(value, of: field)
      return line(wording.text(field.label), shown)
    }
    return lines.isEmpty ? [] : [stageTitle] + lines
  }

  private var collapsedList: [Line] {
    guard let list else { return [] }
    let items = plannedItems
    guard !items.isEmpty else { return [] }
    return [stageTitle]
      + items.enumerated().map { index, item in
        let title = speech.title(ofItem: item, number: index + 1, in: wizard.lists[list])
        let details = AnswerSheet.details(of: item, beside: title, in: wizard.lists[list], speech)
        return line(title, details)
      }
  }

  private var stageTitle: Line {
    let index = interview.stageIndex(of: interview.stop)
    let position = index.map { interview.stages[$0].position }
    return Line(position.map { wording.text(wizard.stages[$0].title) } ?? "", .bold)
  }

  private func line(_ label: String, _ value: String) -> Line {
    let mark = "  " + Line(.done, .green) + " " + Line(label)
    return value.isEmpty ? mark : mark + Line(": ") + Line(value.prefix(1000), .bold)
  }
}
