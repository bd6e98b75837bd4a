/// How indicators of different units become comparable (OECD/JRC Handbook 2008, chapter 5).
///
/// Fitted on the observed units of the reference class and applied to all units; a unit outside the class may
/// lie beyond the class's range and is not clipped. The result is turned so that higher is better.
public struct Normalisation: Sendable {
    /// One indicator before normalisation.
    struct Input {
        /// One value a unit, nil for missing, in its own direction.
        let column: [Double?]
        let isReference: [Bool]
        let design: IndicatorDesign

        /// The observed values of the class, in the order of the units.
        var reference: [Double] { observed(column, in: isReference) }

        /// The column turned so that higher is better.
        var oriented: [Double?] {
            let sign = design.sign
            return column.map { $0.map { $0 * sign } }
        }

        /// A function of every value that was turned so that higher is better.
        func oriented(_ function: (Double) -> Double) -> [Double?] {
            let sign = design.sign
            return column.map { $0.map { function($0 * sign) } }
        }

        /// The class's values turned so that higher is better.
        var orientedReference: [Double] {
            let sign = design.sign
            return reference.map { $0 * sign }
        }
    }

    /// Why an indicator could not be normalised.
    enum Failure: Error, Equatable {
        /// The class's values are all the same, or fewer than two.
        case constant
        /// The indicator lacks something that the method needs, or has values outside its domain.
        case undefined(reason: String)
    }

    public let description: MethodDescription
    /// What is known of the normalised values of the class, for the table of admissible combinations.
    let scale: @Sendable (MethodArguments) -> Set<ScaleProperty>
    let apply: @Sendable (Input, MethodArguments) throws(Failure) -> [Double?]

    init(
        _ description: MethodDescription, scale: @escaping @Sendable (MethodArguments) -> Set<ScaleProperty>,
        apply: @escaping @Sendable (Input, MethodArguments) throws(Failure) -> [Double?]
    ) {
        self.description = description
        self.scale = scale
        self.apply = apply
    }
}

/// What holds of normalised values, whatever the data.
public enum ScaleProperty: String, Sendable, CaseIterable {
    /// Above zero.
    case positive
    /// Above zero unless a value is zero, at its worst goalpost, or negative as it stands: whether it is, only the
    /// data show, and then a method that needs values above zero, or not negative, refuses them by name.
    case positiveByData
    /// Zero or above.
    case notNegative
    /// Differences keep their ratios: an affine function of the value.
    case interval
    /// Ratios are kept: the value over a constant, or, where less is better, a constant over the value.
    case ratio
    /// Mean and standard deviation of every indicator are fixed.
    case standardised
    /// Mean 100 and standard deviation 10 with n in the denominator, for every indicator.
    case hundredAndTen
    /// A scale that runs from 70 for the worst to 130 for the best.
    case seventyTo130
}
