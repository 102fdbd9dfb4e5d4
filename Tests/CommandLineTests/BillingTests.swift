import Foundation
import Testing

/// The worked examples of contracts and components; the numbers are those of the rules and examples.
@Suite("Billing a contract")
struct BillingTests {
  let scratch: Scratch

  /// A customer with a monthly contract from 1 April, three users billed until 1 May.
  init() throws {
    scratch = try Scratch()
    try register("register-customer", ["companyType=other", "category=retail", "name=Aceros"])
    try register("register-component", ["code=USER", "name=User", "kind=quantity", "unitPrice=10"])
    try register("register-component", ["code=SW", "name=Switch", "kind=onOff", "unitPrice=5"])
    try register("register-component", ["code=SMS", "name=SMS", "kind=metered", "unitPrice=0.05"])
    try register(
      "register-component",
      [
        "code=SCALE", "name=Scale", "kind=quantity", "unitPrice=10", "model=discountScale",
        "tiers.1.from=5", "tiers.1.value=10", "tiers.2.from=10", "tiers.2.value=20",
      ]
    )
    try register(
      "register-plan",
      [
        "code=BASIS", "name=Basis", "baseFee=49", "quotas.1.component=SMS",
        "quotas.1.freeQuantity=100",
      ]
    )
    try register("register-contract", ["customer=CLI-0001", "plan=BASIS", "startsOn=2026-04-01"])
  }

  func run(
    _ wizard: String,
    _ assignments: [String],
    on today: String = "2026-04-01"
  ) throws -> Scratch.Run {
    try scratch.alta(
      ["register", wizard, "--yes", "--lang", "en", "--today", today]
        + assignments.flatMap { ["--set", $0] }
    )
  }

  func register(
    _ wizard: String,
    _ assignments: [String],
    on today: String = "2026-04-01"
  ) throws {
    let run = try run(wizard, assignments, on: today)
    #expect(run.status == 0, "\(run.err)")
  }

  func book(_ assignments: String..., on today: String = "2026-04-01") throws -> Scratch.Run {
    try run("book-component", ["contract=V-0001"] + assignments, on: today)
  }

  func bill(until day: String) throws {
    try register("bill", ["until=\(day)"], on: day)
  }

  /// Books so many and bills the period that they begin with.
  func booked(_ component: String = "USER", _ quantity: String = "3") throws {
    let run = try book("component=\(component)", "action=add", "quantity=\(quantity)")
    #expect(run.status == 0, "\(run.err)")
    try bill(until: "2026-04-01")
  }

  func change(to quantity: String, from day: String, _ component: String = "USER") throws
    -> Scratch.Run
  {
    try book(
      "component=\(component)",
      "action=change",
      "quantity=\(quantity)",
      "validFrom=\(day)",
      on: "2026-04-10"
    )
  }

  func documents(after count: Int) throws -> [String] {
    try scratch.texts("SELECT id, net, vat, gross FROM invoices WHERE no > \(count) ORDER BY no")
  }

  /// The net amount of the regular invoice of 1 May.
  func nextInvoice() throws -> String {
    try bill(until: "2026-05-01")
    return try scratch.texts("SELECT net FROM invoices ORDER BY no DESC LIMIT 1").first ?? ""
  }

  /// A price that cannot be worked with to the last place would be billed as nothing.
  @Test(arguments: ["0.00005", "999999999", "-1", "1.23456"])
  func `refuses prices that it could not bill`(price: String) throws {
    for answers in [
      ["code=N", "name=N", "kind=metered", "unitPrice=\(price)"],
      [
        "code=N", "name=N", "kind=quantity", "unitPrice=1", "model=priceScale", "tiers.1.from=2",
        "tiers.1.value=\(price)",
      ],
    ] {
      let run = try run("register-component", answers)
      #expect(run.status == 3 && run.err.contains("[E-RANGE]"), "\(run.err)")
    }
    let booked = try book("component=USER", "action=add", "quantity=1", "unitPrice=\(price)")
    #expect(booked.status == 3 && booked.err.contains("[E-RANGE]"), "\(booked.err)")
    let rows = "code,name,kind,price\nN,N,goods,\(price)\n"
    #expect(try scratch.alta(["import", "register-article", "-"], input: rows).status == 3)
    #expect(try scratch.count("articles") == 0)
  }

