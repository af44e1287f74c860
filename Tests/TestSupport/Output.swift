/// Whether what a process printed holds a sentence.
package func output(_ bytes: [UInt8]?, says sentence: String) -> Bool {
  String(decoding: bytes ?? [], as: UTF8.self).contains(sentence)
}

/// Whether a trap prints its sentence: a release build drops it, and with it results nobody uses.
package let trapsSpeak: Bool = {
  var isDebug = false
  assert(
    {
      isDebug = true
      return true
    }()
  )
  return isDebug
}()
