#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reading and writing whole files, without Foundation and with bounds.
package enum LocalFile {
  /// Reads a whole file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The path as the person named it.
  ///   - limit: The most bytes that are read; pipes and devices are bounded alike.
  /// - Returns: The bytes.
  /// - Throws: ``FileError``.
  package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try bytes(from: 0, path: path, limit: limit) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(descriptor) }
    // Opened without blocking, so that a named pipe which nobody writes to cannot hang alta.
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
    return try bytes(from: descriptor, path: path, limit: limit)
  }

  private static func bytes(
    from descriptor: Int32,
    path: String,
    limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: path, reason: .isFolder)
    }
    let isOrdinary = status.st_mode & S_IFMT == S_IFREG
    let expected = isOrdinary ? Int(status.st_size) : 0
    guard expected <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    while true {
      // Bytes are written where nothing was yet: filling the room first takes longer than reading.
      let room = isOrdinary && bytes.isEmpty ? expected + 1 : 1 << 16
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { room, filled in
        var count = 0
        repeat {
          guard let start = room.baseAddress else { return }
          count = unsafe read(descriptor, start, room.count)
        } while count < 0 && errno == EINTR
        if count < 0 { failure = errno }
        filled = max(0, count)
      }
      // The first part is nearly always the whole file, and not worth a copy.
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else {
        throw FileError(path: path, reason: .tooLarge(limit: limit))
      }
      // An ordinary file that gives less than there is room for has ended.
      if part.isEmpty || (isOrdinary && part.count < room) { break }
    }
    guard failure == 0 else { throw FileError(path: path, errno: failure) }
    return bytes
  }

  /// Writes a new file that only its owner may read, unless told otherwise, whole or not at all.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: Where; nothing may be there.
  ///   - isShared: Whether others may read it too, as far as the account's mask lets them.
  /// - Throws: ``FileError``; `exists` where something is there. Nothing is left behind then.
  package static func create(
    _ bytes: [UInt8],
    at path: String,
    isShared: Bool = false
  ) throws(FileError) {
    var isFirst = true
    _ = try create(at: path, isShared: isShared) { piece in
      guard isFirst else { return .end }
      isFirst = false
      piece = bytes
      return .piece
    }
  }

  /// Writes a new file that only its owner may read, piece by piece, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there.
  ///   - isShared: Whether others may read it too, as far as the account's mask lets them.
  ///   - pieces: Appends the next piece to what it is given, which is empty.
  /// - Returns: Whether the file is there; not so where there was no telling what comes next.
  /// - Throws: ``FileError``; `exists` where something is there. Nothing is left behind then.
  package static func create(
    at path: String,
    isShared: Bool = false,
    pieces: (inout [UInt8]) -> NextPiece
  ) throws(FileError) -> Bool {
    let descriptor = unsafe open(
      path,
      O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
      isShared ? 0o644 : 0o600
    )
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    var failure: Int32 = 0
    var piece: [UInt8] = []
    var next = NextPiece.piece
    while failure == 0, next == .piece {
      next = pieces(&piece)
      if next == .piece { failure = writeAll(piece, to: descriptor) }
      piece.removeAll(keepingCapacity: true)
    }
    if next == .unknown {
      close(descriptor)
      unsafe unlink(path)
      return false
    }
    if failure == 0 && fsync(descriptor) != 0 && errno != EINVAL { failure = errno }
    close(descriptor)
    guard failure == 0 else {
      unsafe unlink(path)
      throw FileError(path: path, errno: failure)
    }
    syncFolder(of: path)
    return true
  }

  /// Puts new content in the place of a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The file; what it holds is lost only when the new content is safe on the disk.
  ///   - bytes: The content.
  /// - Throws: ``FileError``; the file is as it was then.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let next = path + ".new"
    unsafe unlink(next)
    try create(bytes, at: next)
    guard unsafe rename(next, path) == 0 else {
      let failure = FileError(path: path, errno: errno)
      unsafe unlink(next)
      throw failure
    }
    syncFolder(of: path)
  }

  /// Writes all bytes; the `errno` of what kept it from doing so, or 0.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + offset },
          bytes.count - offset
        )
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      offset += count
    }
    return 0
  }

  /// Makes the entry of a new file durable; a file system that cannot is not at fault.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Lists the names in a folder.
  ///
  /// - Returns: The names in byte order; empty where the folder cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let handle = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { text in
          unsafe String(cString: text)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder and those above it that are missing; its owner alone may look into them.
  ///
  /// - Returns: Those that were made.
  @discardableResult
  package static func makeFolders(_ folder: String) -> [String] {
    var missing: [String] = []
    var rest = folder
    while !rest.isEmpty, !exists(rest) {
      missing.append(rest)
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = String(rest[..<slash])
    }
    return missing.reversed().filter { unsafe mkdir($0, 0o700) == 0 }
  }

  /// Whether a folder is there.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is there.
  package static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }
}

extension FileError {
  init(path: String, errno number: Int32) {
    let reason: Reason =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM, EROFS: .notPermitted
      case EISDIR: .isFolder
      case EEXIST: .exists
      case ENOSPC, EDQUOT, EFBIG: .full
      default: .system(number)
      }
    self.init(path: path, reason: reason)
  }
}

/// What comes next of a file that is written piece by piece.
package enum NextPiece: Hashable, Sendable {
  /// One more piece.
  case piece
  /// Nothing: the file is whole.
  case end
  /// Nobody knows, and a part of a file is none.
  case unknown
}
