extension Rounding: CustomStringConvertible {
  /// The rule in words, such as `half up to the fen`.
  public var description: String { words(in: .english) }

  /// The rule in a language.
  package func words(in language: Language) -> String {
    words(in: language, ofUnits: false)
  }

  /// The rule in a language, for money or for a quantity, of which the finest step is a unit.
  func words(in language: Language, ofUnits: Bool) -> String {
    let direction = direction.words(in: language)
    let isUnit = ofUnits && step == .fen
    return switch language {
    case .english: "\(direction) to \(isUnit ? "whole units" : step.english)"
    case .simplifiedChinese: "\(direction)到\(isUnit ? "整数" : step.chinese)"
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

extension Rounding.Step {
  fileprivate var english: String {
    switch self {
    case .fen: "the fen"
    case .jiao: "the jiao"
    case .yuan: "the yuan"
    case .ten: "ten yuan"
    case .hundred: "a hundred yuan"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .fen: "分"
    case .jiao: "角"
    case .yuan: "元"
    case .ten: "十元"
    case .hundred: "百元"
    }
  }
}
