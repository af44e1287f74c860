/// A name that the library itself gives to a line of a settlement or to a part of a formula.
///
/// The named schemes write the English one in their clauses.
package enum StandardLine: String, CaseIterable {
  case dividend
  case stake
  case interest
  case shareOfTakings = "share of takings"
  case custody
  case lossBorne = "loss borne"
  case sale
  case saleOtherwise = "sale otherwise"
  case givenFree = "given free"
  case platformMargin = "platform margin"
  case sharedBack = "shared back"
  case adoptionMargin = "adoption margin"
  case rent
  case labour
  case subsidy
  case clawedBack = "clawed back"
  case coupon
  case retained
  case returnOnUse = "return on use"
  case principalDue = "principal due"
  case principalReturned = "principal returned"
  case debtThatStays = "debt that stays"
  case costs
  case deposit
  case depositForfeited = "deposit forfeited"
  case insurance
  case offspringKept = "offspring kept"
  case stockKept = "stock kept"
  case growthOfTheHerd = "growth of the herd"
  case declineOfTheHerd = "decline of the herd"
  case inputs
  case displaced
  case distributableProfit = "distributable profit"
  case wholeCoupon = "whole coupon"
  case fees
  case surplusSold = "surplus sold"
  case yieldBoughtIn = "yield bought in"
  case heads

  /// The name as notices and contracts of the field write it.
  private var chinese: String {
    switch self {
    case .dividend: "分红"
    case .stake: "入股资金"
    case .interest: "利息"
    case .shareOfTakings: "旅游收入分成"
    case .custody: "托养收益"
    case .lossBorne: "承担亏损"
    case .sale: "销售"
    case .saleOtherwise: "无帮扶时的销售"
    case .givenFree: "无偿投入"
    case .platformMargin: "平台盈余"
    case .sharedBack: "盈余返还"
    case .adoptionMargin: "认养盈余"
    case .rent: "租金"
    case .labour: "劳务"
    case .subsidy: "补助"
    case .clawedBack: "追回补助"
    case .coupon: "固定收益"
    case .retained: "留存"
    case .returnOnUse: "贷款自用收益"
    case .principalDue: "应还本金"
    case .principalReturned: "还回本金"
    case .debtThatStays: "未还债务"
    case .costs: "成本"
    case .deposit: "押金"
    case .depositForfeited: "没收押金"
    case .insurance: "保险赔款"
    case .offspringKept: "留养仔畜"
    case .stockKept: "归户种畜"
    case .growthOfTheHerd: "畜群增值"
    case .declineOfTheHerd: "畜群减值"
    case .inputs: "投入品"
    case .displaced: "放弃的收入"
    case .distributableProfit: "可分配利润"
    case .wholeCoupon: "全部固定收益"
    case .fees: "认养费"
    case .surplusSold: "超产部分销售款"
    case .yieldBoughtIn: "补购款"
    case .heads: "头数"
    }
  }

  /// The name of a line in a language, part by part; a part that a user made up stays as it is.
  package static func words(_ name: String, in language: Language) -> String {
    switch language {
    case .english: name
    case .simplifiedChinese:
      if let line = Self(rawValue: name) {
        line.chinese
      } else if let mark = name.firstRange(of: ": ") {
        [name[..<mark.lowerBound], name[mark.upperBound...]]
          .map { words(String($0), in: language) }.joined(separator: "：")
      } else if let mark = name.firstRange(of: ", "),
        let source = StandardName(rawValue: String(name[..<mark.lowerBound]))
      {
        source.chinese + "，" + place(name[mark.upperBound...])
      } else {
        name
      }
    }
  }

  /// The place that a loan's line names: a gaqa, or all of them.
  private static func place(_ text: Substring) -> String {
    text == "all" || text.hasPrefix("all, ") ? "全体\(text.dropFirst(3))" : String(text)
  }
}
