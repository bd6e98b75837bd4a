internal import LinearAlgebra
internal import LinearPrograms

/// The programs of the benefit of the doubt: columns are the weights, in units of one over their indicator's largest
/// value; rows are the units of the class, then a lower and an upper limit for each indicator.
struct BenefitOfTheDoubtProgram {
    private let indicators: Matrix
    private let limits: ShareLimits
    private let base: LinearProgram
    /// What the columns have to be divided by; 1 for an indicator that is zero for all.
    let sizes: [Double]

    init(indicators: Matrix, reference: [Int], limits: ShareLimits) {
        self.indicators = indicators
        self.limits = limits
        let count = indicators.columns
        let sizes = (0..<count).map { k in
            let largest = indicators.column(k).max() ?? 0
            return largest > 0 ? largest : 1
        }
        self.sizes = sizes
        var base = LinearProgram(
            .maximise, columns: count, rows: reference.count + (limits == .none ? 0 : 2 * count))
        for (row, unit) in reference.enumerated() {
            for k in 0..<count { base[row, k] = indicators[unit, k] / sizes[k] }
            base.rowBounds[row] = .atMost(1)
        }
        for k in 0..<count where limits != .none {
            base.rowBounds[reference.count + 2 * k] = .atLeast(0)
            base.rowBounds[reference.count + 2 * k + 1] = .atMost(0)
        }
        self.base = base
    }

    func program(for unit: Int) -> LinearProgram {
        var program = base
        let count = indicators.columns
        let own = (0..<count).map { indicators[unit, $0] / sizes[$0] }
        program.costs = own
        guard let ranges = limits.ranges else { return program }
        let first = program.rows - 2 * count
        // The parts are only compared with one another; over the largest, tolerances are relative to the unit.
        let largest = own.max() ?? 0
        for k in 0..<count {
            for m in 0..<count {
                let part =
                    if case .weights = limits { sizes[k] / sizes[m] } else {
                        largest > 0 ? own[m] / largest : 0
                    }
                // The share's numerator less the limit times its denominator.
                let whole = m == k ? part : 0
                program[first + 2 * k, m] = whole - ranges[k].lowerBound * part
                program[first + 2 * k + 1, m] = whole - ranges[k].upperBound * part
            }
        }
        return program
    }
}
