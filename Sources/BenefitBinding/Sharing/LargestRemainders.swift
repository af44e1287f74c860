/// Room for the remainders of one total after the other, so that none is made for each.
struct Remainders {
  var narrow = Room<UInt64>()
  var wide = Room<UInt128>()

  struct Room<Word> {
    var each: [Word] = []
    /// The same, in the order in which looking for a rank leaves them.
    var ranked: [Word] = []
  }
}

/// Division by one number many times: by multiplying with its reciprocal.
///
/// With v = ⌊(2ᵏ − 1) / d⌋ for words of k bits, ⌊n·v / 2ᵏ⌋ is the quotient of n or one less.
struct Divisor<Word: FixedWidthInteger & UnsignedInteger> {
  let value, reciprocal: Word

  init(_ value: Word) {
    (self.value, reciprocal) = (value, Word.max / value)
  }

  func divide(_ dividend: Word) -> (quotient: Word, remainder: Word) {
    let quotient = dividend.multipliedFullWidth(by: reciprocal).high
    let remainder = dividend &- quotient &* value
    return remainder < value ? (quotient, remainder) : (quotient &+ 1, remainder &- value)
  }
}

extension Apportionment {
  /// Gives one step to each of the `count` largest remainders, of equal ones to the earlier.
  func giveToLargestRemainders<Word: FixedWidthInteger & UnsignedInteger>(
    _ count: Int,
    _ step: Int64,
    among rows: Range<Int>,
    of sum: Word,
    _ parts: inout MutableSpan<Int64>,
    _ room: inout Remainders.Room<Word>
  ) -> OddSteps {
    room.ranked.removeAll(keepingCapacity: true)
    room.ranked.append(contentsOf: room.each)
    var ranked = room.ranked.mutableSpan
    let (cut, above) = ranked.valueAtRank(count - 1)
    let remainders = room.each.span
    var (ties, last) = (count - above, -1)
    for index in rows {
      let remainder = remainders[index - rows.lowerBound]
      if remainder > cut {
        parts[index] &+= step
      } else if remainder == cut && ties > 0 {
        parts[index] &+= step
        ties -= 1
        last = index
      }
    }
    return .remaindersAbove(UInt128(cut), of: UInt128(sum), orUpTo: last)
  }
}

extension MutableSpan where Element: Comparable {
  /// The value at a rank from the largest, and how many are larger; reorders the values.
  ///
  /// Quickselect with the median of three as its pivot, so equal runs and sorted input are no
  /// worse than any other.
  ///
  /// - Complexity: O(n) on average.
  mutating func valueAtRank(_ rank: Int) -> (value: Element, larger: Int) {
    var low = 0
    var high = count
    while true {
      let pivot = medianOfThree(self[low], self[low + (high - low) / 2], self[high - 1])
      // Larger ones to the front, smaller ones to the back, equal ones between.
      var front = low
      var back = high
      var index = low
      while index < back {
        if self[index] > pivot {
          swapAt(index, front)
          front += 1
          index += 1
        } else if self[index] < pivot {
          back -= 1
          swapAt(index, back)
        } else {
          index += 1
        }
      }
      if rank < front {
        high = front
      } else if rank >= back {
        low = back
      } else {
        return (pivot, front)
      }
    }
  }

  private func medianOfThree(_ a: Element, _ b: Element, _ c: Element) -> Element {
    Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
  }
}
