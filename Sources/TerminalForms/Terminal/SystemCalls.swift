#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a system call did with bytes.
enum Transfer: Equatable {
  /// So many bytes were moved; none at the end of input.
  case moved(Int)
  /// Nothing was moved, and nothing is wrong: a signal came, or the other side is not ready.
  case notYet
  /// Nothing was moved, with this `errno`.
  case failed(Int32)

  /// Takes what `read` or `write` returned, right after the call.
  fileprivate init(result: Int) {
    if result >= 0 {
      self = .moved(result)
    } else if errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK {
      self = .notYet
    } else {
      self = .failed(errno)
    }
  }
}

/// Reads at most so many bytes onto the end of the buffer.
func readBytes(from descriptor: Int32, upTo count: Int, onto buffer: inout [UInt8]) -> Transfer {
  var transfer = Transfer.notYet
  // Bytes are written where nothing was yet: filling the room first takes longer than reading.
  buffer += unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
    transfer = Transfer(result: unsafe read(descriptor, room.baseAddress, count))
    if case .moved(let bytes) = transfer { filled = bytes }
  }
  return transfer
}

/// Writes bytes from the buffer, as many as the system takes at once.
func writeBytes(_ buffer: ArraySlice<UInt8>, to descriptor: Int32) -> Transfer {
  unsafe buffer.withUnsafeBytes { bytes in
    Transfer(result: unsafe write(descriptor, bytes.baseAddress, bytes.count))
  }
}

/// Waits until one of several descriptors can be read, a signal comes, or time is up.
///
/// A negative descriptor is never ready. Faults of a descriptor count as ready: reading shows them.
///
/// - Parameters:
///   - descriptors: What to wait for.
///   - milliseconds: How long to wait; negative for ever.
/// - Returns: Whether each can be read, in their order; `nil` where time was up.
@discardableResult
func waitToRead(_ descriptors: [Int32], milliseconds: Int32 = -1) -> [Bool]? {
  var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  let count = unsafe poll(&polls, nfds_t(polls.count), milliseconds)
  return count == 0 ? nil : polls.map { count > 0 && $0.revents != 0 }
}

/// Waits until the descriptor takes bytes, or a signal comes.
func waitToWrite(_ descriptor: Int32) {
  var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  _ = unsafe poll(&polled, 1, -1)
}

/// Whether the other end of a pipe or a terminal is gone.
func hasNoReader(_ descriptor: Int32) -> Bool {
  var polled = pollfd(fd: descriptor, events: 0, revents: 0)
  guard unsafe poll(&polled, 1, 0) > 0 else { return false }
  return polled.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
}

/// The columns of the terminal's window; `nil` where there is no terminal, or it does not know.
func windowColumns(of descriptor: Int32) -> Int? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// The size of the terminal's window; `nil` where there is no terminal, or it does not know.
func windowSize(of descriptor: Int32) -> WindowSize? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
  else { return nil }
  return WindowSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
}

/// Whether the descriptor is a terminal.
func isTerminal(_ descriptor: Int32) -> Bool {
  isatty(descriptor) == 1
}

/// Whether writing failed because nobody reads any more.
func isClosedPipe(_ code: Int32) -> Bool {
  code == EPIPE
}

/// Whether reading failed because the terminal is gone.
func isHangUp(_ code: Int32) -> Bool {
  code == EIO
}
