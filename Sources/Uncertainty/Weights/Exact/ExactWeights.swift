internal import LinearAlgebra
internal import LinearPrograms
internal import Scoring

/// Exact answers, by linear programs, to which weights put a unit first.
///
/// With complete data a score is linear in the indicators' weights, nested or not: a nested weight is the product of
/// shares, and these products reach all of the simplex. With gaps each unit has its own products and scores are ratios,
/// so that tables with gaps are refused. (Shares inside dimensions that are held fixed make scores linear in the weights
/// of dimensions; ask that of the table of dimension scores.) Under the geometric mean all of this is said of
/// logarithms, with the same order.
public struct ExactWeights: Sendable {
    let space: WeightSpace
    /// P x K values as they are added up, over `range`.
    let values: Matrix
    /// The difference between the largest and the smallest value of all; 1 if they are equal.
    let range: Double
    /// The members of the class.
    let members: [Int]
    private let observed: Matrix

    /// Leads up to this share of `range` count as none: the solver keeps its bounds no better.
    static let tolerance = LinearProgramSolver.tolerance

    /// - Throws: `WeightFailure` for gaps, values that are uncertain, or another tree than the space's.
    public init(_ units: WeightedUnits, space: WeightSpace) throws(WeightFailure) {
        guard space.hierarchy.levels.map(\.parents) == units.hierarchy.levels.map(\.parents) else {
            throw .mismatched(reason: "the weights belong to another tree than that of the units")
        }
        guard case .fixed(let table) = units.values else {
            throw .mismatched(reason: "exact weights are those of values that are certain")
        }
        let members = (0..<units.units).filter {
            units.isReference[$0] && units.observed.row($0).contains(1)
        }
        observed = units.observed
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        for unit in members {
            for value in table.row(unit) { (lowest, highest) = (min(lowest, value), max(highest, value)) }
        }
        let range = highest > lowest ? highest - lowest : 1
        self.space = space
        self.members = members
        self.range = range
        values = table.map { $0 / range }
        for unit in members { try requireComplete(unit) }
    }

    /// Values of a unit less those of another; K, in shares of the range.
    func lead(of unit: Int, over other: Int) -> [Double] {
        zip(values.row(unit), values.row(other)).map { $0 - $1 }
    }

    /// The members of the class other than a unit.
    func rivals(of unit: Int) -> [Int] { members.filter { $0 != unit } }

    /// Makes sure that there is such a unit, of the class or not, and that all of its values are observed.
    func requireComplete(_ unit: Int) throws(WeightFailure) {
        guard observed.rowIndices.contains(unit) else {
            throw .mismatched(reason: "there is no unit \(unit + 1) among \(observed.rows)")
        }
        if let gap = observed.row(unit).firstIndex(of: 0) { throw .gap(unit: unit, indicator: gap) }
    }

    /// The largest value of sum w(k) lead(k) over the space.
    func largest(_ lead: [Double], _ program: WeightProgram) throws(WeightFailure) -> Double {
        guard !space.constraints.isEmpty else { return lead.reduce(-.infinity, max) }
        let optimum = try program.solve(
            LinearProgram(.maximise, costs: lead, rows: space.rows(columns: lead.count)))
        guard let optimum else { throw .solverStopped(reason: "no weights keep the constraints") }
        return optimum.objective
    }
}
