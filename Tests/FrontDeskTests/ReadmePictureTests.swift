import Foundation
import Testing

@testable import FrontDesk
@testable import TerminalForms

/// The picture at the top of the README is what the form shows.
@Suite("The picture in the README")
struct ReadmePictureTests {
  @Test func `shows what the form shows`() throws {
    guard Shipped.hasCatalog("de"), Shipped.hasCatalog("es") else { return }
    let readme = try String(contentsOfFile: "\(Shipped.root)/README.md", encoding: .utf8)
    var german = try FormScreen(Bench(language: "de"), columns: 90)
    try german.enter()
    try german.type("öff")
    var spanish = try FormScreen(Bench(language: "es"), columns: 90)
    for text in ["", "other", "public", "04011000-1234512345-07"] { try spanish.enter(text) }
    for screen in [german, spanish] {
      let picture = screen.text.replacing("▏", with: "")
      #expect(readme.contains(picture), "\n\(picture)")
    }
  }
}
