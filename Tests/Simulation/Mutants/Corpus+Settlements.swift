import BenefitBinding

extension Corpus {
  static let settlements: [Entry] = []
}
