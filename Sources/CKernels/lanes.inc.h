// The kernels of CKernels.h, for the instruction set of the file that includes this one. KERNEL(name) gives a
// function its name there.
//
// Vectors are of 64 bytes everywhere; narrower machines use several registers for one. No operation may be fused or
// reordered: `#pragma STDC FP_CONTRACT OFF`, and no fast-math.
#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

typedef double doubles __attribute__((vector_size(64)));
typedef double loose_doubles __attribute__((vector_size(64), aligned(8)));
typedef uint64_t words __attribute__((vector_size(64)));
typedef int64_t integers __attribute__((vector_size(64)));
typedef uint32_t keys16 __attribute__((vector_size(64)));
typedef uint32_t loose_keys16 __attribute__((vector_size(64), aligned(4)));
typedef uint32_t halves __attribute__((vector_size(32)));
typedef uint16_t places32 __attribute__((vector_size(64)));
typedef uint16_t loose_places32 __attribute__((vector_size(64), aligned(2)));
typedef int16_t signed32 __attribute__((vector_size(64)));

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 8 };

INLINE doubles KERNEL(load)(const double *from) { return *(const loose_doubles *)from; }
INLINE void KERNEL(store)(double *to, doubles value) { *(loose_doubles *)to = value; }
INLINE doubles KERNEL(select)(integers mask, doubles a, doubles b) {
    return (doubles)((mask & (integers)a) | (~mask & (integers)b));
}
// Written as comparisons, which is what the instructions do; NaN does not occur.
INLINE doubles KERNEL(higher)(doubles a, doubles b) { return KERNEL(select)(a > b, a, b); }
INLINE doubles KERNEL(lower)(doubles a, doubles b) { return KERNEL(select)(a < b, a, b); }

// Whole numbers below 2^52 as doubles: set as the fraction of 2^52, less 2^52.
static const uint64_t KERNEL(exponent_of_2_52) = 0x4330000000000000;
static const double KERNEL(two_52) = 0x1p52;

// Philox4x32-10 at eight counters (the low half; the stream is the high half): the two pairs of words of each block.
// As PhiloxBlock.swift, where the source is named.
INLINE void KERNEL(philox)(words counter, uint64_t seed, uint64_t stream, words *first, words *second) {
    const uint64_t low = 0xFFFFFFFF;
    words c0 = counter & low, c1 = counter >> 32, c2 = (words){} + (stream & low), c3 = (words){} + (stream >> 32);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        words p0 = c0 * (uint64_t)0xD2511F53, p1 = c2 * (uint64_t)0xCD9E8D57;
        c0 = (p1 >> 32) ^ c1 ^ (uint64_t)k0;
        c1 = p1 & low;
        c2 = (p0 >> 32) ^ c3 ^ (uint64_t)k1;
        c3 = p0 & low;
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
    *first = c0 | c1 << 32;
    *second = c2 | c3 << 32;
}

