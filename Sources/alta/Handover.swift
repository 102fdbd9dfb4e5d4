#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A short queue between two threads: one puts values in, the other takes them out in the same order.
///
/// `@unchecked`: every access to what is in it is under its lock.
@safe
final class Handover<Value: Sendable>: @unchecked Sendable {
  private var values: [Value] = []
  private let capacity: Int
  private var isClosed = false
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Makes a queue in which so many values may wait.
  init(capacity: Int) {
    self.capacity = capacity
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(change, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(change)
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
    unsafe change.deallocate()
  }

  /// Puts a value in, when there is room.
  ///
  /// - Returns: Whether somebody may still take it.
  func put(_ value: Value) -> Bool {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while values.count >= capacity && !isClosed { unsafe pthread_cond_wait(change, lock) }
    guard !isClosed else { return false }
    values.append(value)
    unsafe pthread_cond_broadcast(change)
    return true
  }

  /// Takes the next value, when there is one.
  func take() -> Value {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while values.isEmpty { unsafe pthread_cond_wait(change, lock) }
    unsafe pthread_cond_broadcast(change)
    return values.removeFirst()
  }

  /// Says that nobody takes values any more.
  func close() {
    unsafe pthread_mutex_lock(lock)
    isClosed = true
    values = []
    unsafe pthread_cond_broadcast(change)
    unsafe pthread_mutex_unlock(lock)
  }
}
