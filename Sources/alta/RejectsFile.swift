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
  func write(to path: String) -> Result<Void, FileError> {
    var last: Int64 = -1
    return Result { () throws(FileError) in
      try LocalFile.create(at: path) { bytes in
        if last < 0 {
          rows.appendHeader(to: &bytes)
          last = 0
          return true
        }
        guard let piece = try? store.rejects(ofImport: run.number, after: last),
          let end = piece.last
        else { return false }
        for row in piece { rows.append(row, to: &bytes) }
        last = end.row
        return true
      }
    }
  }
}
