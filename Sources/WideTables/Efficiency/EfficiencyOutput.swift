import Diagnostics
import Scoring
import Tabular

extension EfficiencyRun {
    /// The result in one of its forms, in UTF-8 with a final line feed.
    ///
    /// - Throws: `Diagnostic` (internal failure) for a number that is not finite.
    public func output(_ format: ResultFormat) throws(Diagnostic) -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .csv: try csvTable.csv(significantDigits: 17)
        case .json: try jsonBytes(of: EfficiencyDocument(self))
        }
    }

    /// Units by rank; those without an efficiency last, in the order of the table.
    private var order: [Int] {
        units.indices.sorted { (ranking.ranks[$0] ?? .max, $0) < (ranking.ranks[$1] ?? .max, $1) }
    }

    /// A unit's peers with their intensities, largest first: `B 0.5, E 0.25`.
    private func peers(_ unit: Int) -> String {
        guard let projection = efficiencies[unit].projection else { return "" }
        let intensities = projection.intensities
        return projection.peers.sorted { (-intensities[$0], $0) < (-intensities[$1], $1) }
            .map { "\(units[$0]) \(formatted(intensities[$0], significantDigits: 6))" }
            .joined(separator: ", ")
    }

    /// The columns of slacks with their values by unit.
    private var slacks: [(name: String, values: [Double?])] {
        options.inputs.enumerated().map { index, name in
            ("slack \(name)", efficiencies.map { $0.projection?.inputSlacks[index] })
        }
            + options.outputs.enumerated().map { index, name in
                ("slack \(name)", efficiencies.map { $0.projection?.outputSlacks[index] })
            }
    }

    /// The columns between the unit and its peers: a name for each form, and a value of each unit.
    private var columns: [(text: String, csv: String, type: TableSchema.FieldType, values: [Table.Cell])] {
        func cells(_ efficiencies: [UnitEfficiency]) -> [Table.Cell] {
            efficiencies.map { .optional($0.efficiency) }
        }
        func statuses(_ efficiencies: [UnitEfficiency]) -> [Table.Cell] {
            efficiencies.map { .text($0.status) }
        }
        var columns = [
            ("efficiency", "efficiency", cells(efficiencies)), ("status", "status", statuses(efficiencies)),
        ]
        columns.append(
            (options.model.distanceName, "distance", efficiencies.map { .optional($0.projection?.distance) }))
        if let superEfficiencies {
            columns.append(("super", "super_efficiency", cells(superEfficiencies)))
            columns.append(("super status", "super_status", statuses(superEfficiencies)))
        }
        columns.append(("scale", "scale_efficiency", scaleEfficiencies.map { .optional($0?.ratio) }))
        columns.append(("returns", "returns", scaleEfficiencies.map { .optional($0?.region.rawValue) }))
        if let corrected {
            columns.append(("corrected", "corrected_efficiency", corrected.map { .optional($0?.corrected) }))
            columns.append(("lower", "lower", corrected.map { .optional($0?.lower) }))
            columns.append(("upper", "upper", corrected.map { .optional($0?.upper) }))
        }
        if options.showsSlacks {
            columns += slacks.map { ($0.name, $0.name, $0.values.map { .optional($0) }) }
        }
        let words = Set(["status", "super_status", "returns"])
        return columns.map {
            (text: $0.0, csv: $0.1, type: words.contains($0.1) ? .string : .number, values: $0.2)
        }
    }

    private var text: String {
        let columns = columns
        var rows = [["rank", source.unitColumn] + columns.map(\.text) + ["peers"]]
        for unit in order {
            let rank = ranking.ranks[unit].map { ((ranking.tieSizes[unit] ?? 1) > 1 ? "=" : "") + String($0) }
            rows.append([rank ?? "-", units[unit]] + columns.map { $0.values[unit].text } + [peers(unit)])
        }
        let rightAligned = [true, false] + columns.map { $0.type == .number } + [false]
        return "\(title)\n\n\(alignedText(rows, rightAligned: rightAligned))"
    }

    private var title: String {
        let count = isReference.count { $0 }
        return
            "\(units.count) units, \(count) in the reference class; \(options.model.returnsToScale.rawValue), "
            + "\(options.model.orientation.rawValue) orientation; "
            + "inputs \(options.inputs.joined(separator: ", ")); outputs \(options.outputs.joined(separator: ", "))"
    }

    private var csvTable: Table {
        let columns = columns
        let fields: [TableSchema.Field] =
            [
                .init("unit", .string, "the unit"),
                .init("rank", .integer, "rank, 1 the best; ties share the better rank", isRequired: false),
            ] + columns.map { .init($0.csv, $0.type, $0.text, isRequired: false) }
            + [.init("peers", .string, "units of the projection with their intensities")]
        var table = Table(
            schema: TableSchema(name: "efficiency", title: "Efficiency", fields: fields, primaryKey: ["unit"])
        )
        for unit in order {
            table.append(
                [.text(units[unit]), .optional(ranking.ranks[unit])] + columns.map { $0.values[unit] }
                    + [.text(peers(unit))])
        }
        return table
    }
}

extension EfficiencyModel {
    /// What the distance is called: theta or phi.
    var distanceName: String { orientation == .input ? "theta" : "phi" }
}

extension UnitEfficiency {
    /// In one word.
    var status: String {
        switch self {
        case .measured: "measured"
        case .withoutOutput: "without-output"
        case .withoutInput: "without-input"
        case .beyondReference: "infeasible"
        }
    }
}
