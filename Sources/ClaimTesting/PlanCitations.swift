import DyadicModels
import Scoring

extension AssessmentPlan {
    /// Keys of the publications behind every method that the plan names, sorted.
    public var citations: [String] {
        var keys = sources(of: allSpecifications)
        keys += exposures.flatMap(\.sources)
        keys += readings.flatMap(\.kind.sources)
        if readings.contains(where: \.isDrawnOnWeights) { keys.append("sutherland1974reentrant") }
        keys += tests?.sources ?? []
        if imputation != nil { keys += MultipleImputation.description.sources }
        if drawsAtRandom { keys.append("salmon2011parallel") }
        return Set(keys).sorted()
    }

    /// The default, that of every reading and alternative, and those of the multiverse, one option at a time.
    public var allSpecifications: [Specification] {
        [specification] + readings.map { specification(of: $0) }
            + alternatives.map { specification.applying($0.changes) }
            + (tests?.space?.specifications(of: self) ?? [])
    }

    /// Keys of the publications behind the methods of some specifications and their exposures, with repetitions.
    public func sources(of specifications: [Specification]) -> [String] {
        var keys = ["oecd2008handbook"]
        for specification in specifications {
            let method = specification.method
            let chosen: [(Step, [MethodChoice])] = [
                (.outliers, [method.outliers]), (.transform, [method.transform]),
                (.normalisation, [method.normalisation]), (.missingData, [method.missingData]),
                (.weighting, [method.weighting]), (.aggregation, method.aggregations),
            ]
            for (step, choices) in chosen {
                let ids = choices.map(\.id)
                keys += MethodTable.descriptions(of: step).filter { ids.contains($0.id) }.flatMap(\.sources)
            }
            keys += specification.exposure.sources
        }
        return keys
    }
}

extension AssessmentPlan {
    /// Whether anything that the plan asks for is drawn from the generator of random numbers.
    private var drawsAtRandom: Bool {
        let isBootstrapped = readings.contains { reading in
            if case .efficiency(_, _, let plan) = reading.kind { plan.replicates > 0 } else { false }
        }
        return isBootstrapped || imputation != nil || tests?.drawsAtRandom == true
    }
}

extension AssessmentPlan.TestPlan {
    fileprivate var drawsAtRandom: Bool {
        weightDraws != nil || associations != nil || sampling != nil || measurement != nil || joint != nil
            || space != nil
    }
}

/// Keys of the publications behind the tests; none for what is not tested.
extension AssessmentPlan.TestPlan {
    public var weightSources: [String] {
        (weightDraws == nil ? [] : ["lahdelma2001smaa", "tervonen2007implementing"])
            + (weightSpaces.isEmpty ? [] : ["smith1984efficient", "tervonen2013hit"])
    }

    public var associationSources: [String] {
        guard let associations else { return [] }
        return ["hubert1976quadratic", "krackhardt1988predicting", "phipson2010permutation"]
            + (associations.regressions.isEmpty ? [] : ["dekker2007mrqap"])
    }

    public var specificationSources: [String] {
        space == nil
            ? []
            : [
                "steegen2016increasing", "saisana2005uncertainty", "owen2014sobol", "song2016shapley",
                "iooss2019shapley", "simonsohn2020specification",
            ]
    }

    public var samplingSources: [String] {
        sampling == nil
            ? []
            : [
                "jaeckel1972infinitesimal", "lazarus2018har", "kunsch1989jackknife", "mogstad2024inference",
                "romano2005exact", "hsu1984constrained",
            ]
    }

    public var measurementSources: [String] {
        measurement == nil ? [] : ["henderson1953estimation", "searle1992variance"]
    }

    public var jointSources: [String] {
        joint == nil
            ? []
            : [
                "kunsch1989jackknife", "saltelli2010variance", "jansen1999analysis", "archer1997sensitivity",
            ]
    }

    fileprivate var sources: [String] {
        weightSources + associationSources + specificationSources + samplingSources + measurementSources
            + jointSources
    }
}

extension MultiverseSpace {
    /// The default of a plan with each option of method in turn.
    public func specifications(of plan: AssessmentPlan) -> [Specification] {
        [plan.specification]
            + choices.flatMap(\.options).compactMap { option in
                if case .methods(let changes) = option.change {
                    plan.specification.applying(changes)
                } else {
                    nil
                }
            }
    }
}

extension AssessmentPlan.Reading {
    /// Whether who is first under which weights is drawn, in a triangle.
    fileprivate var isDrawnOnWeights: Bool {
        guard case .composite(let dimensions, _) = kind else { return false }
        return isPrimary && dimensions.count == 3
    }
}

extension AssessmentPlan.Reading.Kind {
    /// Keys of the publications behind readings that are not composites.
    public var sources: [String] {
        switch self {
        case .composite: []
        case .conversion: ["clayton1987empirical"]
        case .efficiency(_, _, let plan):
            ["charnes1978measuring", "banker1984some", "andersen1993procedure"]
                + (plan.replicates > 0 ? ["simar1998sensitivity"] : [])
        }
    }
}

extension Exposure {
    /// Keys of the publications behind an exposure.
    fileprivate var sources: [String] {
        switch self {
        case .none, .population, .gdp: []
        case .gravity: ["santossilva2006log", "aronow2015cluster"]
        case .margins: ["deming1940least", "goodman1968analysis"]
        }
    }
}
