/// A dense matrix of doubles, row-major.
///
/// Invariant: `elements.count == rows * columns`.
public struct Matrix: Equatable, Sendable {
    public let rows: Int
    public let columns: Int
    public private(set) var elements: [Double]

    /// A matrix filled with one value.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        precondition(rows >= 0 && columns >= 0, "matrix dimensions must not be negative")
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: value, count: rows * columns)
    }

    /// A matrix whose element at (row, column) is `element(row, column)`.
    ///
    /// Inlined where it is called, as is reading an element: matrices are small here, and calls would cost more than
    /// what they do.
    @inlinable
    public init(rows: Int, columns: Int, element: (_ row: Int, _ column: Int) throws -> Double) rethrows {
        precondition(rows >= 0 && columns >= 0, "matrix dimensions must not be negative")
        // Room for one at least: see `parallelMap`.
        let elements = try [Double](unsafeUninitializedCapacity: max(1, rows * columns)) { buffer, count in
            for row in 0..<rows {
                for column in 0..<columns {
                    buffer[count] = try element(row, column)
                    count += 1
                }
            }
        }
        self.init(rows: rows, columns: columns, elements: elements)
    }

    /// A matrix of given elements, row by row; `rows` x `columns` of them.
    public init(rows: Int, columns: Int, elements: [Double]) {
        precondition(
            rows >= 0 && columns >= 0 && elements.count == rows * columns, "one element a row and column")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    public subscript(row: Int, column: Int) -> Double {
        @inlinable get {
            precondition(
                row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
            return elements[row * columns + column]
        }
        set {
            precondition(
                row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
            elements[row * columns + column] = newValue
        }
    }

    /// The elements of one column, from the first row to the last.
    @inlinable public func column(_ column: Int) -> [Double] {
        (0..<rows).map { self[$0, column] }
    }

    /// The elements of one row, from the first column to the last.
    public func row(_ row: Int) -> [Double] {
        Array(elements[(row * columns)..<((row + 1) * columns)])
    }

    /// A matrix of the same shape with `transform` applied to every element.
    @inlinable public func map(_ transform: (Double) throws -> Double) rethrows -> Matrix {
        Matrix(rows: rows, columns: columns, elements: try elements.map(transform))
    }

    /// The product of elements in the same place; both have the same shape.
    public func times(elementwise other: Matrix) -> Matrix {
        precondition(rows == other.rows && columns == other.columns, "shapes differ")
        var result = self
        other.elements.withUnsafeBufferPointer { factors in
            result.withUnsafeMutableElements { elements in
                for place in elements.indices { elements[place] *= factors[place] }
            }
        }
        return result
    }

    /// The indices of the rows.
    public var rowIndices: Range<Int> { 0..<rows }

    /// Direct access to the storage for the BLAS calls of this module.
    mutating func withUnsafeMutableElements<R>(_ body: (inout UnsafeMutableBufferPointer<Double>) -> R) -> R {
        elements.withUnsafeMutableBufferPointer { body(&$0) }
    }
}
