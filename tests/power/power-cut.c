// A disk that can lose its power or fill up, for tests: preloaded into a program, it stands between it and the system.
//
// POWER_WATCHED  the folder that is watched, as the system names it (no links in it). Without it nothing happens.
// POWER_SHADOW   in its `names`, what a power cut would leave of that folder: the bytes that were asked to the disk (fsync,
//                fdatasync), under the names whose folder or file was. What is there at the beginning was written long ago.
// POWER_ORDER    a file that gets a line for each write, cut, removal and fsync of a watched file, and for each read and write of
//                the network. Changes and replies are noted before they happen, and what was heard or synced after: the doubt
//                is never in our favour.
// POWER_FULL     while this file is there, the disk is full: writes to watched files fail, after as many more as it says.
//
// Calls go to the kernel directly, so that nothing has to be looked up before the first of them, in whatever thread. Not seen:
// mmap and msync, O_SYNC, io_uring, fallocate. The program uses none that matters: SQLite maps its `-shm` only, and makes it anew.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

_Static_assert(sizeof(long) == 8, "The raw calls below pass offsets in one register.");

typedef char Path[PATH_MAX];
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static atomic_int writes_while_full;

/** @param root the variable that names it. A path that is too long is cut, and then not found. */
static const char *join(Path path, const char *root, const char *folder, const char *name) {
  int length = snprintf(path, PATH_MAX, "%s%s/%s", getenv(root), folder, name);
  return length < PATH_MAX ? path : "";
}

/** @return the part of a path beneath the watched folder ("" for itself), or NULL. */
static const char *beneath(const char *path) {
  const char *watched = getenv("POWER_WATCHED");
  if (!watched || strncmp(path, watched, strlen(watched))) return NULL;
  path += strlen(watched);
  return *path == '/' ? path + 1 : *path ? NULL : path;
}

