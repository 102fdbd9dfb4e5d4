import RecordStorage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A place for a file: a directory without symbolic links on the way, and a name in it.
///
/// Links to the directory are followed, since a home directory may be one; the file itself may not
/// be a link. The path is absolute, so that no name is read as a URI (`file:…`) or an option.
struct FilePlace {
  /// What is at a place.
  enum Kind: Equatable {
    case nothing
    case file(isEmpty: Bool)
  }

  /// The error number of a path that is not there.
  static let notThere = ENOENT

  /// The absolute path.
  let path: String
  private let directory: String

  /// Finds the place of a path; `nil` when its directory is not there.
  static func ifPossible(_ path: String) throws(StoreError) -> FilePlace? {
    let (directory, name) = try parts(of: path)
    guard let resolved = unsafe realpath(directory, nil) else {
      let reason = errno
      if reason == ENOENT { return nil }
      throw .opening(path, reason)
    }
    defer { unsafe free(resolved) }
    let found = unsafe String(cString: resolved)
    return FilePlace(path: found == "/" ? "/\(name)" : "\(found)/\(name)", directory: found)
  }

  /// Finds the place of a path whose directory must be there.
  static func inExistingDirectory(_ path: String) throws(StoreError) -> FilePlace {
    guard let place = try ifPossible(path) else { throw .opening(path, ENOENT) }
    return place
  }

  /// Finds the place of a path, and creates the missing directories for the owner alone.
  static func creatingDirectories(_ path: String) throws(StoreError) -> FilePlace {
    if let place = try ifPossible(path) { return place }
    let directory = try parts(of: path).directory
    var missing: [String] = []
    var ancestor = directory
    while unsafe access(ancestor, F_OK) != 0, errno == ENOENT {
      missing.append(ancestor)
      guard let parent = parent(of: ancestor) else { break }
      ancestor = parent
    }
    for new in missing.reversed() {
      if unsafe mkdir(new, 0o700) == 0 {
        // Whatever the umask took away.
        _ = unsafe chmod(new, 0o700)
        sync(parent(of: new) ?? ".")
      } else if errno != EEXIST {
        throw .opening(new, errno)
      }
    }
    return try inExistingDirectory(path)
  }

  /// Looks at what is there, without following a link.
  ///
  /// - Throws: ``StoreError``, `cannotOpen` for anything but a file.
  func kind() throws(StoreError) -> Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      let reason = errno
      if reason == ENOENT { return .nothing }
      throw .opening(path, reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(isEmpty: status.st_size == 0)
    case S_IFDIR: throw .cannotOpen(path: path, cause: .directory)
    case S_IFLNK: throw .cannotOpen(path: path, cause: .symbolicLink)
    default: throw .cannotOpen(path: path, cause: .special)
    }
  }

  /// Creates an empty file for the owner alone.
  ///
  /// - Throws: ``StoreError``, `cannotOpen` with `exists` when something is there.
  func create() throws(StoreError) {
    let created = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard created >= 0 else { throw .opening(path, errno) }
    _ = fchmod(created, 0o600)
    close(created)
    FilePlace.sync(directory)
  }

  /// The place of an unfinished file beside this one, of this process alone.
  func partial() -> FilePlace {
    FilePlace(path: "\(path).\(getpid()).part", directory: directory)
  }

  /// Gives a file its final name, unless something has that name.
  func rename(to place: FilePlace) throws(StoreError) {
    // A second link fails where something is; renaming would replace it.
    guard unsafe link(path, place.path) == 0 else { throw .opening(place.path, errno) }
    remove()
    FilePlace.sync(directory)
  }

  /// Removes the file.
  func remove() {
    _ = unsafe unlink(path)
  }

  /// Makes the names in a directory durable.
  private static func sync(_ directory: String) {
    let opened = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)
    close(opened)
  }

  private static func parts(of path: String) throws(StoreError) -> (directory: String, name: String)
  {
    guard !path.utf8.contains(0) else { throw .cannotOpen(path: path, cause: .badName) }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      guard !path.isEmpty else { throw .cannotOpen(path: path, cause: .badName) }
      return (".", path)
    }
    let name = String(path[path.utf8.index(after: slash)...])
    guard !name.isEmpty, name != ".", name != ".." else {
      throw .cannotOpen(path: path, cause: name.isEmpty ? .badName : .directory)
    }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }

  private static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    if slash == path.startIndex { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }
}
