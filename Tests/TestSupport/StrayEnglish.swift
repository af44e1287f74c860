/// Returns the first English word of a Chinese text, or `nil` where it holds none.
///
/// What stands in marks is a name or as a file spells it, a letter alone a symbol, and what is called or
/// labelled a piece of code.
package func strayEnglish(in chinese: String) -> Substring? {
  let names = /「[^」]*」|（[A-Za-z-]+）|"[^"]*"/
  let code = /[A-Za-z.]+\([a-z:_.]*\)|[a-z]+: \.[a-zA-Z]+|[0-9] (mu|kg|jin)/
  let plain = chinese.replacing(names, with: "").replacing(code, with: "")
  return plain.firstMatch(of: /[A-Za-z]{2,}/)?.output
}
