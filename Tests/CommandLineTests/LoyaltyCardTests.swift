import Testing

/// Which programme goes to which card, and when somebody has to say so.
extension LoyaltyTests {
  @Test func `2.5: without a card nothing is sold, unless that is wanted`() throws {
    let refused = try sell("programmes.1.programme=BAT72", "programmes.1.card=none")
    #expect(refused.status == 4 && refused.err.contains("[E-NO-CARD]"), "\(refused.err)")
    let sold = try sell(
      "programmes.1.programme=BAT72",
      "programmes.1.card=none",
      "unassigned=yes"
    )
    #expect(sold.status == 0 && sold.err.contains("[N-UNASSIGNED]"))
  }

  @Test func `L16: gives each of several to a card of its own`() throws {
    try order()
    try order("process=VG-2026-0001", "state=coded")
    let line = ["programmes.1.programme=GAR24", "programmes.1.quantity=2"]
    let half = try run(
      "sell-programme",
      ["customer=CLI-0001", "programmes.1.card=KK-0001,KK-0009"] + line
    )
    #expect(half.status == 4 && half.err.contains("KK-0009"), "\(half.err)")
    let sold = try run(
      "sell-programme",
      ["customer=CLI-0001", "programmes.1.card=KK-0001, KK-0002"] + line
    )
    #expect(sold.status == 0, "\(sold.err)")
    #expect(try scratch.texts("SELECT card FROM entitlements ORDER BY no") == ["1", "2"])
  }

  @Test func `L12: gives one programme to one card`() throws {
    try order()
    try order("process=VG-2026-0001", "state=coded")
    let run = try sell("programmes.1.programme=GAR24", "programmes.1.card=KK-0001,KK-0002")
    #expect(run.status == 3 && run.err.contains("[E-ASSIGN]"), "\(run.err)")
  }

  @Test func `L17: an import that cancelled is not taken back`() throws {
    try order()
    #expect(try sell("programmes.1.programme=BAT72").status == 0)
    let cancel = ["import", "cancel-invoice", "-", "--yes"]
    #expect(try scratch.alta(cancel, input: "invoice\nRE-2026-0001\n").status == 0)
    let last = try scratch.texts("SELECT max(run) FROM imports")[0]
    let undo = try scratch.alta(["import", "undo", last, "--yes"])
    #expect(undo.status == 6 && undo.err.contains("RE-2026-0001"), "\(undo.err)")
    #expect(try scratch.texts("SELECT invoice_state FROM invoices") == ["cancelled"])
  }

  @Test func `L11: shows people the only card before it gets several programmes`() throws {
    try order()
    let lines = [
      "CLI-0001", "", "", "a", "BAT72", "", "", "", "a", "GAR24", "", "", "", "", "", "",
    ]
    let dialogue = ["register", "sell-programme", "--plain", "--lang", "en"]
    let run = try scratch.alta(dialogue, lines: lines + ["yes", "no"])
    #expect(run.err.contains("All programmes go to card KK-0001. Continue?"), "\(run.err)")
    #expect(try scratch.count("invoices") == 0)
  }

  @Test func `L17: what has ended by itself keeps its end, and nothing ends before it starts`()
    throws
  {
    try order()
    for day in ["2029-01-01", "2025-01-01"] {
      let sold = try sell("programmes.1.programme=BAT72")
      #expect(sold.status == 0)
      let name = sold.out.split(separator: "\n")[0]
      #expect(try self.run("cancel-invoice", ["invoice=\(name)"], today: day).status == 0)
    }
    #expect(
      try entitlements.map { $0.split(separator: "|")[3] } == ["2027-03-15", "2026-03-15"]
    )
  }

  @Test func `2.3: says which offer is meant where one is open`() throws {
    try order()
    try register("register-offer", "customer=CLI-0001", "lines.1.article=HG")
    let asked = try sell("programmes.1.programme=BAT72")
    #expect(asked.status == 5 && asked.err.contains("[E-OFFER-NEEDED]"), "\(asked.err)")
    #expect(try sell("programmes.1.programme=BAT72", "offer=new").status == 0)
  }

  @Test func `X12: sells and cancels in an import only with a yes`() throws {
    try order()
    let sales = "customer,programmes.1.programme,confirm\nCLI-0001,BAT72,\nCLI-0001,GAR24,yes\n"
    let run = try scratch.alta(
      ["import", "sell-programme", "-", "--quiet", "--lang", "en"],
      input: sales
    )
    #expect(run.status == 5 && run.err.contains("[Q-CONFIRM-CLOSE]"), "\(run.err)")
    #expect(try scratch.texts("SELECT programme FROM entitlements") == ["GAR24"])
    let cancelled = try scratch.alta(
      ["import", "cancel-invoice", "-", "--quiet", "--lang", "en"],
      input: "invoice\nRE-2026-0001\n"
    )
    #expect(cancelled.status == 5 && cancelled.err.contains("[Q-CONFIRM-CANCEL]"))
  }
}
