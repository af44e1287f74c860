import BenefitBinding
import TestSupport
import Testing

struct OrganisationModeTests {
  private static let pigs = OrganisationMode([
    .init("leading enterprise", "Lvmei Company", keeps: .percent(70), does: "raises pigs"),
    .init("cooperative", "Sishililiang", keeps: .percent(10), does: "holds the stake"),
    .init("poor household", "300 households", keeps: .percent(20), does: "draw a dividend"),
  ])

  /// The modes that the Ordos documents name, each with a scheme it could organise.
  private static let modes: [(mode: String, scheme: any Scheme)] = [
    (
      "leading enterprise + cooperative + poor household",
      Shareholding(
        name: "s",
        funding: [.contribution(.yuan(800), from: .fiscalReliefFund)],
        dividend: .fraction("10%", of: .stake)
      )
    ),
    (
      "branch + company + poor household",
      Tourism(
        name: "s",
        produce: [Purchase("eggs", of: "10 eggs", at: "1.00")],
        takings: .zero
      )
    ),
    (
      "cooperative + poor household + internet",
      ECommerce(
        name: "s",
        givenFree: .yuan(8),
        produce: Purchase("eggs", of: "10 eggs", at: "1.00")
      )
    ),
    ("branch + poor household", ConsumptionAssistance(name: "s", bought: "2 jin", price: .yuan(7))),
  ]

  private static func mode(_ name: String) -> OrganisationMode {
    OrganisationMode(
      name.split(separator: "+").map { part in
        let role = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return .init(.init(String(role)), "somebody", does: "something")
      }
    )
  }

  @Test(arguments: modes.indices)
  func `A statement names the mode of its scheme and is otherwise the same`(index: Int) throws {
    let (mode, scheme) = Self.modes[index]
    let organised = scheme.organised(as: Self.mode(mode))
    #expect(organised.organisationMode?.name == mode)
    let register = try likeHouseholds(2)
    let season = Season(2017) { $0[.platformSales] = .yuan(100) }
    let plain = try scheme.settle(season, for: register)
    let settlement = try organised.settle(season, for: register)
    #expect(settlement.lines == plain.lines)
    #expect(settlement.schemes.map(\.organisationMode) == [organised.organisationMode])

    let statement = settlement.statements[1]
    #expect(!statement.entries.isEmpty)
    #expect(statement.entries.allSatisfy { $0.mode == mode })
    let lines = statement.description.split(separator: "\n")
    #expect(lines[1...2] == ["  s", "    organised as \(mode)"])
    // Without the mode the statement is the same but for that line.
    let rest = lines[...1] + lines[3...]
    #expect(plain.statements[1].description.split(separator: "\n") == Array(rest))
    let (decoded, isSameBytes) = try roundTrip(settlement)
    #expect(decoded == settlement)
    #expect(isSameBytes)
  }

