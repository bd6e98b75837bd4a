import Scoring
import WideTables

/// Composite scores of a table by methods of the catalogue.
extension Kernel {
    /// One aggregation of min-max values under equal weights, `repeat` times from the raw table to scores.
    ///
    /// The answer: the scores.
    static let method = Kernel(
        name: "method", files: ["TABLE"], settings: [Setting("id", "topsis"), Setting("repeat", 100)]
    ) { arguments in
        let table = IndicatorTable(rows: try readNumbers(arguments.files[0]))
        let everyone = Array(repeating: true, count: table.units)
        let method = ScoringMethod(
            normalisation: .unitRange, weighting: .equalByIndicator,
            aggregations: [try aggregation(arguments.word("id"))])
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            try CompositeIndex(
                of: table, design: .flat(table.indicators), isReference: everyone, method: method
            ).scores.map { $0 ?? 0 }
        }
    }

    /// Scores under every combination of normalisation, weighting and aggregation below, sharing what they have in common,
    /// `repeat` times. Seconds are those of one specification.
    ///
    /// The answer: the mean score of each specification.
    static let specifications = Kernel(
        name: "specifications",
        settings: [Setting("units", 91), Setting("indicators", 12), Setting("repeat", 20)]
    ) { arguments in
        let table = IndicatorTable.uniform(
            units: try arguments.integer("units"), indicators: try arguments.integer("indicators"))
        let everyone = Array(repeating: true, count: table.units)
        let normalisations = [
            try MethodChoice(Normalisation.minMax.description, ["range": .numbers([1, 100])]),
            try MethodChoice(Normalisation.none.description),
        ]
        let weightings = [MethodChoice.equalByIndicator, try MethodChoice(Weighting.entropy.description)]
        let aggregations = try ["arithmetic", "geometric", "topsis", "copeland"].map(aggregation)
        let combinations = weightings.flatMap { weighting in
            aggregations.map { SharedScoring.Combination(weighting: weighting, aggregations: [$0]) }
        }
        let columns = (0..<table.indicators).map { indicator in
            table.values.column(indicator).map(Optional.some)
        }
        var timing = try Timing.of(repeats: try arguments.integer("repeat")) {
            try normalisations.flatMap { normalisation in
                try SharedScoring(
                    of: columns, design: .flat(table.indicators), isReference: everyone,
                    method: ScoringMethod(normalisation: normalisation)
                ).scores(combinations).map { scores in
                    try scores.get().reduce(0) { $0 + ($1 ?? 0) } / Double(table.units)
                }
            }
        }
        let count = Double(normalisations.count * combinations.count)
        timing.seconds /= count
        timing.processorSeconds /= count
        return timing
    }

    private static func aggregation(_ id: String) throws -> MethodChoice {
        guard let aggregation = MethodTable.aggregations.first(where: { $0.description.id == id }) else {
            throw UsageFailure(reason: "no aggregation is called \(id)")
        }
        return try MethodChoice(aggregation.description)
    }
}
