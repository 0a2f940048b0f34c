#pragma once
/* Parts of glibc that Swift's own module of it does not show. */
#include <fcntl.h>
#include <langinfo.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Declared by <wchar.h> only under feature macros. */
extern int wcwidth(wchar_t);

/* Swift takes wchar_t for a scalar that is always valid; C gives no such promise. */
static inline int scalar_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }

/* Bytes used; -2 if more are needed, -1 if they are none of this character set. */
static inline long scalar_of_bytes(
    const char *_Nonnull bytes, size_t count, unsigned *_Nonnull scalar) {
  mbstate_t state;
  wchar_t wide = 0;
  memset(&state, 0, sizeof state);
  long length = (long)mbrtowc(&wide, bytes, count, &state);
  *scalar = (unsigned)wide;
  return length;
}

/* Bytes written, at most 16; -1 if this character set lacks the scalar. */
static inline long bytes_of_scalar(unsigned scalar, char *_Nonnull bytes) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  return (long)wcrtomb(bytes, (wchar_t)scalar, &state);
}

/* Whether something keeps the host's clock right, as the kernel knows it. */
static inline int clock_is_kept(void) {
  struct timex state = {0};
  return adjtimex(&state) != TIME_ERROR;
}

/* A file without a name, or -1; glibc shows the function to GNU sources only. */
extern int memfd_create(const char *, unsigned);
static inline int open_memory(void) { return memfd_create("frame", 1 /* MFD_CLOEXEC */); }

/* The name of the character set in force. */
static inline const char *_Nonnull current_charset(void) { return nl_langinfo(CODESET); }

/* What a crash handler may touch: plain memory, filled beforehand. Swift has no variable that a
   signal handler may read. */
struct crash_guard {
  struct termios saved;
  char reset[512];
  size_t length;
  int output;
  char stack[65536];
};

static inline struct crash_guard *_Nonnull crash_guard_memory(void) {
  static struct crash_guard memory;
  return &memory;
}

static void crash_guard_handle(int number) {
  const struct crash_guard *memory = crash_guard_memory();
  ssize_t ignored = write(memory->output, memory->reset, memory->length);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &memory->saved);
  signal(number, SIG_DFL);
  raise(number);
}

/* A trap of Swift runs no deinit; these handlers give the clerk's terminal back. */
static inline void crash_guard_arm(
    const struct termios *_Nonnull saved, const char *_Nonnull reset, size_t length) {
  const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  struct crash_guard *memory = crash_guard_memory();
  memory->saved = *saved;
  memory->length = length < sizeof memory->reset ? length : sizeof memory->reset;
  memcpy(memory->reset, reset, memory->length);
  /* Standard output may stand for something else at the moment of a crash. */
  memory->output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  stack_t stack = {.ss_sp = memory->stack, .ss_size = sizeof memory->stack};
  sigaltstack(&stack, NULL);
  for (unsigned i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = crash_guard_handle;
    action.sa_flags = SA_NODEFER | SA_ONSTACK;
    sigaction(fatal[i], &action, NULL);
  }
}

static inline void crash_guard_disarm(void) {
  const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (unsigned i = 0; i < sizeof fatal / sizeof *fatal; i++) signal(fatal[i], SIG_DFL);
  close(crash_guard_memory()->output);
}
