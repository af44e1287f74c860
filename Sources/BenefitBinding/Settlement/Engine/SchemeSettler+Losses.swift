extension SchemeSettler {
  /// Brings in the losses that earlier seasons left and works out those to carry on.
  mutating func openLosses() throws(BenefitError) {
    guard !terms.members.expression.contains(where: { $0 == .carriedLoss }) else {
      throw binder.failure(
        .circularMembers,
        .part(Phrase(en: "members", zh: "参加户")),
        found: Phrase(
          en: "who is one cannot depend on the distributable profit, which depends on the "
            + "members.",
          zh: "参加条件不能取决于可分配利润，可分配利润又取决于参加户。"
        ),
        advice: Phrase(en: "Use amount('profit').", zh: "请用「amount('profit')」。")
      )
    }
    let reader = terms.clauses.first { $0.contains { $0 == .carriedLoss } }
    guard let reader else { return }
    binder.clause = reader.name
    defer { binder.clause = nil }
    let profit = try binder.bind(.money(.profit))
    guard profit.domain <= .gaqa else {
      throw binder.failure(
        .mixedPlaces,
        .fact("\(MoneyFact.profit)"),
        found: Phrase(
          en: "losses are carried for a season or a gaqa, but it is given for each household.",
          zh: "亏损按期或按嘎查结转，而该数据按户填报。"
        ),
        advice: Phrase(
          en: "Use amount('profit') where none are to be carried.",
          zh: "不结转亏损的，请用「amount('profit')」。"
        )
      )
    }
    let gaqas: [String?] = profit.domain == .gaqa ? register.gaqas : [nil]
    lossPlaces = Set(gaqas)
    let carried = try takeLosses(gaqas)
    binder.carriedLoss = Bound(Column(carried), profit.domain, .money)

    let subject = BenefitError.Place.part(Phrase(en: "profit", zh: "利润"))
    let profits = try binder.column(of: profit, over: profit.domain, subject: subject)
    for (lane, gaqa) in gaqas.enumerated() {
      let hasMembers = gaqa == nil || binder.takesPart(lane)
      let profit = hasMembers ? Int128(profits[lane]) : 0
      let loss = try binder.fen(
        max(0, Int128(carried[lane]) - profit),
        .carriedLosses
      )
      ledger.set(loss, for: .loss, scheme: terms.name, gaqa: gaqa)
      if hasMembers && loss > 0 { try find(.loss, in: MoneyFact.profit.name, gaqa: gaqa, loss) }
    }
  }

  /// The losses that the books hold for the places that a profit is now stated for.
  ///
  /// Losses of gaqas add up to the season's where the profit is now stated for the season; a loss of
  /// the season cannot be divided among gaqas.
  private mutating func takeLosses(_ gaqas: [String?]) throws(BenefitError) -> [Int64] {
    let losses = ledger.balances.filter { $0.item == .loss && $0.scheme == terms.name }
    var carried = [Int128](repeating: 0, count: gaqas.count)
    for loss in losses where loss.amount != .zero {
      if let lane = gaqas == [nil]
        ? gaqas.firstIndex(of: loss.gaqa) : loss.gaqa.flatMap(register.index(ofGaqa:))
      {
        carried[lane] += Int128(loss.amount.fen)
      } else if gaqas == [nil] {
        carried[0] += Int128(loss.amount.fen)
        ledger.set(0, for: .loss, scheme: terms.name, gaqa: loss.gaqa)
      } else if loss.gaqa == nil {
        throw binder.failure(
          .mixedPlaces,
          .carriedLosses,
          found: Phrase(
            en: "the books hold a loss of \(loss.amount) for all gaqas together, but the "
              + "profit is now stated for each.",
            zh: "账上有各嘎查合计的亏损 \(loss.amount)，而利润现按嘎查填报。"
          ),
          advice: Phrase(
            en: "State it for the season until the loss is made good.",
            zh: "亏损弥补完之前，请按期填报利润。"
          )
        )
      }
    }
    return try carried.map { (loss) throws(BenefitError) in
      try binder.fen(loss, .carriedLosses)
    }
  }
}
