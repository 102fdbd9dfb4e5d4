#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import LocalFiles
import PlainValues

/// What the process finds around it: variables, clock, the person, its own place.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The variables that choose a language, by name.
  static var languageVariables: [String: String] {
    var values: [String: String] = [:]
    for name in ["ALTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
      values[name] = variable(name)
    }
    return values
  }

  /// The day of the local time zone.
  static var today: CivilDate {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    return CivilDate(
      year: unsafe Int(parts.tm_year) + 1900,
      month: unsafe Int(parts.tm_mon) + 1,
      day: unsafe Int(parts.tm_mday)
    )
      ?? CivilDate(dayNumber: Int(now) / 86_400)
  }

  /// The moment in UTC as ISO 8601 with seconds, `2026-03-05T14:07:09Z`.
  static var now: String { moment(time(nil)) }

  private static func moment(_ seconds: Int) -> String {
    let (day, rest) = (seconds / 86_400, seconds % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return "\(CivilDate(dayNumber: day).iso)T\(clock)Z"
  }

  /// The moment so many seconds from now.
  static func moment(in seconds: Int) -> String { moment(time(nil) + seconds) }

  /// Does nothing for a while.
  static func rest(milliseconds: Int) {
    if milliseconds > 0 { usleep(UInt32(clamping: milliseconds) &* 1000) }
  }

  /// The milliseconds since some moment, whatever the clock on the wall says.
  static var milliseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The name of the account that alta runs as, or its number.
  static var account: String {
    let number = getuid()
    guard let entry = unsafe getpwuid(number), let name = unsafe entry.pointee.pw_name else {
      return "uid \(number)"
    }
    return unsafe String(cString: name)
  }

  /// A short name for a draft that no other draft has, for example `d4k7qz`.
  static var draftName: String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    var random = SystemRandomNumberGenerator()
    return String((0..<6).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
  }

  /// Whether the person asked for a dialogue without drawing: a screen reader follows lines better.
  static var prefersLines: Bool {
    let wish = variable("ALTA_ACCESSIBLE") ?? ""
    return !wish.isEmpty && wish != "0"
  }

  /// Whether a person sits at standard input.
  static var hasKeyboard: Bool { isatty(0) == 1 }

  /// The folder of the running program; `nil` where the system does not tell.
  static var programFolder: String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    #if os(Linux)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return -1 }
      return unsafe readlink("/proc/self/exe", start, bytes.count)
    }
    guard count > 0 else { return nil }
    #else
    var size = UInt32(buffer.count)
    let result = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe _NSGetExecutablePath(bytes.bindMemory(to: CChar.self).baseAddress, &size)
    }
    guard result == 0 else { return nil }
    let count = buffer.firstIndex(of: 0) ?? buffer.count
    #endif
    let path = String(decoding: buffer[..<count], as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Finds a folder of alta's data, `Wizards` or `Localization`.
  ///
  /// First what was named; then the person's own folder, the installation's, the source tree's that
  /// the program was built in, and the working directory.
  ///
  /// - Parameters:
  ///   - name: The folder's name.
  ///   - named: What an option or a variable says.
  /// - Returns: The first of these folders that is there, or the working directory's.
  static func dataFolder(_ name: String, named: String?) -> String {
    if let named, !named.isEmpty { return named }
    var places: [String] = []
    if let home = dataHome { places.append("\(home)/alta/\(name)") }
    if let program = programFolder {
      var folder = program
      places.append("\(folder)/../share/alta/\(name)")
      // .build/release/alta, .build/x86_64-unknown-linux-gnu/debug/alta: up to the source tree.
      for _ in 0..<5 {
        places.append("\(folder)/\(name)")
        guard let slash = folder.lastIndex(of: "/") else { break }
        folder = String(folder[..<slash])
      }
    }
    return places.first { LocalFile.isFolder($0) } ?? "./\(name)"
  }

  /// The store's file where none is named.
  static var storePath: String? { dataHome.map { "\($0)/alta/alta.db" } }

  /// The one path of a file from the root on, whichever way it was named; it need not be there.
  static func absolute(_ path: String) -> String {
    guard !path.mentions("://") else { return path }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard let resolved = unsafe realpath(folder, nil) else { return path }
    defer { unsafe free(resolved) }
    let root = unsafe String(cString: resolved)
    return root == "/" ? "/\(name)" : "\(root)/\(name)"
  }

  /// Where programs keep what shall outlive them but is no data of the person's.
  ///
  /// - SeeAlso: XDG Base Directory Specification, `XDG_STATE_HOME`.
  static var stateHome: String? {
    if let path = variable("XDG_STATE_HOME"), path.hasPrefix("/") { return path }
    return variable("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/.local/state" : nil }
  }

  private static var dataHome: String? {
    if let path = variable("XDG_DATA_HOME"), path.hasPrefix("/") { return path }
    return variable("HOME").map { "\($0)/.local/share" }
  }
}
