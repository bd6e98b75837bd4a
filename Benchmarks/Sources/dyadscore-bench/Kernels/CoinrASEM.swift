import Foundation
import LinearAlgebra
import Scoring
import WideTables

/// The uncertainty analysis of COINr's vignette "Sensitivity Analysis" on its ASEM index: 51 countries, 49 indicators in
/// three levels, the whole pipeline again in each replication.
///
/// Drawn for each replication: the number of winsorised values (1 to 5), min-max [1, 100] or z-score (mean 10, deviation
/// 2), weights of pillars and sub-indices within 25 % of the nominal ones, and the arithmetic or the geometric mean. The
/// engine refuses geometric means of z-scores, so these replications take min-max values. Denominators are divided by once.
extension Kernel {
    /// The answer: the nominal index of each country, of which there is a recorded run of COINr.
    static let coinrASEM = Kernel(
        name: "coinr-asem", files: ["TABLE", "INDICATORS"], settings: [Setting("replications", 500)]
    ) { arguments in
        let input = try asemInput(table: arguments.files[0], sheet: arguments.files[1])
        let replications = try arguments.integer("replications")
        return try Timing.of {
            let results = parallelMap(count: replications) { replication in
                Result { try asemIndex(AsemChoices(replication: replication), of: input) }
            }
            for result in results { _ = try result.get() }
            return try asemIndex(.nominal, of: input).scores.map { $0 ?? 0 }
        }
    }

    private static func asemInput(table: String, sheet: String) throws -> IndexInput {
        func bytes(_ path: String) throws -> [UInt8] {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        return try IndexInput(
            WideTable(bytes(table), path: table, unitColumn: "uCode", missingValues: ["NA"]),
            sheet: IndicatorSheet(bytes(sheet), path: sheet), groupColumn: "EurAsia_group")
    }

    private static func asemIndex(_ choices: AsemChoices, of input: IndexInput) throws -> CompositeIndex {
        let levels = input.design.hierarchy.levels.enumerated().map { level, nodes in
            Hierarchy.Level(
                names: nodes.names, weights: zip(nodes.weights, choices.noise(level, nodes)).map { $0 * $1 },
                parents: nodes.parents)
        }
        return try CompositeIndex(
            of: input.table,
            design: IndexDesign(
                indicators: input.design.indicators, hierarchy: Hierarchy(levels: levels),
                unitGroups: input.design.unitGroups),
            isReference: input.isReference,
            method: ScoringMethod(
                outliers: MethodChoice(
                    OutlierTreatment.winsorise.description, ["points": .number(choices.winsorised)]),
                normalisation: choices.normalisation,
                missingData: MethodChoice(MissingDataRule.groupMean.description),
                weighting: MethodChoice(Weighting.declared.description),
                aggregations: [choices.isGeometric ? .geometric : .arithmetic]))
    }
}

/// What differs between replications.
private struct AsemChoices {
    var winsorised = 5.0
    var normalisation: MethodChoice
    var isGeometric = false
    /// Nil for nominal weights.
    private var noise: Philox?

    static var nominal: AsemChoices {
        get throws { AsemChoices(normalisation: try minMax(0)) }
    }

    private init(normalisation: MethodChoice) { self.normalisation = normalisation }

    init(replication: Int) throws {
        let generator = Philox(seed: 202308, stream: UInt64(replication))
        winsorised = 1 + (5 * generator.uniform(at: 0)).rounded(.down)
        isGeometric = generator.uniform(at: 1) < 0.5
        normalisation =
            isGeometric || generator.uniform(at: 2) < 0.5
            ? try Self.minMax(1)
            : try MethodChoice(
                Normalisation.zScore.description, ["mean": .number(10), "deviation": .number(2)])
        noise = generator
    }

    private static func minMax(_ lowest: Double) throws -> MethodChoice {
        try MethodChoice(Normalisation.minMax.description, ["range": .numbers([lowest, 100])])
    }

    /// Factors of the weights of a level's nodes: those of the groups move, those of the indicators do not.
    func noise(_ level: Int, _ nodes: Hierarchy.Level) -> [Double] {
        nodes.names.indices.map { node in
            guard level > 0, let noise else { return 1 }
            return 0.75 + 0.5 * noise.uniform(at: UInt64(100 * level + node))
        }
    }
}
