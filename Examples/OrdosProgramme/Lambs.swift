import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Measure {
  /// Lambs that a household owes for the ewes it was lent.
  fileprivate static let lambsOwed = Measure("lambs owed", in: .head)
}

/// Households of Hanggin's gaqa economy that were lent five ewes each.
private let borrowers = stride(from: 1, through: 681, by: 34).map { "HJ-\(padded($0, to: 3))" }

/// Three litters in two years; one household is two lambs behind when all are due.
private func makeLedger() throws -> InKindLedger {
  let terms = InKindTerms(
    lent: .ewe,
    owed: [.perHead(2, .lamb, after: .months(24))]
  )
  return try InKindLedger(
    terms,
    contracts: borrowers.map {
      InKindContract($0, borrower: $0, lender: "Hanggin ewe fund", on: "2014-12-15", heads: 5)
    },
    events: borrowers.flatMap { id in
      [
        InKindEvent(id, on: "2015-06-01", .born(10)),
        InKindEvent(id, on: "2016-02-01", .born(10)),
        InKindEvent(id, on: "2016-09-01", .born(10)),
        InKindEvent(id, on: "2016-11-01", .sold(12, .offspring)),
        InKindEvent(id, on: "2016-12-01", .delivered(id == borrowers.last ? 8 : 10)),
      ]
    }
  )
}

private let lambsForEwes = LambsForEwes(
  name: "Lambs in return for ewes",
  members: .atLeast(.measure(.lambsOwed), "1 head"),
  sales: Purchase(
    "lambs sold",
    of: .measure(.offspringSold),
    at: .fact(.marketPrice),
    inputs: .each("180.00", per: .measure(.offspringSold))
  )
).terms

/// Lambs in return for ewes: the document names the mode only.
let lambs = PublishedCase(
  name: "Lambs",
  published: "the mode \"lambs in return for ewes\", without terms or outcome.",
  households: [],
  scheme: lambsForEwes,
  facts: { facts, register in
    let ledger = try makeLedger()
    facts[.marketPrice] = "636.00"
    facts.set(
      .lambsOwed,
      byHousehold: try ledger.quantities(of: .owed, on: "2016-12-31", for: register)
    )
    facts.set(
      .offspringSold,
      byHousehold: try ledger.quantities(of: .offspringSold, in: .year(2016), for: register)
    )
  },
  derived: [],
  assumed: [
    "21 households of Hanggin's gaqa economy with 5 ewes each",
    "2 lambs for a ewe in two years, at least 6 born, and the ewe then the household's (the terms "
      + "published for Weichang, Hebei)",
    "12 of 30 lambs sold at 636 yuan (220,000 yuan for 346 lambs, Urad Rear banner), each raised "
      + "for 180 yuan",
  ],
  example: "HJ-001",
  checks: { _ in
    let position = try makeLedger().position(on: "2016-12-31")
    return [
      Check(
        "lambs delivered for ewes",
        "not stated",
        Ratio(Int64(position[.delivered])),
        in: "head"
      ),
      Check("lambs in arrears", "not stated", Ratio(Int64(position[.arrears])), in: "head"),
      Check("lambs in return for ewes", unknownBecause: noTerms, in: "head"),
    ]
  }
)
