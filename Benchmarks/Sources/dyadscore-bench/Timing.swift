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
            + "\"megabytes\": \(peakMegabytes()), \"answer\": [\(figures)]}"
    }
}

/// The largest resident memory of the process so far, as the kernel keeps it; 0 where it does not say.
///
/// Not `ru_maxrss`, in which the process that started this one stays counted.
private func peakMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first ?? 0
    return kilobytes / 1024
}

private func usedProcessorSeconds() -> Double {
    var used = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(used.ru_utime) + seconds(used.ru_stime)
}
