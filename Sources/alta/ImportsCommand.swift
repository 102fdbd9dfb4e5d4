import FrontDesk
import LocalFiles
import RecordStorage
import SourceTrees
import TerminalForms

/// `alta import list`, `show` and `undo`: what became of imports.
struct ImportsCommand {
  let session: Session

  private var wording: Wording { session.wording }

  /// Lists the imports, the latest first.
  func list() -> ExitCode {
    do throws(StoreError) {
      let runs = try session.openStore().imports()
      if session.isJSON {
        let value = JSONValue.array(runs.map(object))
        session.results.write(exactly: value.json + "\n")
      } else if runs.isEmpty {
        session.remark(wording.text(ImportPhrase.noImports))
      } else {
        session.results.write(table(runs).lines(on: session.results.page))
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }

  /// Shows an import, and writes its rejected rows where that is wanted.
  func show() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard let run = try run(in: store) else { return .missing }
      if let path = session.invocation[.rejects] {
        if case .failure(let error) = try RejectsFile(of: run, in: store).write(to: path) {
          return session.fail(error)
        }
      }
      let statistics = try ImportStatistics(
        ofImport: run.number,
        in: store,
        keeping: ImportReport.rejectsOfPage
      )
      if let path = session.invocation[.report] {
        let page = ImportPage(of: run, statistics, isRehearsal: false, wording: wording)
        do throws(FileError) {
          try LocalFile.create(Array(page.html.utf8), at: path)
        } catch {
          return session.fail(error)
        }
      }
      if session.isJSON {
        session.results.write(exactly: object(run, statistics).json + "\n")
        return .done
      }
      let page = session.results.page
      let sheet = ImportSheet(wording: wording)
      session.results.write(
        Line(
          wording.text(
            ImportPhrase.summary,
            [("run", "\(run.number)"), ("source", run.source)]
          ),
          .bold
        )
      )
      session.results.write(
        Line("\(wording.text(ImportPhrase.state)): \(name(of: run.state))").wrapped(on: page)
      )
      session.results.write(sheet.lines(of: run.counts, on: page))
      if !statistics.kinds.isEmpty {
        session.results.write("")
        session.results.write(sheet.lines(of: statistics.kinds, on: page))
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }

  /// Takes an import back.
  func undo() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard let run = try run(in: store) else { return .missing }
      let number = ("run", "\(run.number)")
      guard run.state != .undone else {
        session.refuse(wording.text(ImportPhrase.undoneBefore, [number]), code: "undone")
        return .conflict
      }
      guard !session.invocation.has(.dryRun) else { return .done }
      switch try store.undo(run, session.provenance(of: nil, source: run.source)) {
      case .success(let count):
        session.confirm(
          wording.text(ImportPhrase.undone, [number, ("count", wording.number(count))])
        )
        if session.isJSON {
          let value = JSONValue.object([
            .init("status", .string("undone")), .init("run", .integer(Int(run.number))),
            .init("records", .integer(count)),
          ])
          session.results.write(exactly: value.json + "\n")
        }
        return .done
      case .failure(.inUse(let table, let key)):
        let name = try store.record(of: table, key: key)?.name ?? key.keyText
        let record = "\(wording.text(RecordPhrase(table))) \(name)"
        session.refuse(
          wording.text(ImportPhrase.undoRefused, [number, ("record", record)]),
          code: "E-IN-USE"
        )
        return .conflict
      case .failure(.final(let table, let key)):
        let name = try store.record(of: table, key: key)?.name ?? key.keyText
        session.refuse(
          wording.text(ImportPhrase.undoOfFinal, [number, ("record", name)]),
          code: "E-FROZEN"
        )
        return .conflict
      }
    } catch {
      return session.fail(error)
    }
  }

  private func run(in store: Store) throws(StoreError) -> ImportRun? {
    let written = session.invocation.operands[0]
    if let number = Int64(written), let run = try store.importRun(number) { return run }
    session.refuse(wording.text(ImportPhrase.noImport, [("run", written)]), code: "import")
    return nil
  }

  private func name(of state: ImportRun.State) -> String {
    switch state {
    case .open: wording.text(ImportPhrase.stateOpen)
    case .done: wording.text(ImportPhrase.stateDone)
    case .undone: wording.text(ImportPhrase.stateUndone)
    }
  }

  private func table(_ runs: [ImportRun]) -> TextTable {
    func column(_ phrase: ImportPhrase, _ alignment: Alignment = .leading)
      -> TextTable.Column
    {
      .init(Line(wording.text(phrase)), alignment)
    }
    return TextTable(
      columns: [
        column(.run, .trailing), column(.file), column(.wizard), column(.started), column(.state),
        column(.read, .trailing), column(.stored, .trailing), column(.rejected, .trailing),
      ],
      rows: runs.map { run in
        [
          "\(run.number)", run.source, run.identity.wizard,
          session.speech.local.shown(moment: run.startedAt), name(of: run.state),
          wording.number(run.counts.read), wording.number(run.counts.stored),
          wording.number(run.counts.rejected),
        ].map { Line($0) }
      }
    )
  }

  private func object(_ run: ImportRun) -> JSONValue {
    .object(
      [
        .init("run", .integer(Int(run.number))), .init("state", .string(run.state.rawValue)),
        .init("wizard", .string(run.identity.wizard)), .init("source", .string(run.source)),
        .init("startedAt", .string(run.startedAt)), .init("startedBy", .string(run.startedBy)),
        .init("endedAt", run.endedAt.map(JSONValue.string) ?? .null),
      ] + run.counts.members
    )
  }

  private func object(_ run: ImportRun, _ statistics: ImportStatistics) -> JSONValue {
    guard case .object(let members) = object(run) else { return .null }
    return .object(members + [.init("problems", .array(statistics.kinds.map(\.json)))])
  }
}
