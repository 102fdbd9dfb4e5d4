package import AnswerFiles
package import LocalFiles
package import RecordStorage

extension Wording {
  /// The sentence about a file that cannot be read or written.
  package func sentence(for error: FileError) -> String {
    let path = ("path", error.path == "-" ? "stdin" : error.path)
    switch error.reason {
    case .missing: return text(TroublePhrase.fileMissing, [path])
    case .notPermitted: return text(TroublePhrase.fileNotPermitted, [path])
    case .isFolder: return text(TroublePhrase.fileIsFolder, [path])
    case .exists: return text(TroublePhrase.fileExists, [path])
    case .tooLarge(let limit):
      return text(TroublePhrase.fileTooLarge, [path, ("limit", "\(limit)")])
    case .changed: return text(TroublePhrase.fileChanged, [path])
    case .full: return text(TroublePhrase.fileFull, [path])
    case .system(let number):
      return text(TroublePhrase.fileSystem, [path, ("number", "\(number)")])
    }
  }

  /// The sentence about a place where an answer file cannot be read, without the place.
  package func sentence(for reason: AnswerFileError.Reason) -> String {
    func hexadecimal(_ byte: UInt8) -> String { "0x" + String(byte, radix: 16, uppercase: true) }
    switch reason {
    case .unreadable(let code):
      return text(TroublePhrase.fileSystem, [("path", ""), ("number", "\(code)")])
    case .notUTF8(let byte): return text(TroublePhrase.fileNotUTF8, [("byte", hexadecimal(byte))])
    case .notUTF16: return text(TroublePhrase.notUTF16)
    case .notWindows1252(let byte):
      return text(TroublePhrase.notWindows1252, [("byte", hexadecimal(byte))])
    case .damagedGzip: return text(TroublePhrase.damagedGzip)
    case .truncatedGzip: return text(TroublePhrase.truncatedGzip)
    case .unpackedTooLarge, .suspiciousRatio: return text(TroublePhrase.unpackedTooLarge)
    case .empty: return text(TroublePhrase.answersEmpty)
    case .header: return text(TroublePhrase.brokenHeader)
    case .unclosedQuote: return text(TroublePhrase.unclosedQuote)
    case .cellTooLarge(let limit):
      return text(TroublePhrase.cellTooLarge, [("limit", "\(limit)")])
    case .rowTooLarge(let limit): return text(TroublePhrase.rowTooLarge, [("limit", "\(limit)")])
    case .tooManyColumns(let limit):
      return text(TroublePhrase.tooManyColumns, [("limit", "\(limit)")])
    case .listInsteadOfLines: return text(TroublePhrase.listInsteadOfLines)
    }
  }

  /// The sentence about a row of CSV that is not one.
  package func sentence(for reason: CSVRowFault.Reason) -> String {
    switch reason {
    case .textAfterQuote: text(TroublePhrase.textAfterQuote)
    case .quoteInsideCell: text(TroublePhrase.quoteInsideCell)
    case .cellCount(let actual, let expected):
      text(TroublePhrase.cellCount, [("actual", "\(actual)"), ("expected", "\(expected)")])
    }
  }

  /// The sentence about what the store refused.
  package func sentence(for error: StoreError) -> String {
    switch error {
    case .cannotOpen(let path, let cause): return sentence(for: cause, path: path)
    case .notAStore(let path): return text(TroublePhrase.notAStore, [("path", path)])
    case .newerSchema(let found, let known):
      return text(TroublePhrase.newerSchema, [("found", "\(found)"), ("known", "\(known)")])
    case .busy(let seconds): return text(TroublePhrase.busy, [("seconds", "\(seconds)")])
    case .full: return text(TroublePhrase.full)
    case .readOnly: return text(TroublePhrase.readOnly)
    case .io(let code, let number):
      return text(TroublePhrase.inputOutput, [("code", "\(code)/\(number)")])
    case .corrupt: return text(TroublePhrase.corrupt)
    case .conflict(let rule): return text(TroublePhrase.constraint, [("column", "\(rule)")])
    case .constraint(_, let place): return text(TroublePhrase.constraint, [("column", place)])
    case .stale(let table, let key), .missing(let table, let key):
      return text(
        TroublePhrase.recordMissing,
        [("record", "\(text(RecordPhrase(table))) \(key.keyText)")]
      )
    case .referenced(let table):
      return text(TroublePhrase.recordReferenced, [("record", text(RecordPhrase(table)))])
    case .tooLarge: return text(TroublePhrase.valueTooLarge)
    case .malformed(let change): return text(TroublePhrase.otherFailure, [("code", "#\(change)")])
    case .failure(let code): return text(TroublePhrase.otherFailure, [("code", "\(code)")])
    }
  }

  private func sentence(for fault: OpeningFault, path: String) -> String {
    let path = ("path", path)
    switch fault {
    case .symbolicLink: return text(TroublePhrase.storeSymbolicLink, [path])
    case .directory: return text(TroublePhrase.storeFolder, [path])
    case .special: return text(TroublePhrase.storeSpecial, [path])
    case .badName: return text(TroublePhrase.storeBadName)
    case .exists: return text(TroublePhrase.fileExists, [path])
    case .system(let number):
      return text(TroublePhrase.storeSystem, [path, ("number", "\(number)")])
    case .noDriver(let library):
      return text(TroublePhrase.storeNoDriver, [path, ("library", library)])
    case .server(let message):
      return text(TroublePhrase.storeServer, [path, ("message", message)])
    }
  }
}
