/// Reads lines from a descriptor, one reader for the whole session.
///
/// One, because it reads ahead: what a second reader would find is what this one has not buffered.
package final class LineReader {
  /// What was found where a line was asked for.
  package enum Reading: Equatable, Sendable {
    /// A line, without LF or CRLF; at the end of input also without either. May hold NUL.
    case line(String)
    /// A line that is not UTF-8.
    ///
    /// - byte: The first byte that is wrong, counted in the line from 0.
    case invalid(byte: Int)
    /// A line of more bytes than are allowed; it has been skipped.
    case tooLong
    /// The end of input, now and from now on.
    case end
    /// A stop signal came; buffered lines are kept.
    case interrupted(StopSignal)
    /// Reading failed with this `errno`.
    case failed(code: Int32)
  }

  /// The line that was read last, counted from 1; 0 before the first.
  package private(set) var lineNumber = 0

  private let descriptor: Int32
  private let signals: Signals?
  private let longest: Int
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  /// Up to where the next line is known to hold no line feed.
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading for as long as the reader is used; not closed by it.
  ///   - signals: Ends waiting when a stop signal comes; `nil` where signals are not watched.
  ///   - longest: The most bytes of a line, without its end.
  package init(descriptor: Int32, signals: Signals?, longest: Int = 1_048_576) {
    self.descriptor = descriptor
    self.signals = signals
    self.longest = longest
  }

  /// Waits for the next line.
  ///
  /// - Complexity: O(*n*) in the bytes of the line; never holds more than the longest line and 64 KiB.
  package func next() -> Reading {
    while true {
      if let signal = signals?.arrived { return .interrupted(signal) }
      if let line = bufferedLine() {
        lineNumber += 1
        return line
      }
      if hasEnded { return .end }
      if let code = fill() { return .failed(code: code) }
    }
  }

  private static let chunk = 65_536

  /// Reads on; keeps only what belongs to the line that has begun.
  ///
  /// - Returns: The `errno` of a failure.
  private func fill() -> Int32? {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    waitToRead([descriptor, signals?.wakeUp ?? -1])
    // A signal that woke us up must not be followed by a read that waits for ever.
    if signals?.arrived != nil { return nil }
    switch readBytes(from: descriptor, upTo: LineReader.chunk, onto: &buffer) {
    case .moved(let count): hasEnded = count == 0
    case .notYet: break
    case .failed(let code): return code
    }
    return nil
  }

  /// Takes the next line out of the buffer; `nil` where more must be read first.
  private func bufferedLine() -> Reading? {
    if let lineFeed = buffer[searched...].firstIndex(of: 0x0A) {
      var end = lineFeed
      if end > start, buffer[end - 1] == 0x0D { end -= 1 }
      let line = reading(of: buffer[start..<end])
      start = lineFeed + 1
      searched = start
      return line
    }
    searched = buffer.count
    if hasEnded {
      guard isSkipping || start < buffer.count else { return nil }
      let line = reading(of: buffer[start...])
      start = buffer.count
      return line
    }
    // One byte more, because a carriage return at the end may belong to the line's end.
    if buffer.count - start - 1 > longest {
      isSkipping = true
      start = buffer.count
    }
    return nil
  }

  private func reading(of bytes: ArraySlice<UInt8>) -> Reading {
    defer { isSkipping = false }
    if isSkipping || bytes.count > longest { return .tooLong }
    if let line = String(validating: bytes, as: UTF8.self) { return .line(line) }
    return .invalid(byte: LineReader.validPrefix(of: bytes))
  }

  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { length += scalar.count }
    return length
  }
}
