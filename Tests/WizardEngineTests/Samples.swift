import Foundation
import PlainValues
import WizardEngine
import WizardFiles

/// The day that counts as today in all tests.
let today = CivilDate(iso: "2026-03-05") ?? CivilDate(dayNumber: 0)

/// The procedures and records that the shipped wizards name.
let finishing = KnownEndings(
  procedures: ["register-customer", "enter-contact"],
  records: [
    "company", "customer", "contact", "external-user", "request", "employee", "setting", "entry",
  ]
)

/// Why a sample cannot be used in a test.
struct BadSample: Error, CustomStringConvertible {
  let faults: [DefinitionFault]

  var description: String {
    faults.map { "\($0.place.line):\($0.place.column) \($0.code) \($0.reason)" }
      .joined(separator: "\n")
  }
}

/// Checks a wizard whose stages are given as YAML; option lists are given by name.
func checked(stages: String, lists: [String: String] = [:]) -> CheckedWizard {
  checked("wizard: sample\ntitle: Sample\nstages:\n" + stages, lists: lists)
}

func checked(_ yaml: String, lists: [String: String] = [:]) -> CheckedWizard {
  let reading = DefinitionFile.wizard(Array(yaml.utf8), file: "sample.yaml")
  guard let definition = reading.definition else {
    return CheckedWizard(wizard: nil, faults: reading.faults)
  }
  var found: [String: OptionListDefinition] = [:]
  var faults = reading.faults
  for (name, text) in lists {
    let list = DefinitionFile.optionList(Array(text.utf8), file: "\(name).yaml")
    faults += list.faults
    found[name] = list.definition
  }
  return CheckedWizard(definition, lists: found, finishing: finishing, faults: faults)
}

/// A wizard with one stage of these fields, as flow mappings one a line.
func wizard(fields: String...) throws -> Wizard {
  try wizard(
    stages: "  - stage: only\n    title: Only\n    fields:\n"
      + fields.map { "      - {\($0)}\n" }.joined()
  )
}

func wizard(stages: String, lists: [String: String] = [:]) throws -> Wizard {
  let checked = checked(stages: stages, lists: lists)
  guard let wizard = checked.wizard else { throw BadSample(faults: checked.faults) }
  return wizard
}

/// A wizard that is shipped.
func shipped(_ name: String) throws -> Wizard {
  var folder = WizardFolder(path: shippedFolder)
  let checked = try folder.wizard(name, finishing: finishing)
  guard let wizard = checked.wizard else { throw BadSample(faults: checked.faults) }
  return wizard
}

let shippedFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Wizards").standardized.path

extension Wizard {
  /// Answers by their spelled paths; items are counted from 1 and appear as they are named.
  func answers(
    _ spelled: KeyValuePairs<String, String>,
    from origin: AnswerOrigin = .typed
  ) -> Answers {
    var answers = Answers(to: self)
    for (path, text) in spelled { give(text, to: path, in: &answers, from: origin) }
    return answers
  }

  func give(
    _ text: String,
    to path: String,
    in answers: inout Answers,
    from origin: AnswerOrigin = .typed
  ) {
    answers[address(path, adding: &answers)] = GivenAnswer(text, from: origin)
  }

  /// The address of a spelled path; items that are not there yet are added.
  func address(_ path: String, adding answers: inout Answers) -> FieldAddress {
    let parts = path.split(separator: ".").map(String.init)
    if let position = fieldPositions[path] { return .field(position) }
    guard parts.count == 3, let list = listPositions[parts[0]].map({ lists[$0] }),
      let number = Int(parts[1]), let field = list.fieldPositions[parts[2]]
    else { preconditionFailure("the wizard has no field \(path)") }
    while answers.lists[list.position].count < number { _ = answers.appendItem(to: list) }
    return .item(
      list: list.position,
      item: answers.lists[list.position][number - 1].id,
      field: field
    )
  }

  func plan(_ spelled: KeyValuePairs<String, String>, from origin: AnswerOrigin = .typed) -> Plan {
    plan(for: answers(spelled, from: origin), on: today)
  }
}

extension Plan {
  /// The canonical values by path.
  var values: [String: String] {
    Dictionary(
      fields.compactMap { field in field.value.map { (field.path, $0.text) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The problems as `path code`, in their order.
  var said: [String] { problems.map { "\($0.path) \($0.code)" } }

  var paths: [String] { fields.map(\.path) }

  func stageKeys(of wizard: Wizard) -> [String] { stages.map { wizard.stages[$0.position].key } }
}
