import RecordStorage
package import TerminalForms

extension FormDialogue {
  /// What a dialogue needs of the program around it.
  package struct Surroundings {
    /// Keeps the answers so far, in case the process is killed; called while nobody waits.
    let keep: (FormDialogue) -> Void
    /// Has a text edited by the person's own editor.
    let edit: (String) -> EditedText
    /// Whether the dialogue shall end, because what it is about has changed; asked while nobody types.
    let isOutdated: (() -> Bool)?

    /// Names what the dialogue needs.
    package init(
      keep: @escaping (FormDialogue) -> Void,
      edit: @escaping (String) -> EditedText,
      isOutdated: (() -> Bool)? = nil
    ) {
      self.keep = keep
      self.edit = edit
      self.isOutdated = isOutdated
    }
  }

  /// What came back from an editor.
  package enum EditedText: Sendable {
    /// The text as it was left.
    case text(String)
    /// The program could not be run, or failed.
    case failed(program: String)
    /// What it left is no text.
    case noText
  }

  /// Shows the form and takes keys until the dialogue is over; the terminal is given back then.
  ///
  /// Where the store fails on the way, the answers are kept, the person is told, and may try again.
  ///
  /// - Parameters:
  ///   - terminal: The terminal, which has been opened.
  ///   - surroundings: What the dialogue needs of the program.
  /// - Returns: How it ended.
  package mutating func run(
    on terminal: FormTerminal,
    _ surroundings: Surroundings
  ) -> DialogueOutcome {
    defer { terminal.close() }
    var safe = interview.answers
    while true {
      let lines = kept
      kept = []
      size = terminal.size
      guard terminal.show(frame(in: size, repertoire: terminal.repertoire), below: lines)
      else { return .ended(hadInput: hadInput) }
      // First what the person sees, then what protects it.
      if interview.answers != safe, !terminal.hasInput {
        surroundings.keep(self)
        safe = interview.answers
      }
      while !terminal.hasInput, prepareSearch() {}
      let event = next(on: terminal, surroundings.isOutdated)
      if case .idle = event {
        keepTyped()
        return .outdated
      }
      if let outcome = outcome(of: event) {
        keepTyped()
        return outcome
      }
      guard case .keys(let keys) = event else { continue }
      for key in keys {
        do throws(StoreError) {
          switch try press(key) {
          case .show: continue
          case .refresh: terminal.refresh()
          case .suspend: terminal.suspend()
          case .edit(let text): takeEdited(terminal.lend { surroundings.edit(text) })
          case .end(let outcome): return outcome
          }
        } catch {
          notice = remark(.problem, .red, wording.sentence(for: error))
          // Keys that were pressed meanwhile were not meant for this.
          break
        }
      }
    }
  }

  /// How often it is asked whether the dialogue is outdated, in milliseconds.
  private static let pause: Int32 = 200

  /// Waits for what comes next: `idle` only where the dialogue is outdated.
  private func next(on terminal: FormTerminal, _ isOutdated: (() -> Bool)?) -> FormTerminal.Event {
    guard let isOutdated else { return terminal.next() }
    while true {
      let event = terminal.next(within: FormDialogue.pause)
      guard case .idle = event else { return event }
      if isOutdated() { return .idle }
    }
  }

  private mutating func takeEdited(_ edited: EditedText) {
    switch edited {
    case .text(let text): replaceMemo(with: text)
    case .failed(let program):
      notice = remark(
        .problem,
        .red,
        wording.text(FormPhrase.editorFailed, [("program", program)])
      )
    case .noText: notice = remark(.problem, .red, wording.text(FormPhrase.editorFile))
    }
  }
}
