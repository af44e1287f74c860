extension Funding.Contribution {
  /// The problem that makes the contribution impossible, or `nil` if there is none.
  var problem: Phrase? {
    if let problem = problemOfEach { return problem }
    if let amount, amount < .zero {
      return Phrase(
        en: "\(amount) is no contribution; one is zero or more.",
        zh: "投入金额不能为 \(amount)，应为零或以上。"
      )
    }
    if let problem = reckoning?.problem { return problem }
    if let gaqa, let problem = OneLine.problem(with: gaqa, of: .gaqa) { return problem }
    if interest < .zero {
      return Phrase(en: "Interest of \(interest) is below zero.", zh: "利率 \(interest) 低于零。")
    }
    for part in [householdShare, subsidised] where part < .zero || part > .whole {
      return Phrase(
        en: "\(part) is no part of a contribution; one is from 0 to 1.",
        zh: "投入中的比例不能为 \(part)，应在 0 到 1 之间。"
      )
    }
    if disposition == .householdTitle && householdShare == .zero {
      return Phrase(
        en: "Money that stays as the households' shares has a household share above zero; "
          + "this has none.",
        zh: "本金最终作为农户股份的，其中农户入股资金的比例应大于零，而这里为零。"
      )
    }
    return nil
  }
}
