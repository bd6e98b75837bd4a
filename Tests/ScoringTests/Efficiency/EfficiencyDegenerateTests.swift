import LinearAlgebra
import Scoring
import Testing

struct EfficiencyDegenerateTests {
    @Test(arguments: allModels)
    func aUnitAloneIsEfficientAndCannotBeSuperEfficient(model: EfficiencyModel) throws {
        let table = try productionTable([[2, 3]], [[5]])
        #expect(isNear(try table.efficiencies(model)[0].efficiency, 1, 1e-12))
        #expect(try table.superEfficiencies(model) == [.beyondReference])
    }

    @Test(arguments: allModels)
    func withoutOutputTheEfficiencyIsZeroAndWithoutInputThereIsNone(model: EfficiencyModel) throws {
        let table = try productionTable([[1], [2], [4], [0]], [[0], [1], [3], [2]])
        let result = try table.efficiencies(model)
        #expect(result[0] == .withoutOutput && result[0].efficiency == 0)
        #expect(result[3] == .withoutInput && result[3].efficiency == nil)
        // Neither is a peer: the frontier is that of the other two.
        let others = try productionTable([[2], [4]], [[1], [3]]).efficiencies(model)
        #expect(areNear(result[1...2].map(\.efficiency), others.map(\.efficiency), 1e-12))
        #expect(try table.scaleEfficiencies(model.orientation)[0] == nil)
    }

    @Test func whatNoReferenceUnitMakesOrDoesWithoutIsBeyondReference() throws {
        // The first unit alone makes the second output, and alone does without the second input.
        let table = try productionTable([[1, 0], [1, 1], [2, 3]], [[1, 1], [1, 0], [1, 0]])
        for model in allModels {
            #expect(try table.superEfficiencies(model)[0] == .beyondReference, "\(model)")
            #expect(isNear(try table.efficiencies(model)[0].efficiency, 1, 1e-12), "\(model)")
        }
    }

    @Test func unitsOutsideTheClassAreMeasuredAgainstItsFrontier() throws {
        let inputs = matrix([[1], [1], [1], [0.5]])
        let outputs = matrix([[2], [1], [4], [9]])
        let table = try ProductionTable(
            inputs: inputs, outputs: outputs, isReference: [true, true, false, false])
        let crs = try table.efficiencies(EfficiencyModel(returnsToScale: .constant, orientation: .output))
        #expect(areNear(crs.map(\.efficiency), [1, 0.5, 2, 9], 1e-12))
        #expect(crs[2].projection?.peers == [0])
        let beyond = try table.superEfficiencies(
            EfficiencyModel(returnsToScale: .constant, orientation: .output))
        #expect(areNear(beyond[2...].map(\.efficiency), [2, 9], 1e-12))
        let vrs = try table.efficiencies(EfficiencyModel(returnsToScale: .variable, orientation: .input))
        #expect(vrs[2] == .beyondReference && vrs[3] == .beyondReference)
    }

    @Test(arguments: allModels)
    func twinsShareTheirEfficiency(model: EfficiencyModel) throws {
        let table = try productionTable([[2], [2], [3], [3]], [[4], [4], [3], [3]])
        let result = try table.efficiencies(model).map(\.efficiency)
        #expect(isNear(result[0], 1, 1e-12) && isNear(result[1], 1, 1e-12))
        #expect(isNear(result[2], result[3], 1e-12))
        #expect(isNear(try table.superEfficiencies(model)[0].efficiency, 1, 1e-12))
    }

    /// Nine orders of magnitude between units; the answers are quotients.
    @Test func unitsOfVeryDifferentSizesAreMeasuredAlike() throws {
        let sizes = [1e-4, 1, 1e4]
        let table = try productionTable(sizes.map { [$0] }, [[2e-4], [1], [0.5e4]])
        let crs = try table.efficiencies(EfficiencyModel(returnsToScale: .constant, orientation: .input))
        #expect(areNear(crs.map(\.efficiency), [1, 0.5, 0.25], 1e-12))
    }

    @Test func unusableTablesAreRefused() {
        func failure(_ inputs: [[Double]], _ outputs: [[Double]], _ marks: [Bool]) -> EfficiencyFailure? {
            do throws(EfficiencyFailure) {
                _ = try ProductionTable(inputs: matrix(inputs), outputs: matrix(outputs), isReference: marks)
                return nil
            } catch {
                return error
            }
        }
        #expect(
            failure([[1], [-1]], [[1], [1]], [true, true]) == .unusableValue(unit: 1, column: .input(0)))
        #expect(failure([[1]], [[1, .nan]], [true]) == .unusableValue(unit: 0, column: .output(1)))
        #expect(
            failure([[1], [1e10]], [[1], [1]], [true, true]) == .valueTooSmall(unit: 0, column: .input(0)))
        #expect(failure([[1], [0]], [[0], [1]], [true, true]) == .noFrontier)
        #expect(failure([[1], [2]], [[1], [1]], [false, false]) == .noFrontier)
        #expect(
            failure([[1]], [[1], [1]], [true])
                == .mismatchedShapes(reason: "1 units have inputs, 2 have outputs, 1 are marked"))
        #expect(
            failure([[]], [[1]], [true])
                == .mismatchedShapes(reason: "efficiency needs at least one input and one output"))
    }
}
