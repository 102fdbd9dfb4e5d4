#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdlib.h>

// What a match works on is kept for the next match of the same thread, as making it takes longer than
// most matches do. Swift has no variables of a thread, and imports those of functions only.
struct alta_pcre2_desk {
  pcre2_match_data_8 *data;
  pcre2_match_context_8 *limits;
};

static inline void alta_pcre2_desk_free(void *held) {
  struct alta_pcre2_desk *desk = (struct alta_pcre2_desk *)held;
  pcre2_match_data_free_8(desk->data);
  pcre2_match_context_free_8(desk->limits);
  free(desk);
}

static inline pthread_key_t *alta_pcre2_desk_key(void) {
  static pthread_key_t key;
  return &key;
}

static inline void alta_pcre2_desk_key_make(void) {
  pthread_key_create(alta_pcre2_desk_key(), alta_pcre2_desk_free);
}

static inline struct alta_pcre2_desk *alta_pcre2_desk_of_thread(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  static _Thread_local struct alta_pcre2_desk *known;
  if (known) return known;
  pthread_once(&once, alta_pcre2_desk_key_make);
  struct alta_pcre2_desk *desk = (struct alta_pcre2_desk *)calloc(1, sizeof *desk);
  if (!desk) return 0;
  desk->data = pcre2_match_data_create_8(1, 0);
  desk->limits = pcre2_match_context_create_8(0);
  if (!desk->data || !desk->limits || pthread_setspecific(*alta_pcre2_desk_key(), desk) != 0) {
    alta_pcre2_desk_free(desk);
    return 0;
  }
  return known = desk;
}

// Matches at the start of valid UTF-8, within limits on the points visited and the memory in KiB.
// What is told is that of pcre2_match.
static inline int alta_pcre2_match(
    const pcre2_code_8 *code, const uint8_t *bytes, size_t count, uint32_t points, uint32_t memory) {
  struct alta_pcre2_desk *desk = alta_pcre2_desk_of_thread();
  if (!desk) return PCRE2_ERROR_NOMEMORY;
  pcre2_set_match_limit_8(desk->limits, points);
  pcre2_set_depth_limit_8(desk->limits, points);
  pcre2_set_heap_limit_8(desk->limits, memory);
  int result = pcre2_match_8(
      code, bytes, count, 0, PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, desk->data, desk->limits);
  // What a long text or an endless match took is not kept.
  if (count > 4096 || (result < 0 && result != PCRE2_ERROR_NOMATCH)) {
    pcre2_match_data_8 *fresh = pcre2_match_data_create_8(1, 0);
    if (fresh) {
      pcre2_match_data_free_8(desk->data);
      desk->data = fresh;
    }
  }
  return result;
}
