// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about sending mails; the raw value is the English source.
package enum MailPhrase: String, Phrase {
  case sendWith = "The mails are waiting; to send them: {command}"
  case nothingWaits = "No mail is waiting to be sent."
  case waitsForTime = "Nothing is sent before {time}, when these are tried again: {mails}."
  case runElsewhere = "Another run is sending mails already."
  case progress = "{done} of {all} mails · {rate} a second"
  case summary =
    "Sent: {sent}. Refused for good: {refused}. To be tried again: {deferred}. Unknown: {unknown}."
  case refused = "{mail} to {email} was refused: {reason}"
  case deferred = "{mail} to {email} could not be delivered now: {reason}"
  case unknown =
    "{mail} to {email}: nobody knows whether it arrived ({reason}). If it did, say so with “{command}”; if not, write again in place of sent, and it is sent once more."
  case allCancelled = "The invoices of this mail have been cancelled."
  case halted = "The server cannot be used, and no further mail was sent: {reason}"
  case programMissing =
    "The program that sends mails is missing: {path}. Please install alta completely."
  case notUnknown = "Mail {mail} is not one of which nobody knows whether it arrived."
  case resolved = "Mail {mail}: noted."
  case badResolution = "“{value}”: please say sent or again."

  package static let context = "alta/mail"
}
