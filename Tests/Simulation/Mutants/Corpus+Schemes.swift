import BenefitBinding

extension Corpus {
  static let schemes: [Entry] = []
}
