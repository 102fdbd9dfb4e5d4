import Testing

@testable import TerminalForms

@Suite("A frame drawn in place")
struct FrameCanvasTests {
  private func canvas(_ size: WindowSize, reflows: Bool = true, hasStyles: Bool = true)
    -> FrameCanvas
  {
    FrameCanvas(size: size, reflows: reflows, hasStyles: hasStyles, repertoire: .unicode)
  }

  private func frame(_ lines: String..., at cursor: (row: Int, column: Int)? = nil) -> Frame {
    Frame(
      lines: lines.map { Line($0) },
      cursor: cursor.map { Frame.Place(row: $0.row, column: $0.column) }
    )
  }

  /// Clears from the first row of a frame on.
  private static let clear = "\u{1B}[K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8"

  @Test func `sends only what changed`() {
    var canvas = canvas(WindowSize(columns: 80, rows: 24))
    _ = canvas.show(frame("title", "name: Mü", at: (1, 8)))
    #expect(canvas.show(frame("title", "name: Mül", at: (1, 9))) == Array("l".utf8))
    #expect(canvas.show(frame("title", "name: Mü", at: (1, 8))) == Array("\u{1B}[9G\u{1B}[K".utf8))
    #expect(canvas.show(frame("title", "name: Mü", at: (1, 8))) == [])
    #expect(canvas.show(frame("title", "name: Mü", at: (0, 0))) == Array("\u{1B}[A\r".utf8))
  }

  /// A vowel that is written alone is drawn in the column of what stands before it.
  @Test func `writes lines anew that hold what takes no column`() {
    var canvas = canvas(WindowSize(columns: 80, rows: 24))
    _ = canvas.show(frame("2\u{1161}"))
    #expect(
      String(decoding: canvas.show(frame("2\u{1161}x")), as: UTF8.self).contains("2\u{1161}x")
    )
  }

  /// Frames of any lines leave the same screen as if each had been drawn on an empty one.
  @Test(arguments: [true, false])
  func `is what a full drawing would be`(hasStyles: Bool) {
    var random = RandomNumbers(seed: hasStyles ? 3 : 4)
    let words = ["a", "Müller", "東京", "👩‍👩‍👧", "e\u{301}", "✓", "…", " ", "🇩🇪", "long words here"]
    for _ in 0..<150 {
      let size = WindowSize(
        columns: Int.random(in: 10...60, using: &random),
        rows: Int.random(in: 3...12, using: &random)
      )
      var canvas = canvas(size, hasStyles: hasStyles)
      var screen = ScreenModel(size)
      screen.take(Array("$ alta\r\n".utf8))
      screen.take(FrameCanvas.begin)
      #expect(!screen.wraps && screen.takesPastes)
      var kept: [String] = ["$ alta"]
      for _ in 0..<25 {
        let lines = (0..<Int.random(in: 1...size.rows, using: &random)).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).reduce(Line("")) { line, _ in
            line
              + Line(
                words.randomElement(using: &random) ?? "",
                Style.allCases.randomElement(using: &random) ?? .plain
              )
          }.truncated(to: size.columns - 1)
        }
        let row = Int.random(in: 0..<lines.count, using: &random)
        let cursor = Frame.Place(row: row, column: lines[row].displayWidth)
        let hasCursor = Int.random(in: 0..<4, using: &random) > 0
        if Int.random(in: 0..<5, using: &random) == 0 {
          let line = "kept \(kept.count)"
          kept.append(line)
          screen.take(canvas.keep([Line(line)]))
        }
        screen.take(canvas.show(Frame(lines: lines, cursor: hasCursor ? cursor : nil)))
        #expect(screen.foreign == [])
        #expect(screen.isCursorShown == hasCursor)
        let shown = (screen.history + screen.lines).trimmedEnd
        let expected = kept + lines.map { Self.text($0) }
        #expect(shown.suffix(expected.count).elementsEqual(expected.trimmedEnd.suffix(shown.count)))
        #expect(shown.count == expected.trimmedEnd.count, "\(shown) \(expected)")
        if hasCursor {
          let top = screen.history.count
          #expect(screen.row + top == kept.count + row && screen.column == cursor.column)
        }
      }
      screen.take(canvas.erase() + FrameCanvas.end)
      #expect((screen.history + screen.lines).trimmedEnd == kept)
      #expect(screen.isCursorShown && screen.wraps && !screen.takesPastes)
    }
  }

  private static func text(_ line: Line) -> String {
    var text = line.plain
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A terminal that breaks lines anew has more rows above the cursor than the frame has lines.
  @Test(arguments: [(true, "\u{1B}[4A\r" + Self.clear), (false, "\u{1B}[2A\r" + Self.clear)])
  func `is found again after the window has become narrower`(reflows: Bool, bytes: String) {
    var canvas = canvas(WindowSize(columns: 40, rows: 20), reflows: reflows)
    let wide = String(repeating: "x", count: 35)
    _ = canvas.show(frame(wide, wide, "name", at: (2, 4)))
    #expect(canvas.resize(to: WindowSize(columns: 20, rows: 20)) == Array(bytes.utf8))
  }

  /// Rows that a lower window has pushed out come back into a higher one, and go then.
  @Test func `takes away what comes back from above`() {
    var canvas = canvas(WindowSize(columns: 40, rows: 10))
    let lines = (0..<10).map { "line \($0)" }
    func show(_ count: Int) {
      _ = canvas.show(
        Frame(
          lines: lines.prefix(count).map { Line($0) },
          cursor: Frame.Place(row: count - 1, column: 0)
        )
      )
    }
    show(10)
    #expect(
      canvas.resize(to: WindowSize(columns: 40, rows: 4))
        == Array(("\u{1B}[3A\r" + Self.clear).utf8)
    )
    show(4)
    #expect(
      canvas.resize(to: WindowSize(columns: 40, rows: 10))
        == Array(("\u{1B}[9A\r" + Self.clear).utf8)
    )
    show(10)
    #expect(
      canvas.resize(to: WindowSize(columns: 40, rows: 12))
        == Array(("\u{1B}[9A\r" + Self.clear).utf8)
    )
  }
}

extension [String] {
  /// The lines without empty ones at the end.
  fileprivate var trimmedEnd: [String] {
    var lines = self
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
