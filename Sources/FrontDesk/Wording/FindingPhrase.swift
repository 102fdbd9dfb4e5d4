// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about what a procedure or the store knows; the raw value is the English source.
enum FindingPhrase: String, Phrase {
  case noCompanyType = "No company type has been created. Add one to company-types.yaml."
  case noCategory = "No category has been created. Add one to categories.yaml."
  case noCompany = "There is no company that is not yet a customer."
  case unknownCompany = "{name}: there is no company with this identifier."
  case unknownCustomer = "{name}: there is no customer with this identifier."
  case unknownContact = "{name}: there is no such record."
  case unknownRequest = "Request {name}: not found."
  case unknownEmployee = "Employee code {name} is unknown."
  case unknownExternalUser = "{name}: there is no external user with this e-mail address."
  case noProgramme =
    "No loyalty programme has been created. Register one with “alta register register-programme”."
  case noCard =
    "Customer {customer} has no ordered or coded card, so the programme cannot be assigned. Order a card with “alta register register-card”, or answer “Sell without a card” (unassigned) with yes."
  case unknownProgramme =
    "Programme {name} is unknown or inactive."
  case unknownRecord =
    "{record} {name}: not found."
  case codeTaken =
    "The code {code} is already taken."
  case cardNumberTaken =
    "Card {card} already has the number {number}."
  case foreign =
    "{record} {name} belongs to another customer."
  case offerClosed =
    "Offer {name} is closed."
  case invoiceCancelled =
    "Invoice {name} has already been cancelled."
  case notProgramme =
    "{code} is not an article of type programme."
  case notAssignable =
    "Programme {programme} cannot be assigned to card {card}."
  case processNeeded =
    "The customer has several card processes; please choose one: {processes}."
  case cardNeeded =
    "Which programme goes to which card? Programmes: {programmes}. Cards: {cards}, or none."
  case contractEnded =
    "Contract {name} has ended."
  case noMailSetup =
    "No SMTP server has been set up. Set one up with “alta register set-up-mail”."
  case noTemplate =
    "There is no document template of type customer notification. Register one with “alta register register-template”."
  case unknownPlaceholder =
    "Template {template}: the placeholder {placeholder} is unknown. There are {placeholders}."
  case nothingSelected =
    "The filter finds no invoice, or none is selected."
  case notLoaded =
    "Invoice {invoice} is not among those that the filter finds."
  case noTemplateChosen =
    "No document template has been chosen."
  case templateType =
    "Template {template} is not of type customer notification."
  case notListed =
    "Customer {customer} is not on the list."
  case addressMissing =
    "Customer {customer}: no e-mail address. Enter one with “alta edit customer {customer}”, or take the customer off the list."
  case byPost =
    "Customer {customer}: “Invoice by post” is ticked. Untick it with “alta edit customer {customer}”, or take the customer off the list."
  case nothingToSend =
    "No customer on the list can be sent a mail, so there is nothing to send. Go back and choose other invoices."
  case creditNoteStays =
    "{document} is a credit note, which is not cancelled."
  case laterDocuments =
    "{invoice} cannot be cancelled: later documents of its contract stand on it ({later}). Cancel those first."
  case changedMeanwhile =
    "The figures have changed since they were shown. Please look at them again."
  case confirmEnding =
    "Contract {contract} ends on {day}, which cannot be undone. Continue?"
  case confirmAhead =
    "Everything up to {day} would be billed now, more than a year ahead. Continue?"
  case confirmSending =
    "Mails to be sent: {mails}; invoices with them: {invoices}. Continue?"
  case noIssuer =
    "The invoices name no issuer. Enter name, address and tax number with “alta register set-up-issuer”."
  case alreadySent =
    "Sent before: {invoices}."
  case alreadyQueued =
    "Waiting to be sent already: {invoices}."
  case cancelledSkipped =
    "Passed over, because cancelled: {invoices}."
  case nothingToBill =
    "There is nothing to bill."
  case notMetered =
    "{component} is not a metered component: add it instead."
  case dateInFuture =
    "{date} is in the future."
  case metered =
    "{component} is a metered component: record usage instead."
  case meteredQuantity =
    "The quantity of metered components cannot be changed; further ones can be added."
  case beforePeriod =
    "{date} is before the current billing period ({start})."
  case alreadyOn =
    "{component} is already on."
  case notBooked =
    "{component} is not booked."
  case onlyOne =
    "{component} is either on or off; its quantity is 1."
  case noChange =
    "The quantity is unchanged."
  case fixedPrice =
    "The price of {component} can be overridden with the simple model only."
  case tiersOfSwitch =
    "{component} is on or off and has no tiers."
  case couponChannel =
    "Coupon {coupon} is valid on the order page only."
  case couponInvalid =
    "Coupon {coupon} is invalid."
  case subscriptionNeeded =
    "The component is booked several times; please choose one: {subscriptions}."
  case quotaLapsed =
    "The rest of the free quota ({quantity} {component}) lapses."
  case nextBilling =
    "Will be billed on {date}."
  case couponWorse =
    "With the coupon {with}, with the discount scale {without}."
  case creditAndInvoice =
    "Credit note of {credit}, new invoice of {invoice}."
  case creditOnly =
    "Credit note of {credit}."
  case quotaUsed =
    "Free quota of {component}: {quota}; set off now: {used}; the rest of {rest} lapses."
  case quotaKept =
    "Free quota of {component}: {quota}; set off now: {used}; {rest} are left."
  case tooMuch =
    "A booking may come to {most} at most."
  case offerNeeded =
    "The customer has open offers. Please name one of them, or say “new”: {offers}."
  case confirmAssigning =
    "All programmes go to card {card}. Continue?"
  case confirmClosing =
    "The offer will be closed and invoiced, which cannot be undone. Continue?"
  case confirmCancelling =
    "The invoice will be cancelled, which cannot be undone. Continue?"
  case noProcess =
    "No customer-card process; the offer is created without one."
  case assignedAll =
    "All programmes are assigned to card {card}."
  case cardExpires =
    "Card {card} expires on {date}, before the programme."
  case identifierTaken = "The identifier {identifier} is already taken ({name})."
  case identifierTakenPlain = "The identifier {identifier} is already taken."
  case takenByCompany =
    "That company is not a customer yet: register it with --from-company {identifier}."
  case externalUserTaken = "{email} already is an external user ({holder})."
  case externalUserTakenPlain = "{email} already is an external user."
  case contactIsUser = "Contact {contact} already is an external user."
  case alreadyCustomer = "{name} already is a customer."
  case employeeTaken = "The employee code {code} is already taken."
  case frozen = "{field} cannot be changed after registration."
  case requestClosed = "Request {name} is closed."
  case caseDone = "Case {name} has already been carried out."
  case stale = "{record} has changed meanwhile; please start again."
  case inUse =
    "{record} is still an external user; disable the user and remove it from the customer first."
  case externalUsersOff = "External users are not allowed in this store."
  case repeatedExternalUser = "“{email}” occurs twice among the external users of this list."
  case repeatedDefault = "Only one contact can be the default contact."
  case nothingToCopy = "Address {line} is empty, so there is nothing to copy."
  case contactEmpty = "A contact needs a name, an address or an employee code."
  case noContact = "No contact information record is linked, so there is nothing to change."
  case noEmail = "There is no e-mail address."
  case inexact =
    "{value} has more than {whole} digits before the decimal point, or more than {places} behind it."
  case doesNotFit = "The store refuses this value ({column})."
  case entityTypeDiffers =
    "A NIF that begins with {letter} belongs to another type of company than the chosen one. Please check both."
  case confirmFreeze =
    "Company type and category can no longer be changed afterwards. Continue?"
  case confirmSiteAddress = "The request already has the work address “{address}”. Overwrite it?"
  case confirmErase = "{record} will be deleted for good and emptied in all requests. Continue?"
  case confirmDisable = "Disable the external user {email}?"
  case confirmEnable = "Enable the external user {email} again?"
  case identifierDrawn = "Identifier {identifier} generated."
  case similarContacts = "Similar contact: {contacts}."
  case companyKnown =
    "“{name}” exists as company {identifier}; link it by answering “company” with {identifier}."
  case requestOnly = "Saved in request {name} only."
  case userDisabled = "External user {email} will be disabled."
  case answersDropped = "Answers dropped: {fields}."

  static let context = "alta/finding"
}
