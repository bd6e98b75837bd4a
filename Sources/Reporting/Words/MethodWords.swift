import Scoring
import Tabular

extension ScoringMethod {
    /// The method in words, for notes under tables and figures.
    var words: String {
        let values = scaling == .classMean ? "values over the class mean" : "values"
        let transformed =
            transform == .identity ? values : "\(words(transform, of: .transform)) of \(values)"
        let treated = outliers == .noTreatment ? "" : ", \(words(outliers, of: .outliers))"
        let aggregated = aggregations.map { words($0, of: .aggregation) }.joined(separator: ", then ")
        let gaps =
            missingData == .availableCase
            ? " of what is observed" : ", gaps: \(words(missingData, of: .missingData))"
        return "\(transformed)\(treated) \(words(normalisation, of: .normalisation)), "
            + "\(words(weighting, of: .weighting)), \(aggregated)\(gaps)"
    }

    /// A method's title, followed by the arguments that are not the standard ones.
    private func words(_ choice: MethodChoice, of step: Step) -> String {
        let title = MethodTable.descriptions(of: step).first { $0.id == choice.id }?.title ?? choice.id
        return title + choice.name.dropFirst(choice.id.count)
    }

    /// When scores tie, in words.
    var tieWords: String {
        let tolerance = formatted(tieTolerance, significantDigits: 3).replacing("e-0", with: "e-")
        return "Ranks marked = are shared; scores tie within \(tolerance) of the score range."
    }
}
