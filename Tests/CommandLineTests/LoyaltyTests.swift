import Foundation
import Testing

/// The acceptance examples of loyalty programmes; the numbers are those of the rules.
@Suite("Selling a loyalty programme")
struct LoyaltyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try register("register-customer", "companyType=other", "category=retail", "name=Aceros")
    try register("register-article", "code=PRG", "name=Programme", "kind=programme", "price=89")
    try register("register-article", "code=HG", "name=Hearing system", "kind=goods", "price=1990")
    try register(
      "register-programme",
      "code=BAT72",
      "name=Batteries",
      "kind=bonus",
      "article=PRG",
      "price=0",
      "months=12"
    )
    try register(
      "register-programme",
      "code=GAR24",
      "name=Guarantee",
      "kind=voucher",
      "article=prg",
      "months=24"
    )
  }

  @discardableResult
  func run(
    _ wizard: String,
    _ assignments: [String],
    lang: String = "en",
    today: String = "2026-03-15"
  ) throws -> Scratch.Run {
    try scratch.alta(
      ["register", wizard, "--yes", "--lang", lang, "--today", today]
        + assignments.flatMap { ["--set", $0] }
    )
  }

  func register(_ wizard: String, _ assignments: String...) throws {
    let run = try run(wizard, assignments)
    #expect(run.status == 0, "\(run.err)")
  }

  func sell(_ assignments: String..., today: String = "2026-03-15") throws -> Scratch.Run {
    try run("sell-programme", ["customer=CLI-0001"] + assignments, today: today)
  }

  func order(_ assignments: String...) throws {
    let run = try run("register-card", ["customer=CLI-0001"] + assignments)
    #expect(run.status == 0, "\(run.err)")
  }

  var entitlements: [String] {
    get throws {
      try scratch.texts(
        "SELECT programme, card, starts_on, ends_on, status FROM entitlements ORDER BY no"
      )
    }
  }

  @Test func `L1: needs a customer`() throws {
    let run = try run("sell-programme", ["customer=X", "programmes.1.programme=BAT72"])
    #expect(run.status == 4)
    #expect(run.err.contains("[E-CUSTOMER]"))
  }

  @Test func `L2: needs a card, unless it is sold without one`() throws {
    let refused = try sell("programmes.1.programme=BAT72")
    #expect(refused.status == 4)
    #expect(refused.err.contains("[E-NO-CARD]") && !refused.err.contains("[N-UNASSIGNED]"))
    #expect(try scratch.count("offers") == 0 && scratch.count("invoices") == 0)
    let sold = try sell("programmes.1.programme=BAT72", "unassigned=yes")
    #expect(sold.status == 0 && sold.out == "RE-2026-0001\n")
    #expect(sold.err.contains("[N-UNASSIGNED]") && sold.err.contains("[N-NO-PROCESS]"))
    #expect(try entitlements == ["BAT72||2026-03-15|2027-03-15|active"])
    try order()
    #expect(try run("assign-programme", ["entitlement=ET-0001", "card=KK-0001"]).status == 0)
    #expect(try entitlements == ["BAT72|1|2026-03-15|2027-03-15|active"])
  }

  @Test func `L3, L4, L5, L10: gives the only card that is in use what is sold in its process`()
    throws
  {
    try order("state=coded", "cardNumber=4711")
    try order("process=VG-2026-0001")
    try order("process=VG-2026-0001", "state=coded", "validUntil=2026-03-14", "cardNumber=4712")
    let edited = try scratch.alta(["edit", "card", "KK-0001", "--set", "state=invalid", "--yes"])
    #expect(edited.status == 0, "\(edited.err)")
    let sold = try sell("programmes.1.programme=BAT72")
    #expect(sold.status == 0, "\(sold.err)")
    #expect(try entitlements == ["BAT72|2|2026-03-15|2027-03-15|active"])
    #expect(
      try scratch.texts("SELECT id, process, offer_state FROM offers") == ["AN-2026-0001|1|closed"]
    )
    #expect(try scratch.texts("SELECT count(*) FROM cards WHERE revision = 1") == ["2"])
  }

  @Test func `L4: asks which process where there are several`() throws {
    try order()
    try order("state=invalid")
    let refused = try sell("programmes.1.programme=BAT72")
    #expect(refused.status == 5)
    #expect(refused.err.contains("VG-2026-0001, VG-2026-0002"))
    #expect(try sell("programmes.1.programme=BAT72", "process=VG-2026-0002").status == 0)
    #expect(try scratch.texts("SELECT process FROM offers") == ["2"])
  }

  @Test func `L6: sells in a package with an open offer, once`() throws {
    try order()
    try register("register-offer", "customer=CLI-0001", "lines.1.article=HG")
    let sold = try sell("offer=AN-2026-0001", "programmes.1.programme=GAR24")
    #expect(sold.status == 0, "\(sold.err)")
    #expect(
      try scratch.texts("SELECT id, net, vat, gross FROM invoices")
        == ["RE-2026-0001|2079.00|395.01|2474.01"]
    )
    #expect(
      try scratch.texts("SELECT place, text, net FROM invoice_lines ORDER BY no")
        == ["1|Hearing system|1990.00", "2|Guarantee|89.00"]
    )
    let again = try sell("offer=an-2026-0001", "programmes.1.programme=GAR24")
    #expect(again.status == 6 && again.err.contains("[E-OFFER-CLOSED]"))
    try register("register-customer", "companyType=other", "category=retail", "name=Other")
    try register("register-offer", "customer=CLI-0002", "lines.1.article=HG")
    let foreign = try sell("offer=AN-2026-0002", "programmes.1.programme=GAR24")
    #expect(foreign.status == 6 && foreign.err.contains("[E-OFFER-FOREIGN]"))
    #expect(try scratch.count("entitlements") == 1)
  }

  @Test func `L7, L8: sells active programmes and nothing else`() throws {
    try order()
    let article = try sell("programmes.1.programme=HG")
    #expect(article.status == 3 && article.err.contains("[E-NOT-PROGRAMME]"))
    let unknown = try sell("programmes.1.programme=NONE")
    #expect(unknown.status == 4 && unknown.err.contains("[E-PROGRAMME]"))
    #expect(try sell().status == 3)
    let edit = ["edit", "programme", "GAR24", "--set", "active=no", "--yes"]
    #expect(try scratch.alta(edit).status == 0)
    #expect(try sell("programmes.1.programme=GAR24").err.contains("[E-PROGRAMME]"))
    let wrong = ["code=X", "name=X", "kind=bonus", "article=HG"]
    #expect(try run("register-programme", wrong).err.contains("[E-NOT-PROGRAMME]"))
    let empty = try Scratch()
    let none = try empty.alta([
      "register", "sell-programme", "--set", "customer=X", "--yes", "--lang", "de",
    ])
    #expect(none.status == 4 && none.err.contains("[E-NO-PROGRAMME]"))
  }

  @Test func `L9: closes only after a yes`() throws {
    try order()
    let run = try scratch.alta([
      "register", "sell-programme", "--set", "customer=CLI-0001", "--set",
      "programmes.1.programme=BAT72", "--no-input", "--lang", "es",
    ])
    #expect(run.status == 5)
    #expect(run.err.contains("[Q-CONFIRM-CLOSE]"))
    #expect(try scratch.count("offers") == 0)
  }

  @Test func `L11, L12, L13: asks which programme goes to which card`() throws {
    try order("state=coded")
    try order("process=VG-2026-0001")
    let asked = try sell("programmes.1.programme=BAT72")
    #expect(asked.status == 5)
    #expect(asked.err.contains("[E-ASSIGN-NEEDED]") && asked.err.contains("KK-0001, KK-0002"))
    #expect(try scratch.count("offers") == 0)
    let half = try sell(
      "programmes.1.programme=BAT72",
      "programmes.1.card=KK-0002",
      "programmes.2.programme=GAR24"
    )
    #expect(half.status == 5 && half.err.contains("programmes.2.card"))
    let wrong = try sell("programmes.1.programme=BAT72", "programmes.1.card=KK-0009")
    #expect(wrong.status == 4 && wrong.err.contains("[E-CARD]"))
    let full = try sell(
      "programmes.1.programme=BAT72",
      "programmes.1.card=KK-0002",
      "programmes.2.programme=GAR24",
      "programmes.2.card=none"
    )
    #expect(full.status == 0, "\(full.err)")
    #expect(
      try entitlements
        == ["BAT72|2|2026-03-15|2027-03-15|active", "GAR24||2026-03-15|2028-03-15|active"]
    )
  }

  @Test func `L12: gives no card of another customer`() throws {
    try order()
    try register("register-customer", "companyType=other", "category=retail", "name=Other")
    try register("register-card", "customer=CLI-0002")
    let run = try sell("programmes.1.programme=BAT72", "programmes.1.card=KK-0002")
    #expect(run.status == 3 && run.err.contains("[E-ASSIGN]"))
  }

  @Test func `2.5: gives several programmes to the only card, and says so`() throws {
    try order()
    let run = try sell("programmes.1.programme=BAT72", "programmes.2.programme=GAR24")
    #expect(run.status == 0 && run.err.contains("[N-ASSIGNED-ALL]"))
    #expect(try scratch.texts("SELECT count(*) FROM entitlements WHERE card = 1") == ["2"])
  }

  @Test func `L14, L15, L16: entitles once for each, with a voucher number of its own`() throws {
    try order()
    let run = try sell(
      "programmes.1.programme=GAR24",
      "programmes.1.quantity=2",
      today: "2026-08-31"
    )
    #expect(run.status == 0 && run.err.contains("[N-ASSIGNED-ALL]"))
    let numbers = try scratch.texts("SELECT voucher_number FROM entitlements")
    #expect(Set(numbers).count == 2 && numbers.allSatisfy { $0.count == 10 })
    #expect(try scratch.texts("SELECT net FROM invoices") == ["178.00"])
    #expect(try scratch.texts("SELECT DISTINCT ends_on FROM entitlements") == ["2028-08-31"])
  }

  @Test func `L17: ends what a cancelled invoice entitled to`() throws {
    try order()
    #expect(try sell("programmes.1.programme=BAT72").status == 0)
    let cancelled = try run("cancel-invoice", ["invoice=RE-2026-0001"], today: "2026-04-02")
    #expect(cancelled.status == 0, "\(cancelled.err)")
    #expect(try entitlements == ["BAT72|1|2026-03-15|2026-04-02|ended"])
    #expect(try scratch.texts("SELECT invoice_state FROM invoices") == ["cancelled"])
    let again = try run("cancel-invoice", ["invoice=RE-2026-0001"])
    #expect(again.status == 6 && again.err.contains("[E-INVOICE-CANCELLED]"))
  }

  @Test func `L18: moves to another card in use, and the history keeps the old one`() throws {
    try order()
    #expect(try sell("programmes.1.programme=BAT72").status == 0)
    try order("process=VG-2026-0001", "state=cancelled")
    let refused = try run("assign-programme", ["entitlement=ET-0001", "card=KK-0002"])
    #expect(refused.status == 3 && refused.err.contains("[E-ASSIGN]"))
    #expect(try run("assign-programme", ["entitlement=ET-0001", "card=none"]).status == 0)
    let history = try scratch.alta(["history", "entitlement", "ET-0001", "--lang", "en"])
    #expect(history.out.contains("Customer card:  KK-0001 → empty"), "\(history.out)")
    #expect(try entitlements == ["BAT72||2026-03-15|2027-03-15|active"])
  }

  @Test func `L20: says that a card ends before its programme`() throws {
    try order("validUntil=2026-12-31")
    let run = try sell("programmes.1.programme=BAT72")
    #expect(run.status == 0 && run.err.contains("[N-CARD-EXPIRES]"))
    let edit = ["edit", "card", "KK-0001", "--set", "validUntil=2027-03-14", "--yes"]
    #expect(try scratch.alta(edit).status == 0)
    let covered = try sell("programmes.1.programme=BAT72")
    #expect(covered.status == 0 && !covered.err.contains("[N-CARD-EXPIRES]"))
  }

  @Test(arguments: ["de", "es", "en"])
  func `X14: gives the same store in every language, from a file`(language: String) throws {
    try order()
    try order("process=VG-2026-0001")
    let file = try scratch.file(
      "sale.json",
      """
      {"customer": "CLI-0001", "process": "VG-2026-0001", "offer": "new", "programmes": [
        {"programme": "BAT72", "card": "KK-0002"}, {"programme": "GAR24", "price": 79, "card": "none"}
      ], "confirm": true}
      """
    )
    let run = try scratch.alta([
      "register", "sell-programme", "--answers", file, "--lang", language, "--today", "2026-03-15",
    ])
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.texts("SELECT net, vat, gross FROM invoices") == ["79.00|15.01|94.01"])
  }

  @Test func `X10: is sold to many from a table, each on its own`() throws {
    try order()
    let file = try scratch.file(
      "sales.csv",
      """
      case;customer;offer;programmes.1.programme;programmes.1.price;programmes.1.card;confirm
      1;CLI-0001;new;BAT72;0,00;KK-0001;yes
      2;CLI-0009;new;BAT72;;;yes
      3;CLI-0001;;GAR24;89,00;;yes
      """
    )
    let run = try scratch.alta([
      "import", "sell-programme", file, "--lang", "de", "--today", "2026-03-15", "--quiet",
    ])
    #expect(run.status == 4, "\(run.err)")
    #expect(
      try scratch.texts("SELECT id FROM invoices ORDER BY no") == ["RE-2026-0001", "RE-2026-0002"]
    )
    #expect(
      try scratch.alta(["import", "sell-programme", file, "--lang", "de", "--quiet"]).status == 4
    )
    #expect(try scratch.count("invoices") == 2)
  }
}
