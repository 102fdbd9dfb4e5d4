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
  private var itemIDs: [ItemPosition: Int] = [:]

  private struct ItemPosition: Hashable {
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
        itemIDs[ItemPosition(list: list, number: index + 1)] = item.id
      }
    }
  }

  /// Reads a record of an answer file; later answers to the same field win.
  ///
  /// - Parameters:
  ///   - record: The paths and texts.
  ///   - origin: Where they come from.
  package mutating func read(_ record: AnswerRecord, from origin: AnswerOrigin) {
    var choices: [FieldAddress: [String]] = [:]
    for entry in record.entries {
      read(entry, from: origin, choices: &choices)
    }
    for (address, texts) in choices {
      answers[address] = GivenAnswer(
        .texts(texts.filter { !$0.isEmpty }.map { choice($0, at: address) }),
        from: origin
      )
    }
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
    from origin: AnswerOrigin,
    choices: inout [FieldAddress: [String]]
  ) {
    // Only a file has lines.
    let line = origin == .file ? entry.place.line : 0
    guard case .key(let first)? = entry.path.elements.first else {
      return reportUnknown(entry, line: line)
    }
    let rest = entry.path.elements.dropFirst()
    if readMeta(first, rest: rest, entry: entry) { return }
    guard !wizard.removed.contains(entry.path.spelling) else { return }
    guard let place = place(of: entry.path) else {
      return reportUnknown(entry, line: line)
    }
    let address = address(of: place)
    lines[address] = line
    if place.isPartOfList {
      choices[address, default: []].append(entry.text ?? "")
      return
    }
    guard let text = entry.text, !text.trimmed.isEmpty else { return }
    // A lone hyphen empties what would otherwise be filled in from a record or a default.
    if text.trimmed == "-", answers[address] != nil || place.field.suggestion != nil {
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
          path: entry.path.spelling,
          reason: .kind(place.field.type.kind, failure)
        ),
        line: line,
        label: local.wording.text(place.field.label),
        given: text
      )
    }
  }

  /// Reads `case` and `confirm`, which belong to the run and not to the registration.
  private mutating func readMeta(
    _ key: String,
    rest: ArraySlice<AnswerPath.Element>,
    entry: AnswerEntry
  ) -> Bool {
    guard rest.isEmpty, wizard.fieldPositions[key] == nil else { return false }
    switch key {
    case "case":
      let text = (entry.text ?? "").nfc.trimmed
      if !text.isEmpty { caseKey = text }
      return true
    case "confirm":
      if let text = entry.text { isConfirmed = local.truth(text) ?? false }
      return true
    default:
      return false
    }
  }

  // MARK: Places

  /// Where an answer belongs.
  private struct FieldPlace {
    var field: Field
    /// The list and the number of the item, counted from 1; `nil` for an own field.
    var item: (list: Int, number: Int)?
    /// Whether the text is one of several values of a `choices` field.
    var isPartOfList: Bool
  }

  private func place(of path: AnswerPath) -> FieldPlace? {
    var elements = path.elements[...]
    guard case .key(let written)? = elements.popFirst() else { return nil }
    let key = wizard.renamed[written] ?? written
    if let position = wizard.fieldPositions[key] ?? position(labelled: key, in: wizard.fields) {
      return finish(FieldPlace(field: wizard.fields[position], isPartOfList: false), elements)
    }
    guard let list = wizard.listPositions[key], case .index(let number)? = elements.popFirst(),
      case .key(let itemKey)? = elements.popFirst()
    else { return nil }
    let fields = wizard.lists[list].fields
    let renamed = wizard.renamed["\(key).\(itemKey)"] ?? itemKey
    guard
      let position = wizard.lists[list].fieldPositions[renamed]
        ?? position(labelled: renamed, in: fields)
    else { return nil }
    return finish(
      FieldPlace(field: fields[position], item: (list, number), isPartOfList: false),
      elements
    )
  }

  private func finish(
    _ place: FieldPlace,
    _ rest: ArraySlice<AnswerPath.Element>
  ) -> FieldPlace? {
    guard let next = rest.first else { return place }
    guard rest.count == 1, case .index = next, place.field.type == .choices else { return nil }
    var place = place
    place.isPartOfList = true
    return place
  }

  /// The position of the only field that has this label in one of the languages.
  private func position(labelled text: String, in fields: [Field]) -> Int? {
    let key = text.trimmed.searchKey
    for wording in [local.wording, .english] + local.others {
      let fitting = fields.filter { wording.text($0.label).searchKey == key }
      if fitting.count == 1 { return fitting[0].position }
    }
    return nil
  }

  private mutating func address(of place: FieldPlace) -> FieldAddress {
    guard let (list, number) = place.item else { return .field(place.field.position) }
    let position = ItemPosition(list: list, number: number)
    let id = itemIDs[position] ?? answers.appendItem(to: wizard.lists[list])
    itemIDs[position] = id
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
    var known = wizard.fields.map(\.key) + ["case", "confirm"]
    if case .key(let key)? = entry.path.elements.first, let list = wizard.listPositions[key] {
      let number = entry.path.elements.dropFirst().first?.spelling ?? "1"
      known += wizard.lists[list].fields.map { "\(key).\(number).\($0.key)" }
    }
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
