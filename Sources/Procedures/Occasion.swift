package import PlainValues
import RecordStorage

/// When a procedure is carried out.
package struct Occasion: Sendable {
  /// The moment, in UTC as ISO 8601 with seconds.
  package let now: String
  /// The day that counts as today; every date that a procedure works out follows from it.
  package let today: CivilDate

  /// Names moment and day.
  package init(now: String, today: CivilDate) {
    self.now = now
    self.today = today
  }

  /// The cell that draws the next number of a kind of document in this year, `RE-2026-0001`.
  func number(_ kind: String) -> Cell {
    let prefix = "\(kind)-\(today.components.year)-"
    return .masked(Mask(prefix: prefix, width: 4, suffix: "", counter: prefix))
  }
}
