import Diagnostics
import Scoring
import Uncertainty

/// Indicators or groups whose weights do not rise from the first to the last, written `a,b,c`.
public struct WeightOrder: Sendable {
    static let option = "--weight-order"

    public let names: [String]

    /// - Throws: `Diagnostic` (wrong argument) for fewer than two names.
    public init(_ text: String) throws(Diagnostic) {
        names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.count >= 2 else {
            throw Diagnostic(
                .wrongArgument, rule: "\(Self.option) must be at least two names, separated by commas",
                found: text.quotedForMessage)
        }
    }

    func constraint(on hierarchy: Hierarchy) throws(Diagnostic) -> WeightConstraint {
        var nodes: [WeightNode] = []
        for name in names {
            let node = try hierarchy.weightNode(name, option: Self.option)
            guard node.level == nodes.first?.level ?? node.level else {
                throw Diagnostic(
                    .wrongArgument, rule: "\(Self.option) must name indicators or groups of one level",
                    found: names.joined(separator: ",").quotedForMessage)
            }
            nodes.append(node)
        }
        return .order(nodes)
    }
}

extension Hierarchy {
    /// The indicator or group with a name.
    ///
    /// - Throws: `Diagnostic` (wrong argument) if there is none.
    func weightNode(_ name: String, option: String) throws(Diagnostic) -> WeightNode {
        for (level, nodes) in levels.enumerated() {
            if let index = nodes.names.firstIndex(of: name) { return WeightNode(level: level, index: index) }
        }
        let known = levels.flatMap(\.names)
        throw Diagnostic(
            .wrongArgument, rule: "\(option) must name indicators or groups",
            found: name.quotedForMessage,
            remedy: nearestWord(to: name, among: known).map { "did you mean \($0.quotedForMessage)?" }
                ?? "they are \(known.joined(separator: ", "))")
    }
}
