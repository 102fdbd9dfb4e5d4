/// What the other end of a descriptor can show.
package struct TerminalCapabilities: Hashable, Sendable {
  /// When to colour, as the flag `--color` says it.
  package enum Coloring: String, CaseIterable, Sendable {
    /// On terminals that are not dumb, unless the environment says otherwise.
    case auto
    /// In any case, whatever the environment says.
    case always
    /// In no case, whatever the environment says.
    case never
  }

  /// Whether a person sits at the other end.
  package let isTerminal: Bool
  /// Whether the terminal can only append: `TERM` is `dumb`, empty or not set.
  package let isDumb: Bool
  /// The columns of a line, at least one.
  package let columns: Int
  /// Whether styles are shown, colours and bold alike.
  package let hasStyles: Bool
  /// The characters that can be shown.
  package let repertoire: Repertoire

  /// Finds out what a descriptor can show.
  ///
  /// - Parameters:
  ///   - descriptor: Standard input, output or error.
  ///   - coloring: What `--color` says.
  ///   - environment: The value of an environment variable; `nil` where it is not set.
  package init(
    of descriptor: Int32,
    coloring: Coloring = .auto,
    environment: (String) -> String?
  ) {
    self.init(
      isTerminal: TerminalForms.isTerminal(descriptor),
      windowColumns: windowColumns(of: descriptor),
      coloring: coloring,
      environment: environment
    )
  }

  /// Works out the capabilities from what is known of the descriptor.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether a person sits at the other end.
  ///   - windowColumns: The columns of its window; `nil` where there is none: then `COLUMNS`, then 80.
  ///   - coloring: What `--color` says.
  ///   - environment: The value of an environment variable; `nil` where it is not set.
  /// - SeeAlso: no-color.org; bixense.com/clicolors.
  package init(
    isTerminal: Bool,
    windowColumns: Int?,
    coloring: Coloring = .auto,
    environment: (String) -> String?
  ) {
    self.isTerminal = isTerminal
    let term = environment("TERM") ?? ""
    isDumb = term.isEmpty || term == "dumb"
    let named = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    columns = min(max(1, windowColumns ?? named ?? 80), TerminalCapabilities.mostColumns)
    let force = environment("CLICOLOR_FORCE") ?? ""
    hasStyles =
      switch coloring {
      case .always: true
      case .never: false
      case .auto where environment("NO_COLOR")?.isEmpty == false: false
      case .auto where !force.isEmpty && force != "0": true
      case .auto: isTerminal && !isDumb
      }
    repertoire = TerminalCapabilities.repertoire(environment)
  }

  /// So that a slip in `COLUMNS` cannot make padding fill the memory.
  private static let mostColumns = 10_000

  /// The repertoire of the locale's codeset.
  ///
  /// A locale that names none, `C` and `POSIX` included, has ASCII for sure. Where no locale is set at
  /// all, as in containers and cron, the default is the system's, and that is UTF-8 today.
  ///
  /// - SeeAlso: POSIX.1-2024, XBD 8.2 (the order of the variables).
  private static func repertoire(_ environment: (String) -> String?) -> Repertoire {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    guard let locale else { return .unicode }
    let codeset = locale.prefix { $0 != "@" }.drop { $0 != "." }.dropFirst()
    return codeset.lowercased().filter { $0 != "-" } == "utf8" ? .unicode : .ascii
  }
}
