#pragma once
#if !__has_include(<sqlite3.h>)
#error "缺少 SQLite 开发文件,请先执行 / SQLite headers are missing, run: sudo apt-get install -y libncurses-dev libsqlite3-dev"
#endif
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Extended codes are written as sums, which Swift does not import. */
static const int csqlite_unique = SQLITE_CONSTRAINT_UNIQUE;
static const int csqlite_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int csqlite_rowid = SQLITE_CONSTRAINT_ROWID;
static const int csqlite_foreign_key = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int csqlite_trigger = SQLITE_CONSTRAINT_TRIGGER;

/* SQLITE_TRANSIENT is a cast of -1 to a function, which Swift cannot say. */
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 length) {
  return sqlite3_bind_text64(statement, index, text ? text : "", length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
  return length == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                     : sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

/* sqlite3_db_config takes a variable list of arguments, which Swift cannot pass. */
static inline int csqlite_set_flag(sqlite3 *database, int flag, int on) {
  return sqlite3_db_config(database, flag, on, (int *)0);
}

/* Nobody asks how much memory SQLite has taken; counting takes a lock for every piece of it. Only before
   the first use of the library, and for all of the program. */
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* A piece of the main file, past SQLite's cache and by its own handle. */
static inline int csqlite_read_file(sqlite3 *database, void *bytes, int count, sqlite3_int64 from) {
  sqlite3_file *file = 0;
  int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK) return code;
  return file && file->pMethods ? file->pMethods->xRead(file, bytes, count, from) : SQLITE_CANTOPEN;
}

/* The write-ahead log as SQLite itself holds it open, whatever layer lies below. */
static inline sqlite3_file *csqlite_log(sqlite3 *database) {
  sqlite3_file *log = 0;
  int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  return code == SQLITE_OK && log && log->pMethods ? log : 0;
}

/* The number of the log's round: two numbers in its head. */
static inline int csqlite_log_round(sqlite3 *database, unsigned long long *round) {
  sqlite3_file *log = csqlite_log(database);
  if (!log) return SQLITE_MISUSE;
  unsigned char bytes[8];
  int code = log->pMethods->xRead(log, bytes, 8, 16);
  *round = 0;
  for (int i = 0; i < 8; i++) *round = *round << 8 | bytes[i];
  return code;
}

/* Asks nothing of the connection, which may be at work meanwhile. */
static inline int csqlite_flush(sqlite3_file *log) { return log->pMethods->xSync(log, SQLITE_SYNC_NORMAL); }

/* The file system's number, or -1; struct statfs and the function share one name. */
static inline long long csqlite_file_system(const char *path) {
  struct statfs found;
  return statfs(path, &found) == 0 ? (long long)(unsigned int)found.f_type : -1;
}

static inline void csqlite_wake(int signal) { (void)signal; }

/* All of a file, alone; or, as it stands there, some of its bytes. The lock belongs to the open file,
   not to the process: F_OFD_SETLK and F_OFD_SETLKW, which glibc shows to GNU sources only. */
static inline int csqlite_try_lock(int file, struct flock *bytes, int waits) {
  return bytes ? fcntl(file, waits ? 38 : 37, bytes) : flock(file, LOCK_EX | (waits ? 0 : LOCK_NB));
}

/* Gives up after so many milliseconds: 0, or the errno (ETIMEDOUT).
   The timer wakes this thread alone and keeps firing, so that a wake-up before the wait is not lost. */
static inline int csqlite_wait_for_lock(int file, struct flock *bytes, long milliseconds) {
  if (csqlite_try_lock(file, bytes, 0) == 0) return 0;
  if (errno != EWOULDBLOCK && errno != EACCES && errno != EINTR) return errno;
  if (milliseconds <= 0) return ETIMEDOUT;

  int number = SIGRTMIN + 5;
  struct sigaction action = {0};
  action.sa_handler = csqlite_wake;
  sigset_t wanted, before;
  sigemptyset(&wanted);
  sigaddset(&wanted, number);
  if (sigaction(number, &action, (struct sigaction *)0) != 0) return errno;

  struct sigevent event = {0};
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = number;
  event._sigev_un._tid = (int)syscall(SYS_gettid);
  timer_t timer;
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return errno;
  struct itimerspec alarm = {0};
  alarm.it_value.tv_sec = milliseconds / 1000;
  alarm.it_value.tv_nsec = (milliseconds % 1000) * 1000000;
  alarm.it_interval.tv_nsec = 20000000;
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  sigprocmask(SIG_UNBLOCK, &wanted, &before);
  timer_settime(timer, 0, &alarm, (struct itimerspec *)0);

  int result = 0;
  while (csqlite_try_lock(file, bytes, 1) != 0) {
    result = errno;
    if (result != EINTR) break;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long waited = (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000;
    result = 0;
    if (waited >= milliseconds) {
      result = ETIMEDOUT;
      break;
    }
  }
  timer_delete(timer);
  sigprocmask(SIG_SETMASK, &before, (sigset_t *)0);
  return result;
}

static inline int csqlite_lock_within(int file, long milliseconds) {
  return csqlite_wait_for_lock(file, (struct flock *)0, milliseconds);
}

static inline struct flock csqlite_bytes(short kind, long start, long length) {
  struct flock lock = {0};
  lock.l_type = kind;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

/* Waits until nobody has one of these bytes alone. */
static inline int csqlite_pass_within(int file, long start, long length, long milliseconds) {
  struct flock shared = csqlite_bytes(F_RDLCK, start, length);
  int result = csqlite_wait_for_lock(file, &shared, milliseconds);
  if (result != 0) return result;
  struct flock none = csqlite_bytes(F_UNLCK, start, length);
  return csqlite_try_lock(file, &none, 0) == 0 ? 0 : errno;
}

/* Has a byte alone, or no longer. */
static inline int csqlite_take_byte(int file, long place, int takes) {
  struct flock lock = csqlite_bytes(takes ? F_WRLCK : F_UNLCK, place, 1);
  return csqlite_try_lock(file, &lock, 0) == 0 ? 0 : errno;
}

/* The processors a thread may run on, a bit each; glibc shows the functions to GNU sources only. */
typedef struct { unsigned long words[16]; } csqlite_processors;

/* How many bytes of it the kernel has filled in; 0 if it will not say. */
static inline long csqlite_get_processors(csqlite_processors *found) {
  long length = syscall(SYS_sched_getaffinity, 0, sizeof found->words, found->words);
  return length > 0 ? length : 0;
}

static inline void csqlite_set_processors(const csqlite_processors *wanted, long length) {
  (void)syscall(SYS_sched_setaffinity, 0, length, wanted->words);
}

/* Every second one, the first or the others; 0 where there are fewer than two. */
static inline int csqlite_half_processors(const csqlite_processors *all, long length, int is_odd, csqlite_processors *half) {
  int count = 0;
  csqlite_processors none = {{0}};
  *half = none;
  for (long i = 0; i < length * 8; i++) {
    unsigned long bit = 1UL << (i % (8 * (long)sizeof(long)));
    long word = i / (8 * (long)sizeof(long));
    if (!(all->words[word] & bit)) continue;
    if (count % 2 == is_odd) half->words[word] |= bit;
    count++;
  }
  return count >= 2;
}

/* SQLite's running sum over a write-ahead log; the length is a multiple of eight. */
static inline void csqlite_add_sums(
    const void *bytes, long length, int big_endian, unsigned *first, unsigned *second) {
  const unsigned char *byte = bytes;
  unsigned sum1 = *first, sum2 = *second;
  for (long i = 0; i + 8 <= length; i += 8) {
    unsigned word[2];
    for (int w = 0; w < 2; w++) {
      const unsigned char *b = byte + i + 4 * w;
      word[w] = big_endian
          ? (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | (unsigned)b[3]
          : (unsigned)b[3] << 24 | (unsigned)b[2] << 16 | (unsigned)b[1] << 8 | (unsigned)b[0];
    }
    sum1 += word[0] + sum2;
    sum2 += word[1] + sum1;
  }
  *first = sum1;
  *second = sum2;
}

/* Who has the database open holds the first byte of a lock file shared; who looks at its files by hand
   holds it alone. 0, or the errno. */
static inline int csqlite_hold(int file, int alone, int waits) {
  struct flock lock = csqlite_bytes(alone ? F_WRLCK : F_RDLCK, 0, 1);
  int result;
  do result = csqlite_try_lock(file, &lock, waits);
  while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}
