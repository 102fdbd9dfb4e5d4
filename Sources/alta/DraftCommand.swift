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

  /// All drafts of a store, the latest first; of a draft that was resumed and then killed, the later one.
  private static func all(in store: Store) throws(StoreError) -> [Draft] {
    let leftBehind = DraftJournal.drafts(of: store)
    let names = Set(leftBehind.map(\.id))
    return (leftBehind + (try store.drafts().filter { !names.contains($0.id) }))
      .sorted { ($0.savedAt, $1.id) > ($1.savedAt, $0.id) }
  }

  /// The draft that is meant: the one of the name, or the latest where none is named.
  ///
  /// - Returns: `nil` where there is none, which has been said.
  func draft(in store: Store) throws(StoreError) -> Draft? {
    let drafts = try DraftCommand.all(in: store)
    if let id = session.invocation.operands.first {
      if let draft = drafts.first(where: { $0.id == id }) { return draft }
      session.refuse(session.wording.text(DialoguePhrase.noDraft, [("id", id)]), code: "draft")
    } else if let draft = drafts.first {
      return draft
    } else {
      session.refuse(session.wording.text(DialoguePhrase.noDrafts), code: "draft")
    }
    return nil
  }
}
