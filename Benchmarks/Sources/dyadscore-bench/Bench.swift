import Foundation

/// One kernel on one input, timed once; the driver runs it and its peers in turn.
///
/// Prints one line of JSON: the seconds of the kernel alone, without reading the input, the peak memory of the process in
/// megabytes, and a figure by which to see that both computed the same.
@main
struct Bench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.dropFirst().first) {
        case ("smaa", let path?): try report(smaa(table: path, draws: draws(arguments) ?? 100_000))
        case ("ranks", let path?): try report(rankSets(table: path, draws: draws(arguments) ?? 1_000))
        case ("mrqap", let path?):
            try report(regression(table: path, permutations: draws(arguments) ?? 10_000))
        case ("coverage", nil): try printCoverage()
        default:
            FileHandle.standardError.write(
                Data("usage: dyadscore-bench smaa|ranks|mrqap TABLE [DRAWS], or coverage\n".utf8))
            exit(64)
        }
    }

    private static func draws(_ arguments: [String]) -> Int? { arguments.count > 2 ? Int(arguments[2]) : nil }

    private static func report(_ measured: (seconds: Double, check: Double)) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let megabytes = Double(usage.ru_maxrss) / 1024
        print(
            "{\"seconds\": \(measured.seconds), \"megabytes\": \(megabytes), \"check\": \(measured.check)}")
    }
}

/// The seconds that a piece of work takes, with its result.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let elapsed = (clock.now - start).components
    return (Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, result)
}

/// A CSV file of numbers with one line of headings, row by row.
func readNumbers(_ path: String) throws -> [[Double]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",").compactMap { Double($0) }
    }
}
