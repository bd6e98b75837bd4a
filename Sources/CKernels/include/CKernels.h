// Loops over a block of draws that need the widest vectors of the processor.
//
// A block holds DYAD_LANES draws. A table of a block is stored column by column: the value of column c in draw d is
// at c * DYAD_LANES + d, so that one vector holds the same column of neighbouring draws.
//
// The same source is compiled for every instruction set (lanes.inc.h), without fused multiply-adds, so that all of
// them give the same bits.
#ifndef DYADSCORE_CKERNELS_H
#define DYADSCORE_CKERNELS_H
#include <stdint.h>

// Draws of a block, and draws whose ranks are sorted at once.
enum { DYAD_LANES = 256, DYAD_SORTED_LANES = 16 };

// Columns are sorted in tiles of so many.
enum { DYAD_SORTED_TILE = 16 };

// The most columns that can be sorted: 9 bits of a key are left for the column, 23 for the score.
enum { DYAD_MOST_SORTED = 512 };

typedef struct {
    // "plain", "avx2" or "avx512".
    const char *name;

    // Shares that sum to one in every draw, uniform on the simplex: shares, width columns. Uniform number
    // position + d * width + k of Philox4x32-10 gives column k of draw d; position must be even.
    // scratch: 16 * width numbers.
    void (*spacings)(uint64_t seed, uint64_t stream, uint64_t position, long width, double *shares, double *scratch);

    // The highest and the lowest of `columns` columns in every draw; at least one column.
    void (*extremes)(const double *scores, long columns, double *highest, double *lowest);

    // The column of the highest score in every draw; -1 where the second highest is within `tolerance` of it.
    void (*leaders)(const double *scores, long columns, const double *tolerance, int32_t *leader);

    // In every draw the number of `columns` columns that are above `score` by more than `tolerance`.
    void (*ahead)(const double *scores, long columns, const double *tolerance, const double *score, int32_t *count);

    // Sorts columns in DYAD_SORTED_LANES draws beginning with `first`, the highest score first. keys: columns,
    // rounded up to whole tiles, x DYAD_SORTED_LANES; the low dyad_key_bits(columns) bits of a key are a column. Bit l of the result is set if all
    // neighbours in draw first + l are farther apart than `share` of the range and what a key cannot resolve; the order
    // of other draws is not to be used. highest, lowest: of the whole block, as by extremes.
    uint32_t (*sort)(const double *scores, long columns, long first, const double *highest, const double *lowest,
                     double share, uint32_t *keys);

    // Adds one to counts[place * columns + column] for every place of the draws whose bit is set in `clean`.
    void (*count_places)(const uint32_t *keys, long columns, uint32_t clean, uint32_t *counts);

    // Adds to wins[r * columns + j] the draws, of `draws`, in which the place of column which[r] is before that of j.
    // places: draws x stride, stride a multiple of 32 and at least `columns`.
    void (*count_wins)(const uint16_t *places, long draws, const int32_t *which, long rows, long columns, long stride,
                       int32_t *wins);
} dyad_kernels;

// The bits of a key that hold a column.
static inline int dyad_key_bits(long columns) {
    int bits = 1;
    while ((1L << bits) < columns) bits++;
    return bits;
}

// The kernels of one instruction set, from the plainest (0) to the widest; NULL where this processor lacks it, and
// beyond the last.
const dyad_kernels *dyad_kernels_of_level(int level);
#endif
