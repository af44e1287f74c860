/// The money put into a scheme, by source, and the part of it that became the households' stake.
///
/// ```swift
/// let funding: Funding = [
///   .contribution(.yuan(500_000), from: .fiscalReliefFund),
///   .contribution(.yuan(300_000), from: .reliefLoan, interest: "4.35%", subsidised: .percent(50)),
///   .contribution(.yuan(60_000), from: .householdFunds),
/// ]
/// print(funding.total, funding.stake)    // 860,000.00 860,000.00
/// ```
public struct Funding: Hashable, Sendable {
  /// The source of a contribution.
  ///
  /// The vocabulary is open.
  public struct Source: Named {
    /// The source in words.
    public let name: String

    /// Creates a source.
    ///
    /// - Precondition: The name is not empty.
    public init(_ name: String) {
      self.name = Self.checked(name)
    }

    /// Fiscal funds for poverty relief.
    public static let fiscalReliefFund = Self(.fiscalReliefFund)
    /// Loans for poverty relief.
    public static let reliefLoan = Self(.reliefLoan)
    /// Money the households raised themselves.
    public static let householdFunds = Self(.householdFunds)
    /// Funds for industrial poverty relief.
    public static let industrialReliefFund = Self(.industrialReliefFund)
    /// Special funds for poverty relief.
    public static let specialFund = Self(.specialFund)
    /// Money of the leading enterprise or cooperative.
    public static let enterprise = Self(.enterprise)
  }

  /// The disposition of the principal that was put in.
  public enum Disposition: Hashable, Sendable {
    /// It goes back to its source, on a day or, with `nil`, at a term that is not stated.
    case returned(on: Day?)
    /// It stays in the undertaking under the title of the collective.
    case collectiveTitle
    /// It stays in the undertaking as the households' shares.
    case householdTitle
    /// It was spent, as on training or on goods given free, and nobody has a title to it.
    case usedUp
  }

  /// Money from one source.
  public struct Contribution: Hashable, Sendable {
    /// The amount that was put in; `nil` where each member put in an amount of its own.
    public let amount: Money?
    /// The amount that each member put in, or `nil` where one is stated for all.
    public let each: Amount?
    /// The source of the money.
    public let source: Source
    /// The part of it that became the households' stake.
    public let householdShare: Ratio
    /// The gaqa whose households hold that stake, or `nil` where all members hold it together.
    public let gaqa: String?
    /// The interest that is due on it for a season, zero for money that is not lent.
    public let interest: Ratio
    /// The part of the interest that someone else pays.
    public let subsidised: Ratio
    /// The disposition of the principal, or `nil` if the terms do not state it.
    public let disposition: Disposition?
    /// The way in which the terms reckon the amount, or `nil` where they state it.
    let reckoning: Reckoning?

    /// The interest on the stake for a season that is left for the households, not rounded: of all, or of each.
    var householdInterest: Amount {
      let stake = stakeOfEach ?? share(of: .fixed(amount ?? .zero))
      return .fraction(.fixed(.whole - subsidised), of: .fraction(.fixed(interest), of: stake))
    }

    /// The stake in an amount that was put in.
    func share(of amount: Amount) -> Amount {
      let stake = Amount.fraction(.fixed(householdShare), of: amount)
      return householdShare == .whole ? stake : stake.rounded(.down(to: .fen))
    }

    /// Describes money from one source: an amount, so much for each of a number, or a part of a cost up to a cap.
    ///
    /// ```swift
    /// let barn: Funding = [
    ///   .contribution(.yuan(7_000), for: "150 households", from: .fiscalReliefFund),     // 1,050,000
    ///   .contribution(.yuan(12_600), part: "1/3", upTo: .yuan(4_000), from: .enterprise),    // 4,000
    /// ]
    /// ```
    ///
    /// - Parameters:
    ///   - amount: How much was put in, for each where a number follows, of a cost where a part does.
    ///   - count: The number for each of which it was put in; once if left out.
    ///   - part: The part of the amount that the source put in.
    ///   - cap: The most that it put in; no bound if left out.
    ///   - source: Where it came from.
    ///   - householdShare: The part that became the households' stake: all of it if left out, but
    ///     nothing of what ``Source/enterprise`` put in.
    ///   - gaqa: The gaqa whose households hold the stake; all members if left out.
    ///   - interest: The interest due for a season.
    ///   - subsidised: The part of the interest that someone else pays.
    ///   - disposition: What is to become of the principal; not stated if left out.
    /// - Returns: The contribution; an amount between two fen is rounded half up.
    /// - Precondition: Nothing is below zero, what is a part is at most the whole, what stays as the households'
    ///   shares has a part that is theirs, and all fits 64 bits of fen.
    public static func contribution(
      _ amount: Money,
      for count: Quantity? = nil,
      part: Ratio = .whole,
      upTo cap: Money? = nil,
      from source: Source,
      householdShare: Ratio? = nil,
      gaqa: String? = nil,
      interest: Ratio = .zero,
      subsidised: Ratio = .zero,
      disposition: Disposition? = nil
    ) -> Self {
      let reckoning = Reckoning(of: amount, count: count, part: part, cap: cap)
      guard let sum = reckoning.amount else {
        stop(source.isTooMuch.description)
      }
      let contribution = Self(
        amount: sum,
        each: nil,
        source: source,
        householdShare: householdShare ?? (source == .enterprise ? .zero : .whole),
        gaqa: gaqa,
        interest: interest,
        subsidised: subsidised,
        disposition: disposition,
        reckoning: reckoning.isPlain ? nil : reckoning
      )
      if let problem = contribution.problem { stop(problem.description) }
      return contribution
    }

