import AnswerFiles
import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// A dialogue from its first question to what it leaves behind: records, a draft, or nothing.
struct Conversation {
  let session: Session
  let desk: Desk
  /// The caller's key of the case, if an answer file began the dialogue with one.
  var caseKey: String?
  /// Whether an answer file has said yes to what must be confirmed.
  var isConfirmed = false
  /// The row of an import that is being mended, if one is.
  var origin: RowOrigin?

  /// How a dialogue ended, and what was said in it.
  struct Ending {
    let outcome: DialogueOutcome
    let interview: Interview
    let speech: Speech
  }

  /// Runs the dialogue: on a form where the terminal takes one, line by line elsewhere.
  ///
  /// - Parameters:
  ///   - interview: Where it starts.
  ///   - draft: The draft that it goes on with.
  /// - Returns: How alta ends.
  /// - Throws: `StoreError` where the store cannot be read.
  func run(_ interview: Interview, draft: String?) throws(StoreError) -> ExitCode {
    let safeguard = Safeguard(conversation: self, id: draft ?? Environment.draftName)
    // Where the store fails here, the journal stays: it has what was answered.
    let ending = try ask(interview, keep: safeguard.keep)
    return try conclude(ending, resuming: draft, safeguard)
  }

  // MARK: Dialogues

  /// Runs the dialogue and leaves what becomes of the answers to the caller.
  ///
  /// - Parameters:
  ///   - interview: Where it starts.
  ///   - keep: Keeps the answers so far, with the language of the moment.
  ///   - isOutdated: Whether a form shall end, because what it is about has changed.
  /// - Returns: How the dialogue ended.
  /// - Throws: `StoreError` where the store cannot be read.
  func ask(
    _ interview: Interview,
    keep: @escaping (Interview, String) -> Void,
    isOutdated: (() -> Bool)? = nil
  ) throws(StoreError) -> Ending {
    guard let terminal = openTerminal() else { return try talk(interview, keep) }
    return try fill(interview, on: terminal, keep, isOutdated)
  }

  /// The terminal for a form; `nil` where none can be drawn, or lines were asked for.
  private func openTerminal() -> FormTerminal? {
    let output = session.messages
    guard Environment.hasKeyboard, output.capabilities.isTerminal, !output.capabilities.isDumb,
      !session.invocation.has(.plain), !Environment.prefersLines, output.windowSize.takesForms
    else { return nil }
    session.results.flush()
    let terminal = FormTerminal(
      input: 0,
      output: output,
      signals: session.signals,
      environment: Environment.variable
    )
    return terminal.open() ? terminal : nil
  }

  private func fill(
    _ interview: Interview,
    on terminal: FormTerminal,
    _ keep: @escaping (Interview, String) -> Void,
    _ isOutdated: (() -> Bool)?
  ) throws(StoreError) -> Ending {
    var dialogue: FormDialogue
    do throws(StoreError) {
      dialogue = try FormDialogue(
        interview,
        desk: desk,
        speech: session.speech,
        isConfirmed: isConfirmed || session.invocation.has(.yes),
        languages: session.catalogs.choices,
        speaking: { tag in session.speech(of: tag) }
      )
    } catch {
      terminal.close()
      throw error
    }
    let outcome = dialogue.run(
      on: terminal,
      FormDialogue.Surroundings(
        keep: { keep($0.interview, $0.speech.wording.language) },
        edit: TextProgram.edited,
        isOutdated: isOutdated
      )
    )
    return Ending(outcome: outcome, interview: dialogue.interview, speech: dialogue.speech)
  }

  private func talk(
    _ interview: Interview,
    _ keep: @escaping (Interview, String) -> Void
  ) throws(StoreError) -> Ending {
    var dialogue = LineDialogue(
      interview,
      desk: desk,
      speech: session.speech,
      output: session.messages,
      reader: session.lineReader(),
      isConfirmed: isConfirmed || session.invocation.has(.yes),
      isEchoing: !Environment.hasKeyboard,
      languages: session.catalogs.choices,
      speaking: { tag in session.speech(of: tag) },
      keeping: { keep($0.interview, $0.speech.wording.language) }
    )
    let outcome = try dialogue.run()
    return Ending(outcome: outcome, interview: dialogue.interview, speech: dialogue.speech)
  }

