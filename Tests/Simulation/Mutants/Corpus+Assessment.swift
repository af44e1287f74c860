import BenefitBinding

extension Corpus {
  static let assessment: [Entry] = []
}
