import BenefitBinding
import TestSupport
import Testing

/// Conditions that name what no household of the register has.
struct NamesOfNobodyTests {
  private static let marginal = Status("marginal")

  private static func register() throws -> Register {
    try Register([
      Household("H-1", gaqa: "Zhanyi", persons: 1, status: marginal),
      Household("H-2", gaqa: "Xiniu", persons: 1, status: .notPoor),
    ])
  }

  private func notices(
    members: Condition = .always,
    where condition: Condition
  ) throws -> [Notice] {
    let terms = Terms(name: "relief", members: members) {
      Payment("care", each: .yuan(600), where: condition, as: .transfer)
    }
    return try terms.settle(Season(2016), for: Self.register()).notices
  }

  @Test func `A misspelt status or gaqa of a payment is told with the nearest`() throws {
    let found = try notices(
      members: !.status(Status("dead")),
      where: .status(Status("marginl")) || .gaqa("Zhany", "Xiniu") && !.gaqa("Zhany")
    )
    #expect(
      found.map(\.description) == [
        "relief, members, status dead: no household of the register has this status, which a condition names. "
          + "Check the name.",
        "relief, care, status marginl: no household of the register has this status, which a condition names. "
          + "Write \"marginal\" if that is meant.",
        "relief, care, gaqa Zhany: the register does not list this gaqa, which a condition names. "
          + "Write \"Zhanyi\" if that is meant.",
      ]
    )
    #expect(found.allSatisfy { $0.code == .namesNobody && $0.amount == .zero })
    #expect(found.map(\.status) == [Status("dead"), Status("marginl"), nil])
    #expect(
      found.map { $0.text(in: .simplifiedChinese) } == [
        "「relief」「参加条件」，类别「dead」：条件中写有该类别，但名册中没有这一类别的户。请核对名称。",
        "「relief」「care」，类别「marginl」：条件中写有该类别，但名册中没有这一类别的户。如系笔误，请改为「marginal」。",
        "「relief」「care」，嘎查「Zhany」：条件中写有该嘎查，但名册中没有这个嘎查。如系笔误，请改为「Zhanyi」。",
      ]
    )
  }

  @Test func `A status of the library that nobody has says nothing, one nearly it does`() throws {
    #expect(try notices(where: .status(.belowNationalLine, Self.marginal)).isEmpty)
    let near = try notices(where: .status(Status("at rsk")))
    #expect(near.map(\.description).allSatisfy { $0.contains("Write \"at risk\"") })
    let misspelt = try Register([
      Household("H-1", gaqa: "A", persons: 1, status: Status("exited from povrty"))
    ])
    let terms = Terms(name: "relief") {
      Payment("care", each: .yuan(600), where: .status(.exited), as: .transfer)
    }
    #expect(
      try terms.settle(Season(2016), for: misspelt).noticeTexts == [
        "relief, care, status exited from poverty: no household of the register has this status, which a "
          + "condition names. Write \"exited from povrty\" if that is meant."
      ]
    )
  }

  @Test func `A gaqa that is listed without households is known`() throws {
    let register = try Register(
      [Household("H-1", gaqa: "A", persons: 1)],
      gaqas: ["B"]
    )
    let terms = Terms(name: "relief") {
      Payment("care", each: .yuan(600), where: .gaqa("A", "B"), as: .transfer)
    }
    #expect(try terms.settle(Season(2016), for: register).notices.isEmpty)
  }
}
