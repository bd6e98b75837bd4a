public import Dyads
public import Scoring

/// Indicators in their dimensions, as the columns of an index.
public struct DimensionLayout: Sendable {
    /// The names of the dimensions, in the order of their first indicators.
    public let dimensions: [String]
    /// The dimension of each indicator.
    public let dimensionOf: [Int]
    public let design: IndexDesign

    /// - Parameters:
    ///   - columns: K indicators with their dimensions, in the order of the columns.
    ///   - metadata: goalposts, references and declared weights, by id; those of others are passed over.
    public init(
        _ columns: [(dimension: String, indicator: Indicator)], metadata: IndexMetadata = IndexMetadata()
    ) {
        var names: [String] = []
        for column in columns where !names.contains(column.dimension) { names.append(column.dimension) }
        dimensions = names
        dimensionOf = columns.map { column in names.firstIndex(of: column.dimension) ?? 0 }
        design = metadata.design(
            indicators: columns.map { ($0.indicator.id, $0.indicator.direction == .more) },
            dimensions: dimensions, dimensionOf: dimensionOf)
    }
}
