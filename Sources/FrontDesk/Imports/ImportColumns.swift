import AnswerFiles
import PlainValues
package import WizardEngine

/// What the columns of a file of rows lead to, found once from its header.
package struct ImportColumns: Sendable {
  /// Why a header cannot be used.
  package enum Fault: Equatable, Sendable {
    /// No field has this name; the nearest one, if one is near.
    case unknown(String, nearest: String?)
    /// Two columns give the same answer.
    case repeated(String, String)
  }

  /// The columns that a file of rejected rows has more than its input.
  package static let reasons = ["line", "field", "code", "message"]

  /// What each column leads to; `nil` for one that is passed over.
  package let targets: [AnswerTarget?]
  /// What is wrong, in the order of the columns.
  package let faults: [Fault]

  /// Finds what columns lead to.
  ///
  /// - Parameters:
  ///   - header: The names of the columns: field keys, or labels in any language.
  ///   - renamed: The fields that columns stand for, by the columns' names; an empty one for none.
  ///   - passesUnknown: Whether columns that lead nowhere are passed over.
  ///   - wizard: The wizard.
  ///   - local: The languages of labels.
  package init(
    _ header: [String],
    renamed: [String: String] = [:],
    passesUnknown: Bool = false,
    of wizard: Wizard,
    local: LocalForm
  ) {
    let reasons = ImportColumns.reasonColumns(of: header)
    var targets: [AnswerTarget?] = []
    var faults: [Fault] = []
    var seen: [String: String] = [:]
    for (column, written) in header.enumerated() {
      let name = renamed[written] ?? written
      let path = AnswerPath(spelling: AnswerReading.unbracketed(name))
      guard !reasons.contains(column), !name.isEmpty, let path else {
        targets.append(nil)
        if path == nil { faults.append(.unknown(written, nearest: nil)) }
        continue
      }
      let target = AnswerTarget(of: path, in: wizard, local: local)
      if case .unknown = target {
        if !passesUnknown {
          let known = wizard.answerKeys(near: path)
          faults.append(.unknown(written, nearest: nearest(name, in: known)))
        }
        targets.append(nil)
        continue
      }
      if let spelling = target.spelling(of: path, in: wizard) {
        if let first = seen[spelling] { faults.append(.repeated(first, written)) }
        seen[spelling] = written
      }
      targets.append(target)
    }
    self.targets = targets
    self.faults = faults
  }

  /// The positions of the columns that an earlier import added to a file of rejected rows: the last four.
  package static func reasonColumns(of header: [String]) -> Range<Int> {
    let start = header.count - reasons.count
    return start > 0 && Array(header[start...]) == reasons ? start..<header.count : 0..<0
  }
}

extension AnswerTarget {
  /// What answers that exclude each other have in common; `nil` where none do.
  fileprivate func spelling(of path: AnswerPath, in wizard: Wizard) -> String? {
    switch self {
    case .caseKey: "case"
    case .confirmation: "confirm"
    case .removed, .unknown: nil
    // Each value of several has a column of its own.
    case .field(let place): place.isPartOfList ? path.spelling : place.spelling(in: wizard)
    }
  }
}

extension Wizard {
  /// The keys that a path could have meant.
  func answerKeys(near path: AnswerPath) -> [String] {
    var known = fields.map(\.key) + ["case", "confirm"]
    if case .key(let key)? = path.elements.first, let list = listPositions[key] {
      let number = path.elements.dropFirst().first?.spelling ?? "1"
      known += lists[list].fields.map { "\(key).\(number).\($0.key)" }
    }
    return known
  }
}
