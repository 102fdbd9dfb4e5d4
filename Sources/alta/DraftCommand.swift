import FrontDesk
import RecordStorage
import SourceTrees
import TerminalForms

/// `alta draft list` and `alta draft discard`.
struct DraftCommand {
  let session: Session

  func list() -> ExitCode {
    do throws(StoreError) {
      let drafts = try session.openStore().drafts()
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
      guard try session.openStore().discardDraft(id) else {
        session.refuse(session.wording.text(DialoguePhrase.noDraft, [("id", id)]), code: "draft")
        return .missing
      }
      session.confirm(session.wording.text(DialoguePhrase.draftDiscarded, [("id", id)]))
      return .done
    } catch {
      return session.fail(error)
    }
  }
}
