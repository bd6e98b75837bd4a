import Foundation

/// Names of what lies beside an output while it is written.
enum HiddenName {
    /// The path of a hidden neighbour, `.NAME.SUFFIX`; a name that would get too long gives way to its hash.
    static func beside(_ path: String, suffix: String) -> String {
        let parent = (path as NSString).deletingLastPathComponent
        var name = (path as NSString).lastPathComponent
        // The longest name of Linux' file systems has 255 bytes.
        if name.utf8.count + suffix.utf8.count + 2 > 255 {
            name = (try? sha256Hex(of: Array(name.utf8))).map { String($0.prefix(32)) } ?? "output"
        }
        return (parent as NSString).appendingPathComponent(".\(name).\(suffix)")
    }
}
