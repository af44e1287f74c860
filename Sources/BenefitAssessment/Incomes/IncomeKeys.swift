/// Incomes for each person as whole numbers in the same order.
///
/// Two different fractions with denominators of at most 2ᵇ are at least 2⁻²ᵇ apart, so ⌊2²ᵇ·t / n⌋ keeps them apart
/// and in order, and equal ones equal. As t is whole, it is ⌈k·n / 2²ᵇ⌉ of its key k: sorting keys with their n in the
/// lowest bits needs no row to be looked up again.
struct IncomeKeys: Sendable {
  let fen: [Int64]
  let persons: [Int64]

  /// The bits of the largest number of persons less one: b.
  private let personBits: Int

  /// The fen for each person that are added to all, so that no key is below zero.
  private let lift: Int64

  /// True if every dividend is below 2⁵³.
  ///
  /// A quotient that is not whole is then further from the next whole number than rounding moves it, so that
  /// `Double` gives the same whole number and takes a fraction of the time.
  private let isShort: Bool

  /// Makes the keys of households; `nil` where they do not fit 64 bits.
  ///
  /// - Parameters:
  ///   - fen: The income of each household.
  ///   - persons: The persons of each, at least one.
  ///   - extent: The least and the most of both.
  init?(_ fen: [Int64], _ persons: [Int64], _ extent: Extent) {
    let lift = Swift.min(0, extent.leastFen)
    personBits = (extent.mostPersons - 1).bitCount
    let highest = lift.magnitude.multipliedReportingOverflow(by: extent.mostPersons.magnitude)
    let (lifted, tooHigh) = highest.partialValue
      .addingReportingOverflow(Swift.max(0, extent.mostFen).magnitude)
    let bits = lifted.bitCount + 2 * personBits
    guard !highest.overflow, !tooHigh, lift > Int64.min, bits < UInt64.bitWidth else { return nil }
    (self.fen, self.persons, self.lift) = (fen, persons, -lift)
    isShort = bits <= 53
  }

  private func key(_ row: Int) -> UInt64 {
    let lifted = UInt64(truncatingIfNeeded: fen[row] &+ lift &* persons[row])
    let dividend = lifted &<< UInt64(2 &* personBits)
    return isShort
      ? UInt64(Double(dividend) / Double(persons[row]))
      : dividend / UInt64(truncatingIfNeeded: persons[row])
  }

  /// The keys with a number in some bits below each, and the bits of the largest; `nil` where one does not fit.
  @inline(__always)
  private func packed<Word: FixedWidthInteger & UnsignedInteger>(
    _ word: Word.Type,
    over low: Int,
    _ number: (Int) -> UInt64
  ) -> (words: [Word], bits: Int)? {
    var (used, largest) = (0 as UInt64, 0 as UInt64)
    let words = fen.indices.map { row in
      let key = key(row)
      let word = key &<< UInt64(low) | number(row)
      (used, largest) = (used | word, largest | key)
      return Word(truncatingIfNeeded: word)
    }
    let bits = largest.bitCount + low
    guard bits <= UInt64.bitWidth, used.bitCount <= Word.bitWidth else { return nil }
    return (words, bits)
  }

  /// The rows in ascending order of their keys, equal ones in their own order; `nil` where keys and rows do not
  /// fit 64 bits.
  ///
  /// - Complexity: O(n).
  var order: [Int]? {
    let rowBits = fen.count.bitCount
    guard var keyed = packed(UInt64.self, over: rowBits, { UInt64($0) }) else { return nil }
    keyed.words.sort(bits: keyed.bits)
    let mask = (1 as UInt64) &<< UInt64(rowBits) - 1
    return keyed.words.map { Int($0 & mask) }
  }

  /// The end, the fen and the persons of each run of equal keys in ascending order; `nil` where keys and persons
  /// do not fit 64 bits.
  ///
  /// - Complexity: O(n).
  var steps: (ends: [Int], fen: [Int64], persons: [Int64])? {
    steps(UInt32.self) ?? steps(UInt64.self)
  }

  private func steps<Word: FixedWidthInteger & UnsignedInteger>(
    _ word: Word.Type
  ) -> (ends: [Int], fen: [Int64], persons: [Int64])? {
    let keyed = packed(word, over: personBits) { UInt64(truncatingIfNeeded: self.persons[$0] &- 1) }
    guard var keyed else { return nil }
    keyed.words.sort(bits: keyed.bits)
    let words = keyed.words
    let low = Word(personBits)
    var last: Word?
    let count = words.reduce(0) { count, word in
      defer { last = word &>> low }
      return last == word &>> low ? count : count + 1
    }
    var ends = [Int](repeating: 0, count: count)
    var fen = [Int64](repeating: 0, count: count)
    var persons = fen
    var endSpan = ends.mutableSpan
    var fenSpan = fen.mutableSpan
    var personSpan = persons.mutableSpan
    pool(words.span, low, &endSpan, &fenSpan, &personSpan)
    return (ends, fen, persons)
  }

  private func pool<Word: FixedWidthInteger & UnsignedInteger>(
    _ packed: Span<Word>,
    _ low: Word,
    _ ends: inout MutableSpan<Int>,
    _ fen: inout MutableSpan<Int64>,
    _ persons: inout MutableSpan<Int64>
  ) {
    let shift = UInt64(2 * personBits)
    let (mask, roundingUp) = ((1 as Word) &<< low - 1, (1 as UInt64) &<< shift - 1)
    var (step, last) = (-1, nil as Word?)
    var sum = (fen: 0 as Int64, persons: 0 as Int64)
    for place in packed.indices {
      let key = packed[place] &>> low
      if last != key { (step, last, sum) = (step &+ 1, key, (0, 0)) }
      let number = UInt64(truncatingIfNeeded: packed[place] & mask) &+ 1
      let lifted = (UInt64(truncatingIfNeeded: key) &* number &+ roundingUp) &>> shift
      sum.fen &+= Int64(truncatingIfNeeded: lifted) &- lift &* Int64(truncatingIfNeeded: number)
      sum.persons &+= Int64(truncatingIfNeeded: number)
      (ends[step], fen[step], persons[step]) = (place &+ 1, sum.fen, sum.persons)
    }
  }
}
