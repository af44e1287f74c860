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
      return Phrase(quoting: name, of: several ? scheme : nil)
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
    _ names: [Phrase]
  ) -> BenefitError {
    func failure(_ code: BenefitError.Code, found: Phrase, advice: Phrase?) -> BenefitError {
      self.failure(code, of: sought.scheme, sought.place, found: found, advice: advice)
    }
    func listed(_ names: [Phrase], orElse none: Phrase?) -> Phrase? {
      let list = Phrase.list(names)
      return names.isEmpty ? none : Phrase(en: "There are \(list).", zh: "现有\(list.chinese)。")
    }
    if let scheme = sought.scheme, !schemes.contains(where: { $0.name == scheme }) {
      return failure(
        .unknownName,
        found: Phrase(en: "there is no such scheme.", zh: "没有这个方案。"),
        advice: listed(
          schemes.map { Phrase(quoting: $0.name) },
          orElse: Phrase(en: "There is none.", zh: "现无任何方案。")
        )
      )
    }
    if code == .ambiguousName {
      let list = Phrase.list(names)
      return failure(
        code,
        found: Phrase(en: "several are called so: \(list).", zh: "有多个同名：\(list.chinese)。"),
        advice: Phrase(en: "Give the full name and its scheme.", zh: "请写出全名及所属方案。")
      )
    }
    let found = Phrase(en: "there is none.", zh: "没有这一项。")
    return failure(code, found: found, advice: listed(names, orElse: nil))
  }

  /// The error for what cannot be read from the settlement, of one scheme or of all.
  func failure(
    _ code: BenefitError.Code,
    of scheme: String? = nil,
    _ places: BenefitError.Place?...,
    found: Phrase,
    advice: Phrase? = nil
  ) -> BenefitError {
    BenefitError(code, found: found, advice: advice).within(places.compactMap(\.self))
      .within(.schemes(scheme.map { [$0] } ?? schemes.map(\.name)))
  }
}

extension BenefitError.Place {
  /// The schemes that something may be of, `nil` where there is none.
  static func schemes(_ names: [String]) -> Self? {
    if names.count == 1 { return .scheme(names[0]) }
    let english = names.map { "\"\($0.escaped)\"" }.joined(separator: " and ")
    let chinese = names.map { "「\($0.escaped)」" }.joined(separator: "、")
    let words = Phrase(en: "schemes \(english)", zh: "方案\(chinese)")
    return names.isEmpty ? nil : Self("schemes", names.joined(separator: " and "), as: words)
  }
}

extension Phrase {
  /// Quotes a name as it is looked up by, with the scheme that it belongs to.
  init(quoting name: String, of scheme: String? = nil) {
    self.init(
      en: "\"\(name)\"" + (scheme.map { " of \"\($0)\"" } ?? ""),
      zh: (scheme.map { "方案「\($0)」的" } ?? "") + "「\(name)」"
    )
  }

  /// Phrases in a row.
  static func list(_ phrases: [Self]) -> Self {
    Self(
      en: phrases.map(\.description).joined(separator: ", "),
      zh: phrases.map(\.chinese).joined(separator: "、")
    )
  }
}
