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
  /// - Parameter earned: What was earned, or `nil` for a table without amounts.
  /// - Returns: The table; its amounts add up to what was earned.
  public func table(of earned: Money? = nil) -> Table {
    let parts = earned.map(self.parts(of:))
    var table =
      parts == nil
      ? Table("role", "who", "does", .amount("keeps"))
      : Table("role", "who", "does", .amount("keeps"), .amount("yuan"))
    func add(_ role: String, _ who: String, _ task: String, _ keeps: Ratio?, _ part: Money?) {
      let keeps = keeps?.percentText(decimals: 2) ?? Self.notStated
      if parts == nil {
        table.add(role, who, task, keeps)
      } else {
        table.add(role, who, task, keeps, part?.description ?? Self.notStated)
      }
    }
    for (index, link) in links.enumerated() {
      add(link.role, link.name, link.task, link.keeps, parts?[index])
    }
    if unstated != .zero {
      let rest = parts?.reduce(earned ?? .zero) { $0 - ($1 ?? .zero) }
      add("", "what is not stated", "", unstated, rest)
    }
    return table
  }

  private static let notStated = "not stated"
}
