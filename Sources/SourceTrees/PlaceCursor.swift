/// A walk through a text that knows the line and the column of where it is.
///
/// It only goes forward, so that the places of all nodes together cost one pass over the text, however
/// long its lines are.
package struct PlaceCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var line: Int
  private var column = 1

  /// Starts a walk at the beginning of valid UTF-8 whose first line has this number.
  package init(_ bytes: [UInt8], firstLine: Int = 1) {
    self.bytes = bytes
    line = firstLine
  }

  /// Goes to an offset and describes it.
  ///
  /// - Parameters:
  ///   - target: The offset to go to; one that lies behind leaves the walk where it is.
  ///   - end: The offset behind what the place marks; clipped to the end of the line.
  /// - Returns: The place, marking one character at least.
  /// - Complexity: O(*n*) in the bytes between, and in the bytes that are marked.
  package mutating func place(at target: Int, to end: Int) -> SourcePlace {
    let target = min(max(target, offset), bytes.count)
    var index = offset
    var segment = offset
    while index < target {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        column = 1
        segment = index
      }
    }
    column += characters(segment, target)
    offset = target
    var last = target
    while last < min(end, bytes.count), bytes[last] != 0x0A, bytes[last] != 0x0D { last += 1 }
    let length = characters(target, last)
    return SourcePlace(line: line, column: column, offset: target, length: length)
  }

  /// Describes an offset without moving.
  package func advanced(to target: Int) -> SourcePlace {
    var copy = self
    return copy.place(at: target, to: target)
  }

  private func characters(_ start: Int, _ end: Int) -> Int {
    var ascii = start
    while ascii < end, bytes[ascii] < 0x80 { ascii += 1 }
    guard ascii < end else { return end - start }
    // A mark may belong to the last of the ASCII characters.
    ascii = max(start, ascii - 1)
    return ascii - start + String(decoding: bytes[ascii..<end], as: UTF8.self).count
  }
}