  @Test func `B26: bills the period in advance and sets the next day`() throws {
    try booked()
    #expect(try documents(after: 0) == ["RE-2026-0001|79.00|15.01|94.01"])
    #expect(try scratch.texts("SELECT next_billing FROM contracts") == ["2026-05-01"])
    #expect(try scratch.texts("SELECT billed_until FROM subscriptions") == ["2026-05-01"])
    let again = try run("bill", ["until=2026-04-30"], on: "2026-04-30")
    #expect(again.status == 3 && again.err.contains("[E-NOTHING-TO-BILL]"))
    try bill(until: "2026-06-15")
    #expect(try scratch.texts("SELECT net FROM invoices") == ["79.00", "79.00", "79.00"])
  }

  /// Contracts in more numbers than one transaction bills.
  func manyContracts(_ count: Int) throws {
    let rows =
      "customer,plan,startsOn\n" + String(repeating: "CLI-0001,BASIS,2026-04-01\n", count: count)
    let run = try scratch.alta(["import", "register-contract", "-", "--yes"], input: rows)
    #expect(run.status == 0, "\(run.err)")
  }

  @Test func `bills many contracts and names every invoice`() throws {
    try manyContracts(600)
    let answers = try scratch.file("bill.yaml", "case: april\nuntil: 2026-04-01\n")
    let command = [
      "register", "bill", "--answers", answers, "--lang", "en", "--today", "2026-04-01",
    ]
    let run = try scratch.alta(command)
    #expect(run.status == 0 && run.err.contains("601 invoices stored"), "\(run.err)")
    let names = run.out.split(separator: "\n")
    #expect(names.count == 601 && Set(names).count == 601)
    #expect(try scratch.texts("SELECT count(DISTINCT contract) FROM invoices") == ["601"])
    #expect(try scratch.texts("SELECT case_key FROM cases") == ["april"])
    let again = try scratch.alta(command)
    #expect(again.status == 6 && again.err.contains("[E-CASE-DONE]"), "\(again.err)")
    let later = ["--set", "until=2026-05-01", "--format", "json", "--today", "2026-05-01"]
    let json = try scratch.alta(["register", "bill"] + later)
    #expect(json.status == 0 && json.out.components(separatedBy: "\"RE-2026-").count == 602)
  }

