/// Holds very long terms against a budget of time and stack.
enum Limits {
  static func run(isShort: Bool) throws -> Report {
    Report(name: "limits", options: try Options(["limits"]))
  }
}
