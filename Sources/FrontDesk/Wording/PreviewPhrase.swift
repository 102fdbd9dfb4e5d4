// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence around previews of forms; the raw value is the English source.
package enum PreviewPhrase: String, Phrase {
  // What a translator should know
  case untranslated = "not translated"
  case fuzzy = "marked fuzzy"
  case cut = "longer than the room for it"

  // Sentences
  case unknownStage = "The wizard “{wizard}” has no stage “{stage}”; it has: {stages}."
  case badWidth = "The option “--width” needs a number from 40 to 400, not “{value}”."
  case watching = "Waiting for the definition or a catalog to be saved; Ctrl+C ends."
  case nothingStored = "This was a preview; nothing was stored."
  case unknownPseudo = "There is no pseudo-locale “{name}”; possible: {choices}."

  package static let context = "alta/preview"
}
