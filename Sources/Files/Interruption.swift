internal import CLinux
import Foundation
import Synchronization

/// What is removed when a signal ends the program (Ctrl-C, `kill`): files and folders that are being written and are not yet
/// in their place.
///
/// A signal concerns the process as a whole, and so does this list. Of a process that is killed with SIGKILL nothing
/// is removed; the next run that writes in the same place does it.
public enum Interruption {
    private static let temporary = Mutex<[String]>([])

    /// Does something to temporary files that a signal must not find half done. Not to be nested.
    static func unbroken<Result, Failure: Error>(
        _ body: (inout sending [String]) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try temporary.withLock(body)
    }

    /// Has something removed if a signal ends the program before it is done with.
    public static func willRemove(_ path: String) { temporary.withLock { $0.append(path) } }

    /// Ends the care for it.
    public static func isDone(with path: String) { temporary.withLock { $0.removeAll { $0 == path } } }

    /// From now on SIGINT, SIGTERM and SIGHUP end the program as they always do, after what is temporary is removed. To be
    /// called once, by a program, not by a library.
    public static func watchSignals() {
        let signals = [SIGINT, SIGTERM, SIGHUP]
        let pipe = linux_watch_signals(signals, Int32(signals.count))
        // Without a pipe signals do what they do anyway.
        guard pipe >= 0 else { return }
        Thread.detachNewThread {
            var byte: UInt8 = 0
            var count: Int
            repeat { count = read(pipe, &byte, 1) } while count < 0 && errno == EINTR
            guard count == 1 else { return }
            temporary.withLock { list in
                for path in list.reversed() { try? FileManager.default.removeItem(atPath: path) }
                // With the lock held: the thread that was writing goes no further.
                signal(Int32(byte), SIG_DFL)
                kill(getpid(), Int32(byte))
                pause()
            }
        }
    }
}
