/* The floor for a site build on this machine: what no generator of the same pages can do without.

   It reads every .md file below CONTENT, parses it once with libcmark, renders it with libcmark's own HTML
   renderer, and writes one file a note below OUTPUT, on THREADS threads, each page with PAD bytes before it for the
   shell that a page has. No model, no links, no tags, no search. With FILES and BYTES it then writes FILES files more, of BYTES
   each, a thousand in a folder: what a generator writes besides notes' pages.

   cc -O2 floor.c -lcmark -lpthread -o floor
   floor CONTENT OUTPUT PAD THREADS [FILES BYTES] */

#define _GNU_SOURCE
#include <cmark.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_THREADS = 64, OPEN_FOLDERS = 64, FILES_A_FOLDER = 1000 };

static const char *content, *output;
static size_t pad_size, more_files, more_bytes;

static char **notes;
static size_t note_count, note_capacity;
static atomic_size_t next_note, next_file, bytes_written;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void make_folder(const char *path) {
    if (mkdir(path, 0755) != 0) {
        struct stat info;
        if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode)) fail(path);
    }
}

static void remember_note(const char *path) {
    if (note_count == note_capacity) {
        note_capacity = note_capacity ? note_capacity * 2 : 1024;
        notes = realloc(notes, note_capacity * sizeof *notes);
        if (!notes) fail("realloc");
    }
    notes[note_count++] = strdup(path);
}

/* Makes each folder in the output and remembers each note. */
static int visit(const char *path, const struct stat *info, int type, struct FTW *where) {
    (void)info;
    (void)where;
    size_t length = strlen(path);
    if (type == FTW_D) {
        char folder[PATH_MAX];
        snprintf(folder, sizeof folder, "%s%s", output, path + strlen(content));
        make_folder(folder);
    } else if (type == FTW_F && length > 3 && strcmp(path + length - 3, ".md") == 0) {
        remember_note(path);
    }
    return 0;
}

static char *read_file(const char *path, size_t *size) {
    int file = open(path, O_RDONLY);
    struct stat info;
    if (file < 0 || fstat(file, &info) != 0) fail(path);
    char *bytes = malloc((size_t)info.st_size + 1);
    ssize_t count = bytes ? read(file, bytes, (size_t)info.st_size) : -1;
    if (count < 0) fail(path);
    close(file);
    *size = (size_t)count;
    return bytes;
}

static void write_file(const char *path, const char *first, size_t first_size, const char *second, size_t second_size) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) fail(path);
    if (first_size && write(file, first, first_size) < 0) fail(path);
    if (second_size && write(file, second, second_size) < 0) fail(path);
    close(file);
    atomic_fetch_add(&bytes_written, first_size + second_size);
}

/* CONTENT/a/b.md becomes OUTPUT/a/b/index.html. */
static void write_page(const char *note, const char *pad, const char *html, size_t html_size) {
    char path[PATH_MAX];
    const char *relative = note + strlen(content);
    int stem = (int)strlen(relative) - 3;
    snprintf(path, sizeof path, "%s%.*s", output, stem, relative);
    make_folder(path);
    snprintf(path, sizeof path, "%s%.*s/index.html", output, stem, relative);
    write_file(path, pad, pad_size, html, html_size);
}

static void make_more_folders(void) {
    for (size_t index = 0; index < more_files; index += FILES_A_FOLDER) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/more-%zu", output, index / FILES_A_FOLDER);
        make_folder(path);
    }
}

static void write_more(size_t index, const char *pad) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/more-%zu/%zu", output, index / FILES_A_FOLDER, index);
    write_file(path, pad, more_bytes, "", 0);
}

static void *work(void *unused) {
    (void)unused;
    size_t most = pad_size > more_bytes ? pad_size : more_bytes;
    char *pad = malloc(most + 1);
    if (!pad) fail("malloc");
    memset(pad, 'x', most);
    size_t index;
    while ((index = atomic_fetch_add(&next_note, 1)) < note_count) {
        size_t size;
        char *markdown = read_file(notes[index], &size);
        cmark_node *document = cmark_parse_document(markdown, size, CMARK_OPT_DEFAULT);
        char *html = cmark_render_html(document, CMARK_OPT_UNSAFE);
        size_t html_size = strlen(html);
        write_page(notes[index], pad, html, html_size);
        free(html);
        cmark_node_free(document);
        free(markdown);
    }
    while ((index = atomic_fetch_add(&next_file, 1)) < more_files) write_more(index, pad);
    free(pad);
    return NULL;
}

int main(int count, char **arguments) {
    if (count != 5 && count != 7) {
        fputs("usage: floor CONTENT OUTPUT PAD THREADS [FILES BYTES]\n", stderr);
        return 2;
    }
    content = arguments[1];
    output = arguments[2];
    pad_size = strtoul(arguments[3], NULL, 10);
    int threads = atoi(arguments[4]);
    if (count == 7) {
        more_files = strtoul(arguments[5], NULL, 10);
        more_bytes = strtoul(arguments[6], NULL, 10);
    }
    if (threads < 1 || threads > MAX_THREADS) {
        fprintf(stderr, "floor: THREADS is 1 to %d\n", MAX_THREADS);
        return 2;
    }
    make_folder(output);
    make_more_folders();
    if (nftw(content, visit, OPEN_FOLDERS, 0) != 0) fail(content);
    pthread_t workers[MAX_THREADS];
    for (int i = 0; i < threads; i++) {
        if (pthread_create(&workers[i], NULL, work, NULL) != 0) fail("pthread_create");
    }
    for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
    printf("%zu notes, %zu bytes written\n", note_count, (size_t)bytes_written);
    return 0;
}
