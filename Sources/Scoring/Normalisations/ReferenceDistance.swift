/// How far a value is from a reference value, as a ratio or as a difference.
enum ReferenceDistance {
    static let parameter = MethodParameter(
        "form", .word(["ratio", "difference"]), standard: .word("ratio"),
        meaning: "ratio: x / reference; difference: (x - reference) / reference")

    /// What is known of distances in the form `ratio`, `difference` or `range`, a share of the way from the worst.
    static func scale(_ arguments: MethodArguments) -> Set<ScaleProperty> {
        switch arguments.word("form") {
        case "ratio": [.positiveByData, .notNegative, .ratio]
        case "range": [.notNegative, .interval]
        default: [.interval]
        }
    }

    /// Ratios, x / r, or r / x where less is better; or differences, (x - r) / r, or (r - x) / r.
    ///
    /// - Throws: `undefined` for a reference that is not above zero, or values that have no ratio.
    static func apply(
        _ input: Normalisation.Input, reference: Double, form: String
    ) throws(Normalisation.Failure) -> [Double?] {
        guard reference > 0 else {
            throw .undefined(
                reason: "distances are measured in shares of a reference value, which must be above zero")
        }
        guard form == "ratio" else {
            let sign = input.design.sign
            return input.column.map { $0.map { sign * ($0 - reference) / reference } }
        }
        try input.requireRatioScale()
        return input.column.map {
            $0.map { input.design.moreIsBetter ? $0 / reference : reference / $0 }
        }
    }
}
