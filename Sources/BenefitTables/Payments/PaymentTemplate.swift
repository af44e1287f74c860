import BenefitBinding

/// The columns and marks by which a bank takes a list of payments.
///
/// ```swift
/// let bank = PaymentTemplate(
///   ["序号": .number, "收款账号": .accountNumber, "户名": .accountHolder, "金额": .amount, "附言": .remark],
///   encoding: .gb18030, total: "合计")
/// ```
public struct PaymentTemplate: Hashable, Sendable {
  /// The content of a column.
  public enum Content: Hashable, Sendable {
    /// The place in the list, counted from 1.
    case number
    /// The number of the account that is paid.
    case accountNumber
    /// The name that the account is in.
    case accountHolder
    /// The id of the household.
    case household
    /// The amount, without marks between thousands.
    case amount
    /// The purpose that is stated where the list is written.
    case remark
    /// A text that is the same in each row.
    case text(String)
  }

  /// The meaning of a word in a bank's column of results.
  public enum Result: Hashable, Sendable {
    /// The amount reached the account.
    case paid
    /// The amount was not paid, or came back.
    case rejected
    /// The bank has not finished.
    case pending
  }

  struct Column: Hashable, Sendable {
    let heading: String
    let content: Content
  }

  let columns: [Column]
  let encoding: TextEncoding
  let isInFen: Bool
  let hasHeadings: Bool
  let total: String?
  private let results: [String: Result]

  /// Describes the files of a bank.
  ///
  /// - Parameters:
  ///   - columns: The headings and contents of the columns in order.
  ///   - encoding: The encoding of the list and of what the bank returns.
  ///   - isInFen: True if amounts are counted in fen, or the smallest amount of their currency, and not in yuan.
  ///   - hasHeadings: True if the list begins with a row of headings.
  ///   - total: The word of a last row with the sum, or `nil` where there is none.
  ///   - results: The bank's own words for results beside the usual ones, such as 成功 and 失败.
  /// - Precondition: There is a column of account numbers and one of amounts.
  public init(
    _ columns: KeyValuePairs<String, Content>,
    encoding: TextEncoding = .utf8,
    isInFen: Bool = false,
    hasHeadings: Bool = true,
    total: String? = nil,
    results: [String: Result] = [:]
  ) {
    self.columns = columns.map { Column(heading: $0.key, content: $0.value) }
    (self.encoding, self.isInFen, self.hasHeadings) = (encoding, isInFen, hasHeadings)
    self.total = total
    self.results = Self.usual.merging(results.map { ($0.key.wordKey, $0.value) }) { $1 }
    let contents = columns.map(\.value)
    require(
      contents.contains(.accountNumber) && contents.contains(.amount),
      "A list of payments needs a column of account numbers and one of amounts."
    )
  }

  /// The meaning of a bank's word for a result, or `nil` where it is not known.
  func result(_ word: String) -> Result? { results[word.wordKey] }

  private static let usual: [String: Result] = {
    let words: [(Result, String)] = [
      (.paid, "paid success successful 成功 支付成功 交易成功 发放成功 入账成功 已入账 已发放 已支付"),
      (
        .rejected,
        "rejected failed returned 失败 支付失败 交易失败 发放失败 入账失败 退回 已退回 退票 拒绝"
      ),
      (.pending, "pending processing 处理中 待处理 待支付"),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { result, words in
        words.split(separator: " ").map { (String($0), result) }
      }
    )
  }()
}
