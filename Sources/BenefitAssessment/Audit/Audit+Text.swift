public import BenefitBinding

extension Audit.Severity {
  /// Returns the severity in a word of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .low: "低"
    case .medium: "中"
    case .high: "高"
    }
  }
}

extension Audit.Rule {
  /// Returns the name of the rule in a language; one of your own stays as it is.
  public func text(in language: Language) -> String {
    switch language {
    case .english: name
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .stakeYield: "股金收益率"
    case .fixedCoupon: "固定收益"
    case .concentration: "集中度"
    case .poorShare: "贫困户占比"
    case .doubleCounting: "重复计算"
    case .missingClaim: "无可计算的权益"
    case .debtLeft: "债务留存农户"
    case .reconciliation: "对账差异"
    case .verification: "实物核查"
    case .promise: "承诺兑现"
    case .instalments: "分期付款"
    case .expectedExit: "按预期收入脱贫"
    case .paidOutOfCapital: "以本金分红"
    case .idleCapital: "资金闲置"
    case .principalDue: "本金到期未还"
    default: "「\(name)」"
    }
  }
}

extension Audit.Subject: CustomStringConvertible {
  /// The subject with its kind, such as `scheme Citrus loans`.
  public var description: String { text(in: .english) }

  /// Returns the subject with its kind in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .scheme(let name): "scheme \(name)"
    case .claim(let claim): "claim \(claim)"
    case .household(let id): "household \(id)"
    case .fund(let name): "fund \(name)"
    }
  }

  private var chinese: String {
    switch self {
    case .scheme(let name): "方案「\(name)」"
    case .claim(let claim): "所报\(claim.text(in: .simplifiedChinese))"
    case .household(let id): "户「\(id)」"
    case .fund(let name): "资金「\(name)」"
    }
  }
}

extension Audit.Finding: CustomStringConvertible {
  /// The finding in one line, its figures first and what to check last; a line break in a name is written
  /// as an escape.
  public var description: String { text(in: .english) }

  /// Returns the finding in one line in a language, its figures first and what to check last; a line break
  /// in a name is written as an escape.
  public func text(in language: Language) -> String {
    let evidence = evidenceText(in: language)
    let (rule, subject) = (rule.text(in: language), subject.text(in: language))
    let (severity, advice) = (severity.text(in: language), advice.text(in: language))
    return switch language {
    case .english:
      "\(severity), \(rule), \(subject):\(evidence.isEmpty ? "" : " \(evidence).") \(advice)"
        .escaped
    case .simplifiedChinese:
      "\(severity)，\(rule)，\(subject)：\(evidence.isEmpty ? "" : "\(evidence)。")\(advice)".escaped
    }
  }

  /// The evidence as the table shows it.
  func evidenceText(in language: Language) -> String {
    let separator = Phrase(en: "; ", zh: "；").text(in: language)
    return figures.map { $0.text(in: language) }.joined(separator: separator)
  }
}

extension Audit {
  /// Returns the findings as a table, one row each.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "rule", zh: "规则"),
      .words(en: "severity", zh: "程度"),
      .words(en: "subject", zh: "对象"),
      .words(en: "evidence", zh: "依据"),
      .words(en: "what to check", zh: "核查事项"),
      in: language
    )
    for finding in findings {
      table.add(
        finding.rule.text(in: language),
        finding.severity.text(in: language),
        finding.subject.text(in: language),
        finding.evidenceText(in: language),
        finding.advice.text(in: language)
      )
    }
    return table
  }
}
