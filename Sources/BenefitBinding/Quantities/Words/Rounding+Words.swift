extension Rounding: CustomStringConvertible {
  /// The rule in words, such as `half up to the fen`.
  public var description: String { English(.yuan).rounding(self) }
}

extension English {
  /// A rule of rounding, for money or for a quantity, of which the finest step is a unit.
  func rounding(_ rounding: Rounding, ofUnits: Bool = false) -> String {
    let step = ofUnits && rounding.step == .fen ? "whole units" : self.step(rounding.step)
    return "\(rounding.direction.words(in: .english)) to \(step)"
  }

  private func step(_ step: Rounding.Step) -> String {
    switch step.inSteps(of: currency) {
    case .fen: "the \(currency.smallest)"
    case .jiao: currency == .yuan ? "the jiao" : "ten \(currency.smallests)"
    case .yuan: "the \(currency.unit)"
    case .ten: "ten \(currency.units)"
    case .hundred: "a hundred \(currency.units)"
    }
  }

  /// One step that is given to somebody.
  func oneStep(_ step: Rounding.Step) -> String {
    switch step.inSteps(of: currency) {
    case .fen: "one \(currency.smallest)"
    case .jiao: currency == .yuan ? "one jiao" : "ten \(currency.smallests)"
    case .yuan: "one \(currency.unit)"
    case .ten, .hundred: self.step(step)
    }
  }
}

extension Chinese {
  /// A rule of rounding, for money or for a quantity, of which the finest step is a unit.
  package func rounding(_ rounding: Rounding, ofUnits: Bool = false) -> String {
    let step = ofUnits && rounding.step == .fen ? "整数" : self.step(rounding.step)
    return "\(rounding.direction.words(in: .simplifiedChinese))到\(step)"
  }

  private func step(_ step: Rounding.Step) -> String {
    switch step.inSteps(of: currency) {
    case .fen: currency.smallest.chinese
    case .jiao: currency == .yuan ? "角" : "十\(currency.smallest.chinese)"
    case .yuan: currency.unit.chinese
    case .ten: "十\(currency.unit.chinese)"
    case .hundred: "百\(currency.unit.chinese)"
    }
  }

  /// One step that is given to somebody.
  func oneStep(_ step: Rounding.Step) -> String {
    switch step.inSteps(of: currency) {
    case .fen, .yuan: "一\(self.step(step))"
    case .jiao: currency == .yuan ? "一角" : self.step(step)
    case .ten: self.step(step)
    case .hundred: "一\(self.step(step))"
    }
  }
}

extension Rounding.Direction {
  /// The direction in a language.
  func words(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .down: "down"
    case .up: "up"
    case .halfUp: "half up"
    case .halfEven: "half even"
    }
  }

  private var chinese: String {
    switch self {
    case .down: "舍去尾数"
    case .up: "尾数进一"
    case .halfUp: "四舍五入"
    case .halfEven: "四舍六入五成双"
    }
  }
}
