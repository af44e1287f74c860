import BenefitBinding

extension Quantile {
  /// The rule in a formula.
  var convention: Phrase {
    switch self {
    case .lower: Phrase(en: "the first income with F >= p", zh: "首个 F >= p 的收入")
    case .upper: Phrase(en: "the first income with F > p", zh: "首个 F > p 的收入")
    case .averaged:
      Phrase(
        en: "the mean of the first incomes with F >= p and F > p",
        zh: "首个 F >= p 与首个 F > p 的收入的平均"
      )
    case .closestObservation:
      Phrase(
        en: "the observation nearest to n * p, of two the even one",
        zh: "最接近 n * p 的观测值，相等时取偶数位"
      )
    case .interpolatedInverse: interpolation("n * p")
    case .hazen: interpolation("n * p + 1/2")
    case .weibull: interpolation("(n + 1) * p")
    case .linear: interpolation("(n - 1) * p + 1")
    case .medianUnbiased: interpolation("(n + 1/3) * p + 1/3")
    case .normalUnbiased: interpolation("(n + 1/4) * p + 3/8")
    }
  }

  private func interpolation(_ place: String) -> Phrase {
    Phrase(
      en: "linear between observations, at place \(place)",
      zh: "观测值之间线性内插，位置为 \(place)"
    )
  }

  /// The rule in a word.
  var phrase: Phrase {
    let chinese =
      switch self {
      case .lower: "取下"
      case .upper: "取上"
      case .averaged: "取平均"
      case .closestObservation: "取最近观测值"
      case .interpolatedInverse: "逆函数内插"
      case .hazen: "黑曾"
      case .weibull: "威布尔"
      case .linear: "线性"
      case .medianUnbiased: "中位数无偏"
      case .normalUnbiased: "正态无偏"
      }
    return Phrase(en: rawValue, zh: chinese)
  }
}
