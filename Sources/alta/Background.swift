#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A value that is worked out on a thread of its own, so that the start uses a second core.
struct Background<Value: Sendable> {
  private let work: @Sendable () -> Value
  private let thread: pthread_t?
  private let result = Result()

  /// Where the thread leaves the value: `@unchecked`, because others look only after joining it.
  private final class Result: @unchecked Sendable {
    var value: Value?
  }

  /// Begins to work; where no thread can be had, the value is worked out when it is asked for.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    let body = unsafe Unmanaged.passRetained(Body { [result] in result.value = work() })
    #if canImport(Darwin)
    var made: pthread_t?
    #else
    var made = pthread_t()
    #endif
    if unsafe pthread_create(&made, nil, run, body.toOpaque()) == 0 {
      thread = made
    } else {
      unsafe body.release()
      thread = nil
    }
  }

  /// Leaves the thread alone: nobody wants the value, and it may never be there.
  func abandon() {
    if let thread { pthread_detach(thread) }
  }

  /// Waits for the value; to be called once.
  func value() -> Value {
    if let thread { pthread_join(thread, nil) }
    return result.value ?? work()
  }
}

/// What a thread does.
private final class Body {
  let perform: () -> Void

  init(_ perform: @escaping () -> Void) { self.perform = perform }
}

#if canImport(Darwin)
private func run(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().perform()
  return nil
}
#else
private func run(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let body = unsafe body {
    unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().perform()
  }
  return nil
}
#endif
