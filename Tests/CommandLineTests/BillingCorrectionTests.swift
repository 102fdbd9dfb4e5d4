import Testing

/// What becomes of what was billed when it is changed, cancelled or ended.
extension BillingTests {
  @Test func `B10, B25: gives back what was paid, whatever it costs now`() throws {
    try booked()
    let edit = [
      "edit", "component", "USER", "--set", "unitPrice=20", "--set", "vatRate=7", "--yes",
    ]
    #expect(try scratch.alta(edit).status == 0)
    let run = try change(to: "5", from: "2026-04-16")
    #expect(run.status == 0 && run.out == "GU-2026-0001\nRE-2026-0002\n", "\(run.err)")
    #expect(
      try documents(after: 1)
        == ["GU-2026-0001|-15.00|-2.85|-17.85", "RE-2026-0002|50.00|3.50|53.50"]
    )
  }

  @Test
  func `B15: gives nothing back of an invoice that was cancelled, and bills its period again`()
    throws
  {
    try booked()
    let cancelled = try run("cancel-invoice", ["invoice=RE-2026-0001"], on: "2026-04-02")
    #expect(cancelled.status == 0 && cancelled.err.contains("is cancelled"), "\(cancelled.err)")
    #expect(try scratch.texts("SELECT next_billing FROM contracts") == ["2026-04-01"])
    let changed = try book(
      "component=USER",
      "action=change",
      "quantity=2",
      "validFrom=2026-04-01",
      on: "2026-04-02"
    )
    #expect(changed.status == 0 && !changed.err.contains("[N-CREDIT-AND-INVOICE]"))
    try bill(until: "2026-04-01")
    #expect(try documents(after: 1) == ["RE-2026-0002|69.00|13.11|82.11"])
  }

  @Test func `B15: usage of a cancelled invoice is due again, with its quota`() throws {
    try bill(until: "2026-04-01")
    let used = try book(
      "component=SMS",
      "action=usage",
      "quantity=160",
      "interim=yes",
      on: "2026-04-10"
    )
    #expect(used.status == 0 && used.err.contains("[N-QUOTA-USED]"), "\(used.err)")
    #expect(try run("cancel-invoice", ["invoice=RE-2026-0002"], on: "2026-04-11").status == 0)
    #expect(try nextInvoice() == "52.00")
  }

  @Test func `B14: what ends does not come back with a change that was planned`() throws {
    try booked()
    #expect(try change(to: "5", from: "2026-05-11").status == 0)
    #expect(try change(to: "0", from: "2026-04-16").status == 0)
    #expect(try nextInvoice() == "49.00")
    try bill(until: "2026-06-01")
    #expect(try scratch.texts("SELECT net FROM invoices ORDER BY no DESC LIMIT 1") == ["49.00"])
  }

  @Test func `B18: grants each period its own quota, also before its invoice`() throws {
    try bill(until: "2026-04-01")
    for day in ["2026-04-10", "2026-05-10"] {
      let used = try book(
        "component=SMS",
        "action=usage",
        "quantity=120",
        "dueDate=\(day)",
        on: day
      )
      #expect(used.status == 0, "\(used.err)")
    }
    let interim = try run("bill", ["kind=interim", "contract=V-0001"], on: "2026-05-20")
    #expect(interim.status == 0, "\(interim.err)")
    #expect(
      try scratch.texts("SELECT free_quantity, net FROM invoice_lines WHERE component = 'SMS'")
        == ["100|1.00", "100|1.00"]
    )
    try bill(until: "2026-06-01")
    #expect(
      try scratch.texts("SELECT net FROM invoices ORDER BY no") == [
        "49.00", "2.00", "49.00", "49.00",
      ]
    )
  }

  @Test func `B16: refuses what comes to more than is worked with`() throws {
    try register(
      "register-component",
      ["code=BIG", "name=B", "kind=quantity", "unitPrice=99999999.9999"]
    )
    let run = try book("component=BIG", "action=add", "quantity=1000000")
    #expect(run.status == 3 && run.err.contains("[E-RANGE]"), "\(run.err)")
    #expect(try book("component=BIG", "action=add", "quantity=1000").status == 0)
  }

  @Test func `B28: shows the price of the period that is billed`() throws {
    try register(
      "register-component",
      ["code=YEAR", "name=Y", "kind=quantity", "unitPrice=120", "priceMonths=12"]
    )
    try booked("YEAR", "1")
    #expect(
      try scratch.texts(
        "SELECT quantity, unit_price, net FROM invoice_lines WHERE component = 'YEAR'"
      )
        == ["1|10.00|10.00"]
    )
  }

  @Test(arguments: [
    ["tiers.1.from=2", "tiers.1.value=150"],
    ["tiers.1.from=2", "tiers.1.value=10", "tiers.2.from=2.0", "tiers.2.value=20"],
  ])
  func `refuses tiers that make no price`(tiers: [String]) throws {
    let run = try run(
      "register-component",
      ["code=T", "name=T", "kind=quantity", "unitPrice=10", "model=discountScale"] + tiers
    )
    #expect(run.status == 3, "\(run.err)")
  }

  @Test func `B1: ends a contract with what is not billed yet, and bills no more`() throws {
    try booked()
    try use("160", on: "2026-04-10")
    let late = try book("component=SCALE", "action=add", "startDate=2026-04-16", on: "2026-04-16")
    #expect(late.status == 0)
    let asked = try scratch.alta([
      "register", "end-contract", "--set", "contract=V-0001", "--today", "2026-04-20",
    ])
    #expect(asked.status == 5 && asked.err.contains("[Q-CONFIRM-END]"), "\(asked.err)")
    let ended = try run("end-contract", ["contract=V-0001"], on: "2026-04-20")
    #expect(ended.status == 0 && ended.out == "RE-2026-0002\n", "\(ended.err)")
    #expect(try documents(after: 1) == ["RE-2026-0002|8.00|1.52|9.52"])
    #expect(try scratch.texts("SELECT DISTINCT ends_on FROM subscriptions") == ["2026-05-01"])
    for refused in [
      try run("bill", ["contract=V-0001"], on: "2026-05-01"),
      try book("component=USER", "action=add", on: "2026-05-01"),
      try run("end-contract", ["contract=V-0001"], on: "2026-05-01"),
    ] {
      #expect(refused.status == 6 && refused.err.contains("[E-CONTRACT-ENDED]"), "\(refused.err)")
    }
    #expect(try run("bill", ["kind=regular"], on: "2026-05-01").err.contains("[E-NOTHING-TO-BILL]"))
  }

  @Test func `B8, B13, B26: what is billed again is billed for the same days`() throws {
    try bill(until: "2026-04-01")
    let added = try book(
      "component=USER",
      "action=add",
      "quantity=2",
      "startDate=2026-04-16",
      on: "2026-04-16"
    )
    #expect(added.status == 0)
    #expect(try change(to: "4", from: "2026-04-20").status == 0)
    for _ in 1...2 {
      #expect(try nextInvoice() == "106.34")
      let last = try scratch.texts("SELECT id FROM invoices ORDER BY no DESC LIMIT 1")[0]
      #expect(try run("cancel-invoice", ["invoice=\(last)"], on: "2026-05-02").status == 0)
    }
  }

  @Test func `two invoices are cancelled from the last on, and billed again`() throws {
    try booked()
    for day in ["2026-05-01", "2026-06-01"] { try bill(until: day) }
    let early = try run("cancel-invoice", ["invoice=RE-2026-0002"], on: "2026-06-02")
    #expect(early.status == 6 && early.err.contains("RE-2026-0003"), "\(early.err)")
    for number in [3, 2] {
      let run = try run("cancel-invoice", ["invoice=RE-2026-000\(number)"], on: "2026-06-02")
      #expect(run.status == 0, "\(run.err)")
    }
    try bill(until: "2026-06-02")
    #expect(
      try documents(after: 3).map { $0.split(separator: "|")[1] } == ["79.00", "79.00"]
    )
  }

  @Test func `nothing that later documents stand on is cancelled, and no credit note`() throws {
    try booked()
    #expect(try change(to: "5", from: "2026-04-16").status == 0)
    for (name, code) in [("RE-2026-0001", "E-FROZEN"), ("GU-2026-0001", "E-FROZEN")] {
      let refused = try run("cancel-invoice", ["invoice=\(name)"], on: "2026-04-20")
      #expect(refused.status == 6 && refused.err.contains("[\(code)]"), "\(refused.err)")
    }
    #expect(try run("cancel-invoice", ["invoice=RE-2026-0002"], on: "2026-04-20").status == 0)
    #expect(try nextInvoice() == "124.00")
    #expect(try run("end-contract", ["contract=V-0001"], on: "2026-05-02").status == 0)
    let ended = try run("cancel-invoice", ["invoice=RE-2026-0003"], on: "2026-05-03")
    #expect(ended.status == 6 && ended.err.contains("[E-CONTRACT-ENDED]"), "\(ended.err)")
  }

  @Test func `B1: the last invoice has what begins before the end`() throws {
    try bill(until: "2026-04-01")
    let added = try book(
      "component=USER",
      "action=add",
      "quantity=3",
      "startDate=2026-04-20",
      on: "2026-04-10"
    )
    #expect(added.status == 0)
    #expect(try run("end-contract", ["contract=V-0001"], on: "2026-04-12").status == 0)
    #expect(try scratch.texts("SELECT net FROM invoices ORDER BY no DESC LIMIT 1") == ["11.00"])
  }

  @Test func `B10: a credit of a part is not rounded twice`() throws {
    try register("register-component", ["code=ODD", "name=O", "kind=quantity", "unitPrice=9.99"])
    try bill(until: "2026-04-01")
    let added = try book(
      "component=ODD",
      "action=add",
      "quantity=1",
      "startDate=2026-04-16",
      "interim=yes",
      on: "2026-04-16"
    )
    #expect(added.status == 0, "\(added.err)")
    let edit = ["edit", "component", "ODD", "--set", "unitPrice=12", "--yes"]
    #expect(try scratch.alta(edit).status == 0)
    let ended = try book(
      "component=ODD",
      "action=change",
      "quantity=0",
      "validFrom=2026-04-17",
      on: "2026-04-16"
    )
    #expect(ended.status == 0, "\(ended.err)")
    #expect(
      try scratch.texts("SELECT net FROM invoices ORDER BY no DESC LIMIT 1") == ["-4.66"]
    )
  }

  @Test func `B8: what was taken back on the day it was to begin is not on`() throws {
    let add = ["component=SW", "action=add"]
    let later = try run("book-component", ["contract=V-0001", "startDate=2026-06-10"] + add)
    #expect(later.status == 0)
    let back = try book("component=SW", "action=change", "quantity=0", "validFrom=2026-06-10")
    #expect(back.status == 0, "\(back.err)")
    let now = try run("book-component", ["contract=V-0001", "startDate=2026-04-10"] + add)
    #expect(now.status == 0, "\(now.err)")
  }

  @Test func `B0: an import bills as many contracts as the command does`() throws {
    try manyContracts(600)
    let rows = "kind,until,case\nregular,2026-05-01,april\n"
    let run = try scratch.alta(["import", "bill", "-", "--today", "2026-05-01"], input: rows)
    #expect(run.status == 0, "\(run.err)")
    #expect(
      try scratch.texts("SELECT count(*), count(DISTINCT contract) FROM invoices") == ["1202|601"]
    )
  }

  @Test func `X11: the same file of usage counts once more only if that is wanted`() throws {
    let rows = "contract,component,action,quantity\nV-0001,SMS,usage,5\n"
    let command = ["import", "book-component", "-", "--quiet", "--lang", "en"]
    #expect(try scratch.alta(command, input: rows).status == 0)
    let again = try scratch.alta(command, input: rows)
    #expect(again.status == 0 && again.err.contains("--again"), "\(again.err)")
    #expect(try scratch.count("usages") == 1)
    #expect(try scratch.alta(command + ["--again"], input: rows).status == 0)
    #expect(try scratch.count("usages") == 2)
    for (count, day) in [(1, "2026-04-01"), (2, "2026-05-01")] {
      let bill = ["import", "bill", "-", "--quiet", "--today", day]
      #expect(try scratch.alta(bill, input: "contract\nV-0001\n").status == 0)
      #expect(try scratch.count("invoices") == count)
    }
  }

  @Test func `never takes an invoice back with the import that issued it`() throws {
    let run = try scratch.alta(
      ["import", "bill", "-", "--today", "2026-04-01"],
      input: "contract\nV-0001\n"
    )
    #expect(run.status == 0, "\(run.err)")
    let last = try scratch.texts("SELECT max(run) FROM imports")[0]
    let undo = try scratch.alta(["import", "undo", last, "--yes", "--lang", "en"])
    #expect(undo.status == 6 && undo.err.contains("RE-2026-0001"), "\(undo.err)")
    #expect(try scratch.count("invoices") == 1)
  }
}
