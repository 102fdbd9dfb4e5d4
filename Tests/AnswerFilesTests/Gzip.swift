/// Packs bytes as gzip without compressing them, so that tests need no compressor.
///
/// - SeeAlso: RFC 1951, 3.2.4 (stored blocks); RFC 1952, 2.3.
func stored(_ content: [UInt8]) -> [UInt8] {
  var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let end = min(content.count, start + 0xFFFF)
    let length = UInt16(end - start)
    file.append(end == content.count ? 1 : 0)
    file += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
    file += content[start..<end]
    start = end
  } while start < content.count
  return file + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
}

/// Packs so many megabytes of zeros into a file of a 160th of their size.
///
/// - SeeAlso: RFC 1951, 3.2.6 (fixed codes): 285 with distance 1 repeats 258 zeros in 13 bits.
func bomb(megabytes: Int) -> [UInt8] {
  var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var bits: UInt64 = 0
  var count = 0
  func put(_ value: UInt64, _ length: Int) {
    bits |= value << UInt64(count)
    count += length
    while count >= 8 {
      file.append(UInt8(bits & 0xFF))
      bits >>= 8
      count -= 8
    }
  }
  put(0b011, 3)  // the last block, fixed codes
  put(0b0000_1100, 8)  // literal 0: code 00110000, most significant bit first
  for _ in 0..<(megabytes << 20) / 258 {
    put(0b1010_0011, 8)  // length 258: code 11000101
    put(0, 5)  // distance 1
  }
  return file
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = ~0
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}

private func littleEndian(_ value: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
}
