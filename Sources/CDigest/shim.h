#pragma once
/* SHA-256 by the instructions many processors have for it, which Swift has no names for. */
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
typedef int digest_words __attribute__((vector_size(16)));

/* Whether this processor has them. */
static inline int digest_is_built_in(void) {
  unsigned a, b, c, d;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
}

static const uint32_t digest_constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/* Mixes blocks of 64 bytes into a state of eight words; two instructions make four rounds. */
__attribute__((target("sha,sse4.1")))
static inline void digest_blocks(
    uint32_t *_Nonnull state, const uint8_t *_Nonnull bytes, size_t blocks) {
  digest_words low = {(int)state[5], (int)state[4], (int)state[1], (int)state[0]};
  digest_words high = {(int)state[7], (int)state[6], (int)state[3], (int)state[2]};
  for (; blocks > 0; blocks--, bytes += 64) {
    digest_words a = low, b = high, w[4];
    for (int i = 0; i < 4; i++) {
      uint32_t word[4];
      __builtin_memcpy(word, bytes + 16 * i, 16);
      for (int j = 0; j < 4; j++) word[j] = __builtin_bswap32(word[j]);
      __builtin_memcpy(&w[i], word, 16);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      digest_words k;
      __builtin_memcpy(&k, digest_constants + 4 * i, 16);
      k += w[i & 3];
      b = __builtin_ia32_sha256rnds2(b, a, k);
      k = __builtin_shufflevector(k, k, 2, 3, 0, 1);
      a = __builtin_ia32_sha256rnds2(a, b, k);
      digest_words next = __builtin_ia32_sha256msg1(w[i & 3], w[(i + 1) & 3]);
      next += __builtin_shufflevector(w[(i + 2) & 3], w[(i + 3) & 3], 1, 2, 3, 4);
      w[i & 3] = __builtin_ia32_sha256msg2(next, w[(i + 3) & 3]);
    }
    low += a;
    high += b;
  }
  state[0] = (uint32_t)low[3], state[1] = (uint32_t)low[2];
  state[4] = (uint32_t)low[1], state[5] = (uint32_t)low[0];
  state[2] = (uint32_t)high[3], state[3] = (uint32_t)high[2];
  state[6] = (uint32_t)high[1], state[7] = (uint32_t)high[0];
}
#else
static inline int digest_is_built_in(void) { return 0; }

static inline void digest_blocks(
    uint32_t *_Nonnull state, const uint8_t *_Nonnull bytes, size_t blocks) {
  (void)state, (void)bytes, (void)blocks;
}
#endif
