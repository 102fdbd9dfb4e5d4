import Foundation
import Testing

@testable import TerminalForms

@Suite("The output")
struct TerminalOutputTests {
  private func capabilities(
    isTerminal: Bool = false,
    hasStyles: Bool = false,
    locale: String = "C.UTF-8"
  ) -> TerminalCapabilities {
    TerminalCapabilities(
      isTerminal: isTerminal,
      windowColumns: 40,
      coloring: hasStyles ? .always : .never
    ) { $0 == "LC_ALL" ? locale : nil }
  }

  private func written(
    to capabilities: TerminalCapabilities,
    _ write: (TerminalOutput) -> Void
  ) -> String {
    Pipe.open { pipe in
      let rest = pipe.readingInBackground()
      let output = TerminalOutput(descriptor: pipe.writeEnd, capabilities: capabilities)
      write(output)
      #expect(output.flush() == .open)
      pipe.closeWriting()
      return String(decoding: rest(), as: UTF8.self)
    }
  }

  private static let hostile =
    (0...0x9F).compactMap(Unicode.Scalar.init).map { "a\($0)[31mb" }
    + ["\u{1B}]8;;x\u{1B}\\", "\u{202E}exe", "a\r\n\u{1B}c", "e\u{301}\u{9B}", "👨\u{200D}\u{1B}"]

  @Test(arguments: ["C.UTF-8", "C"], [false, true])
  func `lets nothing out that drives a terminal but its own styles`(locale: String, styled: Bool) {
    let capabilities = capabilities(isTerminal: true, hasStyles: styled, locale: locale)
    let shown = written(to: capabilities) { output in
      for text in Self.hostile {
        output.write(Line(text, .red) + "\(text)")
        output.prompt(Line(text))
        output.write(exactly: text)
        output.write(
          TextTable(columns: [.init(Line(text))], rows: [[Line(text)]]).lines(on: output.page)
        )
      }
    }
    let own = Style.allCases.map(\.start) + [Style.end]
    let rest = own.reduce(shown) { $0.replacing($1, with: "") }
    let driving = rest.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || 0x7F...0x9F ~= $0.value || $0.properties.isBidiControl)
    }
    #expect(driving.isEmpty)
    #expect(shown.contains("\u{1B}") == styled)
  }

  @Test func `shows styles where the terminal has them`() {
    let line = Line("Name", .bold) + ": " + Line(Symbol.problem, .red)
    #expect(
      written(to: capabilities(hasStyles: true)) { $0.write(line) }
        == "\u{1B}[1mName\u{1B}[0m: \u{1B}[31m✗\u{1B}[0m\n"
    )
    #expect(written(to: capabilities()) { $0.write(line) } == "Name: ✗\n")
    #expect(written(to: capabilities(locale: "C")) { $0.write(line) } == "Name: x\n")
  }

  @Test func `writes results exactly into a pipe and safely to a terminal`() {
    let result = "{\"a\":\"\u{9B}ä\"}\r\n"
    #expect(written(to: capabilities(locale: "C")) { $0.write(exactly: result) } == result)
    #expect(
      written(to: capabilities(isTerminal: true)) { $0.write(exactly: result) }
        == "{\"a\":\"\\u{9B}ä\"}^M\n"
    )
  }

  @Test func `waits until its buffer is full, and not before a prompt`() {
    Pipe.open { pipe in
      let output = TerminalOutput(descriptor: pipe.writeEnd, capabilities: capabilities())
      output.write("kept")
      #expect(!hasBytes(pipe.readEnd))
      output.prompt("> ")
      #expect(hasBytes(pipe.readEnd))
    }
  }

  @Test func `hands lines on at once where they must not wait`() {
    Pipe.open { pipe in
      let output = TerminalOutput(
        descriptor: pipe.writeEnd,
        capabilities: capabilities(),
        isBuffered: false
      )
      output.write("now")
      #expect(hasBytes(pipe.readEnd))
    }
  }

  private func hasBytes(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&polled, 1, 0) == 1
  }

  @Test func `writes more than a pipe holds, even one that does not block`() {
    Pipe.open { pipe in
      _ = fcntl(pipe.writeEnd, F_SETFL, O_NONBLOCK)
      let rest = pipe.readingInBackground()
      let output = TerminalOutput(descriptor: pipe.writeEnd, capabilities: capabilities())
      for _ in 0..<3_000 { output.write(Line(String(repeating: "x", count: 99))) }
      #expect(output.flush() == .open)
      pipe.closeWriting()
      #expect(rest().count == 300_000)
    }
  }

  @Test func `goes on in silence when nobody reads any more`() async {
    await #expect(processExitsWith: .success) {
      _ = Signals.watch()
      var ends: [Int32] = [-1, -1]
      _ = unsafe pipe(&ends)
      close(ends[0])
      let capabilities = TerminalCapabilities(isTerminal: false, windowColumns: nil) { _ in nil }
      let output = TerminalOutput(descriptor: ends[1], capabilities: capabilities)
      output.write("to nobody")
      let isClosed = output.flush() == .closed
      output.write("to nobody")
      exit(isClosed && output.flush() == .closed ? 0 : 1)
    }
  }

  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
  func `remembers that the disk was full`() {
    let full = unsafe open("/dev/full", O_WRONLY)
    defer { close(full) }
    let output = TerminalOutput(descriptor: full, capabilities: capabilities())
    output.write("lost")
    #expect(output.flush() == .failed(code: ENOSPC))
    output.write("dropped")
    #expect(output.flush() == .failed(code: ENOSPC))
  }
}
