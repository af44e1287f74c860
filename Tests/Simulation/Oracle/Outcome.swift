/// The results of settling that are compared, in whole fen of any size.
struct Outcome {
  struct Line {
    let scheme: String
    let name: String
    let flow: Tree
    /// The unit that is counted, or `nil` where it is money.
    let unit: String?
    var fen: [Big]
  }

  struct Step {
    let name: String
    let account: String?
    var due: [Big]
    var broughtForward: [Big]
    var paid: [Big]
    var residue: [Big]
  }

  struct Waterfall {
    let scheme: String
    let clause: String
    let unit: String?
    let gaqas: [String]?
    let pots: [Big]
    var steps: [Step] = []
    var left: [Big]
  }

  struct Notice: Hashable, Comparable, CustomStringConvertible {
    let code: String
    /// Empty where it is stated for all schemes.
    let scheme: String
    let line: String
    let gaqa: String?
    /// The fen, or whole units with the unit.
    let fen: String

    var description: String {
      "\(code) of \(fen) in \(scheme), \(line)" + (gaqa.map { ", gaqa \($0)" } ?? "")
    }

    static func < (a: Self, b: Self) -> Bool { a.description < b.description }
  }

  var lines: [Line] = []
  var waterfalls: [Waterfall] = []
  var notices: [Notice] = []
  var books: Ledger
}

/// Why settling has to be refused, by the names of the library's codes.
struct Refusal: Error {
  let codes: Set<String>

  init(_ codes: Set<String>) {
    self.codes = codes
  }

  init(_ code: String) {
    codes = [code]
  }
}
