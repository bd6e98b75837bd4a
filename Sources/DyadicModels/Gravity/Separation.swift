import LinearAlgebra

/// The observations that a combination of the columns separates, ascending.
///
/// Of the combinations that vanish wherever y > 0 a basis is formed: there is one for every column that depends on
/// the others on those observations, so that without such a column nothing is separated (Santos Silva & Tenreyro
/// 2010). Among the combinations the iterative rectifier (Correia, Guimarães & Zylkin 2019) looks for one that is
/// nowhere negative: u = 1 is projected on them, what is negative is set to zero, and so on. It ends when
/// nothing is below -1e-8; observations above 1e-5 of the largest are separated. The search is repeated
/// without them until it finds none. If a combination c >= 0 exists, then <z, c> never falls below sum c on the way
/// (projection leaves it alone, setting negative z to zero cannot lower it), so that the largest z stays at 1
/// or above: once it is below, nothing is separated.
///
/// - Throws: `PoissonFailure.notFinite`, or `.separationUndecided` when the rectifier does not end.
func findSeparated(outcome: [Double], design: Matrix) throws(PoissonFailure) -> [Int] {
    var separated: [Int] = []
    var zeros = outcome.indices.filter { outcome[$0] == 0 }
    let positive = design.selecting(rows: outcome.indices.filter { outcome[$0] > 0 })
    while !zeros.isEmpty {
        let combinations = try vanishingCombinations(on: positive, at: design.selecting(rows: zeros))
        guard combinations.columns > 0 else { break }
        let found = try rectified(combinations)
        guard !found.isEmpty else { break }
        separated += found.map { zeros[$0] }
        let isFound = Set(found)
        zeros = zeros.indices.filter { !isFound.contains($0) }.map { zeros[$0] }
    }
    return separated.sorted()
}

/// The values, at some rows, of a basis of the combinations that vanish on others; each of largest size 1.
///
/// Values within rounding of zero are set to zero, and combinations without any other value are left out.
private func vanishingCombinations(
    on positive: Matrix, at rows: Matrix
) throws(PoissonFailure) -> Matrix {
    let basis = try positive.independent()
    let isBasis = Set(basis)
    var combinations: [[Double]] = []
    do {
        let factors = try PivotedQR(of: positive.selecting(columns: basis))
        let (basisRows, basisPositive) = (rows.selecting(columns: basis), positive.selecting(columns: basis))
        for column in 0..<positive.columns where !isBasis.contains(column) {
            let weights = factors.leastSquares(positive.column(column))
            // What rounding can make of a zero is measured by the largest terms of the combination.
            let sizes = weights.map { abs($0) }
            func largestTerms(_ basis: Matrix, _ own: [Double]) -> Double {
                zip(basis.map { abs($0) }.times(sizes), own).reduce(0) { max($0, $1.0 + abs($1.1)) }
            }
            let rounding =
                1e-9
                * max(
                    largestTerms(basisRows, rows.column(column)),
                    largestTerms(basisPositive, positive.column(column)))
            let values = zip(rows.column(column), basisRows.times(weights)).map { own, combined in
                abs(own - combined) <= rounding ? 0 : own - combined
            }
            let largest = values.reduce(0) { max($0, abs($1)) }
            if largest > 0 { combinations.append(values.map { $0 / largest }) }
        }
    } catch {
        throw .notFinite
    }
    return Matrix(rows: rows.rows, columns: combinations.count) { combinations[$1][$0] }
}

/// The rows on which some combination of the columns is positive while it is negative on none.
private func rectified(
    _ combinations: Matrix, maximumIterations: Int = 20_000
) throws(PoissonFailure) -> [Int] {
    do {
        let factors = try PivotedQR(of: combinations)
        var target = [Double](repeating: 1, count: combinations.rows)
        for _ in 0..<maximumIterations {
            let values = combinations.times(factors.leastSquares(target))
            let largest = values.max() ?? 0
            guard largest > 0.99 else { return [] }
            if (values.min() ?? 0) >= -1e-8 {
                return values.indices.filter { values[$0] > 1e-5 * largest }
            }
            target = values.map { max($0, 0) }
        }
    } catch {
        throw .notFinite
    }
    throw .separationUndecided(iterations: maximumIterations)
}
