internal import LinearAlgebra

/// All rows of `OutrankingRows` together, for methods that need every pair at once.
struct OutrankingMatrix {
    /// Beyond this many units (32 MB) there is no matrix.
    static let mostUnits = 2_000

    /// The units of the class, in their order.
    let members: [Int]
    /// P x C: the support of each unit over each member.
    let support: Matrix

    /// - Throws: `ScoringFailure.noAnswer` for a class without units, or of too many.
    init(_ input: Aggregation.Input) throws(ScoringFailure) {
        let rows = try OutrankingRows(input)
        members = rows.members
        let (units, count) = (input.values.rows, rows.members.count)
        guard max(units, count) <= Self.mostUnits else {
            throw .noAnswer(
                reason:
                    "it compares all pairs of \(units) units with one another, and up to \(Self.mostUnits) units are taken"
            )
        }
        var elements: [Double] = []
        elements.reserveCapacity(units * count)
        var row = [Double](repeating: 0, count: count)
        for unit in 0..<units {
            rows.fill(&row, of: unit)
            elements += row
        }
        support = Matrix(rows: units, columns: count, elements: elements)
    }

    /// Support less the support of the other side, 2 support - 1, because weights sum to one; what is left of
    /// rounding is 0. For different units.
    func margin(_ unit: Int, overMemberAt place: Int) -> Double {
        let margin = 2 * support[unit, place] - 1
        return abs(margin) > Self.tolerance ? margin : 0
    }

    /// Margins below this are ties: the weights of a sum that should be one half add up to it but for rounding.
    static let tolerance = 1e-12
}
