import BenefitBinding

/// A small programme and register that run, to begin with.
struct Template {
  let language: Language

  /// Writes the files and says what to do with them.
  func write(to folder: String) throws(FileError) -> String {
    for name in ["programme.json", "households.csv"] where Files.isThere("\(folder)/\(name)") {
      throw FileError(
        "\(folder)/\(name) is there already, and is left as it is.",
        "已有 \(folder)/\(name)，未作改动。"
      )
    }
    try Files.write(
      [
        ("programme.json", Array(programme.utf8)),
        // The mark by which spreadsheets know UTF-8.
        ("households.csv", Array(("\u{FEFF}" + households).utf8)),
      ],
      to: folder
    )
    let command = "swift run -c release Settle \(folder)/programme.json \(folder)/households.csv"
    return switch language {
    case .english:
      """
      A programme and three households are in \(folder). Settle them with:
        \(command) --out \(folder)/results
      Write your contract and your households in their place, and ask what is wrong with:
        \(command) --check

      """
    case .simplifiedChinese:
      """
      \(folder) 中有一份项目文件和三户农户。结算命令：
        \(command) --language zh-Hans --out \(folder)/results
      请改写成自己的合同和农户，检查命令：
        \(command) --language zh-Hans --check

      """
    }
  }

  private func say(_ english: String, _ chinese: String) -> String {
    Phrase(en: english, zh: chinese).text(in: language)
  }

  private var programme: String {
    """
    {
      "format": "benefit-binding programme 1",
      "name": "\(say("Nalinxili", "纳林希里"))",
      "povertyLine": "3,335",
      "definitions": {
        "\(say("floor", "保底"))": "5 % of stake"
      },
      "schemes": [
        {
          "model": "shareholding",
          "name": "\(say("Breeding cooperative", "养殖合作社"))",
          "funding": [
            {"amount": "500,000", "from": "fiscal poverty relief fund"},
            {"amount": "60,000", "from": "self-financed by households"}
          ],
          "dividend": "\(say("floor + 29 % of (profit over floor)", "保底 + 29 % of (profit over 保底)"))",
          "key": "shares"
        },
        {
          "name": "\(say("Eggs", "鸡蛋"))",
          "clauses": [
            {
              "purchase": "\(say("eggs", "鸡蛋"))",
              "of": "eggs delivered",
              "at": "max(1.00, market price)"
            }
          ]
        }
      ],
      "season": {
        "name": "2016",
        "facts": {"profit": "164,000", "market price": "0.80"}
      }
    }

    """
  }

  private var households: String {
    """
    \(say("id,gaqa,persons,name,baseline_income,shares,eggs delivered", "户编号,嘎查,家庭人口,户主姓名,基期收入,持股数,交售鸡蛋"))
    NLX-01,\(say("Nalinxili", "纳林希里")),4,\(say("Bayar", "巴雅尔")),9600,50,1200
    NLX-02,\(say("Nalinxili", "纳林希里")),2,\(say("Sarnai", "萨日娜")),5200,30,0
    NLX-03,\(say("Zhanyi", "展一")),3,\(say("Oyun", "乌云")),12400,20,860

    """
  }
}
