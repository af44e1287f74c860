extension Money {
  /// The amount in Chinese capitals, as a contract or a receipt writes it beside the figures.
  ///
  /// ```swift
  /// let sum: Money = "1,409.50"
  /// print(sum.inCapitals)    // 人民币壹仟肆佰零玖元伍角
  /// ```
  ///
  /// A gap between digits is read as one 零; 整 closes an amount of whole yuan and is left out after jiao. An
  /// amount below zero begins with 负.
  ///
  /// Source: 支付结算办法, annex 1, on writing bills (People's Bank of China, 1997).
  public var inCapitals: String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    let (jiao, cents) = (Int(rest / 10), Int(rest % 10))
    var text = fen < 0 ? "人民币负" : "人民币"
    if yuan != 0 || rest == 0 { text += Self.capitals(yuan) + "元" }
    if rest == 0 { return text + "整" }
    if jiao != 0 {
      text += Self.digits[jiao] + "角"
    } else if yuan != 0 {
      text += Self.digits[0]
    }
    return cents == 0 ? text : text + Self.digits[cents] + "分"
  }

  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// A whole number in capitals: groups of four digits, each with its own unit.
  ///
  /// It is written from the last digit to the first; a gap shows before the first digit that follows it.
  private static func capitals(_ number: UInt64) -> String {
    if number == 0 { return digits[0] }
    var (text, rest, place) = ("", number, 0)
    var followsGap = false
    while rest != 0 {
      let digit = Int(rest % 10)
      if digit == 0 && followsGap {
        text = digits[0] + text
        followsGap = false
      }
      switch place {
      // A hundred million is the unit of all that stands above it, itself counted in ten thousands.
      case 8, 16: text = "亿" + text
      case 4, 12: if rest % 10_000 != 0 { text = "万" + text }
      default: break
      }
      if digit != 0 {
        text = digits[digit] + ["", "拾", "佰", "仟"][place % 4] + text
        followsGap = true
      }
      (rest, place) = (rest / 10, place + 1)
    }
    return text
  }
}
