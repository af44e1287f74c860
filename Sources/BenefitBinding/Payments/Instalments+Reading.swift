extension Instalments {
  /// The state of one instalment at the end of a day, for all households together.
  public struct State: Hashable, Sendable {
    /// The due day.
    public let day: Day
    /// The amount of the instalment.
    public let due: Money
    /// The amount paid by the due day.
    public let inTime: Money
    /// The amount paid after the due day.
    public let late: Money
    /// The days from the due day to the last payment after it, or while any is open to the day of the state;
    /// zero where nothing is late.
    public let daysLate: Int

    /// The amount that is not paid, due or not.
    public var open: Money { due - inTime - late }
  }

  /// The scheme of the line.
  public var scheme: String { claim.scheme }

  /// The name of the line.
  public var line: String { claim.line }

  /// The currency of all amounts.
  public var currency: Currency { claim.currency }

  /// Returns the states of the instalments at the end of a day, in order of their due days.
  ///
  /// - Complexity: O(n · k · p) for n households, k instalments and p payments.
  public func states(on day: Day) -> [State] {
    days.enumerated().map { index, due in
      let total = Money(fen: self.due[index].reduce(0, +))
      var (inTime, late, last) = (Money.zero, Money.zero, due)
      for (payment, parts) in zip(payments, paid) where payment.day <= day {
        let amount = Money(fen: parts[index].reduce(0, +))
        guard amount > .zero else { continue }
        if payment.day <= due {
          inTime += amount
        } else {
          (late, last) = (late + amount, payment.day)
        }
      }
      let isOpen = inTime + late < total && day > due
      return State(
        day: due,
        due: total,
        inTime: inTime,
        late: late,
        daysLate: (isOpen ? day : last) - due
      )
    }
  }

  /// Returns what each household was to have and had by the end of a day, by the due days until then.
  ///
  /// What was paid ahead of its day is paid and not yet owed.
  ///
  /// - Throws: ``BenefitError`` where the amounts are too large together.
  /// - Complexity: O(n · k · p) for n households, k instalments and p payments.
  public func fulfilment(on day: Day) throws(BenefitError) -> Fulfilment {
    let entries = households.enumerated().map { row, household in
      let owed = days.indices.reduce(0) { days[$1] <= day ? $0 + due[$1][row] : $0 }
      return Fulfilment.Entry(
        household: household,
        promised: nil,
        owed: Money(fen: owed),
        paid: paid(at: row, until: day)
      )
    }
    return try Fulfilment(scheme: scheme, line: line, in: currency, entries: entries)
  }

  /// Returns the amount of an instalment for a household.
  ///
  /// - Parameters:
  ///   - index: The position of the instalment in ``days``.
  ///   - row: The position of the household in ``households``.
  /// - Returns: The amount, paid or not.
  public func due(_ index: Int, at row: Int) -> Money { Money(fen: due[index][row]) }

  /// The cash of all payments that nobody had coming.
  public var left: Money {
    let cash = payments.reduce(0 as Int128) { $0 + Int128($1.cash.fen) }
    let spent = paid.joined().joined().reduce(0 as Int128) { $0 + Int128($1) }
    return Money(fen: Int64(clamping: cash - spent))
  }

  /// The payments before the season starts, and what they paid together: the first day and the sum, or `nil`
  /// where there are none.
  package var beforeSeason: (day: Day, amount: Money)? {
    let early = zip(payments, paid).filter { $0.0.day < season.start }
    let sum = early.reduce(0) { sum, payment in payment.1.joined().reduce(sum, +) }
    return early.first.map { ($0.0.day, Money(fen: sum)) }
  }

  private func paid(at row: Int, until day: Day) -> Money {
    zip(payments, paid).reduce(.zero) { sum, payment in
      guard payment.0.day <= day else { return sum }
      return payment.1.reduce(sum) { $0 + Money(fen: $1[row]) }
    }
  }

  /// A row for each instalment: its day, what was paid in time and late, what is open, and how it stands.
  ///
  /// - Parameters:
  ///   - day: The day at whose end the payments are counted.
  ///   - language: The language of the table.
  /// - Returns: The table.
  public func table(on day: Day, in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "due on", zh: "付款日"),
      .amount(en: "due", zh: "应付"),
      .amount(en: "paid in time", zh: "按时支付"),
      .amount(en: "paid late", zh: "逾期支付"),
      .amount(en: "open", zh: "未付"),
      .words(en: "standing", zh: "状况"),
      in: language
    )
    for state in states(on: day) {
      table.add(
        state.day.description,
        currency.text(state.due),
        currency.text(state.inTime),
        currency.text(state.late),
        currency.text(state.open),
        state.words(on: day).text(in: language)
      )
    }
    return table
  }
}

extension Instalments.State {
  /// The standing of the instalment on a day.
  fileprivate func words(on day: Day) -> Phrase {
    let late = Plural.counted(daysLate, "day")
    return if open > .zero {
      daysLate > 0
        ? Phrase(en: "overdue for \(late)", zh: "逾期 \(daysLate) 天未付清")
        : Phrase(en: "to be paid", zh: "尚待支付")
    } else if daysLate > 0 {
      Phrase(en: "paid \(late) late", zh: "逾期 \(daysLate) 天付清")
    } else {
      Phrase(en: "paid in time", zh: "按时付清")
    }
  }
}
