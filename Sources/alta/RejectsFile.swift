import FrontDesk
import LocalFiles
import RecordStorage

/// The file of the rows that an import refused.
struct RejectsFile {
  private let run: ImportRun
  private let store: Store
  private let rows: RejectedRowsFile

  /// Prepares for an import.
  init(of run: ImportRun, in store: Store) {
    self.run = run
    self.store = store
    rows = RejectedRowsFile(of: run)
  }

  /// Writes the rows in the order of the input, in memory that does not depend on their number.
  ///
  /// - Returns: Why it could not be written, if so; nothing is left behind then.
  /// - Throws: `StoreError` where the rows cannot be read; nothing is left behind then, either.
  func write(to path: String) throws(StoreError) -> Result<Void, FileError> {
    var last: Int64 = 0
    var hasBegun = false
    var hasEnded = false
    var failure: StoreError?
    let result = Result { () throws(FileError) in
      _ = try LocalFile.create(at: path) { bytes in
        guard !hasEnded else { return .end }
        if !hasBegun { rows.appendHeader(to: &bytes) }
        let piece: [RejectedRow]
        do throws(StoreError) {
          piece = try store.rejects(ofImport: run.number, after: last)
        } catch {
          failure = error
          return .unknown
        }
        for row in piece {
          rows.append(row, isFirst: last == 0, to: &bytes)
          last = row.row
        }
        hasBegun = true
        hasEnded = piece.isEmpty
        if hasEnded { rows.appendFooter(to: &bytes) }
        return .piece
      }
    }
    if let failure { throw failure }
    return result
  }
}
