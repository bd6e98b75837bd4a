import ClaimTesting
import Dyads
import DyadicModels
import Tabular
import Uncertainty

extension FindingSentences {
    /// Whether any weights of the dimensions put the target first on the primary readings, with the certificate where
    /// none do, and whether weights of single indicators would.
    public var exactWeights: String? {
        var isExcluded = false
        let parts = assessment.primaryFindings.compactMap { item -> String? in
            let test = assessment.tests.exactWeights.first {
                $0.reading == item.subject.id && $0.level == .dimensions
            }
            guard let answers = try? test?.outcome.get(),
                let answer = answers.firstPlace(of: assessment.claim.target)
            else { return nil }
            switch answer {
            case .unopposed: return nil
            case .possible(let weights, _):
                let words = zip(answers.scores.names, weights).filter { $1 >= 0.005 }.map {
                    "\($0) \(percent($1))"
                }
                return
                    "on \(item.subject.id) weights of the dimensions put it first (\(words.joined(separator: ", ")))"
            case .excluded(let dominance):
                isExcluded = true
                let rivals = dominance.shares.indices.filter { dominance.shares[$0] >= 0.005 }
                    .map { assessment.panel.states.name(of: answers.dyads[$0]) }
                let above =
                    rivals.count == 1
                    ? "\(rivals[0]) is at least level with it"
                    : "a mixture of \(rivals.joined(separator: " and ")) is at least level with it"
                return
                    "on \(item.subject.id) no weights of the dimensions put it first: \(above) under all of them"
                    + indicatorWords(on: item.subject.id)
            }
        }
        guard !parts.isEmpty else { return nil }
        let caution =
            isExcluded
            ? " Such a certificate alone contradicts nothing: chance gives one to many pairs." : ""
        return capitalised(parts.joined(separator: "; ")) + "." + caution
    }

    /// What follows about the target where weights of dimensions do not put it first; nothing without an answer.
    private func indicatorWords(on reading: String) -> String {
        let test = assessment.tests.exactWeights.first { $0.reading == reading && $0.level == .indicators }
        let answers = try? test?.outcome.get()
        switch answers?.firstPlace(of: assessment.claim.target) {
        case .possible: return ", though some of single indicators do"
        case .excluded: return ", nor do any of single indicators"
        case .unopposed, nil: return ""
        }
    }
}
