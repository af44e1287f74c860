extension FixedWidthInteger {
  /// The bits up to the highest that is set.
  var bitCount: Int { Self.bitWidth - leadingZeroBitCount }
}

extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// Sorts numbers in ascending order by some bits at a time.
  ///
  /// Many are first put in parts by their highest bits, so that a part stays in the cache while it is sorted by
  /// the bits below, from the lowest on.
  ///
  /// - Parameter bits: The bits of the largest number.
  /// - Complexity: O(n).
  mutating func sort(bits: Int) {
    if count < 1_000 || count > UInt32.max { return sort() }
    let high = count < 1 << 17 ? 0 : Swift.min(bits, 8)
    var ends = [UInt32(count)]
    var other = self
    if high > 0 {
      ends = [UInt32](repeating: 0, count: 1 << high)
      var target = other.mutableSpan
      var places = ends.mutableSpan
      span.move(indices, by: bits - high..<bits, to: &target, &places)
      swap(&self, &other)
    }
    let low = bits - high
    let passes = (low + 11) / 12
    do {
      var numbers = mutableSpan
      var sorted = other.mutableSpan
      var start = 0
      for end in ends where Int(end) > start {
        for pass in 0..<passes {
          let digits = low * pass / passes..<low * (pass + 1) / passes
          var counts = [UInt32](repeating: 0, count: 1 << digits.count)
          var places = counts.mutableSpan
          if pass % 2 == 0 {
            numbers.span.move(start..<Int(end), by: digits, to: &sorted, &places)
          } else {
            sorted.span.move(start..<Int(end), by: digits, to: &numbers, &places)
          }
        }
        start = Int(end)
      }
    }
    if passes % 2 == 1 { swap(&self, &other) }
  }
}

extension Span where Element: FixedWidthInteger & UnsignedInteger {
  /// Moves a range of numbers in the order of some of their bits, equal ones in their own order.
  ///
  /// - Parameters:
  ///   - range: The range, which they keep.
  ///   - bits: The bits.
  ///   - sorted: Where they go.
  ///   - places: A zero for each value of the bits; where each ends, afterwards.
  fileprivate func move(
    _ range: Range<Int>,
    by bits: Range<Int>,
    to sorted: inout MutableSpan<Element>,
    _ places: inout MutableSpan<UInt32>
  ) {
    let (low, mask) = (Element(bits.lowerBound), (1 as Element) &<< Element(bits.count) - 1)
    for place in range {
      places[Int(truncatingIfNeeded: self[place] &>> low & mask)] &+= 1
    }
    var start = UInt32(range.lowerBound)
    for digit in places.indices {
      let count = places[digit]
      places[digit] = start
      start &+= count
    }
    for place in range {
      let number = self[place]
      let digit = Int(truncatingIfNeeded: number &>> low & mask)
      sorted[Int(places[digit])] = number
      places[digit] &+= 1
    }
  }
}
