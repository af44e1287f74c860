package import BenefitBinding

/// A heading, the blocks that open a page and the sections that follow, in either form.
package struct Page {
  let title: Prose
  /// The name of the page among others, which a browser shows above it.
  let name: String
  let opening: [Block]
  let sections: [Section]

  package init(_ title: Prose, named name: String? = nil, opening: [Block], sections: [Section]) {
    self.title = title
    self.name = name ?? title.plain
    self.opening = opening
    self.sections = sections
  }

  /// The page as one file without scripts and without anything from elsewhere.
  package func html(in language: Language) -> String {
    let page = Markup("html", ["lang": language.rawValue]) {
      Markup("head") {
        Markup("meta", ["charset": "utf-8"])
        Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        Markup("meta", ["name": "color-scheme", "content": "light dark"])
        Markup("title") { name }
        Markup.style(Style.page)
      }
      Markup("body") {
        Markup("header") {
          Markup("h1") { title }
          for block in opening { block.html(in: language) }
        }
        Markup("nav", ["aria-label": language.say("Contents", "目录").plain]) {
          Markup("ol") { for section in sections { entry(section) } }
        }
        Markup("main") { for section in sections { Block.section(section).html(in: language) } }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  /// The page as Markdown, whose charts are tables.
  package func markdown(in language: Language) -> String {
    let blocks = opening + sections.map(Block.section)
    let parts = ["# " + title.markdown] + blocks.flatMap { $0.markdown(in: language) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func entry(_ section: Section) -> Markup {
    // Each scheme is found from here, but not each of many statements.
    let parts = section.layout == .cards ? [] : section.blocks.compactMap(\.section)
    return Markup("li") {
      Markup("a", ["href": "#\(section.id)"]) { section.title }
      if !parts.isEmpty { Markup("ol") { for part in parts { entry(part) } } }
    }
  }
}
