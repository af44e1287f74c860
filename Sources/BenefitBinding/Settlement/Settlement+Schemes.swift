// What each scheme gives by itself; what all give together is kept in the settlement.
extension Settlement {
  /// The income, the costs and the gain of each household from one scheme, in the register's order.
  ///
  /// The net gains of all schemes add up to ``net(at:)``.
  ///
  /// ```swift
  /// print(try settlement.gains(from: "Breeding cooperative")[0].net)
  /// ```
  ///
  /// - Throws: ``BenefitError`` that lists the schemes where none has the name.
  /// - Precondition: No sum leaves 64 bits of fen.
  /// - Complexity: O(n · l) for n households and l lines of the scheme.
  public func gains(
    from scheme: String
  ) throws(BenefitError) -> [(gross: Money, costs: Money, net: Money)] {
    guard schemes.contains(where: { $0.name == scheme }) else {
      let subject = Phrase(en: "income and costs", zh: "收入与成本")
      throw lookupError(Sought(place: .part(subject), scheme: scheme), .unknownName, [])
    }
    let (gross, costs) = (grossColumn(of: scheme), sums(of: scheme) { $0 == .cost ? 1 : 0 })
    return zip(gross, costs).map { ($0, $1, $0 - $1) }
  }

  /// The income of each household from a scheme that is known to be there.
  package func grossColumn(of scheme: String) -> [Money] {
    sums(of: scheme) { $0.isIncome ? 1 : 0 }
  }

  /// The gain of each household from a scheme that is known to be there.
  package func netColumn(of scheme: String) -> [Money] {
    sums(of: scheme) { $0.isIncome ? 1 : $0 == .cost ? -1 : 0 }
  }

  /// The sums over the lines of one scheme, each taken as often as its flow counts.
  private func sums(of scheme: String, _ factor: (Flow) -> Int64) -> [Money] {
    var sums = [Money](repeating: .zero, count: register.count)
    for line in lines where line.scheme == scheme {
      let factor = factor(line.flow)
      guard factor != 0 else { continue }
      for row in sums.indices { sums[row] += line[row] * factor }
    }
    return sums
  }
}
