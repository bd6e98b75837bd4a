/// What single records, under-reporting and gaps do to the target's rank on a reading in the main window.
public struct RecordTests: Sendable {
    public let reading: String
    /// Without each year, indicator, rival, and one or two states; empty if not asked for.
    public let influences: [Influence]
    /// Nil if not asked for, or for a reading that is not assessable.
    public let tippingPoint: TippingPoint?
    /// Over completions of missing values; nil for a reading that is not assessable.
    public let bounds: RankBounds?
}

extension Assessment {
    /// The tests of records that the plan asks for, on every reading of the main window that can be scored.
    ///
    /// Influence is computed for the primary readings, since every omission is a whole scoring; tipping points for all
    /// readings but efficiencies, of which each factor would take hundreds of linear programs.
    func recordTests() -> [RecordTests] {
        guard let tests = plan.tests, tests.influence || tests.tippingPoint else { return [] }
        let window = plan.windows[0]
        return plan.readings.compactMap { reading in
            guard result(reading.id, in: window.id)?.standing != nil else { return nil }
            var isEfficiency = false
            if case .efficiency = reading.kind { isEfficiency = true }
            let searches = tests.tippingPoint && !isEfficiency
            return RecordTests(
                reading: reading.id,
                influences: tests.influence && reading.isPrimary
                    ? influences(on: reading.id, in: window) : [],
                tippingPoint: searches ? try? tippingPoint(on: reading.id, in: window) : nil,
                bounds: try? rankBounds(on: reading.id, in: window))
        }
    }
}
