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
        let columns = input.values.columns
        support = input.values.elements.withUnsafeBufferPointer { values in
            input.weights.withUnsafeBufferPointer { weights in
                Matrix(rows: input.values.rows, columns: members.count) { unit, place in
                    let member = members[place]
                    guard member != unit else { return 0 }
                    let (own, other) = (unit * columns, member * columns)
                    var sum = 0.0
                    var k = 0
                    while k < columns {
                        let (value, rival) = (values[own + k], values[other + k])
                        if value > rival {
                            sum += weights[k]
                        } else if value == rival {
                            sum += weights[k] / 2
                        }
                        k += 1
                    }
                    return sum
                }
            }
        }
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
