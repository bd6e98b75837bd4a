internal import LinearAlgebra

extension Weighting {
    /// Weights from principal components of the correlation matrix of the normalised indicators.
    public static let principalComponents = fitted(
        MethodDescription(
            id: "pca", title: "principal component weights",
            formula:
                "R v = lambda v for the correlation matrix R, loadings a(k,f) = v(k,f) lambda(f)^(1/2), rotated; factors: importance of k = (largest a(k,f)^2 over f) / V(f) times V(f), V(f) = sum of a(m,f)^2 over m; first: importance v(k,1)",
            domain:
                "at least K + 1 units; indicators of which none is a linear combination of others; for first, no indicator that points against the first component",
            sources: ["oecd2008handbook", "nicoletti2000regulation", "kaiser1958varimax", "becker2022coinr"],
            properties: [
                "does not depend on unit and zero of measurement",
                "factors: each indicator belongs to the component on which it loads highest; within it, squared loadings count as shares of the component's variance V(f), and components count by V(f), so that the weight is the largest squared loading, rescaled",
                "factors: components are kept whose eigenvalue is above one or above a tenth of the total, and more until six tenths are explained; components overrides this",
                "first: the entries of the first eigenvector, as in COINr's get_PCA; on z-scores the index is the first component up to a constant",
            ],
            denied: [
                "weights correct for overlap, they do not measure importance: with uncorrelated indicators there is nothing to correct",
                "first: negative weights are neither squared nor cut off but refused",
                "equal eigenvalues do not determine their components: refused where the weights depend on them",
                "varimax may find a local maximum",
            ],
            test: "HandbookTable18Tests, PrincipalComponentsTests",
            parameters: [
                MethodParameter(
                    "method", .word(["factors", "first"]), standard: .word("factors"),
                    meaning: "factors: all retained components; first: the first eigenvector"),
                MethodParameter(
                    "rotation", .word(["varimax", "none"]), standard: .word("varimax"),
                    meaning: "how the loadings of factors are rotated; varimax with Kaiser's normalisation"),
                .optional(
                    "components", .number(1...10_000), meaning: "how many components factors keeps"),
            ],
            check: {
                guard $0["components"] != nil else { return nil }
                let count = $0.number("components")
                guard count == count.rounded() else { return "components must be a whole number" }
                return $0.word("method") == "first" ? "first keeps one component; leave components out" : nil
            }),
        on: .normalised, leastUnits: { $0 + 1 }
    ) { (table, arguments) throws(ScoringFailure) in
        let analysis = try ComponentAnalysis(of: table)
        return arguments.word("method") == "first"
            ? try analysis.first()
            : try analysis.factors(
                count: arguments["components"].map { _ in Int(arguments.number("components")) },
                isRotated: arguments.word("rotation") == "varimax")
    }
}
