#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

/// The import of one file: rows are read and judged beside the thread that stores them.
///
/// Everything that is kept is kept in batches, each of them one transaction with the records, the rejected
/// rows and how far the import came. So whatever ends the process, the same command goes on behind the last
/// batch.
final class ImportJob {
  /// What is wanted of an import.
  struct Wishes {
    var isRehearsal = false
    var isAllOrNothing = false
    var duplicates = DuplicatePolicy.reject
    var mostRejects: Int?
    var expectedRows: Int?
    /// Whether rows that were imported before are imported again.
    var isRepeatable = false
    var isConfirmed = false
    var isLenient = false
  }

  /// How an import ended.
  enum Ending {
    /// All rows were read.
    case complete
    /// Not every row held, so none was stored.
    case nothing
    /// More rows were rejected than the command allows.
    case tooManyRejects
    /// The input has another number of rows than was expected.
    case rowsDiffer
    /// A signal came.
    case stopped
    /// The input cannot be read any further, or at all.
    case broken(RowSourceFault)
    /// Somebody wrote to the input while it was read.
    case inputChanged
  }

  private let session: Session
  private let desk: Desk
  private let wishes: Wishes
  private let setup: RowSetup
  private let provenance: Provenance
  private var writer: RowWriter
  private let file: InputFile
  /// The import, as far as it came.
  private(set) var run: ImportRun
  /// The import that went on, or was known already, and its number of rows then.
  private(set) var earlier: (run: Int64, isOpen: Bool, rows: Int)?
  private var progress: ImportProgress
  /// The imports of the other parts of the rows, as far as they are not known to be done.
  private var others: [(shard: RowShard, identity: ImportIdentity)]
  /// What reads the answers of rows; `nil` before the input is open.
  private(set) var reader: RowReader?

  /// What is done with each row.
  var procedure: Procedure { desk.procedure }

  /// Prepares for a file.
  ///
  /// - Throws: `StoreError` where the store cannot be read.
  init(
    _ file: InputFile,
    _ setup: RowSetup,
    identity: ImportIdentity,
    others: [(shard: RowShard, identity: ImportIdentity)],
    name: String,
    wishes: Wishes,
    at desk: Desk,
    in session: Session
  ) throws(StoreError) {
    self.session = session
    self.desk = desk
    self.file = file
    self.wishes = wishes
    var setup = setup
    var run = ImportRun(identity, source: name, startedAt: desk.now, startedBy: Environment.account)
    var earlier: (run: Int64, isOpen: Bool, rows: Int)?
    if let found = try ImportJob.findEarlier(like: identity, in: desk.store, wishes) {
      earlier = (found.number, found.state == .open, found.counts.read)
      if found.state == .open {
        run = found
        setup.skipped = setup.shard?.rows(before: found.counts.read) ?? found.counts.read
      } else {
        setup.only = try ImportJob.rejectedRows(of: found.number, in: desk.store)
      }
    }
    self.setup = setup
    self.others = others
    self.run = run
    self.earlier = earlier
    provenance = session.provenance(of: desk.wizard, source: name)
    writer = RowWriter(
      at: desk,
      speech: session.speech,
      duplicates: wishes.duplicates,
      isConfirmed: wishes.isConfirmed,
      isLenient: wishes.isLenient
    )
    progress = ImportProgress(on: session, total: file.size)
  }

  /// The import of the same rows that this one goes on with, or need not repeat.
  private static func findEarlier(
    like identity: ImportIdentity,
    in store: Store,
    _ wishes: Wishes
  ) throws(StoreError) -> ImportRun? {
    let runs = try store.imports(like: identity)
    if let open = runs.first(where: { $0.state == .open }), !wishes.isAllOrNothing { return open }
    // Bringing records to what rows say is done again: somebody may have changed them.
    guard wishes.duplicates != .update, !wishes.isRepeatable else { return nil }
    return runs.first { $0.state == .done }
  }

  private static func rejectedRows(
    of run: Int64,
    in store: Store
  ) throws(StoreError) -> Set<Int> {
    var rows: Set<Int> = []
    var last: Int64 = 0
    while true {
      let piece = try store.rejects(ofImport: run, after: last)
      guard let end = piece.last else { return rows }
      for row in piece { rows.insert(Int(row.row)) }
      last = end.row
    }
  }

  // MARK: Running

