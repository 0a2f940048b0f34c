#pragma once
#if !__has_include(<crypt.h>)
#error "缺少 libcrypt 开发文件,请先执行 / libcrypt headers are missing, run: sudo apt-get install -y libcrypt-dev"
#endif
#include <crypt.h>
#include <stdlib.h>
#include <string.h>

static const int ccrypt_output_size = CRYPT_OUTPUT_SIZE;

/* A fresh setting of yescrypt at the library's own cost, its salt from the kernel; 0 if it cannot. */
static inline int ccrypt_setting(char *_Nonnull output) {
  return crypt_gensalt_rn("$y$", 0, NULL, 0, output, CRYPT_OUTPUT_SIZE) != NULL;
}

/* Hashes a phrase by a setting, or by an earlier hash; 0 if the setting is none. Whatever the
   library laid beside the hash is wiped. */
static inline int ccrypt_hash(
    const char *_Nonnull phrase, const char *_Nonnull setting, char *_Nonnull output) {
  struct crypt_data *room = calloc(1, sizeof *room);
  if (room == NULL) return 0;
  const char *hash = crypt_rn(phrase, setting, room, sizeof *room);
  int made = hash != NULL && hash[0] != '*';
  if (made) strncpy(output, hash, CRYPT_OUTPUT_SIZE - 1);
  output[CRYPT_OUTPUT_SIZE - 1] = 0;
  explicit_bzero(room, sizeof *room);
  free(room);
  return made;
}

/* Declared by <string.h> only under feature macros. */
static inline void ccrypt_wipe(void *_Nonnull bytes, size_t count) { explicit_bzero(bytes, count); }