  @Test func `bills each contract once, whoever else does and whatever ends it`() throws {
    try manyContracts(2_000)
    let bill = "alta register bill --set until=2026-04-01 --quiet --today 2026-04-01"
    let run = try scratch.bash(
      """
      \(bill) > \(scratch.folder)/1 & first=$!
      \(bill) > \(scratch.folder)/2 & second=$!
      sleep 0.2
      kill -KILL $second
      wait $first || echo failed
      wait $second
      \(bill) || [[ $? -eq 3 ]] || echo failed
      """
    )
    #expect(!run.out.contains("failed"), "\(run.all)")
    #expect(
      try scratch.texts("SELECT count(*), count(DISTINCT contract) FROM invoices") == ["2001|2001"]
    )
    #expect(
      try scratch.texts("SELECT count(*) FROM contracts WHERE next_billing <> '2026-05-01'") == [
        "0"
      ]
    )
  }

  @Test func `asks before it bills more than a year ahead`() throws {
    let command = ["register", "bill", "--set", "until=2027-06-01", "--today", "2026-04-01"]
    let asked = try scratch.alta(command)
    #expect(asked.status == 5 && asked.err.contains("[Q-CONFIRM-AHEAD]"), "\(asked.err)")
    #expect(try scratch.count("invoices") == 0)
    #expect(try scratch.alta(command + ["--yes"]).status == 0)
    #expect(try scratch.count("invoices") == 15)
  }

  @Test func `bills a slip of the finger piece by piece`() throws {
    let command = ["register", "bill", "--yes", "--set", "until=9999-12-31", "--quiet"]
    let run = try scratch.bash(
      "(ulimit -v 2000000; alta \(command.joined(separator: " ")) & sleep 1; kill -TERM $!; wait $!)"
    )
    #expect(run.status == 143, "\(run.status) \(run.err)")
    let invoices = try scratch.count("invoices")
    #expect(invoices > 0 && invoices % 250 == 0)
    #expect(run.out.split(separator: "\n").count == invoices)
  }

  @Test(arguments: [
    ("P1", "5", "2026-04-16", ["-15.00|-2.85|-17.85", "25.00|4.75|29.75"], "99.00"),
    ("P3", "5", "2026-05-01", [], "99.00"),
    ("P4", "5", "2026-04-01", ["-30.00|-5.70|-35.70", "50.00|9.50|59.50"], "99.00"),
    ("P5", "5", "2026-04-30", ["-1.00|-0.19|-1.19", "1.67|0.32|1.99"], "99.00"),
    ("P10", "5", "2026-05-11", [], "92.55"),
    ("P15", "0", "2026-04-16", ["-15.00|-2.85|-17.85"], "49.00"),
  ])
  func `B10, B11, B13, B14: credits what was paid and bills the new number`(
    example: String,
    quantity: String,
    from: String,
    documents: [String],
    next: String
  ) throws {
    try booked()
    let run = try change(to: quantity, from: from)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("[N-CREDIT-AND-INVOICE]") == !documents.isEmpty)
    #expect(try self.documents(after: 1).map { String($0.dropFirst(13)) } == documents)
    if !documents.isEmpty {
      #expect(
        try scratch.texts(
          "SELECT id, corrects FROM invoices WHERE document_kind = 'creditNote'"
        ) == ["GU-2026-0001|1"]
      )
      #expect(
        try scratch.texts(
          "SELECT l.corrects FROM invoice_lines AS l JOIN invoices AS i ON i.no = l.invoice WHERE i.id = 'GU-2026-0001'"
        ) == ["2"]
      )
    }
    #expect(try nextInvoice() == next)
  }

  @Test func `P2: decreases in May`() throws {
    try booked("USER", "5")
    try bill(until: "2026-05-01")
    let run = try change(to: "2", from: "2026-05-12")
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.texts("SELECT net FROM invoices WHERE no > 2") == ["-32.26", "12.90"])
    try bill(until: "2026-06-01")
    #expect(try scratch.texts("SELECT net FROM invoices WHERE no = 5") == ["69.00"])
  }

  @Test func `P6, P8, B4, B15: bills what began later with the next invoice`() throws {
    try bill(until: "2026-04-01")
    let run = try book("component=USER", "action=add", "quantity=2", "startDate=2026-04-16")
    #expect(
      run.status == 0 && run.err.contains("[N-NEXT-BILLING]") && run.err.contains("2026-05-01")
    )
    #expect(try scratch.count("invoices") == 1)
    #expect(try change(to: "4", from: "2026-04-20").status == 0)
    #expect(try scratch.count("invoices") == 1)
    #expect(try nextInvoice() == "106.34")
    #expect(
      try scratch.texts("SELECT quantity, net FROM invoice_lines WHERE invoice = 2 ORDER BY place")
        == ["1|49.00", "0.2667|2.67", "1.4667|14.67", "4|40.00"]
    )
  }

  @Test func `P7, B7: bills it at once`() throws {
    try bill(until: "2026-04-01")
    let run = try book(
      "component=USER",
      "action=add",
      "quantity=2",
      "interim=yes",
      on: "2026-04-16"
    )
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.texts("SELECT net, is_interim FROM invoices WHERE no = 2") == ["10.00|1"])
    #expect(try nextInvoice() == "69.00")
  }

  @Test func `P9: uses the price for the new number and credits the billed one`() throws {
    try booked("SCALE", "4")
    #expect(try change(to: "6", from: "2026-04-16", "SCALE").status == 0)
    #expect(try scratch.texts("SELECT net FROM invoices WHERE no > 1") == ["-20.00", "27.00"])
    #expect(try nextInvoice() == "103.00")
  }

  @Test func `P11: changes a second time`() throws {
    try booked()
    #expect(try change(to: "5", from: "2026-04-16").status == 0)
    #expect(try change(to: "4", from: "2026-04-24").status == 0)
    #expect(
      try scratch.texts("SELECT net, corrects FROM invoices WHERE no > 3")
        == ["-11.67|3", "9.33|"]
    )
    #expect(try nextInvoice() == "89.00")
  }

  func use(_ quantity: String, on day: String) throws {
    let run = try book("component=SMS", "action=usage", "quantity=\(quantity)", on: day)
    #expect(run.status == 0, "\(run.err)")
  }

  @Test(arguments: [
    ("F1", ["160", "70"], ["3.00"], "3.50", "3.50"),
    ("F2", ["60", "70"], ["0.00"], "3.50", "1.50"),
    ("F3", ["130"], [], "1.50", "1.50"),
    ("F4", ["80", "50", "20"], ["0.00", "2.50"], "1.00", "1.00"),
  ])
  func `B18: grants the free quota once a period`(
    example: String,
    usages: [String],
    interim: [String],
    lapse: String,
    carry: String
  ) throws {
    for remainder in ["lapse", "carry"] {
      let each = try BillingTests()
      if remainder == "carry" { try each.register("choose-quota-remainder", ["value=carry"]) }
      try each.bill(until: "2026-04-01")
      for (index, usage) in usages.enumerated() {
        try each.use(usage, on: "2026-04-1\(index)")
        if index < interim.count {
          try each.register("bill", ["kind=interim", "contract=V-0001"], on: "2026-04-1\(index)")
        }
      }
      let bills = try each.scratch.texts("SELECT net FROM invoices WHERE is_interim = 1")
      #expect(bills == (remainder == "carry" && example == "F4" ? ["0.00", "1.50"] : interim))
      let run = try each.run("bill", ["until=2026-05-01"], on: "2026-05-01")
      #expect(run.status == 0, "\(run.err)")
      #expect(run.err.contains("[N-QUOTA-LAPSED]") == (remainder == "lapse" && example == "F2"))
      let lines = try each.scratch.texts(
        "SELECT net FROM invoice_lines WHERE component = 'SMS' ORDER BY no DESC LIMIT 1"
      )
      #expect(lines == [remainder == "carry" ? carry : lapse])
    }
  }

  @Test func `F5: bills no usage before the end that may not be`() throws {
    let edit = ["edit", "component", "SMS", "--set", "inInterim=no", "--yes"]
    #expect(try scratch.alta(edit).status == 0)
    try bill(until: "2026-04-01")
    try use("160", on: "2026-04-10")
    let refused = try run("bill", ["kind=interim", "contract=V-0001"], on: "2026-04-11")
    #expect(refused.status == 3 && refused.err.contains("[E-NOTHING-TO-BILL]"))
    try use("70", on: "2026-04-12")
    #expect(try nextInvoice() == "55.50")
  }

  @Test func `F6, B20: grants no quota to what should have been billed before`() throws {
    try bill(until: "2026-04-01")
    try bill(until: "2026-05-01")
    let run = try book(
      "component=SMS",
      "action=usage",
      "quantity=30",
      "dueDate=2026-04-20",
      on: "2026-05-02"
    )
    #expect(run.status == 0, "\(run.err)")
    try bill(until: "2026-06-01")
    #expect(try scratch.texts("SELECT net FROM invoice_lines WHERE component = 'SMS'") == ["1.50"])
  }

  @Test func `B19: bills usage at once`() throws {
    try bill(until: "2026-04-01")
    let run = try book(
      "component=SMS",
      "action=usage",
      "quantity=160",
      "interim=yes",
      on: "2026-04-10"
    )
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.texts("SELECT net FROM invoices WHERE is_interim = 1") == ["3.00"])
    #expect(try scratch.texts("SELECT invoice FROM usages") == ["2"])
  }

  @Test func `Q1–Q4, B21–B23: a coupon counts on the order page`() throws {
    try register("register-coupon", ["code=C15", "name=C", "percent=15", "targets=SCALE"])
    let coupon = ["component=SCALE", "action=add", "coupon=C15"]
    let refused = try run("book-component", ["contract=V-0001", "quantity=12"] + coupon)
    #expect(refused.status == 3 && refused.err.contains("[E-COUPON-CHANNEL]"))
    let page = coupon + ["contract=V-0001", "channel=orderPage"]
    #expect(try run("book-component", page + ["quantity=3"]).status == 0)
    let worse = try run("book-component", page + ["quantity=12"])
    #expect(worse.status == 0 && worse.err.contains("[N-COUPON-WORSE]"))
    #expect(try run("book-component", page + ["quantity=7"]).status == 0)
    try bill(until: "2026-04-01")
    #expect(
      try scratch.texts("SELECT unit_price, net FROM invoice_lines WHERE component = 'SCALE'")
        == ["8.50|25.50", "8.50|102.00", "8.50|59.50"]
    )
    let other = [
      "contract=V-0001", "component=USER", "action=add", "coupon=C15", "channel=orderPage",
    ]
    #expect(try run("book-component", other).err.contains("[E-COUPON]"))
  }

  @Test func `B2, B3, B8, B9, B12, B14, B24: refuses what cannot be booked`() throws {
    try booked()
    func refused(_ code: String, _ status: Int32, _ assignments: String...) throws {
      let run = try self.run(
        "book-component",
        ["contract=V-0001"] + assignments,
        on: "2026-04-10"
      )
      #expect(run.status == status, "\(code): \(run.err)")
      #expect(run.err.contains("[\(code)]"), "\(run.err)")
    }
    try refused("E-METERED", 3, "component=SMS", "action=add")
    try refused("E-DATE-BEFORE-PERIOD", 3, "component=USER", "action=add", "startDate=2026-03-31")
    try refused(
      "E-NOT-BOOKED",
      3,
      "component=SW",
      "action=change",
      "quantity=0",
      "validFrom=2026-04-10"
    )
    try refused(
      "E-METERED-QTY",
      3,
      "component=SMS",
      "action=change",
      "quantity=2",
      "validFrom=2026-04-10"
    )
    try refused(
      "E-NO-CHANGE",
      3,
      "component=USER",
      "action=change",
      "quantity=3",
      "validFrom=2026-04-10"
    )
    try refused(
      "E-DATE-BEFORE-PERIOD",
      3,
      "component=USER",
      "action=change",
      "quantity=4",
      "validFrom=2026-03-10"
    )
    try refused("E-OVERRIDE", 3, "component=SCALE", "action=add", "unitPrice=1")
    try refused("E-NOT-METERED", 3, "component=USER", "action=usage", "quantity=1")
    try refused("not-applicable", 3, "component=USER", "action=add", "validFrom=2026-04-10")
    try refused("positive", 3, "component=USER", "action=add", "quantity=0")
    #expect(try book("component=SW", "action=add").status == 0)
    try refused("E-ALREADY-ON", 6, "component=SW", "action=add")
    try refused(
      "E-ONLY-ONE",
      3,
      "component=SW",
      "action=change",
      "quantity=2",
      "validFrom=2026-04-10"
    )
    try refused("E-CONTRACT", 4, "contract=V-0009", "component=USER", "action=add")
    #expect(try book("component=USER", "action=add", "quantity=2").status == 0)
    try refused(
      "E-SUBSCRIPTION-NEEDED",
      5,
      "component=USER",
      "action=change",
      "quantity=9",
      "validFrom=2026-04-10"
    )
    let tiers = ["code=X", "name=X", "kind=onOff", "unitPrice=1", "model=priceScale"]
    let run = try self.run("register-component", tiers + ["tiers.1.from=2", "tiers.1.value=1"])
    #expect(run.status == 3 && run.err.contains("[E-TIERS]"))
  }

  @Test func `B1: refuses another customer's contract`() throws {
    try register("register-customer", ["companyType=other", "category=retail", "name=Other"])
    let run = try book("customer=CLI-0002", "component=USER", "action=add")
    #expect(run.status == 6 && run.err.contains("[E-CONTRACT-FOREIGN]"))
  }

  @Test func `B0: is the same from a table`() throws {
    try bill(until: "2026-04-01")
    let file = try scratch.file(
      "bookings.csv",
      """
      case;contract;component;action;quantity;startDate;validFrom;dueDate;description;channel;coupon;interim;confirm
      1;V-0001;USER;add;2;2026-04-16;;;Schulung;contract;;no;yes
      2;V-0001;USER;change;5;;2026-04-16;;;;;;yes
      3;V-0001;SMS;usage;160;;;2026-04-15;April;;;yes;yes
      """
    )
    let run = try scratch.alta([
      "import", "book-component", file, "--lang", "de", "--today", "2026-04-16", "--quiet",
    ])
    #expect(run.status == 0, "\(run.err)")
    #expect(
      try scratch.texts("SELECT quantity, starts_on, ends_on FROM subscriptions ORDER BY no")
        == ["2|2026-04-16|2026-04-16", "5|2026-04-16|"]
    )
    #expect(try scratch.texts("SELECT net FROM invoices WHERE is_interim = 1") == ["28.00"])
  }
}
