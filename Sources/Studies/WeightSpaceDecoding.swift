import ClaimTesting
import Diagnostics
import Documents
import Scoring
import Uncertainty

extension StudyDecoder {
    /// Spaces of weights beside the uniform one, each feasible for all dimensions together and for every reading.
    ///
    /// - Parameter draws: those of the uniform space; others take a tenth without a number of their own.
    func weightSpaces(
        _ node: DocumentNode?, draws: Int
    ) throws(Diagnostic) -> [AssessmentPlan.WeightSpacePlan] {
        var spaces: [AssessmentPlan.WeightSpacePlan] = []
        for item in try node?.list() ?? [] {
            let keys = try item.mapping(allowing: [
                "id", "title", "shape", "order", "intervals", "ratios", "draws",
            ])
            let taken = [AssessmentPlan.WeightSpacePlan.uniformID] + spaces.map(\.id)
            let id = try unique(try keys.required("id"), among: taken, what: "a space of weights")
            let shape = try shape(keys.optional("shape"))
            let constraints = try weightConstraints(keys)
            guard shape == .flat || !constraints.isEmpty else {
                throw item.expected("shape: flat, or at least one of order, intervals and ratios")
            }
            let space = AssessmentPlan.WeightSpacePlan(
                id: id, title: try keys.optional("title")?.text() ?? id, shape: shape,
                constraints: constraints,
                draws: try keys.optional("draws")?.integer(in: 100...1_000_000_000) ?? max(100, draws / 10))
            try requireFeasible(space, at: item)
            spaces.append(space)
        }
        return spaces
    }

    private func shape(_ node: DocumentNode?) throws(Diagnostic) -> WeightSpace.Shape {
        guard let node else { return .nested }
        return try known(node, among: ["flat", "nested"], what: "a shape") == "flat" ? .flat : .nested
    }

    private func weightConstraints(_ keys: DocumentMapping) throws(Diagnostic) -> [NamedWeightConstraint] {
        var constraints: [NamedWeightConstraint] = []
        if let node = keys.optional("order") {
            var names: [String] = []
            for item in try node.list() {
                _ = try unique(item, among: names, what: "a name in an order")
                names.append(try weighted(item))
            }
            guard names.count >= 2 else { throw node.expected("a list of at least two names") }
            constraints.append(.order(names))
        }
        if let mapping = try keys.optional("intervals")?.mapping() {
            for key in mapping.keys {
                let name = try weighted(key)
                constraints.append(.interval(name, try range(try mapping.required(name), in: 0...1)))
            }
        }
        for item in try keys.optional("ratios")?.list() ?? [] {
            let ratio = try item.mapping(allowing: ["of", "to", "between"])
            let name = try weighted(try ratio.required("of"))
            let other = try ratio.required("to")
            _ = try unique(other, among: [name], what: "a name in a ratio")
            constraints.append(
                .ratio(
                    of: name, to: try weighted(other),
                    try range(try ratio.required("between"), in: 0...1_000_000)))
        }
        return constraints
    }

    /// A dimension or an indicator of the default.
    private func weighted(_ node: DocumentNode) throws(Diagnostic) -> String {
        try known(node, among: dimensionIDs + defaultIndicators, what: "a dimension or indicator")
    }

    private func range(
        _ node: DocumentNode, in bounds: ClosedRange<Double>
    ) throws(Diagnostic) -> ClosedRange<Double> {
        let items = try node.list()
        guard items.count == 2 else { throw node.expected("two numbers, the lower one first") }
        let (lower, upper) = (try items[0].number(in: bounds), try items[1].number(in: bounds))
        guard lower <= upper else { throw node.expected("two numbers, the lower one first") }
        return lower...upper
    }

    /// - Throws: `Diagnostic` with the conflicting constraints, and the reading on whose dimensions they conflict.
    private func requireFeasible(
        _ space: AssessmentPlan.WeightSpacePlan, at node: DocumentNode
    ) throws(Diagnostic) {
        try requireFeasible(space, for: dimensionIDs, reading: nil, at: node)
        for reading in decodedReadings {
            guard case .composite(let dimensions, _) = reading.kind else { continue }
            try requireFeasible(space, for: dimensions, reading: reading.id, at: node)
        }
    }

    private func requireFeasible(
        _ space: AssessmentPlan.WeightSpacePlan, for names: [String], reading: String?, at node: DocumentNode
    ) throws(Diagnostic) {
        let dimensions = defaultDimensions.filter { names.contains($0.id) }
        guard !dimensions.isEmpty else { return }
        let tree = Hierarchy(levels: [
            .init(
                names: dimensions.flatMap(\.indicators),
                parents: dimensions.enumerated().flatMap { place, dimension in
                    dimension.indicators.map { _ in place }
                }),
            .init(names: dimensions.map(\.id), parents: dimensions.map { _ in 0 }),
        ])
        do throws(WeightFailure) {
            _ = try space.space(on: tree)
        } catch {
            throw Diagnostic(
                at: node.location, rule: "\(error)" + (reading.map { " (reading \($0))" } ?? ""),
                remedy: "change the constraints of \(space.id)")
        }
    }
}
