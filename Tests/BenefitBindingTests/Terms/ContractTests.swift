import BenefitBinding
import PublishedSchemes
import TestSupport
import Testing

/// What a contract in plain words must say of any terms.
struct ContractTests {
  private static let cooperative = Shareholding(
    name: "Nalinxili breeding cooperative",
    members: .status(.belowNationalLine, .exited),
    funding: [
      .contribution(.yuan(500_000), from: .fiscalReliefFund),
      .contribution(
        .yuan(300_000),
        from: .reliefLoan,
        interest: "4.35%",
        subsidised: .percent(50),
        disposition: .returned(on: "2019-12-31")
      ),
    ],
    dividend: .fraction("5%", of: .stake) + .fraction("29%", of: .profit),
    apportionment: .whole(.yuan)
  )

  @Test func `A cooperative's contract in English`() {
    #expect(
      Self.cooperative.contract(in: .english).joined(separator: "\n") == """
        1. "Nalinxili breeding cooperative": a household of the register takes part where it is registered as "below \
        the national poverty line" or "exited from poverty".
        2. 500,000.00 yuan are put in (fiscal poverty relief fund). All of it is the households' stake.
        3. 300,000.00 yuan are put in (poverty relief loan). All of it is the households' stake. It bears 4.35 % of \
        interest a season, of which others pay 50 %. On 2019-12-31 it goes back to its source.
        4. All together, 800,000.00 yuan are put in, of which 800,000.00 yuan are the households' stake.
        5. "stake": the pot is the households' stake, rounded down to the fen.
        6. All of it is shared among the households, in equal parts for each household. It is held and is no income.
        7. "dividend": the pot is 5 % of the households' stake plus 29 % of the distributable profit. The \
        distributable profit is the excess, if any, of the profit over the losses of earlier seasons that are not made \
        good.
        8. All of it is shared among the households, in proportion to each one's "stake". Each part is rounded down to \
        the yuan. What is left over goes out one yuan each, to those whose parts were cut by most; what is less than \
        one yuan stays in the pot. It counts as property income.
        9. "interest": the charge is 50 % of 4.35 % of 300,000.00 yuan, rounded half up to the fen.
        10. 50 % of 4.35 % of 300,000.00 yuan, rounded half up to the fen, is charged to the households, in proportion \
        to each one's "stake". It counts as a cost.
        11. A loss, which is a profit below zero, is carried to the next season and made good from later profits \
        before these are shared.
        12. Where nothing else is said, an amount is rounded half up to the fen; what falls to each household of a pot \
        is rounded down to the fen, and the odd fen go, one each, to those whose parts were cut by most.
        13. Into a pot goes the sum of what is stated for each household or each gaqa. A pot below zero is not shared. \
        Nobody takes more than is left of a pot. What cannot be paid, as nobody qualifies or counts for anything, is \
        left for those named later, and what is left in the end stays where it is.
        """
    )
  }

  @Test func `A cooperative's contract in Chinese`() {
    #expect(
      Self.cooperative.contract(in: .simplifiedChinese).joined(separator: "\n") == """
        1. 「Nalinxili breeding cooperative」：名册内符合以下条件的户参加：该户属于建档\
        立卡贫困户或脱贫户。
        2. 财政扶贫资金投入 500,000.00 元（人民币伍拾万元整），全部作为农户入股资金。
        3. 扶贫贷款投入 300,000.00 元（人民币叁拾万元整），全部作为农户入股资金。每期按 4.35% 计息\
        ，贴息 50%。2019-12-31 本金退还出资方。
        4. 以上共投入 800,000.00 元（人民币捌拾万元整），其中农户入股资金 800,000.00 元（人民\
        币捌拾万元整）。
        5. 「入股资金」：分配总额为农户入股资金，舍去尾数到分。
        6. 全部按户平均分给各户。属持有，不计收入。
        7. 「分红」：分配总额为农户入股资金的 5% 加可分配利润的 29%。可分配利润指：利润超过以前各期未弥补亏损\
        的部分（如有）。
        8. 全部按各户「入股资金」的比例分给各户。各户应得部分舍去尾数到元，差额每户一元，按舍去尾数由大到小依次分给各\
        户，不足一元的部分不分。计入财产性收入。
        9. 「利息」：应负担总额为 300,000.00 元的 4.35% 的 50% 四舍五入到分。
        10. 300,000.00 元的 4.35% 的 50% 四舍五入到分，按各户「入股资金」的比例由各户负担。计\
        入支出。
        11. 利润低于零即为亏损，结转以后各期，先以以后各期利润弥补，再作分配。
        12. 未另作规定的，金额四舍五入到分；分给各户的部分舍去尾数到分，差额每户一分，按舍去尾数由大到小依次分给各户\
        。
        13. 按户或按嘎查填报的数额，合计后计入分配总额；分配总额低于零的不分配；各步所取不超过当时剩余部分；因无符合\
        条件的户或份额均为零而付不出的，留给后面各步；最后仍有剩余的，留在原处。
        """
    )
  }

  @Test func `The lines that a funding names by its loans are the library's own`() {
    let scheme = Shareholding(
      name: "合作社",
      funding: [
        .contribution(.yuan(100), from: .reliefLoan, interest: "3%"),
        .contribution(.yuan(200), from: .reliefLoan, gaqa: "allee", interest: "3%"),
        .contribution(.yuan(300), from: .reliefLoan, interest: "3%"),
      ],
      dividend: .profit
    )
    let text = scheme.contract(in: .simplifiedChinese).joined()
    for name in ["（「扶贫贷款，全体」）", "（「扶贫贷款，allee」）", "（「扶贫贷款，全体, 2」）"] {
      #expect(text.contains(name), "\(text)")
    }
  }

  // MARK: - Laws

  private static var all: [Terms] {
    get throws {
      try ContractSample.models + PublishedScheme.all.flatMap { try $0.settledTerms() }
        + (1...20).flatMap { try Sample(seed: $0).schemes }
    }
  }

  @Test func `Chinese holds no English but names that a user made up`() throws {
    for terms in try Self.all {
      let names = try ownNames(in: terms)
      for sentence in terms.contract(in: .simplifiedChinese) {
        let rest = names.reduce(sentence) { $0.replacing($1, with: "") }
        #expect(
          !rest.contains { $0.isASCII && ($0.isLetter || "\"();".contains($0)) },
          "\(sentence)"
        )
      }
    }
  }

  @Test func `English holds no Chinese but names that a user made up`() throws {
    for terms in try Self.all {
      let names = try ownNames(in: terms)
      for sentence in terms.contract(in: .english) {
        let rest = names.reduce(sentence) { $0.replacing($1, with: "") }
        #expect(rest.utf8.allSatisfy { $0 < 0x80 || $0 >= 0xe2 && $0 < 0xe3 }, "\(sentence)")
      }
    }
  }

  @Test func `A contract names every clause once and in order`() throws {
    for terms in try Self.all {
      for language in Language.allCases {
        let sentences = terms.contract(in: language).dropFirst()
        let heads = terms.clauses.map { clause in
          switch language {
          case .english: "\"\(clause.name)\": "
          case .simplifiedChinese: "「\(StandardLine.words(clause.name, in: language))」："
          }
        }
        let found = sentences.compactMap { sentence -> String? in
          let text = sentence.drop { $0 != " " }.dropFirst()
          return heads.first { text.hasPrefix($0) }
        }
        #expect(found == heads)
      }
    }
  }

  @Test func `Sentences are numbered, are whole and are not said twice`() throws {
    for terms in try Self.all {
      for language in Language.allCases {
        let sentences = terms.contract(in: language)
        for (index, sentence) in sentences.enumerated() {
          #expect(sentence.hasPrefix("\(index + 1). "))
          #expect(sentence.hasSuffix(language == .english ? "." : "。"), "\(sentence)")
          for slip in ["  ", "..", "。。", " .", " ,", "，，", "the the", "()"] {
            #expect(!sentence.contains(slip), "\(sentence)")
          }
        }
      }
    }
  }

  @Test func `A contract is that of the stored terms`() throws {
    for terms in try Self.all {
      let stored = try roundTripped(terms)
      for language in Language.allCases {
        #expect(stored.contract(in: language) == terms.contract(in: language))
      }
    }
  }

  // MARK: - Differences

  private struct Draft {
    var amount = Amount.yuan(80_000)
    var potRounding = Rounding.halfUp(to: .fen)
    var scope = Distribution.Scope.members
    var source: Account?
    var key = Key.household
    var condition = Condition.always
    var apportionment = Apportionment.exact
    var flow = Flow.property
    var part = Amount.percentOfPot(70)
    var claim = Amount.yuan(800)
    var pool: AwardPool?
    var account = Account.villageWelfare
    var isSwapped = false
    var price = Amount.yuan(2)
    var inputs: Amount?
    var wage = Amount.yuan(2_000)
    var work = QuantityFormula.measure(.monthsWorked)
    var displaced: Amount?
    var paymentRounding = Rounding.halfUp(to: .fen)
    var funding: Funding = [.contribution(.yuan(9), from: .reliefLoan, interest: "2%")]
    var members = Condition.always

    var terms: Terms {
      Terms(name: "draft", members: members, funding: funding) {
        Distribution(of: amount, rounded: potRounding, per: scope, from: source) {
          if isSwapped { Tier(.percentOfPot(3), to: account) }
          Tier(part, by: key, where: condition, apportioned: apportionment, as: flow)
          if !isSwapped { Tier(.percentOfPot(3), to: account) }
          Tier(each: claim, as: .transfer, named: "award", from: pool)
        }
        Purchase("eggs", of: .measure(.eggsDelivered), at: price, inputs: inputs)
        Employment("work", work: work, pay: wage, displaced: displaced)
        Payment("rent", each: .fact(.monthlyWage), rounded: paymentRounding, as: .property)
      }
    }
  }

  @Test func `Terms that differ in one thing have contracts that differ`() {
    func parts(_ rounding: Rounding, _ residue: Residue) -> Apportionment {
      Apportionment(rounding: rounding, residue: residue)
    }
    func loan(_ yuan: Int64 = 9, subsidised: Ratio = .zero, end: Funding.Disposition? = nil)
      -> Funding
    {
      [
        .contribution(
          .yuan(yuan),
          from: .reliefLoan,
          interest: "2%",
          subsidised: subsidised,
          disposition: end
        )
      ]
    }
    let changes: [(inout Draft) -> Void] = [
      { _ in },
      { $0.amount = .yuan(80_001) }, { $0.amount = .fact(.profit) }, { $0.amount = .profit },
      { $0.amount = .yuan(80_000) + .fact(.profit) },
      { $0.amount = .yuan(80_000) - .fact(.profit) },
      { $0.amount = .greater(of: .yuan(80_000), .fact(.profit)) },
      { $0.amount = .lesser(of: .yuan(80_000), .fact(.profit)) },
      { $0.amount = .excess(of: .fact(.profit), over: .yuan(80_000)) },
      {
        $0.amount = .either(
          .yuan(1),
          otherwise: .yuan(2),
          where: .atLeast(.fact(.profit), .yuan(3))
        )
      },
      {
        $0.amount = .either(
          .yuan(1),
          otherwise: .yuan(2),
          where: .moreThan(.fact(.profit), .yuan(3))
        )
      },
      {
        $0.amount = .either(.yuan(1), otherwise: .yuan(2), where: .equal(.fact(.profit), .yuan(3)))
      },
      { $0.amount = .mean(of: .fact(.profit), seasons: 2) },
      { $0.amount = .mean(of: .fact(.profit), seasons: 3) },
      { $0.amount = .membersTotal(.profit) },
      { $0.amount = .fraction("1/3", of: .stake) }, { $0.amount = .stake * 3 },
      { $0.amount = .stake * .fact(.returnRate) }, { $0.amount = .stake * .stakeFraction },
      { $0.potRounding = .down(to: .fen) }, { $0.potRounding = .up(to: .fen) },
      { $0.potRounding = .halfEven(to: .fen) }, { $0.potRounding = .halfUp(to: .yuan) },
      { $0.potRounding = .halfUp(to: .hundred) },
      { $0.scope = .gaqa },
      { $0.source = .reserve }, { $0.source = .collective },
      { $0.key = .person }, { $0.key = .measure(.landArea) }, { $0.key = .stake },
      { $0.key = .household.weighted(by: [.atRisk: 2]) },
      { $0.key = .household.weighted(by: [.atRisk: 3]) },
      { $0.condition = .status(.atRisk) }, { $0.condition = .status(.notPoor) },
      { $0.condition = !.status(.atRisk) }, { $0.condition = .gaqa("A") },
      { $0.condition = .status(.atRisk) && .gaqa("A") },
      { $0.condition = .status(.atRisk) || .gaqa("A") },
      { $0.apportionment = .whole(.yuan) }, { $0.apportionment = .whole(.jiao) },
      { $0.apportionment = parts(.down(to: .fen), .first) },
      { $0.apportionment = parts(.down(to: .fen), .last) },
      { $0.apportionment = parts(.down(to: .fen), .carriedForward) },
      { $0.apportionment = parts(.down(to: .fen), .writtenOff) },
      { $0.apportionment = parts(.down(to: .fen), .posted(to: .reserve)) },
      { $0.apportionment = parts(.halfUp(to: .fen), .posted(to: .reserve)) },
      { $0.apportionment = Apportionment(rate: .halfUp(to: .fen), residue: .posted(to: .reserve)) },
      { $0.flow = .holding }, { $0.flow = .business },
      { $0.part = .percentOfPot(69) }, { $0.part = .rest }, { $0.part = .pot },
      { $0.part = .rest / 2 },
      { $0.claim = .yuan(801) },
      { $0.pool = AwardPool(.percentOfPot(20)) }, { $0.pool = AwardPool(.percentOfPot(21)) },
      { $0.pool = AwardPool(.percentOfPot(20), carriesUnspent: true) },
      { $0.pool = AwardPool(.percentOfPot(20), backstop: .collective) },
      { $0.account = .reserve }, { $0.account = Account("village welfare", of: .programme) },
      { $0.isSwapped = true },
      { $0.price = "2.01" }, { $0.inputs = .yuan(1) }, { $0.inputs = .yuan(2) },
      { $0.wage = .yuan(2_001) }, { $0.work = .measure(.workers) }, { $0.displaced = .yuan(1) },
      { $0.work = QuantityFormula.measure(.monthsWorked).roundedUpToWholeUnits() },
      { $0.paymentRounding = .down(to: .yuan) },
      { $0.funding = loan(10) }, { $0.funding = loan(subsidised: .percent(50)) },
      { $0.funding = loan(subsidised: .whole) }, { $0.funding = loan(end: .usedUp) },
      { $0.funding = loan(end: .returned(on: nil)) },
      { $0.funding = loan(end: .returned(on: "2019-01-01")) },
      { $0.funding = loan(end: .collectiveTitle) }, { $0.funding = loan(end: .householdTitle) },
      { $0.members = .status(.exited) },
    ]
    for language in Language.allCases {
      var seen: [[String]: Int] = [:]
      for (number, change) in changes.enumerated() {
        var draft = Draft()
        change(&draft)
        let contract = draft.terms.contract(in: language)
        let same = seen.updateValue(number, forKey: contract)
        #expect(same == nil, "changes \(same ?? 0) and \(number) in \(language): \(contract)")
      }
    }
  }
}
