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
