import Diagnostics
import Scoring

/// An efficiency analysis as JSON; one object a unit, in the order of the table. What does not exist is absent.
struct EfficiencyDocument: Encodable {
    struct Peer: Encodable {
        let unit: String
        let intensity: Double
    }

    /// Against one frontier; from `distance` on absent where the status is not `measured`.
    struct Measured: Encodable {
        /// measured, without-output, without-input or infeasible.
        let status: String
        /// Farrell's efficiency; absent where the status is without-input or infeasible.
        let value: Double?
        /// theta or phi.
        let distance: Double?
        /// In the sense of Pareto and Koopmans.
        let isEfficient: Bool?
        let inputSlacks: [Double]?
        let outputSlacks: [Double]?
        let peers: [Peer]?
    }

    struct Bootstrap: Encodable {
        let replicates: Int
        let seed: UInt64
        let confidence: Double
        let bandwidth: Double
    }

    struct Corrected: Encodable {
        /// Bias and deviation of the distance 1 / efficiency.
        let distanceBias: Double
        let distanceDeviation: Double
        let corrected: Double
        let lower: Double
        let upper: Double
        let isCorrectionWorthwhile: Bool
    }

    struct Unit: Encodable {
        let unit: String
        let inClass: Bool
        let inputs: [Double]
        let outputs: [Double]
        let rank: Int?
        let ties: Int?
        let efficiency: Measured
        let superEfficiency: Measured?
        let bootstrap: Corrected?
        let scaleEfficiency: Double?
        let returnsToScale: String?
    }

    let schema = "dyadscore-efficiency/1"
    let version = DyadScoreVersion.current
    let table: String
    let inputs: [String]
    let outputs: [String]
    let returns: String
    let orientation: String
    let `class`: String?
    let bootstrap: Bootstrap?
    let units: [Unit]

    init(_ run: EfficiencyRun) {
        table = run.source.path
        inputs = run.options.inputs
        outputs = run.options.outputs
        returns = run.options.model.returnsToScale.rawValue
        orientation = run.options.model.orientation.rawValue
        `class` = run.className
        bootstrap = run.options.bootstrap.flatMap { asked in
            run.bandwidth.map {
                Bootstrap(
                    replicates: asked.replicates, seed: asked.seed, confidence: asked.confidence,
                    bandwidth: $0)
            }
        }
        units = run.units.indices.map { unit in
            Unit(
                unit: run.units[unit], inClass: run.isReference[unit],
                inputs: run.production.inputs.row(unit),
                outputs: run.production.outputs.row(unit), rank: run.ranking.ranks[unit],
                ties: run.ranking.tieSizes[unit],
                efficiency: Measured(run.efficiencies[unit], units: run.units),
                superEfficiency: run.superEfficiencies.map { Measured($0[unit], units: run.units) },
                bootstrap: run.corrected?[unit].map(Corrected.init),
                scaleEfficiency: run.scaleEfficiencies[unit]?.ratio,
                returnsToScale: run.scaleEfficiencies[unit]?.region.rawValue)
        }
    }
}

extension EfficiencyDocument.Measured {
    init(_ efficiency: UnitEfficiency, units: [String]) {
        let projection = efficiency.projection
        self.init(
            status: efficiency.status, value: efficiency.efficiency, distance: projection?.distance,
            isEfficient: projection?.isEfficient, inputSlacks: projection?.inputSlacks,
            outputSlacks: projection?.outputSlacks,
            peers: projection.map { projection in
                projection.peers.map { .init(unit: units[$0], intensity: projection.intensities[$0]) }
            })
    }
}

extension EfficiencyDocument.Corrected {
    init(_ corrected: CorrectedEfficiency) {
        self.init(
            distanceBias: corrected.distanceBias, distanceDeviation: corrected.distanceDeviation,
            corrected: corrected.corrected, lower: corrected.lower, upper: corrected.upper,
            isCorrectionWorthwhile: corrected.isCorrectionWorthwhile)
    }
}
