/// The households that share one pot: all of them, or those of each gaqa.
struct PotGroups {
  let domain: Domain
  let gaqas: [String]?
  private let starts: [Int]

  init(_ scope: Distribution.Scope, _ register: Register) {
    domain = scope.domain
    switch scope {
    case .members: (gaqas, starts) = (nil, [0, register.count])
    case .gaqa: (gaqas, starts) = (register.gaqas, register.gaqaStarts)
    }
  }

  var count: Int { starts.count - 1 }

  func rows(_ pot: Int) -> Range<Int> { starts[pot]..<starts[pot + 1] }

  /// The rows of several pots that follow one another.
  func rows(_ pots: Range<Int>) -> Range<Int> { starts[pots.lowerBound]..<starts[pots.upperBound] }

  /// All pots in batches of at most so many rows, or of one pot that has more.
  func batches(of rows: Int) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var first = 0
    for pot in 0..<count where starts[pot + 1] - starts[first] > rows && pot > first {
      batches.append(first..<pot)
      first = pot
    }
    if first < count { batches.append(first..<count) }
    return batches
  }
}

extension Distribution.Scope {
  /// The places that have a pot each.
  var domain: Domain { self == .gaqa ? .gaqa : .season }
}

extension Distribution {
  /// The name of a tier's line: the distribution's own for the first tier that pays households and
  /// has no name, so that later tiers never rename it.
  func lineName(of part: Int) -> String {
    let tier = tiers[part]
    if let account = tier.account { return account.description }
    if let tierName = tier.name { return "\(name): \(tierName)" }
    let isFirst = !tiers.prefix(part).contains { $0.name == nil }
    guard case .households(let key, _, _) = tier.recipient, !isFirst else { return name }
    return "\(name): by \(key)"
  }

  /// The tiers that take a fixed fraction of the pot, by position.
  var fractionsOfPot: [(part: Int, fraction: Ratio)] {
    tiers.enumerated().compactMap { part, tier in
      tier.amountOfPot?.expression.fractionOfPot.map { (part, $0) }
    }
  }
}

extension Residue {
  /// The account that the odd fen goes to, or `nil` where it is handed out.
  var account: Account? {
    switch self {
    case .largestRemainder, .first, .last: nil
    case .posted(let account): account
    case .carriedForward: .carriedForward
    case .writtenOff: .writtenOff
    }
  }
}

extension Waterfall.Step {
  init(_ name: String, account: Account?, unit: Quantity.Unit? = nil, due: [Int64]) {
    let zeros = [Int64](repeating: 0, count: due.count)
    self.init(
      name: name,
      account: account,
      unit: unit,
      due: due,
      broughtForward: zeros,
      paid: zeros,
      residue: zeros
    )
  }
}
