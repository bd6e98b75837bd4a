import Dyads
import DyadicModels

/// A class in which the claim is tested: its own, a declared one, or that of all dyads.
struct TestedClass: Sendable {
    static let claimID = "claim"
    static let liftedID = "exception-lifted"

    let id: String
    let title: String
    /// The class, or why it is not known which dyads it holds.
    let outcome: Result<ReferenceClass, Absence>
}

extension Assessment {
    /// The claim's own class, all dyads where the claim leaves some out, and the declared classes, in this order.
    func testedClasses(covariates: Covariates?) -> [TestedClass] {
        let own = claim.referenceClass
        var classes = [
            TestedClass(id: TestedClass.claimID, title: claim.className, outcome: .success(own))
        ]
        if !panel.dyads.allSatisfy(own.contains) {
            classes.append(
                TestedClass(
                    id: TestedClass.liftedID, title: "All pairs, exception lifted",
                    outcome: .success(ReferenceClass(excludedStates: []))))
        }
        return classes
            + plan.classes.map { declared in
                TestedClass(
                    id: declared.id, title: declared.title,
                    outcome: Result { () throws(Absence) in
                        try declared.resolved(
                            inside: own, of: panel.dyads, years: plan.windows[0].years,
                            covariates: covariates)
                    })
            }
    }
}
