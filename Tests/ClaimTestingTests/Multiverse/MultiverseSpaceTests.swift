import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

struct MultiverseSpaceTests {
    @Test func choicesStandInTheirOrder() throws {
        let space = try MultiverseSpace([
            .aggregations([[.arithmetic], [.arithmetic, .geometric]]), .windows(Fixture.plan.windows),
            .exposures([.none, .gravity]),
        ])
        #expect(space.choices.map(\.id) == [.window, .exposure, .aggregation])
        #expect(space.options(of: .aggregation)?.map(\.id) == ["arithmetic", "arithmetic, geometric"])
        #expect(space.options(of: .transform) == nil)
    }

    @Test func whatIsNoSpaceIsRefused() throws {
        #expect(throws: MultiverseFailure.repeatedChoice(.exposure)) {
            try MultiverseSpace([.exposures([.none]), .exposures([.gdp])])
        }
        #expect(throws: MultiverseFailure.noOptions(.scaling)) { try MultiverseSpace([.scalings([])]) }
        #expect(throws: MultiverseFailure.repeatedOption(.exposure, option: "gdp")) {
            try MultiverseSpace([.exposures([.gdp, .gdp])])
        }
        #expect(throws: MultiverseFailure.foreignChange(.transform, option: "z-score")) {
            try MultiverseSpace([
                .init(.transform, [.init(id: "z-score", change: .methods(.init(normalisation: .zScore)))])
            ])
        }
        let doubt = try MethodChoice(
            Weighting.benefitOfTheDoubt.description)
        #expect(throws: MultiverseFailure.weightsOfAUnitsOwn(option: doubt.name)) {
            try MultiverseSpace([.methods(.weighting, [doubt])])
        }
    }

    @Test func aSpaceThatIsTooLargeIsRefused() throws {
        let many = (0..<500).compactMap {
            try? MethodChoice(
                Normalisation.minMax.description, ["range": .numbers([0, Double($0 + 1)])])
        }
        let weights = (0..<500).compactMap {
            try? MethodChoice(Weighting.fixed.description, ["weights": .named(["talks": Double($0)])])
        }
        let options = weights.enumerated().map { place, choice in
            var changes = Specification.Changes()
            changes.weighting = choice
            return MultiverseSpace.Option(id: "w\(place)", change: .methods(changes))
        }
        let space = try MultiverseSpace([.methods(.normalisation, many), .init(.weighting, options)])
        #expect(throws: MultiverseFailure.tooLarge(reading: "two", combinations: 250_000)) {
            try exploreMultiverse(
                of: try #require(Fixture.claim()), plan: Fixture.plan, space: space, panel: Fixture.panel())
        }
    }
}
