// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about files and the store; the raw value is the English source.
package enum TroublePhrase: String, Phrase {
  // Files
  case fileMissing = "{path}: there is no such file."
  case fileNotPermitted = "{path}: access is not permitted."
  case fileIsFolder = "{path}: this is a folder; a file is needed."
  case fileExists = "{path}: there is something already; please choose another name."
  case fileTooLarge = "{path}: the file is larger than {limit} bytes."
  case fileChanged =
    "{path}: somebody else has changed the file meanwhile; nothing was written."
  case fileFull = "{path}: the disk is full."
  case fileSystem = "{path}: the system refuses (error {number})."

  // Answer files
  case fileNotUTF8 =
    "byte {byte} is not UTF-8; please save the file as UTF-8"
  case notUTF16 = "the UTF-16 text ends in the middle of a character"
  case notWindows1252 = "byte {byte} does not exist in Windows-1252"
  case damagedGzip = "the compressed file is damaged"
  case truncatedGzip = "the compressed file ends too early"
  case unpackedTooLarge = "the compressed file unpacks to more than is possible"
  case answersEmpty = "there is nothing in the file"
  case brokenHeader = "the header is not proper CSV"
  case unclosedQuote = "the quotation mark that opens here is never closed"
  case cellTooLarge = "a cell has more than {limit} bytes"
  case rowTooLarge = "a row has more than {limit} bytes"
  case tooManyColumns = "a row has more than {limit} columns"
  case listInsteadOfLines = "this is a list; save it as .json instead of .jsonl"
  case textAfterQuote = "something follows a closing quotation mark"
  case quoteInsideCell = "a quotation mark stands inside a cell that does not begin with one"
  case cellCount = "the row has {actual} cells; the header has {expected}"

  // The store
  case storeMissing = "There is no store at {path} yet."
  case storeSymbolicLink = "{path}: the store is a symbolic link, which is not followed."
  case storeFolder = "{path}: the store is a folder; a file is needed."
  case storeSpecial = "{path}: the store is not an ordinary file."
  case storeBadName = "The name of the store is empty or unusable."
  case storeSystem = "{path}: the store cannot be opened (system error {number})."
  case storeNoDriver =
    "{path}: the library {library} is needed for such a store and is not installed."
  case storeServer =
    "{path}: the store cannot be reached. The server or its library says: {message}"
  case storeNotHere = "{path}: the server’s own tools do this for a store that it keeps."
  case notAStore = "{path}: this is not a store of alta."
  case newerSchema =
    "The store was written by a newer alta (version {found}; this one knows {known}). Please update alta."
  case busy = "Others kept the store locked for {seconds} seconds. Please try again."
  case full = "The disk is full; nothing was stored."
  case readOnly = "The store can be read but not written; nothing was stored."
  case inputOutput = "The store could not be read or written (error {code}); nothing was stored."
  case corrupt = "The store is damaged. Please restore a backup."
  case recordMissing = "{record}: there is no such record."
  case recordReferenced = "The record is still needed by others ({record})."
  case constraint = "The store refuses a value ({column})."
  case valueTooLarge = "A value is longer than the store takes."
  case otherFailure = "The store failed (error {code}); nothing was stored."
  case unexpected = "Something in alta itself went wrong: {detail}"
  case outputFailed = "The output could not be written (system error {number})."

  // Wizards and catalogs
  case wizardMissing = "There is no wizard “{name}”."
  case wizardsMissing = "There are no wizard definitions in {path}."
  case wizardBroken = "The wizard “{name}” has faults and cannot run:"
  case catalogBroken =
    "The catalog {path} has faults; where it cannot be used, English is shown. “alta catalog check” lists them."
  case languageMissing = "There is no catalog for “{tag}”; using {language}."
  case draftUnreadable = "The draft {id} cannot be read."
  case broken = "has faults; “alta wizard check” lists them"
  case noFaults = "no faults"
  case storeSound = "The store is sound."
  case storeUnsound = "The store has {count} faults:"
  case backedUp = "Backed up to {path}."
  case storeAt = "Store"
  case storeSchema = "Schema version"
  case drafts = "Drafts"
  case changes = "Changes in the history"
  case editNothing = "Nothing to change was given; add --set FIELD=VALUE or --answers FILE."
  case notEditable = "Records of the kind “{name}” cannot be edited."
  case erased = "{record} erased; emptied in {count} requests."
  case erasedRemains =
    "{record} was erased, but remains may still be readable in the file until “alta store check” succeeds."
  case disabled = "External user {email} disabled."
  case enabled = "External user {email} enabled."

  package static let context = "alta/trouble"
}
