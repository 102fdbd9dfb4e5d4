// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about an import; the raw value is the English source.
package enum ImportPhrase: String, Phrase {
  // What became of the rows
  case read = "Rows read"
  case stored = "stored"
  case updated = "changed"
  case unchanged = "unchanged"
  case rejected = "rejected"
  case skipped = "passed over"
  case summary = "Import {run}, {source}"
  case rehearsal = "Dry run of {source}: nothing was stored"
  case undoneAll = "{source}: nothing was stored, because not every row holds"
  case code = "Code"
  case field = "Field"
  case rows = "Rows"
  case rowProblem = "{source}:{line}: {path}: {problem} [{code}]"
  case rowProblemWhole = "{source}:{line}: {problem} [{code}]"
  case moreProblems = "Only the first problems are shown; --rejects FILE writes all rejected rows."
  case rejectsWritten = "The rejected rows are in {path}. Mend them there and import that file."
  case rejectsHint = "“{command}” writes the rejected rows to a file."
  case resumed = "Going on after row {row} of an import that was interrupted."
  case again = "To have its rows count once more, add --again."
  case known =
    "This file was imported before (import {run}); only rows that were rejected then are looked at again."
  case goOn = "Stopped after row {row}. The same command goes on from there."
  case tooManyRejects =
    "More than {limit} rows were rejected; the import stopped after row {row}. The same command goes on from there."
  case rowsDiffer = "The input has {actual} rows, {expected} were expected; nothing was stored."
  case inputChanged =
    "{path} was written to while it was read. Please start again when it is complete."
  case encodingHint = "A file from Excel may need --encoding windows-1252."
  case readUpTo =
    "The {row} rows before that were dealt with; when the mended file is imported, those that were stored count as unchanged."
  case undone = "Import {run} was taken back: {count} records were removed or set back."
  case undoneBefore = "Import {run} was taken back before."
  case undoOfFinal =
    "Import {run} cannot be taken back: {record} was issued, cancelled or ended by it, which is final."
  case undoRefused =
    "Import {run} cannot be taken back: {record} was changed since or is still needed."
  case noImport = "There is no import {run}."
  case noImports = "There are no imports yet."
  case unknownColumn = "column “{name}” is no field of the wizard."
  case repeatedColumn = "the columns “{first}” and “{second}” give the same answer."
  case columnsHint =
    "Columns can be named with --map COLUMN=FIELD, or passed over with --ignore-columns."
  case waitsForShards = "Waiting until rows before these are stored; they are those of {shards}."
  case shardAlone =
    "--shard stores one part of the rows for good, so it cannot be used with --dry-run or --all-or-nothing."
  case onlyOneFile =
    "With several files, --rejects and --report cannot be used; “alta import show” writes them for each file."

  case fixing = "Rejected row {number} of {count}, line {line}"

  // The page
  case examples = "Rejected rows, the first ones"
  case line = "Line"
  case problemsOfRow = "Problems"
  case reportWritten = "The report is in {path}."

  // Progress
  case progress = "{percent} %, {rows} rows, {rate} a second, {rejected} rejected, {remaining} left"

  // The list
  case run = "Import"
  case file = "File"
  case wizard = "Wizard"
  case state = "State"
  case started = "Started"
  case stateOpen = "interrupted"
  case stateDone = "done"
  case stateUndone = "taken back"

  package static let context = "alta/import"
}
