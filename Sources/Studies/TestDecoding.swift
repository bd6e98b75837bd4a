import ClaimTesting
import Diagnostics
import Documents
import DyadicModels
import Scoring

extension StudyDecoder {
    /// Which doubts are tested: draws of weights, and the options of each choice of method.
    ///
    /// - Parameter confidence: of the decision rule, for sets of ranks.
    mutating func tests(
        _ node: DocumentNode?, windows: [Window], variants: [AssessmentPlan.Variant], rule: DecisionRule,
        seed: UInt64
    ) throws(Diagnostic) -> AssessmentPlan.TestPlan? {
        guard let node else { return nil }
        let keys = try node.mapping(allowing: [
            "weights", "specifications", "sampling", "measurement", "joint", "influence", "tipping-point",
            "associations",
        ])
        var tests = AssessmentPlan.TestPlan(seed: seed)
        if let weights = keys.optional("weights") {
            let weightKeys = try weights.mapping(allowing: ["draws", "spaces"])
            let draws = try weightKeys.required("draws").integer(in: 100...1_000_000_000)
            tests.weightDraws = draws
            tests.weightSpaces = try weightSpaces(weightKeys.optional("spaces"), draws: draws)
        }
        if let specifications = keys.optional("specifications") {
            tests.space = try self.space(specifications, windows: windows, variants: variants)
        }
        tests.joint = try keys.optional("joint").map { node throws(Diagnostic) in
            try joint(node, draws: rule.jointDraws)
        }
        tests.influence = try keys.optional("influence")?.boolean() ?? false
        tests.tippingPoint = try keys.optional("tipping-point")?.boolean() ?? false
        tests.associations = try associations(keys.optional("associations"))
        tests.measurement = try measurement(keys.optional("measurement"))
        tests.sampling = try sampling(keys.optional("sampling"), confidence: rule.confidence)
        guard tests != .init(seed: seed) else {
            throw node.expected("at least one test, such as weights or specifications")
        }
        return tests
    }

    private func space(
        _ node: DocumentNode, windows: [Window], variants: [AssessmentPlan.Variant]
    ) throws(Diagnostic) -> MultiverseSpace {
        let keys = try node.mapping(
            allowing: ["windows", "classes", "leave-out", "variants", "exposure", "scaling"]
                + Step.allCases.map(\.rawValue))
        var choices: [MultiverseSpace.Choice] = []
        if let node = keys.optional("windows") {
            var listed: [Window] = []
            for name in try names(node, among: windows.map(\.id), what: "a window of the study") {
                listed += windows.filter { $0.id == name }
            }
            choices.append(.windows(listed))
        }
        if let node = keys.optional("classes") { choices.append(try classOptions(node)) }
        let leftOut = try keys.optional("leave-out").map { node throws(Diagnostic) in
            try names(node, among: defaultIndicators, what: "an indicator of the default")
        }
        let varied = try keys.optional("variants").map { node throws(Diagnostic) in
            try names(node, among: variants.map(\.id), what: "a variant of the study")
        }
        if leftOut != nil || varied != nil {
            choices.append(
                .indicators(
                    leavingOut: leftOut ?? [],
                    variants: (varied ?? []).flatMap { id in variants.filter { $0.id == id } }))
        }
        if let node = keys.optional("exposure") {
            var exposures: [Exposure] = []
            for item in try node.list() { exposures.append(try item.choice(of: Exposure.self)) }
            choices.append(.exposures(exposures))
        }
        if let node = keys.optional("scaling") {
            var scalings: [Scaling] = []
            for item in try node.list() { scalings.append(try item.choice(of: Scaling.self)) }
            choices.append(.scalings(scalings))
        }
        for step in Step.allCases {
            guard let node = keys.optional(step.rawValue) else { continue }
            if step == .aggregation {
                var listed: [[MethodChoice]] = []
                for item in try node.list() { listed.append(try aggregations(item)) }
                choices.append(.aggregations(listed))
            } else {
                var listed: [MethodChoice] = []
                for item in try node.list() { listed.append(try methodChoice(step, item)) }
                choices.append(.methods(step, listed))
            }
        }
        do throws(MultiverseFailure) {
            return try MultiverseSpace(choices)
        } catch {
            throw Diagnostic(at: node.location, rule: error.description)
        }
    }

    /// A list of names, each known and named once; `all` stands for every known one.
    private func names(
        _ node: DocumentNode, among known: [String], what: String
    ) throws(Diagnostic) -> [String] {
        if let word = try? node.text(), word == "all" { return known }
        var names: [String] = []
        for item in try node.list() {
            _ = try unique(item, among: names, what: what)
            names.append(try self.known(item, among: known, what: what))
        }
        return names
    }
}
