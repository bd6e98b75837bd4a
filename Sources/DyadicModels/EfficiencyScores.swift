import LinearAlgebra
public import Scoring
public import WorkPieces

/// How an efficiency reading is computed.
public struct EnvelopmentPlan: Hashable, Sendable {
    public let orientation: Orientation
    /// Replicates of the bootstrap; 0 for none.
    public let replicates: Int
    /// Level of the bootstrap's intervals.
    public let confidence: Double
    /// Seed of the bootstrap.
    public let seed: UInt64

    public init(orientation: Orientation, replicates: Int, confidence: Double, seed: UInt64) {
        self.orientation = orientation
        self.replicates = replicates
        self.confidence = confidence
        self.seed = seed
    }
}

/// Efficiency of dyads by data envelopment analysis: contacts in, counts of agreements and projects out.
///
/// The score is super-efficiency under constant returns to scale: the efficiency for dyads below the frontier, and
/// for those on it the efficiency against a frontier made without them (Andersen & Petersen 1993), which tells
/// them apart. The frontier is made of the reference class; dyads outside it are measured against it.
public struct EfficiencyScores: Sendable {
    /// One dyad under every assumption about scale.
    public struct Row: Sendable {
        public let constant: UnitEfficiency
        public let superConstant: UnitEfficiency
        public let variable: UnitEfficiency
        /// `.beyondReference` where no mixture of the others can be compared with it: reported, not ranked.
        public let superVariable: UnitEfficiency
        public let nonIncreasing: UnitEfficiency
        /// Nil without an efficiency under all three assumptions.
        public let scale: ScaleEfficiency?
    }

    public let ranking: DyadRanking
    public let production: Production
    public let plan: EnvelopmentPlan
    /// The dyads with an input and all outputs, as indices into the ranking's dyads.
    public let measured: [Int]
    /// One a measured dyad.
    public let rows: [Row]
    private let table: ProductionTable
    private let tieTolerance: Double

    /// Measures every dyad with an input and all outputs.
    ///
    /// - Throws: `Absence` when no frontier can be made.
    public init(
        _ production: Production, plan: EnvelopmentPlan, tieTolerance: Double
    ) throws(Absence) {
        self.production = production
        self.plan = plan
        self.tieTolerance = tieTolerance
        let measured = production.complete
        self.measured = measured
        let table: ProductionTable
        var rows: [Row] = []
        do throws(EfficiencyFailure) {
            table = try ProductionTable(
                inputs: Matrix(rows: measured.count, columns: 1) { row, _ in
                    production.input[measured[row]] ?? 0
                },
                outputs: Matrix(rows: measured.count, columns: production.outputs.count) { row, column in
                    production.outputs[column].values[measured[row]] ?? 0
                }, isReference: measured.map { production.isInClass[$0] })
            @Sendable func model(_ returnsToScale: ReturnsToScale) -> EfficiencyModel {
                EfficiencyModel(returnsToScale: returnsToScale, orientation: plan.orientation)
            }
            let assumptions: [(ReturnsToScale, excludesSelf: Bool)] = [
                (.constant, false), (.constant, true), (.variable, false), (.variable, true),
                (.nonIncreasing, false),
            ]
            let outcomes = parallelMap(count: assumptions.count) { place in
                let (returnsToScale, excludesSelf) = assumptions[place]
                return Result { () throws(EfficiencyFailure) in
                    excludesSelf
                        ? try table.superEfficiencies(model(returnsToScale))
                        : try table.efficiencies(model(returnsToScale))
                }
            }
            var found: [[UnitEfficiency]] = []
            for outcome in outcomes { found.append(try outcome.get()) }
            for place in measured.indices {
                let (constant, variable, nonIncreasing) = (found[0][place], found[2][place], found[4][place])
                rows.append(
                    Row(
                        constant: constant, superConstant: found[1][place], variable: variable,
                        superVariable: found[3][place], nonIncreasing: nonIncreasing,
                        scale: ScaleEfficiency(
                            constant: constant.efficiency, variable: variable.efficiency,
                            nonIncreasing: nonIncreasing.efficiency)))
            }
        } catch {
            throw Absence(Self.words(error, production, measured))
        }
        self.table = table
        self.rows = rows
        ranking = Self.ranking(
            production, measured, rows.map(\.superConstant.efficiency), tieTolerance: tieTolerance)
    }

    /// Ranks by plain efficiency under another assumption about scale; the efficient tie.
    public func ranking(_ returnsToScale: ReturnsToScale) -> DyadRanking {
        let efficiencies = rows.map { row in
            switch returnsToScale {
            case .constant: row.constant.efficiency
            case .variable: row.variable.efficiency
            case .nonIncreasing: row.nonIncreasing.efficiency
            }
        }
        return Self.ranking(production, measured, efficiencies, tieTolerance: tieTolerance)
    }

    /// Bias-corrected efficiencies under constant returns with their intervals, by the smoothed bootstrap; one a
    /// measured dyad, nil where there is none.
    ///
    /// - Throws: `Absence` when there is no inefficiency to resample, and in a shard.
    public func intervals(work: Work = Work()) throws(Absence) -> [CorrectedEfficiency?] {
        do throws(EfficiencyFailure) {
            let bootstrap = try EfficiencyBootstrap(
                table, model: EfficiencyModel(returnsToScale: .constant, orientation: plan.orientation),
                seed: plan.seed)
            let outcomes = work.attempts("efficiency replicates", count: plan.replicates) { number in
                Result { () throws(EfficiencyFailure) in try bootstrap.replicate(UInt64(number)) }
            }
            if let outcomes {
                var replicates: [[Double?]] = []
                for outcome in outcomes { replicates.append(try outcome.get()) }
                return try bootstrap.summary(of: replicates, confidence: plan.confidence)
            }
        } catch {
            throw Absence(Self.words(error, production, measured))
        }
        throw .elsewhere
    }

    private static func ranking(
        _ production: Production, _ measured: [Int], _ efficiencies: [Double?], tieTolerance: Double
    ) -> DyadRanking {
        var scores = [Double?](repeating: nil, count: production.dyads.count)
        for (unit, efficiency) in zip(measured, efficiencies) { scores[unit] = efficiency }
        return DyadRanking(
            dyads: production.dyads, isInClass: production.isInClass, scores: scores,
            tieTolerance: tieTolerance)
    }

    private static func words(
        _ failure: EfficiencyFailure, _ production: Production, _ measured: [Int]
    ) -> String {
        func name(_ unit: Int, _ column: EfficiencyFailure.Column) -> String {
            let columnName =
                switch column {
                case .input: "the contacts"
                case .output(let index): production.outputs[index].indicator
                }
            return "\(columnName) of \(production.dyads[measured[unit]])"
        }
        return switch failure {
        case .mismatchedShapes(let reason), .option(let reason): reason
        case .unusableValue(let unit, let column): "\(name(unit, column)) is negative or no number"
        case .valueTooSmall(let unit, let column):
            "\(name(unit, column)) is too small beside the largest value to be compared with it"
        case .solverUnavailable: "the solver of linear programs could not be started"
        case .noFrontier: "no dyad of the class has both contacts and outputs"
        case .solverStopped(let unit, let reason):
            "the linear program of \(production.dyads[measured[unit]]) was not solved: \(reason)"
        }
    }
}
