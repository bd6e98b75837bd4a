import Dyads
import DyadicModels
import Scoring

/// The values of a class that some specifications score: one window, class, set of indicators and exposure.
struct JointSlice: Sendable {
    /// Places of the members in the panel's dyads.
    let members: [Int]
    /// The indicators that enter, with the dimension of each.
    let columns: [(dimension: String, column: JointColumn)]
    /// The design if all of them vary.
    let design: IndexDesign
    let metadata: IndexMetadata

    /// The ids of the indicators.
    let indicators: Set<String>

    init(
        members: [Int], columns: [(dimension: String, column: JointColumn)], design: IndexDesign,
        metadata: IndexMetadata
    ) {
        (self.members, self.columns, self.design, self.metadata) = (members, columns, design, metadata)
        indicators = Set(columns.map(\.column.indicator.id))
    }

    /// The columns and the design of a draw, without indicators that are the same for every dyad of it.
    ///
    /// - Parameters:
    ///   - factors: reporting errors by indicator, one a dyad of the panel.
    ///   - needed: the dimensions that must keep an indicator.
    /// - Throws: `Absence` when a dimension has none left.
    func drawn(
        counts: [[Double]], isCounted: (Int) -> Bool, factors: [String: [Double]], needed: [String]
    ) throws(Absence) -> (columns: [[Double?]], design: IndexDesign, kept: [Int]) {
        var kept: [Int] = []
        var values: [[Double?]] = []
        for (place, item) in columns.enumerated() {
            var column = item.column.drawn(counts: counts, isCounted: isCounted)
            if let factors = factors[item.column.indicator.id] {
                column = zip(column, members).map { value, member in value.map { $0 * factors[member] } }
            }
            guard ValueExtent(of: column).tellsApart else { continue }
            kept.append(place)
            values.append(column)
        }
        guard kept.count < columns.count else { return (values, design, kept) }
        let dimensions = Set(kept.map { columns[$0].dimension })
        if let lost = needed.first(where: { !dimensions.contains($0) }) {
            throw Absence("no indicator of \(lost) tells the dyads of a draw apart")
        }
        let layout = DimensionLayout(
            kept.map { (columns[$0].dimension, columns[$0].column.indicator) }, metadata: metadata)
        return (values, layout.design, kept)
    }
}
