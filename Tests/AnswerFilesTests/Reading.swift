import AnswerFiles
import SourceTrees

/// The rows of a file as `LINE:cell|cell`, faults as `LINE:COLUMN reason`; the last is what ended it.
func rows(
  _ content: [UInt8],
  pieces: Int = 1 << 17,
  options: CSVOptions = CSVOptions()
) -> [String] {
  var lines: [String] = []
  do throws(AnswerFileError) {
    var reader = try CSVReader(bytes(of: content, pieces: pieces), options: options)
    lines.append(reader.header.joined(separator: "|"))
    while try reader.advance() {
      let row = reader.row
      if let fault = row.fault {
        lines.append("\(fault.line):\(fault.column) \(fault.reason)")
      } else {
        let cells = (0..<row.count).map { row.text(at: $0) }
        lines.append("\(row.line):" + cells.joined(separator: "|"))
      }
    }
  } catch {
    lines.append("\(error.line):\(error.column) \(error.reason)")
  }
  return lines
}

func rows(_ text: String, pieces: Int = 1 << 17, options: CSVOptions = CSVOptions()) -> [String] {
  rows(Array(text.utf8), pieces: pieces, options: options)
}

/// The records of JSON Lines, `LINE path=text …`; faults and what ended the reading, as ``rows``.
func records(
  _ content: [UInt8],
  pieces: Int = 1 << 17,
  options: JSONLinesReader.Options = .init()
) -> [String] {
  var lines: [String] = []
  do throws(AnswerFileError) {
    var reader = JSONLinesReader(bytes(of: content, pieces: pieces), options: options)
    while let result = try reader.next() {
      switch result {
      case .success(let record): lines.append("\(record.line) \(spelled(record.entries))")
      case .failure(let faults):
        lines += faults.all.map { "\($0.place.line):\($0.place.column) \($0.reason)" }
      }
    }
  } catch {
    lines.append("\(error.line):\(error.column) \(error.reason)")
  }
  return lines
}

/// Entries as `path=text`, with `-` for nothing.
func spelled(_ entries: [AnswerEntry]) -> String {
  entries.map { "\($0.path.spelling)=\($0.text.map { "'\($0)'" } ?? "-")" }.joined(separator: " ")
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// Texts that have broken readers and writers of tables.
let nastyTexts = [
  "", "a", " a ", "a,b", "a;b", "a\tb", "\"", "\"\"", "a\"b", "\"a\"", "a\nb", "a\r\nb", "\r", "\n",
  "\r\n",
  "a\r", "\na", ",", "'", "'=1", "=1+1", "+49 30 1", "-1", "@x", "\t=1", "\r=1", "''-1", "Müller",
  "日本語", "👩‍👩‍👧",
  "\u{FEFF}", "\u{2028}", "\u{0}", "\u{1B}[31m", "e\u{301}", "null", "~", "NULL", "{}", "[]", "1.",
  "\\", "sep=;",
]
