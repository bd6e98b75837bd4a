/// A linear program: the best value of sum_j c_j x_j over the x that keep every column x_j and every row
/// sum_j a_ij x_j within its bounds.
///
/// A plain value: change costs, bounds or coefficients and hand it to `LinearProgramSolver` again. Coefficients
/// are stored densely, which suits programs of up to some million of them.
public struct LinearProgram: Equatable, Sendable {
    public enum Sense: Sendable { case minimise, maximise }

    public var sense: Sense
    public let rows: Int
    public let columns: Int
    /// c, one a column.
    public var costs: [Double]
    /// One a column.
    public var columnBounds: [Bounds]
    /// One a row.
    public var rowBounds: [Bounds]
    /// a, column by column.
    private(set) var coefficients: [Double]

    /// A program whose costs and coefficients are zero, with columns not below zero and rows without bounds.
    public init(_ sense: Sense, columns: Int, rows: Int) {
        precondition(rows >= 0 && columns >= 0, "a program has no negative number of rows or columns")
        self.sense = sense
        self.rows = rows
        self.columns = columns
        costs = Array(repeating: 0, count: columns)
        columnBounds = Array(repeating: .notNegative, count: columns)
        rowBounds = Array(repeating: .free, count: rows)
        coefficients = Array(repeating: 0, count: rows * columns)
    }

    /// A program with columns not below zero, from its costs and from (coefficients, bounds) row by row.
    public init(_ sense: Sense, costs: [Double], rows: [(coefficients: [Double], bounds: Bounds)]) {
        self.init(sense, columns: costs.count, rows: rows.count)
        self.costs = costs
        for (i, row) in rows.enumerated() {
            precondition(row.coefficients.count == columns, "every row needs one coefficient a column")
            rowBounds[i] = row.bounds
            for j in 0..<columns { self[i, j] = row.coefficients[j] }
        }
    }

    /// The coefficient of a column in a row.
    public subscript(row: Int, column: Int) -> Double {
        get {
            checkIndices(row, column)
            return coefficients[column * rows + row]
        }
        set {
            checkIndices(row, column)
            coefficients[column * rows + row] = newValue
        }
    }

    private func checkIndices(_ row: Int, _ column: Int) {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the program")
    }
}
