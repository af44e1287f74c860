import Foundation

/// Runs work on a thread with a stack of 512 KB, as threads other than the main one often have.
///
/// Work that recurses without bound ends the process.
package func onSmallStack<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) throws -> Value {
  let box = Box<Value>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.result = Result { try work() }
    done.signal()
  }
  thread.stackSize = 512 << 10
  thread.start()
  done.wait()
  guard let result = box.result else { preconditionFailure("The work left no result.") }
  return try result.get()
}

/// Carries a result from one thread to another; the semaphore keeps them apart.
private final class Box<Value>: @unchecked Sendable {
  var result: Result<Value, any Error>?
}
