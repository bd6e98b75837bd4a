import Diagnostics
import LinearAlgebra
import Scoring

/// The efficiency of the units of a table, by data envelopment analysis.
public struct EfficiencyRun: Sendable {
    public let options: EfficiencyOptions
    public let units: [String]
    public let isReference: [Bool]
    public let className: String?
    /// P x I and P x O, as they stand in the table.
    public let production: ProductionTable
    public let efficiencies: [UnitEfficiency]
    /// Where super-efficiency is asked for.
    public let superEfficiencies: [UnitEfficiency]?
    public let scaleEfficiencies: [ScaleEfficiency?]
    /// Where a bootstrap is asked for; nil for units without a distance.
    public let corrected: [CorrectedEfficiency?]?
    /// The bandwidth of the bootstrap.
    public let bandwidth: Double?
    /// By super-efficiency where it is asked for, else by efficiency; units without one are not ranked, nor are
    /// those whose super-efficiency does not exist.
    public let ranking: Ranking
    let source: WideTable

    /// Efficiencies tie when they differ by this share of their range.
    public static let tieTolerance = 1e-7

    /// - Parameters:
    ///   - source: the table; P units, none without a value in a column of an input or output.
    ///   - options: columns of inputs and of outputs, the model, and whether a bootstrap is made.
    ///   - classFilter: `COLUMN=VALUE`: the units that the frontier is made of; nil for all.
    /// - Throws: `Diagnostic`: wrong argument for columns that are not there, bad data for values that are missing,
    ///   negative or too small, and for a class without a frontier.
    public init(
        _ source: WideTable, options: EfficiencyOptions, classFilter: String? = nil
    ) throws(Diagnostic) {
        try options.check(against: source.header)
        self.source = source
        self.options = options
        units = source.units
        isReference = try ReferenceFilter.marks(classFilter, in: source)
        className = classFilter
        let inputs = try Self.matrix(options.inputs, of: source)
        let outputs = try Self.matrix(options.outputs, of: source)
        do throws(EfficiencyFailure) {
            production = try ProductionTable(inputs: inputs, outputs: outputs, isReference: isReference)
            efficiencies = try production.efficiencies(options.model)
            superEfficiencies = options.isSuper ? try production.superEfficiencies(options.model) : nil
            scaleEfficiencies = try production.scaleEfficiencies(options.model.orientation)
            if let asked = options.bootstrap {
                let bootstrap = try EfficiencyBootstrap(production, model: options.model, seed: asked.seed)
                bandwidth = bootstrap.bandwidth
                corrected = try bootstrap.run(replicates: asked.replicates, confidence: asked.confidence)
            } else {
                bandwidth = nil
                corrected = nil
            }
        } catch {
            throw Self.diagnostic(error, options: options, source: source)
        }
        ranking = Ranking(
            scores: (superEfficiencies ?? efficiencies).map(\.efficiency), isRanked: units.map { _ in true },
            tieTolerance: Self.tieTolerance)
    }

    private static func matrix(_ names: [String], of source: WideTable) throws(Diagnostic) -> Matrix {
        var columns: [[Double]] = []
        for name in names {
            var values: [Double] = []
            for (unit, value) in try source.numbers(name).enumerated() {
                guard let value else {
                    throw Diagnostic(
                        at: source.location(ofUnit: unit, column: name),
                        rule: "inputs and outputs may not be missing",
                        found: "no \(name.quotedForMessage) of \(source.units[unit].quotedForMessage)",
                        remedy: "leave the unit out, or write 0 if there was none")
                }
                values.append(value)
            }
            columns.append(values)
        }
        return Matrix(rows: source.units.count, columns: columns.count) { columns[$1][$0] }
    }

    private static func diagnostic(
        _ failure: EfficiencyFailure, options: EfficiencyOptions, source: WideTable
    ) -> Diagnostic {
        func cell(_ unit: Int, _ column: EfficiencyFailure.Column, _ rule: String) -> Diagnostic {
            let name =
                switch column {
                case .input(let index): options.inputs[index]
                case .output(let index): options.outputs[index]
                }
            return Diagnostic(
                at: source.location(ofUnit: unit, column: name), rule: rule,
                found: "\(name.quotedForMessage) of \(source.units[unit].quotedForMessage)")
        }
        switch failure {
        case .unusableValue(let unit, let column):
            return cell(unit, column, "inputs and outputs must not be negative")
        case .valueTooSmall(let unit, let column):
            return cell(
                unit, column, "a value above zero must be at least 1e-9 of the largest in its column")
        case .noFrontier:
            return Diagnostic(
                at: SourceLocation(path: source.path),
                rule: "some unit of the class must have both an input and an output above zero")
        case .mismatchedShapes(let reason), .option(let reason):
            return Diagnostic(at: SourceLocation(path: source.path), rule: reason)
        case .solverUnavailable:
            return Diagnostic(.internalFailure, rule: "the solver of linear programs could not be started")
        case .solverStopped(let unit, let reason):
            return Diagnostic(
                .internalFailure, at: SourceLocation(path: source.path),
                rule: "the solver gave up on \(source.units[unit].quotedForMessage)", found: reason)
        }
    }
}
