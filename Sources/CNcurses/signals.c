// Signals: those that the event loop hears about through a pipe, and those after which nothing is
// left to do but to give the terminal back.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int heard[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
#define COUNT(a) (int)(sizeof a / sizeof a[0])

static struct sigaction before_heard[COUNT(heard)];
static struct sigaction before_fatal[COUNT(fatal)];
static int pipe_ends[2] = {-1, -1};
static bool listening;
// Signals that end the process, and that nobody has read from the pipe yet.
static volatile sig_atomic_t unread;

static volatile sig_atomic_t armed;
static struct termios saved_modes;
static bool have_modes;
static char reset_bytes[512];
static volatile size_t reset_count;
static size_t collected;

static bool ends(int signal) {
  return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

static void die_of(int signal, const struct sigaction *as_before) {
  cn_restore_now();
  sigaction(signal, as_before, NULL);
  raise(signal);
}

static void on_heard(int signal) {
  int saved = errno;
  if (ends(signal) && ++unread > 2) {
    // The event loop has not come round for the third time of asking: it is stuck.
    struct sigaction plain;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    die_of(signal, &plain);
  }
  unsigned char byte = (unsigned char)signal;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void listen_to(int signal) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_heard;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(signal, &action, NULL);
}

// Before the screen is opened: ncurses leaves alone what is caught already. SIGWINCH too is better
// heard through the pipe, since that also wakes a wait that is about to begin.
int cn_catch_signals(void) {
  if (listening) return pipe_ends[0];
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  unread = 0;
  for (int i = 0; i < COUNT(heard); i++) {
    sigaction(heard[i], NULL, &before_heard[i]);
    // nohup, or a shell that runs this in the background, asked for these to be ignored.
    if (before_heard[i].sa_handler == SIG_IGN && (heard[i] == SIGHUP || heard[i] == SIGTSTP))
      continue;
    listen_to(heard[i]);
  }
  listening = true;
  return pipe_ends[0];
}

void cn_release_signals(void) {
  if (!listening) return;
  listening = false;
  for (int i = 0; i < COUNT(heard); i++) sigaction(heard[i], &before_heard[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

void cn_signals_read(void) { unread = 0; }

void cn_stop(void) {
  struct sigaction plain, before;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &before);
  if (before.sa_handler == SIG_IGN) {
    // No shell is there that could continue this process.
    sigaction(SIGTSTP, &before, NULL);
    return;
  }
  sigset_t only, mask;
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, &mask);
  kill(0, SIGTSTP);
  // Continued here.
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

void cn_restore_now(void) {
  if (!armed || cn_fd < 0 || cn_away) return;
  armed = 0;
  cn_write(reset_bytes, reset_count);
  if (have_modes) {
    // A background process may not set modes; it would be stopped here, half dead.
    sigset_t output, mask;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    sigprocmask(SIG_BLOCK, &output, &mask);
    tcsetattr(cn_fd, TCSANOW, &saved_modes);
    sigprocmask(SIG_SETMASK, &mask, NULL);
  }
}

static void on_fatal(int signal) {
  for (int i = 0; i < COUNT(fatal); i++)
    if (fatal[i] == signal) die_of(signal, &before_fatal[i]);
}

static int collect(int byte) {
  if (byte && collected < sizeof reset_bytes) reset_bytes[collected++] = (char)byte;
  return byte;
}

static void add(const char *name) {
  const char *value = tigetstr((char *)name);
  if (value && value != (char *)-1) tputs(value, 1, collect);
}

void cn_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &before_fatal[i], NULL);
}

void cn_refit(void) {
  if (cn_fd < 0) return;
  // A crash just now would find an empty string rather than a torn one.
  reset_count = 0;
  collected = 0;
  for (const char *c = CN_PASTE_OFF; *c; c++) collect(*c);
  add("sgr0");
  add("op");
  add("cnorm");
  add("rmkx");
  const char *leave = tigetstr("rmcup");
  if (leave && leave != (char *)-1) {
    add("rmcup");
  } else {
    // No other screen to go back to: below what is on this one.
    const char *move = tigetstr("cup");
    if (move && move != (char *)-1) tputs(tiparm(move, LINES - 1, 0), 1, collect);
    collect('\r');
    collect('\n');
  }
  reset_count = collected;
}

void cn_arm(void) {
  static bool at_exit;
  static char stack_bytes[65536];
  if (armed || cn_fd < 0) return;
  cn_refit();
  armed = 1;
  // A stack overflow needs another stack to be handled on.
  stack_t stack = {.ss_sp = stack_bytes, .ss_size = sizeof stack_bytes, .ss_flags = 0};
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    sigaltstack(&stack, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_fatal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &before_fatal[i]);
  if (!at_exit) at_exit = atexit(cn_restore_now) == 0;
}

void cn_remember_modes(int fd) { have_modes = tcgetattr(fd, &saved_modes) == 0; }
