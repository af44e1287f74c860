extension Binder {
  /// The number of lanes that are evaluated at once, so that intermediate columns stay in cache.
  static let chunk = 4_096

  /// The formula's values over all lanes of a domain, as integers: rounded, or as numerators.
  ///
  /// - Throws: ``BenefitError`` with the first lane whose value is too large to be kept.
  /// - Complexity: O(n) for n lanes.
  func column(
    of bound: Bound,
    over domain: Domain,
    subject: BenefitError.Place,
    rounded rounding: Rounding? = nil
  ) throws(BenefitError) -> [Int64] {
    let bound =
      try rounding.map { (rounding) throws(BenefitError) in
        do {
          return try bound.rounded(rounding)
        } catch {
          throw failure(
            .tooFine,
            subject,
            found: Phrase(
              en: "its fractions are too fine to be rounded exactly.",
              zh: "分数过细，无法精确取整。"
            )
          )
        }
      } ?? bound
    var column: [Int64] = []
    column.reserveCapacity(count(of: domain))
    try forEachChunk(of: domain) { (lanes) throws(BenefitError) in
      try append(bound, lanes, of: domain, subject: subject, to: &column)
    }
    return column
  }

  private func count(of domain: Domain) -> Int {
    switch domain {
    case .constant, .season: 1
    case .gaqa: register.gaqas.count
    case .household: register.count
    }
  }

  private func forEachChunk(
    of domain: Domain,
    _ body: (Range<Int>) throws(BenefitError) -> Void
  ) throws(BenefitError) {
    let count = count(of: domain)
    for start in stride(from: 0, to: count, by: Self.chunk) {
      try body(start..<min(start + Self.chunk, count))
    }
  }

  /// Appends the formula's values over some lanes of a domain.
  ///
  /// - Throws: ``BenefitError`` with the first lane whose value is too large to be kept.
  func append(
    _ bound: Bound,
    _ lanes: Range<Int>,
    of domain: Domain,
    subject: BenefitError.Place,
    to column: inout [Int64]
  ) throws(BenefitError) {
    if lanes.isEmpty || append(bound, lanes, domain, Int64.self, to: &column) { return }
    if append(bound, lanes, domain, Int128.self, to: &column) { return }
    let lane = lanes.first { lane in
      var one: [Int64] = []
      return !append(bound, lane..<lane + 1, domain, Int128.self, to: &one)
    }
    throw within(
      .tooMuchMoney.within(subject, lane.flatMap { place(of: $0, in: domain) })
    )
  }

  /// Appends values in arithmetic of one width; `false`, with nothing appended, where they do not fit.
  private func append<Integer: FixedWidthInteger & SignedInteger>(
    _ bound: Bound,
    _ lanes: Range<Int>,
    _ domain: Domain,
    _ width: Integer.Type,
    to column: inout [Int64]
  ) -> Bool {
    let evaluation = Evaluation<Integer>(
      domain: domain,
      lanes: lanes,
      gaqaIndices: register.gaqaIndices
    )
    let count = column.count
    switch Result(catching: { () throws(Overflow) in try evaluation.values(of: bound) }) {
    case .failure:
      return false
    case .success(.uniform(let value)):
      guard let value = Int64(exactly: value) else { return false }
      column.append(contentsOf: repeatElement(value, count: lanes.count))
    case .success(.each(let values)):
      if let values = values as? [Int64] {
        column.append(contentsOf: values)
        return true
      }
      for value in values {
        guard let value = Int64(exactly: value) else {
          column.removeLast(column.count - count)
          return false
        }
        column.append(value)
      }
    }
    return true
  }

  /// An amount in fen that fits 64 bits.
  func fen(
    _ amount: Int128,
    _ subject: @autoclosure () -> BenefitError.Place
  ) throws(BenefitError) -> Int64 {
    guard let fen = Int64(exactly: amount) else {
      throw within(.tooMuchMoney.within(subject()))
    }
    return fen
  }

  /// The place that a lane is of.
  func place(of lane: Int, in domain: Domain) -> BenefitError.Place? {
    switch domain {
    case .constant, .season: nil
    case .gaqa: .gaqa(register.gaqas[lane])
    case .household: .household(register.ids[lane])
    }
  }

  /// Returns a mask of the households that meet a condition, or `nil` if all do.
  func mask(_ condition: Condition) throws(BenefitError) -> [Bool]? {
    condition == .always ? nil : try mask(of: bind(condition.expression))
  }

  /// Returns a mask of the households for which a bound condition is true.
  func mask(of condition: Bound) throws(BenefitError) -> [Bool] {
    let subject = BenefitError.Place.part(Phrase(en: "condition", zh: "条件"))
    var mask: [Bool] = []
    mask.reserveCapacity(register.count)
    var values: [Int64] = []
    try forEachChunk(of: .household) { (lanes) throws(BenefitError) in
      values.removeAll(keepingCapacity: true)
      try append(condition, lanes, of: .household, subject: subject, to: &values)
      mask.append(contentsOf: values.lazy.map { $0 != 0 })
    }
    return mask
  }
}

/// Returns true if a household is in a mask; no mask means that all are.
func isIn(_ mask: [Bool]?, _ row: Int) -> Bool { mask?[row] ?? true }

/// The households that are in both masks.
func both(_ a: [Bool]?, _ b: [Bool]?) -> [Bool]? {
  guard let a else { return b }
  guard let b else { return a }
  return zip(a, b).map { $0 && $1 }
}
