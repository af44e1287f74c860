import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct MutatedFileTests {
  @Test(arguments: TextEncoding.allCases)
  func `No mutation of a file stops the program`(_ encoding: TextEncoding) throws {
    let households = [
      Household("A-1", gaqa: "乌审召", persons: 4, measures: [.shares: "53 share"]),
      Household("A-2", gaqa: "=Xini", persons: 2),
    ]
    let table = HouseholdTable(
      try Register(households),
      names: ["A-1": "\"巴,雅\r\n尔\""],
      measures: [.shares]
    )
    let file = table.csv(in: encoding)
    var random = SplitMix64(seed: 18_030)
    var count = 0
    for round in 0..<10_000 {
      let bytes = Self.mutated(file, using: &random)
      // What is read is a table again, and what is not says why in both languages.
      if let read = try? HouseholdTable(csv: bytes, encoding: encoding) {
        count += 1
        let written = read.csv(in: encoding)
        let again = try HouseholdTable(csv: written, encoding: encoding)
        #expect(again == read)
        #expect(again.csv(in: encoding) == written)
      } else {
        let problems = HouseholdTable.problems(inCSV: bytes, encoding: encoding)
        #expect(!problems.isEmpty)
        // Reading sentences takes longest, so one in fifty is read.
        for problem in problems where round.isMultiple(of: 50) {
          #expect(strayEnglish(in: problem.text(in: .simplifiedChinese)) == nil)
        }
      }
    }
    #expect(count > 1_000)
  }

  private static func mutated(_ file: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    let odd = Array("\",\r\n'=-+.E09\0".utf8) + [0x80, 0x81, 0xFF, 0x30, 0xEF]
    var bytes = file
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = odd.randomElement(using: &random) ?? 0
      case 1: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
      case 2: bytes.remove(at: place)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1...9, using: &random)))
      }
    }
    return bytes
  }
}
