/// An account followed from event to event.
///
/// The account checks its events with it once and reads every later position from it, so what is
/// answered is what was checked.
struct CapitalTally {
  /// The sums so far.
  private(set) var position = CapitalPosition()

  /// What is in each project.
  private(set) var projects: [String: Money] = [:]

  /// What each source put in, and what of it went back.
  private(set) var putIn: [Funding.Source: Money] = [:]
  private(set) var returned: [Funding.Source: Money] = [:]

  /// What lies in the fund, the oldest first: capital, and profit that nobody was paid yet.
  private(set) var capital: [IdleMoney] = []
  private(set) var profit: [IdleMoney] = []

  /// What is wrong with an event, as a code and the end of a sentence.
  typealias Problem = (code: CapitalError.Code, text: String)

  private var latest: Day?

  /// Enters the next event, or says why it cannot have happened.
  mutating func enter(_ event: CapitalEvent) -> Problem? {
    if let problem = problem(with: event) { return problem }
    latest = event.day
    let amount = event.occurrence.amount
    switch event.occurrence {
    case .putIn(_, let source):
      position.putIn += amount
      putIn[source, default: .zero] += amount
      capital.append(IdleMoney(since: event.day, amount: amount, origin: .putIn(by: source)))
    case .deployed(_, let project):
      position.deployed += amount
      projects[project, default: .zero] += amount
      takeCapitalFirst(amount)
    case .recovered(_, let project):
      position.deployed -= amount
      position.recovered += amount
      projects[project, default: .zero] -= amount
      capital.append(IdleMoney(since: event.day, amount: amount, origin: .recovered(from: project)))
    case .earned:
      // What was paid out of capital is made good first.
      let refill = min(amount, position.paidOutOfCapital)
      position.earned += amount
      if refill > .zero {
        capital.append(IdleMoney(since: event.day, amount: refill, origin: .earned))
      }
      if amount > refill {
        profit.append(IdleMoney(since: event.day, amount: amount - refill, origin: .earned))
      }
    case .paidOut:
      position.paidOut += amount
      let rest = Self.take(amount, from: &profit)
      _ = Self.take(rest, from: &capital)
    case .lost(_, let project):
      position.deployed -= amount
      position.lost += amount
      projects[project, default: .zero] -= amount
    case .returned(_, let source):
      position.returned += amount
      returned[source, default: .zero] += amount
      takeCapitalFirst(amount)
    }
    return nil
  }

  private mutating func takeCapitalFirst(_ amount: Money) {
    let rest = Self.take(amount, from: &capital)
    _ = Self.take(rest, from: &profit)
  }

  /// Takes the oldest money first, and tells what there was not enough for.
  private static func take(_ amount: Money, from idle: inout [IdleMoney]) -> Money {
    var rest = amount
    var spent = 0
    for index in idle.indices where rest > .zero {
      let taken = min(rest, idle[index].amount)
      idle[index].amount -= taken
      rest -= taken
      if idle[index].amount == .zero { spent = index + 1 }
    }
    idle.removeFirst(spent)
    return rest
  }
}

// MARK: - What cannot have happened

extension CapitalTally {
  private func problem(with event: CapitalEvent) -> Problem? {
    let amount = event.occurrence.amount
    guard amount > .zero else { return (.notAboveZero, "an amount is above zero") }
    if let latest, event.day < latest {
      return (.outOfOrder, "an earlier entry is of \(latest); enter them by day")
    }
    switch event.occurrence {
    case .putIn, .earned:
      // All other stocks are parts of what came in.
      let sum = Int128(position.putIn.fen) + Int128(position.earned.fen) + Int128(amount.fen)
      return sum > Int128(Int64.max) ? Self.tooLarge : nil
    case .deployed(_, let project):
      if project.isEmpty { return (.noProject, "a project has a name") }
      return idleProblem(amount)
    case .recovered(_, let project):
      // Money that goes round and round comes back more often than it came in.
      let sum = Int128(position.recovered.fen) + Int128(amount.fen)
      return sum > Int128(Int64.max) ? Self.tooLarge : projectProblem(amount, project)
    case .lost(_, let project): return projectProblem(amount, project)
    case .paidOut: return idleProblem(amount)
    case .returned(_, let source):
      let open = (putIn[source] ?? .zero) - (returned[source] ?? .zero)
      guard amount <= open else {
        return (.moreThanPutIn, "only \(open) that \(source) put in has not gone back")
      }
      return idleProblem(amount)
    }
  }

  private static var tooLarge: Problem {
    (.overflow, "the sum is too large to be kept exactly in 64 bits of fen")
  }

  private func idleProblem(_ amount: Money) -> Problem? {
    amount <= position.idle
      ? nil : (.moreThanIdle, "only \(position.idle) lies in the fund; enter what came in first")
  }

  private func projectProblem(_ amount: Money, _ project: String) -> Problem? {
    let there = projects[project] ?? .zero
    return amount <= there
      ? nil : (.moreThanDeployed, "only \(there) is in \(project); enter what went there first")
  }
}
