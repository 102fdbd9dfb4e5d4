import Foundation
import Testing

/// Two people at work on the same records: what one of them has answered is no longer so when it is finished.
@Suite("Two operators")
struct TwoOperatorsTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for answers in [
      "register-customer companyType=other category=retail name=Aceros email1=a@aceros.example",
      "register-article code=PRG name=Programme kind=programme price=89",
      "register-programme code=GAR24 name=Guarantee kind=voucher article=PRG months=24",
      "register-card customer=CLI-0001 state=coded",
      "register-offer customer=CLI-0001 lines.1.article=PRG",
      "register-component code=SW name=Switch kind=onOff unitPrice=5",
      "register-component code=SMS name=SMS kind=metered unitPrice=0.05",
      "register-plan code=BASIS name=Basis baseFee=49 quotas.1.component=SMS quotas.1.freeQuantity=100",
      "register-contract customer=CLI-0001 plan=BASIS startsOn=2026-04-01",
      "register-template code=T name=T kind=customerNotification subject=S body=B",
      "set-up-mail host=localhost sender=b@alta.example",
      "bill until=2026-04-01",
    ] {
      let run = try scratch.bash("\(Self.register(answers))")
      #expect(run.status == 0, "\(answers): \(run.err)")
    }
  }

  /// The command that registers with answers.
  private static func register(_ answers: String) -> String {
    let words = answers.split(separator: " ")
    return "alta register \(words[0]) --yes --no-input --lang en --today 2026-04-01"
      + words.dropFirst().map { " --set \($0)" }.joined()
  }

  /// Answers a dialogue up to its question, has somebody else do something, and says yes.
  private func interrupt(
    _ command: String,
    _ lines: String,
    by others: String,
    at question: String = "Continue?",
    answering answer: String = "yes"
  ) throws -> Scratch.Run {
    try scratch.bash(
      """
      cd "\(scratch.folder)"
      mkfifo keys
      alta \(command) --plain --lang en --today 2026-04-02 < keys > said 2>&1 &
      exec 3> keys
      echo '\(lines)' | tr ' ' '\\n' >&3
      for _ in {1..200}; do grep -q '\(question)' said && break; sleep 0.05; done
      (\(others)) > other 2>&1 || { echo 'the other one failed:'; cat other; }
      echo \(answer) >&3
      wait $!
      status=$?
      cat said >&2
      exit $status
      """
    )
  }

  /// The wizards with the lines that lead to their question.
  private static let (sale, mailing, cancelling) = (
    ("sell-programme", "CLI-0001  AN-2026-0001 a GAR24       "),
    ("mail-invoices", "      T   "), ("cancel-invoice", "RE-2026-0001 ")
  )
  private static let sold =
    "sell-programme customer=CLI-0001 offer=AN-2026-0001 programmes.1.programme=GAR24"

  @Test(arguments: [
    ("E-OFFER-CLOSED", Self.sale, Self.register(Self.sold), 6),
    ("E-PROGRAMME", Self.sale, "alta edit programme GAR24 --set active=no --yes", 4),
    ("E-NO-CARD", Self.sale, "alta edit card KK-0001 --set state=invalid --yes", 4),
    (
      "E-ASSIGN-NEEDED", Self.sale, Self.register("register-card customer=CLI-0001 state=coded"), 5
    ),
    ("E-POSTAL", Self.mailing, "alta edit customer CLI-0001 --set postalInvoice=yes --yes", 3),
    ("E-NOTHING-SELECTED", Self.mailing, Self.register("mail-invoices template=T"), 3),
    ("E-STALE", Self.mailing, Self.register("bill until=2026-05-01"), 6),
    (
      "E-INVOICE-CANCELLED", Self.cancelling,
      Self.register("cancel-invoice invoice=RE-2026-0001"), 6
    ),
  ])
  func `finds what came in the way`(
    code: String,
    mine: (wizard: String, lines: String),
    others: String,
    status: Int32
  ) throws {
    let run = try interrupt("register \(mine.wizard)", mine.lines, by: others)
    #expect(run.out == "", "\(run.out)")
    #expect(run.status == status && run.err.contains("[\(code)]"), "\(run.status) \(run.err)")
    let before = try scratch.count("invoices") + scratch.count("mails")
    #expect(before <= 2, "\(run.err)")
  }

  @Test func `E-STALE: nobody overwrites what somebody else has changed meanwhile`() throws {
    let run = try interrupt(
      "edit article PRG",
      "1 Mine",
      by: "alta edit article PRG --set name=Theirs --yes",
      at: "Programme → Mine",
      answering: ""
    )
    #expect(run.status == 6 && run.err.contains("[E-STALE]"), "\(run.status) \(run.err)")
    #expect(try scratch.texts("SELECT name FROM articles") == ["Theirs"])
  }

  @Test func `B8, B18: nobody is faster than the rules`() throws {
    let on = "component=SW action=add"
    let use = "component=SMS action=usage quantity=60 dueDate=2026-04-01 interim=yes"
    for booking in [on, use] {
      let command = Self.register("book-component contract=V-0001 \(booking)")
      _ = try scratch.bash("for _ in {1..6}; do \(command) & done; wait")
    }
    #expect(try scratch.texts("SELECT count(*) FROM subscriptions") == ["1"])
    #expect(
      try scratch.texts("SELECT sum(CAST(free_quantity AS INTEGER)) FROM invoice_lines") == ["60"]
    )
  }
}
