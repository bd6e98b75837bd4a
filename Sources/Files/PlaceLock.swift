internal import CLinux
import Diagnostics
import Foundation
import Synchronization

/// The right to write in a place, which one process has at a time.
///
/// It is a lock of the system (`flock`) on an empty hidden file beside the place, so that it ends with its holder, however
/// that ends: the file alone, which a killed process leaves behind, means nothing, and the next holder removes it.
final class PlaceLock: Sendable {
    /// The hidden file.
    let path: String
    /// False on a file system that has no locks, as some of clusters: then nobody hears of anybody else.
    let isExclusive: Bool
    private let descriptor: Mutex<Int32?>

    /// Takes the lock of an output.
    ///
    /// - Throws: `SystemFailure` when the hidden file cannot be made, with `EWOULDBLOCK` when somebody else has the lock.
    init(of output: String) throws(SystemFailure) {
        path = HiddenName.beside(output, suffix: "lock")
        while true {
            var opened: Int32
            repeat {
                opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            } while opened < 0 && errno == EINTR
            guard opened >= 0 else { throw .last(at: (path as NSString).deletingLastPathComponent) }
            if linux_try_lock(opened) == 0 {
                // Between opening and locking, a former holder may have removed the file: then the lock is on nothing.
                guard Self.isSame(opened, path) else {
                    close(opened)
                    continue
                }
                isExclusive = true
                descriptor = Mutex(opened)
                return
            }
            let failure = SystemFailure.last(at: path)
            guard [ENOSYS, ENOLCK, EOPNOTSUPP, EINVAL, EBADF].contains(failure.code) else {
                close(opened)
                throw failure
            }
            isExclusive = false
            descriptor = Mutex(opened)
            return
        }
    }

    deinit { release() }

    /// Gives the lock back and removes its file; once.
    func release() {
        descriptor.withLock { held in
            guard let number = held else { return }
            held = nil
            // While it is still held: what has this name after closing may be another's.
            unlink(path)
            close(number)
        }
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }

    /// The error of the one who comes second.
    static func taken(_ output: String) -> Diagnostic {
        Diagnostic(
            .cannotWrite, at: SourceLocation(path: output), rule: "another run is writing here",
            remedy: "wait until it is done, or name another folder with --output")
    }
}
