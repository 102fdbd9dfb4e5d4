import TerminalForms

/// One line that a person gave: a text, a command, or the end.
enum DialogueInput {
  case text(String)
  case command(DialogueCommand)
  case end
  case interrupted(StopSignal)
  case failed(code: Int32)

  /// Reads a line; `::`, `<<` and `??` at its beginning stand for the character itself.
  init(_ line: String) {
    guard let first = line.first, ":<?".contains(first) else {
      self = .text(line)
      return
    }
    if line.dropFirst().first == first {
      self = .text(String(line.dropFirst()))
    } else {
      self = .command(DialogueCommand(line))
    }
  }

  /// How the dialogue ends where no line came.
  func outcome(hadInput: Bool) -> DialogueOutcome {
    switch self {
    case .interrupted(let signal): .interrupted(signal)
    case .failed(let code): .failed(code: code)
    case .text, .command, .end: .ended(hadInput: hadInput)
    }
  }
}

/// What a person asks for instead of answering.
enum DialogueCommand: Equatable {
  case help, back, next, review, finish, save, quit
  case language(String)
  case unknown(String)

  init(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "?", ":help", ":?": self = .help
    case "<", ":back": self = .back
    case ":next": self = .next
    case ":review": self = .review
    case ":finish": self = .finish
    case ":save": self = .save
    case ":quit", ":cancel": self = .quit
    case ":lang" where words.count == 2: self = .language(words[1])
    default: self = .unknown(line)
    }
  }
}
