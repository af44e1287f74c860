import BenefitBinding

@main
struct Simulation {
  static func main() throws {
    let clock = ContinuousClock()
    var counts: [String: Int] = [:]
    var settled = 0
    var time = Duration.zero
    var encoding = Duration.zero
    let total = try clock.measure {
      for seed in 1...20_000 as ClosedRange<UInt64> {
        let example = try Case(seed: seed)
        var books = example.openingBooks
        for part in example.parts {
          do {
            var settlement: Settlement?
            time += try clock.measure {
              settlement = try part.programme.settle(part.season, for: part.register, books: books)
            }
            settled += 1
            books = settlement!.closingBooks
            encoding += try clock.measure { _ = try TreeEncoder.encode(settlement!) }
          } catch let error as SettlementError {
            counts["\(error.code)", default: 0] += 1
            break
          }
        }
      }
    }
    print(settled, counts, total, time, encoding)
  }
}
