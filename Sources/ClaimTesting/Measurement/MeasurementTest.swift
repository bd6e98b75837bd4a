public import DyadicModels
import LinearAlgebra
import WorkPieces

/// The doubt about measurement: how sources disagree, how much records therefore err, and what that does to the ranks.
public struct MeasurementTest: Sendable {
    /// Ranks of the class on a reading in the main window when its records err, or why there are none.
    public struct ErringReading: Sendable {
        public let reading: String
        public let ranks: Result<DyadRankCounts, Absence>
    }

    public let compared: [ComparedSources]
    /// One an indicator of the default.
    public let errors: [IndicatorError]
    /// What errs together, for draws of errors.
    public let doubts: [ReportingErrorSampler.Doubt]
    public internal(set) var readings: [ErringReading] = []

    /// The ranks on a reading under reporting error; nil if there are none.
    public func ranks(on reading: String) -> DyadRankCounts? {
        readings.first { $0.reading == reading }.flatMap { try? $0.ranks.get() }
    }
}

extension Assessment {
    /// Compares the sources that the plan declares, and draws reporting errors of that size for every reading of the
    /// main window but efficiencies, of which each draw would take hundreds of linear programs. Nil where the plan does
    /// not ask for it.
    func measurementTest(_ sources: RecordSources, work: Work) -> MeasurementTest? {
        guard let tests = plan.tests, let measurement = tests.measurement else { return nil }
        let compared = sources.comparisons.map { self.compared($0) }
        let errors = indicatorErrors(compared)
        let doubts = ReportingErrorSampler.Doubt.doubts(errors, sources: sources.packages)
        var result = MeasurementTest(compared: compared, errors: errors, doubts: doubts)
        let window = plan.windows[0]
        for (offset, reading) in plan.readings.enumerated() {
            if case .efficiency = reading.kind { continue }
            let erring = plan.indicators(of: reading).filter { id in
                doubts.contains { $0.indicators.contains(id) }
            }
            result.readings.append(
                .init(
                    reading: reading.id,
                    ranks: Result { () throws(Absence) in
                        guard !erring.isEmpty else {
                            throw Absence("no indicator of \(reading.id) errs by a comparison of sources")
                        }
                        return try ranksUnderReportingError(
                            on: reading.id, in: window,
                            sampler: ReportingErrorSampler(
                                doubts: doubts, dyads: panel.dyads, seed: tests.seed,
                                stream: TestStream.reportingErrors.first + UInt64(offset)),
                            draws: measurement.draws, work: work.at(reading.id))
                    }))
        }
        return result
    }
}
