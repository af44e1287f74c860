public import BenefitBinding

/// The households of a register as a spreadsheet holds them: one a line, under headings in English or Chinese.
///
/// ```swift
/// let bytes = Array("id,gaqa,persons,name,shares\nNLX-07,Nalinxili,4,Bayar,53\n".utf8)
/// let table = try HouseholdTable(csv: bytes)
/// print(table.register.count, table.names["NLX-07"] ?? "")    // 1 Bayar
/// let file = table.csv(in: .gb18030)
/// ```
///
/// The columns may stand in any order. `id`, `gaqa` and `persons` are needed; `name`, `standing`, `baseline_income` and
/// measures by their names may be there. Chinese headings such as 户主姓名, 家庭人口, 村/嘎查, 股权证号 and 户持股数 are
/// read too. A column 身份证号 is checked by GB 11643 and kept only where it is the id, with a capital X. A status is the
/// library's where it differs from it by case, width or spaces only. Numbers may be grouped in threes
/// or in full width; ids and gaqas are kept in half width, without spaces and invisible marks around them.
/// A cell has at most 262,144 bytes, a heading, an id, a word or a number 1,000, and a row 16,384 cells; others are refused.
public struct HouseholdTable: Hashable, Sendable {
  /// The households.
  public let register: Register

  /// The names of the persons in charge, by household; a household without one is left out.
  public let names: [Household.ID: String]

  /// The measures that the table holds, in the order of its columns.
  let measures: [Measure]

  /// Creates a table of a register.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - names: The names of the persons in charge, by household.
  ///   - measures: The measures to write, in the order of their columns; all of the register's if left out.
  public init(
    _ register: Register,
    names: [Household.ID: String] = [:],
    measures: [Measure]? = nil
  ) {
    self.register = register
    self.names = names
    self.measures = measures ?? register.measures
  }

  /// Reads a table from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - measures: The measures that columns may hold beside the library's own.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:measures:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    measures: [Measure] = []
  ) throws(BenefitError) {
    var reading = HouseholdReading(bytes, encoding, measures)
    guard let table = reading.table() else { throw reading.problems[0] }
    self = table
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - measures: The measures that columns may hold beside the library's own.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    measures: [Measure] = []
  ) -> [BenefitError] {
    var reading = HouseholdReading(bytes, encoding, measures)
    return reading.table() == nil ? reading.problems : []
  }
}

// MARK: - Writing

extension HouseholdTable {
  /// Returns the table as the bytes of a file of comma-separated values.
  ///
  /// From these the same table is read back, where the measures that are not the library's own are named again, but for:
  ///
  /// - a gaqa without households, which has no row and is not in the file
  /// - ids, gaqas and statuses in full width, with spaces around them or with marks that cannot be seen, which are read in
  ///   their plain form, and statuses that are the library's but for case, width or spaces, which are read as those
  /// - ids or gaqas that differ only by case or such a form, such as `a` and `A`, and ids that look as if a spreadsheet had
  ///   rounded them, such as one of 16 digits that ends in `000`, which are refused when they are read
  ///
  /// - Parameter encoding: The encoding of the file.
  /// - Returns: The bytes.
  public func csv(in encoding: TextEncoding) -> [UInt8] {
    var table = Table(columns.map { Table.Column(stringLiteral: $0.name) })
    for household in register {
      let cells = [
        household.id, household.gaqa, "\(household.persons)", names[household.id] ?? "",
        household.status.name, household.baselineIncome.plainText,
      ]
      table.add(
        cells
          + measures.map {
            DecimalText.write(household.measures[$0]?.thousandths ?? 0, decimals: 3, grouped: false)
          }
      )
    }
    return table.csv(in: encoding)
  }

  /// The Frictionless Table Schema of the file that is written, as JSON.
  public var schema: String { TableSchema(columns, key: "id").json }

  private var columns: [TableColumn] {
    HouseholdColumns.all.filter { if case .citizenNumber = $0.kind { false } else { true } }
      + measures.map { TableColumn($0) }
  }
}
