import FieldKinds
import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// Makes the editor of the field in focus, with what was answered before.
  mutating func prepareEditor() {
    guard let address, let planned = interview.plan.field(at: address) else { return }
    let field = wizard.field(at: address)
    editor = FieldEditor(content: content(of: field, planned: planned, at: address))
    if case .options(let picker, _) = editor.content { editor.isTouched = picker.isTouched }
    if let unread = unread[address] {
      editor = FieldEditor(content: .text(TextEditor(unread.text)), isTouched: true)
    }
  }

  private mutating func content(
    of field: Field,
    planned: PlannedField,
    at address: FieldAddress
  ) -> FieldEditor.Content {
    // What was suggested is shown as long as nothing is typed, and goes on following what it depends on.
    let answer = interview.answers[address].flatMap { $0.content.isEmpty ? nil : $0 }
    let text = answer.map { speech.local.shown($0.content, of: field) } ?? ""
    switch field.type {
    case .choice, .choices:
      let names = names.options(of: field, speech: speech)
      var picker = OptionPicker(
        names: names,
        offered: offered(of: field, planned: planned, at: address),
        chosen: chosen(planned, among: field.options.map(\.code)),
        isMultiple: field.type == .choices
      )
      // Where there is no choice, Enter takes what there is.
      if planned.isRequired, planned.value == nil, picker.offered.count == 1 {
        _ = picker.press(.down)
      }
      return .options(picker, codes: field.options.map(\.code))
    case .plain(.boolean):
      let codes = ["true", "false"]
      let picker = OptionPicker(
        names: FormNames.truth(speech),
        offered: [0, 1],
        chosen: chosen(planned, among: codes),
        isMultiple: false
      )
      return .options(picker, codes: codes)
    case .plain(.memo): return .memo(TextEditor(text, isMultiline: true))
    case .record: return .lookup(TextEditor(text), proposals: [], marked: nil)
    case .plain(let kind) where NameTable(kind) != nil:
      return .lookup(TextEditor(text), proposals: [], marked: nil)
    default: return .text(TextEditor(text))
    }
  }

  private func chosen(_ planned: PlannedField, among codes: [String]) -> Set<Int> {
    switch planned.value?.content {
    case .text(let code): Set([codes.firstIndex(of: code)].compactMap { $0 })
    case .texts(let values): Set(values.compactMap { codes.firstIndex(of: $0) })
    case nil: []
    }
  }

  /// The options that are offered, without those that the store does not allow just now.
  private func offered(
    of field: Field,
    planned: PlannedField,
    at address: FieldAddress
  ) -> [Int] {
    guard !offersWithheld else { return planned.offered }
    let key = wizard.key(of: address)
    // Where the store cannot be read now, it says so when the stage is left.
    let withheld = (try? desk.withheldOptions(at: address, in: interview)) ?? []
    guard !withheld.isEmpty else { return planned.offered }
    return planned.offered.filter {
      !withheld.contains(SpelledAnswer(key, field.options[$0].code))
    }
  }

  /// Prepares finding an option by typing a little further, while nobody types.
  ///
  /// - Returns: Whether there is more to prepare.
  func prepareSearch() -> Bool {
    guard case .options(let picker, _) = editor.content, focus == .field else { return false }
    // So many that a key that comes meanwhile waits for no more than about a millisecond.
    return picker.names.prepare(options: 200)
  }

  /// Longer texts are the beginning of no name.
  private static let longestLookup = 200

  /// Looks for what a text being typed may mean.
  mutating func propose(at address: FieldAddress) {
    guard case .lookup(let text, _, let marked) = editor.content, marked == nil else { return }
    guard text.count <= FormDialogue.longestLookup else {
      editor.content = .lookup(text, proposals: [], marked: nil)
      return
    }
    let field = wizard.field(at: address)
    var proposals: [FieldEditor.Proposal] = []
    switch field.type {
    case .record(let name):
      guard let table = RecordName.table(name) else { break }
      let found = try? desk.procedure.candidates(
        matching: text.text,
        for: wizard.key(of: address),
        of: table,
        in: desk.store
      )
      let key = text.text.trimmed.searchKey
      proposals = field.options.compactMap { option in
        let label = wording.text(option.label)
        guard label.searchKey.hasPrefix(key) else { return nil }
        return FieldEditor.Proposal(code: option.code, label: label)
      }
      proposals += (found ?? []).map { record in
        FieldEditor.Proposal(
          code: record.name,
          label: [record.name, record.title].filter { !$0.isEmpty }.joined(separator: " · ")
        )
      }
    case .plain(let kind):
      guard let table = NameTable(kind) else { break }
      proposals = wording.codes(beginning: text.text.trimmed, in: table).prefix(8).map {
        FieldEditor.Proposal(code: $0.code, label: "\($0.name) (\($0.code))")
      }
    default: break
    }
    editor.content = .lookup(text, proposals: proposals, marked: nil)
  }
}
