#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Appends the next bytes of a file, at least one; answers `false` where there are none left.
///
/// It decides how many bytes a piece has, and so how much memory a reading takes.
package typealias ByteSource = (inout [UInt8]) throws(ReadError) -> Bool

/// The system's refusal to read on.
package struct ReadError: Error, Equatable, Sendable {
  /// The `errno` of the call that failed.
  package let code: Int32

  /// Makes an error of an `errno`.
  package init(code: Int32) {
    self.code = code
  }
}

/// The bytes of an open file, pipe or terminal, in pieces of 128 KiB at most.
///
/// - Parameter descriptor: An open descriptor; it is read to its end, and whoever opened it closes it.
/// - Returns: A source that can be used once.
/// - SeeAlso: read(2).
package func bytes(ofDescriptor descriptor: Int32) -> ByteSource {
  var piece = [UInt8](repeating: 0, count: 128 << 10)
  return { (bytes: inout [UInt8]) throws(ReadError) in
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { piece in
        unsafe read(descriptor, piece.baseAddress, piece.count)
      }
      guard count < 0 else {
        bytes.append(contentsOf: piece[..<count])
        return count > 0
      }
      guard errno == EINTR else { throw ReadError(code: errno) }
    }
  }
}

/// The bytes of an array, in pieces of a size.
package func bytes(of content: [UInt8], pieces size: Int = 128 << 10) -> ByteSource {
  var index = 0
  return { (bytes: inout [UInt8]) throws(ReadError) in
    let end = min(content.count, index + max(1, size))
    bytes.append(contentsOf: content[index..<end])
    defer { index = end }
    return end > index
  }
}
