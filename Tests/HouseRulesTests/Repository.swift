import Foundation

/// The repository that this test was built from, read as text.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of all modules, in the order of their paths.
  static let sources: [SourceFile] = {
    let folder = root.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? text(of: "Sources/\(path)") else { return nil }
      return SourceFile(path: path, text: text)
    }
  }()

  /// The names of the folders of `Sources`, C libraries included.
  static func modules() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path))
  }

  /// A file's text; its path is given from the root.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// A Swift file of a module.
struct SourceFile: Sendable {
  /// The path from `Sources` on.
  let path: String
  /// The whole text.
  let text: String
  /// The lines without what follows `//`, the first being line 1.
  let code: [Substring]

  /// Takes a file apart.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.utf8.contains(UInt8(ascii: "/")) else { return line }
      return line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    }
  }

  /// The module that the file belongs to.
  var module: String { String(path.prefix { $0 != "/" }) }

  /// The modules that the file imports, whatever attribute or access level stands before `import`.
  var imports: Set<String> {
    let statement = /\s*(?:[\w@()]+\s+)*import\s+(?:(?:struct|enum|class|protocol|func)\s+)?(\w+).*/
    return Set(
      code.lazy.filter { $0.contains("import") }.compactMap { line in
        line.wholeMatch(of: statement).map { String($0.1) }
      }
    )
  }

  /// Where a word of the language is used, as `path:line`; part of a longer word does not count.
  func places(of word: String) -> [String] {
    guard text.contains(word) else { return [] }
    return code.enumerated().compactMap { offset, line in
      let isUsed = line.ranges(of: word).contains { range in
        line[..<range.lowerBound].last.map { !$0.isLetter && !$0.isNumber } ?? true
      }
      return isUsed ? "\(path):\(offset + 1)" : nil
    }
  }
}
