#ifndef CFILES_H
#define CFILES_H

#include <stdint.h>

// Three calls of Linux that the Swift overlay of the C library leaves out.

/// Exchanges two directory entries at one instant. Returns 0, or an errno.
int cfiles_exchange(const char *_Nonnull a, const char *_Nonnull b);

/// Renames and refuses to replace. Returns 0, or an errno.
int cfiles_rename_exclusive(const char *_Nonnull from, const char *_Nonnull to);

/// When the file was created, in nanoseconds since 1970; 0 where the file system does not know.
int64_t cfiles_birth(const char *_Nonnull path);

/// The magic number of the file system that holds the path; 0 where it cannot be had.
uint64_t cfiles_filesystem(const char *_Nonnull path);

#endif
