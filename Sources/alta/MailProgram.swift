#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import LocalFiles
import Mailing
import SourceTrees

/// The program that sends mails, started when there is one to send.
///
/// It is beside alta where that was built, and in `libexec/alta` where it was installed.
@safe
struct MailProgram {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var held: [UInt8] = []

  /// Where the program is, or would be.
  static var path: String {
    if let named = Environment.variable("ALTA_MAIL_PROGRAM"), !named.isEmpty { return named }
    let folder = Environment.programFolder ?? "."
    let beside = "\(folder)/alta-mail"
    return unsafe access(beside, X_OK) == 0 ? beside : "\(folder)/../libexec/alta/alta-mail"
  }

  /// Starts the program; `nil` where it is not there.
  init?(route: MailRoute) {
    var towards: [Int32] = [0, 0]
    var back: [Int32] = [0, 0]
    guard unsafe pipe(&towards) == 0 else { return nil }
    guard unsafe pipe(&back) == 0 else {
      close(towards[0])
      close(towards[1])
      return nil
    }
    // The program keeps none of these but the two that it is given.
    for descriptor in [towards[1], back[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, towards[0], 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, back[1], 1)
    // Ctrl-C stops alta after the mail that is on its way, and does not tear it.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("alta-mail"), nil]
    defer { unsafe free(arguments[0]) }
    var child: pid_t = 0
    let result = unsafe posix_spawn(&child, Self.path, &actions, &attributes, &arguments, environ)
    close(towards[0])
    close(back[1])
    process = child
    input = towards[1]
    output = back[0]
    guard result == 0 else {
      close(input)
      close(output)
      return nil
    }
    guard send(route.json), line() == "ready" else {
      end()
      return nil
    }
  }

  /// Hands a mail over; whether the program took it.
  func begin(_ order: MailOrder) -> Bool { send(order.json) }

  /// Waits for what becomes of the mail that was handed over.
  mutating func finish() -> MailOutcome {
    line().flatMap { MailOutcome(line: $0) } ?? .unknown("alta-mail")
  }

  /// Ends the program and waits for its end.
  func end() {
    close(input)
    close(output)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  private func send(_ value: JSONValue) -> Bool {
    var rest = Array((value.json + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private mutating func line() -> String? {
    while true {
      if let end = held.firstIndex(of: 0x0A) {
        let line = String(decoding: held[..<end], as: UTF8.self)
        held.removeSubrange(...end)
        return line
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = unsafe read(output, &bytes, bytes.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      held += bytes[..<count]
    }
  }
}
