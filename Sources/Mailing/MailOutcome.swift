/// What became of one attempt to send a mail; one line from the program that sends.
package enum MailOutcome: Equatable, Sendable {
  /// The server has taken it.
  case sent
  /// The server has refused it for now.
  case deferred(String)
  /// The server has refused it for good.
  case refused(String)
  /// All of it was sent and no answer came: the server may have it or not (RFC 1047).
  case unknown(String)
  /// The server cannot be used at all; nothing was sent.
  case halted(String)

  private var word: String {
    switch self {
    case .sent: "sent"
    case .deferred: "deferred"
    case .refused: "refused"
    case .unknown: "unknown"
    case .halted: "halted"
    }
  }

  /// What the server or the library said.
  package var reason: String {
    switch self {
    case .sent: ""
    case .deferred(let reason), .refused(let reason), .unknown(let reason), .halted(let reason):
      reason
    }
  }

  /// The outcome on one line.
  package var line: String {
    let plain = String(reason.unicodeScalars.map { $0.value < 32 ? " " : Character($0) })
    return plain.isEmpty ? word : "\(word) \(plain)"
  }

  /// Reads a line; `nil` for any other.
  package init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", maxSplits: 1)
    let reason = parts.count > 1 ? String(parts[1]) : ""
    switch parts.first {
    case "sent": self = .sent
    case "deferred": self = .deferred(reason)
    case "refused": self = .refused(reason)
    case "unknown": self = .unknown(reason)
    case "halted": self = .halted(reason)
    default: return nil
    }
  }
}
