#pragma once
#if !__has_include(<sqlite3.h>)
#error "缺少 SQLite 开发文件,请先执行 / SQLite headers are missing, run: sudo apt-get install -y libncurses-dev libsqlite3-dev"
#endif
#include <sqlite3.h>
