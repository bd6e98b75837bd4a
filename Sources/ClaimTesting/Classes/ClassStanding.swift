import Dyads
public import DyadicModels
import LinearAlgebra

/// Where the target stands on a reading in a class that the claim may have meant.
///
/// A class of three dyads makes means and spreads of its own, by which a score may turn out quite another; so the
/// target is also ranked in it by the scores of the claim's own class, which do not move.
public struct ClassStanding: Sendable {
    public let window: Window
    /// `claim`, `exception-lifted`, or the id of a declared class.
    public let id: String
    public let title: String
    public let reading: String
    /// Dyads of the study in the class; nil if it is not known which they are.
    public let size: Int?
    /// With everything fitted again on the class: totals of years, expectations, scales, weights.
    public let refitted: Result<Standing, Absence>
    /// By the scores of the claim's own class; nil where they, or the class, do not exist.
    public let byClaimScores: Standing?
}

extension Assessment {
    /// The target's standing on every reading in every window and class; nothing for a plan without classes.
    ///
    /// The rank by the claim's scores in the class `claim` is the usual one. With c classes, w windows and r readings
    /// c w r scorings on all cores; a reading against an expectation fits it again for each indicator.
    ///
    /// - Parameter covariates: for classes by borders and for readings against an expectation that needs them.
    func classStandings(covariates: Covariates?) -> [ClassStanding] {
        guard !plan.classes.isEmpty else { return [] }
        let classes = testedClasses(covariates: covariates)
        let cases = plan.windows.flatMap { window in classes.map { (window: window, tested: $0) } }
        return parallelMap(count: cases.count) { [self] in
            standings(in: cases[$0].tested, window: cases[$0].window, covariates: covariates)
        }.flatMap(\.self)
    }

    private func standings(
        in tested: TestedClass, window: Window, covariates: Covariates?
    ) -> [ClassStanding] {
        let referenceClass = try? tested.outcome.get()
        let members = referenceClass.map { panel.dyads.map($0.contains) }
        let outcomes = tested.outcome.map {
            refitted(on: $0, in: window, covariates: covariates)
        }
        return plan.readings.enumerated().map { place, reading in
            let usual = result(reading.id, in: window.id)?.ranking
            return ClassStanding(
                window: window, id: tested.id, title: tested.title, reading: reading.id,
                size: members?.count(where: \.self),
                refitted: outcomes.flatMap { $0[place].standing },
                byClaimScores: members.flatMap { members in
                    usual.flatMap { Standing(of: claim.target, in: $0.among(members)) }
                })
        }
    }

    /// Every reading with everything fitted on another class.
    ///
    /// Pairs outside the class are left out altogether: they move nothing in it, and a value of theirs that a method does
    /// not take, such as one that falls below the class's lowest, must not leave the class without scores.
    private func refitted(
        on referenceClass: ReferenceClass, in window: Window, covariates: Covariates?
    ) -> [Outcome] {
        if referenceClass == claim.referenceClass {
            return plan.readings.map {
                result($0.id, in: window.id)?.outcome ?? .notAssessable(reason: "the reading was not scored")
            }
        }
        var scoring = scoring(in: window, of: claim.among(referenceClass))
        scoring.panel = panel.restricted(to: referenceClass.contains)
        return plan.readings.map { reading in
            let exposure = plan.specification(of: reading).exposure
            if exposure != .none {
                do throws(Absence) {
                    // A dimension that is empty before anything is expected stays so: nothing needs to be fitted.
                    _ = try WindowScoring.entering(plan.dimensions(of: reading)) { scoring.column($0) }
                } catch {
                    return .notAssessable(reason: error.reason)
                }
                // What the assessment expected rests on the claim's class.
                scoring.expected = scoring.expectedValues(
                    of: plan.indicators(of: reading), under: [exposure], covariates: covariates)
            }
            return scoring.score(reading, plan: plan)
        }
    }
}

extension Assessment.Outcome {
    /// The standing, or why there is none.
    var standing: Result<Standing, Absence> {
        switch self {
        case .scored(_, let standing): .success(standing)
        case .notAssessable(let reason): .failure(Absence(reason))
        }
    }
}
