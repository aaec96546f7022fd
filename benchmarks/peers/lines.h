// A file's lines in memory, a clock (time of this thread on a core), and how many characters (code points) the lines hold.
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct lines {
  size_t count, characters;
  const char **start;
  size_t *length;
};

static inline double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

// Reads a file; empty lines are left out. Ends the program if it cannot.
static inline struct lines read_lines(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) perror(path), exit(1);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = (char *)malloc(size + 1);
  if (fread(bytes, 1, size, file) != size) perror(path), exit(1);
  fclose(file);
  bytes[size] = '\n';
  struct lines lines = {0, 0, NULL, NULL};
  size_t room = 0, first = 0;
  for (size_t i = 0; i <= size; i++) {
    if (bytes[i] != '\n') {
      lines.characters += (bytes[i] & 0xC0) != 0x80;
      continue;
    }
    if (i > first) {
      if (lines.count == room) {
        room = room ? 2 * room : 1024;
        lines.start = (const char **)realloc(lines.start, room * sizeof *lines.start);
        lines.length = (size_t *)realloc(lines.length, room * sizeof *lines.length);
      }
      bytes[i] = 0;
      lines.start[lines.count] = bytes + first;
      lines.length[lines.count++] = i - first;
    }
    first = i + 1;
  }
  return lines;
}
