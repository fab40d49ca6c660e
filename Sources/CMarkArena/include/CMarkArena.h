/* Memory for libcmark that is given back all at once.

   A document is hundreds of small nodes that live and die together. Taken from an arena they cost an addition each, and nothing when
   they die; from malloc they took a third of a note's parsing. The price is the memory of what dies before its document does: a large
   document takes up to half as much again. */

#ifndef CMARK_ARENA_H
#define CMARK_ARENA_H

#include <cmark.h>
#include <stddef.h>

/* How far a thread's arena was filled. */
typedef struct {
    void *chunk;
    size_t used;
} waymark_arena_mark;

/* Takes from the arena of the thread that asks. Freeing does nothing. Out of memory ends the program, as with libcmark's own. */
cmark_mem *waymark_arena(void);

/* What a thread takes between a mark and its release is gone with the release. Marks nest, but what was taken before a mark may not
   grow before that mark is released. */
waymark_arena_mark waymark_arena_begin(void);
void waymark_arena_end(waymark_arena_mark mark);

#endif
