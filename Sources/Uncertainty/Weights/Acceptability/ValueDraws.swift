public import LinearAlgebra

/// Uncertain values as draws: a table of P units x K normalised indicators for each.
public struct ValueDraws: Sendable {
    public let count: Int
    /// P x K; 1 where a value is observed in every draw, 0 where it is missing in every draw.
    public let observed: Matrix
    /// The table of a draw, which depends on the index alone; finite numbers, what stands at gaps is not read.
    let table: @Sendable (_ draw: Int) -> Matrix

    public init(count: Int, observed: Matrix, table: @escaping @Sendable (_ draw: Int) -> Matrix) {
        self.count = count
        self.observed = observed
        self.table = table
    }
}
