import Foundation
import Testing

@testable import TerminalForms

@Suite("A line reader")
struct LineReaderTests {
  private func readings(of bytes: [UInt8], longest: Int = 1_048_576) -> [LineReader.Reading] {
    Pipe.open { pipe in
      pipe.send(bytes)
      pipe.closeWriting()
      return rest(of: LineReader(descriptor: pipe.readEnd, signals: nil, longest: longest))
    }
  }

  private func rest(of reader: LineReader) -> [LineReader.Reading] {
    var readings: [LineReader.Reading] = []
    while readings.last != .end { readings.append(reader.next()) }
    return readings
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb\n\nc", ["a", "b", "", "c"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]), ("a\r", ["a\r"]), ("a\0b\n", ["a\0b"]),
    ("Müller\n日本\n👨‍👩‍👧", ["Müller", "日本", "👨‍👩‍👧"]), ("\r\n", [""]),
  ])
  func `gives every line once`(text: String, lines: [String]) {
    #expect(readings(of: Array(text.utf8)) == lines.map { .line($0) } + [.end])
  }

  @Test(arguments: [
    ([0x61, 0xFF, 0x62], 1), ([0xC3], 0), ([0xC3, 0x28], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xC3, 0xA4, 0xC0, 0xAF], 2), ([0xF0, 0x9F, 0x91], 0),
  ])
  func `names the first byte that is not UTF-8 and goes on`(bytes: [UInt8], byte: Int) {
    #expect(
      readings(of: [0x78, 0x0A] + bytes + [0x0A, 0x79])
        == [.line("x"), .invalid(byte: byte), .line("y"), .end]
    )
  }

  @Test(arguments: [
    ("abcd\nx\n", [LineReader.Reading.line("abcd"), .line("x")]),
    ("abcd\r\nx", [.line("abcd"), .line("x")]),
    ("abcde\nx", [.tooLong, .line("x")]),
    ("abcdefghij\nx", [.tooLong, .line("x")]),
    ("abcdefghij", [.tooLong]),
    ("abcd", [.line("abcd")]),
  ])
  func `skips a line that is too long`(text: String, expected: [LineReader.Reading]) {
    #expect(readings(of: Array(text.utf8), longest: 4) == expected + [.end])
  }

  @Test func `joins what comes in pieces`() {
    let bytes = Array("ä👍\r\nlong line\nrest".utf8)
    Pipe.open { pipe in
      let writeEnd = pipe.writeEnd
      let reader = LineReader(descriptor: pipe.readEnd, signals: nil, longest: 12)
      Thread.detachNewThread {
        for byte in bytes {
          var byte = byte
          _ = unsafe write(writeEnd, &byte, 1)
          usleep(500)
        }
        for _ in 0..<3 { _ = unsafe write(writeEnd, "more than ", 10) }
        _ = unsafe write(writeEnd, "\nlast\n", 6)
      }
      let readings = (0..<4).map { _ in reader.next() }
      #expect(readings == [.line("ä👍"), .line("long line"), .tooLong, .line("last")])
      #expect(reader.lineNumber == 4)
      pipe.closeWriting()
      #expect(reader.next() == .end)
    }
  }

  @Test func `skips a line longer than its limit without keeping it`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    let long = String(repeating: "x", count: 1_048_577)
    try "\(long.dropLast())\n\(long)\n\(long)\(long)\nend".write(
      to: file,
      atomically: false,
      encoding: .utf8
    )
    let handle = try FileHandle(forReadingFrom: file)
    let reader = LineReader(descriptor: handle.fileDescriptor, signals: nil)
    #expect(
      rest(of: reader) == [.line(String(long.dropLast())), .tooLong, .tooLong, .line("end"), .end]
    )
  }

  @Test func `says what the system refused`() {
    #expect(LineReader(descriptor: 1_000_000, signals: nil).next() == .failed(code: EBADF))
  }

  @Test func `waits where the descriptor does not block`() {
    Pipe.open { pipe in
      _ = fcntl(pipe.readEnd, F_SETFL, O_NONBLOCK)
      let writeEnd = pipe.writeEnd
      Thread.detachNewThread {
        usleep(20_000)
        _ = unsafe write(writeEnd, "late\n", 5)
      }
      #expect(LineReader(descriptor: pipe.readEnd, signals: nil).next() == .line("late"))
    }
  }
}
