/// Orthonormal bases by the modified method of Gram and Schmidt, each vector orthogonalised twice; for few dimensions.
enum OrthonormalBasis {
    /// An orthonormal basis of all vectors that are orthogonal to those given, which may depend on one another.
    ///
    /// - Parameter dimension: the length of every vector.
    static func complement(of vectors: [[Double]], dimension: Int) -> [[Double]] {
        var span: [[Double]] = []
        for vector in vectors {
            if let direction = remainder(of: vector, outside: span) { span.append(direction) }
        }
        let rank = span.count
        for k in 0..<dimension where span.count < dimension {
            let unit = (0..<dimension).map { $0 == k ? 1.0 : 0.0 }
            if let direction = remainder(of: unit, outside: span) { span.append(direction) }
        }
        return Array(span.dropFirst(rank))
    }

    /// The part of a vector outside a span, of length one; nil if less than 1e-9 of it is left.
    private static func remainder(of vector: [Double], outside span: [[Double]]) -> [Double]? {
        let length = dot(vector, vector).squareRoot()
        var rest = vector
        for _ in 0..<2 {
            for direction in span {
                let share = dot(rest, direction)
                for k in rest.indices { rest[k] -= share * direction[k] }
            }
        }
        let left = dot(rest, rest).squareRoot()
        return left > 1e-9 * length ? rest.map { $0 / left } : nil
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
