import FrontDesk
import TerminalForms

/// Sends a command to what carries it out.
struct Dispatch {
  let session: Session

  func run(_ invocation: Invocation) -> ExitCode {
    if invocation.has(.version) {
      session.results.write("alta \(Alta.version)")
      return .done
    }
    if invocation.has(.help) && invocation.command != .help {
      session.results.write(UsageSheet(session: session).lines(for: invocation.command))
      return .done
    }
    switch invocation.command {
    case .register: return RegisterCommand.run(session)
    case .importRows: return ImportCommand.run(session)
    case .importList: return ImportsCommand(session: session).list()
    case .importShow: return ImportsCommand(session: session).show()
    case .importUndo: return ImportsCommand(session: session).undo()
    case .form: return FormCommand(session: session).run()
    case .list: return ListCommand(session: session).run()
    case .show: return ShowCommand(session: session).run()
    case .edit: return EditCommand(session: session).run()
    case .history: return HistoryCommand(session: session).run()
    case .export: return ExportCommand(session: session).run()
    case .disable: return UserStateCommand(session: session, isActive: false).run()
    case .enable: return UserStateCommand(session: session, isActive: true).run()
    case .erase: return EraseCommand(session: session).run()
    case .mailRun: return MailCommand(session: session).run()
    case .mailResolve: return MailCommand(session: session).resolve()
    case .draftList: return DraftCommand(session: session).list()
    case .draftResume: return RegisterCommand.resume(session)
    case .draftDiscard: return DraftCommand(session: session).discard()
    case .wizardList: return WizardCommand(session: session).list()
    case .wizardCheck: return WizardCheckCommand(session: session).run()
    case .wizardEval: return EvalCommand(session: session).run()
    case .wizardExplain: return ExplainCommand(session: session).run()
    case .catalogCheck: return CatalogCheckCommand(session: session).run()
    case .wizardPaths: return PathsCommand(session: session).run()
    case .wizardGraph: return GraphCommand(session: session).run()
    case .wizardSchema: return SchemaCommand(session: session).run()
    case .wizardNew: return NewCommand(session: session).run()
    case .wizardReference: return ReferenceCommand(session: session).run()
    case .catalogExtract: return CatalogCommand(session: session).extract()
    case .catalogNew: return CatalogCommand(session: session).new()
    case .catalogUpdate: return CatalogCommand(session: session).update()
    case .catalogDiff: return CatalogCommand(session: session).diff()
    case .catalogStats: return CatalogStatsCommand(session: session).run()
    case .catalogLocate: return LocateCommand(session: session).run()
    case .wizardPreview:
      var preview = WizardPreviewCommand(session: session)
      return preview.run()
    case .catalogPreview: return PreviewCommand(session: session).run()
    case .catalogPseudo: return CatalogCommand(session: session).pseudo()
    case .langExplain: return LangCommand(session: session).explain()
    case .storeInfo: return StoreCommand(session: session).info()
    case .storeCheck: return StoreCommand(session: session).check()
    case .storeBackup: return StoreCommand(session: session).backup()
    case .keys:
      let page = session.results.page
      session.results.write(KeySheet(wording: session.wording).lines(on: page))
      session.results.write("")
      session.results.write(
        Line(session.wording.text(FormPhrase.lineTitle), .bold).wrapped(on: page)
          + CommandSheet(wording: session.wording).lines(on: page)
      )
      return .done
    case .completions: return CompletionsCommand(session: session).run()
    case .help: return HelpCommand(session: session).run()
    }
  }
}
