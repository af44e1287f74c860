public import BenefitBinding

extension Audit {
  /// The numbers from which on the rules of an audit find something, and how much it weighs.
  ///
  /// ```swift
  /// var thresholds = Audit.Thresholds()
  /// thresholds.usualYield = "4%"..."12%"
  /// thresholds.loanRate = "4.75%"
  /// let audit = Audit(by: thresholds, without: [.concentration])
  /// ```
  ///
  /// Bounds count as within. Each ``Audit/Rule`` names the cases that its thresholds come from.
  public struct Thresholds: Hashable, Codable, Sendable {
    // MARK: - Stakes

    /// The yields on a stake that are usual; one below is low, one above medium.
    ///
    /// Source: the yields of schemes published from 2013 to 2019.
    public var usualYield: ClosedRange<Ratio> = "5%"..."15%"

    /// The highest yield observed; one above it is high.
    ///
    /// Source: the yield promised at Huangling, 2018.
    public var extremeYield: Ratio = "20%"

    /// The yearly rate of a bank loan, if one is to be compared with: a fixed coupon above it is high, not
    /// medium.
    ///
    /// No source draws a line between a dear and a fair coupon.
    public var loanRate: Ratio?

    // MARK: - Benefits

    /// The part of the recipients, largest first and rounded down to whole ones, that is looked at for
    /// concentration.
    ///
    /// No source draws a line.
    public var topGroup: Ratio = "10%"

    /// The part of a benefit that is medium, and the one that is high, for this group to pass.
    ///
    /// No source draws a line; they are three and five times an even split.
    public var topShare: ClosedRange<Ratio> = "30%"..."50%"

    /// The times the smallest amount that the largest may be; more is medium.
    ///
    /// No source draws a line.
    public var spread: Ratio = 10

    /// The part of a benefit below which it is high that no more reaches the poor, and the one below which it is medium.
    ///
    /// Source of the upper one: guidance that circulates without a source we could find. No source draws the
    /// lower line; it is half of that.
    public var poorShare: ClosedRange<Ratio> = "30%"..."60%"

    /// The statuses that count as registered poor; who was lifted out stays on the register.
    public var registeredPoor: [Status] = [.belowNationalLine, .belowMunicipalAllowance, .exited]

    /// The sources of funds that are public money.
    public var publicSources = Funding.publicSources

    /// The money from which on a link without a claim is high; none is if it is `nil`.
    ///
    /// No source draws a line.
    public var highUnclaimed: Money?

    /// The part of a debt lent on that has to be covered; where less is, it is high.
    public var coveredDebt: Ratio = .whole

    // MARK: - What was published, promised and paid

    /// The deviation of a published figure, in parts of what follows, from which on it is high.
    ///
    /// No source says how far off a report may be.
    public var highDeviation: Ratio = "20%"

    /// The part of what was reported that may be missing, as through losses on the way, and the one from which on it is
    /// high.
    ///
    /// No source draws a line.
    public var missing: ClosedRange<Ratio> = .zero..."10%"

    /// The part of the persons counted as lifted above which wrong exits are high.
    ///
    /// Source: the official assessment, which fails a county with more than that.
    public var highWrongExits: Ratio = "2%"

    /// The part of what is due below which a payment is high; less than all of it is medium.
    ///
    /// No source draws a line.
    public var highPartPaid: Ratio = "50%"

    // MARK: - Funds

    /// The months beyond which idle money is medium, and those beyond which it is high.
    ///
    /// Source: the ages that national audits report, 2016 and 2017.
    public var idleMonths = 12...24

    /// The part of what was put in that may lie idle for so long without a finding.
    public var toleratedIdle: Ratio = .zero

    /// The days overdue beyond which principal is high; less is medium.
    ///
    /// No source draws a line.
    public var highOverdueDays = 365

    /// Creates the thresholds that each property states.
    public init() {}
  }
}
