import FrontDesk
import RecordStorage

/// How far an import is.
struct ImportProgress {
  private let session: Session
  private let total: Int
  private var line: ProgressLine

  /// Begins to measure.
  ///
  /// - Parameters:
  ///   - session: Where it is shown, and in which language.
  ///   - total: The bytes of the input.
  init(on session: Session, total: Int) {
    self.session = session
    self.total = total
    line = ProgressLine(on: session)
  }

  /// Shows how far the import is, unless that was done a moment ago.
  mutating func show(_ counts: ImportCounts, position: Int) {
    let (wording, total) = (session.wording, total)
    line.show { seconds in
      let rate = Int(Double(counts.read) / max(0.001, seconds))
      let share = total > 0 ? Double(min(position, total)) / Double(total) : 0
      let left = share > 0 ? Int(seconds / share * (1 - share)) : 0
      return wording.text(
        ImportPhrase.progress,
        [
          ("percent", "\(Int(share * 100))"), ("rows", wording.number(counts.read)),
          ("rate", wording.number(rate)), ("remaining", ProgressLine.clock(left)),
          ("rejected", wording.number(counts.rejected)),
        ]
      )
    }
  }

  /// Takes the line away.
  func end() { line.clear() }
}
