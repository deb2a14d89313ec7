// Shims over ncursesw for the Terminal target, and the one thing that must be C: giving the terminal
// back from inside a signal handler.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// What `cn_read` answers apart from a byte (0...255).
#define CN_NOTHING (-1)
// Key codes start here: `code - CN_CODE` is the code that ncurses gave.
#define CN_CODE 0x10000

// Keys that ncurses names; the A_*, KEY_F and KEY_* macros do not reach Swift.
enum cn_key {
  CN_KEY_OTHER = 0, CN_KEY_UP, CN_KEY_DOWN, CN_KEY_LEFT, CN_KEY_RIGHT, CN_KEY_HOME, CN_KEY_END,
  CN_KEY_PAGE_UP, CN_KEY_PAGE_DOWN, CN_KEY_INSERT, CN_KEY_DELETE, CN_KEY_BACKSPACE, CN_KEY_ENTER,
  CN_KEY_BACK_TAB, CN_KEY_CONTROL_LEFT, CN_KEY_CONTROL_RIGHT,
  CN_KEY_FUNCTION = 100 // CN_KEY_FUNCTION + n is Fn
};

// Attributes, as bits of `cn_put`'s second argument.
enum cn_attribute { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8 };

// What `cn_locale` found.
enum cn_charset { CN_UTF8 = 0, CN_OTHER = 1 };

enum cn_open_result { CN_OK = 0, CN_UNKNOWN_TERM, CN_UNFIT_TERM, CN_NO_MEMORY };

// Locale

// Sets the character type locale from the environment (C.UTF-8 where that only says ASCII) and
// answers whether it is UTF-8.
enum cn_charset cn_locale(void);
// wcwidth of the current locale.
int cn_width(uint32_t scalar);

// Screen

// Opens the screen for `term` on a terminal's file descriptor and sets raw mode; with colours only if
// they are wanted.
enum cn_open_result cn_open(const char *term, int fd, bool colour);
// Whether a screen is open; there is one at a time.
bool cn_is_open(void);
// Ends curses for good and frees the screen.
void cn_close(void);
// Leaves curses for a while: the terminal is as it was before `cn_open`.
void cn_leave(void);
// Comes back after `cn_leave`; the next refresh repaints all.
void cn_return(void);
// The terminal's size as ncurses holds it.
void cn_size(int *width, int *height);
// Asks the kernel for the size and tells ncurses. Answers whether it changed.
bool cn_measure(void);
int cn_colours(void);
int cn_pairs(void);
// Whether colours are given as 0xRRGGBB (a terminal description with the RGB capability).
bool cn_direct_colour(void);
bool cn_pair(int pair, int foreground, int background);
// Puts one cell: a base scalar and what combines with it.
void cn_put(int x, int y, const uint32_t *scalars, int count, int attributes, int pair);
// Blanks ncurses' picture of the screen; with `wholly`, the next refresh also clears the terminal.
void cn_erase(bool wholly);
// Sends what changed. A negative `x` hides the cursor.
void cn_refresh(int x, int y);
void cn_ring(void);
void cn_flash(void);

// Input

// One byte, CN_CODE + key code, or CN_NOTHING; never waits, but for the rest of an escape sequence.
// `raw` leaves escape sequences undecoded.
int cn_read(bool raw);
// What a key code stands for.
int cn_key_of(int code);

// Signals

// Catches the signals that end, stop, continue or resize. What arrives is one byte each on the file
// descriptor that is answered (-1 if none could be made).
int cn_catch_signals(void);
// Takes back `cn_catch_signals`.
void cn_release_signals(void);
// After a byte of a signal that ends was read: a later one is again no sign of being stuck.
void cn_signals_read(void);
// Stops the process group as C-z does, and returns when it was continued.
void cn_stop(void);
// Remembers how to give the terminal back if the process crashes or exits, and arms that.
void cn_arm(void);
// Remembers it anew for another size of the screen.
void cn_refit(void);
// Gives the terminal back now, if it was armed: what a crash handler does. Async-signal-safe.
void cn_restore_now(void);

// The editor

// Runs `/bin/sh -c script sh argument` on the terminal and waits. Answers a wait status, or -1 with
// errno set.
int cn_run(const char *script, const char *argument, int fd);
// The exit code in a wait status, or minus the signal that ended the process.
int cn_exit_of(int status);

#endif
