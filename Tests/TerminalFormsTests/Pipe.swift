import Foundation

/// The two ends of a pipe, for as long as ``open(_:)`` runs.
final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  /// Passes an open pipe on and closes it afterwards.
  static func open<Result>(_ use: (Pipe) throws -> Result) rethrows -> Result {
    let pipe = Pipe()
    defer {
      pipe.closeWriting()
      close(pipe.readEnd)
    }
    return try use(pipe)
  }

  private init() {
    var ends: [Int32] = [-1, -1]
    precondition(unsafe Foundation.pipe(&ends) == 0, "no pipe left")
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  /// Writes bytes that fit the pipe's buffer.
  func send(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    let count = unsafe write(writeEnd, bytes, bytes.count)
    precondition(count == bytes.count, "the pipe is full")
  }

  /// Begins to read what is written, however much it is.
  ///
  /// - Returns: Waits until the writing end is closed, and gives what was written.
  func readingInBackground() -> () -> [UInt8] {
    let descriptor = readEnd
    let read = DispatchSemaphore(value: 0)
    let bytes = Bytes()
    Thread.detachNewThread {
      bytes.all = Array(FileHandle(fileDescriptor: descriptor).readDataToEndOfFile())
      read.signal()
    }
    return {
      read.wait()
      return bytes.all
    }
  }

  /// Written before the semaphore is raised, read after it was waited for.
  private final class Bytes: @unchecked Sendable {
    var all: [UInt8] = []
  }
}
