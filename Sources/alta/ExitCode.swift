import TerminalForms

/// How `alta` ends.
enum ExitCode: Int32, Sendable {
  /// Done, or nothing wrong was found.
  case done = 0
  /// Something in alta itself went wrong.
  case internalFailure = 1
  /// The command line is wrong.
  case usage = 2
  /// Answers, definitions or catalogs have problems.
  case problems = 3
  /// A prerequisite or a reference is missing.
  case missing = 4
  /// A question needs a person, `--yes`, or an answer.
  case question = 5
  /// A conflict: a duplicate, a wrong state, or something changed meanwhile.
  case conflict = 6
  /// The person cancelled; nothing was stored.
  case cancelled = 7
  /// Some mails were not delivered.
  case partlyDelivered = 8
  /// The store or a file cannot be opened, read or written.
  case unavailable = 9
  /// The terminal hung up; a draft was kept.
  case hangup = 129
  /// Ctrl-C; a draft was kept.
  case interrupted = 130
  /// The process was told to end; a draft was kept.
  case terminated = 143

  /// What a signal to stop ends alta with.
  init(_ signal: StopSignal) {
    switch signal {
    case .hangup: self = .hangup
    case .interrupt: self = .interrupted
    case .terminate: self = .terminated
    }
  }

  /// The one that stands for several, as the specification orders them: 9, 4, 6, 3, 5.
  func joined(with other: ExitCode) -> ExitCode {
    let order: [ExitCode] = [.unavailable, .missing, .conflict, .problems, .question]
    for code in order where self == code || other == code { return code }
    return self == .done ? other : self
  }
}