  // MARK: What is left behind

  private func conclude(
    _ ending: Ending,
    resuming draft: String?,
    _ safeguard: Safeguard
  ) throws(StoreError) -> ExitCode {
    let wording = ending.speech.wording
    switch ending.outcome {
    case .finished(let registration, let confirmed, let seen):
      return try finish(registration, (confirmed, seen), ending, resuming: draft, safeguard)
    case .cancelled:
      safeguard.discard()
      session.confirm(wording.text(DialoguePhrase.cancelled))
      return .cancelled
    case .saved, .outdated:
      return keepDraft(of: ending, safeguard) ? .done : .unavailable
    case .ended(let hadInput):
      session.complain(wording.text(DialoguePhrase.inputEnded))
      guard hadInput else { return .question }
      _ = keepDraft(of: ending, safeguard)
      return .interrupted
    case .interrupted(let signal):
      session.messages.write("")
      _ = keepDraft(of: ending, safeguard)
      return ExitCode(signal)
    case .failed(let code):
      session.complain(
        wording.text(TroublePhrase.fileSystem, [("path", "stdin"), ("number", "\(code)")])
      )
      return .unavailable
    }
  }

  private func finish(
    _ registration: Registration,
    _ agreed: (confirmed: [Finding.Reason], seen: ChangeSet?),
    _ ending: Ending,
    resuming draft: String?,
    _ safeguard: Safeguard
  ) throws(StoreError) -> ExitCode {
    let finish = Finish(
      session: session.speaking(ending.speech),
      desk: desk,
      registration: registration
    )
    do throws(StoreError) {
      var provenance = session.speaking(ending.speech).provenance(
        of: desk.wizard,
        source: origin?.source ?? "dialogue",
        row: origin.map { Int($0.place.row) },
        caseKey: caseKey,
        draft: draft
      )
      provenance.mended = origin?.place
      switch try finish.store(provenance, confirmed: agreed.confirmed, seen: agreed.seen) {
      case .refused(let refusals):
        // Whoever was asked and said yes is not told how to say yes without being asked.
        let findings = refusals.map { $0.weight == .question ? Finding(.changedMeanwhile) : $0 }
        finish.say(findings)
        _ = keepDraft(of: ending, safeguard)
        return Finish.exitCode(of: findings)
      case .unchanged, .complete:
        safeguard.discard()
        return .done
      case .stopped:
        _ = keepDraft(of: ending, safeguard)
        return session.signals.arrived.map { ExitCode($0) } ?? .interrupted
      }
    } catch {
      let code = finish.say(error, caseKey: caseKey)
      // What was answered must not be lost because somebody else was quicker or the disk is full.
      _ = keepDraft(of: ending, safeguard)
      return code
    }
  }

  /// The draft of an interview; `nil` where nothing was answered.
  func draft(of interview: Interview, id: String, language: String) -> Draft? {
    let entries = AnswerWriting.entries(
      of: interview.answers,
      in: interview.wizard,
      plan: interview.plan
    )
    guard !entries.isEmpty else { return nil }
    return Draft(
      id: id,
      wizard: interview.wizard.name,
      wizardVersion: Int64(interview.wizard.version),
      answers: JSONValue(nesting: entries).json,
      position: interview.spelling(of: interview.stop),
      language: language,
      savedAt: Environment.now
    )
  }

  /// Keeps a draft and says how to go on.
  private func keepDraft(of ending: Ending, _ safeguard: Safeguard) -> Bool {
    let wording = ending.speech.wording
    guard desk.subject == nil else { return true }
    let id = safeguard.id
    guard let draft = draft(of: ending.interview, id: id, language: wording.language) else {
      safeguard.discard()
      session.remark(wording.text(DialoguePhrase.nothingAnswered))
      return true
    }
    do throws(StoreError) {
      try desk.store.save(draft)
    } catch {
      session.complain(
        wording.text(
          DialoguePhrase.draftNotKept,
          [("reason", wording.sentence(for: error))]
        )
      )
      return false
    }
    safeguard.discard()
    session.confirm(
      wording.text(
        DialoguePhrase.draftKept,
        [("command", session.command("draft resume \(id)"))]
      )
    )
    return true
  }
}
