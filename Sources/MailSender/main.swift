import Mailing
import SourceTrees

// alta-mail: sends mails that alta hands to it, a line of JSON each, and says a line about each.
//
// A program of its own, as what draws documents and speaks SMTP brings fifty libraries that no registration needs.

func node(_ line: String) -> SourceNode? {
  guard let text = try? SourceText(Array(line.utf8), limit: 1 << 26) else { return nil }
  return try? SourceNode(json: text)
}

func say(_ outcome: MailOutcome) { StandardOutput.write(outcome.line + "\n") }

guard let first = readLine(), let route = node(first).flatMap(MailRoute.init) else {
  say(.halted("alta-mail is started by alta"))
  StandardOutput.end(2)
}
guard let post = SMTPConnection(to: route) else {
  say(.halted("libcurl could not be started"))
  StandardOutput.end(1)
}
StandardOutput.write("ready\n")
while let line = readLine() {
  guard let order = node(line).flatMap(MailOrder.init) else {
    say(.refused("the mail cannot be read"))
    continue
  }
  guard [order.sender, order.recipient].allSatisfy(MailMessage.isPlainAddress) else {
    say(.refused("the address cannot be written to"))
    continue
  }
  var files: [(name: String, bytes: [UInt8])] = []
  for paper in order.papers {
    guard let bytes = PaperPDF.bytes(of: paper) else { break }
    files.append((paper.fileName, bytes))
  }
  guard files.count == order.papers.count else {
    say(.refused("a document could not be drawn"))
    continue
  }
  say(post.send(order, MailMessage(order, files: files).bytes))
}
