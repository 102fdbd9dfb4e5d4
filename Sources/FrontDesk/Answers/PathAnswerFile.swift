import AnswerFiles
import PlainValues
import SourceTrees
package import WizardEngine

/// The answers of one path as an answer file with comments.
///
/// The first line has a digest of the others, so that a file which somebody changed is told from one that
/// may be written anew.
package struct PathAnswerFile {
  /// The whole file.
  package let bytes: [UInt8]

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - example: The answers.
  ///   - wizard: The wizard.
  ///   - headline: What the file is, a few lines.
  ///   - wording: The language of the comments.
  package init(
    _ example: PathExample,
    to wizard: Wizard,
    headline: [String],
    wording: Wording
  ) {
    var body: [UInt8] = []
    func comment(_ text: String) {
      // Titles of definitions may hold anything; a comment ends with its line.
      let line = String(
        text.unicodeScalars.map { $0.isHostile || $0.isLineEnd ? " " : Character($0) }
      )
      body.append(contentsOf: "# \(line)\n".utf8)
    }
    headline.forEach(comment)
    body.append(0x0A)
    let entries = AnswerWriting.entries(of: example.answers, in: wizard, plan: example.plan)
    let labels = Dictionary(
      example.plan.fields.map { ($0.path, wording.text(wizard.field(at: $0.address).label)) },
      uniquingKeysWith: { first, _ in first }
    )
    let missing = Set(example.missing)
    let held = entries.filter { !missing.contains($0.path.spelling) }
    JSONValue(nesting: held).appendYAML(to: &body) { path in
      labels[path].map { [$0] } ?? []
    }
    if !example.missing.isEmpty { comment(wording.text(AuthorPhrase.notMadeUp)) }
    for path in example.missing {
      comment(labels[path] ?? path)
      comment("\(path):")
    }
    bytes = Self.mark(of: body) + body
  }

  /// Whether a file was written by this and is as it was written.
  package static func isUnchanged(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0A) else { return false }
    let body = Array(bytes[(end + 1)...])
    return bytes[...end].elementsEqual(mark(of: body))
  }

  private static func mark(of body: [UInt8]) -> [UInt8] {
    var digest = InputDigest()
    digest.add(body)
    return Array("# alta wizard paths \(digest.text)\n".utf8)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { properties.isWhitespace && value != 0x20 && value != 0xA0 }
}
