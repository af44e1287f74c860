extension OrganisationMode {
  /// The links with what each does and keeps, for a report.
  ///
  /// ```swift
  /// let mode = OrganisationMode([
  ///   .init("cooperative", "Urad", keeps: "1/10", does: "collects eggs"),
  ///   .init("poor household", "30 households", does: "raise chickens"),
  ///   .init("internet", "the shop", keeps: "1/5", does: "sells"),
  /// ])
  /// print(mode.table(of: .yuan(9_000)).text)
  /// ```
  ///
  /// A fraction is shown as a percentage, rounded half up to a hundredth; `not stated` stands where
  /// the contract does not say. What the links that keep an unstated part have together is in a last
  /// row, where there are such.
  ///
  /// - Parameters:
  ///   - earned: What was earned, or `nil` for a table without amounts.
  ///   - language: The language of the titles.
  /// - Returns: The table; its amounts add up to what was earned.
  public func table(of earned: Money? = nil, in language: Language = .english) -> Table {
    let parts = earned.map(self.parts(of:))
    let notStated = Phrase(en: "not stated", zh: "未载明").text(in: language)
    let columns: [Table.Column] = [
      .words(en: "role", zh: "角色"), .words(en: "who", zh: "主体"), .words(en: "does", zh: "职责"),
      .amount(en: "keeps", zh: "留存比例"),
    ]
    var table = Table(
      columns + (parts == nil ? [] : [.amount(en: "amount", zh: "金额")]),
      in: language
    )
    func add(_ role: String, _ who: String, _ task: String, _ keeps: Ratio?, _ part: Money?) {
      let keeps = keeps?.percentText(decimals: 2, in: language) ?? notStated
      if parts == nil {
        table.add(role, who, task, keeps)
      } else {
        table.add(role, who, task, keeps, part?.description ?? notStated)
      }
    }
    for (index, link) in links.enumerated() {
      add(link.role, link.name, link.task, link.keeps, parts?[index])
    }
    if unstated != .zero {
      let rest = parts?.reduce(earned ?? .zero) { $0 - ($1 ?? .zero) }
      let others = Phrase(en: "what is not stated", zh: "未载明部分").text(in: language)
      add("", others, "", unstated, rest)
    }
    return table
  }
}
