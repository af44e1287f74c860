/// The coded character set of GB 18030-2022, in which each Unicode scalar has one code of one, two or four bytes.
///
/// The two-byte codes are a table, the codes of four bytes follow from it: those of the basic plane number in order the
/// scalars that have no shorter code, those of the other planes are in order of the scalars. The edition of 2022 exchanges
/// eighteen characters with the places in the private use area that stood for them, that of 2005 exchanged one. The six
/// codes FE51, FE52, FE53, FE6C, FE76 and FE91, which it no longer needs, keep their private use, as ICU has them.
enum GB18030 {
  /// The number of codes of two bytes.
  private static let twoByteCount = 126 * 190

  /// The number of codes of four bytes that stand for the basic plane.
  private static let fourByteCount = 39_420

  /// The place of the first code of four bytes beyond the basic plane, 90308130.
  private static let firstBeyond = 189_000

  /// The scalars of the basic plane by code: those of two bytes, then those of four.
  private static let scalars: [UInt16] = {
    var scalars: [UInt16] = []
    var (isTwoByte, holes, run) = ([Bool](repeating: false, count: 0x1_0000), 0, 0)
    for scalar in rows.unicodeScalars {
      var value = UInt16(scalar.value)
      if scalar == "." {
        if run + 1 < privateRuns.count, privateRuns[run + 1].hole == holes { run += 1 }
        value = privateRuns[run].scalar + UInt16(holes - privateRuns[run].hole)
        holes += 1
      }
      isTwoByte[Int(value)] = true
      scalars.append(value)
    }
    scalars += (0x80...0xFFFF as ClosedRange<UInt16>).filter {
      !isTwoByte[Int($0)] && !(0xD800...0xDFFF).contains($0)
    }
    for (place, scalar) in scalars.enumerated() { scalars[place] = exchanged[scalar] ?? scalar }
    return scalars
  }()

  /// The places in ``scalars`` of the scalars of the basic plane.
  private static let places: [UInt16] = {
    var places = [UInt16](repeating: 0, count: 0x1_0000)
    for (place, scalar) in scalars.enumerated() { places[Int(scalar)] = UInt16(place) }
    return places
  }()

  /// The places of the private use area that the holes in ``rows`` stand for, from each hole on.
  private static let privateRuns: [(hole: Int, scalar: UInt16)] = [
    (0, 0xE4C6), (192, 0xE766), (198, 0xE76D), (203, 0xE586), (395, 0xE772), (406, 0xE646),
    (502, 0xE77D),
    (510, 0xE6A6), (606, 0xE785), (633, 0xE706), (729, 0xE7A0), (769, 0xE7C9), (799, 0xE7F4),
    (827, 0xE000),
    (1391, 0xE810), (1396, 0xE234), (1960, 0xE816), (1963, 0xE81E), (1964, 0xE826), (1965, 0xE82B),
    (1967, 0xE831), (1969, 0xE83B), (1970, 0xE843), (1971, 0xE854), (1973, 0xE864), (1974, 0xE468),
  ]

  /// Scalars that the editions of 2005 and 2022 exchanged, each with the other.
  private static let exchanged: [UInt16: UInt16] = {
    let pairs: [(UInt16, UInt16)] = [
      // 2005: A8BC.
      (0xE7C7, 0x1E3F),
      // 2022: A6D9 to A6DF, A6EC, A6ED and A6F3.
      (0xE78D, 0xFE10), (0xE78E, 0xFE12), (0xE78F, 0xFE11), (0xE790, 0xFE13), (0xE791, 0xFE14),
      (0xE792, 0xFE15), (0xE793, 0xFE16), (0xE794, 0xFE17), (0xE795, 0xFE18), (0xE796, 0xFE19),
      // 2022: FE59, FE61, FE66, FE67, FE6D, FE7E, FE90 and FEA0.
      (0xE81E, 0x9FB4), (0xE826, 0x9FB5), (0xE82B, 0x9FB6), (0xE82C, 0x9FB7), (0xE832, 0x9FB8),
      (0xE843, 0x9FB9), (0xE854, 0x9FBA), (0xE864, 0x9FBB),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()
}

extension GB18030 {
  /// Decodes bytes, or returns `nil` where they are no text of this encoding.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = String.UnicodeScalarView()
    var rest = bytes
    while let first = rest.popFirst() {
      if first < 0x80 {
        text.append(Unicode.Scalar(first))
        continue
      }
      guard (0x81...0xFE).contains(first), let second = rest.popFirst() else { return nil }
      let lead = Int(first) - 0x81
      var value: Int
      switch second {
      case 0x40...0x7E, 0x80...0xFE:
        value = Int(scalars[lead * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)])
      case 0x30...0x39:
        guard let third = rest.popFirst(), (0x81...0xFE).contains(third),
          let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
        else { return nil }
        value =
          ((lead * 10 + Int(second) - 0x30) * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
        if value < fourByteCount {
          value = Int(scalars[twoByteCount + value])
        } else {
          value += 0x1_0000 - firstBeyond
          if value < 0x1_0000 { return nil }
        }
      default: return nil
      }
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Encodes a text; there is a code for each scalar.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
        continue
      }
      let isBasic = scalar.value < 0x1_0000
      var place =
        isBasic ? Int(places[Int(scalar.value)]) : Int(scalar.value) - 0x1_0000 + firstBeyond
      if isBasic && place < twoByteCount {
        let second = place % 190
        bytes += [UInt8(0x81 + place / 190), UInt8(second + (second < 0x3F ? 0x40 : 0x41))]
        continue
      }
      if isBasic { place -= twoByteCount }
      bytes += [
        UInt8(0x81 + place / 12_600), UInt8(0x30 + place / 1_260 % 10),
        UInt8(0x81 + place / 10 % 126), UInt8(0x30 + place % 10),
      ]
    }
    return bytes
  }
}
