import CZlib

/// What a file is known again by: its length and two checksums.
///
/// It tells files apart that people mix up, not files that someone forged: whoever forges one has nothing
/// of it but rows of their own that are taken for imported.
///
/// - SeeAlso: RFC 1952 (CRC-32), RFC 1950 (Adler-32).
package struct InputDigest: Sendable {
  /// The number of bytes.
  package private(set) var size = 0
  private var crc = crc32_z(0, nil, 0)
  private var adler = adler32_z(0, nil, 0)

  /// Starts with nothing.
  package init() {}

  /// Reads a source to its end.
  ///
  /// - Throws: ``ReadError``.
  package init(of source: ByteSource) throws(ReadError) {
    var piece: [UInt8] = []
    while try source(&piece) {
      add(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    size += bytes.count
    unsafe bytes.withUnsafeBufferPointer { bytes in
      crc = unsafe crc32_z(crc, bytes.baseAddress, bytes.count)
      adler = unsafe adler32_z(adler, bytes.baseAddress, bytes.count)
    }
  }

  /// The checksums as 16 hexadecimal digits.
  package var text: String {
    [crc, adler].map { sum in
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }.joined()
  }
}
