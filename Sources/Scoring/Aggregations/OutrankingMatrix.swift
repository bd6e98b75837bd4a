internal import LinearAlgebra

/// How much of the weight speaks for each unit over each unit of the class (OECD/JRC Handbook 2008, chapter 6.4:
/// the outranking matrix of the non-compensatory multi-criteria approach).
struct OutrankingMatrix {
    /// The units of the class, in their order.
    let members: [Int]
    /// P x C: the weight of the indicators on which the unit is better than the member, plus half the weight of
    /// those on which they are equal; 0 where the two are one unit.
    let support: Matrix

    /// - Throws: `ScoringFailure.noAnswer` for a class without units.
    init(_ input: Aggregation.Input) throws(ScoringFailure) {
        let members = try input.members()
        self.members = members
        support = Self.support(input, members: members)
    }

    /// Sums over the indicators of weight x (1, 1/2 or 0), for all members at once so that they fill vectors.
    private static func support(_ input: Aggregation.Input, members: [Int]) -> Matrix {
        let (rows, columns, count) = (input.values.rows, input.values.columns, members.count)
        // Indicator by indicator, the values of the members.
        var rivals = [Double](repeating: 0, count: columns * count)
        for k in 0..<columns {
            for (place, member) in members.enumerated() {
                rivals[k * count + place] = input.values[member, k]
            }
        }
        var sums = [Double](repeating: 0, count: rows * count)
        sums.withUnsafeMutableBufferPointer { sums in
            rivals.withUnsafeBufferPointer { rivals in
                for unit in 0..<rows {
                    for k in 0..<columns {
                        let (own, weight) = (input.values[unit, k], input.weights[k])
                        for place in 0..<count {
                            let rival = rivals[k &* count &+ place]
                            sums[unit &* count &+ place] +=
                                weight * (own > rival ? 1 : own == rival ? 0.5 : 0)
                        }
                    }
                }
            }
            for (place, member) in members.enumerated() { sums[member * count + place] = 0 }
        }
        return Matrix(rows: rows, columns: count, elements: sums)
    }

    /// Support less the support of the other side, 2 support - 1, because weights sum to one; what is left of
    /// rounding is 0. For different units.
    func margin(_ unit: Int, overMemberAt place: Int) -> Double {
        let margin = 2 * support[unit, place] - 1
        return abs(margin) > Self.tolerance ? margin : 0
    }

    /// How many members a unit has a majority over, is level with, and has one against it, itself left out.
    func majorities(of unit: Int) -> (won: Int, tied: Int, lost: Int) {
        var (won, lost) = (0, 0)
        var rivals = members.count
        let (first, count) = (unit * members.count, members.count)
        support.elements.withUnsafeBufferPointer { support in
            members.withUnsafeBufferPointer { members in
                for place in 0..<count {
                    let margin = 2 * support[first &+ place] - 1
                    let isOther = members[place] != unit
                    rivals &-= isOther ? 0 : 1
                    won &+= isOther && margin > Self.tolerance ? 1 : 0
                    lost &+= isOther && margin < -Self.tolerance ? 1 : 0
                }
            }
        }
        return (won, rivals - won - lost, lost)
    }

    /// Margins below this are ties: the weights of a sum that should be one half add up to it but for rounding.
    static let tolerance = 1e-12
}
