internal import LinearAlgebra

/// Which share of the variance of an output every subset of the choices that vary explains:
/// S(u) = Var(E[Y | X(u)]) / Var(Y) over the rows of a choice table, all with the same weight.
struct ExplainedShares {
    /// 2^d shares; bit j of the place stands for the j-th choice that varies.
    let values: [Double]

    /// - Parameters:
    ///   - deviations: N outputs less their mean, not all zero.
    init(of deviations: [Double], in table: ChoiceTable) {
        let columns = table.varyingChoices.map { (table.columns[$0], table.optionCounts[$0]) }
        // The last few choices are fixed in each piece of work; the number of pieces depends on the table alone.
        let fixed = min(columns.count, 4)
        let free = columns.count - fixed
        let total = deviations.reduce(0) { $0 + $1 * $1 }
        let pieces = parallelMap(count: 1 << fixed) { piece in
            var partition = Partition(rows: table.rows)
            for bit in 0..<fixed where piece >> bit & 1 == 1 {
                partition = partition.refined(by: columns[free + bit].0, options: columns[free + bit].1)
            }
            var shares = [Double](repeating: 0, count: 1 << free)
            /// Fills the places of a subset and of those that only add choices from `first` on.
            func fill(_ subset: Int, _ partition: Partition, from first: Int) {
                shares[subset] = partition.squaredGroupSums(of: deviations) / total
                for choice in first..<free {
                    fill(
                        subset | 1 << choice,
                        partition.refined(by: columns[choice].0, options: columns[choice].1),
                        from: choice + 1)
                }
            }
            fill(0, partition, from: 0)
            return shares
        }
        values = pieces.flatMap { $0 }
    }
}
