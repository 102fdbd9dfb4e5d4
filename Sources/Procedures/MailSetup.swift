import RecordStorage
import WizardEngine

/// What finishing `set-up-mail` does: each answer is a setting; what is left empty is unset.
///
/// The password is none of them: it is never stored.
///
/// - SeeAlso: the project's `Wizards/set-up-mail.yaml`, whose field keys it works with.
struct MailSetup {
  let registration: Registration

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    for field in registration.wizard.fields {
      let key = Setting.smtp(field.key)
      let value = registration[field.key]
      if let stored = try store.record(of: .settings, key: .text(key)) {
        var row = AlteredRow(stored)
        row.give(value, to: "value")
        guard !row.alterations.isEmpty else { continue }
        let place = set.update(row)
        set.main = set.main ?? place
      } else if value != nil {
        var row = NewRow(in: .settings)
        row.give(key, to: "key")
        row.give(value, to: "value")
        let place = set.insert(row)
        set.main = set.main ?? place
      }
    }
    return set
  }
}
