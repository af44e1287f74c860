extension Double {
  /// The number without the decimals of a whole one.
  var plainText: String { Int(exactly: self).map(\.description) ?? description }
}
