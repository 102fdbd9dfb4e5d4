import FrontDesk
import LocalFiles
import PostgreSQLDriver
import RecordStorage
import SQLiteDriver
import SourceTrees
import TerminalForms

/// `alta store info`, `check` and `backup`.
struct StoreCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func info() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard try store.exists else { return missing() }
      var counts: [(table: Table, count: Int)] = []
      for table in Table.allCases { counts.append((table, try store.count(of: table))) }
      let others = try store.otherCounts()
      if session.isJSON {
        session.results.write(
          exactly: JSONValue.object(
            [
              .init("location", .string(store.location)),
              .init("schemaVersion", .integer(store.schemaVersion)),
            ] + counts.map { .init($0.table.name, .integer($0.count)) } + [
              .init("drafts", .integer(others.drafts)), .init("changes", .integer(others.changes)),
            ]
          ).json + "\n"
        )
        return .done
      }
      var entries = [
        LabelledValues.Entry(Line(wording.text(TroublePhrase.storeAt)), Line(store.location)),
        LabelledValues.Entry(
          Line(wording.text(TroublePhrase.storeSchema)),
          Line("\(store.schemaVersion)")
        ),
      ]
      entries += counts.map {
        LabelledValues.Entry(Line(wording.text(RecordPhrase($0.table))), Line("\($0.count)"))
      }
      entries.append(
        LabelledValues.Entry(Line(wording.text(TroublePhrase.drafts)), Line("\(others.drafts)"))
      )
      entries.append(
        LabelledValues.Entry(Line(wording.text(TroublePhrase.changes)), Line("\(others.changes)"))
      )
      session.results.write(LabelledValues(entries).lines(on: session.results.page))
      return .done
    } catch {
      return session.fail(error)
    }
  }

  func check() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard try store.exists else { return missing() }
      guard !PostgreSQLServer.isNamed(by: session.storePath) else { return notHere() }
      let findings = try SQLiteFile(session.storePath).findings()
      guard !findings.isEmpty else {
        session.results.write("\(wording.text(TroublePhrase.storeSound))")
        return .done
      }
      session.complain(
        wording.text(TroublePhrase.storeUnsound, [("count", "\(findings.count)")])
      )
      for finding in findings { session.complain("\(finding)") }
      return .unavailable
    } catch {
      return session.fail(error)
    }
  }

  func backup() -> ExitCode {
    let path = session.invocation.operands[0]
    do throws(StoreError) {
      guard try session.openStore().exists else { return missing() }
      guard !PostgreSQLServer.isNamed(by: session.storePath) else { return notHere() }
      try SQLiteFile(session.storePath).backup(to: path)
      session.confirm(wording.text(TroublePhrase.backedUp, [("path", path)]))
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func missing() -> ExitCode {
    session.complain(wording.text(TroublePhrase.storeMissing, [("path", shownPath)]))
    return .unavailable
  }

  private func notHere() -> ExitCode {
    session.complain(wording.text(TroublePhrase.storeNotHere, [("path", shownPath)]))
    return .usage
  }

  /// The location without a password.
  private var shownPath: String {
    PostgreSQLServer.isNamed(by: session.storePath)
      ? PostgreSQLServer(session.storePath).shown : session.storePath
  }
}
