import BenefitBinding

extension Corpus {
  static let livestock: [Entry] = []
}
