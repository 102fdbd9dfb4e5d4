/// The help that lies over a page.
struct FormHelp {
  /// The line that is shown first.
  var top = 0
}
