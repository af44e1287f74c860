public import BenefitBinding

/// A programme, what happened in a season and the line that incomes are held against, as a person writes them down.
///
/// ```swift
/// let document = try ProgrammeDocument(
///   json: Array(
///     """
///     {
///       "format": "benefit-binding programme 1",
///       "name": "Ejin Horo",
///       "definitions": {"floor": "5 % of stake"},
///       "schemes": [
///         {
///           "model": "shareholding",
///           "name": "Breeding cooperative",
///           "funding": [{"amount": "500,000", "from": "fiscal poverty relief fund"}],
///           "dividend": "floor + 29 % of (profit over floor)"
///         }
///       ],
///       "season": {"name": "2016", "facts": {"profit": "164,000"}}
///     }
///     """.utf8))
/// print(document.programme.schemes.count, document.season.name)    // 1 2016
/// ```
///
/// `Docs/ProgrammeDocuments.md` describes the form, and `Docs/programme.schema.json` is its JSON Schema.
public struct ProgrammeDocument: Hashable, Sendable {
  /// The programme.
  public let programme: Programme

  /// The season and the facts that the document states of it.
  public let season: Season

  /// The balances that were there before the season, to settle it with, or `nil` where the document gives none.
  public let openingBooks: Books?

  /// The income per person and year below which somebody is poor, or `nil` where the document gives none.
  public let povertyLine: Money?

  /// Reads a document.
  ///
  /// - Parameter bytes: A JSON text after RFC 8259 in UTF-8.
  /// - Throws: `BenefitError` for the first of ``problems(inJSON:)``.
  /// - Complexity: O(n) for n bytes.
  public init(json bytes: [UInt8]) throws(BenefitError) {
    do {
      self = try DocumentDecoder().decode(StoredDocument.self, from: bytes).document
    } catch {
      throw error.problems[0]
    }
  }

  /// All that is wrong with a document, each with line, column and path.
  ///
  /// - Parameter bytes: A JSON text after RFC 8259 in UTF-8.
  /// - Returns: The first hundred mistakes in the order of the text and one more that counts the others; none where the
  ///   document can be read.
  public static func problems(inJSON bytes: [UInt8]) -> [BenefitError] {
    do {
      _ = try DocumentDecoder().decode(StoredDocument.self, from: bytes)
      return []
    } catch {
      return error.problems
    }
  }

  init(programme: Programme, season: Season, openingBooks: Books?, povertyLine: Money?) {
    self.programme = programme
    self.season = season
    self.openingBooks = openingBooks
    self.povertyLine = povertyLine
  }
}
