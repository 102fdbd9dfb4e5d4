import MessageCatalogs

/// What a translator is told about a text, in English, as the template has it.
enum ContextNotes {
  /// What stands before and behind a text of one word, which says little by itself.
  static func neighbours(of text: String, at place: Int, in texts: [String]) -> [String] {
    guard !text.utf8.contains(0x20) else { return [] }
    var notes: [String] = []
    if place > 0 { notes.append("Before it: \(clipped(texts[place - 1]))") }
    if place + 1 < texts.count { notes.append("After it: \(clipped(texts[place + 1]))") }
    return notes
  }

  /// Each placeholder with an example.
  static func placeholders(of text: String) -> [String] {
    var seen: Set<String> = []
    return Template(text).placeholders.filter { seen.insert($0).inserted }.map { name in
      "{\(name)}: for example \(examples[name] ?? "a \(name)")."
    }
  }

  /// A text that fits on a line of a comment.
  static func clipped(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count <= 60 ? "“\(line)”" : "“\(line.prefix(59))…”"
  }

  /// What stands for a placeholder, for example.
  static let examples: [String: String] = [
    "name": "GmbH", "field": "Postal code", "count": "3", "path": "/home/ana/customers.csv",
    "actual": "12", "value": "04011000", "number": "4711", "limit": "50",
    "record": "Customer B58378431",
    "expected": "10", "command": "register", "found": "5", "email": "ana@firma.example",
    "option": "--lang", "component": "Storage 10 GB", "identifier": "DE136695976", "type": "text",
    "code": "E-DATE", "run": "12", "reason": "the disk is full", "source": "customers.csv",
    "position": "7", "mail": "31", "date": "31.12.2026", "row": "18", "operand": "FILE",
    "line": "18",
    "id": "42", "first": "1", "customer": "B58378431", "clause": "the category is Retail",
    "character": "U+200B", "card": "K-0007", "suggestion": "Köln", "second": "2", "rate": "1,200",
    "pattern": "[0-9]+", "minimum": "0", "maximum": "100", "letter": "B", "invoices": "R-1, R-2",
    "condition": "mode == 'new'", "column": "postalCode", "byte": "0xFC",
    "title": "Register a customer",
    "template": "Reminder", "tag": "es-MX", "step": "2", "room": "36", "programme": "Gold",
    "problem": "the name is missing", "options": "new, existing", "last": "3", "kind": "customers",
    "invoice": "R-2026-0001", "file": "de", "fields": "City, Country", "coupon": "SPRING",
    "columns": "48",
    "choices": "text, json", "address": "Hauptstraße 1", "yes": "y", "no": "n", "with": "9.00",
    "without": "10.00", "whole": "8", "places": "2", "wanted": "95", "values": "a, b",
    "unknown": "2",
    "total": "100", "text": "Bar", "term": "offer", "tags": "de, en, es",
    "suggestions": "Berlin, Bern",
    "subscriptions": "7, 9", "style": "„“", "states": "ordered, coded", "start": "01.01.2026",
    "stage": "Company data", "shards": "8", "shape": "12 digits", "sent": "30", "seconds": "10",
    "scheme": "https", "rows": "20,000", "right": "integer", "left": "text", "remaining": "4 s",
    "rejected": "3", "refused": "1", "quantity": "5", "program": "vi", "programmes": "Gold, Silver",
    "processes": "11, 12", "prefix": "DE", "placeholder": "{number}",
    "placeholders": "{number}, {date}",
    "percent": "40", "others": "a, b", "nearest": "postalCode", "message": "connection refused",
    "mails": "31", "local": "31.12.2026", "library": "libpq", "lastName": "Fischer",
    "language": "German",
    "label": "Postal code", "known": "12", "iso": "2026-12-31", "holder": "Ana Gil", "header": "es",
    "grouped": "1,000", "from": "2", "firstName": "Ana", "entry": "Entry 2", "detail": "no memory",
    "deferred": "1", "decimal": "0.5", "credit": "10.00", "contact": "42",
    "contacts": "Ana Gil (42)",
    "codes": "new, existing", "cards": "K-1, K-2", "by": "ana", "before": "12", "at": "10:30",
    "article": "A-1", "amount": "119.00", "after": "5",
  ]
}
