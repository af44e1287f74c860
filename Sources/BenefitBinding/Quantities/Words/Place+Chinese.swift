extension BenefitError.Place {
  /// The Chinese word for a kind of place; one that a user made up stays as it is.
  static func chinese(_ kind: String) -> String {
    switch kind {
    case "household": "户"
    case "gaqa": "嘎查"
    case "scheme": "方案"
    case "programme": "项目"
    case "season": "期间"
    case "year": "年度"
    case "clause": "条款"
    case "distribution": "分配"
    case "tier": "分配项"
    case "the pot after tier": "分配后余额，分配项"
    case "formula": "计算式"
    case "line": "项目"
    case "total of line": "合计，项目"
    case "fact": "数据"
    case "measure": "指标"
    case "holding": "持有份额"
    case "account": "账户"
    case "balance of account": "账户余额"
    case "contract": "合同"
    case "payout": "发放"
    case "fulfilment of": "兑现情况"
    case "poverty line": "贫困线"
    case "good": "实物"
    case "lot": "批次"
    case "sale": "销售"
    case "event": "事件"
    case "day": "日期"
    case "weight": "权重"
    case "column": "列"
    case "row": "行"
    default: kind
    }
  }

  /// The Chinese name of a field of a household's row; one of a user's stands in marks.
  static func chineseField(_ name: String) -> String {
    switch name {
    case "id": "编号"
    case "gaqa": "嘎查"
    case "persons": "人口"
    case "status": "类别"
    case "baseline income": "基期收入"
    default: StandardName.words(name, in: .simplifiedChinese)
    }
  }
}
