import FrontDesk
import RecordStorage
import TerminalForms

/// How far an import is, on standard error: one line that is drawn anew on a terminal, else a line now and
/// then.
struct ImportProgress {
  private let session: Session
  private let total: Int
  private let start = Environment.milliseconds
  private var last: Int
  private let isDrawn: Bool

  /// Begins to measure.
  ///
  /// - Parameters:
  ///   - session: Where it is shown, and in which language.
  ///   - total: The bytes of the input.
  init(on session: Session, total: Int) {
    self.session = session
    self.total = total
    let capabilities = session.messages.capabilities
    isDrawn = capabilities.isTerminal && !capabilities.isDumb && !session.invocation.has(.plain)
    last = start
  }

  /// Shows how far the import is, unless that was done a moment ago.
  mutating func show(_ counts: ImportCounts, position: Int) {
    let now = Environment.milliseconds
    guard !session.isQuiet, now - last >= (isDrawn ? 100 : 10_000) else { return }
    last = now
    let line = sentence(counts, position: position, seconds: Double(now - start) / 1000)
    if isDrawn {
      session.messages.redraw(Line(line, .dim))
    } else {
      session.messages.write(Line(line))
    }
  }

  /// Takes the line away.
  func end() {
    if isDrawn && last > start { session.messages.redraw("") }
  }

  private func sentence(_ counts: ImportCounts, position: Int, seconds: Double) -> String {
    let wording = session.wording
    let rate = Int(Double(counts.read) / max(0.001, seconds))
    let share = total > 0 ? Double(min(position, total)) / Double(total) : 0
    let left = share > 0 ? Int(seconds / share * (1 - share)) : 0
    return wording.text(
      ImportPhrase.progress,
      [
        ("percent", "\(Int(share * 100))"), ("rows", wording.number(counts.read)),
        ("rate", wording.number(rate)), ("remaining", ImportProgress.clock(left)),
        ("rejected", wording.number(counts.rejected)),
      ]
    )
  }

  /// Minutes and seconds, with hours where there are any.
  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = two(seconds % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(rest)" : "\(minutes):\(rest)"
  }
}
