import Foundation
import Testing

@testable import TerminalForms

@Suite("The capabilities of a terminal")
struct TerminalCapabilitiesTests {
  private func capabilities(
    _ environment: [String: String],
    isTerminal: Bool = true,
    windowColumns: Int? = nil,
    coloring: TerminalCapabilities.Coloring = .auto
  ) -> TerminalCapabilities {
    TerminalCapabilities(
      isTerminal: isTerminal,
      windowColumns: windowColumns,
      coloring: coloring
    ) { environment[$0] }
  }

  @Test(arguments: [
    (["TERM": "xterm"], true, TerminalCapabilities.Coloring.auto, true),
    (["TERM": "xterm"], false, .auto, false),
    (["TERM": "dumb"], true, .auto, false),
    ([:], true, .auto, false),
    (["TERM": "xterm", "NO_COLOR": "1"], true, .auto, false),
    (["TERM": "xterm", "NO_COLOR": ""], true, .auto, true),
    (["CLICOLOR_FORCE": "1"], false, .auto, true),
    (["CLICOLOR_FORCE": "0"], false, .auto, false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, .auto, false),
    (["NO_COLOR": "1", "TERM": "dumb"], false, .always, true),
    (["TERM": "xterm", "CLICOLOR_FORCE": "1"], true, .never, false),
  ])
  func `have styles unless something speaks against it`(
    environment: [String: String],
    isTerminal: Bool,
    coloring: TerminalCapabilities.Coloring,
    hasStyles: Bool
  ) {
    let found = capabilities(environment, isTerminal: isTerminal, coloring: coloring)
    #expect(found.hasStyles == hasStyles)
  }

  @Test(arguments: [
    ([:], Repertoire.unicode),
    (["LANG": "de_DE.UTF-8"], .unicode),
    (["LANG": "es_ES.utf8@euro"], .unicode),
    (["LANG": "de_DE.ISO-8859-1"], .ascii),
    (["LANG": "de_DE@euro"], .ascii),
    (["LANG": "C"], .ascii),
    (["LANG": "C.UTF-8", "LC_ALL": "POSIX"], .ascii),
    (["LANG": "C", "LC_CTYPE": "en_US.UTF-8", "LC_ALL": ""], .unicode),
  ])
  func `have the repertoire of the locale`(environment: [String: String], repertoire: Repertoire) {
    #expect(capabilities(environment).repertoire == repertoire)
  }

  @Test(arguments: [
    (Int?.none, [:], 80), (nil, ["COLUMNS": "132"], 132), (40, ["COLUMNS": "132"], 40),
    (nil, ["COLUMNS": "0"], 80), (nil, ["COLUMNS": "-5"], 80), (nil, ["COLUMNS": "wide"], 80),
    (nil, ["COLUMNS": "99999999999999999999"], 80), (nil, ["COLUMNS": "9999999999"], 10_000),
  ])
  func `have the columns of the window, or 80`(
    window: Int?,
    environment: [String: String],
    columns: Int
  ) {
    #expect(capabilities(environment, windowColumns: window).columns == columns)
  }

  @Test(arguments: [([:], true), (["TERM": "dumb"], true), (["TERM": "xterm-256color"], false)])
  func `are dumb without a known kind`(environment: [String: String], isDumb: Bool) {
    #expect(capabilities(environment).isDumb == isDumb)
  }

  #if os(Linux)
  @Test func `follow the window of a real terminal`() throws {
    let main = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: Int32 = -1
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK, a macro that Swift does not see
    let getNumber: UInt = 0x8004_5430  // TIOCGPTN
    try #require(unsafe ioctl(main, unlock, &isLocked) == 0)
    try #require(unsafe ioctl(main, getNumber, &number) == 0)
    let terminal = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    defer { for descriptor in [main, terminal] { close(descriptor) } }
    func resize(columns: UInt16) {
      var size = winsize(ws_row: 10, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      _ = unsafe ioctl(main, UInt(TIOCSWINSZ), &size)
    }
    resize(columns: 44)
    let found = TerminalCapabilities(of: terminal) { _ in nil }
    #expect(found.isTerminal)
    #expect(found.columns == 44)
    let output = TerminalOutput(descriptor: terminal, capabilities: found)
    resize(columns: 55)
    #expect(output.page.columns == 55)
  }
  #endif
}
