// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence for authors of wizards about paths, graphs and new definitions; the raw value is the English source.
package enum AuthorPhrase: String, Phrase {
  // Paths
  case pathsOf = "{wizard}: {title} – {count}"
  case pathsNotListed = "{wizard}: only the first {limit} of {count} paths are listed."
  case pathsTooMany =
    "{wizard}: there are more paths than are walked (at most {limit} combinations of answers); none are listed."
  case needs = "Needed:"
  case needsNothing = "Nothing is needed."
  case mayBeMissing = "{stage} (not always)"
  case pathTitle = "{title}: path {number} of {count}"
  case stages = "Stages: {stages}"
  case notMadeUp = "Must be answered and cannot be made up; fill it in:"
  case written = "{path}: {count} written."
  case notWritten =
    "{path}: this file was not written by “alta wizard paths”, or was changed since; nothing was written."

  // New definitions
  case badWizardName =
    "“{name}” is no name for a wizard: letters a–z, digits and hyphens, beginning with a small letter, at most 63."
  case otherFileName = "{path}: the file of this wizard must be called {file}."
  case started = "“alta wizard check {name}” checks it, “alta register {name}” runs it."

  case unknownPage = "The reference has no page “{name}”; possible: {choices}."

  // Graphs
  case ending = "Check and finish"
  case yes = "yes"
  case no = "no"
  case otherwise = "otherwise"
  case listDetail = "{fields} for each of {least} to {most} entries"

  package static let context = "alta/author"
}
