import Diagnostics
import Scoring
import Tabular
import Uncertainty

/// Bounds of the weight of an indicator or group, written `name=lowest,highest`.
public struct WeightInterval: Sendable {
    static let option = "--weight-interval"

    public let name: String
    /// Of the whole in a flat space, among siblings in a nested one; within [0, 1].
    public let range: ClosedRange<Double>

    /// - Throws: `Diagnostic` (wrong argument) for a text of another form, or numbers out of order.
    public init(_ text: String) throws(Diagnostic) {
        guard let mark = text.lastIndex(of: "="), mark != text.startIndex else { throw Self.wrong(text) }
        let bounds = text[text.index(after: mark)...].split(separator: ",", omittingEmptySubsequences: false)
            .compactMap { parseNumber(String($0)) }
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] <= 1 else {
            throw Self.wrong(text)
        }
        name = String(text[..<mark])
        range = bounds[0]...bounds[1]
    }

    func constraint(on hierarchy: Hierarchy) throws(Diagnostic) -> WeightConstraint {
        .interval(try hierarchy.weightNode(name, option: Self.option), range)
    }

    private static func wrong(_ text: String) -> Diagnostic {
        Diagnostic(
            .wrongArgument, rule: "\(option) must be written NAME=LOWEST,HIGHEST, two weights from 0 to 1",
            found: text.quotedForMessage)
    }
}
