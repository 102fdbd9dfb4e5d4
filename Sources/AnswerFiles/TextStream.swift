import SourceTrees

/// A file as UTF-8, piece by piece: unpacked, decoded and checked, its byte order mark removed.
struct TextStream {
  private enum Decoding {
    case undecided
    case utf8
    case utf16(UTF16Decoding)
    case windows1252
  }

  private let source: ByteSource
  private let encoding: AnswerEncoding
  private let gzipLimits: GzipLimits
  private var inflation: Inflation?
  private var isOpen = false
  private var decoding = Decoding.undecided
  private var head: [UInt8] = []
  /// Bytes at the end of what was given out last that begin a character.
  private var unchecked = 0
  private var pending: AnswerFileError.Reason?

  init(_ source: @escaping ByteSource, encoding: AnswerEncoding, gzipLimits: GzipLimits) {
    self.source = source
    self.encoding = encoding
    self.gzipLimits = gzipLimits
  }

  /// Appends the next piece of text.
  ///
  /// A character may continue in the next piece. Before a reason is thrown, all text that precedes it has
  /// been given out, so the end of that text is its place.
  ///
  /// - Parameter text: What is appended to; its last bytes must be those of the last call, unless it
  ///   was emptied up to and including a line break since.
  /// - Returns: Whether something was appended; `false` at the end of the file.
  /// - Throws: The reason why there is no more text although the file has not ended; every time.
  mutating func append(to text: inout [UInt8]) throws(AnswerFileError.Reason) -> Bool {
    let start = text.count
    // Less than at the start: bytes given out before, which began a character, were taken back.
    while text.count <= start {
      if let pending { throw pending }
      do throws(AnswerFileError.Reason) {
        if case .undecided = decoding { try decide() }
        guard try appendDecoded(to: &text) else { return false }
      } catch {
        pending = error
      }
    }
    return true
  }

  private mutating func decide() throws(AnswerFileError.Reason) {
    var first: [UInt8] = []
    while first.count < 3, try appendRaw(to: &first) {}
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      first.removeFirst(3)
      decoding = .utf8
    } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      decoding = .utf16(UTF16Decoding(isBigEndian: first[0] == 0xFE))
      first.removeFirst(2)
    } else {
      decoding = encoding == .utf8 ? .utf8 : .windows1252
    }
    head = first
  }

  private mutating func appendDecoded(to text: inout [UInt8]) throws(AnswerFileError.Reason) -> Bool
  {
    switch decoding {
    case .undecided, .utf8:
      let start = text.count - unchecked
      let hasMore = try appendHead(to: &text)
      switch UTF8Check(text, from: start) {
      case .valid: unchecked = 0
      case .incomplete(let index) where hasMore: unchecked = text.count - index
      case .invalid(let index), .incomplete(let index):
        let byte = text[index]
        text.removeSubrange(index...)
        unchecked = 0
        throw .notUTF8(byte: byte)
      }
      return hasMore
    case .utf16(var utf16):
      var piece: [UInt8] = []
      let hasMore = try appendHead(to: &piece)
      guard utf16.append(piece[...], to: &text), hasMore || utf16.isComplete else {
        throw .notUTF16
      }
      decoding = .utf16(utf16)
      return hasMore
    case .windows1252:
      var piece: [UInt8] = []
      let hasMore = try appendHead(to: &piece)
      if let byte = AnswerEncoding.appendWindows1252(piece[...], to: &text) {
        throw .notWindows1252(byte: byte)
      }
      return hasMore
    }
  }

  private mutating func appendHead(to bytes: inout [UInt8]) throws(AnswerFileError.Reason) -> Bool {
    guard head.isEmpty else {
      bytes.append(contentsOf: head)
      head = []
      return true
    }
    return try appendRaw(to: &bytes)
  }

  private mutating func appendRaw(to bytes: inout [UInt8]) throws(AnswerFileError.Reason) -> Bool {
    if !isOpen {
      isOpen = true
      var start: [UInt8] = []
      while start.count < 2, try read(&start) {}
      // The magic number of gzip (RFC 1952, 2.3.1), which no text begins with.
      if start.starts(with: [0x1F, 0x8B]) {
        inflation = Inflation(limits: gzipLimits, first: start)
      }
      guard inflation == nil else { return try appendRaw(to: &bytes) }
      bytes.append(contentsOf: start)
      return !start.isEmpty
    }
    guard let inflation else { return try read(&bytes) }
    return try inflation.append(to: &bytes, from: source)
  }

  private func read(_ bytes: inout [UInt8]) throws(AnswerFileError.Reason) -> Bool {
    do throws(ReadError) {
      return try source(&bytes)
    } catch {
      throw .unreadable(code: error.code)
    }
  }
}
