// Lines and waterfalls found by their names; what is not there is an error that lists what is.
extension Settlement {
  /// The line with a name.
  ///
  /// A line is found by its full name, or by the name of its tier alone where no other has that name.
  ///
  /// ```swift
  /// let awards = try settlement.line("solar income: awards")
  /// let same = try settlement.line("awards", of: "Solar station")
  /// ```
  ///
  /// - Parameters:
  ///   - name: The full name, or the name of a tier.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  /// - Returns: The line.
  /// - Throws: ``BenefitError`` that lists the lines there are where none has the name, and those
  ///   that have it where several have.
  /// - Complexity: O(l) for l lines.
  public func line(_ name: String, of scheme: String? = nil) throws(BenefitError) -> Line {
    let lines = lines.filter { scheme == nil || $0.scheme == scheme }
    let named = lines.filter { $0.name == name }
    return try only(
      named.isEmpty ? lines.filter { tierName($0) == name } : named,
      of: lines,
      Sought(place: .line(name), scheme: scheme)
    ) { ($0.scheme, $0.name) }
  }

  /// The distribution with a name, as its pots ran down the tiers.
  ///
  /// - Parameters:
  ///   - clause: The name of the distribution.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a one.
  /// - Returns: The waterfall.
  /// - Throws: ``BenefitError`` that lists the distributions there are where none has the name, and
  ///   those that have it where several have.
  /// - Complexity: O(w) for w distributions.
  public func waterfall(
    _ clause: String,
    of scheme: String? = nil
  ) throws(BenefitError) -> Waterfall {
    let waterfalls = waterfalls.filter { scheme == nil || $0.scheme == scheme }
    return try only(
      waterfalls.filter { $0.clause == clause },
      of: waterfalls,
      Sought(place: .init("distribution", clause), scheme: scheme)
    ) { ($0.scheme, $0.clause) }
  }

  /// The name that a line's tier has within its clause, or `nil` for a line that goes by its clause.
  private func tierName(_ line: Line) -> String? {
    guard let terms = schemes.first(where: { $0.name == line.scheme }) else { return nil }
    let prefix = "\(terms.clauses[line.clause].name): "
    return line.name.hasPrefix(prefix) ? String(line.name.dropFirst(prefix.count)) : nil
  }

  /// The one value that was found.
  private func only<Value>(
    _ found: [Value],
    of all: [Value],
    _ sought: Sought,
    name: (Value) -> (scheme: String, name: String)
  ) throws(BenefitError) -> Value {
    if found.count == 1 { return found[0] }
    let several = schemes.count > 1 && sought.scheme == nil
    let names = (found.isEmpty ? all : found).map { value in
      let (scheme, name) = name(value)
      return several ? "\"\(name)\" of \"\(scheme)\"" : "\"\(name)\""
    }
    throw lookupError(sought, found.isEmpty ? .unknownName : .ambiguousName, names)
  }
}

/// Something that is looked up in a settlement.
struct Sought {
  let place: BenefitError.Place
  let scheme: String?
}

extension Settlement {
  /// The error for a name that nothing has, or several have.
  func lookupError(
    _ sought: Sought,
    _ code: BenefitError.Code,
    _ names: [String]
  ) -> BenefitError {
    func failure(_ code: BenefitError.Code, found: String, advice: String) -> BenefitError {
      self.failure(code, of: sought.scheme, sought.place, found: found, advice: advice)
    }
    func listed(_ names: [String], orElse none: String) -> String {
      names.isEmpty ? none : "There are \(names.joined(separator: ", "))."
    }
    if let scheme = sought.scheme, !schemes.contains(where: { $0.name == scheme }) {
      let list = listed(schemes.map { "\"\($0.name)\"" }, orElse: "There is none.")
      return failure(.unknownName, found: "there is no such scheme.", advice: list)
    }
    if code == .ambiguousName {
      let found = "several are called so: \(names.joined(separator: ", "))."
      return failure(code, found: found, advice: "Give the full name and its scheme.")
    }
    return failure(code, found: "there is none.", advice: listed(names, orElse: ""))
  }

  /// The error for what cannot be read from the settlement, of one scheme or of all.
  func failure(
    _ code: BenefitError.Code,
    of scheme: String? = nil,
    _ places: BenefitError.Place?...,
    found: String,
    advice: String = ""
  ) -> BenefitError {
    BenefitError(code, found: found, advice: advice).within(places.compactMap(\.self))
      .within(.schemes(scheme.map { [$0] } ?? schemes.map(\.name)))
  }
}

extension BenefitError.Place {
  /// The schemes that something may be of, `nil` where there is none.
  static func schemes(_ names: [String]) -> Self? {
    if names.count == 1 { return .scheme(names[0]) }
    let list = names.map { "\"\($0.escaped)\"" }.joined(separator: " and ")
    return names.isEmpty
      ? nil : Self("schemes", names.joined(separator: " and "), as: "schemes \(list)")
  }
}
