/// The effect of an amount on a household's income: income of one of the statistics office's four classes, or
/// something else.
public enum Flow: String, Hashable, Codable, Sendable, CaseIterable {
  /// Income from work.
  case wage
  /// Income from the household's own production, before its costs.
  case business
  /// Income from what the household owns, such as shares, land or savings.
  case property
  /// Income that nothing is given for, such as a grant or an award.
  case transfer
  /// It is a cost, such as interest or inputs, and is taken off the net gain.
  case cost
  /// It is what the household holds at the end of the season, such as a stake; it is no income.
  ///
  /// It is a stock: over several seasons it does not add up, and the last one says what there is.
  case holding
  /// It adds to what the household holds, such as a dividend that is retained or goods given free; it is
  /// no income.
  case addition
  /// It is what the household owes at the end of the season, such as the principal of a loan: neither
  /// income nor cost, and taken off nothing.
  ///
  /// Borrowing is no gain and paying back no loss; what stays unpaid is shown as a risk. It is a stock, as
  /// a holding is.
  case debt
  /// It is paid back of a debt in the season: neither income nor cost, though the money must be there.
  case repayment
  /// It is principal that comes back in the season of what the household lent on: neither income nor a gain.
  case recovery
  /// It is spent on the household without becoming its own, such as training or a premium that is paid for
  /// it: stated for the record, and counted nowhere.
  case memo
  /// It is a quantity of something, such as places or animals, and no money at all; only an ``Allotment`` gives it.
  case quantity
}

extension Flow {
  /// True if the amount counts towards the gross gain: income of any of the four classes.
  public var isIncome: Bool {
    switch self {
    case .wage, .business, .property, .transfer: true
    case .cost, .holding, .addition, .debt, .repayment, .recovery, .memo, .quantity: false
    }
  }

  /// True if the amount is a stock at the end of a season, which does not add up over several.
  public var isStock: Bool { self == .holding || self == .debt }

  /// True if an amount below zero takes something away, as from a holding; if not, it pays nothing.
  var mayFall: Bool { self == .holding || self == .addition }
}

extension Flow {
  /// A flow as a clause that gives money states it: any but a quantity.
  struct OfMoney: RawRepresentable, CaseIterable, Decodable {
    static let allCases = Flow.allCases.filter { $0 != .quantity }.map(Self.init)

    let flow: Flow

    var rawValue: String { flow.rawValue }

    init(_ flow: Flow) { self.flow = flow }

    init?(rawValue: String) {
      guard let flow = Flow(rawValue: rawValue), flow != .quantity else { return nil }
      self.flow = flow
    }
  }
}

extension Flow: CustomStringConvertible {
  /// The flow in words, such as `property income`.
  public var description: String { text(in: .english) }

  /// Returns the flow in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .wage, .business, .property, .transfer: "\(rawValue) income"
    case .cost, .holding, .debt, .repayment, .recovery, .quantity: rawValue
    case .addition: "addition to holdings"
    case .memo: "memo item"
    }
  }

  private var chinese: String {
    switch self {
    case .wage: "工资性收入"
    case .business: "经营性收入"
    case .property: "财产性收入"
    case .transfer: "转移性收入"
    case .cost: "支出"
    case .holding: "持有"
    case .addition: "新增持有"
    case .debt: "债务"
    case .repayment: "还款"
    case .recovery: "本金收回"
    case .memo: "备查支出"
    case .quantity: "数量"
    }
  }
}
