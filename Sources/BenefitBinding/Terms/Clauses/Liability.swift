/// The party that repays a debt, and the one that bears what that party does not pay.
///
/// Contracts on loans lent on name an enterprise, a treasury or a risk fund; the contract's sentences,
/// statements and audits name it with the debt.
///
/// ```swift
/// let debt = Payment("bank loan", each: .yuan(50_000), as: .debt)
///   .under(Liability(repaidBy: .leadEntity, borneBy: Account("risk fund")))
/// ```
public struct Liability: Hashable, Codable, Sendable {
  /// The party that is to repay the debt, or `nil` if the household is.
  public let repayer: Account?

  /// The party that bears what the repayer does not pay, or `nil` if the household does.
  public let bearer: Account?

  /// States who answers for a debt.
  ///
  /// - Parameters:
  ///   - repayer: The party that is to repay it; the household if left out.
  ///   - bearer: The party that bears what the repayer does not pay; the household if left out.
  public init(repaidBy repayer: Account? = nil, borneBy bearer: Account? = nil) {
    self.repayer = repayer
    self.bearer = bearer
  }
}

extension Payment {
  /// The payment of a debt, or of its principal, with the parties that answer for it.
  public func under(_ liability: Liability) -> Payment {
    var payment = self
    payment.liability = liability
    return payment
  }
}

extension Liability {
  /// The parties in a clause of a sentence, such as `the treasury repays it, and the household bears none of it`.
  package func words(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch (repayer, bearer) {
    case (nil, nil): "the household repays it, and nobody bears any of it in its place"
    case (nil, let bearer?): "the household repays it; \(bearer.english) bears what it does not pay"
    case (let repayer?, nil): "\(repayer.english) repays it; the household bears what is not paid"
    case (let repayer?, let bearer?):
      repayer == bearer
        ? "\(repayer.english) repays it, and the household bears none of it"
        : "\(repayer.english) repays it; \(bearer.english) bears what is not paid"
    }
  }

  private var chinese: String {
    func name(_ account: Account) -> String { account.words(in: .simplifiedChinese) }
    return switch (repayer, bearer) {
    case (nil, nil): "由农户偿还，无他方代偿"
    case (nil, let bearer?): "由农户偿还，未还部分由\(name(bearer))承担"
    case (let repayer?, nil): "由\(name(repayer))偿还，未还部分由农户承担"
    case (let repayer?, let bearer?):
      repayer == bearer
        ? "由\(name(repayer))偿还，农户不承担"
        : "由\(name(repayer))偿还，未还部分由\(name(bearer))承担"
    }
  }
}
