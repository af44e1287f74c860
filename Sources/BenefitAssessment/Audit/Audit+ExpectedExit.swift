public import BenefitBinding

extension Audit.Rule {
  /// Households counted as lifted over a poverty line by what they are owed, where what they were paid
  /// does not lift them.
  ///
  /// The audit of 158 counties in 2017 found 17,000 persons who had left the register too early, partly
  /// because expected income was counted. The official assessment fails a county in which more than 2 %
  /// of the persons surveyed among those lifted out were so wrongly; that is the default from which on
  /// the severity is high. Each household is a finding of low severity, so that it can be looked up.
  public static let expectedExit = Self("exit on expected income")
}

extension Audit {
  private func expectedExit(_ settlement: Settlement, _ line: Money, _ paid: [Money]) -> [Finding] {
    let register = settlement.register
    require(
      paid.count == register.count,
      "\(paid.count) amounts were paid to the \(register.count) households of the register."
    )
    var (lifted, wrong) = (Population.zero, Population.zero)
    var findings: [Finding] = []
    for row in register.indices {
      let persons = register.persons[row]
      let needed = Int128(line.fen) * Int128(persons)
      let baseline = Int128(register.baselineIncomes[row])
      let owed = baseline + Int128(settlement.net(at: row).fen)
      guard baseline < needed, owed >= needed else { continue }
      lifted.count(persons)
      let real = baseline + Int128(paid[row].fen) - Int128(settlement.costs(at: row).fen)
      guard real < needed else { continue }
      wrong.count(persons)
      findings.append(
        Finding(
          .expectedExit,
          .low,
          .household(register.ids[row]),
          evidence: [
            (
              Phrase(en: "baseline", zh: "基期收入"),
              .money(Money(fen: register.baselineIncomes[row]))
            ),
            (Phrase(en: "owed", zh: "应付"), .money(settlement.gross(at: row))),
            (Phrase(en: "paid", zh: "实付"), .money(paid[row])),
            (Phrase(en: "costs", zh: "支出"), .money(settlement.costs(at: row))),
            (Phrase(en: "line of a person", zh: "人均贫困线"), .money(line)),
            (Phrase(en: "persons", zh: "人口"), .count(persons, of: "persons")),
          ],
          advice: Phrase(
            en: "Check whether it left the register; what it was paid does not lift it.",
            zh: "请核查该户是否已脱贫退出；实付收入不足以脱贫。"
          )
        )
      )
    }
    guard let part = Ratio(checking: wrong.persons, lifted.persons), part > .zero else {
      return []
    }
    let summary = Finding(
      .expectedExit,
      part > thresholds.highWrongExits ? .high : .medium,
      .claim(
        Phrase(
          en: "households lifted over \(currency.text(line)) \(currency.units) a person",
          zh: "人均达到 \(currency.text(line)) \(currency.unit.chinese)的脱贫户"
        )
      ),
      evidence: [
        (
          Phrase(en: "lifted by what is owed", zh: "按应付可脱贫"),
          .households(Int(lifted.households))
        ),
        (
          Phrase(en: "of these not by what was paid", zh: "其中按实付未脱贫"),
          .households(Int(wrong.households))
        ),
        (Phrase(en: "persons in them", zh: "其人口"), .count(wrong.persons, of: "persons")),
        (Phrase(en: "part of the persons", zh: "人口占比"), .ratio(part)),
      ],
      advice: Phrase(
        en: "Check that exits are decided on income that was paid.",
        zh: "请核查脱贫退出是否按实付收入认定。"
      )
    )
    return [summary] + findings
  }

  /// Asks which households count as lifted over a poverty line by income that did not reach them.
  ///
  /// ```swift
  /// let payout = try settlement.payout(of: "dividend", with: .yuan(90_000), arrears: .cumulative)
  /// let paid = register.indices.map { payout.paid(at: $0) }
  /// audit.examine(settlement, exitAt: .yuan(2_952), paid: paid)
  /// ```
  ///
  /// - Parameters:
  ///   - settlement: What every household is owed.
  ///   - line: The poverty line, in money for each person and year.
  ///   - paid: The income from the schemes that reached each household, in the register's order.
  /// - Precondition: There is one amount for each household, and the settlement is in the currency of the audit.
  /// - Complexity: O(n log n) for n households.
  public mutating func examine(_ settlement: Settlement, exitAt line: Money, paid: [Money]) {
    requireCurrency(settlement.currency)
    report(expectedExit(settlement, line, paid))
  }
}