  @Test func `Each scheme of a statement stands under its own mode, once`() throws {
    func scheme(_ name: String) -> Terms {
      Terms(name: name) {
        Payment("p", each: "1", as: .transfer)
        Payment("q", each: "1", as: .transfer)
      }
    }
    let programme = Programme("all") {
      scheme("a").organised(as: Self.mode("branch + poor household"))
      scheme("b")
      scheme("c").organised(as: Self.pigs)
    }
    let text = try programme.settle(Season(2017), for: likeHouseholds(1)).statements[0]
      .description
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("      ") }
    #expect(
      lines.prefix(11).map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "a", "organised as branch +", "p (transfer income) 1.00", "q (transfer income) 1.00",
        "b", "p (transfer income) 1.00", "q (transfer income) 1.00",
        "c", "organised as leading enterprise", "p (transfer income) 1.00",
        "q (transfer income) 1.00",
      ]
    )
  }

  @Test func `A mode is stored with its terms, and terms without one as before`() throws {
    let scheme = Terms(name: "s") { Payment("p", each: "1", as: .cost) }
    #expect(scheme.organisationMode == nil)
    let plain = try json(scheme)
    #expect(!plain.contains("organisationMode"))
    #expect(try decoded(Terms.self, from: plain) == scheme)
    let organised = scheme.organised(as: Self.pigs)
    #expect(organised != scheme)
    #expect(try roundTripped(organised) == organised)
    #expect(organised.terms.organisationMode == Self.pigs)
    let other = organised.organised(as: Self.mode("branch + company"))
    #expect(other.organisationMode?.name == "branch + company")
  }

  @Test func `A mode shares what is earned among its links`() {
    let mode = OrganisationMode([
      .init("leading enterprise", "Lvmei Company", keeps: .percent(70), does: "raises pigs"),
      .init("cooperative", "Sishililiang", does: "holds the stake"),
      .init("poor household", "300 households", keeps: "1/5", does: "draw a dividend"),
    ])
    #expect(mode.name == "leading enterprise + cooperative + poor household")
    #expect(mode.unstated == "10%")
    #expect(mode.parts(of: "0.11") == ["0.08", nil, "0.02"])
    #expect(
      mode.table(of: "0.11").rows == [
        ["leading enterprise", "Lvmei Company", "raises pigs", "70.00 %", "0.08"],
        ["cooperative", "Sishililiang", "holds the stake", "not stated", "not stated"],
        ["poor household", "300 households", "draw a dividend", "20.00 %", "0.02"],
        ["", "what is not stated", "", "10.00 %", "0.01"],
      ]
    )
    #expect(mode.table().rows[3] == ["", "what is not stated", "", "10.00 %"])
    #expect(Self.pigs.table().rows.count == 3)
    #expect(Self.pigs.table(of: .yuan(100)).rows.map { $0[4] } == ["70.00", "10.00", "20.00"])
  }

  @Test func `Random modes hand out all that was earned, losses too`() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let weights = (0..<5).map { _ in Int64.random(in: 0...9, using: &random) }
      let whole = weights.reduce(1, +)
      let mode = OrganisationMode(
        weights.map { .init("company", "c", keeps: Ratio($0, whole), does: "trades") }
      )
      let earned = Money(fen: .random(in: -99_999...99_999, using: &random))
      let parts = mode.parts(of: earned)
      #expect(mode.unstated == Ratio(1, whole))
      let left = parts.reduce(earned) { $0 - ($1 ?? .zero) }
      // The rest is the part of the fraction that is not stated, to the fen.
      let off = Int128(left.fen) * Int128(whole) - Int128(earned.fen)
      #expect(off.magnitude < whole.magnitude)
      #expect(mode.table(of: earned).rows.last?.last == left.description)
    }
  }

  @Test(
    arguments: [
      ("[]", "An organisation mode needs a link."),
      ("[-0.1]", "c0 cannot keep -1/10 of what is earned; a part is zero or more."),
      ("[0.7, 0.4]", "The links of an organisation mode cannot keep more than all of it."),
      ("[1]", nil),
      ("[1/9223372036854775807, 1/9223372036854775806]", OrganisationModeTests.tooFine),
    ] as [(String, String?)]
  )
  func `Links that form no mode are refused in files`(keeps: String, problem: String?) throws {
    let links = keeps.dropFirst().dropLast().split(separator: ",").enumerated().map { index, part in
      let part = part.filter { $0 != " " }
      return
        "{\"role\": \"company\", \"name\": \"c\(index)\", \"task\": \"t\", \"keeps\": \"\(part)\"}"
    }
    let text = "{\"links\": [\(links.joined(separator: ", "))]}"
    #expect(try decodingProblem(OrganisationMode.self, from: text) == problem)
  }

  @Test func `A role that would break a statement's lines is refused`() throws {
    let text = try json(Self.pigs).replacing("cooperative", with: "cooper\\native")
    #expect(
      try decodingProblem(OrganisationMode.self, from: text)
        == "A role needs a name of one line; \"cooper\\native\" holds a line break or another control "
        + "character."
    )
    let named = try json(Self.pigs).replacing("Sishililiang", with: "Sishi\\nliliang")
    #expect(
      try decodingProblem(OrganisationMode.self, from: named)
        == "\"Sishi\\nliliang\" runs over several lines or holds a control character. Give it one line."
    )
  }

  private static let tooFine =
    "The fractions that the links keep have no common denominator of 64 bits."

  @Test func `Links that form no mode stop a program`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = OrganisationMode([
        .init("company", "a", keeps: "3/5", does: "t"),
        .init("branch", "b", keeps: "1/2", does: "t"),
      ])
    }
    #expect(
      output(
        result?.standardErrorContent,
        says: "The links of an organisation mode cannot keep more than all of it."
      )
    )
  }
}