  /// Imports the file.
  ///
  /// - Parameter conclude: What is done at the end, while what will be undone is still there.
  /// - Returns: How it ended.
  /// - Throws: `StoreError`; what earlier batches kept is kept.
  func work(_ conclude: (ImportRun) throws(StoreError) -> Void) throws(StoreError) -> Ending {
    let work: RowWork
    do throws(RowSourceFault) {
      let source = try open()
      run.header = source.header
      run.format = source.reader.spelling.text
      reader = source.reader
      work = RowWork(source, RowJudge(of: desk.wizard, today: desk.today, provenance))
    } catch {
      return .broken(error)
    }
    defer {
      work.close()
      progress.end()
    }
    let isOneBatch = wishes.isRehearsal || wishes.isAllOrNothing
    var ending: Ending?
    while ending == nil {
      if work.hasNext({ session.signals.arrived == nil }) { try waitForTurn() }
      try desk.store.importing(provenance, isRehearsal: wishes.isRehearsal) {
        batch throws(StoreError) in
        if run.number == 0 { run = try batch.begin(run) }
        ending = try fill(batch, from: work, isEndless: isOneBatch)
        if case .complete? = ending {
          run.state = .done
          run.endedAt = Environment.now
        }
        try batch.note(run)
        guard isOneBatch else { return true }
        try conclude(run)
        guard case .complete? = ending else { return false }
        return run.counts.rejected == 0
      }
    }
    if !isOneBatch { try conclude(run) }
    if wishes.isAllOrNothing, case .complete? = ending, run.counts.rejected > 0 { return .nothing }
    return ending ?? .complete
  }

  /// Waits until everything is stored that comes before the next row, where others import it, or a signal comes.
  private func waitForTurn() throws(StoreError) {
    guard let shard = setup.shard else { return }
    let start = Environment.milliseconds
    var isTold = false
    while session.signals.arrived == nil {
      let own = run.counts.read
      var missing: [RowShard] = []
      for (position, other) in others.enumerated().reversed() {
        let needed = shard.rows(of: other.shard, before: own)
        guard needed > 0 else { continue }
        let known = try desk.store.imports(like: other.identity).first { $0.state != .undone }
        if known?.state == .done {
          others.remove(at: position)
        } else if (known?.counts.read ?? 0) < needed {
          missing.append(other.shard)
        }
      }
      if missing.isEmpty { return }
      if !isTold, Environment.milliseconds - start > ImportJob.silence {
        isTold = true
        let shards = missing.reversed().map(\.text).joined(separator: ", ")
        session.remark(session.wording.text(ImportPhrase.waitsForShards, [("shards", shards)]))
      }
      usleep(ImportJob.pause)
    }
  }

  private func open() throws(RowSourceFault) -> RowSource {
    let local = LocalForm(
      session.speech.local.wording,
      understanding: session.catalogs.others(than: session.wording.language)
    )
    return try RowSource(bytes(ofDescriptor: file.descriptor), setup, of: desk.wizard, local: local)
  }

  /// How long a batch may take, in milliseconds: a commit costs as much as some thousand rows.
  private static let longestBatch = 5_000
  /// How long it may take where others wait.
  private static let longestWhileOthersWait = 50
  /// How long others are waited for before that is told, in milliseconds.
  private static let silence = 5_000
  /// How long to wait before looking again, in microseconds.
  private static let pause: UInt32 = 20_000

  /// Stores rows until the batch is long enough.
  ///
  /// - Returns: How the import ended; `nil` where it goes on with another batch.
  private func fill(
    _ batch: ImportBatch,
    from work: RowWork,
    isEndless: Bool
  ) throws(StoreError) -> Ending? {
    let start = Environment.milliseconds
    let first = run.counts.read
    while true {
      // Nobody waits for the store because this import waits for a pipe.
      let next = work.next {
        session.signals.arrived == nil && (isEndless || mayGoOn(batch, since: start))
      }
      switch next {
      case .stopped: return session.signals.arrived == nil ? nil : .stopped
      case .failed(let fault): return .broken(fault)
      case .end: return file.hasChanged ? .inputChanged : .complete
      case .rows(let chunk):
        try chunk.prepare(batch)
        for row in chunk.rows {
          try take(row, of: chunk, in: batch)
          if let most = wishes.mostRejects, run.counts.rejected > most { return .tooManyRejects }
        }
        progress.show(run.counts, position: file.position)
        if setup.shard != nil, endsBlock(after: first) { return nil }
      }
    }
  }

  /// Whether the rows of a block are dealt with, so that it is somebody else's turn.
  private func endsBlock(after first: Int) -> Bool {
    run.counts.read / RowShard.rowsOfBlock > first / RowShard.rowsOfBlock
  }

  private func mayGoOn(_ batch: ImportBatch, since start: Int) -> Bool {
    let time = Environment.milliseconds - start
    guard time < ImportJob.longestBatch else { return false }
    return time < ImportJob.longestWhileOthersWait || !batch.isWantedByOthers
  }

  private func take(
    _ row: ImportRow,
    of chunk: RowChunk,
    in batch: ImportBatch
  ) throws(StoreError) {
    guard let reader else { return }
    switch try writer.take(row, of: chunk, reader, in: batch) {
    case .stored: run.counts.stored += 1
    case .updated: run.counts.updated += 1
    case .unchanged: run.counts.unchanged += 1
    case .skipped: run.counts.skipped += 1
    case .rejected(let problems):
      run.counts.rejected += 1
      try batch.reject(RejectedRow(row, text: chunk.text(of: row), problems: problems), of: run)
    }
  }
}
