import Scoring

extension ScoringMethod {
    /// The method for an index that holds some of a study's indicators and dimensions only.
    ///
    /// A study names weights for all that it measures, and a reading, a dimension by itself, a variant or a window
    /// without a source holds less. Names that are not part of the index are left out of the weighting's and the
    /// aggregations' arguments, and what is left is taken as if it alone had been given: `fixed` numbers keep their
    /// ratios; an order stays one among those left; `ahp` has the sub-matrix of comparisons, whose eigenvector need
    /// not keep the ratios when the comparisons are inconsistent; `budget-allocation` has each judge's remaining
    /// points scaled up to a whole, so that every judge still counts the same. A misspelt name cannot be told apart
    /// from one of another reading here: names are checked where a study is decoded.
    ///
    /// - Parameter names: the indicators and dimensions of the index.
    /// - Throws: `ScoringFailure.inadmissible` when no name is left, or a judge gave none of what is left a point.
    func restricted(to names: Set<String>) throws(ScoringFailure) -> ScoringMethod {
        var result = self
        result.weighting = try weighting.restricted(to: names, step: .weighting)
        result.aggregations = []
        for choice in aggregations {
            result.aggregations.append(try choice.restricted(to: names, step: .aggregation))
        }
        return result
    }
}

extension MethodChoice {
    fileprivate func restricted(to names: Set<String>, step: Step) throws(ScoringFailure) -> MethodChoice {
        guard let description = MethodTable.descriptions(of: step).first(where: { $0.id == id }) else {
            return self
        }
        var given: [String: MethodArgument] = [:]
        var isChanged = false
        for parameter in description.parameters {
            guard let argument = arguments[parameter.name] else { continue }
            // Words are names only where the parameter says so.
            let kept =
                if case .words = argument, parameter.form != .names { argument } else {
                    try argument.restricted(to: names, method: id)
                }
            given[parameter.name] = kept
            isChanged = isChanged || kept != argument
        }
        guard isChanged else { return self }
        do throws(MethodChoiceError) {
            return try MethodChoice(description, given)
        } catch {
            throw .inadmissible(reason: error.reason)
        }
    }
}

extension MethodArgument {
    /// The argument without what concerns other names; as it is if it names nothing, or nothing else.
    fileprivate func restricted(
        to known: Set<String>, method: String
    ) throws(ScoringFailure) -> MethodArgument {
        switch self {
        case .number, .word, .numbers: return self
        case .words(let names):
            return .words(try Self.places(in: names, known, method).map { names[$0] })
        case .named(let values):
            _ = try Self.places(in: values.keys.sorted(), known, method)
            return .named(values.filter { known.contains($0.key) })
        case .square(let names, let values):
            let places = try Self.places(in: names, known, method)
            return .square(
                names: places.map { names[$0] },
                values: places.map { row in places.map { values[row][$0] } })
        case .judgements(let names, let rows):
            let places = try Self.places(in: names, known, method)
            guard places.count < names.count else { return self }
            var shares: [[Double]] = []
            for (judge, row) in rows.enumerated() {
                let left = places.map { row[$0] }
                let total = left.reduce(0, +)
                guard total > 0 else {
                    throw .inadmissible(
                        reason:
                            "\(method): judge \(judge + 1) gave no points to \(places.map { names[$0] }.joined(separator: ", "))"
                    )
                }
                shares.append(left.map { $0 / total })
            }
            return .judgements(names: places.map { names[$0] }, rows: shares)
        }
    }

    /// The places of the names that are known.
    private static func places(
        in names: [String], _ known: Set<String>, _ method: String
    ) throws(ScoringFailure) -> [Int] {
        let places = names.indices.filter { known.contains(names[$0]) }
        guard !places.isEmpty else {
            throw .inadmissible(reason: "\(method) names nothing of what is scored here")
        }
        return places
    }
}
