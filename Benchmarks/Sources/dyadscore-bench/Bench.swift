import Foundation

/// One kernel on one input, timed once; the drivers run it and its peers in turn.
///
/// `dyadscore-bench KERNEL [FILE...] [setting=number...]` prints one line of JSON, see `Timing.line`.
@main
struct Bench {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "coverage"? where words.count == 1: try printCoverage()
        case "machine"? where words.count == 1: printMachine()
        case let name?:
            guard let kernel = KernelTable.kernels.first(where: { $0.name == name }) else { fallthrough }
            do {
                print(try kernel.run(Arguments(Array(words.dropFirst()), for: kernel)).line)
            } catch let failure as UsageFailure {
                stop("dyadscore-bench \(name): \(failure.reason)\nusage: \(kernel.usage)")
            }
        default:
            stop(
                "usage: dyadscore-bench coverage | machine | KERNEL\n"
                    + KernelTable.kernels.map { "  \($0.usage)" }.joined(separator: "\n"))
        }
    }

    private static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(64)
    }
}
