package import AnswerFiles
import FieldKinds
import PlainValues
import SourceTrees
package import WizardEngine

/// The answers of one registration, read from a file, from `--set`, from a draft or from a record.
package struct AnswerReading: Sendable {
  /// The answers by position.
  package private(set) var answers: Answers
  /// What could not be read as an answer, in the order of the file.
  package private(set) var problems: [PlacedProblem] = []
  /// The caller's key of the case; `nil` where none was given.
  package private(set) var caseKey: String?
  /// Whether the answers say yes to what must be confirmed; `nil` where they say nothing.
  package private(set) var isConfirmed: Bool?
  /// The line of each answer's file, by address, for problems that are found later.
  package private(set) var lines: [FieldAddress: Int] = [:]

  private let wizard: Wizard
  private let local: LocalForm
  /// The identity of each item that was met; looked for from the end, as cells of one stand together.
  private var itemIDs: [(position: ItemPosition, id: Int)] = []

  private struct ItemPosition: Equatable {
    let list: Int
    let number: Int
  }

  /// Starts without answers.
  package init(of wizard: Wizard, local: LocalForm) {
    self.wizard = wizard
    self.local = local
    answers = Answers(to: wizard)
  }

  /// Takes over answers that are there already; items keep their numbers.
  package init(of wizard: Wizard, local: LocalForm, continuing answers: Answers) {
    self.init(of: wizard, local: local)
    self.answers = answers
    for (list, items) in answers.lists.enumerated() {
      for (index, item) in items.enumerated() {
        itemIDs.append((ItemPosition(list: list, number: index + 1), item.id))
      }
    }
  }

  /// Reads a record of an answer file; later answers to the same field win.
  ///
  /// - Parameters:
  ///   - record: The paths and texts.
  ///   - origin: Where they come from.
  package mutating func read(_ record: AnswerRecord, from origin: AnswerOrigin) {
    var targets = KnownTargets()
    read(record, from: origin, &targets, notingLinesFrom: 0)
  }

  /// Reads a record of an answer file, one of many whose paths are mostly the same.
  ///
  /// Lines are noted where they are not the one on which the record begins.
  mutating func read(
    _ record: AnswerRecord,
    from origin: AnswerOrigin,
    _ targets: inout KnownTargets
  ) {
    read(record, from: origin, &targets, notingLinesFrom: record.line + 1)
  }

  private mutating func read(
    _ record: AnswerRecord,
    from origin: AnswerOrigin,
    _ targets: inout KnownTargets,
    notingLinesFrom noted: Int
  ) {
    var choices: [FieldAddress: [String]] = [:]
    for (place, entry) in record.entries.enumerated() {
      let target = targets.target(of: entry.path, at: place, in: wizard, local: local)
      read(entry, target, from: origin, notingLinesFrom: noted, choices: &choices)
    }
    takeChoices(choices, from: origin)
  }

  /// Reads one answer by its spelled path.
  package mutating func read(_ path: String, _ text: String, from origin: AnswerOrigin) {
    guard let path = AnswerPath(spelling: AnswerReading.unbracketed(path)) else { return }
    let nowhere = SourcePlace(line: 1, column: 1)
    read(
      AnswerRecord(
        line: 1,
        entries: [AnswerEntry(path: path, text: text, place: nowhere)]
      ),
      from: origin
    )
  }

  private mutating func read(
    _ entry: AnswerEntry,
    _ target: AnswerTarget,
    from origin: AnswerOrigin,
    notingLinesFrom noted: Int,
    choices: inout [FieldAddress: [String]]
  ) {
    // Only a file has lines.
    let line = origin == .file ? entry.place.line : 0
    guard case .unknown = target else {
      if line >= noted, case .field(let place) = target { lines[address(of: place)] = line }
      take(entry.text, for: target, from: origin, line: line, choices: &choices)
      return
    }
    reportUnknown(entry, line: line)
  }

  /// Reads a row whose columns lead to known places; empty cells say nothing.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - columns: The columns that lead somewhere.
  ///   - line: The line of the row, for what cannot be read.
  mutating func read(_ row: CSVRow, _ columns: [RowReader.Column], line: Int) {
    var choices: [FieldAddress: [String]] = [:]
    for index in columns.indices where !row.isEmpty(at: columns[index].position) {
      let text = row.text(at: columns[index].position)
      take(text, for: columns[index].target, from: .file, line: line, choices: &choices)
    }
    if !choices.isEmpty { takeChoices(choices, from: .file) }
  }

  /// Notes the line of an answer that is not on the first line of its row.
  package mutating func note(line: Int, of target: AnswerTarget) {
    if case .field(let place) = target { lines[address(of: place)] = line }
  }

  /// Forgets that fields are not known.
  package mutating func passOverUnknown() {
    problems.removeAll { if case .unknownField = $0.problem.reason { true } else { false } }
  }

  private mutating func take(
    _ text: String?,
    for target: AnswerTarget,
    from origin: AnswerOrigin,
    line: Int,
    choices: inout [FieldAddress: [String]]
  ) {
    switch target {
    case .caseKey:
      let key = (text ?? "").nfc.trimmed
      if !key.isEmpty { caseKey = key }
    case .confirmation:
      if let text { isConfirmed = local.truth(text) ?? false }
    case .removed, .unknown: break
    case .field(let place):
      let address = address(of: place)
      if place.isPartOfList {
        choices[address, default: []].append(text ?? "")
      } else {
        take(text, for: place, at: address, from: origin, line: line)
      }
    }
  }

  private mutating func take(
    _ text: String?,
    for place: AnswerTarget.FieldPlace,
    at address: FieldAddress,
    from origin: AnswerOrigin,
    line: Int
  ) {
    guard let text else { return }
    let trimmed = text.trimmed
    if trimmed.isEmpty { return }
    // A lone hyphen empties what would otherwise be filled in from a record or a default.
    if trimmed.utf8.count == 1, trimmed == "-",
      answers[address] != nil || place.field.suggestion != nil
    {
      answers[address] = GivenAnswer("", from: origin)
      return
    }
    switch local.content(text, for: place.field) {
    case .success(let content):
      answers[address] = GivenAnswer(content, from: origin)
    case .failure(let failure):
      answers[address] = nil
      report(
        Problem(
          path: place.spelling(in: wizard),
          reason: .kind(place.field.type.kind, failure)
        ),
        line: line,
        label: local.wording.text(place.field.label),
        given: text
      )
    }
  }

  private mutating func takeChoices(
    _ choices: [FieldAddress: [String]],
    from origin: AnswerOrigin
  ) {
    for (address, texts) in choices {
      answers[address] = GivenAnswer(
        .texts(texts.filter { !$0.isEmpty }.map { choice($0, at: address) }),
        from: origin
      )
    }
  }

  private mutating func address(of place: AnswerTarget.FieldPlace) -> FieldAddress {
    guard let (list, number) = place.item else { return .field(place.field.position) }
    let position = ItemPosition(list: list, number: number)
    let known = itemIDs.last { $0.position == position }?.id
    let id = known ?? answers.appendItem(to: wizard.lists[list])
    if known == nil { itemIDs.append((position, id)) }
    return .item(list: list, item: id, field: place.field.position)
  }

  private func choice(_ text: String, at address: FieldAddress) -> String {
    let field = wizard.field(at: address)
    if case .success(.texts(let codes)) = local.content(text, for: field), codes.count == 1 {
      return codes[0]
    }
    return text
  }

  // MARK: Problems

  private mutating func reportUnknown(_ entry: AnswerEntry, line: Int) {
    let path = entry.path.spelling
    let known = wizard.answerKeys(near: entry.path)
    report(
      Problem(path: path, reason: .unknownField(path, nearest: nearest(path, in: known))),
      line: line,
      label: path,
      given: ""
    )
  }

  private mutating func report(_ problem: Problem, line: Int, label: String, given: String) {
    problems.append(
      PlacedProblem(
        problem: problem,
        line: line,
        sentence: local.wording.sentence(
          for: problem,
          field: nil,
          label: label,
          given: given
        )
      )
    )
  }

  /// Spells `contacts[1].email` as `contacts.1.email`.
  package static func unbracketed(_ path: String) -> String {
    path.contains("[") ? path.replacing("[", with: ".").replacing("]", with: "") : path
  }
}

/// A problem with the line of the file that the answer stands on.
package struct PlacedProblem: Sendable {
  /// The problem.
  package let problem: Problem
  /// The line, counted from 1; 0 where there is none.
  package let line: Int
  /// The sentence about it.
  package let sentence: String
}
