// The screen: opening, leaving, drawing, reading.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

int cn_fd = -1;
volatile sig_atomic_t cn_away;

static SCREEN *screen;
static FILE *stream;
static bool coloured;
// Keys are read through pads, so that reading never refreshes a window.
static WINDOW *key_pad;
static WINDOW *raw_pad;

enum cn_charset cn_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return CN_UTF8;
  // Plain "C" mostly means that nothing was set; any other charset was somebody's choice.
  if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") != 0) return CN_OTHER;
  if (setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "C.utf8")) return CN_UTF8;
  return CN_OTHER;
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_write(const char *bytes, size_t count) {
  while (count > 0 && cn_fd >= 0) {
    ssize_t done = write(cn_fd, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    count -= (size_t)done;
  }
}

static void take_input(void) {
  raw();
  noecho();
  nonl();
  cn_write(CN_PASTE_ON, sizeof CN_PASTE_ON - 1);
}

enum cn_open_result cn_open(const char *term, int fd, bool colour) {
  int error = 0;
  if (setupterm(term, fd, &error) != OK) return CN_UNKNOWN_TERM;
  const char *move = tigetstr("cup");
  bool fit = move && move != (char *)-1 && tigetflag("hc") <= 0;
  del_curterm(cur_term);
  if (!fit) return CN_UNFIT_TERM;

  cn_remember_modes(fd);
  int own = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  stream = own < 0 ? NULL : fdopen(own, "r+");
  if (!stream) {
    if (own >= 0) close(own);
    return CN_NO_MEMORY;
  }
  // The kernel knows the size better than LINES and COLUMNS that a shell happened to export.
  use_env(TRUE);
  use_tioctl(TRUE);
  screen = newterm(term, stream, stream);
  if (!screen) {
    fclose(stream);
    stream = NULL;
    return CN_UNKNOWN_TERM;
  }
  cn_fd = own;
  set_escdelay(25);
  typeahead(-1);
  key_pad = newpad(1, 1);
  raw_pad = newpad(1, 1);
  if (!key_pad || !raw_pad) {
    cn_close();
    return CN_NO_MEMORY;
  }
  nodelay(key_pad, TRUE);
  nodelay(raw_pad, TRUE);
  keypad(key_pad, TRUE);
  meta(key_pad, TRUE);
  coloured = colour && has_colors();
  if (coloured) {
    start_color();
    use_default_colors();
  }
  // A terminal description may claim control characters: the Linux console's says that C-z is a
  // Suspend key. They are decoded here, all alike.
  for (char byte = 1; byte < 32; byte++) define_key((char[]){byte, 0}, 0);
  define_key("\177", 0);
  take_input();
  return CN_OK;
}

void cn_close(void) {
  if (!screen) return;
  cn_write(CN_PASTE_OFF, sizeof CN_PASTE_OFF - 1);
  if (!isendwin()) endwin();
  cn_disarm();
  if (key_pad) delwin(key_pad);
  if (raw_pad) delwin(raw_pad);
  key_pad = raw_pad = NULL;
  delscreen(screen);
  screen = NULL;
  fclose(stream);
  stream = NULL;
  cn_fd = -1;
  cn_away = 0;
}

void cn_leave(void) {
  if (!screen) return;
  cn_write(CN_PASTE_OFF, sizeof CN_PASTE_OFF - 1);
  def_prog_mode();
  endwin();
  cn_away = 1;
}

void cn_return(void) {
  if (!screen) return;
  cn_away = 0;
  reset_prog_mode();
  // A refresh after endwin() enters the alternate screen and keypad mode again.
  clearok(curscr, TRUE);
  wrefresh(stdscr);
  take_input();
  cn_measure();
}

void cn_size(int *width, int *height) {
  *width = screen ? COLS : 0;
  *height = screen ? LINES : 0;
}

bool cn_is_open(void) { return screen != NULL; }

bool cn_measure(void) {
  struct winsize size;
  if (!screen || ioctl(cn_fd, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  if (size.ws_row == LINES && size.ws_col == COLS) return false;
  resize_term(size.ws_row, size.ws_col);
  return true;
}

int cn_colours(void) { return screen && coloured ? COLORS : 0; }
int cn_pairs(void) { return screen && coloured ? COLOR_PAIRS : 0; }
bool cn_direct_colour(void) { return tigetflag("RGB") > 0 || tigetnum("RGB") > 0; }

bool cn_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

void cn_put(int x, int y, const uint32_t *scalars, int count, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  cchar_t cell;
  attr_t attrs = 0;
  int used = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (int i = 0; i < used; i++) text[i] = (wchar_t)scalars[i];
  text[used] = 0;
  if (attributes & CN_BOLD) attrs |= WA_BOLD;
  if (attributes & CN_DIM) attrs |= WA_DIM;
  if (attributes & CN_UNDERLINE) attrs |= WA_UNDERLINE;
  if (attributes & CN_REVERSE) attrs |= WA_REVERSE;
  if (setcchar(&cell, text, attrs, (short)pair, NULL) != OK) return;
  // At the last corner this answers ERR after having put the cell.
  (void)mvadd_wch(y, x, &cell);
}

void cn_erase(bool wholly) {
  if (!screen) return;
  werase(stdscr);
  if (wholly) clearok(stdscr, TRUE);
}

void cn_refresh(int x, int y) {
  if (!screen) return;
  if (x < 0) {
    curs_set(0);
    wmove(stdscr, LINES - 1, 0);
  } else {
    wmove(stdscr, y, x);
  }
  wrefresh(stdscr);
  if (x >= 0) curs_set(1);
}

void cn_ring(void) {
  if (screen) beep();
}

void cn_flash(void) {
  if (screen) flash();
}

int cn_read(bool raw) {
  if (!screen) return CN_NOTHING;
  int key = wgetch(raw ? raw_pad : key_pad);
  if (key == ERR) return CN_NOTHING;
  return key < 256 ? key : CN_CODE + key;
}

// Extended capabilities that terminfo names and curses.h does not: "kLFT5" is Control with Left.
static int extended_key(int code) {
  const char *name = keyname(code);
  if (!name) return CN_KEY_OTHER;
  bool modified = strlen(name) > 4 && name[4] >= '3';
  if (strncmp(name, "kLFT", 4) == 0) return modified ? CN_KEY_CONTROL_LEFT : CN_KEY_LEFT;
  if (strncmp(name, "kRIT", 4) == 0) return modified ? CN_KEY_CONTROL_RIGHT : CN_KEY_RIGHT;
  if (strncmp(name, "kUP", 3) == 0) return CN_KEY_UP;
  if (strncmp(name, "kDN", 3) == 0) return CN_KEY_DOWN;
  if (strncmp(name, "kHOM", 4) == 0) return CN_KEY_HOME;
  if (strncmp(name, "kEND", 4) == 0) return CN_KEY_END;
  if (strncmp(name, "kPRV", 4) == 0) return CN_KEY_PAGE_UP;
  if (strncmp(name, "kNXT", 4) == 0) return CN_KEY_PAGE_DOWN;
  if (strncmp(name, "kDC", 3) == 0) return CN_KEY_DELETE;
  if (strncmp(name, "kIC", 3) == 0) return CN_KEY_INSERT;
  return CN_KEY_OTHER;
}

int cn_key_of(int code) {
  if (code >= KEY_F(1) && code <= KEY_F(63)) return CN_KEY_FUNCTION + code - KEY_F0;
  switch (code) {
    case KEY_UP: case KEY_SR: return CN_KEY_UP;
    case KEY_DOWN: case KEY_SF: return CN_KEY_DOWN;
    case KEY_LEFT: case KEY_SLEFT: return CN_KEY_LEFT;
    case KEY_RIGHT: case KEY_SRIGHT: return CN_KEY_RIGHT;
    case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return CN_KEY_HOME;
    case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_C1: return CN_KEY_END;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CN_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CN_KEY_PAGE_DOWN;
    case KEY_IC: case KEY_SIC: return CN_KEY_INSERT;
    case KEY_DC: case KEY_SDC: return CN_KEY_DELETE;
    case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
    case KEY_ENTER: return CN_KEY_ENTER;
    case KEY_BTAB: return CN_KEY_BACK_TAB;
    default: return code > KEY_MAX ? extended_key(code) : CN_KEY_OTHER;
  }
}
