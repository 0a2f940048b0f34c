#pragma once
#if !__has_include(<curses.h>)
#error "缺少 ncurses 开发文件,请先执行 / ncurses headers are missing, run: sudo apt-get install -y libncurses-dev libsqlite3-dev"
#endif
/* Without this the wide-character half of ncurses is invisible. */
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>
#include <term.h>
