#pragma once
#if !__has_include(<curses.h>)
#error "缺少 ncurses 开发文件,请先执行 / ncurses headers are missing, run: sudo apt-get install -y libncurses-dev libsqlite3-dev"
#endif
/* Without this the wide-character half of ncurses is invisible. */
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>
#include <term.h>

/* Swift 6 refuses C's variables; functions give them. */
static inline SCREEN *_Nullable nc_newterm(void) { return newterm(NULL, stdout, stdin); }
static inline WINDOW *_Nonnull nc_stdscr(void) { return stdscr; }
static inline WINDOW *_Nonnull nc_curscr(void) { return curscr; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_colours(void) { return COLORS; }

/* Swift does not import attributes written with casts. */
enum : unsigned int {
  NC_REVERSE = A_REVERSE,
  NC_BOLD = A_BOLD,
  NC_UNDERLINE = A_UNDERLINE,
  NC_DIM = A_DIM
};

/* A glyph with at most one mark; the bottom right cell answers ERR though it is drawn. */
static inline void nc_put(
    int row, int column, unsigned scalar, unsigned mark, unsigned attributes, int pair) {
  const wchar_t text[3] = {(wchar_t)scalar, (wchar_t)mark, 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, 0, &pair);
  (void)mvadd_wch(row, column, &cell);
}

/* WACS_* are macros; the order is that of Border in TerminalUI. */
static inline const cchar_t *_Nonnull nc_border(int kind) {
  switch (kind) {
    case 0: return WACS_HLINE;
    case 1: return WACS_VLINE;
    case 2: return WACS_ULCORNER;
    case 3: return WACS_URCORNER;
    case 4: return WACS_LLCORNER;
    case 5: return WACS_LRCORNER;
    case 6: return WACS_TTEE;
    case 7: return WACS_BTEE;
    case 8: return WACS_RTEE;
    case 9: return WACS_LTEE;
    case 10: return WACS_PLUS;
    case 11: return WACS_CKBOARD;
    default: return WACS_DIAMOND;
  }
}

static inline void nc_put_border(int row, int column, int kind, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  attr_t own;
  short none;
  cchar_t cell = *nc_border(kind);
  if (getcchar(&cell, text, &own, &none, NULL) != OK) return;
  setcchar(&cell, text, own | attributes, 0, &pair);
  (void)mvadd_wch(row, column, &cell);
}
