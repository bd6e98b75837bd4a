import Diagnostics
import Documents
import DyadicModels
import Scoring

extension StudyDecoder {
    /// What the study says of its indicators, with the weights of its dimensions; checks of methods rest on it.
    mutating func metadata(_ node: DocumentNode?) throws(Diagnostic) -> IndexMetadata {
        var entries: [String: IndexMetadata.Entry] = [:]
        if let mapping = try node?.mapping() {
            for key in mapping.keys {
                let id = try known(key, among: scoredIndicators, what: "an indicator of the study")
                entries[id] = try entry(try mapping.required(id))
            }
        }
        metadata = IndexMetadata(indicators: entries, dimensionWeights: dimensionWeights)
        return metadata
    }

    private func entry(_ node: DocumentNode) throws(Diagnostic) -> IndexMetadata.Entry {
        let keys = try node.mapping(allowing: ["worst", "best", "reference", "weight"])
        func number(_ key: String) throws(Diagnostic) -> Double? {
            try keys.optional(key)?.number(in: -1e12...1e12)
        }
        var goalposts: Goalposts?
        switch (try number("worst"), try number("best")) {
        case (let worst?, let best?):
            goalposts = Goalposts(worst: worst, best: best)
            guard goalposts != nil else {
                throw Diagnostic(
                    at: node.location, rule: "worst and best may not be the same", found: "\(worst)")
            }
        case (nil, nil): break
        case (let worst, _):
            throw Diagnostic(
                at: node.location, rule: "worst and best are given together",
                remedy: "add \(worst == nil ? "worst" : "best")")
        }
        return .init(
            goalposts: goalposts, reference: try number("reference"),
            weight: try keys.optional("weight")?.number(in: 0...1e9))
    }

    /// Refuses a choice that no study can make, or that this one gives no values for.
    func requirePossible(_ choice: MethodChoice, at node: DocumentNode) throws(Diagnostic) {
        switch choice.id {
        case MissingDataRule.groupMean.description.id:
            throw Diagnostic(
                at: node.location, rule: "\(choice.id) is not for studies: dyads have no groups of units",
                remedy: "choose dimension-mean or indicator-mean")
        case Weighting.declared.description.id where !metadata.hasWeights:
            throw Diagnostic(
                at: node.location, rule: "\(choice.id) weights need a weight that the study declares",
                remedy: "add weight to a dimension under dimensions, or to an indicator under indicators")
        default: break
        }
    }

    /// Refuses a normalisation that needs goalposts or references of indicators for which the study gives none.
    ///
    /// - Parameters:
    ///   - normalisation: the one that `node` names; nil if it names none.
    ///   - dimensions: those of the readings that it is for; indicators that variants add are not asked about.
    func requireGiven(
        _ normalisation: MethodChoice?, for dimensions: [String], at node: DocumentNode
    ) throws(Diagnostic) {
        guard let normalisation else { return }
        let isGiven: (IndexMetadata.Entry) -> Bool
        let (what, remedy): (String, String)
        switch normalisation.id {
        case Normalisation.goalposts.description.id:
            isGiven = { $0.goalposts != nil }
            (what, remedy) = ("goalposts", "{worst: ..., best: ...}")
        case Normalisation.distanceToReference.description.id
        where normalisation.arguments.word("reference") == "given":
            isGiven = { $0.reference != nil }
            (what, remedy) = ("a reference", "{reference: ...}")
        default: return
        }
        let used = defaultDimensions.filter { dimensions.contains($0.id) }.flatMap(\.indicators)
        let lacking = used.filter { !(metadata.indicators[$0].map(isGiven) ?? false) }
        guard let first = lacking.first else { return }
        let place = try node.mapping().optional(Step.normalisation.rawValue) ?? node
        throw Diagnostic(
            at: place.location, rule: "\(normalisation.id) needs \(what) of every indicator of a reading",
            found: "none for \(lacking.joined(separator: ", "))",
            remedy:
                "add \(first): \(remedy) and the like under indicators, on the scale of the transformed values"
        )
    }
}
