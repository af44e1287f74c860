/// Whether what a process printed holds a sentence.
package func output(_ bytes: [UInt8]?, says sentence: String) -> Bool {
  String(decoding: bytes ?? [], as: UTF8.self).contains(sentence)
}
