import PlainValues
import Procedures
package import RecordStorage

/// Changes as they are shown before they are made: mails with their texts as customers will read them (domain rule
/// M10).
package struct MailPreview {
  private let desk: Desk
  private let wording: Wording
  private let speaking: (String) -> Speech?

  /// How many mails are put into words; nobody reads hundreds before they are sent.
  private static let most = 20

  /// Prepares a preview.
  ///
  /// - Parameters:
  ///   - desk: The store and the day.
  ///   - wording: The language for customers who have none.
  ///   - speaking: Gives the speech of a language tag.
  package init(at desk: Desk, wording: Wording, speaking: @escaping (String) -> Speech?) {
    self.desk = desk
    self.wording = wording
    self.speaking = speaking
  }

  /// The changes with the texts of mails filled.
  ///
  /// - Parameter set: What will be stored.
  /// - Returns: What is to be shown.
  /// - Throws: `StoreError`.
  package func shown(_ set: ChangeSet) throws(StoreError) -> ChangeSet {
    guard desk.procedure == .mailInvoices else { return set }
    var shown = set
    var invoices: [Int: [SQLValue]] = [:]
    for case .insert(let row) in set.changes where row.table == .dispatches {
      guard case .row(let mail) = row.cell(for: "mail"),
        case .value(let invoice) = row.cell(for: "invoice")
      else { continue }
      invoices[mail, default: []].append(invoice)
    }
    for position in invoices.keys.sorted().prefix(Self.most) {
      guard case .insert(let row) = set.changes[position],
        let mail = try QueuedMail(
          Record(pending: row),
          with: invoices[position] ?? [],
          in: desk.store
        )
      else { continue }
      let language = mail.textLanguage ?? mail.customer["language"].text
      let writer = LetterWriter(language.flatMap(speaking)?.wording ?? wording)
      let text = writer.text(of: mail, on: desk.today)
      shown.amend(position) { row in
        row.set(.text(text.subject), for: "subject")
        row.set(.text(text.body), for: "body")
      }
    }
    return shown
  }
}
