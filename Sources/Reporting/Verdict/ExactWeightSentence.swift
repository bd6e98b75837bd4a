import ClaimTesting
import Dyads
import DyadicModels
import Tabular
import Uncertainty

extension FindingSentences {
    /// Whether any weights of the dimensions put the target first on the primary readings, with the certificate where
    /// none do, and whether weights of single indicators would.
    var exactWeights: VerdictSentence? {
        var isExcluded = false
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            guard let answers = answers(on: reading, .dimensions),
                let answer = answers.firstPlace(of: assessment.claim.target)
            else { return nil }
            let row = answerRow(on: reading, .dimensions)
            switch answer {
            case .unopposed: return nil
            case .possible(let weights, _):
                let shown = zip(answers.scores.names, weights).filter { $1 >= Self.leastShown }
                let words = shown.map { "\($0) \(percent($1))" }.joined(separator: ", ")
                return VerdictSentence(
                    "on \(reading) weights of the dimensions put it first (\(words))",
                    rows: [row] + shown.map { vectorRow(on: reading, node: $0.0) })
            case .excluded(let dominance):
                isExcluded = true
                let rivals = dominance.shares.indices.filter { dominance.shares[$0] >= Self.leastShown }
                    .map { answers.dyads[$0] }
                let names = listed(rivals.map(name(of:)))
                let above = rivals.count == 1 ? names : "a mixture of \(names)"
                let indicators = indicatorWords(on: reading)
                return VerdictSentence(
                    "on \(reading) no weights of the dimensions put it first: \(above) is at least level with it "
                        + "under all of them\(indicators?.text ?? "")",
                    rows: [row] + rivals.map { vectorRow(on: reading, node: "\($0)") }
                        + (indicators?.rows ?? []))
            }
        }
        let caution =
            isExcluded
            ? " Such a certificate alone contradicts nothing: chance gives one to many pairs." : ""
        return VerdictSentence(parts, separator: "; ") { capitalised($0) + "." + caution }
    }

    /// Weights and shares below this are not named.
    private static let leastShown = 0.005

    /// What follows about the target where weights of dimensions do not put it first; nothing without an answer.
    private func indicatorWords(on reading: String) -> VerdictSentence? {
        let row = answerRow(on: reading, .indicators)
        switch answers(on: reading, .indicators)?.firstPlace(of: assessment.claim.target) {
        case .possible: return VerdictSentence(", though some of single indicators do", rows: [row])
        case .excluded: return VerdictSentence(", nor do any of single indicators", rows: [row])
        case .unopposed, nil: return nil
        }
    }

    private func answers(on reading: String, _ level: LinearScores.Level) -> ExactWeightAnswers? {
        let test = assessment.tests.exactWeights.first { $0.reading == reading && $0.level == level }
        return try? test?.outcome.get()
    }

    private func answerRow(on reading: String, _ level: LinearScores.Level) -> RowReference {
        RowReference(
            "exact-weights",
            [
                "reading": reading, "level": level.rawValue, "question": "first",
                "dyad": "\(assessment.claim.target)",
            ])
    }

    private func vectorRow(on reading: String, node: String) -> RowReference {
        RowReference(
            "exact-weights-vectors",
            [
                "reading": reading, "level": LinearScores.Level.dimensions.rawValue, "question": "first",
                "dyad": "\(assessment.claim.target)", "node": node,
            ])
    }
}
