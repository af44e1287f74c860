import BenefitBinding
import TestSupport
import Testing

/// Names that stand twice, nowhere or in the wrong place, by the sentence the reader gets.
struct NameErrorTests {
  private func refusal(@ListBuilder<Clause> clauses: () -> [Clause]) throws -> String {
    try Terms(name: "s", clauses: clauses).refusal(Season(2016), likeHouseholds(2))
  }

  @Test func `Two lines or schemes of one name are refused`() throws {
    let lines = try refusal {
      Payment("p", each: "1", as: .cost)
      Payment("p", each: "1", as: .cost)
    }
    #expect(
      lines == "Scheme \"s\", clause \"p\": another clause of the scheme has that name. Give each "
        + "a name of its own."
    )
    let scheme = Terms(name: "twice") {}
    #expect {
      try Programme("p") {
        scheme; scheme
      }.settle(Season(2016), for: likeHouseholds(2))
    } throws: {
      "\($0)"
        == "Scheme \"twice\", name: two schemes of the programme have it. Give each a name of its "
        + "own."
    }
  }

  @Test func `An unknown line is named beside those that are known`() throws {
    let unknown = try refusal { Payment("p", each: .total(of: "eggs"), as: .cost) }
    #expect(
      unknown
        == "Scheme \"s\", clause \"p\", line \"eggs\": no clause before this one has a line of "
        + "that name. Settled so far: none."
    )
    let later = try refusal {
      Payment("b", each: "1", as: .cost)
      Payment("a", each: "1", as: .cost)
      Payment("p", each: .line("q"), as: .cost)
      Payment("q", each: "1", as: .cost)
    }
    #expect(later.hasSuffix("Settled so far: a, b."))
  }

  @Test func `Only tiers refer to the pot`() throws {
    let expected =
      "Scheme \"s\", clause \"p\", the pot: only the tiers of a distribution know it."
    #expect(try refusal { Payment("p", each: .percentOfPot(5), as: .cost) } == expected)
    #expect(try refusal { Distribution("p", of: .rest) {} } == expected)
    let after = try refusal {
      Distribution("d", of: "1") { Tier(.rest, by: .person, as: .property) }
      Payment("p", each: .pot, as: .cost)
    }
    #expect(after == expected)
  }

  @Test func `A line of one clause cannot have the name of another`() throws {
    let text = try refusal {
      Purchase("Eggs", of: .persons, at: "1", inputs: "1")
      Payment("Eggs: inputs", each: "1", as: .cost)
    }
    #expect(text.hasSuffix("another line of the scheme has that name. Name the clause or tier."))
  }

  @Test(arguments: ["", "two\nlines"])
  func `A name that does not fit on a line is refused`(name: String) throws {
    let text = try refusal { Payment(name, each: "1", as: .cost) }
    #expect(
      text
        == "Scheme \"s\", a name: one is empty or runs over several lines. Give it one line."
    )
  }

  @Test func `Tiers with one key need names`() throws {
    let text = try refusal {
      Distribution(of: "1") {
        Tier(.percentOfPot(10), by: .household, as: .property)
        Tier(.percentOfPot(10), by: .person, as: .property)
        Tier(.percentOfPot(10), by: .person, as: .property)
      }
    }
    #expect(
      text == "Scheme \"s\", clause \"dividend\", line \"dividend: by person\": another line of "
        + "the scheme has that name. Name the clause or tier."
    )
  }
}
