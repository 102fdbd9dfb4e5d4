import RecordStorage
import WizardEngine

/// What finishing `set-up-mail` and `set-up-issuer` does: each answer is a setting; what is left empty is unset.
///
/// The form starts with what is set. A password is no setting: it is never stored.
///
/// - SeeAlso: the project's `Wizards/set-up-mail.yaml` and `set-up-issuer.yaml`, whose field keys it works with.
struct SettingsForm {
  let registration: Registration
  /// What stands before the fields' keys in those of settings.
  let prefix: String

  private func key(_ field: Field) -> String { "\(prefix).\(field.key)" }

  /// What is set.
  static func answers(
    to wizard: Wizard,
    prefix: String,
    in store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    var answers: [SpelledAnswer] = []
    for field in wizard.fields {
      guard let value = try store.setting("\(prefix).\(field.key)") else { continue }
      answers.append(SpelledAnswer(field.key, value))
    }
    return answers
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    for field in registration.wizard.fields {
      let value = registration[field.key]
      if let stored = try store.record(of: .settings, key: .text(key(field))) {
        var row = AlteredRow(stored)
        row.give(value, to: "value")
        guard !row.alterations.isEmpty else { continue }
        let place = set.update(row)
        set.main = set.main ?? place
      } else if value != nil {
        var row = NewRow(in: .settings)
        row.give(key(field), to: "key")
        row.give(value, to: "value")
        let place = set.insert(row)
        set.main = set.main ?? place
      }
    }
    return set
  }
}
