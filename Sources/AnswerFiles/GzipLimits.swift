/// How far a compressed file may be unpacked.
package struct GzipLimits: Equatable, Sendable {
  /// The most bytes that come out.
  package let bytes: Int
  /// The most bytes that come out for each that goes in, once ``freeBytes`` have come out.
  package let ratio: Int
  /// The bytes for which no ratio is asked, so that a small file of like rows is no bomb.
  package let freeBytes: Int

  /// Makes limits; tables are rarely packed better than 50 to 1, bombs reach 1,000 to 1.
  package init(bytes: Int = 64 << 30, ratio: Int = 400, freeBytes: Int = 16 << 20) {
    self.bytes = bytes
    self.ratio = ratio
    self.freeBytes = freeBytes
  }
}
