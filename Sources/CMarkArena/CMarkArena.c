#include "CMarkArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Below what malloc asks the system for each time anew. */
enum { CHUNK_SIZE = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

typedef struct chunk {
    struct chunk *previous;
    size_t used, size;
} chunk;

/* Stands before each allocation, since realloc has to know how much to copy. */
typedef struct {
    _Alignas(ALIGNMENT) size_t size;
} header;

static _Thread_local chunk *top;

static size_t aligned(size_t size) { return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

/* As large as a header's alignment asks for, so that what follows is aligned too. */
static size_t chunk_start(void) { return aligned(sizeof(chunk)); }

static header *header_of(void *pointer) { return (header *)pointer - 1; }

static void *take(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    size_t needed = sizeof(header) + aligned(size);
    if (!top || top->size - top->used < needed) {
        size_t least = chunk_start() + needed;
        size_t chunk_size = least > CHUNK_SIZE ? least : CHUNK_SIZE;
        chunk *fresh = malloc(chunk_size);
        if (!fresh) abort();
        *fresh = (chunk){.previous = top, .used = chunk_start(), .size = chunk_size};
        top = fresh;
    }
    header *taken = (header *)((char *)top + top->used);
    top->used += needed;
    taken->size = aligned(size);
    return taken + 1;
}

static void *arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / 2 / size) abort();
    return memset(take(count * size), 0, count * size);
}

static void *arena_realloc(void *pointer, size_t size) {
    if (!pointer) return take(size);
    size_t old = header_of(pointer)->size;
    if (size <= old) return pointer;
    /* What was taken last grows where it is, as buffers of text do. */
    if ((char *)pointer + old == (char *)top + top->used && size <= SIZE_MAX / 2) {
        size_t more = aligned(size) - old;
        if (top->size - top->used >= more) {
            top->used += more;
            header_of(pointer)->size += more;
            return pointer;
        }
    }
    return memcpy(take(size), pointer, old);
}

static void arena_free(void *pointer) { (void)pointer; }

cmark_mem *waymark_arena(void) {
    static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};
    return &arena;
}

waymark_arena_mark waymark_arena_begin(void) {
    return (waymark_arena_mark){.chunk = top, .used = top ? top->used : 0};
}

void waymark_arena_end(waymark_arena_mark mark) {
    while (top != mark.chunk) {
        chunk *previous = top->previous;
        free(top);
        top = previous;
    }
    if (top) top->used = mark.used;
}
