public import BenefitBinding

extension Statistic {
  /// Returns the value with a fixed number of decimals, rounded half up and grouped in threes, without its unit; infinity and
  /// reasons in words of a language.
  ///
  /// - Precondition: `decimals` is from 0 to 12.
  public func text(decimals: Int, in language: Language = .english) -> String {
    require((0...12).contains(decimals), "A statistic shows from 0 to 12 decimals.")
    let scale = (0..<decimals).reduce(1 as Int128) { scale, _ in scale * 10 }
    switch content {
    case .exact(let ratio):
      let units = (Int128(ratio.numerator) * scale)
        .divided(by: Int128(ratio.denominator), rounding: .halfUp)
      guard let units = Int64(exactly: units) else { return text(in: language) }
      return DecimalText.write(units, decimals: decimals, grouped: true)
    case .number(let number):
      let units = (number * Double(Int64(scale))).rounded()
      guard units.magnitude < 0x1p53 else { return text(in: language) }
      return DecimalText.write(Int64(units), decimals: decimals, grouped: true)
    case .undefined: return text(in: language)
    }
  }
}

extension Statistic: CustomStringConvertible {
  /// The fraction or the number and its unit, such as `yuan` or a power of it, or why there is none.
  public var description: String { text(in: .english) }

  /// Returns the fraction or the number and its unit, or why there is none, in a language.
  public func text(in language: Language) -> String {
    let number = contentText(in: language)
    let (power, currency) = (dimension.power, dimension.currency)
    let unit = content == .exact(.whole) ? currency.unit : currency.units
    return switch power {
    case 0: number
    case 1: "\(number) \(unit.text(in: language))"
    default: "\(number) \(unit.text(in: language))^\(power)"
    }
  }

  private func contentText(in language: Language) -> String {
    switch content {
    case .exact(let ratio): ratio.description
    case .number(let number) where number.isInfinite:
      (number > 0 ? Phrase(en: "infinite", zh: "无穷大") : Phrase(en: "-infinite", zh: "负无穷大"))
        .text(in: language)
    case .number(let number): number.description
    case .undefined(let reason):
      Phrase(
        en: "undefined: \(reason.rawValue)",
        zh: "无数值：\(reason.text(in: .simplifiedChinese))"
      ).text(in: language)
    }
  }
}

extension Statistic.Reason {
  /// Returns the reason in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .nobody: "没有人口"
    case .zeroTotal: "总额为零"
    case .negativeTotal: "总额低于零"
    case .negativeIncome: "有收入低于零"
    case .noLine: "贫困线不大于零"
    case .tooLarge: "贫困线过大，无法精确保存"
    case .noPoor: "没有贫困人口"
    case .everyonePoor: "全部为贫困人口"
    case .zeroShare: "作除数的份额为零"
    case .noReceivers: "无人受益"
    case .singleObservation: "只有一个观测值"
    case .weightedSample: "该定义只适用于未加权的数据"
    case .noGrowth: "收入没有增长"
    case .notAdditive: "该指数不能按组相加"
    case .tooManySchemes: "方案过多"
    case .indeterminate: "含无穷大，结果不定"
    case .notStated: "未说明"
    case .costNotStated: "未说明实施费用"
    case .noUnit: "数量为零"
    case .gapNotSmaller: "贫困缺口没有缩小"
    case .noPublicMoney: "没有投入公共资金"
    case .noFlows: "没有资金收付"
    case .noChangeOfSign: "资金只收不付或只付不收"
    case .noRoot: "任何利率下净现值都不为零"
    }
  }
}
