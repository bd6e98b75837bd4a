public import WorkPieces
public import Scoring

/// The scores and ranks of a class under one specification, freed from zero point and unit.
public struct ScoreProfile: Sendable {
    /// P ranks, 0 for a unit that is not ranked.
    public let ranks: [Int32]
    /// P scores less the class's mean over its standard deviation (n - 1); 0 for a unit that is not ranked, and for
    /// all when every score of the class is the same.
    public let standardised: [Double]

    /// - Parameters:
    ///   - scores: P, nil for none.
    ///   - ranking: of the class among these units, on these scores.
    public init(scores: [Double?], ranking: Ranking) {
        ranks = ranking.ranks.map { Int32($0 ?? 0) }
        let members = scores.indices.filter { ranking.ranks[$0] != nil }
        let values = members.map { scores[$0] ?? 0 }
        var result = [Double](repeating: 0, count: scores.count)
        if values.count > 1, values.contains(where: { $0 != values[0] }) {
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let spread = (squares / Double(values.count - 1)).squareRoot()
            if spread > 0 {
                for (unit, value) in zip(members, values) { result[unit] = (value - mean) / spread }
            }
        }
        standardised = result
    }

    /// Whether two specifications rank the same units alike and give them scores that are, within a tolerance, a
    /// positive multiple of one another plus a constant.
    public func isSame(as other: ScoreProfile, tolerance: Double) -> Bool {
        ranks == other.ranks
            && zip(standardised, other.standardised).allSatisfy { abs($0 - $1) <= tolerance }
    }
}

extension ScoreProfile: Storable {
    public func write(to bytes: inout PieceWriter) {
        ranks.map(Int.init).write(to: &bytes)
        standardised.write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let ranks = try [Int](from: &bytes)
        guard ranks.allSatisfy({ (0...Int(Int32.max)).contains($0) }) else { throw PieceDamage() }
        self.ranks = ranks.map(Int32.init)
        standardised = try [Double](from: &bytes)
    }
}
