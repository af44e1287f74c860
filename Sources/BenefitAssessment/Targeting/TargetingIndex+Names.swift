public import BenefitBinding

extension TargetingIndex {
  /// The name of the measure in English.
  public var name: String { name(in: .english) }

  /// Returns the name of the measure in a language.
  public func name(in language: Language) -> String { terms.name.text(in: language) }

  /// The method of computation, and the variant chosen where several are in use, in English.
  public var convention: String { convention(in: .english) }

  /// Returns the method of computation, and the variant chosen where several are in use, in a language.
  public func convention(in language: Language) -> String { terms.convention.text(in: language) }

  /// The name and the convention.
  var terms: (name: Phrase, convention: Phrase) {
    switch self {
    case .coverage(let unit):
      (Self.name("coverage", "覆盖率", unit), Phrase(en: "reached / all", zh: "受益数 / 总数"))
    case .coverageOfPoor(let unit):
      (
        Self.name("coverage of the poor", "贫困人口覆盖率", unit),
        Phrase(en: "poor reached / poor", zh: "受益贫困数 / 贫困数")
      )
    case .coverageOfOthers(let unit):
      (
        Self.name("coverage of the non-poor", "非贫困人口覆盖率", unit),
        Phrase(en: "non-poor reached / non-poor", zh: "受益非贫困数 / 非贫困数")
      )
    case .exclusionError(let unit):
      (
        Self.name("exclusion error", "排斥误差", unit),
        Phrase(en: "poor missed / poor", zh: "未受益贫困数 / 贫困数")
      )
    case .inclusionError(let unit):
      (
        Self.name("inclusion error", "纳入误差", unit),
        Phrase(en: "non-poor reached / reached", zh: "受益非贫困数 / 受益数")
      )
    case .differential(let unit):
      (
        Self.name("targeting differential", "瞄准差", unit),
        Phrase(
          en: "coverage of the poor - coverage of the non-poor",
          zh: "贫困人口覆盖率 - 非贫困人口覆盖率"
        )
      )
    case .amountDifferential(let unit):
      (
        Self.name("targeting differential of amounts", "金额瞄准差", unit),
        Phrase(
          en: "difference of the mean amounts / mean amount of the reached",
          zh: "两类平均金额之差 / 受益者平均金额"
        )
      )
    case .differentialOfErrors(let unit):
      (
        Self.name("differential of errors", "误差瞄准差", unit),
        Phrase(en: "1 - exclusion error - inclusion error", zh: "1 - 排斥误差 - 纳入误差")
      )
    case .shareToPoor:
      (
        Phrase(en: "share of the poor", zh: "贫困人口所得份额"),
        Phrase(
          en: "money of the poor / money, amounts below zero left out",
          zh: "贫困人口所得 / 全部金额，不计负数"
        )
      )
    case .leakage:
      (
        Phrase(en: "leakage", zh: "漏出率"),
        Phrase(
          en: "money of the non-poor / money, amounts below zero left out",
          zh: "非贫困人口所得 / 全部金额，不计负数"
        )
      )
    case .shareOverHeadcount:
      (
        Phrase(en: "share of the poor over headcount", zh: "贫困人口所得份额与人口份额之比"),
        Phrase(
          en: "share of the poor / part of the persons who are poor",
          zh: "贫困人口所得份额 / 贫困人口占比"
        )
      )
    case .gapEfficiency:
      (
        Phrase(en: "share that closes the gap", zh: "弥补贫困缺口的份额"),
        Phrase(en: "fall of the poverty gap / money", zh: "贫困缺口减少额 / 全部金额")
      )
    case .shareOfPoorest(let part):
      (
        Phrase(
          en: "share of the poorest \(part.percentText(decimals: 0))",
          zh: "最贫困 \(part.percentText(decimals: 0, in: .simplifiedChinese))人口的份额"
        ),
        Phrase(
          en: "persons by income before, those of one income split",
          zh: "按帮扶前收入排序，收入相同的人可拆分"
        )
      )
    case .coadyGroshHoddinott(let part):
      (
        Phrase(
          en: "Coady-Grosh-Hoddinott, \(part.percentText(decimals: 0))",
          zh: "科迪-格罗什-霍迪诺特指数（\(part.percentText(decimals: 0, in: .simplifiedChinese))）"
        ),
        Phrase(
          en: "share of the poorest part / that part; above 1 favours the poor",
          zh: "最贫困部分的份额 / 该部分占比；大于 1 有利于贫困人口"
        )
      )
    case .concentration:
      (
        Phrase(en: "concentration index", zh: "集中指数"),
        Phrase(
          en: "persons by income before, those of one income pooled",
          zh: "按帮扶前收入排序，收入相同的人合并"
        )
      )
    case .kakwani:
      (
        Phrase(en: "Kakwani", zh: "卡克瓦尼指数"),
        Phrase(
          en: "Gini before - concentration index; above zero favours the poor",
          zh: "帮扶前基尼系数 - 集中指数；大于零有利于贫困人口"
        )
      )
    }
  }

  private static func name(
    _ english: String,
    _ chinese: String,
    _ unit: Population.Unit
  ) -> Phrase {
    Phrase(en: "\(english), \(unit)", zh: "\(chinese)（\(unit.text(in: .simplifiedChinese))）")
  }
}
