#if canImport(Glibc)
import CMalloc
import Glibc
#endif

/// How the process gets its memory.
enum Heap {
  /// Lets all threads share one heap, which grows by a megabyte.
  ///
  /// A heap of a thread's own grows by a system call for every few kilobytes: with one for both, a start
  /// that reads on two cores takes 8 % less.
  static func prepareForStart() {
    #if canImport(Glibc)
    _ = mallopt(M_ARENA_MAX, 1)
    _ = mallopt(M_TOP_PAD, 1 << 20)
    populate()
    #endif
  }

  #if canImport(Glibc)
  /// Asks for the pages that a start uses in one piece: by themselves they come in 150 faults.
  private static func populate() {
    let needed = 640 << 10
    // MADV_POPULATE_WRITE of Linux 5.14; an older kernel refuses, and all is as without.
    let populateForWriting: Int32 = 23
    // Something too large for what is left makes the heap grow, and is given back at once.
    guard let block = unsafe malloc(120 << 10) else { return }
    unsafe free(block)
    let page = Int(getpagesize())
    let start = Int(bitPattern: block) / page * page
    let end = unsafe Int(bitPattern: sbrk(0)) / page * page
    guard end > start else { return }
    _ = unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: start),
      min(end - start, needed),
      populateForWriting
    )
  }
  #endif
}
