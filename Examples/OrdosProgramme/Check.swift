import BenefitAssessment
import BenefitBinding

/// A published figure and what was computed for it.
struct Check: Sendable {
  /// What a figure is counted in.
  enum Unit: String {
    case yuan, households, persons, gaqas, head, jin
    case percent = "%"

    /// The unit in a language.
    func text(in say: Language) -> String {
      switch self {
      case .yuan: say(rawValue, "元")
      case .households: say(rawValue, "户")
      case .persons: say(rawValue, "人")
      case .gaqas: say(rawValue, "个")
      case .head: say(rawValue, "只")
      case .jin: say(rawValue, "斤")
      case .percent: rawValue
      }
    }
  }

  let figure: PublishedFigure
  let unit: Unit
  let computed: Ratio

  /// Why nothing can be computed, as a sentence, where nothing can.
  let reason: String?

  init(_ quantity: String, _ printed: StaticString, _ computed: Ratio, in unit: Unit = .yuan) {
    figure = PublishedFigure(quantity, printed, in: unit.rawValue)
    self.unit = unit
    self.computed = computed
    reason = nil
  }

  /// A check of an amount of money.
  init(_ quantity: String, _ printed: StaticString, _ computed: Money) {
    self.init(quantity, printed, computed.ratio(to: .yuan(1)))
  }

  /// A check of a count.
  init(_ quantity: String, _ printed: StaticString, _ count: Int, in unit: Unit) {
    self.init(quantity, printed, Ratio(Int64(count)), in: unit)
  }

  /// A figure that the source states but that cannot be computed, with the reason.
  init(_ quantity: String, unknownBecause reason: String, in unit: Unit) {
    figure = PublishedFigure(quantity, "not stated", in: unit.rawValue)
    self.unit = unit
    computed = .zero
    self.reason = reason
  }

  var verdict: PublishedFigure.Verdict { figure.verdict(on: computed) }

  /// The published figure as the source states it, such as `more than 1,000.00`.
  func published(in say: Language) -> String {
    guard let value = figure.value else { return figure.text(in: say) }
    let word = figure.relation == .exactly ? "" : "\(figure.relation.text(in: say)) "
    return word + text(of: value)
  }

  /// The computed figure in the unit of the published one.
  var result: String { reason == nil ? text(of: computed) : "-" }

  /// The published figure alone, as files carry it; what it is compared for, the verdict says.
  var plainPublished: String { figure.value.map(text) ?? "" }

  /// The computed figure as files carry it.
  var plainResult: String { reason ?? text(of: computed) }

  private func text(of value: Ratio) -> String {
    unit == .yuan ? yuan(value).description : value.description
  }

  private func yuan(_ value: Ratio) -> Money {
    Money.yuan(1).multiplied(by: value, rounding: .halfUp(to: .fen))
  }
}
