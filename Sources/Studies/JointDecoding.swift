import ClaimTesting
import Diagnostics
import Documents

extension StudyDecoder {
    /// How all doubts are drawn together; the number of draws is one of the decision rule.
    func joint(_ node: DocumentNode, draws: Int) throws(Diagnostic) -> AssessmentPlan.JointPlan {
        let keys = try node.mapping(allowing: ["effect-rows", "undated-share"])
        return .init(
            draws: draws,
            effectRows: try keys.optional("effect-rows")?.integer(in: 2...1_000_000) ?? 1000,
            undatedShare: try keys.optional("undated-share")?.number(in: 0...1) ?? 0.5)
    }
}
