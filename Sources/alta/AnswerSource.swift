import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import SourceTrees
import TerminalForms
import WizardEngine

/// The registrations that the command line names: records of answer files, each with `--set` on top.
struct AnswerSource {
  /// One registration's answers before they are read.
  struct Registration {
    /// The record of the file; `nil` where only `--set` gives answers.
    let record: AnswerRecord?
    /// The file's name, or `set`.
    let source: String
    /// The place in the file, counted from 1; `nil` where there is no file.
    let row: Int?
  }

  /// The most bytes of an answer file that is read as a whole.
  static let sizeLimit = 64 << 20

  let session: Session

  /// Reads the answer files.
  ///
  /// - Returns: The registrations in the order of the files, or how alta ends.
  func registrations() -> Result<[Registration], ExitError> {
    let files = session.invocation.values[.answers] ?? []
    guard !files.isEmpty else {
      return .success([Registration(record: nil, source: "set", row: nil)])
    }
    var registrations: [Registration] = []
    for file in files {
      switch records(of: file) {
      case .success(let records):
        let name = file.split(separator: "/").last.map(String.init) ?? file
        registrations += records.enumerated().map {
          Registration(record: $0.element, source: name == "-" ? "stdin" : name, row: $0.offset + 1)
        }
      case .failure(let error): return .failure(error)
      }
    }
    return .success(registrations)
  }

  private func records(of file: String) -> Result<[AnswerRecord], ExitError> {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try LocalFile.bytes(of: file, limit: Self.sizeLimit)
    } catch {
      return .failure(ExitError(code: session.fail(error)))
    }
    let lower = file.lowercased()
    if lower.hasSuffix(".csv") || lower.hasSuffix(".csv.gz") || lower.hasSuffix(".tsv") {
      return rows(bytes, file: file)
    }
    if lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") {
      return lines(bytes, file: file)
    }
    return tree(bytes, file: file, isJSON: lower.hasSuffix(".json"))
  }

  /// YAML reads JSON too, but only the JSON reader is exact about it.
  private func tree(
    _ bytes: [UInt8],
    file: String,
    isJSON: Bool
  ) -> Result<[AnswerRecord], ExitError> {
    let limits = SourceLimits(bytes: Self.sizeLimit, depth: 32, nodes: 5_000_000)
    do throws(SourceFaults) {
      let text = try SourceText(bytes, limit: Self.sizeLimit)
      let first = text.bytes.first { $0 > 0x20 }
      if isJSON || (file == "-" && (first == 0x7B || first == 0x5B)) {
        return .success(try AnswerRecord.records(SourceNode(json: text, limits: limits)))
      }
      var records: [AnswerRecord] = []
      for document in try SourceNode.documents(yaml: text, limits: limits) {
        records += try AnswerRecord.records(document)
      }
      guard !records.isEmpty else {
        throw SourceFaults(SourceFault(.empty, at: SourcePlace(line: 1, column: 1)))
      }
      return .success(records)
    } catch {
      let text = try? SourceText(bytes, limit: Self.sizeLimit)
      for fault in error.all {
        complain(
          session.wording.sentence(for: fault.reason),
          code: "syntax",
          file: file,
          place: fault.place,
          text: text
        )
      }
      return .failure(ExitError(code: .problems))
    }
  }

  private func lines(_ bytes: [UInt8], file: String) -> Result<[AnswerRecord], ExitError> {
    var reader = JSONLinesReader(AnswerFiles.bytes(of: bytes))
    var records: [AnswerRecord] = []
    var isBroken = false
    do throws(AnswerFileError) {
      while let line = try reader.next() {
        switch line {
        case .success(let record): records.append(record)
        case .failure(let faults):
          isBroken = true
          for fault in faults.all {
            complain(
              session.wording.sentence(for: fault.reason),
              code: "syntax",
              file: file,
              place: fault.place,
              text: nil
            )
          }
        }
      }
    } catch {
      return .failure(fail(error, file: file))
    }
    return isBroken ? .failure(ExitError(code: .problems)) : .success(records)
  }

  private func rows(_ bytes: [UInt8], file: String) -> Result<[AnswerRecord], ExitError> {
    do throws(AnswerFileError) {
      var reader = try CSVReader(AnswerFiles.bytes(of: bytes))
      // A header may be a label with dots of its own, so it is kept as one key; what the answers are
      // read with knows labels.
      let paths = reader.header.map { AnswerPath(spelling: AnswerReading.unbracketed($0)) }
      var records: [AnswerRecord] = []
      var isBroken = false
      while try reader.advance() {
        let row = reader.row
        if let fault = row.fault {
          isBroken = true
          complain(
            session.wording.sentence(for: fault.reason),
            code: "row",
            file: file,
            place: SourcePlace(line: fault.line, column: fault.column),
            text: nil
          )
          continue
        }
        records.append(AnswerRecord(line: row.line, entries: row.entries(paths: paths)))
      }
      return isBroken ? .failure(ExitError(code: .problems)) : .success(records)
    } catch {
      return .failure(fail(error, file: file))
    }
  }

  private func fail(_ error: AnswerFileError, file: String) -> ExitError {
    complain(
      session.wording.sentence(for: error.reason),
      code: "syntax",
      file: file,
      place: SourcePlace(line: error.line, column: error.column),
      text: nil
    )
    return ExitError(code: .problems)
  }

  private func complain(
    _ sentence: String,
    code: String,
    file: String,
    place: SourcePlace,
    text: SourceText?
  ) {
    if session.isJSON {
      session.results.write(
        exactly: ProblemReport.json(
          code: code,
          path: "",
          line: place.line,
          column: place.column,
          message: sentence,
          file: file
        ).json + "\n"
      )
    } else {
      session.complain("\(file):\(place.line):\(place.column): \(sentence) [\(code)]")
      if let text {
        let excerpt = SourceExcerpt(of: text, at: place)
        session.messages.write([.init("    \(excerpt.line)"), .init("    \(excerpt.caret)")])
      }
    }
  }

  // MARK: --set

  /// The pairs of `--set`, each `FIELD=VALUE`, or of another option; `nil` and a complaint for anything else.
  func assignments(_ option: OptionName = .set) -> [(path: String, text: String)]? {
    var pairs: [(path: String, text: String)] = []
    for text in session.invocation.values[option] ?? [] {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        session.complain(
          UsageSheet(session: session).sentence(for: .badOperand(option, text))
        )
        return nil
      }
      pairs.append(
        (String(text[..<equals]).trimmed, String(text[text.index(after: equals)...]))
      )
    }
    return pairs
  }
}
