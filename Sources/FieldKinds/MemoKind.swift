import PlainValues

/// A text of any number of lines.
package enum MemoKind {
  /// Reads a text that may have line breaks and tabs; every line break becomes a line feed.
  ///
  /// A line break counts as one position in a failure.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let text = try Scrub.safe(withLineFeeds(text), keepsLines: true)
      return KindReading(canonical: text.nfc)
    }
  }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.has(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
