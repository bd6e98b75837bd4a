import TestSupport
import Testing

@testable import Scoring

/// What holds of every weighting that is computed from the data.
struct FittedWeightingTests {
    static let table = WeightingCase.random(seed: 8, units: 14, indicators: 5, groups: [0, 0, 1, 1, 1])

    @Test(arguments: fittedWeightings)
    func weightsSumToOne(id: String) throws {
        for within in ["all", "groups"] {
            let weights = try Self.table.weights(of: weighting(id), ["within": .word(within)])
            #expect(weights.allSatisfy { $0 >= 0 })
            #expect(isNear(weights.reduce(0, +), 1, 1e-14))
        }
    }

    @Test(arguments: fittedWeightings)
    func theOrderOfUnitsAndIndicatorsDoesNotMatter(id: String) throws {
        let weights = try Self.table.weights(of: weighting(id))
        var generator = SplitMix(seed: 3)
        let units = Array(0..<14).shuffled(using: &generator)
        let indicators = [3, 0, 4, 2, 1]
        let permuted = WeightingCase(
            indicators.map { k in units.map { Self.table.columns[k][$0] } })
        #expect(areNear(try permuted.weights(of: weighting(id)), indicators.map { weights[$0] }, 1e-10))
    }

    @Test(arguments: fittedWeightings)
    func theUnitOfMeasurementDoesNotMatter(id: String) throws {
        var table = Self.table
        table.columns[1] = table.columns[1].map { $0.map { $0 * 1000 } }
        table.columns[3] = table.columns[3].map { $0.map { $0 / 7 } }
        #expect(
            areNear(
                try table.weights(of: weighting(id)), try Self.table.weights(of: weighting(id)).map { $0 },
                1e-10))
    }

    /// Min-max and correlations take out the zero; shares of a sum and ratios do not.
    @Test(arguments: fittedWeightings)
    func theZeroOfMeasurementMattersWhereRatiosAreTaken(id: String) throws {
        var table = Self.table
        table.columns[1] = table.columns[1].map { $0.map { $0 + 50 } }
        let isFree = ["critic", "standard-deviation", "variance", "lopcow", "pca"].contains(id)
        let (moved, weights) = (
            try table.weights(of: weighting(id)), try Self.table.weights(of: weighting(id))
        )
        #expect(areNear(moved, weights, 1e-10) == isFree)
    }

    @Test(arguments: fittedWeightings)
    func unitsOutsideTheClassAndUnitsWithGapsFitNothing(id: String) throws {
        var table = Self.table
        table.columns = table.columns.map { $0 + [1e6, 3] }
        table.columns[2][15] = nil
        table.isReference += [false, true]
        #expect(try table.weights(of: weighting(id)) == Self.table.weights(of: weighting(id)))
    }

    @Test(arguments: fittedWeightings)
    func withinGroupsEveryGroupIsFittedAlone(id: String) throws {
        let weights = try Self.table.weights(of: weighting(id), ["within": .word("groups")])
        let first = try WeightingCase(Array(Self.table.columns[..<2])).weights(of: weighting(id))
        let second = try WeightingCase(Array(Self.table.columns[2...])).weights(of: weighting(id))
        #expect(areNear(weights, (first + second).map { $0 / 2 }, 1e-14))
    }

    @Test(arguments: fittedWeightings)
    func aSingleIndicatorHasWeightOne(id: String) throws {
        #expect(try WeightingCase([[1, 2, 4]]).weights(of: weighting(id)) == [1])
        #expect(try WeightingCase([[2]]).weights(of: weighting(id)) == [1])
    }

    @Test(arguments: fittedWeightings)
    func tooFewUnitsAreRefused(id: String) throws {
        let table = WeightingCase([[1, 3], [2, nil], [4, 6]])
        #expect {
            try table.weights(of: weighting(id))
        } throws: {
            isRefusal($0, "units of the class on which all are observed, and there are 1")
        }
    }

    @Test(arguments: fittedWeightings)
    func aConstantIndicatorWeighsNothingOrIsRefused(id: String) throws {
        let table = WeightingCase([[1, 2, 4, 3], [5, 5, 5, 5], [2, 9, 1, 7]])
        switch id {
        case "entropy", "gini", "angle", "merec":
            #expect(try table.weights(of: weighting(id))[1] == 0)
        case "cilos", "idocriw":
            // The indicator loses nothing wherever another is at its best, and all weight would fall on it.
            #expect {
                try table.weights(of: weighting(id))
            } throws: {
                isRefusal($0, "lose nothing")
            }
        default:
            #expect {
                try table.weights(of: weighting(id))
            } throws: {
                isRefusal($0, "same value for every unit of the class")
            }
        }
    }

    /// Counts with many ties and zeros, as pairs of states have them.
    @Test(arguments: fittedWeightings)
    func tiesAndZerosHaveFiniteWeights(id: String) throws {
        let table = WeightingCase([
            [0, 0, 1, 2, 0, 3, 1, 0], [5, 5, 2, 2, 0, 0, 1, 1], [1, 0, 0, 0, 4, 1, 0, 2],
        ])
        if id == "merec" {
            #expect(
                throws: ScoringFailure.valueOutsideDomain(
                    indicator: 0, unit: 0, need: "values above zero, because MEREC takes logarithms of ratios"
                )
            ) { try table.weights(of: .merec) }
        } else {
            let weights = try table.weights(of: weighting(id))
            #expect(weights.allSatisfy { $0 > 0 && $0 < 1 } && isNear(weights.reduce(0, +), 1, 1e-14))
        }
    }

    @Test(arguments: ["entropy", "gini", "angle", "cilos", "idocriw", "merec"])
    func negativeValuesAreRefusedByNameOfUnitAndIndicator(id: String) throws {
        let table = WeightingCase([[1, 2, 3], [1, 5, -2]])
        #expect {
            try table.weights(of: weighting(id))
        } throws: { error in
            if case ScoringFailure.valueOutsideDomain(indicator: 1, unit: 2, need: _) = error {
                true
            } else {
                false
            }
        }
    }

    @Test func indicatorsThatTellNothingApartHaveNoWeights() throws {
        #expect {
            try WeightingCase([[2, 2, 2], [3, 3, 3]]).weights(of: .entropy)
        } throws: {
            isRefusal($0, "all zero")
        }
        #expect {
            try WeightingCase([[1, 2, 3], [0.1, 0.2, 0.3]]).weights(of: .critic)
        } throws: {
            isRefusal($0, "all zero")
        }
        #expect {
            try WeightingCase([[0, 0, 0], [3, 1, 3]]).weights(of: .gini)
        } throws: {
            isRefusal($0, "nothing is a share")
        }
    }

    /// One unit is best on everything: no indicator loses.
    @Test func lossesThatConnectNothingAreRefused() throws {
        #expect {
            try WeightingCase([[9, 2, 3], [9, 5, 2]]).weights(of: .cilos)
        } throws: {
            isRefusal($0, "lose nothing")
        }
    }

    /// Sums, ranges or means of these are not finite.
    @Test(arguments: ["entropy", "gini", "angle", "critic", "standard-deviation", "lopcow"])
    func hugeValuesAreRefused(id: String) throws {
        let isRange = ["critic", "standard-deviation", "lopcow"].contains(id)
        let table = WeightingCase([[isRange ? -1.7e308 : 1.6e308, 1.7e308, 1, 2], [1, 2, 3, 5]])
        #expect(throws: ScoringFailure.self) { try table.weights(of: weighting(id)) }
    }

    /// Sums of these are not finite, but their means and correlations are; deviations from the mean of the last are not.
    @Test func correlationsOfHugeValues() throws {
        let column = [1.6, 1.7, 0.1, 0.2]
        let small = correlationMatrix(of: [column, [1, 2, 3, 5]])
        let huge = correlationMatrix(of: [column.map { $0 * 1e308 }, [1, 2, 3, 5]])
        #expect(abs(small[0, 1] - huge[0, 1]) < 1e-15)
        let table = WeightingCase([[-1.7e308, 1.7e308, 1.7e308, 1.7e308], [1, 2, 3, 5]])
        #expect(throws: ScoringFailure.self) { try table.weights(of: weighting("pca")) }
    }

    @Test func detailsNameTheirGroup() throws {
        let output = try Self.table.output(of: .entropy, ["within": .word("groups")])
        #expect(output.details.map(\.name) == ["entropy (d0)", "entropy (d1)"])
        #expect(output.details.map(\.values.count) == [2, 3])
    }
}
