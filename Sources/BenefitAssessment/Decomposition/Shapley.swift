import BenefitBinding

/// Each player's share of a joint result: the mean of what the player adds over all orders of the
/// players.
///
/// A player adds worth(S + i) − worth(S) to the players S already there; of all orders of k players
/// s!(k − s − 1)! / k! have just those s before him. Source: Shapley, A value for n-person games, 1953;
/// for poverty and inequality: Shorrocks, Decomposition procedures for distributional analysis, 2013.
///
/// Values come times a common factorial, so that whole numbers stay whole.
struct Shapley<Worth: Numeric> {
  /// The most players whose factorial fits 64 bits.
  static var mostPlayers: Int { 20 }

  /// The divisor of the values: the factorial of the greatest number of players.
  let scale: Worth

  /// For k players, s of them there: s!(k − s − 1)! · scale / k!.
  private let weights: [[Worth]]

  /// Prepares for games of at most so many players.
  ///
  /// - Precondition: `players` is at most ``mostPlayers``.
  init(players: Int, _ number: (Int64) -> Worth) {
    require(players <= Self.mostPlayers, "The factorial of \(players) does not fit 64 bits.")
    var factorials: [Int64] = [1]
    for factor in 1..<Int64(players + 1) {
      factorials.append((factorials.last ?? 1) * factor)
    }
    let most = factorials[players]
    scale = number(most)
    weights = (0...players).map { k in
      (0..<k).map { s in
        // The product never exceeds k!, as a binomial coefficient is at least one.
        number(factorials[s] * factorials[k - s - 1] * (most / factorials[k]))
      }
    }
  }

  /// The value of one player of a game, times the scale.
  ///
  /// - Parameters:
  ///   - player: The player's bit in the number of a subset.
  ///   - worth: The worth of every subset, by its number.
  ///   - players: How many there are; the worth of more subsets than theirs is not read.
  /// - Returns: The sum over the subsets without the player.
  /// - Complexity: O(2ᵏ).
  func value(of player: Int, _ worth: [Worth], players: Int) -> Worth {
    var value: Worth = 0
    for subset in 0..<(1 << players) where subset & (1 << player) == 0 {
      value +=
        weights[players][subset.nonzeroBitCount] * (worth[subset | 1 << player] - worth[subset])
    }
    return value
  }
}
