package import RecordStorage

/// What tables and columns are called; the raw value is the English source.
package enum RecordPhrase: String, Phrase {
  // Tables, one record of each
  case company = "Company"
  case customer = "Customer"
  case contact = "Contact"
  case externalUser = "External user"
  case request = "Customer request"
  case employee = "Employee"
  case setting = "Setting"
  case entry = "Entry"
  case article = "Article"
  case programme = "Loyalty programme"
  case process = "Process"
  case card = "Customer card"
  case offer = "Offer"
  case offerLine = "Offer line"
  case invoice = "Invoice"
  case creditNote = "Credit note"
  case invoiceLine = "Invoice line"
  case entitlement = "Entitlement"
  case plan = "Plan"
  case quota = "Free quota"
  case component = "Component"
  case tier = "Tier"
  case coupon = "Coupon"
  case contract = "Contract"
  case subscription = "Booking"
  case usage = "Usage"
  case template = "Document template"
  case mail = "Mail"
  case dispatch = "Dispatch"

  // Columns
  case number = "Number"
  case identifier = "Identifier"
  case name = "Name"
  case companyType = "Company type"
  case category = "Customer category"
  case status = "Status"
  case origin = "Origin"
  case address1 = "Address 1"
  case address2 = "Address 2"
  case city = "City"
  case state = "State"
  case postalCode = "Postal code"
  case country = "Country"
  case addressAlias = "Address alias"
  case phone1 = "Primary phone"
  case phone2 = "Secondary phone"
  case phone3 = "Third phone"
  case fax1 = "Primary fax"
  case fax2 = "Secondary fax"
  case email = "E-mail"
  case email1 = "Primary e-mail"
  case email2 = "Secondary e-mail"
  case website = "Website"
  case postalInvoice = "Invoice by post"
  case language = "Language"
  case firstName = "First name"
  case middleInitial = "Middle initial"
  case lastName = "Last name"
  case companyName = "Company name"
  case employeeCode = "Employee code"
  case mobile = "Mobile phone"
  case area = "Area"
  case role = "Role"
  case isDefault = "Default contact"
  case notes = "Notes"
  case licence = "License key"
  case maxConnections = "Connections"
  case siteAddress = "Work address"
  case landmark = "Landmark"
  case openedAt = "Opened at"
  case code = "Code"
  case kind = "Kind"
  case price = "Price"
  case vatRate = "VAT %"
  case nameDe = "Name in German"
  case nameEs = "Name in Spanish"
  case months = "Months"
  case isActive = "In use"
  case openedOn = "Opened on"
  case cardNumber = "Card number"
  case validUntil = "Valid until"
  case offeredOn = "Offered on"
  case offerNumber = "Offer number"
  case place = "Line"
  case text = "Text"
  case quantity = "Quantity"
  case unitPrice = "Unit price"
  case invoiceNumber = "Invoice number"
  case date = "Date"
  case net = "Net"
  case vat = "VAT"
  case gross = "Gross"
  case startsOn = "Starts on"
  case endsOn = "Ends on"
  case voucherNumber = "Voucher number"
  case programmeName = "Programme"
  case baseFee = "Base fee"
  case periodMonths = "Billing period in months"
  case freeQuantity = "Free quantity"
  case model = "Price model"
  case priceMonths = "Months of the price"
  case inInterim = "In interim invoices"
  case from = "From"
  case percent = "Percent"
  case targets = "Components"
  case validFrom = "Valid from"
  case validTo = "Valid until (inclusive)"
  case anchorDay = "Billing day"
  case nextBilling = "Next billing"
  case billedUntil = "Billed until"
  case billedLine = "Billed by"
  case description = "Description"
  case dueOn = "Due on"
  case memo = "Memo"
  case corrects = "Corrects"
  case interim = "Interim invoice"
  case delivery = "Delivery"
  case lastSentAt = "Last sent at"
  case subject = "Subject"
  case messageID = "Message ID"
  case attempts = "Attempts"
  case queuedAt = "Queued at"
  case nextAt = "Next attempt"
  case sentAt = "Sent at"
  case error = "Error"
  case key = "Key"
  case value = "Value"
  case answers = "Answers"
  case attributes = "Further data"
  case wizard = "Wizard"
  case wizardVersion = "Version of the wizard"
  case createdAt = "Created at"
  case createdBy = "Created by"
  case createdLanguage = "Language of the entry"
  case source = "Source"
  case sourceRow = "Row of the source"
  case caseKey = "Case"
  case revision = "Revision"

  // What happens to records
  case willBeCreated = "{record} is created"
  case willBeChanged = "{record} {name} is changed"
  case willBeDeleted = "{record} {name} is deleted"
  case drawnOnSaving = "generated on saving"
  case changedFrom = "{before} → {after}"
  case nothing = "empty"
  case noRecords = "There are no records."
  case changedWhileExported =
    "Records were changed while they were being exported. Please export them again."
  case differs = "differs from the contact record: {value}"
  case created = "Created"
  case changedBy = "{at} · {by} · {command}"
  case erased = "erased"
  case contacts = "Company contacts"
  case externalUsers = "External users"
  case cards = "Customer cards"
  case offers = "Offers"
  case entitlements = "Entitlements"
  case contracts = "Contracts"
  case invoices = "Invoices and credit notes"

  package static let context = "alta/record"

  /// The name of a column by its key; `nil` for keys of wizard authors.
  init?(columnKey key: String) {
    let last = key.split(separator: ".").last.map(String.init) ?? key
    let special: [String: RecordPhrase] = [
      "no": .number, "default": .isDefault, "case": .caseKey, "company.identifier": .identifier,
      "company.name": .company, "contact": .contact, "company": .company,
      "number": .number, "active": .isActive, "offer.number": .offerNumber,
      "invoice.number": .invoiceNumber, "programme": .programme, "programme.name": .programmeName,
      "customer": .customer, "plan": .plan, "component": .component, "contract": .contract,
      "coupon": .coupon, "subscription": .subscription, "template": .template, "mail": .mail,
      "article": .article,
      "process": .process, "card": .card,
      "offer": .offer, "invoice": .invoice,
    ]
    guard let phrase = special[key] ?? special[last] ?? RecordPhrase.byKey[last] else {
      return nil
    }
    self = phrase
  }

  private static let byKey: [String: RecordPhrase] = [
    "identifier": .identifier, "name": .name, "companyType": .companyType, "category": .category,
    "status": .status, "origin": .origin, "address1": .address1, "address2": .address2,
    "city": .city, "state": .state, "postalCode": .postalCode, "country": .country,
    "addressAlias": .addressAlias, "phone1": .phone1, "phone2": .phone2, "phone3": .phone3,
    "fax1": .fax1, "fax2": .fax2, "email": .email, "email1": .email1, "email2": .email2,
    "website": .website, "postalInvoice": .postalInvoice, "language": .language,
    "firstName": .firstName, "middleInitial": .middleInitial, "lastName": .lastName,
    "companyName": .companyName, "employeeCode": .employeeCode, "mobile": .mobile, "area": .area,
    "role": .role, "notes": .notes, "licence": .licence, "maxConnections": .maxConnections,
    "siteAddress": .siteAddress, "landmark": .landmark, "openedAt": .openedAt, "code": .code,
    "key": .key, "value": .value, "answers": .answers, "attributes": .attributes,
    "wizard": .wizard, "wizardVersion": .wizardVersion, "createdAt": .createdAt,
    "createdBy": .createdBy, "createdLanguage": .createdLanguage, "source": .source,
    "sourceRow": .sourceRow, "revision": .revision,
    "baseFee": .baseFee,
    "periodMonths": .periodMonths,
    "freeQuantity": .freeQuantity,
    "model": .model,
    "priceMonths": .priceMonths,
    "inInterim": .inInterim,
    "from": .from,
    "percent": .percent,
    "targets": .targets,
    "validFrom": .validFrom,
    "validTo": .validTo,
    "anchorDay": .anchorDay,
    "nextBilling": .nextBilling,
    "billedUntil": .billedUntil,
    "billedLine": .billedLine,
    "description": .description,
    "dueOn": .dueOn,
    "memo": .memo,
    "corrects": .corrects,
    "interim": .interim,
    "delivery": .delivery,
    "lastSentAt": .lastSentAt,
    "subject": .subject,
    "body": .text,
    "messageId": .messageID,
    "attempts": .attempts,
    "queuedAt": .queuedAt,
    "nextAt": .nextAt,
    "sentAt": .sentAt,
    "error": .error,
    "kind": .kind,
    "price": .price,
    "vatRate": .vatRate,
    "nameDe": .nameDe,
    "nameEs": .nameEs,
    "months": .months,
    "openedOn": .openedOn,
    "cardNumber": .cardNumber,
    "validUntil": .validUntil,
    "offeredOn": .offeredOn,
    "place": .place,
    "text": .text,
    "quantity": .quantity,
    "unitPrice": .unitPrice,
    "date": .date,
    "net": .net,
    "vat": .vat,
    "gross": .gross,
    "startsOn": .startsOn,
    "endsOn": .endsOn,
    "voucherNumber": .voucherNumber,
  ]

  /// What the records of a table that a customer has are called.
  package init(allOf table: Table) {
    self =
      switch table {
      case .cards: .cards
      case .offers: .offers
      case .entitlements: .entitlements
      case .contracts: .contracts
      case .invoices: .invoices
      default: RecordPhrase(table)
      }
  }

  /// What one record of a table is called.
  package init(_ table: Table) {
    self =
      switch table {
      case .companies: .company
      case .customers: .customer
      case .contacts: .contact
      case .externalUsers: .externalUser
      case .requests: .request
      case .employees: .employee
      case .settings: .setting
      case .entries: .entry
      case .articles: .article
      case .programmes: .programme
      case .processes: .process
      case .cards: .card
      case .offers: .offer
      case .offerLines: .offerLine
      case .invoices: .invoice
      case .invoiceLines: .invoiceLine
      case .entitlements: .entitlement
      case .plans: .plan
      case .quotas: .quota
      case .components: .component
      case .tiers: .tier
      case .coupons: .coupon
      case .contracts: .contract
      case .subscriptions: .subscription
      case .usages: .usage
      case .templates: .template
      case .mails: .mail
      case .dispatches: .dispatch
      }
  }
}
