extension Settlement {
  /// Cuts a line into instalments that are due on days.
  ///
  /// Fixed amounts are taken first, in order of their days; the parts share what is left as
  /// ``Line/instalments(_:)`` does.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - sizes: The size of each instalment, by its due day.
  ///   - season: The days of the season.
  /// - Returns: The instalments, of which nothing is paid.
  /// - Throws: ``BenefitError`` where the line is not found or gives households nothing that can be paid, an
  ///   instalment is due before the season starts or below zero, or some of the line is in none.
  /// - Complexity: O(n · k) for n households and k instalments, on average.
  public func instalments(
    of name: String,
    of scheme: String? = nil,
    _ sizes: [Day: Instalments.Size],
    in season: Period
  ) throws(BenefitError) -> Instalments {
    let (line, claim) = try payable(name, of: scheme)
    let days = sizes.keys.sorted()
    var coming = line.fen
    var due = days.map { _ in [Int64](repeating: 0, count: coming.count) }
    for (index, day) in days.enumerated() {
      guard case .each(let amount)? = sizes[day] else { continue }
      guard amount >= .zero else { throw Instalments.belowZero(amount, day).within(claim.places) }
      guard claim.currency.keeps(Figure(amount)) else {
        throw claim.currency.notWhole(Figure(amount)).within(.day(day)).within(claim.places)
      }
      due[index] = coming.map { min($0, amount.fen) }
      for row in coming.indices { coming[row] -= due[index][row] }
    }
    let parts = days.indices.compactMap { index -> (index: Int, weight: Int64)? in
      if case .part(let weight)? = sizes[days[index]] { (index, weight) } else { nil }
    }
    let rest = Money(fen: coming.reduce(0, +))
    if parts.isEmpty && rest > .zero {
      throw BenefitError(
        .doesNotAddUp,
        found: Phrase(en: "\(rest) of it are due on no day.", zh: "其中 \(rest) 未定付款日。"),
        advice: Phrase(
          en: "Give a day with a part of what is left.",
          zh: "请为剩余部分填写付款日。"
        )
      )
      .within(claim.places)
    }
    if !parts.isEmpty {
      do throws(BenefitError) {
        let shared = try coming.instalments(
          of: rest,
          parts.map(\.weight),
          to: claim.currency.step
        )
        for (part, amounts) in zip(parts, shared) { due[part.index] = amounts.map(\.fen) }
      } catch {
        throw error.within(claim.places)
      }
    }
    return try Instalments(claim, in: season, to: register.ids, on: days, due: due)
  }
}
