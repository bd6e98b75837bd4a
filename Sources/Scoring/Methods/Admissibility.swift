/// Something that a weighting or an aggregation needs, and the reason why it cannot do without.
public struct Requirement: Hashable, Sendable {
    public enum Need: Hashable, Sendable {
        /// A property of the values that it is given.
        case values(ScaleProperty)
        /// A table without gaps: either nothing is missing, or the rule fills.
        case completeData
        /// One weight vector for all units.
        case commonWeights
        /// A weighting that is one of some.
        case weighting(Set<String>)
        /// Aggregations that are all among some.
        case aggregation(Set<String>)

        /// The step whose choice meets it or not.
        var step: Step {
            switch self {
            case .values: .normalisation
            case .completeData: .missingData
            case .commonWeights, .weighting: .weighting
            case .aggregation: .aggregation
            }
        }
    }

    public let need: Need
    public let reason: String

    public init(_ need: Need, because reason: String) {
        self.need = need
        self.reason = reason
    }
}

/// Which methods go together, and why not where they do not.
///
/// The requirements stand with each method; this is the one place that holds a specification against them. Messages
/// of study files and of the command, the space of specifications and the documentation all come from here.
public enum Admissibility {
    /// Two choices that may not be combined.
    public struct Objection: Hashable, Sendable {
        /// The method that objects.
        public let method: String
        /// What it objects to.
        public let to: String
        /// The step of the method that objects, and of what it objects to.
        public let objector: Step
        public let concerns: Step
        public let reason: String

        /// Both methods and the reason, in a sentence.
        public var sentence: String { "\(method) does not go with \(to): \(reason)" }
    }

    /// Every objection to a specification; empty when it is admissible.
    ///
    /// - Parameters:
    ///   - method: a choice at every step, of methods in `MethodTable`, which holds their requirements.
    ///   - hasGaps: whether any value is missing; nil when that is not known yet, as when a study file is
    ///     read, and then nothing is held against it.
    public static func objections(to method: ScoringMethod, hasGaps: Bool?) -> [Objection] {
        guard let normalisation = MethodTable.normalisation(method.normalisation),
            let weighting = MethodTable.weighting(method.weighting),
            let missingData = MethodTable.missingDataRule(method.missingData)
        else { return [] }
        let leavesGaps = (hasGaps ?? false) && !missingData.fills
        var scale = normalisation.scale(method.normalisation.arguments)
        var source = "\(method.normalisation.name) values"
        func unmet(_ requirements: [Requirement], of name: String, at step: Step) -> [Objection] {
            requirements.compactMap { requirement in
                let against: String? =
                    switch requirement.need {
                    case .values(.positive):
                        scale.isDisjoint(with: [.positive, .positiveByData]) ? source : nil
                    case .values(.notNegative):
                        scale.isDisjoint(with: [.notNegative, .positiveByData]) ? source : nil
                    case .values(let property): scale.contains(property) ? nil : source
                    case .completeData: leavesGaps ? "\(method.missingData.id) where values are missing" : nil
                    case .commonWeights: weighting.isPerUnit ? "\(method.weighting.id) weights" : nil
                    case .weighting(let ids):
                        ids.contains(method.weighting.id) ? nil : "\(method.weighting.id) weights"
                    case .aggregation(let ids):
                        method.aggregations.first { !ids.contains($0.id) }.map { "\($0.id) aggregation" }
                    }
                return against.map {
                    Objection(
                        method: name, to: $0, objector: step, concerns: requirement.need.step,
                        reason: requirement.reason)
                }
            }
        }
        var objections = unmet(weighting.requirements, of: "\(method.weighting.id) weighting", at: .weighting)
        for choice in method.aggregations {
            guard let aggregation = MethodTable.aggregation(choice) else { continue }
            objections += unmet(
                aggregation.requirements(choice.arguments), of: "\(choice.id) aggregation", at: .aggregation)
            scale = aggregation.yields(scale)
            source = "\(choice.id) scores"
        }
        return objections
    }
}
