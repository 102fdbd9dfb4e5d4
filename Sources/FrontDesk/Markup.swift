import PlainValues

extension String {
  /// Any text as HTML and XML have it; what would hide, reorder or control is named instead.
  ///
  /// - SeeAlso: XML 1.0, section 2.2: what is named is also what no XML document may hold.
  var markup: String {
    var safe = ""
    for scalar in unicodeScalars {
      if scalar.isHostile, scalar != "\n", scalar != "\t" {
        safe += scalar.escaped
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe.markupOfSafe
  }

  /// A text that was made safe to show, as HTML and XML have it.
  var markupOfSafe: String {
    var markup = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      default: markup.unicodeScalars.append(scalar)
      }
    }
    return markup
  }

  /// A language's name as documents have it: `de-AT`.
  var languageTag: String { split(separator: "_").joined(separator: "-").markup }
}
