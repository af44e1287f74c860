import BenefitBinding

/// A map from the numbers of an axis to places on the drawing, with round numbers to mark.
struct Scale {
  let values: ClosedRange<Double>
  let places: (first: Double, last: Double)
  let ticks: [Double]

  /// Creates a scale that holds zero, and ends at round numbers where it is to.
  init(
    _ low: Double,
    _ high: Double,
    from first: Double,
    to last: Double,
    ticks count: Int = 4,
    isRound: Bool = true
  ) {
    let (low, high) = (min(low, 0), max(high, 0))
    let step = Self.roundStep((high - low) / Double(count))
    let bottom = (low / step).rounded(isRound ? .down : .up)
    let top = (high / step).rounded(isRound ? .up : .down)
    ticks = (Int(bottom)...Int(top)).map { Double($0) * step }
    let ends = isRound ? (bottom * step, top * step) : (low, high)
    values = ends.0...(ends.0 == ends.1 ? ends.0 + step : ends.1)
    places = (first, last)
  }

  /// The least of 1, 2 and 5 times a power of ten that is at least a number.
  private static func roundStep(_ least: Double) -> Double {
    guard least > 0 else { return 1 }
    var power = 1.0
    while power < least { power *= 10 }
    while power / 10 >= least { power /= 10 }
    return [5, 2].map { power / $0 }.first { $0 >= least * 0.999_999 } ?? power
  }

  /// The place of a number.
  func callAsFunction(_ value: Double) -> Double {
    let part = (value - values.lowerBound) / (values.upperBound - values.lowerBound)
    return places.first + part * (places.last - places.first)
  }

  /// The room that the numbers of the axis need beside it.
  var margin: Double { Double(ticks.map { text($0).displayWidth }.max() ?? 0) * 8 + 10 }

  /// A number of the axis as it is written beside its mark.
  func text(_ value: Double) -> String {
    let isFine = ticks.contains { $0 != $0.rounded() }
    return DecimalText.write(
      Int64((value * (isFine ? 100 : 1)).rounded()),
      decimals: isFine ? 2 : 0,
      grouped: true
    )
  }
}

extension Markup {
  /// A straight line.
  static func line(
    _ from: (x: Double, y: Double),
    _ to: (x: Double, y: Double),
    _ style: String
  ) -> Self {
    path("M\(place(from))L\(place(to))", style)
  }

  /// A path of several commands.
  static func path(_ commands: String, _ style: String, titled title: String? = nil) -> Self {
    Markup("path", ["class": style, "d": commands]) {
      if let title { Markup("title") { title } }
    }
  }

  /// A line through points, of which one that is drawn at the place of the one before is left out.
  static func curve(_ points: [(x: Double, y: Double)], _ style: String) -> Self {
    var places: [String] = []
    for point in points.map(place) where point != places.last { places.append(point) }
    return path("M" + places.joined(separator: "L"), style)
  }

  /// A text that begins, ends or is centred at a place.
  static func label(
    _ text: String,
    _ x: Double,
    _ y: Double,
    _ anchor: String = "start",
    _ style: String? = nil
  ) -> Self {
    Markup(
      "text",
      [
        "class": style, "x": coordinate(x), "y": coordinate(y),
        "text-anchor": anchor == "start" ? nil : anchor,
      ]
    ) {
      text
    }
  }

  /// A place in a path.
  static func place(_ point: (x: Double, y: Double)) -> String {
    "\(coordinate(point.x)) \(coordinate(point.y))"
  }

  /// A sample of a style with what it stands for.
  static func key(_ sample: Self, _ text: String, _ x: Double, _ y: Double) -> [Self] {
    [sample, label(text, x + 30, y)]
  }

  /// The lines and numbers of an upright axis across a drawing.
  static func marks(of y: Scale, from left: Double, to right: Double, unit: String = "") -> [Self] {
    y.ticks.flatMap { tick in
      [
        line((left, y(tick)), (right, y(tick)), tick == 0 ? "axis" : "grid"),
        label(y.text(tick) + unit, left - 6, y(tick) + 4.5, "end", "tick"),
      ]
    }
  }
}

extension String {
  /// The text in at most two lines of some width in cells, the last cut off with an ellipsis where it is longer.
  func wrapped(to width: Int) -> [String] {
    if displayWidth <= width { return [self] }
    let whole = fitting(width)
    // A line ends at a space or beside a wide character, and within a word only where it is too long.
    let end =
      indices.last { index in
        index > startIndex && index <= whole
          && (self[index] == " " || self[index].isWide || self[self.index(before: index)].isWide)
      } ?? whole
    let rest = String(self[end...].drop { $0 == " " })
    return [String(self[..<end]), rest.cut(to: width)]
  }

  /// The text cut off with an ellipsis where it is wider than a number of cells.
  func cut(to width: Int) -> String {
    displayWidth <= width ? self : self[..<fitting(width - 1)] + "…"
  }

  /// The end of what fits a number of cells.
  private func fitting(_ width: Int) -> Index {
    indices.last { String(self[..<$0]).displayWidth <= width } ?? endIndex
  }
}

extension Character {
  /// True if the character fills two cells, so that a line may end beside it.
  fileprivate var isWide: Bool { String(self).displayWidth == 2 }
}
