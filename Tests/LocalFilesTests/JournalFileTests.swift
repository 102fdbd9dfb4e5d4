import Foundation
import LocalFiles
import Testing

@Suite("A journal")
struct JournalFileTests {
  private let folder = "\(NSTemporaryDirectory())/alta-journal-\(UUID().uuidString)"

  private var path: String { "\(folder)/a/b/draft.jsonl" }

  private func line(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `keeps the last line that is whole`() throws {
    let journal = try JournalFile(at: path)
    #expect(try JournalFile.lastLine(of: path) == nil)
    try journal.add(line("one"))
    try journal.add(line("two"))
    #expect(try JournalFile.lastLine(of: path) == line("two"))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    handle.seekToEndOfFile()
    handle.write(Data("thr".utf8))
    #expect(try JournalFile.lastLine(of: path) == line("two"))
    journal.remove()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `is held by one`() throws {
    let journal = try JournalFile(at: path)
    try journal.add(line("one"))
    #expect(JournalFile.isHeld(path) && !JournalFile.remove(path))
    #expect(throws: FileError.self) { try JournalFile(at: path) }
    journal.remove()
    #expect(!JournalFile.isHeld(path))
  }

  @Test func `goes on with what is there`() throws {
    do { try JournalFile(at: path).add(line("one")) }
    let journal = try JournalFile(at: path)
    #expect(try JournalFile.lastLine(of: path) == line("one"))
    journal.remove()
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test func `is for its owner's eyes only`() throws {
    let journal = try JournalFile(at: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    let above = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o600 && above == 0o700)
    journal.remove()
  }

  @Test func `does not grow without end`() throws {
    let journal = try JournalFile(at: path)
    // What a process left here that was killed at this.
    _ = FileManager.default.createFile(atPath: path + ".next", contents: Data("old".utf8))
    let long = [UInt8](repeating: 0x61, count: 1 << 20)
    for number in 0..<10 { try journal.add(long + line("\(number)")) }
    #expect(try JournalFile.lastLine(of: path) == long + line("9"))
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    #expect(size < 8 << 20)
    journal.remove()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
