// The one place where a total is divided among weights.

/// The weights that were given an odd step when a total was shared.
enum OddSteps {
  /// Weights with remainders of a sum above one, and of those at it the ones up to a position.
  case remaindersAbove(UInt128, of: UInt128, orUpTo: Int)
  /// All up to a position, and how many they are.
  case upTo(Int, steps: Int)
  /// All from a position on, and how many they are.
  case downTo(Int, steps: Int)
}

extension Apportionment {
  /// Writes the parts of `total` into `rows` of `parts` and returns what is left over.
  ///
  /// - Parameters:
  ///   - total: What is shared.
  ///   - rows: Those among whom it is shared.
  ///   - weights: What each is entitled to.
  ///   - unit: How much weight makes one unit, which is what a rounded rate is for.
  ///   - smallest: The step that a rate for a part of a unit is rounded to.
  ///   - parts: Where the parts go; as long as `weights`.
  ///   - remainders: Room that one call after the other may use.
  /// - Returns: The total less all parts, the sum of the weights, and who was given an odd step.
  /// - Throws: ``BenefitError`` as ``parts(of:by:)`` does.
  /// - Complexity: O(n) on average.
  func share(
    _ total: Int64,
    among rows: Range<Int>,
    by weights: Span<Int64>,
    unit: Int64 = 1,
    smallest: Rounding.Step = .fen,
    into parts: inout MutableSpan<Int64>,
    using remainders: inout Remainders
  ) throws(BenefitError) -> (residue: Int64, sum: Int128, oddSteps: OddSteps?) {
    require(parts.count == weights.count, "Each weight needs a place for its part.")
    let sum = try sum(of: weights, rows)
    guard sum > 0 else {
      throw BenefitError(
        .nobody,
        found: Phrase(
          en: "Nobody is there to be paid: no weight is above zero.",
          zh: "无人可分：没有大于零的权重。"
        )
      )
    }

    let size = total.magnitude
    // A burden may go one fen further than a pot.
    let limit = total < 0 ? Int64.min.magnitude : Int64.max.magnitude
    let residue: Int128
    var oddSteps: OddSteps?
    // No weight is above the sum, so no product is above this one.
    if let sum = UInt64(exactly: sum), !size.multipliedReportingOverflow(by: sum).overflow {
      residue = try share(
        size,
        among: rows,
        by: weights,
        sum: sum,
        unit: unit,
        smallest: Int128(smallest.fen),
        limit: limit,
        into: &parts,
        &oddSteps,
        &remainders.narrow
      )
    } else {
      residue = try share(
        UInt128(size),
        among: rows,
        by: weights,
        sum: sum,
        unit: unit,
        smallest: Int128(smallest.fen),
        limit: limit,
        into: &parts,
        &oddSteps,
        &remainders.wide
      )
    }
    guard total < 0 else { return (try narrowed(residue), Int128(sum), oddSteps) }
    for index in rows { parts[index] = 0 &- parts[index] }
    return (try narrowed(-residue), Int128(sum), oddSteps)
  }

  /// The sum of the weights of some rows, none of which may be below zero.
  private func sum(of weights: Span<Int64>, _ rows: Range<Int>) throws(BenefitError) -> UInt128 {
    var (bits, sum) = (0 as Int64, 0 as UInt64)
    for index in rows {
      bits |= weights[index]
      sum &+= UInt64(truncatingIfNeeded: weights[index])
    }
    // A weight has no bit that is not among these, so that most sums are seen to fit.
    if bits >= 0, bits.multipliedReportingOverflow(by: Int64(rows.count)).overflow == false {
      return UInt128(sum)
    }
    var wide: UInt128 = 0
    for index in rows {
      guard weights[index] >= 0 else { throw negativeWeight(index) }
      wide += UInt128(weights[index])
    }
    return wide
  }

  private func narrowed(_ residue: Int128) throws(BenefitError) -> Int64 {
    guard let residue = Int64(exactly: residue) else {
      throw BenefitError(
        .overflow,
        found: Phrase(
          en: "All parts together, once rounded, are more than 64 bits can hold.",
          zh: "各部分取整后合计超出 64 位。"
        )
      )
    }
    return residue
  }

  private func negativeWeight(_ index: Int) -> BenefitError {
    BenefitError(
      .negative,
      at: .weight(index),
      found: Phrase(en: "it is below zero.", zh: "权重低于零。"),
      advice: Phrase(en: "Weights are zero or more.", zh: "请填写零或大于零的权重。")
    )
  }

  private func tooLarge(_ index: Int) -> BenefitError {
    BenefitError(
      .overflow,
      at: .weight(index),
      found: Phrase(
        en: "its part, once rounded, is more than 64 bits can hold.",
        zh: "所分部分取整后超出 64 位。"
      )
    )
  }

