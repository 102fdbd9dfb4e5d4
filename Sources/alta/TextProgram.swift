#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import FrontDesk
import LocalFiles

/// The person's own program for texts, for memos that are too long for a form.
enum TextProgram {
  private static let longestText = 4_194_304

  /// Has a text edited, and waits until that is done.
  ///
  /// The program is what `VISUAL` or `EDITOR` names, run by the shell so that it may have options; else
  /// `vi`. The file is one that only its owner may read, in a folder of its own.
  static func edited(_ text: String) -> FormDialogue.EditedText {
    let program =
      [Environment.variable("VISUAL"), Environment.variable("EDITOR")]
      .compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
    guard let folder = makeFolder() else { return .failed(program: program) }
    let path = "\(folder)/alta.txt"
    defer {
      // Editors leave copies beside the file.
      for name in LocalFile.names(in: folder) { unsafe unlink("\(folder)/\(name)") }
      unsafe rmdir(folder)
    }
    let ending = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    guard (try? LocalFile.create(Array((text + ending).utf8), at: path)) != nil,
      run(program, on: path)
    else { return .failed(program: program) }
    guard let bytes = try? LocalFile.bytes(of: path, limit: longestText) else {
      return .failed(program: program)
    }
    guard var edited = String(validating: bytes, as: UTF8.self) else { return .noText }
    // Editors end the last line; the text did not.
    if edited.hasSuffix("\r\n") || edited.hasSuffix("\n") { edited.removeLast() }
    return .text(
      edited.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    )
  }

  private static func makeFolder() -> String? {
    let base = Environment.variable("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/alta-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard isMade else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs the program on the terminal; whether it ended well.
  private static func run(_ program: String, on path: String) -> Bool {
    let words = ["sh", "-c", "\(program) \"$1\"", "alta", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // Standard output carries results only; the editor shows itself where the form did.
    unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigfillset(&defaults)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ) == 0
    else { return false }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
