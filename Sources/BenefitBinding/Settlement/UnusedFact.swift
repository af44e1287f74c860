/// A fact of a season that no scheme of a programme can see, because of the name it stands under.
public struct UnusedFact: Hashable, Codable, Sendable {
  /// Why no scheme sees it.
  public enum Reason: String, Hashable, Codable, Sendable {
    /// The programme has no scheme of the name that the fact stands under.
    case unknownScheme
    /// No household of the register lives in the gaqa that the fact is given for.
    case unknownGaqa
  }

  /// Why no scheme sees it.
  public let reason: Reason

  /// The name of the fact or measure.
  public let fact: String

  /// The scheme that it is given for, or `nil` where it is given for all.
  public let scheme: String?

  /// The gaqa that it is given for, or `nil` where the scheme alone is at fault.
  public let gaqa: String?
}

extension UnusedFact: CustomStringConvertible {
  /// The place and what to look for, as a sentence.
  public var description: String {
    let place = scheme.map { "Scheme \"\($0)\", fact \"\(fact)\"" } ?? "Fact \"\(fact)\""
    return switch gaqa {
    case let gaqa?:
      "\(place), gaqa \"\(gaqa)\": it is not used, for no household of the register lives there. "
        + "Check the gaqa's name."
    case nil:
      "\(place): it is not used, for the programme has no scheme of that name. Check the scheme's "
        + "name."
    }
  }
}

extension Programme {
  /// The facts of a season that stand under a scheme the programme does not have, or under a gaqa
  /// where no household lives.
  ///
  /// Settling passes them over, since a season may serve several programmes and registers; a name
  /// that is misspelt shows here.
  ///
  /// ```swift
  /// let programme = Programme("Ejin Horo") { cooperative }
  /// var misspelt = season
  /// misspelt["Breding cooperative"][.profit] = .yuan(164_000)
  /// for fact in programme.unusedFacts(of: misspelt, for: register) { print(fact) }
  /// // Scheme "Breding cooperative", fact "profit": it is not used, for the programme has ...
  /// ```
  ///
  /// A fact that stands under a known name and that no formula asks for is not listed.
  ///
  /// - Parameters:
  ///   - season: What happened.
  ///   - register: Who there is.
  /// - Returns: The facts: first those for all schemes, then those of single ones by the scheme's
  ///   name; amounts before rates before quantities, each by name and gaqa.
  /// - Complexity: O(f log f) for f facts, one of each gaqa counted by itself.
  public func unusedFacts(of season: Season, for register: Register) -> [UnusedFact] {
    let gaqas = Set(register.gaqas)
    let names = Set(schemes.map(\.name))
    var unused = season.facts.under(unknown: gaqas, scheme: nil)
    for (scheme, facts) in season.factsByScheme.sorted(by: { $0.key < $1.key }) {
      if names.contains(scheme) {
        unused += facts.under(unknown: gaqas, scheme: scheme)
      } else {
        unused += facts.names.map {
          UnusedFact(reason: .unknownScheme, fact: $0, scheme: scheme, gaqa: nil)
        }
      }
    }
    return unused
  }
}

extension Facts {
  /// The names of all facts: amounts, rates, quantities.
  fileprivate var names: [String] { places.map(\.fact) }

  /// The facts for gaqas that are not among the known ones.
  fileprivate func under(unknown known: Set<String>, scheme: String?) -> [UnusedFact] {
    places.flatMap { fact, gaqas in
      gaqas.filter { !known.contains($0) }.sorted().map {
        UnusedFact(reason: .unknownGaqa, fact: fact, scheme: scheme, gaqa: $0)
      }
    }
  }

  /// Each fact with the gaqas that it is given for.
  private var places: [(fact: String, gaqas: [String])] {
    func places<Key: FileOrdered, Value>(
      _ facts: [Key: Given<Value>],
      _ name: (Key) -> String
    ) -> [(fact: String, gaqas: [String])] {
      facts.sorted { $0.key.precedes($1.key) }.map { key, given in
        if case .gaqas(let values) = given {
          (name(key), Array(values.keys))
        } else {
          (name(key), [])
        }
      }
    }
    return places(money, \.name) + places(rates, \.name) + places(measures, \.name)
  }
}
