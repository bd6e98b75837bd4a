public import Diagnostics
import Foundation

/// Writes bytes to standard output.
///
/// - Throws: `Diagnostic` (cannot write), for example when it is a file on a full disk. If its reader has gone, SIGPIPE
///   ends the program, as it does others.
public func writeToStandardOutput(_ bytes: [UInt8]) throws(Diagnostic) {
    do throws(SystemFailure) {
        try writeAll(bytes, to: STDOUT_FILENO, at: nil)
    } catch {
        throw error.diagnostic(writing: "standard output")
    }
}

/// Writes bytes to standard error. When that fails, nobody is left who could be told.
public func writeToStandardError(_ bytes: [UInt8]) {
    try? writeAll(bytes, to: STDERR_FILENO, at: nil)
}

/// Makes sure that so many files can be open at once, as far as this user may say so.
///
/// - Throws: `Diagnostic` (cannot write) where the system's limit for the process is lower: libraries stop a program that
///   runs out of descriptors in the wrong moment.
public func requireOpenFiles(_ count: Int) throws(Diagnostic) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(count)
    else { return }
    let former = limit.rlim_cur
    limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
    guard limit.rlim_cur == rlim_t(count), setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    else {
        throw Diagnostic(
            .cannotWrite, rule: "at least \(count) files must be allowed to be open at once",
            found: "\(former)", remedy: "raise the limit (ulimit -n)")
    }
}

/// Makes sure that standard input, output and error are something: else the next file that is opened takes the place of
/// a closed one, and what is printed ends in it. What is written to a stream that was closed is still an error.
public func occupyStandardStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
        // The lowest free number is this one: those below are taken.
        _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
}
