/// A name that the library itself gives: of a status, a measure, a good, an amount, a source of funds, an account.
///
/// The English name stands here, where the constants take it from; the Chinese one beside it, in a `switch`
/// that the compiler holds complete.
package enum StandardName: String, CaseIterable {
  // MARK: Statuses

  case belowNationalLine = "below the national poverty line"
  case belowMunicipalAllowance = "below the municipal allowance line"
  case exited = "exited from poverty"
  case atRisk = "at risk"
  case notPoor = "not registered as poor"

  // MARK: Measures

  case shares
  case landArea = "land area"
  case monthsWorked = "months worked"
  case workers
  case eggsDelivered = "eggs delivered"
  case produceDelivered = "produce delivered"
  case produceBought = "produce bought"
  case memberDays = "member days"
  case personDays = "person days"
  case householdsCounted = "households counted"
  case personsCounted = "persons counted"
  case headsInKeeping = "heads in keeping"
  case unitsAdopted = "units adopted"
  case yieldPerUnit = "yield per unit"
  case offspringSold = "offspring sold"
  case offspringKept = "offspring kept"
  case offspringKeptBefore = "offspring kept before"
  case stockKept = "stock kept"

  // MARK: Goods

  case ewe
  case breedingSheep = "breeding sheep"
  case lamb
  case eweLamb = "ewe lamb"
  case ramLamb = "ram lamb"
  case ram
  case sow
  case piglet
  case chick
  case egg

  // MARK: Amounts of money

  case profit
  case revenue
  case projectReturn = "project return"
  case takings
  case platformSales = "platform sales"
  case marketPrice = "market price"
  case monthlyWage = "monthly wage"
  case loanPrincipal = "loan principal"
  case recoveredPrincipal = "recovered principal"
  case returnOnUse = "return on use"
  case interestDue = "interest due"
  case principalDue = "principal due"
  case procurementSales = "procurement sales"
  case procurementOtherwise = "procurement sales otherwise"
  case batchResult = "batch result"
  case adoptionCosts = "adoption costs"
  case depositHeld = "deposit held"
  case depositForfeited = "deposit forfeited"
  case insurancePayout = "insurance payout"

  // MARK: Rates

  case returnRate = "return rate"
  case interestRate = "interest rate"

  // MARK: Sources of funds

  case fiscalReliefFund = "fiscal poverty relief fund"
  case reliefLoan = "poverty relief loan"
  case householdFunds = "self-financed by households"
  case industrialReliefFund = "industrial poverty relief fund"
  case specialFund = "special poverty relief fund"
  case enterprise

  // MARK: Accounts

  case collective
  case reserve
  case villageWelfare = "village welfare"
  case reinvestment
  case publicPosts = "public posts"
  case `operator`
  case leadEntity = "lead entity"
  case treasury
  case leftInPot = "left in the pot"
  case writtenOff = "written off by rounding"
  case carriedForward = "carried forward"

  // MARK: Purposes

  case stake
  case returnOnStake = "return on the stake"
  case returnOnLoan = "return on a loan lent on"
  case award
  case rent
}

extension StandardName {
  /// A name in a language; one that a user made up stays as it is, in marks where the text around it is Chinese.
  package static func words(_ name: String, in language: Language) -> String {
    switch language {
    case .english: name
    case .simplifiedChinese: Self(rawValue: name)?.chinese ?? "「\(name)」"
    }
  }
}

extension Word {
  /// The name in a language, where it is one of the library's own.
  package func words(in language: Language) -> String { StandardName.words(name, in: language) }
}

extension Named {
  /// Creates one of the library's own words.
  package init(_ standard: StandardName) { self.init(standard.rawValue) }
}

extension NamedInUnit {
  /// Creates one of the library's own words.
  package init(_ standard: StandardName, in unit: Quantity.Unit) {
    self.init(standard.rawValue, in: unit)
  }
}
