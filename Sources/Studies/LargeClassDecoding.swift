import ClaimTesting
import Diagnostics
import Documents

extension StudyDecoder {
    /// From which size a class is large, and how many rivals are followed in it.
    func largeClass(_ node: DocumentNode?) throws(Diagnostic) -> AssessmentPlan.LargeClassPlan {
        var plan = AssessmentPlan.LargeClassPlan()
        guard let node else { return plan }
        let keys = try node.mapping(allowing: ["above", "nearest"])
        if let above = keys.optional("above") { plan.above = try above.integer(in: 2...1_000_000) }
        if let nearest = keys.optional("nearest") { plan.nearest = try nearest.integer(in: 1...1_000) }
        return plan
    }
}
