import FrontDesk
import RecordStorage
import SourceTrees
import TerminalForms

/// `alta draft list` and `alta draft discard`.
struct DraftCommand {
  let session: Session

  func list() -> ExitCode {
    do throws(StoreError) {
      let drafts = try DraftCommand.all(in: session.openStore())
      if session.isJSON {
        session.results.write(
          exactly: JSONValue.array(
            drafts.map { draft in
              .object([
                .init("id", .string(draft.id)), .init("wizard", .string(draft.wizard)),
                .init("position", .string(draft.position)),
                .init("savedAt", .string(draft.savedAt)),
              ])
            }
          ).json + "\n"
        )
      } else if drafts.isEmpty {
        session.remark(session.wording.text(RecordPhrase.noRecords))
      } else {
        let wording = session.wording
        session.results.write(
          TextTable(
            columns: [
              .init(Line(wording.text(RecordPhrase.number))),
              .init(Line(wording.text(RecordPhrase.wizard))),
              .init(Line(wording.text(RecordPhrase.createdAt))),
            ],
            rows: drafts.map {
              [Line($0.id), Line($0.wizard), Line(session.speech.local.shown(moment: $0.savedAt))]
            }
          ).lines(on: session.results.page)
        )
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }

  func discard() -> ExitCode {
    let id = session.invocation.operands[0]
    do throws(StoreError) {
      let store = try session.openStore()
      let wasLeftBehind = DraftJournal.discard(id, of: store)
      guard try store.discardDraft(id) || wasLeftBehind else {
        session.refuse(session.wording.text(DialoguePhrase.noDraft, [("id", id)]), code: "draft")
        return .missing
      }
      session.confirm(session.wording.text(DialoguePhrase.draftDiscarded, [("id", id)]))
      return .done
    } catch {
      return session.fail(error)
    }
  }

  /// All drafts of a store, the latest first; of one that was resumed and then killed, the later state.
  private static func all(in store: Store) throws(StoreError) -> [Draft] {
    var latest: [String: Draft] = [:]
    for draft in try store.drafts() + DraftJournal.drafts(of: store)
    where latest[draft.id].map({ $0.savedAt <= draft.savedAt }) ?? true {
      latest[draft.id] = draft
    }
    return latest.values.sorted { ($0.savedAt, $1.id) > ($1.savedAt, $0.id) }
  }

  /// The draft that is meant: the one of the name, or the latest where none is named.
  ///
  /// One that a killed process left behind is taken into the store first: from then on it is a draft like
  /// any other, which finishing removes and cancelling leaves.
  ///
  /// - Returns: `nil` where there is none, which has been said.
  func draft(in store: Store) throws(StoreError) -> Draft? {
    let id = session.invocation.operands.first
    let drafts = try DraftCommand.all(in: store)
    guard let draft = id.map({ id in drafts.first { $0.id == id } }) ?? drafts.first else {
      let sentence =
        id.map { session.wording.text(DialoguePhrase.noDraft, [("id", $0)]) }
        ?? session.wording.text(DialoguePhrase.noDrafts)
      session.refuse(sentence, code: "draft")
      return nil
    }
    if DraftJournal.draft(draft.id, of: store) != nil {
      try store.save(draft)
      _ = DraftJournal.discard(draft.id, of: store)
    }
    return draft
  }
}
