import PlainValues
package import SourceTrees
import WizardEngine

/// A definition file's text and its name, for faults that show the line they are about.
package struct DefinitionSource: Sendable {
  /// The file as the person named it.
  package let file: String
  /// The text.
  package let text: SourceText

  /// Joins a name and a text.
  package init(file: String, text: SourceText) {
    self.file = file
    self.text = text
  }
}

/// Collects the faults of one file while its tree is read.
struct DefinitionReader {
  let source: DefinitionSource
  var faults: [DefinitionFault] = []
  /// How many fields were read; one beyond the bound is kept, so that the check finds too many.
  var fieldCount = 0

  func place(_ node: SourceNode) -> Place { place(node.place) }

  func place(_ place: SourcePlace) -> Place {
    Place(
      file: source.file,
      line: place.line,
      column: place.column,
      offset: place.offset,
      length: place.length
    )
  }

  /// The most faults of one file; who has mended these checks again.
  static let mostFaults = 1_000

  mutating func report(_ reason: DefinitionFault.Reason, at node: SourceNode) {
    guard faults.count < Self.mostFaults else { return }
    faults.append(DefinitionFault(reason, at: place(node)))
  }

  /// The nearest of some names, as long as the faults are few: hostile files are not looked into.
  func near(_ name: String, in candidates: [String]) -> String? {
    faults.count < Self.closeFaults ? nearest(name, in: candidates) : nil
  }

  /// How many faults get a nearest name.
  private static let closeFaults = 100

  // MARK: Shapes

  mutating func list(_ node: SourceNode, key: String) -> [SourceNode] {
    guard let items = node.items else {
      report(.wrongShape(key: key, expected: .list), at: node)
      return []
    }
    return items
  }

  mutating func flag(_ node: SourceNode, key: String) -> Bool {
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(.wrongShape(key: key, expected: .boolean), at: node)
      return false
    }
  }

  mutating func number(_ node: SourceNode, key: String, from least: Int = 0) -> Int? {
    guard let text = node.text, let number = Int(text), (least...1_000_000).contains(number) else {
      report(.wrongShape(key: key, expected: .number), at: node)
      return nil
    }
    return number
  }

  /// Walks a mapping whose keys are known, and reports the ones that are not.
  ///
  /// - Parameters:
  ///   - node: What should be a mapping.
  ///   - shape: The keys that may and that must stand here.
  ///   - key: What the mapping is the value of, for the fault where it is none.
  ///   - visit: Called for every known key in the order of the file.
  mutating func mapping(
    _ node: SourceNode,
    as shape: DefinitionShape,
    key: String,
    visit: (inout DefinitionReader, String, SourceNode) -> Void
  ) {
    guard let pairs = node.pairs else {
      report(.wrongShape(key: key, expected: .mapping), at: node)
      return
    }
    for pair in pairs {
      let name = pair.key.text ?? ""
      if shape.names.contains(name) {
        visit(&self, name, pair.value)
      } else {
        report(.unknownKey(name, nearest: near(name, in: shape.names)), at: pair.key)
      }
    }
    for name in shape.required where node[name] == nil {
      report(.missingKey(name), at: pairs.first?.key ?? node)
    }
  }
}
