import Diagnostics
import Scoring
import Tabular

/// What there is to choose from: the table of methods as text, JSON and Markdown.
public struct MethodCatalogue: Sendable {
    public let steps: [Step]

    /// - Parameter step: one step only; nil for all, with the tables of what goes together.
    public init(step: Step? = nil) {
        steps = step.map { [$0] } ?? Step.allCases
    }

    /// What is computed apart from the scores and is no choice at a step; only where all steps are shown.
    var beside: [MethodDescription] { steps.count == 1 ? [] : [MultipleImputation.description] }

    /// What goes together; only where all steps are shown.
    var matrices: [Admissibility.Matrix] {
        steps.count == 1 ? [] : Admissibility.matrices
    }
}

extension Step {
    /// What is chosen at the step, as a heading.
    var title: String {
        switch self {
        case .outliers: "Outliers"
        case .transform: "Transform"
        case .normalisation: "Normalise"
        case .missingData: "Missing data"
        case .weighting: "Weights"
        case .aggregation: "Aggregate"
        }
    }
}

extension MethodParameter {
    /// What it is when it is not given: `0, 1`, `required` or `optional`.
    var standardText: String {
        switch standard {
        case nil: isOptional ? "optional" : "required"
        case .number(let value): number(value)
        case .word(let word): word
        case .numbers(let values): values.map(number).joined(separator: ",")
        case .words(let words): words.joined(separator: ",")
        case .named, .square, .judgements: "given"
        }
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? formatted(value, decimals: 0) : formatted(value, significantDigits: 17)
    }
}
