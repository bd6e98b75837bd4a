import DyadicModels
import Scoring

extension AssessmentPlan {
    /// Keys of the publications behind every method that the plan names, sorted.
    public var citations: [String] {
        var specifications = [specification] + readings.map { specification(of: $0) }
        specifications += alternatives.map { specification.applying($0.changes) }
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
        }
        keys += exposures.flatMap(\.sources)
        keys += readings.flatMap(\.kind.sources)
        if readings.contains(where: \.isDrawnOnWeights) { keys.append("sutherland1974reentrant") }
        keys += tests?.sources ?? []
        if imputation != nil { keys += MultipleImputation.description.sources }
        if drawsAtRandom { keys.append("salmon2011parallel") }
        return Set(keys).sorted()
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

    /// Keys of the publications behind the tests, with repetitions.
    fileprivate var sources: [String] {
        var keys: [String] = []
        if weightDraws != nil { keys += ["lahdelma2001smaa", "tervonen2007implementing"] }
        if !weightSpaces.isEmpty { keys += ["smith1984efficient", "tervonen2013hit"] }
        if let associations {
            keys += ["hubert1976quadratic", "krackhardt1988predicting", "phipson2010permutation"]
            if !associations.regressions.isEmpty { keys.append("dekker2007mrqap") }
        }
        if space != nil {
            keys += [
                "steegen2016increasing", "saisana2005uncertainty", "owen2014sobol", "song2016shapley",
                "iooss2019shapley", "simonsohn2020specification",
            ]
        }
        if sampling != nil {
            keys += [
                "jaeckel1972infinitesimal", "lazarus2018har", "kunsch1989jackknife", "mogstad2024inference",
                "romano2005exact", "hsu1984constrained",
            ]
        }
        if measurement != nil { keys += ["henderson1953estimation", "searle1992variance"] }
        if joint != nil {
            keys += [
                "kunsch1989jackknife", "saltelli2010variance", "jansen1999analysis",
                "archer1997sensitivity",
            ]
        }
        return keys
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
    fileprivate var sources: [String] {
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
