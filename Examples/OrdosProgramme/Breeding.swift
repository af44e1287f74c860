import BenefitBinding

/// Entrusted breeding: the document names the mode only.
func breeding(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Breeding", "托养"),
    published: say(
      "the mode \"entrusted breeding\", without terms or outcome.",
      "只提到“托养”模式，未载明条款和成效。"
    ),
    households: [],
    scheme: EntrustedBreeding(
      name: say("Entrusted sheep", "杭锦旗绵羊托养"),
      members: .gaqa(say.hangginGaqa(2)),
      heads: "10 head",
      feePerHead: .yuan(200)
    ).terms,
    facts: { _, _ in },
    derived: [],
    assumed: [
      say(
        "the 24 households of one gaqa of Hanggin's gaqa economy with 10 sheep each in keeping",
        "杭锦旗嘎查集体经济中一个嘎查的 24 户，每户托养绵羊 10 只"
      ),
      say(
        "200 yuan a head and year, whatever befalls the animals (the terms published for Huangling, "
          + "Shaanxi)",
        "每只每年收益 200 元，牲畜死损与农户无关（陕西黄陵公布的条款）"
      ),
    ],
    example: "HJ-002",
    checks: { _ in
      [Check(say("entrusted breeding", "托养成效"), unknownBecause: say.noTerms, in: .yuan)]
    }
  )
}
