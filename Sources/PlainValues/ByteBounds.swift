extension String {
  /// The smallest and the greatest byte of the UTF-8; of an empty text 255 and 0.
  ///
  /// Most questions about a text are answered by it: whether it is ASCII, printable, normal already. It has
  /// no early end, so that several bytes are looked at at a time.
  ///
  /// - Complexity: O(*n*), at some bytes a cycle.
  package var byteBounds: (least: UInt8, most: UInt8) {
    var least: UInt8 = 255
    var most: UInt8 = 0
    let bytes = utf8.span
    for index in bytes.indices {
      least = min(least, bytes[index])
      most = max(most, bytes[index])
    }
    return (least, most)
  }

  /// Whether the text has no character beyond ASCII.
  package var isASCII: Bool { byteBounds.most < 0x80 }

  /// Whether the text is printable ASCII, spaces included.
  package var isPrintableASCII: Bool {
    let bounds = byteBounds
    return bounds.most < 0x7F && (bounds.least >= 0x20 || bounds.most == 0)
  }
}
