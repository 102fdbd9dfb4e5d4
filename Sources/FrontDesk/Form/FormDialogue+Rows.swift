import FieldKinds
import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  // MARK: Fields

  /// The fields of the page, those included that are only shown.
  func fieldRows(of plan: Plan) -> [FormPage.Row] {
    let fields: [PlannedField]
    switch interview.stop {
    case .field(.field(let position)):
      let stage = wizard.stages.firstIndex { $0.fields.contains(position) }
      fields = plan.stages.first { $0.position == stage }?.fields ?? []
    case .field(.item(let list, let item, _)):
      fields =
        plan.stages.first { wizard.stages[$0.position].list == list }?
        .items.first { $0.id == item }?.fields ?? []
    case .list, .review: fields = []
    }
    return fields.map { row(of: $0) }
  }

  private func row(of planned: PlannedField) -> FormPage.Row {
    let field = wizard.field(at: planned.address)
    let isFocused = planned.address == address
    var label = Line(wording.text(field.label))
    if planned.isRequired { label = label + Line(" *", .red) }
    return FormPage.Row(
      .field,
      label,
      content: isFocused
        ? content(of: field, planned: planned) : .value(shown(planned, of: field)),
      isFocused: isFocused,
      hint: isFocused ? hint(for: field, planned: planned) : nil,
      remarks: remarks(about: planned, of: field)
    )
  }

  private func content(of field: Field, planned: PlannedField) -> FormPage.Content {
    // What was answered before shows dimmed until something else is typed.
    let placeholder =
      editor.isTouched
      ? Line("")
      : shown(interview.plan.field(at: planned.address) ?? planned, of: field).styled(.dim)
    switch editor.content {
    case .text(let text): return .text(text, placeholder: placeholder, isMasked: field.isSecret)
    case .memo(let text): return .memo(text)
    case .lookup(let text, let proposals, let marked):
      return .lookup(
        text,
        placeholder: placeholder,
        proposals: proposals.map(\.label),
        marked: marked
      )
    case .options(let picker, _):
      let label =
        picker.isMultiple || picker.taken.isEmpty
        ? shown(picker.taken, of: picker) : Line(picker.names.label(at: picker.taken[0]), .dim)
      return .options(
        picker,
        placeholder: label,
        nothingFits: wording.text(FormPhrase.nothingFits)
      )
    }
  }

  private func shown(_ taken: [Int], of picker: OptionPicker) -> Line {
    Line(taken.map { picker.names.label(at: $0) }.joined(separator: ", "), .dim)
  }

  /// What was answered or is suggested, as a person reads it.
  ///
  /// Out of focus only a few lines of it can be seen, so a very long one is not looked at to its end.
  private func shown(_ planned: PlannedField, of field: Field) -> Line {
    if let unread = unread[planned.address] { return Line(abbreviated(unread.text)) }
    if let value = planned.value {
      if field.isSecret { return Line(FormDialogue.masked) }
      return Line(
        abbreviated(speech.local.shown(value, of: field)),
        planned.isGiven ? .plain : .dim
      )
    }
    if planned.source == .drawn { return Line(wording.text(DialoguePhrase.generated), .dim) }
    guard let answer = interview.answers[planned.address], !answer.content.isEmpty else {
      return ""
    }
    if field.isSecret { return Line(FormDialogue.masked) }
    return Line(abbreviated(speech.local.shown(answer.content, of: field)))
  }

  /// What stands for a secret.
  static let masked = String(repeating: Symbol.mask.unicode, count: 4)

  private func abbreviated(_ text: String) -> Substring { text.prefix(3000) }

  private func hint(for field: Field, planned: PlannedField) -> String? {
    var parts: [String] = []
    let isWanted = findings.contains { $0.path == planned.path && $0.blocks }
    if !planned.isRequired, !isWanted { parts.append(wording.text(FormPhrase.optionalHint)) }
    if let hint = field.hint { parts.append(wording.text(hint)) }
    if field.type == .plain(.date) {
      let iso = "\(interview.today.iso.prefix(4))-12-31"
      let local = speech.local.shown(iso, of: .date)
      parts.append(
        local == iso
          ? wording.text(DialoguePhrase.datePattern)
          : wording.text(FormPhrase.howDates, [("local", local), ("iso", iso)])
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  // MARK: What is said about a field

  private func remarks(about planned: PlannedField, of field: Field) -> [FormPage.Remark] {
    let address = planned.address
    var remarks: [FormPage.Remark] = []
    if judged.contains(address) {
      if let unread = unread[address] {
        let label = speech.label(of: planned.path, in: wizard) ?? planned.path
        let sentence = wording.sentence(for: unread.failure, of: field.type.kind, label: label)
        return [remark(.problem, .red, sentence)]
      }
      // Only what is strongest is said.
      let strongest = planned.problems.map(\.severity).max()
      remarks += planned.problems.filter { $0.severity == strongest }.map(remark(about:))
    }
    // What the store says holds for the answer as it was kept, not for what is being typed over it.
    guard self.address != address || !editor.isTouched else { return remarks }
    remarks += findings.filter { $0.path == planned.path && $0.weight != .question }
      .map(remark(about:))
    return remarks + similarRemarks(at: planned)
  }

  /// What is wrong or doubtful, with its sign.
  func remark(about problem: Problem) -> FormPage.Remark {
    let isError = problem.severity == .error
    return remark(isError ? .problem : .warning, isError ? .red : .yellow, sentence(for: problem))
  }

  /// What the store or the procedure says, with its sign.
  func remark(about finding: Finding) -> FormPage.Remark {
    remark(
      finding.blocks ? .problem : .warning,
      finding.blocks ? .red : .yellow,
      sentence(for: finding)
    )
  }

  private func sentence(for problem: Problem) -> String {
    speech.sentence(for: problem, in: wizard, answers: liveAnswers ?? interview.answers)
  }

  func sentence(for finding: Finding) -> String {
    let label = finding.path.isEmpty ? nil : speech.label(of: finding.path, in: wizard)
    return wording.sentence(for: finding, label: label)
  }

  private func similarRemarks(at planned: PlannedField) -> [FormPage.Remark] {
    guard case .field(let position) = planned.address else { return [] }
    let here = similar.filter { $0.key == wizard.fields[position].key }
    return here.isEmpty ? [] : [similarRemark(here)]
  }

  /// What companies are alike, and how to register from them.
  func similarRemark(_ companies: [SimilarCompany]) -> FormPage.Remark {
    var lines = [wording.text(FormPhrase.similarTitle)]
    lines += companies.map { "– \(name(of: $0))" }
    if companies.contains(where: { !$0.isCustomer }) {
      lines.append(wording.text(FormPhrase.similarOffer))
    }
    return remark(.warning, .yellow, lines.joined(separator: "\n"))
  }

  /// A stored company in one line.
  func name(of similar: SimilarCompany) -> String {
    let name = wording.text(
      FormPhrase.similarOne,
      [
        ("identifier", similar.company.name), ("name", similar.company["name"].text ?? ""),
      ]
    )
    let city = similar.company["city"].text ?? ""
    let state = similar.isCustomer ? wording.text(FormPhrase.similarIsCustomer) : ""
    return ([name, city, state].filter { !$0.isEmpty }).joined(separator: " · ")
  }

  // MARK: Lists

  var listRows: [FormPage.Row] {
    guard let list else { return [] }
    let items = plannedItems
    var rows = items.enumerated().map { index, item in
      itemRow(item, number: index + 1, of: wizard.lists[list])
    }
    if items.isEmpty {
      rows.append(.init(.entry, Line(wording.text(DialoguePhrase.listIsEmpty), .dim)))
    }
    let isFocused = focus == .adding
    rows.append(
      FormPage.Row(
        .entry,
        Line("+ ", .cyan) + Line(wording.text(FormPhrase.addEntry)),
        isFocused: isFocused
      )
    )
    return rows
  }

  private func itemRow(_ item: PlannedItem, number: Int, of list: ItemList) -> FormPage.Row {
    let title = speech.title(ofItem: item, number: number, in: list)
    let paths = Set(item.fields.map(\.path))
    var remarks: [FormPage.Remark] = []
    for field in item.fields where judged.contains(field.address) {
      remarks += field.problems.filter { $0.severity == .error }.map(remark(about:))
    }
    remarks += findings.filter { paths.contains($0.path) && $0.blocks }.map(remark(about:))
    let details = AnswerSheet.details(of: item, beside: title, in: list, speech)
    return FormPage.Row(
      .entry,
      Line("\(number)  ", .cyan) + Line(title),
      content: .value(Line(details, .dim)),
      isFocused: focus == .item(item.id),
      mark: 3,
      remarks: remarks
    )
  }
}
