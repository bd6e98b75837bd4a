import Scoring
import Tabular

/// Multiple imputation as JSON, apart from the point scores.
struct ImputationRecord: Encodable {
    let imputations: Int
    let seed: UInt64
    /// One list of scores by unit for each imputation.
    let scores: [[Double?]]
    let meanScores: [Double?]
    /// Between imputations.
    let deviations: [Double?]
    /// For each unit how often it had each rank in the class, from rank 1.
    let rankCounts: [[Int]]

    init(_ imputation: MultipleImputation, _ request: ImputationRequest) {
        imputations = request.count
        seed = request.seed
        scores = imputation.scores
        meanScores = imputation.meanScores
        deviations = imputation.deviations
        rankCounts = imputation.rankCounts
    }
}

extension MultipleImputation {
    /// Columns for tables of one row a unit: mean, deviation, best and worst rank in the class.
    var columns: [(name: String, isInteger: Bool, values: [Table.Cell])] {
        let ranks = rankCounts.map { counts in
            let occurring = counts.indices.filter { counts[$0] > 0 }.map { $0 + 1 }
            return (best: occurring.first, worst: occurring.last)
        }
        return [
            ("imputed_mean", false, meanScores.map { .optional($0) }),
            ("imputed_deviation", false, deviations.map { .optional($0) }),
            ("imputed_rank_best", true, ranks.map { .optional($0.best) }),
            ("imputed_rank_worst", true, ranks.map { .optional($0.worst) }),
        ]
    }
}
