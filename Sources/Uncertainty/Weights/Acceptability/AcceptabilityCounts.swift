/// What is counted over draws, by column of scores; adds up over pieces of the draws.
struct AcceptabilityCounts: Sendable {
    let columns: Int
    let members: Int
    let indicators: Int
    /// How many places are counted one by one.
    let places: Int
    let countsOrders: Bool
    private let countsAllPlaces: Bool

    var draws = 0
    /// columns x places.
    var ranks: [Int]
    var first: [Int]
    /// Sums over blocks of (first places in the block)^2 and of (first places) x (draws), for errors by blocks.
    var firstSquared: [Int]
    var firstTimesDraws: [Int]
    var blocks = 0
    var drawsSquared = 0
    /// Sums of ranks and of their squares, where not all places are counted.
    private var rankSums: [Int]
    private var rankSquares: [Int]
    /// Sums of weights, and of their squares, over the draws with a first place; columns x K.
    var weightSums: [Double]
    var weightSquares: [Double]
    /// members x members; empty if not asked for. 32 bits hold a thousand million draws, and twice as many counts fit
    /// into a vector.
    var wins: [Int32]
    /// How often each order came; places of the class as the key.
    var orders: [[Int32]: Int] = [:]

    init(columns: Int, members: Int, indicators: Int, detail: AcceptabilityDetail) {
        self.columns = columns
        self.members = members
        self.indicators = indicators
        let all = columns > members ? members + 1 : members
        places = max(0, min(detail.places ?? all, all))
        countsAllPlaces = places == all
        countsOrders = detail.countsOrders
        ranks = Array(repeating: 0, count: columns * places)
        first = Array(repeating: 0, count: columns)
        (firstSquared, firstTimesDraws, rankSums, rankSquares) = (first, first, first, first)
        weightSums = Array(repeating: 0, count: columns * indicators)
        weightSquares = weightSums
        wins = Array(repeating: 0, count: detail.countsPairs ? members * members : 0)
    }

    /// Counts the first `rows` rows of a block.
    mutating func count(
        _ scores: UnsafeBufferPointer<Double>, weights: UnsafeBufferPointer<Double>, rows: Int,
        ranker: RowRanker
    ) {
        var firstInBlock = [Int](repeating: 0, count: columns)
        for row in 0..<rows {
            ranker.rank(UnsafeBufferPointer(rebasing: scores[(row * columns)..<((row + 1) * columns)]))
            countPlaces(ranker.places)
            let rowWeights = UnsafeBufferPointer(
                rebasing: weights[(row * indicators)..<((row + 1) * indicators)])
            for leader in 0..<ranker.leaders {
                countFirst(Int(ranker.order[leader]), rowWeights, &firstInBlock)
            }
            for column in members..<columns where ranker.places[column] == 0 {
                countFirst(column, rowWeights, &firstInBlock)
            }
            if !wins.isEmpty { countWins(ranker.places) }
            if countsOrders { orders[Array(ranker.places[..<members]), default: 0] += 1 }
        }
        draws += rows
        blocks += 1
        drawsSquared += rows * rows
        for column in 0..<columns {
            first[column] += firstInBlock[column]
            firstSquared[column] += firstInBlock[column] * firstInBlock[column]
            firstTimesDraws[column] += firstInBlock[column] * rows
        }
    }

    private mutating func countPlaces(_ ranked: UnsafeMutableBufferPointer<Int32>) {
        let (columns, places) = (columns, places)
        ranks.withUnsafeMutableBufferPointer { ranks in
            if countsAllPlaces {
                for column in 0..<columns { ranks[column &* places &+ Int(ranked[column])] &+= 1 }
            } else {
                for column in 0..<columns where ranked[column] < places {
                    ranks[column &* places &+ Int(ranked[column])] &+= 1
                }
            }
        }
        guard !countsAllPlaces else { return }
        rankSums.withUnsafeMutableBufferPointer { sums in
            for column in 0..<columns { sums[column] += Int(ranked[column]) + 1 }
        }
        rankSquares.withUnsafeMutableBufferPointer { squares in
            for column in 0..<columns {
                let rank = Int(ranked[column]) + 1
                squares[column] += rank * rank
            }
        }
    }

    private mutating func countFirst(
        _ column: Int, _ weights: UnsafeBufferPointer<Double>, _ firstInBlock: inout [Int]
    ) {
        firstInBlock[column] += 1
        for k in 0..<indicators {
            weightSums[column * indicators + k] += weights[k]
            weightSquares[column * indicators + k] += weights[k] * weights[k]
        }
    }

    private mutating func countWins(_ ranked: UnsafeMutableBufferPointer<Int32>) {
        let members = members
        wins.withUnsafeMutableBufferPointer { wins in
            for i in 0..<members {
                let row = UnsafeMutableBufferPointer(rebasing: wins[(i * members)..<((i + 1) * members)])
                let rank = ranked[i]
                for j in 0..<members { row[j] &+= rank < ranked[j] ? 1 : 0 }
            }
        }
    }

    /// The sum of a column's ranks, and that of their squares.
    func rankMoments(of column: Int) -> (sum: Int, squares: Int) {
        guard countsAllPlaces else { return (rankSums[column], rankSquares[column]) }
        return (0..<places).reduce((0, 0)) { moments, place in
            let (count, rank) = (ranks[column * places + place], place + 1)
            return (moments.0 + count * rank, moments.1 + count * rank * rank)
        }
    }

    /// Adds the counts of later draws.
    mutating func add(_ later: AcceptabilityCounts) {
        func sum<Number: AdditiveArithmetic>(_ total: inout [Number], _ more: [Number]) {
            for place in total.indices { total[place] += more[place] }
        }
        draws += later.draws
        blocks += later.blocks
        drawsSquared += later.drawsSquared
        sum(&ranks, later.ranks)
        sum(&first, later.first)
        sum(&firstSquared, later.firstSquared)
        sum(&firstTimesDraws, later.firstTimesDraws)
        sum(&rankSums, later.rankSums)
        sum(&rankSquares, later.rankSquares)
        sum(&weightSums, later.weightSums)
        sum(&weightSquares, later.weightSquares)
        sum(&wins, later.wins)
        orders.merge(later.orders, uniquingKeysWith: +)
    }
}
