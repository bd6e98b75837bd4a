import Datasets
import Dyads
import TestSupport
import Testing

@testable import DyadicModels

/// `Tests/ReferenceCases/gravity-post-soviet`: a separate program on the committed packages. Relative 1e-8.
struct GravityPostSovietTests {
    @Test(arguments: [("icews-verbal-cooperation", 1183), ("joint-projects", 91)])
    func separateProgram(id: String, observations: Int) throws {
        let folder = DatasetFolder(path: Repository.path("datasets"))
        let states = try folder.states()
        let column = try #require(try folder.panel(of: [id], states: states)[indicator: id])
        let exposure = try GravityExposure(
            of: column, window: 1992...2022, dyads: states.dyads,
            referenceClass: ReferenceClass(excludedStates: Set([StateCode("RUS")].compactMap { $0 })),
            covariates: try folder.covariates(), minimumYears: 5)
        #expect(exposure.report.observations == observations && exposure.report.separated.isEmpty)
        let names = ["indicator", "row", "estimate_or_ratio", "standard_error_or_lower", "upper"]
        let expected = try ReferenceTable("gravity-post-soviet/expected.csv", columns: names)
        var checked = 0
        for row in 0..<expected.rows where try expected.texts("indicator")[row] == id {
            let name = try expected.texts("row")[row]
            let first = try #require(Double(try expected.texts(names[2])[row]))
            let second = try #require(Double(try expected.texts(names[3])[row]))
            if let dyad = Dyad(name) {
                let place = try #require(states.dyads.firstIndex(of: dyad))
                let comparison = try #require(exposure.outcomes[place].comparison)
                let upper = try #require(Double(try expected.texts(names[4])[row]))
                #expect(abs(comparison.ratio / first - 1) < 1e-8)
                #expect(abs(comparison.interval.lowerBound / second - 1) < 1e-8)
                #expect(abs(comparison.interval.upperBound / upper - 1) < 1e-8)
            } else {
                let coefficient = try #require(exposure.report.coefficients.first { $0.name == name })
                #expect(abs(try #require(coefficient.estimate) / first - 1) < 1e-8, "\(name)")
                #expect(abs(try #require(coefficient.standardError) / second - 1) < 1e-8, "\(name)")
            }
            checked += 1
        }
        #expect(checked == (id == "joint-projects" ? 9 : 8))
    }
}
