import MessageCatalogs
import PlainValues
import TerminalForms

/// What is to be said about the messages of a page.
struct PreviewMarks {
  /// Those that no translation was shown for.
  let marks: [PreviewMark]
  private let messages: [TranslationTrace.Message]
  /// Who has mended so many words that are cut looks again.
  private static let mostCut = 20

  /// Judges the messages that a page asked for.
  init(of messages: [TranslationTrace.Message], in wording: Wording) {
    self.messages = messages
    guard wording.language != LanguageChoice.source else {
      marks = []
      return
    }
    marks = messages.filter { $0.answer.language == nil && !$0.id.isEmpty }.map { message in
      let isFuzzy = wording.translations.chain.contains {
        $0.catalog.isFuzzy(message.id, context: message.context)
      }
      return PreviewMark(
        matter: isFuzzy ? .fuzzy : .untranslated,
        context: message.context ?? "",
        text: message.answer.text
      )
    }
  }

  /// Those of the marks whose texts stand in lines, whole or with values in their places.
  func marks(in lines: [Line]) -> [PreviewMark] {
    let shown = Set(lines.flatMap { PreviewMarks.words(of: $0.plain) }.map(PreviewMarks.bare))
    return marks.filter { mark in
      PreviewMarks.words(of: mark.text).allSatisfy { word in
        shown.contains(PreviewMarks.bare(word)) || word.utf8.contains(UInt8(ascii: "{"))
      }
    }
  }

  /// A line of the page, in which the texts without a translation stand out.
  func highlighting(_ line: Line) -> Line {
    marks.reduce(line) { $0.restyled($1.text, .yellow) }
  }

  /// The words that are not whole in lines because they are longer than the room.
  ///
  /// - Parameters:
  ///   - lines: The lines as they are shown.
  ///   - wide: The same where there is more than enough room.
  /// - Returns: Each word once, the first of many.
  func cut(_ lines: [Line], beside wide: [Line]) -> [PreviewMark] {
    let shown = Set(lines.flatMap { PreviewMarks.words(of: $0.plain) })
    var seen: Set<Substring> = []
    return wide.flatMap { PreviewMarks.words(of: $0.plain) }
      // Where wide characters stand, lines break between any two of them.
      .filter { word in
        !shown.contains(word) && !word.contains { $0.displayWidth > 1 }
          && seen.insert(word).inserted
      }
      .prefix(PreviewMarks.mostCut)
      .map { word in
        let bare = PreviewMarks.bare(word)
        let message = messages.first { message in
          PreviewMarks.words(of: message.answer.text).contains { PreviewMarks.bare($0) == bare }
        }
        return PreviewMark(matter: .cut, context: message?.context ?? "", text: String(word))
      }
  }

  /// The word without brackets, quotes and marks around it.
  private static func bare(_ word: Substring) -> Substring {
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard let first = word.firstIndex(where: isPart), let last = word.lastIndex(where: isPart)
    else { return word }
    return word[first...last]
  }

  private static func words(of text: String) -> [Substring] {
    // Behind a hyphen a word may break.
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "-" }
  }
}
