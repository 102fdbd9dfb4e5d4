import FrontDesk
import LocalFiles
import MessageCatalogs
import SourceTrees
import TerminalForms

/// `alta catalog extract`, `pseudo`, `new`, `update` and `diff`.
struct CatalogCommand {
  let session: Session

  private var wording: Wording { session.wording }
  private var messages: [SourceMessage] { CatalogSources(session: session).messages }

  /// Prints the template.
  func extract() -> ExitCode {
    session.results.write(exactly: CatalogTemplate.text(of: messages, version: Alta.version))
    return .done
  }

  /// Prints a pseudo-locale as a catalog, for other programs that show PO files.
  func pseudo() -> ExitCode {
    let name = session.invocation.operands.first ?? PseudoLocale.accented.rawValue
    guard let locale = PseudoLocale(named: name) else {
      session.complain(
        wording.text(
          PreviewPhrase.unknownPseudo,
          [("name", name), ("choices", "en-XA, xx-KEY")]
        )
      )
      return .usage
    }
    let text = CatalogTemplate.catalog(
      of: messages,
      language: locale.rawValue,
      version: Alta.version,
      saying: Wording(locale).translations
    )
    session.results.write(exactly: text)
    return .done
  }

  /// Begins a language.
  func new() -> ExitCode {
    let name = session.invocation.operands[0]
    guard let tag = LanguageTag(name) else {
      session.refuse(wording.text(CatalogPhrase.noLanguage, [("name", name)]), code: "language")
      return .usage
    }
    guard
      let text = CatalogTemplate.catalog(
        of: messages,
        for: tag,
        version: Alta.version,
        date: session.catalogDate
      )
    else {
      session.refuse(
        wording.text(CatalogPhrase.noPluralRule, [("name", tag.name)]),
        code: "language"
      )
      return .missing
    }
    let path = session.catalogs.file(of: tag.name)
    if session.invocation.has(.dryRun) {
      session.results.write(exactly: text)
      return .done
    }
    LocalFile.makeFolders(session.catalogs.path)
    do throws(FileError) {
      try LocalFile.create(Array(text.utf8), at: path, isShared: true)
    } catch {
      session.refuse(wording.sentence(for: error), code: "file")
      return error.reason == .exists ? .conflict : .unavailable
    }
    session.results.write("\(path)")
    session.remark(wording.text(CatalogPhrase.begun, [("path", path), ("name", tag.name)]))
    return .done
  }

  /// Brings catalogs up to date with the wizards and the program.
  func update() -> ExitCode {
    let named = session.invocation.operands
    let languages = named.isEmpty ? session.catalogs.languages : named
    let messages: [SourceMessage]
    switch CatalogSources(session: session).compared {
    case .success(let compared): messages = compared
    case .failure(let error): return error.code
    }
    var options = MergeOptions()
    options.suggests = session.invocation.has(.suggest)
    options.trustsMinor = session.invocation.has(.trustMinor)
    options.prunes = session.invocation.has(.prune)
    var code = ExitCode.done
    var objects: [JSONValue] = []
    for language in languages {
      let path =
        session.catalogs.languages.contains(language)
        ? session.catalogs.file(of: language) : language
      do throws(FileError) {
        let old = try LocalFile.bytes(of: path, limit: MessageCatalog.defaultSizeLimit)
        // A regional catalog says only what differs from its language, so that nothing is missing in it.
        let isRegional = LanguageTag(language)?.territory != nil
        let wanted = isRegional ? CatalogCoverage(bytes: old).present(in: messages) : messages
        guard
          let merge = CatalogMerge(
            of: old,
            with: wanted,
            options: options,
            date: session.catalogDate
          )
        else {
          session.complain(wording.text(CatalogPhrase.cannotUpdate, [("path", path)]))
          code = code.joined(with: .problems)
          continue
        }
        if merge.bytes != old, !session.invocation.has(.dryRun) {
          try LocalFile.replace(with: merge.bytes, at: path, from: old)
        }
        let ledger = MergeLedger(merge, path: path)
        if session.isJSON {
          objects.append(ledger.json)
        } else {
          session.results.write(ledger.lines(wording))
        }
      } catch {
        code = code.joined(with: session.fail(error))
      }
    }
    if session.isJSON { session.results.write(exactly: JSONValue.array(objects).json + "\n") }
    return code
  }

  /// Shows which messages differ between two catalogs.
  func diff() -> ExitCode {
    do throws(FileError) {
      let limit = MessageCatalog.defaultSizeLimit
      let old = try LocalFile.bytes(of: session.invocation.operands[0], limit: limit)
      let new = try LocalFile.bytes(of: session.invocation.operands[1], limit: limit)
      let sheet = DifferenceSheet(CatalogDifference.between(old, new))
      if session.isJSON {
        session.results.write(exactly: sheet.json.json + "\n")
      } else {
        session.results.write(sheet.lines(wording))
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }
}
