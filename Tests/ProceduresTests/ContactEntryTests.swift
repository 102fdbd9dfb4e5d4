import Procedures
import RecordStorage
import Testing
import WizardEngine

@Suite("Entering a caller's data")
struct ContactEntryTests {
  let office: Office

  init() throws { office = try Office() }

  private func enter(_ spelled: KeyValuePairs<String, String>) throws -> Office.Outcome {
    try office.register("enter-contact", spelled)
  }

  /// The first row of the example in domain.md 6.6.
  private func enterErika() throws -> Office.Outcome {
    try enter([
      "firstName": "Erika", "middleInitial": "M.", "lastName": "Mustermann",
      "companyName": "Muster AG", "address1": "Jägerstr. 1", "address2": "Hof", "city": "Berlin",
      "country": "DE", "postalCode": "10117", "addressAlias": "Gendarmenmarkt",
      "phone1": "+49 30 1111111", "email1": "erika@muster.de", "notes": "Rückruf",
      "copyToSite": "1", "save": "new",
    ])
  }

  // MARK: Acceptance examples of domain.md 6.7

  @Test func `opens a request, creates a contact and links them`() throws {
    let outcome = try enterErika()
    #expect(outcome.said == [])
    #expect(outcome.receipt?.mainRow?.name == "CR-0001")
    #expect(try office.counts() == [0, 0, 1, 0, 1])
    let request = try #require(try office.request("CR-0001"))
    let contact = try #require(try office.contact("CT-0001"))
    #expect(request["contact"] == contact.key)
    #expect(
      request.texts("siteAddress", "status", "openedAt", "middleInitial")
        == ["Jägerstr. 1", "open", now, "M"]
    )
    #expect(ContactEntry.differences(of: request, from: contact) == [])
  }

  @Test func `changes only what was given, and keeps everything else`() throws {
    _ = try enterErika()
    let outcome = try enter([
      "request": "CR-0001", "contact": "CT-0001", "phone2": "+49 30 2222222", "copyToSite": "none",
      "save": "changes",
    ])
    #expect(outcome.said == [])
    #expect(try office.counts() == [0, 0, 1, 0, 1])
    let contact = try #require(try office.contact("CT-0001"))
    #expect(
      contact.texts("phone2", "phone1", "firstName", "notes")
        == ["+49302222222", "+49301111111", "Erika", "Rückruf"]
    )
    let history = try office.store.history(of: .contacts, key: contact.key)
    #expect(history.map(\.after) == [["phone2": .text("+49302222222")]])
    #expect(
      try office.request("CR-0001")?.texts("phone2", "siteAddress")
        == ["+49302222222", "Jägerstr. 1"]
    )
  }

  @Test func `takes down an anonymous caller in the request alone`() throws {
    let outcome = try enter([
      "phone1": "+49 30 3333333", "notes": "anonym", "copyToSite": "none", "save": "request",
    ])
    #expect(outcome.said == [])
    #expect(try office.counts() == [0, 0, 0, 0, 1])
    #expect(try office.request("CR-0001")?.texts("phone1", "contact") == ["+49303333333", ""])
    #expect(
      try enter(["phone1": "+49 30 3333333", "save": "new"]).said == ["save E-CONTACT-EMPTY"]
    )
  }

  // MARK: The decision table of domain.md 6.5

  @Test(
    arguments: [
      (nil, "new", "CT-0002", 2, []), (nil, "changes", nil, 1, ["save E-NO-CONTACT"]),
      (nil, "request", "", 1, []), ("CT-0001", "new", "CT-0002", 2, ["N-DUPLICATE"]),
      ("CT-0001", "changes", "CT-0001", 1, []), ("CT-0001", "request", "CT-0001", 1, []),
    ] as [(String?, String, String?, Int, [String])]
  )
  func `saves as the last answer says`(
    linked: String?,
    save: String,
    link: String?,
    contacts: Int,
    said: [String]
  ) throws {
    _ = try enterErika()
    let before = try #require(try office.contact("CT-0001"))
    let outcome = try enter([
      "contact": linked ?? "", "lastName": "Muster", "city": "Potsdam", "save": save,
    ])
    #expect(outcome.said == said)
    #expect(try office.store.count(of: .contacts) == contacts)
    guard let link else {
      #expect(outcome.receipt == nil)
      #expect(try office.store.count(of: .requests) == 1)
      return
    }
    let request = try #require(try office.request("CR-0002"))
    let named = try office.store.record(of: .contacts, key: request["contact"])
    #expect(named?.name ?? "" == link)
    #expect(request.texts("lastName", "city") == ["Muster", "Potsdam"])
    if save != "changes" { #expect(try office.contact("CT-0001") == before) }
    if save == "request", linked != nil {
      #expect(ContactEntry.differences(of: request, from: before) == ["lastName", "city"])
    }
  }

  // MARK: Rules

  @Test func `keeps the request's own copy when the contact changes later`() throws {
    _ = try enterErika()
    _ = try enter(["contact": "CT-0001", "lastName": "Other", "save": "changes"])
    #expect(try office.request("CR-0001")?.texts("lastName") == ["Mustermann"])
    #expect(try office.contact("CT-0001")?.texts("lastName") == ["Other"])
  }

  @Test func `copies one line to the site, and asks before it overwrites one`() throws {
    _ = try enterErika()
    let second = try enter(["request": "CR-0001", "copyToSite": "2", "save": "changes"])
    #expect(second.said == ["copyToSite Q-OVERWRITE-SITE"])
    #expect(try office.request("CR-0001")?.texts("siteAddress") == ["Hof"])
    // A later change of the address does not change the copy.
    _ = try enter(["request": "CR-0001", "address2": "Garten", "save": "changes"])
    #expect(try office.request("CR-0001")?.texts("siteAddress", "address2") == ["Hof", "Garten"])
    #expect(
      try enter(["lastName": "X", "copyToSite": "2", "save": "new"]).said
        == ["copyToSite E-NOTHING-TO-COPY"]
    )
  }

  @Test func `refuses references that lead nowhere and closed requests`() throws {
    let outcome = try enter([
      "request": "CR-0009", "contact": "CT-0009", "company": "X", "employeeCode": "E1",
      "lastName": "A", "save": "new",
    ])
    #expect(
      outcome.said == [
        "request E-REQUEST", "contact E-CONTACT", "company E-COMPANY", "employeeCode E-EMPLOYEE",
      ]
    )
    _ = try enterErika()
    var row = AlteredRow(try #require(try office.request("CR-0001")))
    row.set(.text("closed"), for: "status")
    var set = ChangeSet()
    set.update(row)
    try office.store.commit(set, office.provenance(try Office.wizard("enter-contact")))
    #expect(
      try enter(["request": "CR-0001", "save": "changes"]).said == ["request E-REQUEST-CLOSED"]
    )
  }

  @Test func `knows employees by their code, without case`() throws {
    try office.register("register-employee", ["code": "Emp-7", "name": "Meier"])
    let outcome = try enter(["employeeCode": "emp-7", "save": "new"])
    #expect(outcome.said == [])
    #expect(try office.contact("CT-0001")?.texts("employeeCode") == ["Emp-7"])
  }

  @Test func `creates no company, but says that one is known`() throws {
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "M-1", "name": "Muster AG"]
    )
    let outcome = try enter(["lastName": "A", "companyName": "muster ag", "save": "new"])
    #expect(outcome.said == ["companyName N-COMPANY-KNOWN"])
    #expect(try office.store.count(of: .companies) == 1)
    let linked = try enter([
      "lastName": "B", "companyName": "muster ag", "company": "M-1", "save": "new",
    ])
    #expect(linked.said == [])
    #expect(try office.contact("CT-0002")?.texts("company.identifier") == ["M-1"])
  }

  @Test func `names similar contacts without blocking`() throws {
    _ = try enterErika()
    let sameMail = try enter(["lastName": "A", "email1": "ERIKA@muster.de", "save": "new"])
    #expect(sameMail.said == ["N-DUPLICATE"])
    let samePhone = try enter([
      "firstName": "erika", "lastName": "mustermann", "phone1": "+49301111111", "save": "new",
    ])
    #expect(samePhone.said == ["N-DUPLICATE"])
    #expect(try enter(["lastName": "A", "phone1": "+49301111111", "save": "new"]).said == [])
  }

  @Test func `offers changes only where a contact is linked`() throws {
    let wizard = try Office.wizard("enter-contact")
    func withheld(_ spelled: KeyValuePairs<String, String>) throws -> [SpelledAnswer] {
      try Procedure.enterContact.withheldOptions(
        try office.judge(wizard, spelled).0,
        in: office.store
      )
    }
    #expect(try withheld([:]) == [SpelledAnswer("save", "changes")])
    _ = try enterErika()
    #expect(try withheld(["contact": "CT-0001"]) == [])
    #expect(try withheld(["request": "CR-0001"]) == [])
  }

  @Test func `notices that a record was changed since it filled the form`() throws {
    _ = try enterErika()
    let wizard = try Office.wizard("enter-contact")
    let given: KeyValuePairs = ["contact": "CT-0001", "lastName": "Mine", "save": "changes"]
    let (registration, _) = try office.judge(wizard, given)
    let set = try Procedure.enterContact.changeSet(of: registration, at: occasion, in: office.store)
    _ = try enter(["contact": "CT-0001", "lastName": "Theirs", "save": "changes"])
    let findings = try Procedure.enterContact.findings(
      of: registration,
      at: occasion,
      in: office.store
    )
    #expect(findings.map(\.reason) == [.stale(record: "contact CT-0001")])
    #expect(throws: StoreError.self) {
      try office.store.commit(set, office.provenance(wizard))
    }
    #expect(try office.contact("CT-0001")?.texts("lastName") == ["Theirs"])
    // Kept in the request alone, the contact is not touched and cannot be stale.
    let (kept, _) = try office.judge(wizard, ["contact": "CT-0001", "save": "request"])
    #expect(try Procedure.enterContact.findings(of: kept, at: occasion, in: office.store).isEmpty)
  }

  @Test(
    arguments: [
      ("a@b.de", "mailto:a@b.de"), ("a+b&c@d.de", "mailto:a+b%26c@d.de"),
      ("ä@b.de", "mailto:%C3%A4@b.de"), ("", nil),
    ] as [(String, String?)]
  )
  func `opens a message to the caller`(address: String, link: String?) {
    #expect(ContactEntry.mailtoLink(to: address) == link)
  }

  @Test func `does not empty what a shorter form does not ask`() throws {
    _ = try enterErika()
    let short = try Office.wizard(
      yaml: """
        wizard: short
        title: Short
        procedure: enter-contact
        stages:
          - stage: only
            title: Only
            fields:
              - {field: contact, type: record, of: contact}
              - {field: lastName, type: text}
              - {field: source, type: text}
              - field: save
                type: choice
                options: [{code: new}, {code: changes}, {code: request}]
        """
    )
    let outcome = try office.register(
      short,
      [("contact", "CT-0001"), ("lastName", "Short"), ("source", "Radio"), ("save", "changes")]
    )
    #expect(outcome.said == [])
    let contact = try #require(try office.contact("CT-0001"))
    #expect(
      contact.texts("lastName", "firstName", "email1", "attributes")
        == ["Short", "Erika", "erika@muster.de", #"{"source":"Radio"}"#]
    )
    // A request has no room for what an author adds; it is not lost silently.
    let lost = try office.register(short, [("source", "Radio"), ("save", "request")])
    #expect(lost.said == ["source E-CONSTRAINT"])
  }
}
