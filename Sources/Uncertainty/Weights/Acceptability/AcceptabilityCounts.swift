internal import WorkPieces

/// What is counted over draws, by column of scores: whole numbers, so that parts of the draws add up to the same in any
/// order.
struct AcceptabilityCounts: Sendable {
    var draws = 0
    /// Followed columns x places.
    var ranks: [Int]
    var first: [Int]
    /// Sums over blocks of (first places in the block)^2 and of (first places) x (draws), for errors by blocks.
    var firstSquared: [Int]
    var firstTimesDraws: [Int]
    var blocks = 0
    var drawsSquared = 0
    /// Sums of ranks and of their squares; empty if not asked for.
    var rankSums: [Int]
    var rankSquares: [Int]
    /// Weights, over the draws with a first place; columns x K.
    var weights: WeightSums
    /// Winners x members. 32 bits hold a thousand million draws.
    var wins: [Int32]
    /// How often each order came; places of the class as the key.
    var orders: [[UInt16]: Int] = [:]

    init(_ layout: AcceptabilityLayout) {
        ranks = Array(repeating: 0, count: layout.followed.count * layout.places)
        first = Array(repeating: 0, count: layout.columns)
        (firstSquared, firstTimesDraws) = (first, first)
        rankSums = layout.detail.countsMeanRanks ? first : []
        rankSquares = rankSums
        weights = WeightSums(count: layout.columns * layout.indicators)
        wins = Array(repeating: 0, count: layout.winners.count * layout.members)
    }

    /// Adds the counts of other draws.
    mutating func add(_ other: AcceptabilityCounts) {
        draws += other.draws
        blocks += other.blocks
        drawsSquared += other.drawsSquared
        ranks.add(other.ranks)
        first.add(other.first)
        firstSquared.add(other.firstSquared)
        firstTimesDraws.add(other.firstTimesDraws)
        rankSums.add(other.rankSums)
        rankSquares.add(other.rankSquares)
        weights.add(other.weights)
        wins.add(other.wins)
        orders.merge(other.orders, uniquingKeysWith: +)
    }
}

extension AcceptabilityCounts: Storable {
    func write(to bytes: inout PieceWriter) {
        for number in [draws, blocks, drawsSquared] { number.write(to: &bytes) }
        for list in [ranks, first, firstSquared, firstTimesDraws, rankSums, rankSquares, wins.map(Int.init)] {
            list.write(to: &bytes)
        }
        weights.write(to: &bytes)
        bytes.write(integer: orders.count)
        for (order, count) in orders.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            order.map(Int.init).write(to: &bytes)
            count.write(to: &bytes)
        }
    }

    init(from bytes: inout PieceReader) throws(PieceDamage) {
        draws = try Int(from: &bytes)
        blocks = try Int(from: &bytes)
        drawsSquared = try Int(from: &bytes)
        ranks = try [Int](from: &bytes)
        first = try [Int](from: &bytes)
        firstSquared = try [Int](from: &bytes)
        firstTimesDraws = try [Int](from: &bytes)
        rankSums = try [Int](from: &bytes)
        rankSquares = try [Int](from: &bytes)
        wins = try [Int](from: &bytes).map { Int32(truncatingIfNeeded: $0) }
        weights = try WeightSums(from: &bytes)
        for _ in 0..<(try bytes.readCount()) {
            let order = try [Int](from: &bytes).map { UInt16(truncatingIfNeeded: $0) }
            orders[order] = try Int(from: &bytes)
        }
    }
}

extension Array where Element: AdditiveArithmetic {
    /// Adds numbers place by place; both have the same length.
    mutating func add(_ others: some Collection<Element>) {
        for (place, other) in zip(indices, others) { self[place] += other }
    }
}
