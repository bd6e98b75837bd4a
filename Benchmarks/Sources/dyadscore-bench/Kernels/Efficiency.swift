import LinearAlgebra
import Scoring

extension Kernel {
    /// Output-oriented efficiencies under variable returns to scale, with slacks; a row a unit: inputs, then outputs.
    ///
    /// The answer: the efficiencies.
    static let efficiencies = Kernel(
        name: "dea", files: ["PRODUCTION"], settings: [Setting("inputs", 2), Setting("repeat", 1)]
    ) { arguments in
        let rows = try readNumbers(arguments.files[0])
        let inputs = try arguments.integer("inputs")
        let table = try ProductionTable(
            inputs: Matrix(rows: rows.count, columns: inputs) { rows[$0][$1] },
            outputs: Matrix(rows: rows.count, columns: rows[0].count - inputs) { rows[$0][inputs + $1] },
            isReference: rows.map { _ in true })
        let model = EfficiencyModel(returnsToScale: .variable, orientation: .output)
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            try table.efficiencies(model).map { unit in
                if case .measured(let projection) = unit { projection.efficiency } else { 0 }
            }
        }
    }
}
