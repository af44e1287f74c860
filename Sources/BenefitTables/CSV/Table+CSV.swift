public import BenefitBinding

extension Table {
  /// Returns the table as the bytes of a file of comma-separated values; UTF-8 begins with its mark, by which spreadsheets know it.
  ///
  /// - Parameter encoding: The encoding of the file.
  /// - Returns: The bytes.
  public func csv(in encoding: TextEncoding) -> [UInt8] {
    (encoding == .utf8 ? encoding.mark : []) + encoding.encoded(csv)
  }
}
