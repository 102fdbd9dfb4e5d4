import AnswerFiles
import FrontDesk
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

  /// Runs the dialogue.
  ///
  /// - Parameters:
  ///   - interview: Where it starts.
  ///   - draft: The draft that it goes on with.
  /// - Returns: How alta ends.
  /// - Throws: `StoreError` where the store cannot be read.
  func run(_ interview: Interview, draft: String?) throws(StoreError) -> ExitCode {
    var dialogue = LineDialogue(
      interview,
      desk: desk,
      speech: session.speech,
      output: session.messages,
      reader: session.lineReader(),
      isConfirmed: isConfirmed || session.invocation.has(.yes),
      isEchoing: !Environment.hasKeyboard,
      languages: session.catalogs.choices,
      speaking: { tag in session.speech(of: tag) }
    )
    let outcome = try dialogue.run()
    let wording = dialogue.speech.wording
    switch outcome {
    case .finished(let registration):
      return try finish(registration, in: dialogue, draft: draft)
    case .cancelled:
      session.confirm(wording.text(DialoguePhrase.cancelled))
      return .cancelled
    case .saved:
      return keepDraft(of: dialogue, draft: draft) ? .done : .unavailable
    case .ended(let hadInput):
      session.complain(wording.text(DialoguePhrase.inputEnded))
      guard hadInput else { return .question }
      _ = keepDraft(of: dialogue, draft: draft)
      return .interrupted
    case .interrupted(let signal):
      session.messages.write("")
      _ = keepDraft(of: dialogue, draft: draft)
      switch signal {
      case .hangup: return .hangup
      case .interrupt: return .interrupted
      case .terminate: return .terminated
      }
    case .failed(let code):
      session.complain(
        wording.text(TroublePhrase.fileSystem, [("path", "stdin"), ("number", "\(code)")])
      )
      return .unavailable
    }
  }

  private func finish(
    _ registration: Registration,
    in dialogue: LineDialogue,
    draft: String?
  ) throws(StoreError) -> ExitCode {
    let set = try desk.changeSet(of: registration)
    let finish = Finish(
      session: session.speaking(dialogue.speech),
      desk: desk,
      registration: registration
    )
    guard !set.changes.isEmpty else { return .done }
    do throws(StoreError) {
      let provenance = session.speaking(dialogue.speech).provenance(
        of: desk.wizard,
        source: "dialogue",
        caseKey: caseKey,
        draft: draft
      )
      let receipt = try desk.store.commit(set, provenance)
      finish.say(receipt)
      return .done
    } catch {
      let code = finish.say(error, caseKey: caseKey)
      // What was answered must not be lost because somebody else was quicker or the disk is full.
      _ = keepDraft(of: dialogue, draft: draft)
      return code
    }
  }

  /// Keeps a draft and says how to go on.
  private func keepDraft(of dialogue: LineDialogue, draft: String?) -> Bool {
    let wording = dialogue.speech.wording
    guard desk.subject == nil else { return true }
    let interview = dialogue.interview
    let entries = AnswerWriting.entries(
      of: interview.answers,
      in: interview.wizard,
      plan: interview.plan
    )
    guard !entries.isEmpty else {
      session.remark(wording.text(DialoguePhrase.nothingAnswered))
      return true
    }
    let id = draft ?? Environment.draftName
    do throws(StoreError) {
      try desk.store.save(
        Draft(
          id: id,
          wizard: interview.wizard.name,
          wizardVersion: Int64(interview.wizard.version),
          answers: JSONValue(nesting: entries).json,
          position: interview.spelling(of: interview.stop),
          language: wording.language,
          savedAt: Environment.now
        )
      )
    } catch {
      session.complain(
        wording.text(
          DialoguePhrase.draftNotKept,
          [("reason", wording.sentence(for: error))]
        )
      )
      return false
    }
    session.confirm(
      wording.text(
        DialoguePhrase.draftKept,
        [("command", session.command("draft resume \(id)"))]
      )
    )
    return true
  }
}

extension Session {
  /// The same session in another language.
  func speaking(_ speech: Speech) -> Session {
    Session(
      invocation: invocation,
      speech: speech,
      catalogs: catalogs,
      results: results,
      messages: messages,
      signals: signals,
      today: today,
      now: now
    )
  }

  /// The speech of a language tag; `nil` where there is no catalog for it.
  func speech(of tag: String) -> Speech? {
    let (wording, choice, _) = catalogs.wording(option: tag, environment: [:])
    return choice.isFallback || choice.requests.isEmpty ? nil : Speech(wording)
  }

  /// A command to type, with the options that make it work on the same store.
  func command(_ words: String) -> String {
    guard let store = invocation[.store] else { return "alta \(words)" }
    return "alta \(words) --store \(Session.quoted(store))"
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "-_./,:@%+=".utf8.contains(byte)
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
