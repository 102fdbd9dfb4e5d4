import Foundation
import PlainValues
import Procedures
import RecordStorage
import SQLiteDriver
import WizardEngine
import WizardFiles

let today = CivilDate(iso: "2026-03-05") ?? CivilDate(dayNumber: 0)
let now = "2026-03-05T14:07:09Z"
let occasion = Occasion(now: now, today: today)

/// A store in a folder of its own, and the shipped wizards: where registrations are tried out.
final class Office {
  let store: Store
  private let path = NSTemporaryDirectory() + "alta-office-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    store = try Store(reading: SQLiteFile("\(path)/alta.db").source)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Wizards").standardized.path

  /// The shipped wizards by name, read once.
  private static let wizards: [String: CheckedWizard] = {
    var folder = WizardFolder(path: shipped)
    var wizards: [String: CheckedWizard] = [:]
    for name in folder.wizardNames() {
      wizards[name] = try? folder.wizard(name, finishing: Procedure.known)
    }
    return wizards
  }()

  static func wizard(_ name: String) throws -> Wizard {
    guard let wizard = wizards[name]?.wizard else {
      throw BadSample(faults: wizards[name]?.faults ?? [])
    }
    return wizard
  }

  /// A wizard of a test's own.
  static func wizard(yaml: String) throws -> Wizard {
    let reading = DefinitionFile.wizard(Array(yaml.utf8), file: "sample.yaml")
    guard let definition = reading.definition else { throw BadSample(faults: reading.faults) }
    let checked = CheckedWizard(
      definition,
      lists: [:],
      finishing: Procedure.known,
      faults: reading.faults
    )
    guard let wizard = checked.wizard else { throw BadSample(faults: checked.faults) }
    return wizard
  }

  // MARK: Registering

  /// What came of a registration.
  struct Outcome {
    /// The codes of problems and findings with their paths, for example `identifier E-ID-TAKEN`.
    var said: [String]
    var receipt: Receipt?

    /// The names of the records that were written, by table.
    func names(_ table: Table) -> [String] {
      receipt?.rows.filter { $0.table == table }.map(\.name) ?? []
    }
  }

  /// Registers answers as an unattended run does: prefill, judge, and commit if nothing blocks.
  @discardableResult
  func register(
    _ name: String,
    _ spelled: KeyValuePairs<String, String>,
    case key: String? = nil
  ) throws -> Outcome {
    try register(try Office.wizard(name), Array(spelled), case: key)
  }

  @discardableResult
  func register(
    _ wizard: Wizard,
    _ spelled: [(key: String, value: String)],
    case key: String? = nil
  ) throws -> Outcome {
    let (registration, problems) = try judge(wizard, spelled)
    let procedure = Procedure(wizard.ending)
    let findings = try procedure.findings(of: registration, at: occasion, in: store)
    var outcome = Outcome(said: problems + findings.map(\.spelled))
    guard problems.isEmpty, !findings.contains(where: \.blocks) else { return outcome }
    let set = try procedure.changeSet(of: registration, at: occasion, in: store)
    outcome.receipt = try store.commit(set, provenance(wizard, case: key))
    return outcome
  }

  func judge(
    _ wizard: Wizard,
    _ spelled: KeyValuePairs<String, String>
  ) throws -> (Registration, [String]) {
    try judge(wizard, Array(spelled))
  }

  /// The registration and the codes of its problems.
  func judge(
    _ wizard: Wizard,
    _ spelled: [(key: String, value: String)]
  ) throws -> (Registration, [String]) {
    var answers = Answers(to: wizard)
    for (path, text) in spelled { wizard.give(text, to: path, in: &answers, from: .file) }
    let procedure = Procedure(wizard.ending)
    let asked = Registration(of: wizard, plan: wizard.plan(for: answers, on: today))
    for known in try procedure.prefill(asked, in: store) {
      guard let position = wizard.fieldPositions[known.path], answers.values[position] == nil
      else { continue }
      answers.values[position] = GivenAnswer(known.text, from: .record)
    }
    let plan = wizard.plan(for: answers, on: today)
    var registration = Registration(of: wizard, plan: plan)
    registration.loaded = try procedure.loaded(asked, in: store)
    let blocking = plan.problems.filter { $0.severity == .error }
    return (registration, blocking.map { "\($0.path) \($0.code)" })
  }

  func provenance(_ wizard: Wizard, case key: String? = nil) -> Provenance {
    Provenance(
      at: now,
      by: "ana",
      command: "register",
      wizard: wizard.name,
      wizardVersion: Int64(wizard.version),
      language: "en",
      source: "test",
      caseKey: key
    )
  }

  // MARK: Editing

  /// Edits a customer: changes answers, and removes contacts by their numbers from 1.
  func editCustomer(
    _ identifier: String,
    _ spelled: KeyValuePairs<String, String> = [:],
    removing removed: [Int] = []
  ) throws -> Outcome {
    let wizard = try Office.wizard("register-customer")
    guard let file = try store.customer(identifier: identifier) else { throw BadSample(faults: []) }
    var answers = Answers(to: wizard)
    for answer in CustomerEdit.answers(of: file, in: wizard) {
      wizard.give(answer.text, to: answer.path, in: &answers, from: .record)
    }
    let contacts = wizard.lists[0]
    let ids = answers.lists[0].map(\.id)
    for (path, text) in spelled { wizard.give(text, to: path, in: &answers, from: .set) }
    for number in removed { answers.removeItem(ids[number - 1], from: contacts) }
    let plan = wizard.plan(for: answers, on: today)
    let edit = CustomerEdit(of: file, to: Registration(of: wizard, plan: plan))
    let findings = try edit.findings(in: store)
    let problems = plan.problems.filter { $0.severity == .error }
    var outcome = Outcome(
      said: problems.map { "\($0.path) \($0.code)" } + findings.map(\.spelled)
    )
    guard problems.isEmpty, !findings.contains(where: \.blocks) else { return outcome }
    outcome.receipt = try store.commit(edit.changeSet, provenance(wizard))
    return outcome
  }

  // MARK: Looking

  /// How many records there are: companies, customers, contacts, external users, requests.
  func counts() throws -> [Int] {
    try [Table.companies, .customers, .contacts, .externalUsers, .requests].map {
      try store.count(of: $0)
    }
  }

  func contact(_ number: String) throws -> Record? {
    try store.record(of: .contacts, numbered: number)
  }

  func request(_ number: String) throws -> Record? {
    try store.record(of: .requests, numbered: number)
  }
}

