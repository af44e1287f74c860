import BenefitAssessment
import BenefitBinding
import BenefitReports
import Foundation
import TestSupport
import Testing

/// The page as a browser shows it, where one is installed.
struct BrowserTests {
  @Test(.enabled(if: Browser.path != nil, "Neither chromium nor google-chrome is installed."))
  func `A page fits phones and screens, by day and by night, and asks for nothing`() throws {
    let programme = Programme("合作社") {
      Cases.dividend
      Cases.burden
      Cases.quantities
    }
    let season = Season(2016) { $0[.profit] = .yuan(1_234_567) }
    let settlement = try programme.settle(season, for: Register(Cases.households))
    let assessment = try Assessment(of: settlement, below: .yuan(3_335))
    let names = Dictionary(
      uniqueKeysWithValues: settlement.register.map { ($0.id, "巴雅尔·额尔德尼 Erdene") }
    )
    let report = try Report(of: settlement, assessment: assessment, names: names)
    var frames: [Browser.Frame] = []
    for language in Language.allCases {
      let page = report.html(in: language)
      for width in [390, 1_280] {
        for isDark in [false, true] {
          frames.append(.init(page: page, width: width, isDark: isDark))
        }
      }
    }
    // What the browser has to find, so that finding nothing elsewhere means something.
    let bad = "<!DOCTYPE html><img src='http://bad.example/x.png'><p style='width: 500px'>x</p>"
    frames.append(.init(page: bad, width: 390, isDark: false))

    let (seen, console) = try Browser.show(frames)
    #expect(seen.count == frames.count)
    for (frame, sight) in zip(frames, seen).dropLast() {
      let place = "\(frame.width) wide, \(frame.isDark ? "dark" : "light")"
      #expect(sight.tooWide.isEmpty, "\(place): \(sight.tooWide)")
      #expect(sight.requests == 0, "\(place)")
      #expect(sight.background == (frame.isDark ? "rgb(21, 24, 28)" : "rgb(255, 255, 255)"))
    }
    #expect(seen.last?.tooWide.first?.hasPrefix("<p ") == true && (seen.last?.requests ?? 0) > 0)
    #expect(!console.isEmpty && console.allSatisfy { $0.contains("bad.example") }, "\(console)")
  }
}

/// Chromium without a window.
private enum Browser {
  struct Frame {
    let page: String
    let width: Int
    let isDark: Bool
  }

  /// What it made of a frame.
  struct Sight: Decodable {
    /// The beginnings of the elements that reach beyond the right edge.
    let tooWide: [String]
    let background: String
    /// The requests that the page made.
    let requests: Int
  }

  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first(where: FileManager.default.isExecutableFile)
  }()

  /// Shows pages side by side in one window, and returns what it sees and what its console says.
  static func show(_ frames: [Frame]) throws -> (seen: [Sight], console: [Substring]) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "browser-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, output, errors) = (
      folder.appending(path: "page.html"), folder.appending(path: "output"),
      folder.appending(path: "errors")
    )
    try Data(html(of: frames).utf8).write(to: page)
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = path.map { URL(filePath: $0) }
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path)/profile", "--dump-dom", page.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()

    let text = try String(contentsOf: output, encoding: .utf8)
    let found = try #require(text.wholeMatch(of: /[\s\S]*<pre>([\s\S]*)<\/pre>[\s\S]*/)?.1)
    let json = found.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    let console = try String(contentsOf: errors, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains(":CONSOLE") }
    return (try JSONDecoder().decode([Sight].self, from: Data(json.utf8)), console)
  }

  /// Each page in a frame, all of its details opened, and a script that measures them.
  ///
  /// Whatever a frame asks for is refused, which the console says.
  private static func html(of frames: [Frame]) -> String {
    let elements = frames.map { frame in
      let page = frame.page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      return """
        <iframe width="\(frame.width)" height="900" \
        style="border: 0; color-scheme: \(frame.isDark ? "dark" : "light")" srcdoc="\(page)"></iframe>
        """
    }
    return """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <body>
      \(elements.joined(separator: "\n"))
      <script>
      onload = () => {
        const seen = [...document.querySelectorAll("iframe")].map(frame => {
          const page = frame.contentDocument, view = page.defaultView;
          page.querySelectorAll("details").forEach(part => part.open = true);
          const edge = frame.clientWidth + 0.5;
          // A wide table is scrolled in a frame of its own.
          const wide = [...page.querySelectorAll("body *")].filter(part =>
            !part.parentElement.closest(".table") && part.getBoundingClientRect().right > edge);
          if (page.documentElement.scrollWidth > edge) wide.push(page.documentElement);
          return {
            tooWide: wide.map(part => part.outerHTML.slice(0, 80)),
            background: view.getComputedStyle(page.body).backgroundColor,
            requests: view.performance.getEntriesByType("resource").length,
          };
        });
        const pre = document.createElement("pre");
        pre.textContent = JSON.stringify(seen);
        document.body.replaceChildren(pre);
      };
      </script>
      """
  }
}
