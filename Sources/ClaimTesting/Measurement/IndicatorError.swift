/// How much an indicator of the default errs, or why it is taken as it stands.
public struct IndicatorError: Hashable, Sendable {
    public let dimension: String
    public let indicator: String
    /// The comparisons that size the error of the dimension; those without an answer are left out.
    public let comparisons: [String]
    /// Nil for an indicator that does not err.
    public let error: ReportingError?
    /// Why it does not.
    public let reason: String?
}

extension Assessment {
    /// The error of every indicator of the default: that of its dimension, pooled over the comparisons that name it.
    ///
    /// A dimension without a comparison does not err; nor does a state of things or a share, which is not recorded in
    /// part. An indicator without values in the main window has nothing to err about.
    func indicatorErrors(_ compared: [ComparedSources]) -> [IndicatorError] {
        let scoring = scoring(in: plan.windows[0], of: claim)
        return plan.dimensions.flatMap { dimension -> [IndicatorError] in
            let answered = compared.compactMap { item in
                item.comparison.dimension == dimension.id
                    ? (try? item.disagreement.get()).map { (item.comparison.id, $0) } : nil
            }
            let error = ReportingError(pooling: answered.map(\.1))
            return dimension.indicators.map { id in
                let reason: String?
                if error == nil {
                    reason = "no comparison of sources says how much \(dimension.id) err"
                } else if !(panel[indicator: id]?.indicator.isCounted ?? false) {
                    reason = "a state of things or a share is not recorded in part"
                } else if scoring.column(id)?.column.values == nil {
                    reason = "it has no values in the main window"
                } else {
                    reason = nil
                }
                return IndicatorError(
                    dimension: dimension.id, indicator: id, comparisons: answered.map(\.0),
                    error: reason == nil ? error : nil, reason: reason)
            }
        }
    }
}

extension ReportingErrorSampler.Doubt {
    /// The doubts about a study's indicators: those of a dimension err together if they rest on a common package,
    /// directly or through others, and apart if they do not, as the comparison of sources supposes of its two.
    static func doubts(_ errors: [IndicatorError], sources: [InfluenceSource]) -> [Self] {
        var dimensions: [String] = []
        for item in errors where item.error != nil && !dimensions.contains(item.dimension) {
            dimensions.append(item.dimension)
        }
        return dimensions.flatMap { dimension -> [Self] in
            let erring = errors.filter { $0.dimension == dimension && $0.error != nil }
            guard let error = erring.first?.error else { return [] }
            var groups = erring.map { [$0.indicator] }
            for source in sources {
                let touched = groups.indices.filter { !Set(groups[$0]).isDisjoint(with: source.indicators) }
                guard let first = touched.first, touched.count > 1 else { continue }
                groups[first] = touched.flatMap { groups[$0] }
                for index in touched.dropFirst().reversed() { groups.remove(at: index) }
            }
            return groups.map { .init(id: $0.joined(separator: "+"), indicators: $0, error: error) }
        }
    }
}
