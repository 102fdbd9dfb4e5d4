#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import FrontDesk

/// The rows of an input, cut out and judged on threads of their own and handed over in its order.
///
/// One thread at a time cuts rows out of the input; judging takes by far longer and is done by as many threads
/// as the machine has cores, the one that takes the rows included: where none is ready it judges what is cut
/// rather than wait. What it gets does not depend on who judged it.
///
/// `@unchecked`: everything that changes is under the lock, but for the source, which is only touched by the
/// thread that has set `isCutting`.
@safe
final class RowWork: @unchecked Sendable {
  /// What comes next.
  enum Next {
    case rows(RowChunk)
    case end
    case failed(RowSourceFault)
    /// Nothing, as nobody wants more.
    case stopped
  }

  private let judge: RowJudge
  private let reader: RowReader
  private var source: RowSource

  private var cuts: [(number: Int, rows: CutRows)] = []
  private var done: [Int: RowChunk] = [:]
  /// The number of the chunk that is cut next, and of that which is taken next.
  private var (nextCut, nextTaken) = (0, 0)
  private var isCutting = false
  private var isClosed = false
  /// Why there is nothing behind the last chunk: the end, or a fault.
  private var ending: Next?

  private let threadCount: Int
  private var threads: [Background<Void>] = []
  private let ownDesk: RowDesk
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private static let rowsOfChunk = 256
  /// How many chunks may be under way, so that memory does not depend on who is slow.
  private static let mostAtATime = 8
  /// How long to wait for a chunk before looking whether it is still wanted, in milliseconds.
  private static let patience = 100

  /// Begins to cut and judge.
  init(_ source: RowSource, _ judge: RowJudge) {
    self.source = source
    self.judge = judge
    reader = source.reader
    ownDesk = judge.makeDesk()
    let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    threadCount = min(max(cores - 1, 1), RowWork.mostAtATime - 2)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(change, nil)
    threads = (0..<threadCount).map { _ in Background { self.serve() } }
  }

  deinit {
    unsafe pthread_cond_destroy(change)
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
    unsafe change.deallocate()
  }

  /// Takes the next rows, when there are some.
  ///
  /// - Parameter isWanted: Whether to go on waiting; asked again and again.
  /// - Returns: The rows, or why there are none.
  func next(_ isWanted: () -> Bool) -> Next {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    let next = coming(isWanted)
    if case .rows = next {
      done[nextTaken] = nil
      nextTaken += 1
      unsafe pthread_cond_broadcast(change)
    }
    return next
  }

  /// Whether rows come next, and nobody has said that they are not wanted.
  func hasNext(_ isWanted: () -> Bool) -> Bool {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    if case .rows = coming(isWanted) { return true }
    return false
  }

  /// What comes next, when that is known; the lock is held before and after.
  private func coming(_ isWanted: () -> Bool) -> Next {
    while isWanted() {
      if let chunk = done[nextTaken] { return .rows(chunk) }
      if nextTaken == nextCut, let ending { return ending }
      if !judgeOne(at: ownDesk) { wait() }
    }
    return .stopped
  }

  /// Ends the work; what is not taken is forgotten.
  func close() {
    unsafe pthread_mutex_lock(lock)
    isClosed = true
    unsafe pthread_cond_broadcast(change)
    if isCutting { wait() }
    // Whoever waits for a pipe that nobody writes to would not be waited for in vain.
    let isStuck = isCutting
    unsafe pthread_mutex_unlock(lock)
    for thread in threads { if isStuck { thread.abandon() } else { thread.value() } }
    threads = []
  }

  // MARK: On the threads

  private func serve() {
    let desk = judge.makeDesk()
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while !isClosed {
      if mayCut { cut() } else if !judgeOne(at: desk) { unsafe pthread_cond_wait(change, lock) }
    }
  }

  /// Whether the next rows should be cut: enough wait to be judged for everybody to have some.
  private var mayCut: Bool {
    ending == nil && !isCutting && cuts.count <= threadCount
      && nextCut - nextTaken < RowWork.mostAtATime
  }

  /// Cuts rows; the lock is held before and after, and not in between.
  private func cut() {
    isCutting = true
    unsafe pthread_mutex_unlock(lock)
    let found = Result { () throws(RowSourceFault) in try source.next(upTo: RowWork.rowsOfChunk) }
    unsafe pthread_mutex_lock(lock)
    isCutting = false
    switch found {
    case .success(let rows?):
      cuts.append((nextCut, rows))
      nextCut += 1
    case .success(nil): ending = .end
    case .failure(let fault): ending = .failed(fault)
    }
    unsafe pthread_cond_broadcast(change)
  }

  /// Judges the first rows that wait for it; the lock is held before and after, and not in between.
  ///
  /// - Returns: Whether there were any.
  private func judgeOne(at desk: RowDesk) -> Bool {
    guard !cuts.isEmpty else { return false }
    let (number, rows) = cuts.removeFirst()
    unsafe pthread_mutex_unlock(lock)
    let chunk = judge.chunk(of: rows, reader, at: desk)
    unsafe pthread_mutex_lock(lock)
    done[number] = chunk
    unsafe pthread_cond_broadcast(change)
    return true
  }

  /// Waits for a change, not longer than the patience.
  private func wait() {
    var end = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &end)
    end.tv_nsec += RowWork.patience * 1_000_000
    end.tv_sec += end.tv_nsec / 1_000_000_000
    end.tv_nsec %= 1_000_000_000
    unsafe pthread_cond_timedwait(change, lock, &end)
  }
}
