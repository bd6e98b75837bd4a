internal import LinearAlgebra

/// The principal components of K indicators, and the two ways in which weights follow from them.
struct ComponentAnalysis {
    private let names: [String]
    private let eigen: SymmetricEigen

    /// Eigenvalues, which sum to K, are equal or zero when they are within this of each other or of zero, times K.
    private static let tolerance = 1e-10

    /// - Throws: `ScoringFailure.undefined` for a constant indicator, `.noAnswer` for dependent ones.
    init(of table: ClassTable) throws(ScoringFailure) {
        names = table.names
        if let constant = table.columns.indices.first(where: table.isConstant) {
            throw table.undefined(
                constant, "has the same value for every unit of the class with complete data")
        }
        do throws(LinearAlgebraFailure) {
            eigen = try SymmetricEigen(of: correlationMatrix(of: table.columns))
        } catch {
            throw .noAnswer(reason: "pca: \(error)")
        }
        let count = names.count
        if eigen.values[count - 1] <= Self.tolerance * Double(count) {
            let vector = eigen.vectors.column(count - 1)
            let dependent = names.indices.filter { abs(vector[$0]) > 1e-6 }.map { names[$0] }
            throw .noAnswer(
                reason:
                    "pca: \(dependent.joined(separator: ", ")) are linearly dependent on the units of the class; leave one of them out"
            )
        }
    }

    private var details: [Weighting.Detail] {
        let total = Double(names.count)
        return [
            .init("eigenvalues", eigen.values), .init("share of variance", eigen.values.map { $0 / total }),
        ]
    }

    /// The entries of the first eigenvector.
    ///
    /// - Throws: `ScoringFailure.noAnswer` for a negative entry, or when the first two eigenvalues are equal.
    func first() throws(ScoringFailure) -> Weighting.Importance {
        guard isSeparated(after: 1) else {
            throw .noAnswer(
                reason: "pca: the first two eigenvalues are equal, so that there is no first component")
        }
        var vector = eigen.vectors.column(0)
        if vector.reduce(0, +) < 0 { vector = vector.map { -$0 } }
        vector = vector.map { abs($0) < Self.tolerance ? 0 : $0 }
        let against = vector.indices.filter { vector[$0] < 0 }.map { names[$0] }
        guard against.isEmpty else {
            throw .noAnswer(
                reason:
                    "pca: the first component has negative weights for \(against.joined(separator: ", ")); check the directions, leave them out, or use method: factors"
            )
        }
        let root = eigen.values[0].squareRoot()
        return .init(
            values: vector,
            details: details + [.init("components", [1]), .init("loadings 1", vector.map { $0 * root })])
    }

    /// The largest squared loadings on the retained components.
    ///
    /// - Throws: `ScoringFailure.inadmissible` for more components than indicators, `.noAnswer` where equal
    ///   eigenvalues leave the loadings undetermined.
    func factors(count given: Int?, isRotated: Bool) throws(ScoringFailure) -> Weighting.Importance {
        let count = given ?? retained
        guard count <= names.count else {
            throw .inadmissible(
                reason:
                    "pca keeps \(count) components of \(names.count) indicators; name at most \(names.count)")
        }
        for cut in isRotated ? count...count : 1...count where !isSeparated(after: cut) {
            throw .noAnswer(
                reason:
                    "pca: eigenvalues \(cut) and \(cut + 1) are equal, so that the loadings are not determined; choose another number of components"
            )
        }
        let unrotated = Matrix(rows: names.count, columns: count) {
            eigen.vectors[$0, $1] * eigen.values[$1].squareRoot()
        }
        guard let loadings = isRotated ? varimax(unrotated) : unrotated else {
            throw .noAnswer(reason: "pca: the varimax rotation did not converge")
        }
        let squares = loadings.map { $0 * $0 }
        let explained = (0..<count).map { squares.column($0).reduce(0, +) }
        let homes = names.indices.map { k in
            (0..<count).reduce(0) { squares[k, $1] > squares[k, $0] ? $1 : $0 }
        }
        return .init(
            values: names.indices.map { squares[$0, homes[$0]] },
            details: details + [.init("components", [Double(count)])]
                + (0..<count).map { .init("loadings \($0 + 1)", loadings.column($0)) }
                + [
                    .init("explained variance", explained),
                    .init("component of the indicator", homes.map { Double($0 + 1) }),
                ])
    }

    /// Components with an eigenvalue above one or above a tenth of the total, and more until six tenths of the
    /// variance are explained.
    private var retained: Int {
        let total = Double(names.count)
        var count = eigen.values.count { $0 > min(1, total / 10) }
        var explained = eigen.values.prefix(count).reduce(0, +)
        while count < names.count, explained <= 0.6 * total {
            explained += eigen.values[count]
            count += 1
        }
        return count
    }

    /// Whether the eigenvalue of this number, counted from one, differs from the next.
    private func isSeparated(after count: Int) -> Bool {
        count >= names.count
            || eigen.values[count - 1] - eigen.values[count] > Self.tolerance * Double(names.count)
    }
}
