/// The Philox4x32-10 block function: a bijection of 128-bit counters chosen by a 64-bit key.
///
/// Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11, section 3.3. Checked
/// against the known-answer vectors that Random123 publishes. Not fit for cryptography.
enum PhiloxBlock {
    typealias Counter = (UInt32, UInt32, UInt32, UInt32)
    typealias Key = (UInt32, UInt32)

    /// The block at a counter; words in the order of Random123, least significant first.
    static func words(at counter: Counter, key: Key) -> Counter {
        var (c0, c1, c2, c3) = counter
        var (k0, k1) = key
        for _ in 0..<rounds {
            let (high0, low0) = multiplier0.multipliedFullWidth(by: c0)
            let (high1, low1) = multiplier1.multipliedFullWidth(by: c2)
            (c0, c1, c2, c3) = (high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0)
            k0 &+= keyStep0
            k1 &+= keyStep1
        }
        return (c0, c1, c2, c3)
    }

    private static let rounds = 10
    private static let multiplier0: UInt32 = 0xD251_1F53
    private static let multiplier1: UInt32 = 0xCD9E_8D57
    // The golden ratio and the square root of three less one, as fractions of 2^32.
    private static let keyStep0: UInt32 = 0x9E37_79B9
    private static let keyStep1: UInt32 = 0xBB67_AE85
}
