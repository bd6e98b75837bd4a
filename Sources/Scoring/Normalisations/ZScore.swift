extension Normalisation {
    /// (x - mean) / s on the class, moved to a mean and a deviation of choice.
    public static let zScore = Normalisation(
        MethodDescription(
            id: "z-score", title: "as z-scores", formula: "mean + deviation (x - m) / s",
            domain: "a class with at least two different values", sources: ["oecd2008handbook"],
            properties: [
                "an affine function of the value", "mean and standard deviation of the class are fixed",
                "does not depend on the unit of measurement",
            ],
            denied: ["is not bounded", "is not positive, unless it is moved and the data allow it"],
            test: "HandbookTable15Tests",
            parameters: [
                MethodParameter(
                    "mean", .number(-1e6...1e6), standard: .number(0), meaning: "the mean of the class"),
                MethodParameter(
                    "deviation", .number(1e-6...1e6), standard: .number(1),
                    meaning: "the standard deviation of the class"),
                MethodParameter(
                    "denominator", .word(["n-1", "n"]), standard: .word("n-1"),
                    meaning: "what the squared deviations are divided by"),
            ]),
        scale: { arguments in
            let isHundredAndTen =
                arguments.number("mean") == 100 && arguments.number("deviation") == 10
                && arguments.word("denominator") == "n"
            return Set([.interval, .standardised] + (isHundredAndTen ? [.hundredAndTen] : []))
        },
        apply: { (input, arguments) throws(Failure) in
            let reference = input.orientedReference
            guard reference.count > 1 else { throw .constant }
            let centre = Scoring.mean(reference)
            let spread = standardDeviation(
                reference, degreesOfFreedomLost: arguments.word("denominator") == "n" ? 0 : 1)
            guard spread.isFinite else {
                throw .undefined(reason: "it needs values whose sums stay finite")
            }
            guard spread > 0, reference.contains(where: { $0 != reference[0] }) else { throw .constant }
            let (mean, deviation) = (arguments.number("mean"), arguments.number("deviation"))
            return input.oriented { mean + deviation * (($0 - centre) / spread) }
        })
}
