import BenefitBinding
import Foundation
import TestSupport

/// Prints the certificates of generated programmes, one a line, for a checker in another language.
enum Certificates {
  static func print(_ options: Options) throws {
    for seed in options.seed..<options.seed + options.count where seed % 5 != 0 {
      let example = try Case(seed: seed)
      var books = example.openingBooks
      for part in example.parts {
        let settled = Result { () throws(BenefitError) in
          try part.programme.settle(part.season, for: part.register, books: books)
        }
        guard case .success(let settlement) = settled else { break }
        books = settlement.closingBooks
        One.say(try json(settlement.certificate))
      }
    }
  }
}