// -ln of a number in (0, 1) whose 64 random bits are given, as Philox.uniform makes it.
//
// ln(2^k m) with m in [sqrt(1/2), sqrt(2)): k ln 2 + ln(1 + f) by the odd series in s = f / (2 + f), whose seven
// coefficients are those of fdlibm (Sun Microsystems 1993, e_log.c; error below one unit in the last place).
INLINE doubles KERNEL(exponential)(words bits) {
    const uint64_t one = 0x3FF0000000000000, root_half = 0x3FE6A09E00000000, fraction = 0x000FFFFFFFFFFFFF;
    const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
    doubles u = ((doubles)(bits >> 12 | KERNEL(exponent_of_2_52)) - KERNEL(two_52) + 0.5) * 0x1p-52;
    words shifted = (words)u + (one - root_half);
    doubles k = (doubles)(shifted >> 52 | KERNEL(exponent_of_2_52)) - (KERNEL(two_52) + 1023);
    doubles f = (doubles)((shifted & fraction) + root_half) - 1;
    doubles s = f / (2 + f), z = s * s, w = z * z, half = 0.5 * f * f;
    doubles even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    doubles odd = z * (6.666666666666735130e-01
                       + w * (2.857142874366239149e-01
                              + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    return -(s * (half + (even + odd)) + k * ln2_low - half + f + k * ln2_high);
}

// Sixteen draws at a time: two neighbouring draws are `width` blocks of the generator, so that eight pairs of draws
// fill the lanes whatever the width.
static void KERNEL(spacings)(uint64_t seed, uint64_t stream, uint64_t position, long width, double *shares,
                             double *scratch) {
    const words lane = {0, 1, 2, 3, 4, 5, 6, 7};
    for (long draw = 0; draw < DYAD_LANES; draw += 2 * WIDTH) {
        words block = (position + (uint64_t)(draw * width)) / 2 + lane * (uint64_t)width;
        for (long pair = 0; pair < width; pair++) {
            words first, second;
            KERNEL(philox)(block + (uint64_t)pair, seed, stream, &first, &second);
            KERNEL(store)(scratch + 2 * pair * WIDTH, KERNEL(exponential)(first));
            KERNEL(store)(scratch + (2 * pair + 1) * WIDTH, KERNEL(exponential)(second));
        }
        doubles even = {}, odd = {};
        for (long k = 0; k < width; k++) {
            even += KERNEL(load)(scratch + k * WIDTH);
            odd += KERNEL(load)(scratch + (width + k) * WIDTH);
        }
        for (long k = 0; k < width; k++) {
            doubles a = KERNEL(load)(scratch + k * WIDTH) / even, b = KERNEL(load)(scratch + (width + k) * WIDTH) / odd;
            double *row = shares + k * DYAD_LANES + draw;
            KERNEL(store)(row, __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11));
            KERNEL(store)(row + WIDTH, __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15));
        }
    }
}

static void KERNEL(extremes)(const double *scores, long columns, double *highest, double *lowest) {
    for (long draw = 0; draw < DYAD_LANES; draw += WIDTH) {
        doubles high = KERNEL(load)(scores + draw), low = high;
        for (long column = 1; column < columns; column++) {
            doubles score = KERNEL(load)(scores + column * DYAD_LANES + draw);
            high = KERNEL(higher)(score, high);
            low = KERNEL(lower)(score, low);
        }
        KERNEL(store)(highest + draw, high);
        KERNEL(store)(lowest + draw, low);
    }
}

static void KERNEL(leaders)(const double *scores, long columns, const double *tolerance, int32_t *leader) {
    for (long draw = 0; draw < DYAD_LANES; draw += WIDTH) {
        doubles best = KERNEL(load)(scores + draw), second = (doubles){} - __builtin_inf();
        integers who = {};
        for (long column = 1; column < columns; column++) {
            doubles score = KERNEL(load)(scores + column * DYAD_LANES + draw);
            integers better = score > best;
            second = KERNEL(higher)(KERNEL(lower)(best, score), second);
            best = KERNEL(higher)(score, best);
            who = (better & column) | (~better & who);
        }
        integers alone = (best - second) > KERNEL(load)(tolerance + draw);
        who = (alone & who) | ~alone;
        for (int lane = 0; lane < WIDTH; lane++) leader[draw + lane] = (int32_t)who[lane];
    }
}

static void KERNEL(ahead)(const double *scores, long columns, const double *tolerance, const double *score,
                          int32_t *count) {
    for (long draw = 0; draw < DYAD_LANES; draw += WIDTH) {
        doubles margin = KERNEL(load)(tolerance + draw), own = KERNEL(load)(score + draw);
        integers sum = {};
        for (long column = 0; column < columns; column++) {
            sum -= (KERNEL(load)(scores + column * DYAD_LANES + draw) - own) > margin;
        }
        for (int lane = 0; lane < WIDTH; lane++) count[draw + lane] = (int32_t)sum[lane];
    }
}

