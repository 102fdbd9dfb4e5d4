import FrontDesk
import Procedures
import TerminalForms

/// `alta completions bash|zsh|fish`.
struct CompletionsCommand {
  let session: Session

  func run() -> ExitCode {
    let shell = session.invocation.operands[0]
    switch shell {
    case "bash": session.results.write(exactly: bash)
    case "zsh": session.results.write(exactly: zsh)
    case "fish": session.results.write(exactly: fish)
    default:
      session.complain(session.wording.text(HelpPhrase.unknownShell, [("name", shell)]))
      return .usage
    }
    return .done
  }

  private var firstWords: [String] {
    var words: [String] = []
    for command in CommandName.allCases {
      let first = command.rawValue.split(separator: " ").first.map(String.init) ?? ""
      if !words.contains(first) { words.append(first) }
    }
    return words
  }

  /// What may follow each first word: second words, records, shells.
  private var secondWords: [(first: String, words: [String])] {
    var entries = CommandName.groups.map { group in
      (
        first: group,
        words: CommandName.allCases.filter { $0.rawValue.hasPrefix("\(group) ") }
          .map { String($0.rawValue.dropFirst(group.count + 1)) }
      )
    }
    let plural = RecordName.all.map(\.plural)
    let singular = RecordName.all.map(\.singular)
    entries += [("list", plural), ("export", plural)]
    entries += [("show", singular), ("edit", singular), ("history", singular)]
    entries += [("disable", ["external-user"]), ("enable", ["external-user"])]
    entries += [("erase", ["contact"]), ("completions", ["bash", "zsh", "fish"])]
    return entries
  }

  private var options: [String] { OptionName.allCases.map { "--\($0.rawValue)" } }

  private var bash: String {
    let cases = secondWords.map { entry in
      "    \(entry.first)) words=\"\(entry.words.joined(separator: " "))\" ;;"
    }
    return """
      # bash completion for alta
      _alta() {
        local current="${COMP_WORDS[COMP_CWORD]}" words=""
        if [[ $current == -* ]]; then
          words="\(options.joined(separator: " "))"
        elif (( COMP_CWORD == 1 )); then
          words="\(firstWords.joined(separator: " "))"
        elif (( COMP_CWORD == 2 )); then
          case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
          esac
        fi
        COMPREPLY=( $(compgen -W "$words" -- "$current") )
      }
      complete -o default -F _alta alta

      """
  }

  private var zsh: String {
    let cases = secondWords.map { entry in
      "    \(entry.first)) compadd -- \(entry.words.joined(separator: " ")) ;;"
    }
    return """
      #compdef alta
      # zsh completion for alta
      _alta() {
        if [[ $PREFIX == -* ]]; then
          compadd -- \(options.joined(separator: " "))
        elif (( CURRENT == 2 )); then
          compadd -- \(firstWords.joined(separator: " "))
        elif (( CURRENT == 3 )); then
          case $words[2] in
      \(cases.joined(separator: "\n"))
          *) _files ;;
          esac
        else
          _files
        fi
      }
      _alta "$@"

      """
  }

  private var fish: String {
    var lines = ["# fish completion for alta"]
    lines.append(
      "complete -c alta -f -n __fish_use_subcommand -a '\(firstWords.joined(separator: " "))'"
    )
    for entry in secondWords {
      lines.append(
        "complete -c alta -f -n '__fish_seen_subcommand_from \(entry.first)' "
          + "-a '\(entry.words.joined(separator: " "))'"
      )
    }
    for option in OptionName.allCases {
      let needsValue = option.operand == nil ? "" : " -r"
      lines.append("complete -c alta -l \(option.rawValue)\(needsValue)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
