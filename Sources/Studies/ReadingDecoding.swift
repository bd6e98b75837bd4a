import ClaimTesting
import Diagnostics
import Documents
import DyadicModels
import Scoring

extension StudyDecoder {
    /// Readings: composites of dimensions, conversion, or efficiency.
    func readings(
        _ node: DocumentNode, base: Specification, seed: UInt64
    ) throws(Diagnostic) -> [AssessmentPlan.Reading] {
        var readings: [AssessmentPlan.Reading] = []
        for item in try node.list() {
            let keys = try item.mapping(allowing: [
                "id", "title", "primary", "dimensions", "method", "conversion", "efficiency",
            ])
            // A dimension is scored under its own name: a reading may not take it.
            let id = try unique(
                try keys.required("id"), among: readings.map(\.id) + dimensionIDs,
                what: "a reading or dimension")
            // A figure's file is named after it.
            guard id.utf8.count <= 100,
                !id.unicodeScalars.contains(where: { "/\\".unicodeScalars.contains($0) || $0.value < 0x20 })
            else {
                throw try keys.required("id").expected(
                    "a name of at most 100 bytes without slashes and control characters (it names a file)")
            }
            readings.append(
                .init(
                    id: id, title: try keys.required("title").text(),
                    kind: try kind(keys, of: item, base: base, seed: seed),
                    isPrimary: try keys.required("primary").boolean()))
        }
        guard readings.contains(where: \.isPrimary) else {
            throw node.expected("a list with at least one primary reading")
        }
        return readings
    }

    private func kind(
        _ keys: DocumentMapping, of item: DocumentNode, base: Specification, seed: UInt64
    ) throws(Diagnostic) -> AssessmentPlan.Reading.Kind {
        let named = ["dimensions", "conversion", "efficiency"].filter { keys.optional($0) != nil }
        guard named.count == 1 else {
            throw item.expected(
                "a reading with one of dimensions, conversion and efficiency",
                remedy: named.isEmpty ? nil : "it has \(named.joined(separator: " and "))")
        }
        if let node = keys.optional("method"), keys.optional("dimensions") == nil {
            throw Diagnostic(
                at: node.location, rule: "a method belongs to a composite of dimensions",
                remedy: "conversion and efficiency work on ratio scales and normalise nothing")
        }
        if let node = keys.optional("conversion") {
            let parts = try node.mapping(allowing: ["contacts", "outputs"])
            return .conversion(contacts: try contacts(parts), outputs: try outputs(parts))
        }
        if let node = keys.optional("efficiency") {
            let parts = try node.mapping(allowing: [
                "contacts", "outputs", "orientation", "replicates", "confidence",
            ])
            return .efficiency(
                contacts: try contacts(parts), outputs: try outputs(parts),
                EnvelopmentPlan(
                    orientation: try parts.optional("orientation")?.choice(of: Orientation.self) ?? .output,
                    replicates: try parts.optional("replicates")?.integer(in: 0...100_000) ?? 0,
                    confidence: try parts.optional("confidence")?.number(in: 0.5...0.9999) ?? 0.95, seed: seed
                ))
        }
        var dimensions: [String] = []
        for name in try keys.required("dimensions").list() {
            dimensions.append(try known(name, among: dimensionIDs, what: "a dimension of the study"))
        }
        var changes = Specification.Changes()
        if let node = keys.optional("method") {
            changes = try self.changes(node)
            try requireGiven(changes.normalisation, for: dimensions, at: node)
            try requireAdmissible(base.applying(changes), at: node)
        }
        return .composite(dimensions: dimensions, changes: changes)
    }

    private func contacts(_ keys: DocumentMapping) throws(Diagnostic) -> String {
        try known(try keys.required("contacts"), among: dimensionIDs, what: "a dimension of the study")
    }

    private func outputs(_ keys: DocumentMapping) throws(Diagnostic) -> [String] {
        let node = try keys.required("outputs")
        var outputs: [String] = []
        for name in try node.list() {
            _ = try unique(name, among: outputs, what: "an output")
            outputs.append(try known(name, among: defaultIndicators, what: "an indicator of the default"))
        }
        guard !outputs.isEmpty else { throw node.expected("a list of at least one indicator") }
        return outputs
    }
}
