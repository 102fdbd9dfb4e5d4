import Foundation

/// A program on its way from start to end.
///
/// Not Foundation's `Process`: on Linux that reads directory entries past the end of their buffer now
/// and then, and hands the signals that a test's thread blocks on to the child, which Ctrl-C could
/// then not reach.
enum Launch {
  /// Runs a program to its end; after a minute it is killed.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - words: The words that follow its name.
  ///   - environment: All its variables.
  ///   - folder: Its working directory.
  ///   - files: What its standard streams are: input, output and error, in this order.
  /// - Returns: Its exit status, or the negative number of the signal that ended it.
  /// - Throws: `POSIXError` where it cannot be started.
  static func run(
    _ program: String,
    _ words: [String],
    environment: [String: String],
    in folder: String,
    files: [String]
  ) throws -> Int32 {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
      unsafe posix_spawn_file_actions_addopen(
        &actions,
        Int32(descriptor),
        file,
        descriptor == 0 ? O_RDONLY : O_WRONLY,
        0
      )
    }

    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    )

    var process: pid_t = 0
    // Not every system can change the directory on the way.
    let line = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + words
    let code = unsafe withCStrings(line) { words in
      unsafe withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }

    let started = process
    let watchdog = DispatchWorkItem { kill(started, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watchdog)
    defer { watchdog.cancel() }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  /// Passes texts on as C does: a list of pointers that ends with none.
  private static func withCStrings<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer {
      for index in unsafe copies.indices { unsafe free(copies[index]) }
    }
    return unsafe body(copies + [nil])
  }
}
