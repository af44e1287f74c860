// From a programme and a table of households to everything that is posted, paid and filed.
//
//   swift run -c release Settle --template start
//   swift run -c release Settle start/programme.json start/households.csv --out results

import BenefitBinding

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@main
package enum Settle {
  static func main() {
    let outcome = run(Array(CommandLine.arguments.dropFirst()))
    print(outcome.output, terminator: "")
    complain(outcome.complaint)
    exit(outcome.code)
  }

  /// What a run prints, complains of and ends with.
  package struct Outcome {
    package var output = ""
    package var complaint = ""
    package var code: Int32 = 0
  }

  /// Runs the program.
  ///
  /// - Parameter arguments: What stands on the command line after the name of the program.
  /// - Returns: What it prints, complains of and ends with.
  package static func run(_ arguments: [String]) -> Outcome {
    var outcome = Outcome()
    let language = Options.language(of: arguments)
    let usage = Options.usage(in: language)
    let options: Options
    do {
      options = try Options(arguments)
    } catch {
      return Outcome(complaint: "\(error.text.text(in: language))\n\(usage)\n", code: 2)
    }
    if options.asksForHelp { return Outcome(output: usage + "\n") }
    do {
      if let folder = options.template {
        outcome.output = try Template(language: language).write(to: folder)
      } else {
        (outcome.output, outcome.complaint) = try Job(options).output()
      }
    } catch let problems as Problems {
      outcome.complaint = problems.text(in: language)
      outcome.code = 1
    } catch let error as FileError {
      outcome.complaint = error.text.text(in: language) + "\n"
      outcome.code = error.code
    } catch let error as BenefitError {
      outcome.complaint = error.text(in: language) + "\n"
      outcome.code = 1
    } catch {
      outcome.complaint = "\(error)\n"
      outcome.code = 3
    }
    return outcome
  }
}

/// All that is wrong with the files, file by file.
struct Problems: Error {
  private var found: [(file: String, error: BenefitError)] = []

  var isEmpty: Bool { found.isEmpty }

  init() {}

  init(_ errors: [BenefitError], in file: String) { add(errors, in: file) }

  mutating func add(_ errors: [BenefitError], in file: String) {
    found += errors.map { (file, $0) }
  }

  /// The value that a file holds; where it holds none, all that is wrong is looked for and kept.
  mutating func reading<Value>(
    _ file: String,
    _ read: () throws -> Value,
    or problems: () -> [BenefitError]
  ) -> Value? {
    if let value = try? read() { return value }
    add(problems(), in: file)
    return nil
  }

  func text(in language: Language) -> String {
    let colon = Phrase(en: ": ", zh: "：").text(in: language)
    return found.map { "\($0.file)\(colon)\($0.error.text(in: language))\n" }.joined()
  }
}
