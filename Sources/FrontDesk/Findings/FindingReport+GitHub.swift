import PlainValues

extension FindingReport {
  /// Commands that a workflow of GitHub shows beside the changed lines, each on a line of its own.
  ///
  /// - SeeAlso: GitHub documentation, "Workflow commands"; `actions/toolkit`, `command.ts` (what is
  ///   escaped in a message and in a property).
  package var workflowCommands: String {
    all.map { $0.workflowCommand + "\n" }.joined()
  }
}

extension FileFinding {
  /// The sentence with the way to mend what it says.
  var message: String { fix.map { "\(sentence). \($0)" } ?? sentence }

  fileprivate var workflowCommand: String {
    let command =
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["file=\(escaped(file, isProperty: true))"]
    if line > 0 { properties += ["line=\(line)", "col=\(max(1, column))"] }
    properties.append("title=\(escaped(key.map { "\(id) \($0)" } ?? id, isProperty: true))")
    return "::\(command) \(properties.joined(separator: ","))::\(escaped(message))"
  }

  /// A text in which nothing ends the line, the property or the command, or drives a terminal.
  private func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      case _ where scalar.isHostile: escaped += scalar.escaped
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
