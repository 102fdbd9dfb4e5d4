import Foundation
import Testing

/// The acceptance examples of the call centre, with the keys of today's definitions.
@Suite("Taking down a call")
struct CallCentreTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func call(_ assignments: String..., lang: String = "en") throws -> Scratch.Run {
    try scratch.alta(
      ["register", "enter-contact", "--lang", lang] + assignments.flatMap { ["--set", $0] }
    )
  }

  private func first() throws {
    let run = try call(
      "firstName=Erika",
      "middleInitial=M.",
      "lastName=Mustermann",
      "companyName=Muster AG",
      "country=DE",
      "address1=Jägerstr. 1",
      "city=Berlin",
      "state=Berlin",
      "postalCode=10117",
      "addressAlias=Gendarmenmarkt",
      "phone1=+49 30 111111",
      "email1=erika@muster.de",
      "notes=Rückruf",
      "copyToSite=1",
      "save=new"
    )
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out == "CR-0001\n")
  }

  @Test func `makes a request and a contact record that are linked`() throws {
    try first()
    #expect(
      try scratch.texts("SELECT no, contact, site_address, middle_initial, status FROM requests")
        == ["1|1|Jägerstr. 1|M|open"]
    )
    #expect(try scratch.texts("SELECT last_name FROM contacts") == ["Mustermann"])
    #expect(try scratch.count("companies") == 0 && scratch.count("customers") == 0)
  }

  @Test func `changes the linked contact and nothing else of it`() throws {
    try first()
    let run = try call("request=CR-0001", "contact=CT-0001", "phone2=+49 30 222222", "save=changes")
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.count("contacts") == 1)
    #expect(
      try scratch.texts("SELECT last_name, phone1, phone2, notes FROM contacts")
        == ["Mustermann|+4930111111|+4930222222|Rückruf"]
    )
  }

  @Test func `keeps an anonymous caller in the request only`() throws {
    try first()
    let run = try call("phone1=+49 30 333333", "notes=anonym", "save=request")
    #expect(run.status == 0)
    #expect(run.out == "CR-0002\n")
    #expect(run.err.contains("[N-REQUEST-ONLY]"))
    #expect(try scratch.count("contacts") == 1)
    #expect(
      try scratch.texts("SELECT contact, phone1 FROM requests WHERE no = 2") == ["|+4930333333"]
    )
    let refused = try call("phone1=+49 30 333333", "save=new")
    #expect(refused.status == 3)
    #expect(refused.err.contains("[E-CONTACT-EMPTY]"))
  }

  @Test func `makes a second contact of a linked one and leaves the first alone`() throws {
    try first()
    let run = try call("request=CR-0001", "contact=CT-0001", "lastName=Meier", "save=new")
    #expect(run.status == 0, "\(run.err)")
    #expect(
      try scratch.texts("SELECT last_name FROM contacts ORDER BY no") == ["Mustermann", "Meier"]
    )
    #expect(try scratch.texts("SELECT contact FROM requests") == ["2"])
  }

  @Test func `cannot change a contact where none is linked`() throws {
    let run = try call("lastName=Meier", "save=changes")
    #expect(run.status == 3)
    #expect(run.err.contains("[E-NO-CONTACT]"))
    #expect(try scratch.files().isEmpty)
  }

  @Test func `marks what the request's own copy says differently`() throws {
    try first()
    #expect(
      try call("request=CR-0001", "contact=CT-0001", "lastName=Meier", "save=request").status == 0
    )
    let show = try scratch.alta(["show", "request", "CR-0001"])
    #expect(show.out.contains("Meier"))
    #expect(show.out.contains("Mustermann"))
    #expect(try scratch.texts("SELECT last_name FROM contacts") == ["Mustermann"])
  }

  @Test(arguments: [
    (["employeeCode=E-9", "save=request"], 4, "E-EMPLOYEE"),
    (["request=CR-0009", "save=request"], 4, "E-REQUEST"),
    (["contact=CT-0009", "save=request"], 4, "E-CONTACT"),
    (["company=X-9", "save=request"], 4, "E-COMPANY"),
    (["copyToSite=2", "address1=a", "save=request"], 3, "E-NOTHING-TO-COPY"),
  ])
  func `refuses what leads nowhere`(assignments: [String], status: Int32, code: String) throws {
    let run = try scratch.alta(
      ["register", "enter-contact", "--yes"] + assignments.flatMap { ["--set", $0] }
    )
    #expect(run.status == status)
    #expect(run.err.contains("[\(code)]"))
    #expect(try scratch.files().isEmpty)
  }

  @Test func `asks before it overwrites a work address`() throws {
    try first()
    let words = ["request=CR-0001", "address2=Hof 2", "copyToSite=2", "save=request"]
      .flatMap { ["--set", $0] }
    let run = try scratch.alta(["register", "enter-contact"] + words)
    #expect(run.status == 5)
    #expect(run.err.contains("[Q-OVERWRITE-SITE]") && run.err.contains("Jägerstr. 1"))
    #expect(try scratch.alta(["register", "enter-contact", "--yes"] + words).status == 0)
    #expect(try scratch.texts("SELECT site_address FROM requests") == ["Hof 2"])
  }

  @Test func `offers a link to write to the caller`() throws {
    let words = ["register", "enter-contact", "--start-mail", "--set", "save=request"]
    let run = try scratch.alta(words + ["--set", "email1=erika@muster.de"])
    #expect(run.status == 0)
    #expect(run.out == "CR-0001\nmailto:erika@muster.de\n")
    #expect(try scratch.alta(words).err.contains("[E-NO-EMAIL]"))
  }

  @Test func `erases a contact everywhere, but not one that logs in`() throws {
    try first()
    #expect(try scratch.alta(["erase", "contact", "CT-0001"]).status == 5)
    let run = try scratch.alta(["erase", "contact", "CT-0001", "--yes"])
    #expect(run.status == 0)
    #expect(try scratch.count("contacts") == 0)
    let bytes = try scratch.files()["alta.db"] ?? Data()
    #expect(bytes.firstRange(of: Data("Mustermann".utf8)) == nil)
    let script = Script(
      Script.small.answers,
      contacts: [["kind": "external", "lastName": "R", "email": "a@b.es"]]
    )
    #expect(try scratch.alta(["register", "--yes"] + script.options).status == 0)
    let number = try scratch.texts("SELECT no FROM contacts")[0]
    let refused = try scratch.alta(["erase", "contact", "CT-000\(number)", "--yes"])
    #expect(refused.status == 6)
    #expect(refused.err.contains("[E-IN-USE]"))
  }

  /// X14, X15, X18: labels of any language in a file, and no trace of the language in the store.
  @Test(
    .enabled(if: hasCatalog("de") && hasCatalog("es")),
    arguments: [
      ("de", "Nachname;Primäre Telefonnummer;Speichern", "Als neu speichern"),
      ("es", "Apellido;Teléfono principal;Guardar", "Guardar como nuevo"),
    ]
  )
  func `reads labels of every language`(lang: String, header: String, option: String) throws {
    let english = try scratch.file(
      "en.csv",
      "Last name;Primary phone;Save\nMeier;+49 30 111111;Save as new\n"
    )
    #expect(try scratch.alta(["register", "enter-contact", "--answers", english]).status == 0)
    let form = try scratch.alta(["form", "enter-contact", "--lang", lang])
    let labels = header.split(separator: ";").filter { !form.out.contains($0) }
    try #require(labels.isEmpty, "the catalog has other words for \(labels)")
    let other = try Scratch()
    let file = try other.file("x.csv", "\(header)\nMeier;+49 30 111111;\(option)\n")
    let run = try other.alta(["register", "enter-contact", "--answers", file])
    #expect(run.status == 0, "\(run.err)")
    #expect(try other.dump() == scratch.dump())
  }
}
