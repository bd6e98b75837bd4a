import Diagnostics
import Foundation

/// What the system said when it refused to write, as an error that tells a user what to do.
struct SystemFailure: Error {
    let code: Int32
    /// What the call was about, where that is not the output itself: a folder on its way, a temporary file.
    let place: String?

    /// The refusal of the last call of this thread.
    static func last(at place: String? = nil) -> Self { Self(code: errno, place: place) }

    /// The error about an output that cannot be written for this reason.
    func diagnostic(writing path: String) -> Diagnostic {
        let reason = String(cString: strerror(code))
        return Diagnostic(
            .cannotWrite, at: SourceLocation(path: path), rule: "the output cannot be written",
            found: place.map { "\(reason) (\($0))" } ?? reason, remedy: remedy)
    }

    private var remedy: String {
        switch code {
        case ENOSPC, EDQUOT: "make room, or name another folder; what was there before is unchanged"
        case EROFS: "name a folder on a file system that can be written"
        case EACCES, EPERM: "check the permissions of the folder and of the one above it, or name another"
        case EMFILE, ENFILE: "too many files are open at once: raise the limit (ulimit -n)"
        case ENAMETOOLONG: "give it a shorter name"
        case ENOTDIR: "a part of the path is a file: name another folder"
        case EBUSY, EXDEV: "a place where a file system is mounted can't be replaced: name a folder below it"
        case ELOOP: "a part of the path is a symbolic link that leads nowhere: name another folder"
        default: "check the folder and the disk, or name another folder"
        }
    }
}
