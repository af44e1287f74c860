import BenefitBinding
import Foundation
import Testing

/// Amounts in capitals against the annex of 支付结算办法 and a second, naive way of writing them.
struct MoneyCapitalsTests {
  @Test(arguments: [
    ("1,409.50", "人民币壹仟肆佰零玖元伍角"),
    ("6,007.14", "人民币陆仟零柒元壹角肆分"),
    ("1,680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
    ("107,000.53", "人民币壹拾万零柒仟元伍角叁分"),
    ("16,409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "人民币叁佰贰拾伍元零肆分"),
  ])
  func `The annex's examples`(_ amount: Money, _ text: String) {
    #expect(amount.inCapitals == text)
  }

  @Test(arguments: [
    ("0", "人民币零元整"),
    ("0.04", "人民币肆分"),
    ("0.50", "人民币伍角"),
    ("0.57", "人民币伍角柒分"),
    ("10", "人民币壹拾元整"),
    ("105,000", "人民币壹拾万零伍仟元整"),
    ("1,000,000,000,000", "人民币壹万亿元整"),
    ("1,000,100,000,000", "人民币壹万零壹亿元整"),
    ("-1,409.50", "人民币负壹仟肆佰零玖元伍角"),
  ])
  func `Ends of the rules`(_ amount: Money, _ text: String) {
    #expect(amount.inCapitals == text)
  }

  @Test func `The ends of the range`() {
    let yuan = "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元"
    #expect(Money(fen: .max).inCapitals == "人民币\(yuan)零柒分")
    #expect(Money(fen: .min).inCapitals == "人民币负\(yuan)零捌分")
  }

  @Test func `All amounts below a hundred yuan are written as by the naive way`() {
    for fen in 0..<10_000 as Range<Int64> {
      let (written, naive) = (Money(fen: fen).inCapitals, Self.naive(fen))
      guard written == naive else {
        Issue.record("\(fen) fen: \(written), not \(naive)")
        return
      }
    }
  }

  @Test func `Gaps of every pattern up to the largest amounts are written as by the naive way`() {
    // Each of eighteen digits is there or is none; all patterns of fourteen, some of those above.
    for pattern in Array(0..<1 << 14) + stride(from: 1 << 14, to: 1 << 18, by: 61) {
      var fen: Int64 = 0
      for place in 0..<18 {
        let digit = pattern >> (17 - place) & 1 == 0 ? 0 : Int64(place % 9 + 1)
        fen = fen * 10 + digit
      }
      let (written, naive) = (Money(fen: fen).inCapitals, Self.naive(fen))
      guard written == naive else {
        Issue.record("\(fen) fen: \(written), not \(naive)")
        return
      }
    }
  }

  // MARK: - The naive way

  /// Every digit with its unit, from which needless zeros are then struck.
  private static func naive(_ fen: Int64) -> String {
    let (yuan, jiao, cents) = (fen / 100, fen / 10 % 10, fen % 10)
    if fen == 0 { return "人民币零元整" }
    var text = yuan == 0 ? "" : whole(yuan) + "元"
    if jiao != 0 { text += digit(jiao) + "角" } else if cents != 0 && yuan != 0 { text += "零" }
    if cents != 0 { text += digit(cents) + "分" }
    return "人民币" + text + (jiao == 0 && cents == 0 ? "整" : "")
  }

  private static func whole(_ number: Int64) -> String {
    let (above, below) = (number / 100_000_000, number % 100_000_000)
    if above == 0 { return struck(eight(below)) }
    if below == 0 { return whole(above) + "亿" }
    let gap = below < 10_000_000 ? "零" : ""
    // A gap at the end of what stands above is read as well.
    let end = above % 10 == 0 ? "零" : ""
    return struck(whole(above) + "亿" + end + gap + struck(eight(below)))
  }

  private static func eight(_ number: Int64) -> String {
    let units = ["仟", "佰", "拾", "万", "仟", "佰", "拾", ""]
    var (text, power) = ("", 10_000_000 as Int64)
    for unit in units {
      text += digit(number / power % 10) + unit
      power /= 10
    }
    return number < 10_000 ? text.replacingOccurrences(of: "万", with: "") : text
  }

  private static func struck(_ text: String) -> String {
    var text = text
    for unit in ["仟", "佰", "拾"] { text = text.replacingOccurrences(of: "零" + unit, with: "零") }
    while text.contains("零零") { text = text.replacingOccurrences(of: "零零", with: "零") }
    text = text.replacingOccurrences(of: "零万", with: "万零")
    while text.contains("零零") { text = text.replacingOccurrences(of: "零零", with: "零") }
    if text.hasPrefix("零") { text.removeFirst() }
    if text.hasSuffix("零") { text.removeLast() }
    return text
  }

  private static func digit(_ digit: Int64) -> String {
    ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"][Int(digit)]
  }
}
