internal import LinearAlgebra

/// How much of the weight speaks for each unit over each unit of the class (OECD/JRC Handbook 2008, chapter 6.4:
/// the outranking matrix of the non-compensatory multi-criteria approach), one unit at a time.
struct OutrankingRows {
    /// C units of the class, in their order.
    let members: [Int]
    private let input: Aggregation.Input
    /// Indicator by indicator, the values of the members.
    private let rivals: [Double]

    /// - Throws: `ScoringFailure.noAnswer` for a class without units.
    init(_ input: Aggregation.Input) throws(ScoringFailure) {
        let members = try input.members()
        self.members = members
        self.input = input
        rivals = (0..<input.values.columns).flatMap { k in members.map { input.values[$0, k] } }
    }

    /// The support of a unit over each member: the weight of the indicators on which it is better, plus half the weight
    /// of those on which they are equal; 0 where the two are one unit. For all members at once, so that they fill vectors.
    ///
    /// - Parameter row: receives C numbers.
    func fill(_ row: inout [Double], of unit: Int) {
        let count = members.count
        row.withUnsafeMutableBufferPointer { row in
            rivals.withUnsafeBufferPointer { rivals in
                for place in 0..<count { row[place] = 0 }
                for k in 0..<input.values.columns {
                    let (own, weight) = (input.values[unit, k], input.weights[k])
                    for place in 0..<count {
                        let rival = rivals[k &* count &+ place]
                        row[place] += weight * (own > rival ? 1 : own == rival ? 0.5 : 0)
                    }
                }
            }
        }
        if input.isReference[unit], let own = place(of: unit) { row[own] = 0 }
    }

    /// The place of a unit among the members, which are ascending.
    private func place(of unit: Int) -> Int? {
        var (low, high) = (0, members.count)
        while low < high {
            let middle = low + (high - low) / 2
            if members[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low] == unit ? low : nil
    }

    /// How many members a unit has a majority over, is level with, and has one against it, itself left out.
    ///
    /// - Parameter row: of the unit, as `fill` makes it.
    func majorities(of unit: Int, in row: [Double]) -> (won: Int, tied: Int, lost: Int) {
        var (won, lost) = (0, 0)
        var rivals = members.count
        let count = members.count
        row.withUnsafeBufferPointer { support in
            members.withUnsafeBufferPointer { members in
                for place in 0..<count {
                    let margin = 2 * support[place] - 1
                    let isOther = members[place] != unit
                    rivals &-= isOther ? 0 : 1
                    won &+= isOther && margin > OutrankingMatrix.tolerance ? 1 : 0
                    lost &+= isOther && margin < -OutrankingMatrix.tolerance ? 1 : 0
                }
            }
        }
        return (won, rivals - won - lost, lost)
    }
}
