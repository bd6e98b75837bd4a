import ClaimTesting
public import Diagnostics
import Documents
public import Dyads
import DyadicModels

extension StudyDecoder {
    /// The classes that the claim may have meant, beside its own.
    ///
    /// A class by land borders is known only with the data; whether it holds the claim is asked there.
    mutating func classes(_ node: DocumentNode?, claim: Claim) throws(Diagnostic) -> [DeclaredClass] {
        claimClass = claim.referenceClass
        for item in try node?.list() ?? [] {
            let keys = try item.mapping(allowing: [
                "id", "title", "states", "between", "without", "land-border",
            ])
            let idNode = try keys.required("id")
            let id = try unique(idNode, among: declaredClasses.map(\.id), what: "a class")
            guard !DeclaredClass.reservedIDs.contains(id) else {
                throw idNode.expected(
                    "another name than \(DeclaredClass.reservedIDs.joined(separator: " and ")), which results use,"
                )
            }
            var declared = DeclaredClass(id: id, title: try keys.required("title").text())
            if let node = keys.optional("states") { declared.states = Set(try codes(node)) }
            if let node = keys.optional("between") { declared.between = try sides(node) }
            if let node = keys.optional("without") { declared.excluded = Set(try codes(node)) }
            declared.hasLandBorder = try keys.optional("land-border")?.boolean()
            guard declared != DeclaredClass(id: id, title: declared.title) else {
                throw item.expected("at least one of states, between, without and land-border")
            }
            if let resolved = withoutData(declared) {
                try Study.requireClaim(claim.target, in: resolved, of: dyads, at: item.location)
            }
            classLocations[id] = item.location
            declaredClasses.append(declared)
        }
        return declaredClasses
    }

    /// The reference classes among the options of a study's specifications.
    func classOptions(_ node: DocumentNode) throws(Diagnostic) -> MultiverseSpace.Choice {
        let known = ["claim"] + declaredClasses.map(\.id)
        var listed: [(id: String, class: ReferenceClass)] = []
        for item in try node.list() {
            let id = try unique(item, among: listed.map(\.id), what: "a class")
            _ = try self.known(item, among: known, what: "a class of the study")
            let declared = declaredClasses.first { $0.id == id }
            guard let resolved = declared.map(withoutData) ?? claimClass else {
                throw Diagnostic(
                    at: item.location,
                    rule: "a class by land borders is another claim and no option of this one",
                    found: id.quotedForMessage, remedy: "it is reported in classes.csv")
            }
            listed.append((id, resolved))
        }
        return .referenceClasses(listed)
    }

    /// Every pair of the study's states.
    private var dyads: [Dyad] {
        stateCodes.indices.flatMap { i in stateCodes[(i + 1)...].compactMap { Dyad(stateCodes[i], $0) } }
    }

    /// The class, if it is known without data.
    private func withoutData(_ declared: DeclaredClass) -> ReferenceClass? {
        try? declared.resolved(
            inside: claimClass, of: dyads, years: 0...0, covariates: nil)
    }

    private func sides(_ node: DocumentNode) throws(Diagnostic) -> DeclaredClass.Sides {
        let sides = try node.list()
        guard sides.count == 2 else { throw node.expected("two lists of states") }
        let one = try codes(sides[0])
        return .init(Set(one), Set(try codes(sides[1], besides: one)))
    }

    /// States of the study, each named once.
    private func codes(
        _ node: DocumentNode, besides others: [StateCode] = []
    ) throws(Diagnostic) -> [StateCode] {
        var codes: [StateCode] = []
        for item in try node.list() {
            _ = try known(item, among: stateCodes.map(\.text), what: "a state of the study")
            let text = try unique(item, among: (others + codes).map(\.text), what: "a state")
            codes += stateCodes.filter { $0.text == text }
        }
        guard !codes.isEmpty else { throw node.expected("a list of at least one state") }
        return codes
    }
}

extension Study {
    /// Refuses a class that does not hold the claim.
    ///
    /// - Throws: `Diagnostic` for a class without the target, or too small.
    static func requireClaim(
        _ target: Dyad, in referenceClass: ReferenceClass, of dyads: [Dyad], at location: SourceLocation?
    ) throws(Diagnostic) {
        guard let objection = DeclaredClass.objection(to: referenceClass, target: target, dyads: dyads) else {
            return
        }
        throw Diagnostic(
            at: location,
            rule:
                "a class must hold the claim's target and have at least \(DeclaredClass.smallestSize) pairs of the reference class",
            found: objection)
    }

    /// Refuses classes that do not hold the claim, with the data at hand.
    ///
    /// - Throws: `Diagnostic` with the place of the class.
    public func checkClasses(dyads: [Dyad], covariates: Covariates?) throws(Diagnostic) {
        for declared in plan.classes {
            let resolved: ReferenceClass
            do throws(Absence) {
                resolved = try declared.resolved(
                    inside: claim.referenceClass, of: dyads, years: plan.windows[0].years,
                    covariates: covariates)
            } catch {
                throw Diagnostic(at: classLocations[declared.id], rule: error.reason)
            }
            try Self.requireClaim(claim.target, in: resolved, of: dyads, at: classLocations[declared.id])
        }
    }
}
