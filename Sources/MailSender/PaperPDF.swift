import CPangoCairo
import Mailing

/// A document drawn as PDF on A4 pages.
///
/// Pango chooses fonts for every script and shapes the text; lengths are points, 1/72 inch.
@safe
struct PaperPDF {
  private static let width = 595.28
  private static let height = 841.89
  private static let margin = 56.0

  /// Receives what cairo writes.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Draws a document; `nil` where the library fails.
  static func bytes(of paper: Paper) -> [UInt8]? {
    let sink = Sink()
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { target, data, count in
        guard let target = unsafe target, let data = unsafe data else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        let sink = unsafe Unmanaged<Sink>.fromOpaque(target).takeUnretainedValue()
        unsafe sink.bytes += UnsafeBufferPointer(start: data, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      },
      Unmanaged.passUnretained(sink).toOpaque(),
      width,
      height
    )
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title)
    let context = unsafe cairo_create(surface)
    var drawing = unsafe PaperPDF(on: context, below: paper.footer.map(\.count).max() ?? 0)
    drawing.draw(paper)
    unsafe cairo_show_page(context)
    let isDrawn = unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
    unsafe cairo_destroy(context)
    unsafe cairo_surface_finish(surface)
    let isWritten = unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    unsafe cairo_surface_destroy(surface)
    return withExtendedLifetime(sink) { isDrawn && isWritten ? sink.bytes : nil }
  }

  private let context: OpaquePointer?
  /// Where the footer begins.
  private let bottom: Double
  private var y = PaperPDF.margin
  private var page = 1

  @unsafe
  private init(on context: OpaquePointer?, below lines: Int) {
    unsafe self.context = unsafe context
    bottom = Self.height - Self.margin - 11 * Double(lines)
  }

  // MARK: The page

  private mutating func draw(_ paper: Paper) {
    for (place, line) in paper.issuer.enumerated() {
      y += text(line, x: Self.margin, width: Self.textWidth, isBold: place == 0, isRight: true)
    }
    y += paper.issuer.isEmpty ? 0 : 24
    for line in paper.recipient { y += text(line, x: Self.margin, width: 260) }
    y += 28
    y += text(paper.title, x: Self.margin, width: Self.textWidth, size: 18, isBold: true)
    y += 10
    for fact in paper.facts where fact.count == 2 {
      text(fact[0], x: Self.margin, width: 130)
      y += text(fact[1], x: Self.margin + 135, width: Self.textWidth - 135)
    }
    y += 16
    head(paper)
    for row in paper.rows {
      if y > bottom - 60 {
        turn(paper)
        head(paper)
      }
      y += cells(row) + 4
    }
    rule()
    // The totals stay together.
    if y > bottom - 18 * Double(paper.totals.count) { turn(paper) }
    for (place, total) in paper.totals.enumerated() where total.count == 2 {
      let isLast = place == paper.totals.count - 1
      text(total[0], x: Self.margin + 200, width: 160, isBold: isLast)
      y += text(
        total[1],
        x: Self.margin + 365,
        width: Self.textWidth - 371,
        isBold: isLast,
        isRight: true
      )
      y += 3
    }
    footer(paper)
  }

  /// Ends a page and begins the next one.
  private mutating func turn(_ paper: Paper) {
    footer(paper)
    unsafe cairo_show_page(context)
    page += 1
    y = Self.margin
  }

  /// Draws what stands below everything, and from the second page on the page's number.
  private func footer(_ paper: Paper) {
    let width = Self.textWidth / Double(max(1, paper.footer.count))
    for (place, lines) in paper.footer.enumerated() {
      text(
        lines.joined(separator: "\n"),
        x: Self.margin + Double(place) * width,
        y: bottom + 12,
        width: width - 10,
        size: 7.5
      )
    }
    if page > 1 {
      let below = Self.height - 28
      text("\(page)", x: Self.margin, y: below, width: Self.textWidth, size: 8, isRight: true)
    }
  }

  private static var textWidth: Double { width - 2 * margin }

  private mutating func head(_ paper: Paper) {
    y += cells(paper.columns, isBold: true) + 3
    rule()
  }

  private mutating func rule() {
    unsafe cairo_set_line_width(context, 0.5)
    unsafe cairo_move_to(context, Self.margin, y)
    unsafe cairo_line_to(context, Self.width - Self.margin, y)
    unsafe cairo_stroke(context)
    y += 5
  }

  /// Draws a row; the second column takes what the others leave.
  private func cells(_ cells: [String], isBold: Bool = false) -> Double {
    let others = [28.0, 0, 74, 92, 42, 92]
    let wide = max(100, Self.textWidth - others.reduce(0, +))
    var x = Self.margin
    var height = 0.0
    for (place, cell) in cells.enumerated() {
      let width = place == 1 ? wide : others.indices.contains(place) ? others[place] : 60
      let used = text(cell, x: x, width: width - 6, isBold: isBold, isRight: place > 1)
      height = max(height, used)
      x += width
    }
    return height
  }

  /// Draws a text, in as many lines as it needs, and tells its height.
  @discardableResult
  private func text(
    _ text: String,
    x: Double,
    y: Double? = nil,
    width: Double,
    size: Double = 10,
    isBold: Bool = false,
    isRight: Bool = false
  ) -> Double {
    let layout = unsafe pango_cairo_create_layout(context)
    defer { unsafe g_object_unref(layout.map { unsafe UnsafeMutableRawPointer($0) }) }
    let font = unsafe pango_font_description_from_string(isBold ? "sans bold" : "sans")
    defer { unsafe pango_font_description_free(font) }
    let scale = Double(PANGO_SCALE)
    unsafe pango_font_description_set_absolute_size(font, size * scale)
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_layout_set_width(layout, Int32(width * scale))
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    // What runs from right to left still stands where its block does.
    unsafe pango_layout_set_auto_dir(layout, 0)
    unsafe pango_layout_set_alignment(layout, isRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
    unsafe cairo_move_to(context, x, y ?? self.y)
    unsafe pango_cairo_show_layout(context, layout)
    var size = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &size)
    return Double(size.height) / scale
  }
}
