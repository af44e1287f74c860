/// Incomes for each person as whole numbers in the same order.
///
/// Two different fractions with denominators of at most 2ᵇ are at least 2⁻²ᵇ apart, so ⌊2²ᵇ·t / n⌋ keeps them apart
/// and in order, and equal ones equal. As t is whole, it is ⌈k·n / 2²ᵇ⌉ of its key k: sorting keys with their n in the
/// lowest bits needs no row to be looked up again.
struct IncomeKeys: Sendable {
  private let keys: [UInt64]

  /// The bits of the largest key.
  private let bits: Int

  /// The bits of the largest number of persons less one: b.
  private let personBits: Int

  /// The fen for each person that are added to all, so that no key is below zero.
  private let lift: Int64

  /// Makes the keys of households; `nil` where they do not fit 64 bits beside a row or a number of persons.
  ///
  /// - Parameters:
  ///   - fen: The income of each household.
  ///   - persons: The persons of each, at least one.
  /// - Complexity: O(n).
  init?(_ fen: [Int64], _ persons: [Int64]) {
    var (least, most, mostPersons) = (0 as Int64, 0 as Int64, 1 as Int64)
    for row in fen.indices {
      (least, most) = (min(least, fen[row]), max(most, fen[row]))
      mostPersons = max(mostPersons, persons[row])
    }
    personBits = (mostPersons - 1).bitCount
    let shift = UInt64(2 * personBits)
    let highest = least.magnitude.multipliedReportingOverflow(by: mostPersons.magnitude)
    let (lifted, tooHigh) = highest.partialValue.addingReportingOverflow(most.magnitude)
    guard !highest.overflow, !tooHigh, lifted <= Int64.max, shift < lifted.leadingZeroBitCount
    else {
      return nil
    }
    let lift = Int64(least.magnitude)
    self.lift = lift
    var largest: UInt64 = 0
    keys = fen.indices.map { row in
      let lifted = UInt64(truncatingIfNeeded: fen[row] &+ lift &* persons[row])
      let key = (lifted &<< shift) / UInt64(truncatingIfNeeded: persons[row])
      largest = max(largest, key)
      return key
    }
    bits = largest.bitCount
    guard bits + max(personBits, keys.count.bitCount) <= UInt64.bitWidth else { return nil }
  }

  /// The rows in ascending order of their keys, equal ones in their own order.
  ///
  /// - Complexity: O(n).
  var order: [Int] {
    let rowBits = UInt64(keys.count.bitCount)
    var packed = keys.enumerated().map { row, key in key &<< rowBits | UInt64(row) }
    packed.sort(bits: bits + Int(rowBits))
    let mask = (1 as UInt64) &<< rowBits - 1
    return packed.map { Int($0 & mask) }
  }

  /// The end, the fen and the persons of each run of equal keys in ascending order.
  ///
  /// - Complexity: O(n).
  func steps(_ persons: [Int64]) -> (ends: [Int], fen: [Int64], persons: [Int64]) {
    bits + personBits <= UInt32.bitWidth
      ? steps(persons, UInt32.self) : steps(persons, UInt64.self)
  }

  private func steps<Word: FixedWidthInteger & UnsignedInteger>(
    _ persons: [Int64],
    _: Word.Type
  ) -> (ends: [Int], fen: [Int64], persons: [Int64]) {
    let (low, shift) = (Word(personBits), UInt64(2 * personBits))
    var packed = keys.indices.map { row in
      Word(truncatingIfNeeded: keys[row]) &<< low | Word(truncatingIfNeeded: persons[row] &- 1)
    }
    packed.sort(bits: bits + personBits)
    var last: Word?
    let count = packed.reduce(0) { count, word in
      defer { last = word &>> low }
      return last == word &>> low ? count : count + 1
    }
    var ends = [Int](repeating: 0, count: count)
    var fen = [Int64](repeating: 0, count: count)
    var sums = fen
    var steps = ends.mutableSpan
    var incomes = fen.mutableSpan
    var members = sums.mutableSpan
    pool(packed.span, low, shift, &steps, &incomes, &members)
    return (ends, fen, sums)
  }

  private func pool<Word: FixedWidthInteger & UnsignedInteger>(
    _ packed: Span<Word>,
    _ low: Word,
    _ shift: UInt64,
    _ ends: inout MutableSpan<Int>,
    _ fen: inout MutableSpan<Int64>,
    _ persons: inout MutableSpan<Int64>
  ) {
    let (mask, roundingUp) = ((1 as Word) &<< low - 1, (1 as UInt64) &<< shift - 1)
    var (step, last) = (-1, nil as Word?)
    for place in packed.indices {
      let key = packed[place] &>> low
      if last != key { (step, last) = (step + 1, key) }
      let number = UInt64(truncatingIfNeeded: packed[place] & mask) &+ 1
      let lifted = (UInt64(truncatingIfNeeded: key) &* number &+ roundingUp) &>> shift
      ends[step] = place + 1
      fen[step] &+= Int64(truncatingIfNeeded: lifted) &- lift &* Int64(truncatingIfNeeded: number)
      persons[step] &+= Int64(truncatingIfNeeded: number)
    }
  }
}

extension FixedWidthInteger {
  /// The bits up to the highest that is set.
  fileprivate var bitCount: Int { Self.bitWidth - leadingZeroBitCount }
}

extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// Sorts numbers in ascending order by some bits at a time from the lowest on.
  ///
  /// - Parameter bits: The bits of the largest number.
  fileprivate mutating func sort(bits: Int) {
    if count < 1_000 { return sort() }
    let passes = (bits + 10) / 11
    var sorted = self
    for pass in 0..<passes {
      // As many bits in each pass.
      let (low, high) = (bits * pass / passes, bits * (pass + 1) / passes)
      var starts = [Int](repeating: 0, count: 1 << (high - low))
      var target = sorted.mutableSpan
      var counts = starts.mutableSpan
      Self.sort(span, by: low..<high, into: &target, &counts)
      swap(&self, &sorted)
    }
  }

  /// Puts numbers in the order of some of their bits, equal ones in their own order.
  private static func sort(
    _ numbers: Span<Element>,
    by bits: Range<Int>,
    into sorted: inout MutableSpan<Element>,
    _ starts: inout MutableSpan<Int>
  ) {
    let (low, mask) = (Element(bits.lowerBound), (1 as Element) &<< Element(bits.count) - 1)
    for place in numbers.indices { starts[Int(numbers[place] &>> low & mask)] &+= 1 }
    var start = 0
    for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
    for place in numbers.indices {
      let number = numbers[place]
      let digit = Int(number &>> low & mask)
      sorted[starts[digit]] = number
      starts[digit] &+= 1
    }
  }
}
