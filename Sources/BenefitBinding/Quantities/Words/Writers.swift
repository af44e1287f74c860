// Each language has a writer, which knows the currency, so that a text made of many passes it on to all of
// them. The folders give it the sentences for what they declare.

/// The writer of English texts about money in a currency.
struct English {
  let currency: Currency
  /// True if contracts speak of a stake that each household has by itself.
  let stakeIsOfEach: Bool

  init(_ currency: Currency, stakeIsOfEach: Bool = false) {
    self.currency = currency
    self.stakeIsOfEach = stakeIsOfEach
  }
}

/// The writer of Chinese texts about money in a currency.
package struct Chinese {
  let currency: Currency

  /// Creates a writer for a currency.
  package init(_ currency: Currency) { self.currency = currency }
}