  /// Shares a total of zero or more in arithmetic wide enough for `total · sum`.
  ///
  /// No part goes beyond `limit`.
  private func share<Word: FixedWidthInteger & UnsignedInteger>(
    _ total: Word,
    among rows: Range<Int>,
    by weights: Span<Int64>,
    sum: Word,
    unit: Int64,
    smallest: Int128,
    limit: UInt64,
    into parts: inout MutableSpan<Int64>,
    _ oddSteps: inout OddSteps?,
    _ room: inout Remainders.Room<Word>
  ) throws(BenefitError) -> Int128 {
    let step = Word(rounding.step.fen)
    if residue.isHandedOut {
      return handOut(
        total,
        step: step,
        among: rows,
        by: weights,
        sum: sum,
        &parts,
        &oddSteps,
        &room
      )
    }

    var paid: Int128 = 0
    let rate = basis == .rate ? rate(of: UInt128(total), sum: UInt128(sum), unit: unit) : 0
    for index in rows {
      let weight = Word(weights[index])
      let part: Int128
      switch basis {
      case .payout:
        let (whole, rest) = (total * weight).quotientAndRemainder(dividingBy: sum)
        part = rounded(whole, rest, of: sum)
      case .rate:
        let (product, overflowed) = rate.multipliedReportingOverflow(by: Int128(weight))
        if overflowed { throw tooLarge(index) }
        let steps = product.divided(by: Int128(unit) * smallest, rounding: rounding.direction)
        part = steps * smallest
      }
      guard part <= Int128(limit) else { throw tooLarge(index) }
      parts[index] = Int64(truncatingIfNeeded: part)
      paid += part
    }
    return Int128(total) - paid
  }

  /// The rounded amount for one unit of weight.
  private func rate(of total: UInt128, sum: UInt128, unit: Int64) -> Int128 {
    // A total is below 2⁶⁴ and a unit below 2⁶³, so their product fits.
    let (whole, rest) = (total * UInt128(unit)).quotientAndRemainder(dividingBy: sum)
    return rounded(whole, rest, of: sum)
  }

  /// Rounds `whole + rest / sum` fen to the step.
  private func rounded<Word: FixedWidthInteger & UnsignedInteger>(
    _ whole: Word,
    _ rest: Word,
    of sum: Word
  ) -> Int128 {
    let step = Int128(rounding.step.fen)
    let steps = Int128(whole).divided(by: step, rounding: .down)
    let beyond = Int128(whole) - steps * step
    // What is beyond the last whole step is (beyond + rest / sum) of `step` fen. Only whether it is
    // nothing, less than half, half, or more decides, and four values say that exactly.
    let half = step / 2
    let position: Int128 =
      if beyond == 0 && rest == 0 {
        0
      } else if step == 1 {
        rest < sum - rest ? 1 : rest == sum - rest ? 2 : 3
      } else if beyond < half {
        1
      } else {
        beyond == half && rest == 0 ? 2 : 3
      }
    return (steps * 4 + position).divided(by: 4, rounding: rounding.direction) * step
  }

  /// Shares whole steps and hands out those left over; returns what is less than a step for each.
  private func handOut<Word: FixedWidthInteger & UnsignedInteger>(
    _ total: Word,
    step: Word,
    among rows: Range<Int>,
    by weights: Span<Int64>,
    sum: Word,
    _ parts: inout MutableSpan<Int64>,
    _ oddSteps: inout OddSteps?,
    _ room: inout Remainders.Room<Word>
  ) -> Int128 {
    let (steps, belowStep) = total.quotientAndRemainder(dividingBy: step)
    let divisor = Divisor(sum)
    let keepsRemainders = residue == .largestRemainder
    var left = steps
    room.each.removeAll(keepingCapacity: true)
    for index in rows {
      let (whole, rest) = divisor.divide(steps &* Word(truncatingIfNeeded: weights[index]))
      // The magnitude of Int64.min has no positive twin; its bits are right once negated.
      parts[index] = Int64(truncatingIfNeeded: whole &* step)
      left &-= whole
      if keepsRemainders { room.each.append(rest) }
    }
    if left > 0 {
      let step = Int64(step)
      switch residue {
      case .first:
        let last = give(Int(left), step, inOrder: rows, to: weights, &parts)
        oddSteps = .upTo(last, steps: Int(left))
      case .last:
        let last = give(Int(left), step, inOrder: rows.reversed(), to: weights, &parts)
        oddSteps = .downTo(last, steps: Int(left))
      default:
        oddSteps = giveToLargestRemainders(Int(left), step, among: rows, of: sum, &parts, &room)
      }
    }
    return Int128(belowStep)
  }

  /// Gives one step to each of the first `count` weights above zero and returns the last one.
  private func give(
    _ count: Int,
    _ step: Int64,
    inOrder indices: some Sequence<Int>,
    to weights: Span<Int64>,
    _ parts: inout MutableSpan<Int64>
  ) -> Int {
    var (left, last) = (count, -1)
    for index in indices where weights[index] > 0 {
      if left == 0 { break }
      parts[index] &+= step
      left -= 1
      last = index
    }
    return last
  }
}
