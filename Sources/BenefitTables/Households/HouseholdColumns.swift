import BenefitBinding

/// The columns that every table of households may have, before those of measures.
enum HouseholdColumns {
  static let id = 0, gaqa = 1, persons = 2, name = 3, status = 4, income = 5, citizen = 6,
    measures = 7

  /// The columns, in the order of their places.
  static let all: [TableColumn] = [
    TableColumn(
      name: "id",
      aliases: ["household", "household id", "编号", "户编号", "户号", "股权证号", "股权证编号"],
      kind: .id,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(
      name: "gaqa",
      aliases: ["village", "嘎查", "村", "村/嘎查", "嘎查/村", "嘎查村", "行政村", "所在村"],
      kind: .text,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(
      name: "persons",
      aliases: ["人口", "家庭人口", "家庭人口数", "人口数", "家庭人口（人）"],
      kind: .count,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(name: "name", aliases: ["姓名", "户主", "户主姓名", "负责人"], kind: .text),
    TableColumn(
      name: "standing",
      aliases: ["status", "类别", "户类别", "户类型", "贫困户属性"],
      kind: .text,
      isComplete: true
    ),
    TableColumn(
      name: "baseline_income",
      aliases: ["基期收入", "基期收入（元）", "上年收入", "上年收入（元）"],
      kind: .money,
      isComplete: true
    ),
    TableColumn(
      name: "citizen_number",
      aliases: ["身份证号", "身份证号码", "公民身份号码"],
      kind: .citizenNumber
    ),
  ]

  /// The column of ids that are the numbers of the heads' identity cards.
  static let citizenID = TableColumn(
    name: all[id].name,
    aliases: all[citizen].aliases + [all[citizen].name],
    kind: .citizenNumber,
    isRequired: true,
    isComplete: true
  )

  /// The column that the rows of a file name households by: ids, or the numbers of identity cards where it has no ids.
  static func key(of bytes: [UInt8], _ encoding: TextEncoding) -> TableColumn {
    let headings = TableRows(bytes, encoding, [all[id], citizenID])
    return !headings.has(0) && headings.has(1) ? citizenID : all[id]
  }

  /// The column of a measure.
  static func column(_ measure: Measure) -> TableColumn {
    TableColumn(measure, aliases: measure == .shares ? ["户持股数", "持股数", "股数"] : [])
  }
}
