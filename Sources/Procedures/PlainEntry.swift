package import RecordStorage
package import SourceTrees
import WizardEngine

/// What finishing a wizard without a procedure does: the answers are stored as they are.
package enum PlainEntry {
  /// The insert that finishing performs.
  package static func changeSet(of registration: Registration) -> ChangeSet {
    var set = ChangeSet()
    var row = NewRow(in: .entries)
    row.give(answers(of: registration).json, to: "answers")
    set.main = set.insert(row)
    return set
  }

  /// The answers as JSON, in the order of the path; lists are arrays of objects.
  package static func answers(of registration: Registration) -> JSONValue {
    var members: [JSONValue.Member] = []
    let wizard = registration.wizard
    for stage in wizard.stages {
      for position in stage.fields {
        let key = wizard.fields[position].key
        guard let value = registration[position] else { continue }
        members.append(JSONValue.Member(key, JSONValue(value)))
      }
      guard let list = stage.list else { continue }
      let items = registration.items(ofList: list)
      guard !items.isEmpty else { continue }
      members.append(JSONValue.Member(wizard.lists[list].key, .array(items.map(\.json))))
    }
    return .object(members)
  }
}