// Whole steps below the highest score, of `steps` in the range, in 2^52 + steps: the low bits are the steps.
INLINE halves KERNEL(steps_below)(doubles highest, doubles scale, const double *score) {
    return __builtin_convertvector(
        (words)((highest - KERNEL(load)(score)) * scale + KERNEL(two_52)), halves);
}

// Puts the smaller keys of every draw into the first.
INLINE void KERNEL(exchange)(keys16 *a, keys16 *b) {
    keys16 x = *a, y = *b;
    *a = __builtin_elementwise_min(x, y);
    *b = __builtin_elementwise_max(x, y);
}

#define UNROLL _Pragma("clang loop unroll(full)")

// Sorts sixteen columns, which fit into registers: Batcher's merge exchange (Knuth 1998, The Art of Computer
// Programming 3, 5.2.2, algorithm M).
INLINE void KERNEL(sort_tile)(loose_keys16 *keys) {
    keys16 tile[DYAD_SORTED_TILE];
    UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) tile[i] = keys[i];
    UNROLL for (int p = 8; p > 0; p /= 2) {
        UNROLL for (int q = 8, rest = 0, apart = p; q >= p; apart = q - p, q /= 2, rest = p) {
            UNROLL for (int i = 0; i < DYAD_SORTED_TILE - apart; i++) {
                if ((i & p) == rest) KERNEL(exchange)(tile + i, tile + i + apart);
            }
        }
    }
    UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) keys[i] = tile[i];
}

// The last four steps of a bitonic merge (Batcher 1968, Sorting networks and their applications).
INLINE void KERNEL(merge_tile)(loose_keys16 *keys) {
    keys16 tile[DYAD_SORTED_TILE];
    UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) tile[i] = keys[i];
    UNROLL for (int apart = 8; apart > 0; apart /= 2) {
        UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) {
            if (!(i & apart)) KERNEL(exchange)(tile + i, tile + i + apart);
        }
    }
    UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) keys[i] = tile[i];
}

// Exchanges all keys of two tiles, those of the second from the last if `mirrored`.
INLINE void KERNEL(exchange_tiles)(loose_keys16 *a, loose_keys16 *b, int mirrored) {
    UNROLL for (int i = 0; i < DYAD_SORTED_TILE; i++) {
        int other = mirrored ? DYAD_SORTED_TILE - 1 - i : i;
        keys16 x = a[i], y = b[other];
        a[i] = __builtin_elementwise_min(x, y);
        b[other] = __builtin_elementwise_max(x, y);
    }
}

// A bitonic sort of tiles: the same comparisons in every draw, so that one vector sorts sixteen of them. Tiles beyond
// the last are taken as larger than all keys, so that nothing is exchanged with them.
INLINE void KERNEL(sort_tiles)(loose_keys16 *keys, long tiles) {
    const long size = DYAD_SORTED_TILE;
    for (long tile = 0; tile < tiles; tile++) KERNEL(sort_tile)(keys + size * tile);
    for (long run = 1; run < tiles; run *= 2) {
        for (long start = 0; start + run < tiles; start += 2 * run) {
            long end = start + 2 * run < tiles ? start + 2 * run : tiles;
            for (long i = 0; i < run; i++) {
                long other = start + 2 * run - 1 - i;
                if (other < end) KERNEL(exchange_tiles)(keys + size * (start + i), keys + size * other, 1);
            }
            for (long apart = run / 2; apart > 0; apart /= 2) {
                for (long tile = start; tile + apart < end; tile++) {
                    if ((tile - start) & apart) continue;
                    KERNEL(exchange_tiles)(keys + size * tile, keys + size * (tile + apart), 0);
                }
            }
            for (long tile = start; tile < end; tile++) KERNEL(merge_tile)(keys + size * tile);
        }
    }
}

