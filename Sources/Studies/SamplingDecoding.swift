import ClaimTesting
import Diagnostics
import Documents

extension StudyDecoder {
    /// How the sampling error over years is found; nil without the key.
    ///
    /// - Parameter confidence: of sets and intervals, which a study states once, in its decision rule.
    func sampling(
        _ node: DocumentNode?, confidence: Double
    ) throws(Diagnostic) -> AssessmentPlan.SamplingPlan? {
        guard let node else { return nil }
        let keys = try node.mapping(allowing: ["draws", "replicates", "best"])
        var plan = AssessmentPlan.SamplingPlan(confidence: confidence)
        if let draws = keys.optional("draws") { plan.draws = try draws.integer(in: 100...100_000) }
        if let replicates = keys.optional("replicates") {
            plan.replicates = try replicates.integer(in: 1...100_000)
        }
        if let best = keys.optional("best") { plan.tau = try best.integer(in: 1...1_000_000) }
        return plan
    }
}
