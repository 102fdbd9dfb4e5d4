import Foundation
import LocalFiles
import Testing

@Suite("A file that is written piece by piece")
struct LocalFileTests {
  private let path = "\(NSTemporaryDirectory())/alta-file-\(UUID().uuidString)"

  @Test func `is there whole`() throws {
    var pieces = ["one ", "two"]
    let isWhole = try LocalFile.create(at: path) { piece in
      guard let next = pieces.first else { return .end }
      pieces.removeFirst()
      piece = Array(next.utf8)
      return .piece
    }
    #expect(isWhole)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one two")
    try FileManager.default.removeItem(atPath: path)
  }

  @Test func `is not there when nobody knows how it goes on`() throws {
    var count = 0
    let isWhole = try LocalFile.create(at: path) { piece in
      count += 1
      piece = Array("x".utf8)
      return count < 3 ? .piece : .unknown
    }
    #expect(!isWhole)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

@Suite("A file that is written anew")
struct ReplacedFileTests {
  private let folder = URL(filePath: NSTemporaryDirectory()).appending(
    path: "alta-new-\(UUID().uuidString)"
  )
  private var path: String { folder.appending(path: "de.po").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
  }

  private var names: [String] { LocalFile.names(in: folder.path) }

  @Test func `has the new content, its permissions, and nothing beside it`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try LocalFile.replace(with: Array("new".utf8), at: path, from: Array("old".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    let permissions =
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    #expect(names == ["de.po"])
  }

  @Test(arguments: ["other", "ol", "old and more"])
  func `stays as it is when somebody else has changed it`(content: String) throws {
    try content.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: FileError(path: path, reason: .changed)) {
      try LocalFile.replace(with: Array("new".utf8), at: path, from: Array("old".utf8))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    #expect(names == ["de.po"])
  }

  @Test func `stays a link where it is one`() throws {
    let link = folder.appending(path: "link.po").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try LocalFile.replace(with: Array("new".utf8), at: link, from: Array("old".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test func `is not made where there was none`() {
    let other = folder.appending(path: "none.po").path
    #expect(throws: FileError(path: other, reason: .missing)) {
      try LocalFile.replace(with: [], at: other, from: [])
    }
    #expect(names == ["de.po"])
  }
}