/** @return where a descriptor leads, beneath the watched folder. */
static const char *name_of(int fd, Path path) {
  char own[32];
  snprintf(own, sizeof own, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(own, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  return beneath(path);
}

static void note(const char *what, const char *name) {
  const char *order = getenv("POWER_ORDER");
  int fd = order ? open(order, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (fd < 0) return;
  char line[PATH_MAX + 32];
  // One short write at the end of a file is whole, whichever thread it comes from.
  syscall(SYS_write, fd, line, (size_t)snprintf(line, sizeof line, "%s%s%s\n", what, *name ? " " : "", name));
  close(fd);
}

// ---- What is on the disk. Content is kept by file, and lent to the names that are on the disk too: a file can be renamed.

/** Where a file's content is kept. Numbers of files are given again; with the moment of birth they are not. */
static int content_of(int fd, const char *path, Path content) {
  struct statx is;
  char name[96];
  if (statx(fd, path, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_BTIME, &is)) return -1;
  snprintf(name, sizeof name, "%llu-%lld-%u", is.stx_ino, is.stx_btime.tv_sec, is.stx_btime.tv_nsec);
  join(content, "POWER_SHADOW", "/contents", name);
  return 0;
}

/** At one stroke: the program may be killed at any moment. */
static void lend(const char *content, const char *name) {
  Path path, fresh;
  join(fresh, "POWER_SHADOW", "", "lending");
  unlink(fresh);
  if (!link(content, fresh)) rename(fresh, join(path, "POWER_SHADOW", "/names", name));
  unlink(fresh); // Where both are one file already, the system's rename does nothing.
}

/** No other descriptor is opened on a database: closing that one would drop the locks that SQLite holds. */
static void keep_file(int fd, const char *name) {
  Path content, fresh, path;
  struct stat is, named;
  if (content_of(fd, "", content) || fstat(fd, &is)) return;
  int copy = open(join(fresh, "POWER_SHADOW", "", "keeping"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  int again = -1;
  if ((fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY) { // As no database is.
    snprintf(path, PATH_MAX, "/proc/self/fd/%d", fd);
    again = open(path, O_RDONLY | O_CLOEXEC);
  }
  for (off_t at = 0; sendfile(copy, again < 0 ? fd : again, &at, 1 << 30) > 0;) continue;
  close(copy);
  if (again >= 0) close(again);
  rename(fresh, content);
  int there = !lstat(join(path, "POWER_WATCHED", "", name), &named);
  if (there && named.st_ino == is.st_ino && named.st_dev == is.st_dev) lend(content, name);
}

static void keep_name(const char *name) {
  Path path, content;
  struct stat is;
  int there = !lstat(join(path, "POWER_WATCHED", "", name), &is);
  if (!there) {
    remove(join(path, "POWER_SHADOW", "/names", name));
  } else if (S_ISDIR(is.st_mode)) {
    mkdir(join(path, "POWER_SHADOW", "/names", name), 0700);
  } else if (S_ISREG(is.st_mode) && !content_of(AT_FDCWD, path, content)) {
    int empty = open(content, O_WRONLY | O_CREAT | O_CLOEXEC, 0600); // Where none of its bytes ever reached the disk.
    if (empty >= 0) close(empty);
    lend(content, name);
  }
}

/** Names that are gone go, names that came are there. */
static void keep_folder(const char *name) {
  Path shadow, real, inside;
  mkdir(join(shadow, "POWER_SHADOW", "/names", name), 0700);
  const char *both[] = {shadow, join(real, "POWER_WATCHED", "", name)};
  for (int side = 0; side < 2; side++) {
    DIR *folder = opendir(both[side]);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
      if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
      if (snprintf(inside, PATH_MAX, "%s%s%s", name, *name ? "/" : "", entry->d_name) < PATH_MAX) keep_name(inside);
    }
    if (folder) closedir(folder);
  }
}

static int keep_what_is_there(const char *path, const struct stat *is, int kind, struct FTW *at) {
  const char *name = beneath(path);
  (void)is, (void)at;
  if (name && kind == FTW_D) keep_folder(name);
  int fd = name && kind == FTW_F ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd >= 0) keep_file(fd, name), close(fd);
  return 0;
}

__attribute__((constructor)) static void begin(void) {
  Path path;
  if (!getenv("POWER_SHADOW") || !getenv("POWER_WATCHED")) return;
  for (int part = 0; part < 3; part++) mkdir(join(path, "POWER_SHADOW", "", (const char *[]){"", "contents", "names"}[part]), 0700);
  nftw(getenv("POWER_WATCHED"), keep_what_is_there, 16, FTW_PHYS);
}

static int synced(int fd, long call) {
  Path path;
  struct stat is;
  int answer = (int)syscall(call, fd), number = errno;
  const char *name = answer ? NULL : name_of(fd, path);
  if (name && !fstat(fd, &is)) {
    pthread_mutex_lock(&one_at_a_time);
    if (getenv("POWER_SHADOW")) S_ISDIR(is.st_mode) ? keep_folder(name) : keep_file(fd, name);
    note("fsync", *name ? name : ".");
    pthread_mutex_unlock(&one_at_a_time);
  }
  errno = number;
  return answer;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

// ---- Reads and writes. Standard streams and our own control socket are sockets of another kind than the network's.

static void note_socket(int fd, const char *what) {
  struct sockaddr_storage own;
  socklen_t length = sizeof own;
  int number = errno;
  if (getenv("POWER_ORDER") && !getsockname(fd, (struct sockaddr *)&own, &length) && own.ss_family != AF_UNIX) note(what, "");
  errno = number;
}

static void note_file(int fd, const char *what) {
  Path path;
  struct stat is;
  int number = errno;
  const char *name = getenv("POWER_ORDER") && !fstat(fd, &is) && S_ISREG(is.st_mode) ? name_of(fd, path) : NULL;
  if (name) note(what, name);
  errno = number;
}

/** @return whether this write finds the disk full; errno says so then. */
static int is_full(int fd) {
  Path path;
  char text[16] = "";
  struct stat is;
  int number = errno, let = 0;
  const char *control = getenv("POWER_FULL");
  int file = control ? open(control, O_RDONLY | O_CLOEXEC) : -1;
  if (file >= 0) let = syscall(SYS_read, file, text, sizeof text - 1) > 0 ? atoi(text) : 0, close(file);
  else atomic_store(&writes_while_full, 0);
  errno = number;
  int ours = file >= 0 && !fstat(fd, &is) && S_ISREG(is.st_mode) && name_of(fd, path);
  if (!ours || atomic_fetch_add(&writes_while_full, 1) < let) return 0;
  errno = ENOSPC;
  return 1;
}

static ssize_t heard(int fd, ssize_t bytes) { return bytes > 0 ? (note_socket(fd, "heard"), bytes) : bytes; }

#define WRITE(name, call, parameters, ...) \
  ssize_t name parameters { \
    if (is_full(fd)) return -1; \
    note_socket(fd, "told"), note_file(fd, "wrote"); \
    return syscall(call, fd, __VA_ARGS__); \
  }

ssize_t read(int fd, void *into, size_t size) { return heard(fd, syscall(SYS_read, fd, into, size)); }
WRITE(write, SYS_write, (int fd, const void *from, size_t size), from, size)
WRITE(writev, SYS_writev, (int fd, const struct iovec *parts, int count), parts, count)
WRITE(pwrite64, SYS_pwrite64, (int fd, const void *from, size_t size, off64_t at), from, size, at)
WRITE(pwrite, SYS_pwrite64, (int fd, const void *from, size_t size, off_t at), from, size, at)
WRITE(send, SYS_sendto, (int fd, const void *from, size_t size, int flags), from, size, flags, NULL, 0)
WRITE(sendmsg, SYS_sendmsg, (int fd, const struct msghdr *message, int flags), message, flags)

int ftruncate64(int fd, off64_t length) { return note_file(fd, "cut"), (int)syscall(SYS_ftruncate, fd, length); }
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
  const char *name = beneath(path);
  int number = errno;
  if (name) note("removed", name);
  errno = number;
  return (int)syscall(SYS_unlink, path);
}
