/// What a procedure or the store knows about a registration: a problem, a question or a notice.
package struct Finding: Hashable, Sendable {
  /// The field it is about, as answer files spell it; empty for the registration as a whole.
  package let path: String
  /// What it is.
  package let reason: Reason

  /// Says something about a field, or about the registration as a whole.
  package init(_ reason: Reason, at path: String = "") {
    self.reason = reason
    self.path = path
  }

  /// What a procedure can find.
  package enum Reason: Hashable, Sendable {
    // What must be there before a wizard can start.
    case noCompanyType
    case noCategory
    case noCompany
    // References that lead nowhere; the text as it was given.
    case unknownCompany(String)
    case unknownCustomer(String)
    case unknownContact(String)
    case unknownRequest(String)
    case unknownEmployee(String)
    case unknownExternalUser(String)
    // Conflicts.
    case identifierTaken(identifier: String, name: String, isCustomer: Bool)
    case externalUserTaken(email: String, holder: String)
    case contactIsUser(contact: String)
    case alreadyCustomer(name: String)
    case employeeTaken(code: String)
    case frozen(field: String)
    case requestClosed(String)
    case caseDone(String)
    case stale(record: String)
    case inUse(record: String)
    // Problems in the answers.
    case externalUsersOff
    case repeatedExternalUser(email: String)
    case repeatedDefault
    case nothingToCopy(line: String)
    case contactEmpty
    case noContact
    case noEmail
    case doesNotFit(column: String)
    case entityTypeDiffers(letter: String)
    // Questions that need a yes.
    case confirmFreeze
    case confirmSiteAddress(current: String)
    case confirmErase(record: String)
    case confirmDisable(email: String)
    case confirmEnable(email: String)
    // Notices.
    case identifierDrawn(String)
    case sameName(count: Int)
    case similarContacts([String])
    case companyKnown(name: String, identifier: String)
    case requestOnly(String)
    case userDisabled(email: String)
    case answersDropped([String])
  }

  /// How much a finding weighs.
  package enum Weight: Hashable, Sendable {
    /// Never blocks.
    case notice
    /// The answers must change.
    case problem
    /// Something must be there first.
    case missing
    /// Somebody must say yes.
    case question
    /// Something that is stored is in the way.
    case conflict
  }

  /// How much the finding weighs; decides the exit status.
  package var weight: Weight {
    switch reason {
    case .noCompanyType, .noCategory, .noCompany, .unknownCompany, .unknownCustomer,
      .unknownContact, .unknownRequest, .unknownEmployee, .unknownExternalUser:
      .missing
    case .identifierTaken, .externalUserTaken, .contactIsUser, .alreadyCustomer, .employeeTaken,
      .frozen, .requestClosed, .caseDone, .stale, .inUse:
      .conflict
    case .externalUsersOff, .repeatedExternalUser, .repeatedDefault, .nothingToCopy, .contactEmpty,
      .noContact, .noEmail, .doesNotFit:
      .problem
    case .confirmFreeze, .confirmSiteAddress, .confirmErase, .confirmDisable, .confirmEnable:
      .question
    case .identifierDrawn, .sameName, .similarContacts, .companyKnown, .requestOnly, .userDisabled,
      .answersDropped, .entityTypeDiffers:
      .notice
    }
  }

  /// The stable code that scripts and tests see.
  package var code: String {
    switch reason {
    case .noCompanyType: "E-NO-TYPE"
    case .noCategory: "E-NO-CATEGORY"
    case .noCompany: "E-NO-COMPANY"
    case .unknownCompany: "E-COMPANY"
    case .unknownCustomer: "E-CUSTOMER"
    case .unknownContact: "E-CONTACT"
    case .unknownRequest: "E-REQUEST"
    case .unknownEmployee: "E-EMPLOYEE"
    case .unknownExternalUser: "E-EXTERNAL"
    case .identifierTaken: "E-ID-TAKEN"
    case .externalUserTaken, .contactIsUser: "E-EXTERNAL-TAKEN"
    case .alreadyCustomer: "E-ALREADY-CUSTOMER"
    case .employeeTaken: "E-ID-TAKEN"
    case .frozen: "E-FROZEN"
    case .requestClosed: "E-REQUEST-CLOSED"
    case .caseDone: "E-CASE-DONE"
    case .stale: "E-STALE"
    case .inUse: "E-IN-USE"
    case .externalUsersOff: "E-EXTERNAL-OFF"
    case .repeatedExternalUser, .repeatedDefault: "E-DUPLICATE-ROW"
    case .nothingToCopy: "E-NOTHING-TO-COPY"
    case .contactEmpty: "E-CONTACT-EMPTY"
    case .noContact: "E-NO-CONTACT"
    case .noEmail: "E-NO-EMAIL"
    case .doesNotFit: "E-CONSTRAINT"
    case .entityTypeDiffers: "N-ENTITY-TYPE"
    case .confirmFreeze: "Q-CONFIRM-FREEZE"
    case .confirmSiteAddress: "Q-OVERWRITE-SITE"
    case .confirmErase: "Q-CONFIRM-ERASE"
    case .confirmDisable: "Q-CONFIRM-DISABLE"
    case .confirmEnable: "Q-CONFIRM-ENABLE"
    case .identifierDrawn: "N-ID-GENERATED"
    case .sameName: "N-SAME-NAME"
    case .similarContacts: "N-DUPLICATE"
    case .companyKnown: "N-COMPANY-KNOWN"
    case .requestOnly: "N-REQUEST-ONLY"
    case .userDisabled: "N-USER-DISABLED"
    case .answersDropped: "N-ANSWERS-DROPPED"
    }
  }
}
