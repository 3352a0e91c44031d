/* Preloaded into PostgreSQL: while the file named by LEDGER_BAD_DISK is there, its disk reports that flushing failed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>

extern char *program_invocation_short_name;

static int is_postgres;

/* Asked once, before PostgreSQL writes its own titles over its name. */
__attribute__((constructor)) static void look(void)
{
    is_postgres = strcmp(program_invocation_short_name, "postgres") == 0;
}

static int bad(void)
{
    const char *flag = getenv("LEDGER_BAD_DISK");
    return is_postgres && flag && access(flag, F_OK) == 0;
}

static int flush(const char *name, int fd)
{
    if (bad()) {
        errno = EIO;
        return -1;
    }
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return flush("fsync", fd); }
int fdatasync(int fd) { return flush("fdatasync", fd); }
