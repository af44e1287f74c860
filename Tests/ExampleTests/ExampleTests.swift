import BreedingCooperative
import Testing

struct ExampleTests {
  @Test func `The breeding cooperative pays its dividend`() throws {
    #expect(try BreedingCooperative.report().contains("4,000.00"))
  }
}
