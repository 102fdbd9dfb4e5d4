import PlainValues

/// A text under review: its bytes, and what one look at them told.
///
/// Reused from text to text, so that a review of many takes no memory for each. Most checks are done
/// with a text when they have asked which bytes it has at all.
struct CheckedText {
  /// A word: letters and digits in a row.
  struct Word {
    let start: Int
    var end: Int
    /// Of the letters in lower case; equal words have equal ones.
    var hash: UInt64
    /// Whether it begins with a capital.
    let isCapital: Bool
    /// Whether it has a digit.
    var hasDigit = false
    /// Whether it belongs to what is no prose: a placeholder, an option, a file, an address.
    var isCode = false
  }

  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The words in order.
  private(set) var words: [Word] = []
  /// Which of the bytes below 64 it has, and which of those from 64 to 127.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// The greatest byte.
  private(set) var most: UInt8 = 0
  private(set) var lineFeeds = 0
  /// Whether two spaces follow each other.
  private(set) var hasDoubleSpace = false
  /// A number that equal texts share.
  private(set) var hash: UInt64 = 0

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }
  /// Whether it has a character beyond ASCII.
  var isBeyondASCII: Bool { most >= 0x80 }
  /// Whether it has a control character, line feeds among them.
  var hasControl: Bool { low & 0xFFFF_FFFF != 0 || has(0x7F) }
  var hasDigit: Bool { low & 0x03FF_0000_0000_0000 != 0 }

  /// Whether it has a character of ASCII.
  func has(_ byte: UInt8) -> Bool {
    byte < 64 ? low & (1 << UInt64(byte)) != 0 : high & (1 << UInt64(byte & 63)) != 0
  }

  /// The part between two indices, cut between characters.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes a text in.
  ///
  /// - Complexity: O(*n*).
  mutating func take(_ text: StoredText, of scan: CatalogScan) {
    bytes.removeAll(keepingCapacity: true)
    if text.isEmpty {
      // Nothing to take.
    } else if text.isPlain, scan.encoding == .utf8 {
      bytes.append(contentsOf: scan.bytes[Int(text.start) + 1..<Int(text.end) - 1])
    } else {
      let raw = text.decodedBytes(of: scan.bytes)
      bytes = scan.encoding == .utf8 ? raw : Array(scan.encoding.text(raw).utf8)
    }
    look()
  }

  /// Takes a text in.
  mutating func take(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(utf8Of: text)
    look()
  }

  private mutating func look() {
    words.removeAll(keepingCapacity: true)
    (low, high, most, lineFeeds, hasDoubleSpace) = (0, 0, 0, 0, false)
    var state = WordState()
    var previous: UInt8 = 0
    // A reference of its own, so that the rest of the text may change while it is read.
    let bytes = bytes
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      var length = 1
      if byte < 0x80 {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
        if byte == 0x20, previous == 0x20 { hasDoubleSpace = true }
        if byte == 0x0A { lineFeeds += 1 }
        switch CheckedText.kinds[Int(byte)] {
        case .letter: state.letter(byte | 0x20, isCapital: byte < 0x60, at: index, to: &words)
        case .digit: state.digit(byte, at: index, to: &words)
        case .space: state.space(&words)
        case .code:
          state.isCode = true
          state.end()
        case .dot, .other: state.end()
        }
        // A point between two letters is no full stop: `alta.db`.
        if byte == UInt8(ascii: "."), index + 1 < span.count, previous.isASCIILetter,
          span[index + 1].isASCIILetter
        {
          state.isCode = true
        }
        // A command of the dialogue: `:help`.
        if byte == UInt8(ascii: ":"), previous <= 0x20, index + 1 < span.count,
          span[index + 1].isASCIILetter
        {
          state.isCode = true
        }
        if byte == UInt8(ascii: "-"), index + 1 < span.count, !previous.isASCIILetter,
          span[index + 1] == byte
        {
          state.isCode = true
        }
      } else {
        most = max(most, byte)
        length = byte.utf8Shape?.length ?? 1
        let next = index + 1 < span.count ? span[index + 1] : 0
        switch (byte, next) {
        case (0xC3, 0x97), (0xC3, 0xB7): state.end()
        case (0xC3, 0x80...0x9E):
          state.letter(byte, isCapital: true, at: index, to: &words)
          state.more(next | 0x20, &words)
        case (0xC2, 0xA0): state.space(&words)
        case (0xC2, _), (0xE2, 0x80...0x8F), (0xE3, 0x80): state.end()
        default:
          state.letter(byte, isCapital: false, at: index, to: &words)
          for place in index + 1..<min(index + length, span.count) {
            state.more(span[place], &words)
          }
        }
      }
      previous = byte
      index += length
      state.reach(index, &words)
    }
    state.space(&words)
    var key = MessageKey(seed: 0x9E37_79B9_7F4A_7C15)
    key.add(span)
    hash = key.wideHash
  }
}

extension CheckedText {
  private enum Kind: UInt8 { case other, letter, digit, space, code, dot }

  private static let kinds: [Kind] = (0..<128).map { value in
    let byte = UInt8(value)
    switch byte {
    case _ where byte.isASCIILetter: return .letter
    case _ where byte.isASCIIDigit: return .digit
    case 0x09...0x0D, 0x20: return .space
    case UInt8(ascii: "."): return .dot
    default: return "{}@/\\_=<>|#$^~*`+".utf8.contains(byte) ? .code : .other
    }
  }

  /// Where the look is: in a word or not, and in which run between white space.
  private struct WordState {
    /// Whether the run between white space is no prose.
    var isCode = false
    private var isInWord = false
    private var firstOfRun = 0

    mutating func letter(_ byte: UInt8, isCapital: Bool, at index: Int, to words: inout [Word]) {
      if !isInWord {
        words.append(
          Word(start: index, end: index, hash: 0xCBF2_9CE4_8422_2325, isCapital: isCapital)
        )
        isInWord = true
      }
      more(byte, &words)
    }

    mutating func digit(_ byte: UInt8, at index: Int, to words: inout [Word]) {
      letter(byte, isCapital: false, at: index, to: &words)
      words[words.count - 1].hasDigit = true
    }

    /// Adds a byte of a letter to the word's hash.
    ///
    /// - SeeAlso: Fowler, Noll, Vo: FNV-1a with 64 bits.
    func more(_ byte: UInt8, _ words: inout [Word]) {
      let last = words.count - 1
      words[last].hash = (words[last].hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    func reach(_ index: Int, _ words: inout [Word]) {
      if isInWord { words[words.count - 1].end = index }
    }

    mutating func end() { isInWord = false }

    mutating func space(_ words: inout [Word]) {
      isInWord = false
      if isCode {
        for place in firstOfRun..<words.count { words[place].isCode = true }
        isCode = false
      }
      firstOfRun = words.count
    }
  }
}

/// The hash that a word has in a ``CheckedText``.
func wordHash(_ word: some StringProtocol) -> UInt64 {
  var text = CheckedText()
  text.take(String(word))
  return text.words.first?.hash ?? 0
}
