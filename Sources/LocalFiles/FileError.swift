/// What the system refused about a file; carries the path and the reason, never the content.
package struct FileError: Error, Hashable, Sendable {
  /// The path as the person named it.
  package let path: String
  /// Why.
  package let reason: Reason

  /// Why a file could not be read or written.
  package enum Reason: Hashable, Sendable {
    /// Nothing is there.
    case missing
    /// The system does not allow it.
    case notPermitted
    /// A folder stands where a file is needed.
    case isFolder
    /// Something stands where a new file was to be written.
    case exists
    /// The file is larger than its bound, in bytes.
    case tooLarge(limit: Int)
    /// Somebody else has changed the file meanwhile; nothing was written.
    case changed
    /// The disk is full.
    case full
    /// Anything else, by the system's number.
    case system(Int32)
  }

  /// Names what was refused.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
