// What each scheme gives by itself; what all give together is kept in the settlement.
extension Settlement {
  /// The income of each household from one scheme, in the register's order.
  ///
  /// ```swift
  /// print(try settlement.gross(of: "Breeding cooperative")[0])
  /// ```
  ///
  /// - Throws: ``BenefitError`` that lists the schemes where none has the name.
  /// - Precondition: No sum leaves 64 bits of fen.
  /// - Complexity: O(n · l) for n households and l lines of the scheme.
  public func gross(of scheme: String) throws(BenefitError) -> [Money] {
    try requireScheme(scheme)
    return grossColumn(of: scheme)
  }

  /// The same for a scheme that is known to be there.
  package func grossColumn(of scheme: String) -> [Money] {
    sums(of: scheme) { flow in
      if case .income = flow { 1 } else { 0 }
    }
  }

  /// Returns the costs of one scheme to each household, in the register's order.
  ///
  /// - Throws: ``BenefitError`` that lists the schemes where none has the name.
  /// - Precondition: No sum leaves 64 bits of fen.
  /// - Complexity: O(n · l) for n households and l lines of the scheme.
  public func costs(of scheme: String) throws(BenefitError) -> [Money] {
    try requireScheme(scheme)
    return costsColumn(of: scheme)
  }

  /// The same for a scheme that is known to be there.
  func costsColumn(of scheme: String) -> [Money] {
    sums(of: scheme) { $0 == .cost ? 1 : 0 }
  }

  /// Returns the gain of each household from one scheme after its costs, in the register's order.
  ///
  /// The net gains of all schemes add up to ``net(at:)``.
  ///
  /// - Throws: ``BenefitError`` that lists the schemes where none has the name.
  /// - Precondition: No sum leaves 64 bits of fen.
  /// - Complexity: O(n · l) for n households and l lines of the scheme.
  public func net(of scheme: String) throws(BenefitError) -> [Money] {
    try requireScheme(scheme)
    return netColumn(of: scheme)
  }

  /// The same for a scheme that is known to be there.
  package func netColumn(of scheme: String) -> [Money] {
    sums(of: scheme) { flow in
      switch flow {
      case .income: 1
      case .cost: -1
      case .holding, .addition, .debt, .repayment: 0
      }
    }
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

  /// Refuses the name of a scheme that is not there.
  private func requireScheme(_ scheme: String) throws(BenefitError) {
    guard schemes.contains(where: { $0.name == scheme }) else {
      throw lookupError(
        Sought(place: .part("income and costs"), scheme: scheme),
        .unknownName,
        []
      )
    }
  }
}
