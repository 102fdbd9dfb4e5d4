/// A word on invoices and in mails; the raw value is the English source.
enum LetterPhrase: String, Phrase {
  case invoice = "Invoice {number}"
  case creditNote = "Credit note {number}"
  case date = "Date"
  case customer = "Customer number"
  case corrects = "Corrects"
  case place = "No."
  case description = "Description"
  case quantity = "Quantity"
  case unitPrice = "Unit price"
  case vat = "VAT"
  case net = "Net"
  case percent = "{rate} %"
  case vatAtRate = "VAT {rate} %"
  case sum = "Net amount"
  case total = "Total"
  case amount = "{amount} €"

  static let context = "alta/letter"
}
