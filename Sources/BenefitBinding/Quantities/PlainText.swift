extension String {
  /// The text in half width where it has such a form, with plain spaces, none at its ends, and without marks that cannot be seen.
  package var plain: String {
    if utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return self }
    var scalars: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C: continue
      case 0x3000, 0xA0, 0x09: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    var rest = scalars.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(String.UnicodeScalarView(rest))
  }

  /// The form by which two texts count as the same: plain, in small letters; Swift compares by normal form.
  package var key: String { plain.lowercased() }

  /// The form by which two words of a list count as the same: as ``key``, without spaces.
  package var wordKey: String { key.filter { $0 != " " } }
}
