// Calls every kernel of Sources/CKernels, in every instruction set of this processor, on blocks whose arrays are exactly as
// long as CKernels.h says, so that the address sanitizer sees any step beyond them; and compares the results with those of
// the plain kernels, bit for bit. Built and run by scripts/sanitize.
// usage: kernels [overrun]   with overrun an array is too short by one, which must be noticed
#include "CKernels.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 1;

// SplitMix64: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
static uint64_t drawn(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

static void *array(size_t count, size_t size) {
    void *place = malloc(count * size);
    if (!place) exit(70);
    memset(place, 0, count * size);
    return place;
}

// What the kernels of one instruction set make of a block.
typedef struct {
    double *shares, *highest, *lowest;
    int32_t *leader, *count, *wins;
    uint32_t *counts, clean[DYAD_LANES / DYAD_SORTED_LANES];
} Results;

static Results results_of(const dyad_kernels *kernels, long columns, long width, const double *scores, uint64_t seed,
                          const uint16_t *places, long draws, const int32_t *which, long rows, long stride, long short_by) {
    Results made;
    memset(&made, 0, sizeof made);
    double *scratch = array((size_t)(16 * width), sizeof(double));
    made.shares = array((size_t)(width * DYAD_LANES - short_by), sizeof(double));
    kernels->spacings(seed, ~seed, 2 * (seed >> 20), width, made.shares, scratch);
    free(scratch);

    made.highest = array(DYAD_LANES, sizeof(double));
    made.lowest = array(DYAD_LANES, sizeof(double));
    made.leader = array(DYAD_LANES, sizeof(int32_t));
    made.count = array(DYAD_LANES, sizeof(int32_t));
    double *tolerance = array(DYAD_LANES, sizeof(double));
    kernels->extremes(scores, columns, made.highest, made.lowest);
    for (long draw = 0; draw < DYAD_LANES; draw++) tolerance[draw] = 1e-9 * (made.highest[draw] - made.lowest[draw]);
    kernels->leaders(scores, columns, tolerance, made.leader);
    kernels->ahead(scores, columns, tolerance, scores, made.count);
    free(tolerance);

    size_t tiles = (size_t)((columns + DYAD_SORTED_TILE - 1) / DYAD_SORTED_TILE * DYAD_SORTED_TILE);
    made.counts = array((size_t)(columns * columns), sizeof(uint32_t));
    for (long first = 0; first < DYAD_LANES; first += DYAD_SORTED_LANES) {
        uint32_t *keys = array(tiles * DYAD_SORTED_LANES, sizeof(uint32_t));
        uint32_t clean = kernels->sort(scores, columns, first, made.highest, made.lowest, 1e-9, keys);
        kernels->count_places(keys, columns, clean, made.counts);
        made.clean[first / DYAD_SORTED_LANES] = clean;
        free(keys);
    }
    made.wins = array((size_t)(rows * columns), sizeof(int32_t));
    kernels->count_wins(places, draws, which, rows, columns, stride, made.wins);
    return made;
}

static int same(const void *one, const void *other, size_t bytes, const char *what, const char *name, long columns) {
    if (memcmp(one, other, bytes) == 0) return 1;
    fprintf(stderr, "%s: %s differs from the plain kernels at %ld columns\n", name, what, columns);
    return 0;
}

static void release(Results made) {
    free(made.shares), free(made.highest), free(made.lowest), free(made.leader), free(made.count), free(made.wins);
    free(made.counts);
}

int main(int argc, char **argv) {
    long short_by = argc > 1 && strcmp(argv[1], "overrun") == 0;
    long blocks = 0, levels = 0;
    for (long columns = 1; columns <= DYAD_MOST_SORTED; columns += columns < 70 ? 1 : 61) {
        for (int kind = 0; kind < 3; kind++) {
            uint64_t seed = drawn();
            long width = 1 + (long)(drawn() % 40), draws = 1 + (long)(drawn() % DYAD_LANES);
            double *scores = array((size_t)(columns * DYAD_LANES), sizeof(double));
            for (long i = 0; i < columns * DYAD_LANES; i++) {
                uint64_t bits = drawn();
                // Even numbers, many ties, or all the same.
                scores[i] = kind == 0 ? (double)(bits >> 11) * 0x1p-53 : kind == 1 ? (double)(bits % 3) : 0.5;
            }
            long stride = (columns + 31) / 32 * 32, rows = 1 + (long)(drawn() % (uint64_t)columns);
            uint16_t *places = array((size_t)(draws * stride), sizeof(uint16_t));
            for (long i = 0; i < draws * stride; i++) places[i] = (uint16_t)(drawn() % (uint64_t)columns);
            int32_t *which = array((size_t)rows, sizeof(int32_t));
            for (long i = 0; i < rows; i++) which[i] = (int32_t)(drawn() % (uint64_t)columns);

            Results plain;
            for (int level = 0; dyad_kernels_of_level(level); level++) {
                const dyad_kernels *kernels = dyad_kernels_of_level(level);
                Results made =
                    results_of(kernels, columns, width, scores, seed, places, draws, which, rows, stride, short_by);
                if (level == 0) {
                    plain = made;
                    continue;
                }
                levels = level;
                size_t lanes = DYAD_LANES;
                if (!(same(plain.shares, made.shares, (size_t)width * lanes * 8, "spacings", kernels->name, columns)
                      && same(plain.highest, made.highest, lanes * 8, "highest", kernels->name, columns)
                      && same(plain.lowest, made.lowest, lanes * 8, "lowest", kernels->name, columns)
                      && same(plain.leader, made.leader, lanes * 4, "leaders", kernels->name, columns)
                      && same(plain.count, made.count, lanes * 4, "ahead", kernels->name, columns)
                      && same(plain.clean, made.clean, sizeof made.clean, "sort", kernels->name, columns)
                      && same(plain.counts, made.counts, (size_t)(columns * columns) * 4, "places", kernels->name, columns)
                      && same(plain.wins, made.wins, (size_t)(rows * columns) * 4, "wins", kernels->name, columns)))
                    return 1;
                release(made);
            }
            release(plain);
            free(scores), free(places), free(which);
            blocks++;
        }
    }
    printf("kernels: %ld blocks of %d draws, 1 to %d columns, in %ld instruction sets\n", blocks, DYAD_LANES,
           DYAD_MOST_SORTED, levels + 1);
    return 0;
}
