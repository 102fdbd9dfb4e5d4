import LocalFiles
import TerminalForms

/// Notices that a definition or a catalog was saved, in whatever way editors do that.
struct DefinitionWatch {
  private let session: Session
  private let file: String
  private var stamps: [String: FileStamp] = [:]

  /// How often files are looked at, and how long they must have stayed the same, in milliseconds.
  private static let pause: Int32 = 200
  private static let rest: Int32 = 40
  /// How often it is waited for the rest of a file at most.
  private static let mostRests = 25

  /// Watches the folders of a session, and a file that may lie elsewhere.
  init(_ session: Session, file: String) {
    self.session = session
    self.file = file
    stamps = look()
  }

  private func look() -> [String: FileStamp] {
    var stamps = FileStamp.ofFiles(in: session.wizardsPath, ending: ".yaml")
    stamps.merge(FileStamp.ofFiles(in: session.catalogs.path, ending: ".po")) { $1 }
    stamps[file] = FileStamp(of: file)
    return stamps
  }

  /// Whether something was saved since the last change that was noticed.
  var sees: Bool { look() != stamps }

  /// Takes note of what is there now, once nobody writes to it any more.
  mutating func settle() {
    for _ in 0..<DefinitionWatch.mostRests {
      let seen = look()
      let isAtRest = seen == stamps
      stamps = seen
      if isAtRest || session.signals.wait(milliseconds: DefinitionWatch.rest) != nil { return }
    }
  }

  /// Waits for a change.
  ///
  /// - Returns: How alta ends instead; `nil` where something was saved.
  mutating func wait() -> ExitCode? {
    while !sees {
      if let signal = session.signals.wait(milliseconds: DefinitionWatch.pause) {
        session.messages.write("")
        return ExitCode(signal)
      }
      if session.results.isAbandoned { return .done }
    }
    settle()
    return nil
  }
}
