import Foundation

/// How long a kernel took, and what it found.
struct Timing: Sendable {
    /// Wall-clock seconds of one repetition, without reading the input.
    var seconds = 0.0
    /// Seconds of all processors in one repetition: what a busy machine does not change.
    var processorSeconds = 0.0
    /// Figures by which to see that another program computed the same.
    var answer: [Double] = []

    /// Times `work`, `repeats` times in succession, as one repetition; the answer is that of the last.
    static func of(repeats: Int = 1, _ work: () throws -> [Double]) rethrows -> Timing {
        let clock = ContinuousClock()
        let (start, processorStart) = (clock.now, usedProcessorSeconds())
        var answer: [Double] = []
        for _ in 0..<max(1, repeats) { answer = try work() }
        let elapsed = (clock.now - start).components
        let count = Double(max(1, repeats))
        return Timing(
            seconds: (Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18) / count,
            processorSeconds: (usedProcessorSeconds() - processorStart) / count, answer: answer)
    }

    /// `{"seconds": ..., "processor_seconds": ..., "megabytes": ..., "answer": [...]}`; megabytes are the peak of the
    /// process so far.
    var line: String {
        let figures = answer.map { "\($0)" }.joined(separator: ", ")
        return "{\"seconds\": \(seconds), \"processor_seconds\": \(processorSeconds), "
            + "\"megabytes\": \(Double(usage().ru_maxrss) / 1024), \"answer\": [\(figures)]}"
    }
}

private func usedProcessorSeconds() -> Double {
    let used = usage()
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(used.ru_utime) + seconds(used.ru_stime)
}

private func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
}
