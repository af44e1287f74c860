public import BenefitBinding

extension Assessment {
  /// The groups as a table, for a file.
  public var groupTable: Table {
    var table = Table(
      "kind",
      "group",
      .amount("households"),
      .amount("persons"),
      .amount("poor persons before"),
      .amount("poor persons after"),
      .amount("headcount before"),
      .amount("headcount after"),
      .amount("gap before"),
      .amount("gap after"),
      .amount("severity before"),
      .amount("severity after")
    )
    for group in groups {
      table.add(
        group.kind.rawValue,
        group.name,
        "\(group.everybody.households)",
        "\(group.everybody.persons)",
        "\(group.poorBefore.persons)",
        "\(group.poorAfter.persons)",
        group.headcountBefore.text(decimals: 6),
        group.headcountAfter.text(decimals: 6),
        group.gapBefore.plainText,
        group.gapAfter.plainText,
        group.severityBefore.text(decimals: 6),
        group.severityAfter.text(decimals: 6)
      )
    }
    return table
  }
}
