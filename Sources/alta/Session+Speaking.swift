import FrontDesk
import MessageCatalogs
import PostgreSQLDriver

extension Session {
  /// The same session in another language.
  func speaking(_ speech: Speech) -> Session {
    Session(
      invocation: invocation,
      speech: speech,
      catalogs: catalogs,
      results: results,
      messages: messages,
      signals: signals,
      today: today,
      now: now,
      reading: reading
    )
  }

  /// The same session with catalogs and definitions as they are now.
  var renewed: Session {
    let folder = CatalogFolder(path: catalogs.path)
    let wording = folder.wording(
      option: invocation.language,
      environment: Environment.languageVariables
    ).0
    return Session(
      invocation: invocation,
      speech: Speech(wording),
      catalogs: folder,
      results: results,
      messages: messages,
      signals: signals,
      today: today,
      now: now,
      reading: nil
    )
  }

  /// The speech of a language tag; `nil` where there is no catalog for it.
  func speech(of tag: String) -> Speech? {
    let (wording, choice, _) = catalogs.wording(option: tag, environment: [:])
    return choice.isFallback || choice.requests.isEmpty ? nil : Speech(wording)
  }

  /// A command to type, with the options that make it work on the same store.
  func command(_ words: String) -> String {
    guard let store = invocation[.store] else { return "alta \(words)" }
    // What is shown to be typed is seen by others: a password stays out of it.
    let shown = PostgreSQLServer.isNamed(by: store) ? PostgreSQLServer(store).shown : store
    return "alta \(words) --store \(Session.quoted(shown))"
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "-_./,:@%+=".utf8.contains(byte)
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
