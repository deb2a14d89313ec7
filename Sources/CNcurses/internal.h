// What the files of CNcurses share.
#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <signal.h>
#include <term.h>
// term.h defines macros with everyday names.
#undef lines
#undef columns

#include "CNcurses.h"

// The terminal's file descriptor, or -1 while no screen is open.
extern int cn_fd;
// Whether the terminal has been given back for a while.
extern volatile sig_atomic_t cn_away;

// Writes all of it, whatever interrupts. Async-signal-safe.
void cn_write(const char *bytes, size_t count);
// Forgets what `cn_arm` remembered.
void cn_disarm(void);
// Remembers the modes that a crash sets again: those from before curses.
void cn_remember_modes(int fd);

#define CN_PASTE_ON "\033[?2004h"
#define CN_PASTE_OFF "\033[?2004l"

#endif
