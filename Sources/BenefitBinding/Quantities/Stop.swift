/// Stops the program with a sentence where a condition does not hold.
///
/// For a programmer's mistake. Release builds leave out the sentence of a `precondition`; this one says
/// in any build what is wrong.
@inlinable @inline(__always)
package func require(
  _ condition: Bool,
  _ sentence: @autoclosure () -> String,
  file: StaticString = #fileID,
  line: UInt = #line
) {
  if !condition { stop(sentence(), file: file, line: line) }
}

/// Stops the program with a sentence, in any build.
@usableFromInline
@inline(never)
package func stop(_ sentence: String, file: StaticString = #fileID, line: UInt = #line) -> Never {
  fatalError(sentence, file: file, line: line)
}
