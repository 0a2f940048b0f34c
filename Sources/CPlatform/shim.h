#pragma once
/* Parts of glibc that Swift's own module of it does not show. */
#include <wchar.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
