import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Measure {
  /// Lambs that a household owes for the ewes it was lent.
  fileprivate static func lambsOwed(in say: Language) -> Measure {
    Measure(say("lambs owed", "应还羔羊"), in: .head)
  }
}

/// Households of Hanggin's gaqa economy that were lent five ewes each.
private let borrowers = stride(from: 1, through: 681, by: 34).map { "HJ-\(padded($0, to: 3))" }

/// Three litters in two years; one household is two lambs behind when all are due.
private func makeLedger(in say: Language) throws -> InKindLedger {
  let terms = InKindTerms(
    lent: .ewe,
    owed: [.perHead(2, .lamb, after: .months(24))]
  )
  let lender = say("Hanggin ewe fund", "杭锦旗母羊基金")
  return try InKindLedger(
    terms,
    contracts: borrowers.map {
      InKindContract($0, borrower: $0, lender: lender, on: "2014-12-15", heads: 5)
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

private func lambsForEwes(in say: Language) -> Terms {
  LambsForEwes(
    name: say("Lambs in return for ewes", "杭锦旗借母还羔"),
    members: .atLeast(.measure(.lambsOwed(in: say)), "1 head"),
    sales: Purchase(
      say("lambs sold", "出售羔羊"),
      of: .measure(.offspringSold),
      at: .fact(.marketPrice),
      inputs: .each("180.00", per: .measure(.offspringSold))
    )
  ).terms
}

/// Lambs in return for ewes: the document names the mode only.
func lambs(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Lambs", "借母还羔"),
    published: say(
      "the mode \"lambs in return for ewes\", without terms or outcome.",
      "只提到“借母还羔”模式，未载明条款和成效。"
    ),
    households: [],
    scheme: lambsForEwes(in: say),
    facts: { facts, register in
      let ledger = try makeLedger(in: say)
      facts[.marketPrice] = "636.00"
      let year = Period.year(2016)
      try facts.state(.owed, of: ledger, as: .lambsOwed(in: say), in: year, for: register)
      try facts.state(.offspringSold, of: ledger, as: .offspringSold, in: year, for: register)
    },
    derived: [],
    assumed: [
      say(
        "21 households of Hanggin's gaqa economy with 5 ewes each",
        "杭锦旗嘎查集体经济中的 21 户，每户借母羊 5 只"
      ),
      say(
        "2 lambs for a ewe in two years, at least 6 born, and the ewe then the household's (the "
          + "terms published for Weichang, Hebei)",
        "每只母羊两年还羔 2 只，两年至少产羔 6 只，期满母羊归农户（河北围场公布的条款）"
      ),
      say(
        "12 of 30 lambs sold at 636 yuan (220,000 yuan for 346 lambs, Urad Rear banner), each raised "
          + "for 180 yuan",
        "30 只羔羊出售 12 只，每只 636 元（乌拉特后旗 346 只羔羊收益 220,000 元），每只饲养成本 180 元"
      ),
    ],
    example: "HJ-001",
    checks: { _ in
      let position = try makeLedger(in: say).position(on: "2016-12-31")
      return [
        Check(
          say("lambs delivered for ewes", "已还羔羊"),
          "not stated",
          position[.delivered],
          in: .head
        ),
        Check(
          say("lambs in arrears", "欠还羔羊"),
          "not stated",
          position[.arrears],
          in: .head
        ),
        Check(
          say("lambs in return for ewes", "借母还羔成效"),
          unknownBecause: say.noTerms,
          in: .head
        ),
      ]
    }
  )
}
