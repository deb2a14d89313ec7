#define _GNU_SOURCE
#include "CFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

static int rename_with(const char *from, const char *to, unsigned flags) {
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags) == 0 ? 0 : errno;
}

int cfiles_exchange(const char *a, const char *b) { return rename_with(a, b, RENAME_EXCHANGE); }

int cfiles_rename_exclusive(const char *from, const char *to) {
  return rename_with(from, to, RENAME_NOREPLACE);
}

int64_t cfiles_birth(const char *path) {
  struct statx status;
  memset(&status, 0, sizeof status);
  if (statx(AT_FDCWD, path, 0, STATX_BTIME, &status) != 0) return 0;
  if (!(status.stx_mask & STATX_BTIME)) return 0;
  return (int64_t)status.stx_btime.tv_sec * 1000000000 + status.stx_btime.tv_nsec;
}

uint64_t cfiles_filesystem(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (uint64_t)status.f_type : 0;
}
