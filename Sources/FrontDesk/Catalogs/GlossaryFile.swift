package import AnswerFiles
package import MessageCatalogs
import PlainValues

/// The glossary of a folder of catalogs: `glossary.csv` beside them.
///
/// A row is a term in English, its words in each language divided by `|`, and what the glossary says of
/// it: `must` (one of the words stands in a translation), `forbid` (none of them does) or `keep` (the term
/// stays as it is). Further columns are for readers.
package struct GlossaryFile: Sendable {
  /// Why a row is none.
  package struct Fault: Equatable, Sendable {
    /// The line, counted from 1.
    package let line: Int
    /// The column's name that is missing or has a wrong value.
    package let column: String
    /// The wrong value; `nil` where the column is missing.
    package let value: String?
  }

  /// The most terms.
  package static let mostTerms = 10_000

  /// The terms that could be read.
  package private(set) var glossary = Glossary([])
  /// What is wrong, in the order of the file.
  package private(set) var faults: [Fault] = []

  /// Reads a glossary.
  ///
  /// - Parameter source: The bytes of the file.
  /// - Throws: `AnswerFileError` where it is no CSV.
  package init(_ source: @escaping ByteSource) throws(AnswerFileError) {
    var reader = try CSVReader(source)
    let header = reader.header.map(\.asciiLower)
    guard let term = header.firstIndex(of: "term"), let kind = header.firstIndex(of: "kind") else {
      let missing = header.contains("term") ? "kind" : "term"
      faults = [Fault(line: 1, column: missing, value: nil)]
      return
    }
    let languages = header.indices.filter { index in
      index != term && index != kind && (2...3).contains(header[index].utf8.count)
        && header[index].utf8.allSatisfy(\.isASCIILetter)
    }
    var terms: [Glossary.Term] = []
    while try reader.advance(), terms.count < GlossaryFile.mostTerms {
      let row = reader.row
      guard row.count == header.count else {
        faults.append(Fault(line: row.line, column: "", value: "\(row.count)"))
        continue
      }
      let name = row.text(at: term).trimmed
      let word = row.text(at: kind).trimmed.asciiLower
      guard let kind = Glossary.Kind(rawValue: word), !name.isEmpty else {
        faults.append(
          Fault(
            line: row.line,
            column: name.isEmpty ? "term" : "kind",
            value: name.isEmpty ? name : word
          )
        )
        continue
      }
      var words: [String: [String]] = [:]
      for index in languages {
        let list = row.text(at: index).split(separator: "|").map { String($0).trimmed }
        words[header[index]] = list.filter { !$0.isEmpty }
      }
      terms.append(Glossary.Term(term: name, kind: kind, words: words))
    }
    glossary = Glossary(terms)
  }
}
