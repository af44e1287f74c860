/// The name that a text most likely was meant to be.
///
/// Capitals and full-width forms count as the letters that they stand for, and `-` and `_` as nothing. Up to a third of the letters may be
/// wrong, missing, too many or turned, and one in any case but not all.
///
/// - Parameters:
///   - text: What was written.
///   - names: The names that there are; of two as near the first is taken.
/// - Returns: The nearest name, or `nil` where none is near.
/// - Complexity: O(n · m) for each name, n and m being the numbers of letters; names of more than a hundred are passed over.
package func nearest(to text: String, among names: some Sequence<String>) -> String? {
  let text = text.letters
  guard text.count <= 100 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let letters = name.letters
    guard letters.count <= 100 else { continue }
    let distance = distance(text, letters)
    guard distance < max(text.count, letters.count) || letters == text else { continue }
    if distance <= max(1, (letters.count + 1) / 3), distance < best?.distance ?? .max {
      best = (name, distance)
    }
  }
  return best?.name
}

/// The number of letters that are wrong, missing, too many or turned.
private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var (before, last) = ([Int](), Array(0...b.count))
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}

extension String {
  /// The letters, small and of ordinary width.
  fileprivate var letters: [Unicode.Scalar] {
    lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }.map { scalar in
      switch scalar.value {
      case 0x3000: " "
      case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0) ?? scalar
      default: scalar
      }
    }
  }
}