struct BadSample: Error {
  let faults: [DefinitionFault]
}

extension Finding {
  var spelled: String { path.isEmpty ? code : "\(path) \(code)" }

  /// Whether the finding keeps an unattended run from finishing; questions are answered with yes.
  var blocks: Bool { [.problem, .missing, .conflict].contains(weight) }
}

extension Wizard {
  /// Gives a text to a spelled path; items that are not there yet are added.
  func give(_ text: String, to path: String, in answers: inout Answers, from origin: AnswerOrigin) {
    let answer = GivenAnswer(text, from: origin)
    if let position = fieldPositions[path] {
      answers.values[position] = answer
      return
    }
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count == 3, let list = listPositions[parts[0]].map({ lists[$0] }),
      let number = Int(parts[1]), let field = list.fieldPositions[parts[2]]
    else { preconditionFailure("the wizard has no field \(path)") }
    while answers.lists[list.position].count < number { _ = answers.appendItem(to: list) }
    let item = answers.lists[list.position][number - 1].id
    answers[.item(list: list.position, item: item, field: field)] = answer
  }
}

extension Record {
  /// The texts of some columns, in order; numbers as digits.
  func texts(_ keys: String...) -> [String] {
    keys.map { key in self[key].text ?? self[key].integer.map { String($0) } ?? "" }
  }
}
