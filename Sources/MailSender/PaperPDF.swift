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
    var drawing = unsafe PaperPDF(on: context)
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
  private var y = PaperPDF.margin

  @unsafe
  private init(on context: OpaquePointer?) { unsafe self.context = unsafe context }

  // MARK: The page

  private mutating func draw(_ paper: Paper) {
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
      if y > Self.height - Self.margin - 60 {
        unsafe cairo_show_page(context)
        y = Self.margin
        head(paper)
      }
      y += cells(row) + 4
    }
    rule()
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
    let figures = 72.0
    let first = 36.0
    let wide = max(100, Self.textWidth - first - figures * Double(max(0, cells.count - 2)))
    var x = Self.margin
    var height = 0.0
    for (place, cell) in cells.enumerated() {
      let width = place == 0 ? first : place == 1 ? wide : figures
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
    unsafe pango_layout_set_alignment(layout, isRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
    unsafe cairo_move_to(context, x, y)
    unsafe pango_cairo_show_layout(context, layout)
    var size = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &size)
    return Double(size.height) / scale
  }
}