static uint32_t KERNEL(sort)(const double *scores, long columns, long first, const double *highest,
                             const double *lowest, double share, uint32_t *out) {
    const int bits = dyad_key_bits(columns);
    const double steps = (double)((1ul << (32 - bits)) - 1);
    loose_keys16 *keys = (loose_keys16 *)out;
    doubles high0 = KERNEL(load)(highest + first), high1 = KERNEL(load)(highest + first + WIDTH);
    doubles range0 = high0 - KERNEL(load)(lowest + first), range1 = high1 - KERNEL(load)(lowest + first + WIDTH);
    // A range of zero makes the scale infinite and the keys meaningless: such draws are not clean, see below.
    doubles scale0 = steps / range0, scale1 = steps / range1;
    for (long column = 0; column < columns; column++) {
        const double *score = scores + column * DYAD_LANES + first;
        keys16 below = __builtin_shufflevector(
            KERNEL(steps_below)(high0, scale0, score), KERNEL(steps_below)(high1, scale1, score + WIDTH),
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        keys[column] = below << bits | (uint32_t)column;
    }
    const long tiles = (columns + DYAD_SORTED_TILE - 1) / DYAD_SORTED_TILE;
    for (long i = columns; i < tiles * DYAD_SORTED_TILE; i++) keys[i] = (keys16){} - 1;
    KERNEL(sort_tiles)(keys, tiles);
    keys16 gap = (keys16){} - 1, before = keys[0] >> bits;
    for (long place = 1; place < columns; place++) {
        keys16 below = keys[place] >> bits;
        gap = __builtin_elementwise_min(gap, below - before);
        before = below;
    }
    // Two keys of different scores are off by at most a step together.
    const keys16 least = (keys16){} + ((uint32_t)(share * steps) + 3);
    uint32_t clean = 0;
    for (int lane = 0; lane < DYAD_SORTED_LANES; lane++) {
        double range = lane < WIDTH ? range0[lane % WIDTH] : range1[lane % WIDTH];
        double high = highest[first + lane], low = lowest[first + lane];
        double size = __builtin_fabs(high) > __builtin_fabs(low) ? __builtin_fabs(high) : __builtin_fabs(low);
        // Where scores are large beside their range, their own rounding is more than a step or than the tie tolerance.
        if (gap[lane] >= least[lane] && range > 1e-5 * size) clean |= 1u << lane;
    }
    return clean;
}

static void KERNEL(count_places)(const uint32_t *keys, long columns, uint32_t clean, uint32_t *counts) {
    const uint32_t column = (1u << dyad_key_bits(columns)) - 1;
    // Draw by draw, so that neighbouring additions go to different places.
    for (int lane = 0; lane < DYAD_SORTED_LANES; lane++) {
        if (!(clean >> lane & 1)) continue;
        uint32_t *row = counts;
        for (long place = 0; place < columns; place++, row += columns) {
            row[keys[place * DYAD_SORTED_LANES + lane] & column]++;
        }
    }
}

static void KERNEL(count_wins)(const uint16_t *places, long draws, const int32_t *which, long rows, long columns,
                               long stride, int32_t *wins) {
    for (long r = 0; r < rows; r++) {
        for (long j = 0; j < columns; j += 32) {
            // At most DYAD_LANES draws: sixteen bits hold the sum.
            signed32 sum = {};
            for (long draw = 0; draw < draws; draw++) {
                const uint16_t *row = places + draw * stride;
                sum -= (signed32)(((places32){} + row[which[r]]) < *(const loose_places32 *)(row + j));
            }
            long end = columns - j < 32 ? columns - j : 32;
            for (long lane = 0; lane < end; lane++) wins[r * columns + j + lane] += sum[lane];
        }
    }
}

const dyad_kernels KERNEL(table) = {
    .name = KERNEL_NAME,
    .spacings = KERNEL(spacings),
    .extremes = KERNEL(extremes),
    .leaders = KERNEL(leaders),
    .ahead = KERNEL(ahead),
    .sort = KERNEL(sort),
    .count_places = KERNEL(count_places),
    .count_wins = KERNEL(count_wins),
};
