/* Memory for libcmark that is given back all at once.

   A document is hundreds of small nodes that live and die together. Taken from an arena they cost an addition each, and nothing when
   they die; from malloc they took a third of a note's parsing. */

#ifndef CMARK_ARENA_H
#define CMARK_ARENA_H

#include <cmark.h>
#include <stddef.h>

/* How far a thread's arena was filled. */
typedef struct {
    void *chunk;
    size_t used;
} cmark_arena_mark;

/* The allocator of the thread that calls it. Freeing does nothing. Out of memory ends the program, as with libcmark's own. */
cmark_mem *cmark_arena(void);

/* What the thread takes between a mark and its release is gone with the release. Marks nest. */
cmark_arena_mark cmark_arena_begin(void);
void cmark_arena_end(cmark_arena_mark mark);

#endif
