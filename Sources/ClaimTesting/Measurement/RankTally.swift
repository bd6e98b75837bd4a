import WorkPieces

/// How often one dyad had each rank, kept from the best to the worst rank that occurs.
struct RankTally: Hashable, Sendable {
    /// The rank of the first count.
    private var first = 1
    private var counts: [Int] = []

    /// All ranks that were counted.
    private(set) var total = 0

    subscript(rank: Int) -> Int {
        counts.indices.contains(rank - first) ? counts[rank - first] : 0
    }

    /// Counts a rank, from 1, some number of times.
    mutating func add(_ rank: Int, times: Int = 1) {
        if counts.isEmpty { first = rank }
        if rank < first {
            counts.insert(contentsOf: repeatElement(0, count: first - rank), at: 0)
            first = rank
        }
        if rank - first >= counts.count {
            counts += repeatElement(0, count: rank - first - counts.count + 1)
        }
        counts[rank - first] += times
        total += times
    }

    mutating func add(_ other: RankTally) {
        for (place, count) in other.counts.enumerated() where count > 0 {
            add(other.first + place, times: count)
        }
    }

    /// The ranks that occur with their counts, ascending.
    var occurring: [(rank: Int, count: Int)] {
        counts.enumerated().compactMap { $1 > 0 ? (first + $0, $1) : nil }
    }

    /// How often the rank was at most this one.
    func count(atMost rank: Int) -> Int {
        counts.prefix(max(0, rank - first + 1)).reduce(0, +)
    }

    /// The smallest rank that is not exceeded in at least this share of the counts; nil without any.
    func quantile(_ probability: Double) -> Int? {
        guard total > 0 else { return nil }
        var sum = 0
        for (rank, count) in occurring {
            sum += count
            if Double(sum) >= probability * Double(total) { return rank }
        }
        return first + counts.count - 1
    }
}

extension RankTally: Storable {
    func write(to bytes: inout PieceWriter) {
        first.write(to: &bytes)
        counts.write(to: &bytes)
    }
    init(from bytes: inout PieceReader) throws(PieceDamage) {
        first = try Int(from: &bytes)
        counts = try [Int](from: &bytes)
        guard first >= 1, counts.allSatisfy({ $0 >= 0 }) else { throw PieceDamage() }
        total = counts.reduce(0, +)
    }
}
