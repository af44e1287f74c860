import BenefitAssessment
import BenefitBinding
import BenefitDocuments
import BenefitReports
import BenefitTables
import FoundationEssentials

/// The files that a job writes.
struct Results {
  let job: Job

  init(_ job: Job) { self.job = job }

  private var language: Language { job.options.language }
  private var settlement: Settlement { job.settlement }

  /// Writes all files, and says which payments are left out.
  func write(to folder: String) throws -> String {
    let (payments, warnings) = try payments
    try Files.write(try files() + payments, to: folder) { name in
      name.hasPrefix("notice-") || name.hasPrefix("payments-")
    }
    return warnings
  }

  private func files() throws -> [(name: String, bytes: [UInt8])] {
    let statements = settlement.statementTable(names: job.households.names, in: language)
    let page = try Report(
      of: settlement,
      titled: job.document.programme.name,
      assessment: job.assessment,
      names: job.households.names
    )
    return [
      ("summary.csv", settlement.table(in: language).csv(in: .utf8)),
      ("statements.csv", statements.csv(in: .utf8)),
      ("gaqas.csv", gaqas.csv(in: .utf8)),
      ("accounts.csv", settlement.postings(in: language).csv(in: .utf8)),
      ("report.html", Array(page.html(in: language).utf8)),
      ("report.md", Array(page.markdown(in: language).utf8)),
      ("certificate.json", try json(settlement.certificate)),
      ("books.json", try json(settlement.closingBooks)),
    ] + (try assessments) + (try notices)
  }

  private func json(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  private var assessments: [(name: String, bytes: [UInt8])] {
    get throws {
      guard let assessment = job.assessment else { return [] }
      return [
        ("assessment.csv", assessment.table(in: language).csv(in: .utf8)),
        ("groups.csv", assessment.groupTable(in: language).csv(in: .utf8)),
      ]
    }
  }

  /// A notice for each gaqa, where the day of posting is known.
  private var notices: [(name: String, bytes: [UInt8])] {
    get throws {
      guard let day = job.options.posted else { return [] }
      return try settlement.register.gaqas.enumerated().map { position, gaqa in
        let notice = try PublicNotice(
          of: settlement,
          gaqa: gaqa,
          from: day,
          names: job.households.names,
          maskingNames: true,
          objectionsTo: job.options.objections
        )
        return ("notice-\(position + 1).txt", Array((notice.text(in: language) + "\n").utf8))
      }
    }
  }

  /// A list of payments of each line that is income, where the accounts are known, and who is left out of them.
  private var payments: (files: [(name: String, bytes: [UInt8])], warnings: String) {
    get throws {
      guard let accounts = job.accounts else { return ([], "") }
      let headings = [
        Phrase(en: "number", zh: "序号"), Phrase(en: "account", zh: "账号"),
        Phrase(en: "holder", zh: "户名"), Phrase(en: "amount", zh: "金额"),
        Phrase(en: "household", zh: "户编号"),
      ].map { $0.text(in: language) }
      let template = PaymentTemplate(
        [
          headings[0]: .number, headings[1]: .accountNumber, headings[2]: .accountHolder,
          headings[3]: .amount, headings[4]: .household,
        ],
        total: Phrase(en: "total", zh: "合计").text(in: language)
      )
      var (files, warnings) = ([(name: String, bytes: [UInt8])](), "")
      for line in settlement.lines where line.flow.isIncome {
        let owed = try settlement.fulfilment(
          of: line.name,
          of: line.scheme,
          promised: [:],
          paid: nil
        )
        let list = PaymentList(of: owed, to: accounts)
        let bytes = list.csv(by: template, remark: line.name(in: language))
        files.append(("payments-\(files.count + 1).csv", bytes))
        if let missing = list.missingAccounts {
          warnings += "\(files[files.count - 1].name): \(missing.text(in: language))\n"
        }
      }
      return (files, warnings)
    }
  }
}

// MARK: - Tables

extension Results {
  /// One row for each gaqa.
  private var gaqas: Table {
    var table = Table(
      .words(en: "gaqa", zh: "嘎查"),
      .amount(en: "households", zh: "户数"),
      .amount(en: "persons", zh: "人口"),
      .amount(en: "income", zh: "收入"),
      .amount(en: "costs", zh: "成本"),
      .amount(en: "gain", zh: "净增收"),
      in: language
    )
    for gaqa in settlement.register.gaqas {
      let households = settlement.register.households(in: gaqa)
      var (persons, gross, costs) = (0, Money.zero, Money.zero)
      for row in households.indices {
        persons += settlement.register[row].persons
        gross += settlement.gross(at: row)
        costs += settlement.costs(at: row)
      }
      table.add(
        gaqa,
        "\(households.count)",
        "\(persons)",
        settlement.currency.text(gross),
        settlement.currency.text(costs),
        settlement.currency.text(gross - costs)
      )
    }
    return table
  }
}
