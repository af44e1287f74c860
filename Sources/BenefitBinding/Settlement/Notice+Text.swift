extension Notice: CustomStringConvertible {
  /// The notice as a sentence with its place.
  public var description: String { text(in: .english) }

  /// Returns the notice as a sentence with its place, in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: "\(englishPlace): \(english)"
    case .simplifiedChinese: "\(chinesePlace)：\(chinese)"
    }
  }
}

extension Notice {
  private var englishPlace: String {
    var place = scheme.map { "\($0), \(line)" } ?? line
    if let gaqa { place += ", gaqa \(gaqa)" }
    if let status { place += ", status \(status)" }
    if let household { place += ", household \(household)" }
    return place
  }

  private var english: String {
    let stated = amount == .zero ? "what is stated" : "\(currency.text(self.amount)) that is stated"
    let amount = quantity.map { $0.words(in: .english) } ?? currency.text(self.amount)
    let given = quantity == nil ? "paid" : "allotted"
    let isMany = quantity.map { $0.thousandths != 1_000 } ?? false
    let (stays, was) = isMany ? ("are", "were") : ("is", "was")
    return switch code {
    case .loss: "a loss of \(amount) is carried to the next season."
    case .negativePot: "the pot came to \(amount); nothing was shared."
    case .negativeAmount:
      "what came to \(amount) is below zero and \(quantity == nil ? "pays" : "gives") nothing."
    case .nobodyEligible: "\(amount) could not be \(given) because nobody is eligible."
    case .noWeight: "\(amount) could not be \(given) because all weights are zero."
    case .shortfall: "the pot is \(amount) short of what the tier was to pay."
    case .balanceShortfall:
      "the account lacks \(amount) of what was to be drawn from it; the pot was cut to its balance."
    case .noMembers where gaqa == nil:
      "\(amount) \(was) stated for households that are not members; nobody got it."
    case .notBorne: "\(amount) of the burden is borne by nobody."
    case .notTakenUp:
      "\(amount) that earlier seasons carried is taken up by no line of the scheme."
        + (counterpart.map { " A tier takes over \"\($0)\", of which the books carry nothing." }
          ?? "")
    case .heldByOthers:
      "\(amount) is held by households that are no members and get nothing for it."
    case .noMembers: "\(amount) \(was) not shared because nobody there is a member."
    case .unknownScheme:
      "\(stated) is not used, for the programme has no scheme of that name. Check the scheme's name."
    case .unknownGaqa:
      "\(stated) is not used, for no household of the register lives there. Check the gaqa's name."
    case .notRead:
      "\(stated) is not used, for no formula of the scheme reads it. Check the fact's name."
    case .unknownBorrower:
      "\(stated) is not used, for the register does not hold that household. List it there, or settle "
        + "its loan elsewhere."
    case .notListed: "\(amount) goes to those who are known by their number and not listed."
    case .leftInPot: "\(amount) \(stays) left in the pot after all tiers."
    case .namesNobody:
      (status == nil
        ? "the register does not list this gaqa, which a condition names. "
        : "no household of the register has this status, which a condition names. ")
        + (counterpart.map { "Write \"\($0)\" if that is meant." } ?? "Check the name.")
    }
  }
}

extension Notice {
  private var chinesePlace: String {
    let words =
      switch code {
      case .loss, .notRead, .unknownScheme, .unknownGaqa, .unknownBorrower, .noMembers,
        .namesNobody:
        StandardName(rawValue: line)?.chinese
      default: nil as String?
      }
    let part = ["members": "参加条件", "funding": "投入资金"][line]
    var place = scheme.map { "「\($0)」" } ?? ""
    place += "「\(words ?? part ?? StandardLine.words(line, in: .simplifiedChinese))」"
    if let gaqa { place += "，嘎查「\(gaqa)」" }
    if let status { place += "，类别\(status.words(in: .simplifiedChinese))" }
    if let household { place += "，户「\(household)」" }
    return place
  }

  private var chinese: String {
    let sum =
      quantity.map { $0.words(in: .simplifiedChinese) }
      ?? "\(currency.text(amount)) \(currency.unit.chinese)"
    let given = quantity == nil ? "发放" : "分配"
    let stated = amount == .zero ? "所填数据" : "所填 \(sum)"
    return switch code {
    case .loss: "亏损 \(sum)，结转下期弥补。"
    case .negativePot: "分配总额为 \(sum)，不作分配。"
    case .negativeAmount: "计算结果 \(sum)低于零，不予\(given)。"
    case .nobodyEligible: "\(sum)因无符合条件的户而未能\(given)。"
    case .noWeight: "\(sum)因各户份额均为零而未能\(given)。"
    case .shortfall: "剩余资金比本项应付数少 \(sum)。"
    case .balanceShortfall: "账户余额比应提取数少 \(sum)，分配总额按余额计。"
    case .noMembers where gaqa == nil: "\(sum)填给了未参加的户，无人领取。"
    case .notBorne: "应负担的 \(sum)无人承担。"
    case .notTakenUp:
      "以前各期结转的 \(sum)在本方案中没有对应项目。"
        + (counterpart.map {
          "有分配项承接「\(StandardLine.words($0, in: .simplifiedChinese))」，而结转账中没有该项目。"
        } ?? "")
    case .heldByOthers: "\(sum)由未参加的户持有，不参与分配。"
    case .noMembers: "\(sum)因该处无参加户而未分配。"
    case .unknownScheme: "\(stated)未被采用，因为没有这个名称的方案，请核对方案名称。"
    case .unknownGaqa: "\(stated)未被采用，因为名册中没有住在该处的户，请核对嘎查名称。"
    case .notRead: "\(stated)未被采用，因为本方案的计算不用这一项，请核对项目名称。"
    case .unknownBorrower: "\(stated)未被采用，因为名册中没有该户，请补登该户或另行结算其贷款。"
    case .notListed: "\(sum)分给只知数量、未列入名册者。"
    case .leftInPot: "各项分配后剩余 \(sum)。"
    case .namesNobody:
      (status == nil ? "条件中写有该嘎查，但名册中没有这个嘎查。" : "条件中写有该类别，但名册中没有这一类别的户。")
        + (counterpart.map { "如系笔误，请改为「\($0)」。" } ?? "请核对名称。")
    }
  }
}
