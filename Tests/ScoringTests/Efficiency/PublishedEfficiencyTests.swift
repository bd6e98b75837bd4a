import LinearAlgebra
import Numerics
import Scoring
import Testing

struct PublishedEfficiencyTests {
    /// Cooper, Seiford & Tone (2007), chapter 1: one input and one output.
    @Test func cooperSeifordToneShopsWithOneInput() throws {
        let table = try referenceTable("dea-cst-ex1", inputs: ["employees_input"], outputs: ["sales_output"])
        let expected = try referenceColumns("dea-cst-ex1/expected.csv", ["ccr_efficiency"])[0]
        let result = try table.efficiencies(EfficiencyModel(returnsToScale: .constant, orientation: .input))
        #expect(areNear(result.map(\.efficiency), expected, 1e-6))
        #expect(result[0].projection?.peers == [1])
    }

    /// Cooper, Seiford & Tone (2007), chapter 1: two inputs and one output; C, D and E are efficient.
    @Test func cooperSeifordToneShopsWithTwoInputs() throws {
        let table = try referenceTable(
            "dea-cst-ex2", inputs: ["employees", "floor_area"], outputs: ["sales"])
        let expected = try referenceColumns("dea-cst-ex2/expected.csv", ["ccr_input_efficiency"])[0]
        let result = try table.efficiencies(EfficiencyModel(returnsToScale: .constant, orientation: .input))
        #expect(areNear(result.map(\.efficiency), expected, 1e-6))
        #expect(result.map { $0.projection?.isEfficient == true } == (0..<9).map { (2...4).contains($0) })
        #expect(result[0].projection?.peers == [3, 4])  // A between D and E
    }

    /// Cooper, Seiford & Tone (2007): the hospitals of Table 1.5, printed with three decimals.
    @Test func cooperSeifordToneHospitals() throws {
        let table = try referenceTable(
            "dea-cst-hospitals", inputs: ["doctors", "nurses"], outputs: ["outpatients", "inpatients"])
        let printed = try referenceColumns(
            "dea-cst-hospitals/expected.csv", ["ccr_input_printed", "bcc_input_computed"])
        for (returnsToScale, expected) in zip([ReturnsToScale.constant, .variable], printed) {
            let model = EfficiencyModel(returnsToScale: returnsToScale, orientation: .input)
            #expect(areNear(try table.efficiencies(model).map(\.efficiency), expected, 0.0005 + 1e-9))
        }
        let scale = try table.scaleEfficiencies(.input)
        #expect(
            areNear(scale.map { $0?.ratio }, zip(printed[0], printed[1]).map { $0 / $1 }, 0.0012))
        #expect(
            scale[0]?.region == .constant && scale[4]?.region == .increasing
                && scale[9]?.region == .decreasing)
    }

    /// Results of R that the tests of DataEnvelopmentAnalysis.jl (Barbero & Zofío) hold, with slacks.
    @Test(arguments: ["crs_input", "crs_output", "vrs_input", "vrs_output"])
    func barberoZofioTable(name: String) throws {
        let table = try referenceTable("dea-fls-book", inputs: ["x1", "x2"], outputs: ["y"])
        let expected = try referenceColumns(
            "dea-fls-book/expected.csv", ["", "_slack_x1", "_slack_x2", "_slack_y"].map { name + $0 })
        let model = EfficiencyModel(
            returnsToScale: name.hasPrefix("crs") ? .constant : .variable,
            orientation: name.hasSuffix("input") ? .input : .output)
        let result = try table.efficiencies(model)
        #expect(areNear(result.map { $0.projection?.distance }, expected[0], 1e-8))
        #expect(areNear(result.map { $0.projection?.inputSlacks[0] }, expected[1], 1e-8))
        #expect(areNear(result.map { $0.projection?.inputSlacks[1] }, expected[2], 1e-8))
        #expect(areNear(result.map { $0.projection?.outputSlacks[0] }, expected[3], 1e-8))
        // Unit 11 is as far as unit 1 and wastes 4 of the second input: radially efficient, yet not efficient.
        #expect(isNear(result[10].efficiency, 1, 1e-12) && result[10].projection?.isEfficient == false)
    }

    @Test func barberoZofioPeers() throws {
        let table = try referenceTable("dea-fls-book", inputs: ["x1", "x2"], outputs: ["y"])
        let result = try table.efficiencies(EfficiencyModel(returnsToScale: .variable, orientation: .input))
        let second = try #require(result[1].projection)
        #expect(second.peers == [0, 5, 6])
        #expect(
            areNear(
                second.peers.map { second.intensities[$0] }, [0.52558782849, 0.2842323651, 0.1901798064], 1e-9
            ))
    }

    /// Andersen & Petersen's super-efficiency of the power plants of Tone (2002), printed with four decimals.
    @Test func tonePowerPlants() throws {
        let table = try referenceTable(
            "dea-tone-2002", inputs: ["manpower", "construction", "maintenance", "evacuation"],
            outputs: ["power", "safety"])
        let printed = try referenceColumns("dea-tone-2002/expected.csv", ["ccr_super_printed"])[0]
        let model = EfficiencyModel(returnsToScale: .constant, orientation: .input)
        #expect(areNear(try table.superEfficiencies(model).map(\.efficiency), printed, 0.00005 + 1e-9))
        #expect(try table.efficiencies(model).allSatisfy { isNear($0.efficiency, 1, 1e-12) })
    }
}
