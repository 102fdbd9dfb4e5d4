import RecordStorage

/// What codes in records mean; the raw value is the English source.
enum CodePhrase: String, Phrase {
  // How far something is
  case active = "active"
  case inactive = "inactive"
  case open = "open"
  case closed = "closed"
  case ordered = "ordered"
  case coded = "coded"
  case invalid = "invalid"
  case cancelled = "cancelled"
  case issued = "issued"
  case ended = "ended"
  case offerOpen = "still open"
  case offerClosed = "closed and invoiced"
  case queued = "waiting"
  case sending = "being sent"
  case sent = "sent"
  case failed = "refused"
  case unknown = "uncertain"
  // Kinds
  case invoice = "Invoice"
  case creditNote = "Credit note"
  case email = "E-mail"
  case goods = "Goods"
  case service = "Service"
  case programme = "Programme"
  case bonus = "Bonus article"
  case discount = "Discount"
  case voucher = "Voucher"
  case quantity = "Any number"
  case onOff = "On or off"
  case metered = "Metered"
  case simple = "Simple"
  case priceScale = "Price scale"
  case intervalScale = "Interval scale"
  case discountScale = "Discount scale"
  case customerCard = "Customer card"
  case customerNotification = "Customer notification"
  case other = "Other"

  static let context = "alta/code"

  /// The meaning of a code in a column; `nil` for a code that alta does not know.
  init?(_ code: String, of column: Column) {
    switch (column.name, code) {
    case ("offer_state", "open"): self = .offerOpen
    case ("offer_state", "closed"): self = .offerClosed
    default:
      guard let phrase = CodePhrase.allCases.first(where: { "\($0)" == code }) else { return nil }
      self = phrase
    }
  }
}