    /// Describes money of which every member put in an amount of its own, which is its own stake.
    ///
    /// The amounts are those of the season that is settled; ``Settlement/funding(of:)`` has their sum. Then
    /// `Amount.stake` is the stake of each household.
    ///
    /// ```swift
    /// let shares = Terms(name: "shares", funding: [
    ///   .contribution(each: .each(.yuan(4_000), per: .persons), from: .fiscalReliefFund)
    /// ]) {
    ///   Payment("dividend", each: .fraction("8%", of: .stake), as: .property)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - amount: A formula of facts, measures and what the register says; an amount between two fen is rounded
    ///     half up.
    ///   - source: Where it came from.
    ///   - householdShare: The part that became the household's stake: all of it if left out, but nothing of what
    ///     ``Source/enterprise`` put in.
    ///   - interest: The interest due for a season.
    ///   - subsidised: The part of the interest that someone else pays.
    ///   - disposition: What is to become of the principal; not stated if left out.
    /// - Returns: The contribution.
    /// - Precondition: The formula names nothing that is known only while the scheme is settled, such as a line or
    ///   the stake, and the rest is as for a stated amount.
    public static func contribution(
      each amount: Amount,
      from source: Source,
      householdShare: Ratio? = nil,
      interest: Ratio = .zero,
      subsidised: Ratio = .zero,
      disposition: Disposition? = nil
    ) -> Self {
      let contribution = Self(
        amount: nil,
        each: amount,
        source: source,
        householdShare: householdShare ?? (source == .enterprise ? .zero : .whole),
        gaqa: nil,
        interest: interest,
        subsidised: subsidised,
        disposition: disposition,
        reckoning: nil
      )
      if let problem = contribution.problem { stop(problem.description) }
      return contribution
    }
  }

  /// The contributions in the order they were given.
  public var contributions: [Contribution]

  /// Creates the funding of a scheme.
  public init(_ contributions: [Contribution]) {
    self.contributions = contributions
  }

  /// The sources of public money among those named here: fiscal, industrial and special funds.
  public static let publicSources: [Source] = [
    .fiscalReliefFund, .industrialReliefFund, .specialFund,
  ]

  /// All that was put in.
  ///
  /// - Precondition: Every amount is stated for all, and the sum fits in 64 bits of fen.
  public var total: Money { contributions.reduce(.zero) { $0 + $1.statedAmount } }

  /// Returns the amount that one source put in.
  ///
  /// - Precondition: Every amount of the source is stated for all, and the sum fits in 64 bits of fen.
  public func total(from source: Source) -> Money {
    contributions.reduce(.zero) { $1.source == source ? $0 + $1.statedAmount : $0 }
  }

  /// The households' stake: of each contribution the households' share, to the fen below.
  ///
  /// - Precondition: Every amount is stated for all, and the sum fits in 64 bits of fen.
  public var stake: Money {
    for contribution in contributions { _ = contribution.statedAmount }
    guard let fen = Int64(exactly: sums.stake) else {
      stop("The stake is more money than 64 bits can hold.")
    }
    return Money(fen: fen)
  }

  /// The households' stake as a fraction of all that was put in; zero where nothing was.
  ///
  /// It is zero too where the sums leave 64 bits; settling such a scheme throws. Amounts of each member do not
  /// count here.
  public var stakeRatio: Ratio {
    let (total, stake) = sums
    return total == 0 ? .zero : Ratio(exactly: stake, total) ?? .zero
  }

  /// All that was put in, and the households' stake of it, in fen.
  var sums: (total: Int128, stake: Int128) {
    contributions.reduce((0, 0)) { ($0.0 + $1.fen, $0.1 + $1.stakeFen) }
  }
}

extension Funding.Contribution {
  /// The amount that is stated for all, in fen; zero where each member put in its own.
  package var fen: Int128 { Int128(amount?.fen ?? 0) }

  /// The amount that is stated for all.
  ///
  /// - Precondition: There is one.
  fileprivate var statedAmount: Money {
    guard let amount else {
      stop(
        "What each member puts in (\(source)) is added up when a season is settled: see Settlement.funding(of:)."
      )
    }
    return amount
  }

  /// The part that became the households' stake, in fen, to the fen below; zero where each member put in its own.
  package var stakeFen: Int128 {
    (fen * Int128(householdShare.numerator))
      .divided(by: Int128(householdShare.denominator), rounding: .down)
  }
}

extension Funding: ExpressibleByArrayLiteral {
  /// Creates the funding of a scheme from its contributions.
  public init(arrayLiteral contributions: Contribution...) { self.init(contributions) }
}
