package import BenefitBinding

/// The course of one scheme's money, or of a quantity, from its pots through its tiers to those who get it.
///
/// What goes into a tier comes out of it: what a pot gave and what was brought forward is what households and
/// accounts got and what rounding left.
package struct MoneyFlow {
  /// The kinds of what a scheme moves, each of which is drawn by itself: what flows, what is held at the end of
  /// the season, and quantities.
  package struct Kind: Hashable {
    package let unit: Quantity.Unit?
    package let isStock: Bool
  }

  /// A place that money comes from, runs through or goes to.
  package struct Node: Hashable {
    package enum Role: Int { case pot, tier, household, account, rest }

    package let role: Role
    package let name: String
  }

  package struct Link {
    package let from: Node
    package let to: Node
    package var amount: Int64
  }

  package let scheme: String
  package let kind: Kind
  /// The amounts that tiers take, then those that they give.
  package private(set) var inflows: [Link] = []
  package private(set) var outflows: [Link] = []

  private init(_ scheme: String, _ kind: Kind) {
    self.scheme = scheme
    self.kind = kind
  }

  /// The flows of a scheme, one for each kind of what it moves.
  package static func all(of scheme: String, in settlement: Settlement, _ language: Language)
    -> [Self]
  {
    var flows: [Self] = []
    func with(_ kind: Kind, _ change: (inout Self) -> Void) {
      let index = flows.firstIndex { $0.kind == kind } ?? flows.endIndex
      if index == flows.endIndex { flows.append(Self(scheme, kind)) }
      change(&flows[index])
    }
    let own = settlement.lines.filter { $0.scheme == scheme }
    let lines = Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0) })
    let households = Households(of: own, in: settlement.register, language)
    var shared: Set<String> = []
    for waterfall in settlement.waterfalls where waterfall.scheme == scheme {
      let names = waterfall.steps.filter { $0.account == nil }.map(\.name)
      shared.formUnion(names)
      let isStock = names.contains { lines[$0]?.flow.isStock == true }
      with(Kind(unit: waterfall.unit, isStock: isStock)) {
        $0.add(waterfall, lines, households, language)
      }
    }
    for line in own where !shared.contains(line.name) {
      with(Kind(unit: line.unit, isStock: line.flow.isStock)) { $0.add(line, households, language) }
    }
    let filled = flows.filter { !$0.inflows.isEmpty }
    return filled.filter { !$0.kind.isStock } + filled.filter(\.kind.isStock)
  }

  // MARK: - Adding

  private mutating func add(
    _ waterfall: Waterfall,
    _ lines: [String: Line],
    _ households: Households,
    _ language: Language
  ) {
    let clause = waterfall.clause(in: language)
    let pot = Node(role: .pot, name: clause)
    // A burden runs the other way: those who bear it pay the pot.
    let out: Direction = waterfall.isBurden ? .in : .out
    func total(_ column: [Int64]) -> Int64 { column.reduce(0, +) }
    for step in waterfall.steps {
      let tier = Node(role: .tier, name: step.name(in: language))
      let (paid, residue) = (total(step.paid), total(step.residue))
      let broughtForward = total(step.broughtForward)
      add(paid + residue - broughtForward, out.opposite, pot, tier)
      add(broughtForward, out.opposite, .rest(language.say("brought forward", "上期结转")), tier)
      if step.account == nil, let line = lines[step.name] {
        add(line, out, households, tier)
      } else {
        add(paid, out, Node(role: .account, name: step.name(in: language)), tier)
      }
      add(residue, out, .rest(language.say("residue", "尾差")), tier)
    }
    let left = Node.rest(
      waterfall.isBurden
        ? language.say("borne by nobody", "无人承担") : language.say("left in the pot", "余额")
    )
    let tier = Node(role: .tier, name: left.name)
    add(total(waterfall.remainders), out.opposite, pot, tier)
    add(total(waterfall.remainders), out, left, tier)
  }

  /// Adds a line that no pot gives.
  private mutating func add(_ line: Line, _ households: Households, _ language: Language) {
    let tier = Node(role: .tier, name: line.name(in: language))
    let out: Direction = line.flow == .cost || line.flow == .repayment ? .in : .out
    let given =
      kind.unit == nil
      ? language.say("paid directly", "直接支付") : language.say("given directly", "直接分配")
    let other = out == .in ? Prose(line.flow.text(in: language)) : given
    add(line.totalFen, out.opposite, .rest(other), tier)
    add(line, out, households, tier)
  }

  private mutating func add(
    _ line: Line,
    _ direction: Direction,
    _ households: Households,
    _ tier: Node
  ) {
    for (name, amount) in households.parts(of: line) {
      add(amount, direction, Node(role: .household, name: name), tier)
    }
  }

  private enum Direction {
    case `in`, out

    var opposite: Self { self == .in ? .out : .in }
  }

  /// Adds an amount that a tier takes from a place or gives to it; one below zero goes the other way.
  private mutating func add(_ amount: Int64, _ direction: Direction, _ place: Node, _ tier: Node) {
    if amount < 0 { return add(-amount, direction.opposite, place, tier) }
    if amount == 0 { return }
    switch direction {
    case .in: Self.add(Link(from: place, to: tier, amount: amount), to: &inflows)
    case .out: Self.add(Link(from: tier, to: place, amount: amount), to: &outflows)
    }
  }

  private static func add(_ link: Link, to links: inout [Link]) {
    if let index = links.firstIndex(where: { ($0.from, $0.to) == (link.from, link.to) }) {
      links[index].amount += link.amount
    } else {
      links.append(link)
    }
  }

  /// The households of a scheme by gaqa, those of the smaller ones together where there are many.
  private struct Households {
    /// The name of each row's gaqa on the chart.
    private let groups: [Int]
    private let names: [String]

    init(of lines: [Line], in register: Register, _ language: Language) {
      var sums = [Double](repeating: 0, count: register.gaqas.count)
      for line in lines {
        for (row, gaqa) in register.gaqaIndices.enumerated() {
          sums[Int(gaqa)] += Double(line.fen[row].magnitude)
        }
      }
      let taking = sums.indices.filter { sums[$0] > 0 }.sorted { (sums[$1], $0) < (sums[$0], $1) }
      let most = 8
      let shown = taking.count > most ? taking.prefix(most - 1) : taking[...]
      let other = taking.count - shown.count
      let others = language.say("\(other) other gaqas", "其他 \(other) 个嘎查").plain
      var group = [Int](repeating: shown.count, count: sums.count)
      for (index, gaqa) in shown.enumerated() { group[gaqa] = index }
      groups = register.gaqaIndices.map { group[Int($0)] }
      names = shown.map { register.gaqas[$0] } + [others]
    }

    /// The sum of a line for each group.
    func parts(of line: Line) -> [(name: String, amount: Int64)] {
      var sums = [Int64](repeating: 0, count: names.count)
      for (row, group) in groups.enumerated() { sums[group] += line.fen[row] }
      return Array(zip(names, sums))
    }
  }
}

extension MoneyFlow.Node {
  fileprivate static func rest(_ name: Prose) -> Self { Self(role: .rest, name: name.plain) }
}
