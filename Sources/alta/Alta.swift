#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import FrontDesk
import MessageCatalogs
import PlainValues
import TerminalForms

/// The program: words to meaning, meaning to an end; the one exit.
@main
struct Alta {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  static func main() {
    // Whatever alta creates may be read by its owner only.
    umask(0o077)
    keepStandardDescriptors()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Puts an empty file where the caller has closed a standard descriptor.
  ///
  /// Otherwise alta would read and write what it opens there by chance. The file cannot be written to, so
  /// that lost output is noticed.
  private static func keepStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Runs alta and gives the status that it ends with.
  static func run(_ words: [String]) -> ExitCode {
    let reading = Result { () throws(UsageFault) in try Invocation(words) }
    let invocation = (try? reading.get()) ?? Invocation.lenient(words)
    guard let session = session(for: invocation) else { return .usage }
    let code: ExitCode
    switch reading {
    case .failure(let fault):
      session.complain(UsageSheet(session: session).sentence(for: fault))
      code = .usage
    case .success(let invocation):
      code = Dispatch(session: session).run(invocation)
    }
    session.messages.flush()
    switch session.results.flush() {
    case .open, .closed: return code
    case .failed(let number):
      session.complain(
        session.wording.text(TroublePhrase.outputFailed, [("number", "\(number)")])
      )
      return .unavailable
    }
  }

  private static func session(for invocation: Invocation) -> Session? {
    let coloring =
      invocation[.color].flatMap(TerminalCapabilities.Coloring.init(rawValue:)) ?? .auto
    func output(_ descriptor: Int32) -> TerminalOutput {
      TerminalOutput(
        descriptor: descriptor,
        capabilities: TerminalCapabilities(
          of: descriptor,
          coloring: coloring,
          environment: Environment.variable
        ),
        isBuffered: descriptor == 1
      )
    }
    let folder = CatalogFolder(
      path: Environment.dataFolder(
        "Localization",
        named: invocation[.catalogs] ?? Environment.variable("ALTA_CATALOGS")
      )
    )
    @Sendable func sentences() -> (Wording, LanguageChoice, [String]) {
      folder.wording(option: invocation.language, environment: Environment.languageVariables)
    }
    var reading: WizardReading?
    let (wording, choice, broken): (Wording, LanguageChoice, [String])
    if invocation.command == .register {
      // Catalogs and definition are most of the start: they are read on two cores at once.
      Heap.prepareForStart()
      let catalogs = Background(sentences)
      reading = WizardReading(
        of: invocation.operands.first ?? RegisterCommand.usualWizard,
        invocation
      )
      (wording, choice, broken) = catalogs.value()
    } else {
      (wording, choice, broken) = sentences()
    }
    var today = Environment.today
    var badDay: String?
    if let text = invocation[.today] {
      if let day = CivilDate(iso: text) { today = day } else { badDay = text }
    }
    let session = Session(
      invocation: invocation,
      speech: Speech(wording),
      catalogs: folder,
      results: output(1),
      messages: output(2),
      signals: Signals.watch(),
      today: today,
      now: Environment.now,
      reading: reading
    )
    for file in broken {
      session.complain(wording.text(TroublePhrase.catalogBroken, [("path", file)]))
    }
    if choice.isFallback, choice.reason == .option || choice.reason == .variable("ALTA_LANG"),
      let wanted = choice.requests.first?.text
    {
      session.remark(
        wording.text(
          TroublePhrase.languageMissing,
          [("tag", wanted), ("language", choice.language)]
        )
      )
    }
    if let badDay {
      session.complain(
        wording.text(HelpPhrase.badDateOption, [("option", "--today"), ("value", badDay)])
      )
      return nil
    }
    return session
  }
}
