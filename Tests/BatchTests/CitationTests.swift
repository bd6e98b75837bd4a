import ClaimTesting
import Datasets
import DyadicModels
import Scoring
import TestSupport
import Testing

/// Whatever a study may name has its publications in `datasets/references.bib`.
struct CitationTests {
    static let bibliography = Result {
        try DatasetFolder(path: Repository.path("datasets")).bibliography()
    }

    func plan(
        alternatives: [Specification.Changes] = [], readings: [AssessmentPlan.Reading] = [],
        imputation: AssessmentPlan.ImputationPlan? = nil, tests: AssessmentPlan.TestPlan? = nil
    ) -> AssessmentPlan {
        AssessmentPlan(
            windows: [Window(id: "main", years: 2000...2001)], minimumCoveredYears: 1, dimensions: [],
            readings: readings, specification: Specification(method: ScoringMethod()), variants: [],
            alternatives: alternatives.map { .init(id: "x", title: "x", changes: $0) }, yearly: nil,
            shownBeside: [], imputation: imputation, tests: tests)
    }

    func requireEntries(_ keys: [String], _ what: String) throws {
        let bibliography = try Self.bibliography.get()
        for key in keys { #expect(bibliography[key] != nil, "\(what) cites \(key)") }
    }

    @Test(arguments: Step.allCases)
    func everyMethod(step: Step) throws {
        for method in MethodTable.descriptions(of: step) {
            // To do nothing needs no publication.
            #expect(!method.sources.isEmpty || ["none", "identity"].contains(method.id), "\(method.id)")
            try requireEntries(method.sources, method.id)
            guard let choice = try? MethodChoice(method) else { continue }
            // The plan that names it cites it.
            var changes = Specification.Changes()
            switch step {
            case .outliers: changes.outliers = choice
            case .transform: changes.transform = choice
            case .normalisation: changes.normalisation = choice
            case .missingData: changes.missingData = choice
            case .weighting: changes.weighting = choice
            case .aggregation: changes.aggregations = [choice, .arithmetic]
            }
            let cited = plan(alternatives: [changes]).citations
            #expect(Set(method.sources).isSubset(of: cited), "\(method.id)")
            #expect(cited == Set(cited).sorted())
        }
    }

    @Test(arguments: Exposure.allCases)
    func everyExposure(exposure: Exposure) throws {
        var changes = Specification.Changes()
        changes.exposure = exposure
        let keys = Set(plan(alternatives: [changes]).citations).subtracting(plan().citations)
        try requireEntries(Array(keys), exposure.rawValue)
        #expect(keys.isEmpty == [.none, .population, .gdp].contains(exposure))
    }

    @Test func everyKindOfReading() throws {
        func keys(_ kind: AssessmentPlan.Reading.Kind) -> Set<String> {
            Set(plan(readings: [.init(id: "x", title: "x", kind: kind, isPrimary: true)]).citations)
                .subtracting(plan().citations)
        }
        func efficiency(_ replicates: Int) -> AssessmentPlan.Reading.Kind {
            .efficiency(
                contacts: "d", outputs: ["y"],
                EnvelopmentPlan(orientation: .output, replicates: replicates, confidence: 0.95, seed: 1))
        }
        #expect(keys(.composite(dimensions: [], changes: .init())).isEmpty)
        let found = [
            keys(.conversion(contacts: "d", outputs: ["y"])), keys(efficiency(0)), keys(efficiency(1)),
        ]
        for keys in found {
            #expect(!keys.isEmpty)
            try requireEntries(Array(keys), "a reading")
        }
        #expect(found[2].subtracting(found[1]) == ["salmon2011parallel", "simar1998sensitivity"])
    }

    @Test func imputations() throws {
        let keys = plan(imputation: .init(count: 2, seed: 1)).citations
        #expect(Set(MultipleImputation.description.sources).isSubset(of: keys))
        try requireEntries(keys, "imputation")
    }

    @Test func everyTest() throws {
        func keys(_ change: (inout AssessmentPlan.TestPlan) -> Void) -> Set<String> {
            var tests = AssessmentPlan.TestPlan(seed: 1)
            change(&tests)
            return Set(plan(tests: tests).citations).subtracting(plan().citations)
        }
        let found = [
            keys { $0.weightDraws = 1 },
            keys { $0.sampling = .init() },
            keys { $0.joint = .init(draws: 1) },
        ]
        for keys in found {
            #expect(!keys.isEmpty)
            try requireEntries(Array(keys), "a test")
        }
        #expect(found[1].contains("jaeckel1972infinitesimal"))
        #expect(
            found[2].isSuperset(of: ["saltelli2010variance", "jansen1999analysis", "archer1997sensitivity"]))
        #expect(keys { $0.influence = true }.isEmpty)
    }

    @Test("The triangle of weights is drawn for a primary composite of three dimensions, and cited then")
    func triangle() throws {
        func keys(_ dimensions: [String], isPrimary: Bool) -> Set<String> {
            Set(
                plan(readings: [.init(id: "x", title: "x", dimensions: dimensions, isPrimary: isPrimary)])
                    .citations
            ).subtracting(plan().citations)
        }
        #expect(keys(["a", "b", "c"], isPrimary: true) == ["sutherland1974reentrant"])
        #expect(
            keys(["a", "b"], isPrimary: true).isEmpty && keys(["a", "b", "c"], isPrimary: false).isEmpty)
        try requireEntries(["sutherland1974reentrant"], "a figure")
    }
}
