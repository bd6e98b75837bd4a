internal import Foundation

/// Points of the simplex from uniforms.
enum UniformSimplex {
    /// Turns uniforms in (0, 1) into shares above zero that sum to one.
    static func fromUniforms(_ row: UnsafeMutableBufferPointer<Double>) {
        var sum = 0.0
        for k in 0..<row.count {
            row[k] = -log(row[k])
            sum += row[k]
        }
        for k in 0..<row.count { row[k] /= sum }
    }

    /// Sorts the entries at some positions, the largest into the first.
    static func sortDescending(_ row: UnsafeMutableBufferPointer<Double>, at positions: [Int]) {
        for next in positions.indices.dropFirst() {
            var place = next
            while place > 0, row[positions[place - 1]] < row[positions[place]] {
                row.swapAt(positions[place - 1], positions[place])
                place -= 1
            }
        }
    }
}
