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

  /// Whether the text has one of the letters A to Z.
  package var hasASCIICapital: Bool {
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] >= 0x41 && bytes[index] <= 0x5A { return true }
    return false
  }

  /// The text with the letters A to Z as a to z, and every other character as it is.
  package var asciiLower: String {
    let source = utf8.span
    let bytes = [UInt8](capacity: source.count) { bytes in
      for index in source.indices { bytes.append(source[index].asciiLower) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the UTF-8 of the text has a byte; sooner than `utf8.contains`.
  package func has(_ byte: UInt8) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] == byte { return true }
    return false
  }

  /// Whether the text is printable ASCII, spaces included.
  package var isPrintableASCII: Bool {
    let bounds = byteBounds
    return bounds.most < 0x7F && (bounds.least >= 0x20 || bounds.most == 0)
  }

  /// Whether the text has only printable ASCII and the letters from U+00C0 to U+017F, none of them hostile.
  ///
  /// That is nearly everything that is written in German and Spanish; `false` says nothing.
  package var isPrintableLatin: Bool {
    let bytes = utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      // The bytes that begin these letters, and those that follow.
      case 0x20..<0x7F, 0x80..<0xC0, 0xC3, 0xC4, 0xC5: continue
      default: return false
      }
    }
    return true
  }

  /// The characters as a person counts them; the same as `count`, sooner.
  ///
  /// Below U+0300 nothing combines, so that each scalar is a character, but for a CR with its LF.
  package var characterCount: Int {
    let bounds = byteBounds
    // U+0300 begins with the byte 0xCC; a CR is the control that may be a part of a character.
    guard bounds.most < 0xCC, bounds.least > 0x0D || !utf8.contains(0x0D) else { return count }
    if bounds.most < 0x80 { return utf8.count }
    var count = 0
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a text, in one piece.
  package mutating func append(utf8Of text: String) {
    var text = text
    text.withUTF8 { bytes in unsafe append(contentsOf: bytes) }
  }
}
