// Another program on the terminal: the editor.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int cn_run(const char *script, const char *argument, int fd) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  for (int target = 0; target < 3; target++)
    posix_spawn_file_actions_adddup2(&files, fd, target);
  sigset_t defaults, none;
  sigemptyset(&none);
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGINT);
  sigaddset(&defaults, SIGQUIT);
  sigaddset(&defaults, SIGTSTP);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  // C-c in the editor is the editor's: this process, in the same group, does not end of it.
  struct sigaction ignore, before_interrupt, before_quit;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &before_interrupt);
  sigaction(SIGQUIT, &ignore, &before_quit);

  char *const arguments[] = {"sh", "-c", (char *)script, "sh", (char *)argument, NULL};
  pid_t child = 0;
  int status = -1;
  int error = posix_spawn(&child, "/bin/sh", &files, &attributes, arguments, environ);
  if (error == 0) {
    for (;;) {
      pid_t answered = waitpid(child, &status, WUNTRACED);
      if (answered < 0 && errno == EINTR) continue;
      if (answered < 0) {
        error = errno;
        break;
      }
      if (!WIFSTOPPED(status)) break;
      // C-z in the editor stops the whole job, so the shell must see this process stop too.
      raise(SIGSTOP);
      kill(child, SIGCONT);
    }
  }
  sigaction(SIGINT, &before_interrupt, NULL);
  sigaction(SIGQUIT, &before_quit, NULL);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  errno = error;
  return error == 0 ? status : -1;
}

int cn_exit_of(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : -1;
}
