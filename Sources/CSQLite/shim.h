#pragma once
#if !__has_include(<sqlite3.h>)
#error "缺少 SQLite 开发文件,请先执行 / SQLite headers are missing, run: sudo apt-get install -y libncurses-dev libsqlite3-dev"
#endif
#include <errno.h>
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

/* The file system's number, or -1; struct statfs and the function share one name. */
static inline long long csqlite_file_system(const char *path) {
  struct statfs found;
  return statfs(path, &found) == 0 ? (long long)(unsigned int)found.f_type : -1;
}

static inline void csqlite_wake(int signal) { (void)signal; }

/* An exclusive flock that gives up after so many milliseconds: 0, or the errno (ETIMEDOUT).
   The timer wakes this thread alone and keeps firing, so that a wake-up before the wait is not lost;
   the kernel keeps the order of those who wait, which polling would not. */
static inline int csqlite_lock_within(int file, long milliseconds) {
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return 0;
  if (errno != EWOULDBLOCK && errno != EINTR) return errno;
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
  while (flock(file, LOCK_EX) != 0) {
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
