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

    private var text: String {
        func cell(_ value: Double?) -> String { value.map { formatted($0, significantDigits: 6) } ?? "-" }
        let slacks = options.showsSlacks ? slacks : []
        var rows = [
            ["rank", source.unitColumn, "efficiency", options.model.distanceName]
                + (options.isSuper ? ["super"] : []) + ["scale", "returns"] + slacks.map(\.name)
                + ["peers or reason"]
        ]
        for unit in order {
            let rank = ranking.ranks[unit].map { ((ranking.tieSizes[unit] ?? 1) > 1 ? "=" : "") + String($0) }
            var row = [
                rank ?? "-", units[unit], cell(efficiencies[unit].efficiency),
                cell(efficiencies[unit].projection?.distance),
            ]
            if let superEfficiencies {
                row.append(superEfficiencies[unit].reason ?? cell(superEfficiencies[unit].efficiency))
            }
            row += [
                cell(scaleEfficiencies[unit]?.ratio), scaleEfficiencies[unit]?.region.rawValue ?? "-",
            ]
            rows.append(
                row + slacks.map { cell($0.values[unit]) } + [efficiencies[unit].reason ?? peers(unit)])
        }
        let words = Set([1, rows[0].count - 1])
        return "\(title)\n\n\(alignedText(rows, rightAligned: rows[0].indices.map { !words.contains($0) }))"
    }

    private var title: String {
        let count = isReference.count { $0 }
        return
            "\(units.count) units, \(count) in the reference class; \(options.model.returnsToScale.rawValue), "
            + "\(options.model.orientation.rawValue) orientation; "
            + "inputs \(options.inputs.joined(separator: ", ")); outputs \(options.outputs.joined(separator: ", "))"
    }

    private var csvTable: Table {
        let slacks = options.showsSlacks ? slacks : []
        var fields: [TableSchema.Field] = [
            .init("unit", .string, "the unit"),
            .init("rank", .integer, "rank, 1 the best; ties share the better rank", isRequired: false),
            .init("efficiency", .number, "Farrell's efficiency", isRequired: false),
            .init("status", .string, "measured, or why not"),
            .init("distance", .number, "theta or phi", isRequired: false),
        ]
        if options.isSuper {
            fields += [
                .init("super_efficiency", .number, "efficiency against the others", isRequired: false),
                .init("super_status", .string, "measured, or why not"),
            ]
        }
        fields += [
            .init("scale_efficiency", .number, "CRS over VRS efficiency", isRequired: false),
            .init("returns", .string, "where on the frontier the unit lies", isRequired: false),
        ]
        fields += slacks.map { .init($0.name, .number, "slack", isRequired: false) }
        fields.append(.init("peers", .string, "units of the projection with their intensities"))
        var table = Table(
            schema: TableSchema(name: "efficiency", title: "Efficiency", fields: fields, primaryKey: ["unit"])
        )
        for unit in order {
            var row: [Table.Cell] = [
                .text(units[unit]), .optional(ranking.ranks[unit]), .optional(efficiencies[unit].efficiency),
                .text(efficiencies[unit].status), .optional(efficiencies[unit].projection?.distance),
            ]
            if let superEfficiencies {
                row += [
                    .optional(superEfficiencies[unit].efficiency), .text(superEfficiencies[unit].status),
                ]
            }
            row += [
                .optional(scaleEfficiencies[unit]?.ratio),
                .optional(scaleEfficiencies[unit]?.region.rawValue),
            ]
            table.append(row + slacks.map { .optional($0.values[unit]) } + [.text(peers(unit))])
        }
        return table
    }
}

extension EfficiencyModel {
    /// What the distance is called: theta or phi.
    var distanceName: String { orientation == .input ? "theta" : "phi" }
}

extension UnitEfficiency {
    /// In one word, for machines.
    var status: String {
        switch self {
        case .measured: "measured"
        case .withoutOutput: "without-output"
        case .withoutInput: "without-input"
        case .beyondReference: "infeasible"
        }
    }

    /// Why there is no projection, for people; nil where there is one.
    var reason: String? {
        switch self {
        case .measured: nil
        case .withoutOutput: "no output"
        case .withoutInput: "no input"
        case .beyondReference: "infeasible"
        }
    }
}
