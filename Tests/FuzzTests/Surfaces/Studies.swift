import ClaimTesting
import Diagnostics
import Documents

@testable import Documents
@testable import Studies

extension Surface {
    /// The study file: what is taken keeps its bounds, and is the same study when its document is written out again.
    static let study = Surface(
        "study",
        words: [
            "readings:", "method:", "tests:", "weights:", "draws:", "normalise:", "min-max", "aggregate:",
            "all",
            "AZE-KAZ", "9223372036854775807", "1e308", "-1", "[]", "{}", "dea", "topsis", "fixed",
            "goalposts", "without:",
        ]
    ) { bytes in
        let node = try documentNode(bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let study = try Study(parsing: text, path: "file.yaml")
        try agree(
            study.states.count >= 3 && Set(study.states).count == study.states.count, "states must differ")
        try agree(
            study.states.contains(study.claim.target.first)
                && study.states.contains(study.claim.target.second),
            "the target must be among the states")
        for window in study.plan.windows {
            try agree(
                window.years.lowerBound >= 1800 && window.years.upperBound <= 2100,
                "years must be from 1800 to 2100")
        }
        try agree(
            !study.id.isEmpty && !study.id.contains("/") && !study.id.contains("."), "an id names a folder")
        try agree(
            study.plan.dimensions.allSatisfy { !$0.indicators.isEmpty }, "a dimension must have an indicator")
        let again: Study
        do {
            again = try Study(parsing: node.writtenOut, path: "again.yaml")
        } catch {
            throw Disagreement(description: "a study is refused when it is written out again: \(error)")
        }
        try agree(study.words == again.words, "a study differs when it is written out and read again")
    }
}

extension Study {
    /// Everything but places, as words in no order: sets and dictionaries print in any.
    fileprivate var words: [Substring] {
        "\(id) \(title) \(publication) \(claim) \(states) \(plan) \(rule) \(seed) \(output)"
            .split { " ,:()[]".contains($0) }.sorted()
    }
}
