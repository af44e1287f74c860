import BenefitBinding

extension String {
  /// The name that this one was meant for: the same but for case, width and separators, or the one with the fewest
  /// letters added, left out, changed or swapped; `nil` where none is near.
  func nearest(in names: [String]) -> String? {
    let own = letters
    var (nearest, least) = (nil as String?, Int.max)
    for name in names {
      let letters = name.letters
      let limit = 1 + letters.count / 6
      if abs(letters.count - own.count) > limit { continue }
      let distance = own.distance(to: letters)
      if distance <= limit && distance < least { (nearest, least) = (name, distance) }
    }
    return nearest
  }

  private var letters: [Unicode.Scalar] {
    wordKey.unicodeScalars.filter { $0 != "_" && $0 != "-" }
  }
}

extension [Unicode.Scalar] {
  /// The number of changes from one word to another, of which a swap of neighbours is one.
  fileprivate func distance(to other: Self) -> Int {
    var (beforeLast, last) = ([Int](), Array<Int>(0...other.count))
    for (row, own) in enumerated() {
      var next = [row + 1]
      for (column, letter) in other.enumerated() {
        var least = Swift.min(
          last[column + 1] + 1,
          next[column] + 1,
          last[column] + (own == letter ? 0 : 1)
        )
        if row > 0, column > 0, own == other[column - 1], self[row - 1] == letter {
          least = Swift.min(least, beforeLast[column - 1] + 1)
        }
        next.append(least)
      }
      (beforeLast, last) = (last, next)
    }
    return last[other.count]
  }
}
