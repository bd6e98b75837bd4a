internal import Scoring

extension Multiverse {
    /// The share of the distinct specifications in which the target has rank 1, alone or with others: M of the
    /// decision rule; nil without rows.
    public var shareFirst: Double? { share { $0.rank == 1 } }

    /// The share in which it has rank 1 alone.
    public var shareFirstUntied: Double? { share { $0.rank == 1 && $0.tieSize == 1 } }

    /// Later specifications that are the same as a row in all but name.
    public var duplicates: Int { rows.reduce(0) { $0 + $1.duplicates.count } }

    /// How many rows give the target rank 1, 2, ..., up to the worst that occurs.
    public var rankCounts: [Int] {
        var counts = [Int](repeating: 0, count: rows.map(\.rank).max() ?? 0)
        for row in rows { counts[row.rank - 1] += 1 }
        return counts
    }

    /// The median of the target's ranks, the mean of the middle two for an even number; nil without rows.
    public var medianRank: Double? {
        let ranks = rows.map(\.rank).sorted()
        guard !ranks.isEmpty else { return nil }
        return Double(ranks[(ranks.count - 1) / 2] + ranks[ranks.count / 2]) / 2
    }

    /// A quantile of the target's ranks, linear between the order statistics; nil without rows.
    ///
    /// - Parameter probability: 0 to 1.
    public func rankQuantile(_ probability: Double) -> Double? {
        let ranks = rows.map { Double($0.rank) }.sorted()
        return ranks.isEmpty ? nil : quantile(ofSorted: ranks, probability)
    }

    /// The rows of one option of one choice, side by side with those of the others.
    public struct OptionSummary: Hashable, Sendable {
        public let choice: MultiverseChoice
        public let option: String
        public let rows: Int
        /// The mean of the target's ranks over these rows.
        public let meanRank: Double
        public let shareFirst: Double
    }

    /// One summary for each option of a choice that varies, where it occurs in the rows.
    public var optionSummaries: [OptionSummary] {
        choices.enumerated().flatMap { place, choice in
            choice.options.enumerated().compactMap { code, option -> OptionSummary? in
                let own = rows.filter { $0.codes[place] == code }
                guard !own.isEmpty, choice.options.count > 1 else { return nil }
                return OptionSummary(
                    choice: choice.id, option: option, rows: own.count,
                    meanRank: Double(own.reduce(0) { $0 + $1.rank }) / Double(own.count),
                    shareFirst: Double(own.count { $0.rank == 1 }) / Double(own.count))
            }
        }
    }

    /// The ids of the options that a list of codes stands for, one a choice.
    public func options(of codes: [Int]) -> [String] {
        zip(choices, codes).map { $0.options[$1] }
    }

    /// The places of the rows in the order of a specification curve (Simonsohn, Simmons & Nelson 2020): from the best
    /// rank to the worst, inside a rank from the largest margin over the score range to the smallest.
    public var curve: [Int] {
        func position(_ row: Row) -> Double { row.scoreRange > 0 ? row.margin / row.scoreRange : 0 }
        return rows.indices.sorted { a, b in
            let (left, right) = (rows[a], rows[b])
            if left.rank != right.rank { return left.rank < right.rank }
            let (first, second) = (position(left), position(right))
            return first != second ? first > second : a < b
        }
    }

    private func share(_ holds: (Row) -> Bool) -> Double? {
        rows.isEmpty ? nil : Double(rows.count(where: holds)) / Double(rows.count)
    }
}
