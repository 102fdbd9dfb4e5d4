import CZlib

/// The one owner of a `z_stream`: gzip in, its content out.
///
/// - SeeAlso: zlib manual, `inflateInit2`, `inflate`; RFC 1952.
@safe
final class Inflation {
  private let stream: UnsafeMutablePointer<z_stream>
  private var piece = [UInt8](repeating: 0, count: 128 << 10)
  private let isInitialized: Bool
  private let limits: GzipLimits
  private var input: [UInt8] = []
  private var position = 0
  private var bytesIn = 0
  private var bytesOut = 0
  /// Whether a member is open, so that the file must not end here.
  private var isInsideMember = true
  private var isPadding = false

  /// Starts with the first bytes of a file, which were read to find out that it is gzip.
  init(limits: GzipLimits, first: [UInt8]) {
    self.limits = limits
    input = first
    // zlib keeps a pointer to the stream inside its state, so the stream must not move.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 asks for gzip alone, 15 for the largest window.
    isInitialized =
      unsafe inflateInit2_(stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
  }

  deinit {
    if isInitialized { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Unpacks a piece of at most 128 KiB.
  ///
  /// - Parameters:
  ///   - bytes: What is appended to, never nothing unless the answer is `false`.
  ///   - source: The compressed bytes.
  /// - Returns: Whether there may be more; `false` at the proper end of the file.
  /// - Throws: The reason why the file cannot be unpacked further.
  func append(
    to bytes: inout [UInt8],
    from source: ByteSource
  ) throws(AnswerFileError.Reason) -> Bool {
    guard isInitialized else { throw .damagedGzip }
    while true {
      if position == input.count, try !refill(from: source) {
        guard !isInsideMember else { throw .truncatedGzip }
        return false
      }
      guard try !skipsBetweenMembers() else { continue }
      let count = try inflatePiece()
      if count > 0 {
        bytes.append(contentsOf: piece[..<count])
        return true
      }
    }
  }

  private func refill(from source: ByteSource) throws(AnswerFileError.Reason) -> Bool {
    input.removeAll(keepingCapacity: true)
    position = 0
    do throws(ReadError) {
      guard try source(&input) else { return false }
    } catch {
      throw .unreadable(code: error.code)
    }
    return true
  }

  /// Passes over the zeros that tapes leave behind the last member, and opens the next member.
  private func skipsBetweenMembers() throws(AnswerFileError.Reason) -> Bool {
    guard !isInsideMember else { return false }
    if input[position] == 0 {
      isPadding = true
      position += 1
      return true
    }
    guard !isPadding, unsafe inflateReset(stream) == Z_OK else { throw .damagedGzip }
    isInsideMember = true
    return false
  }

  private func inflatePiece() throws(AnswerFileError.Reason) -> Int {
    let (status, taken, given) = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe piece.withUnsafeMutableBufferPointer { piece in
        let offered = UInt32(clamping: input.count - position)
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + position }
        unsafe stream.pointee.avail_in = offered
        unsafe stream.pointee.next_out = piece.baseAddress
        unsafe stream.pointee.avail_out = UInt32(piece.count)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status,
          Int(offered - stream.pointee.avail_in),
          piece.count - Int(stream.pointee.avail_out)
        )
      }
    }
    position += taken
    bytesIn += taken
    // Without progress on some input, reading on would never end.
    guard status == Z_OK && taken + given > 0 || status == Z_STREAM_END else { throw .damagedGzip }
    if status == Z_STREAM_END { isInsideMember = false }
    bytesOut += given
    guard bytesOut <= limits.bytes else { throw .unpackedTooLarge(limit: limits.bytes) }
    if bytesOut > limits.freeBytes, bytesOut / max(1, bytesIn) > limits.ratio {
      throw .suspiciousRatio(limit: limits.ratio)
    }
    return given
  }
}
