/// What stands behind a kernel's name: files first, then `setting=value`.
struct Arguments: Sendable {
    let files: [String]
    private let values: [String: String]

    /// - Throws: `UsageFailure` for another number of files than the kernel takes, or an unknown setting.
    init(_ words: [String], for kernel: Kernel) throws(UsageFailure) {
        var values = Dictionary(uniqueKeysWithValues: kernel.settings.map { ($0.name, $0.standard) })
        var files: [String] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2, values[parts[0]] != nil {
                values[parts[0]] = parts[1]
            } else {
                files.append(word)
            }
        }
        let most = kernel.files.count + (kernel.optionalFile == nil ? 0 : 1)
        guard (kernel.files.count...most).contains(files.count) else {
            throw UsageFailure(reason: "these are not its files: \(files.joined(separator: " "))")
        }
        self.files = files
        self.values = values
    }

    /// A setting that the kernel declares, as a whole number.
    ///
    /// - Throws: `UsageFailure` for anything else.
    func integer(_ name: String) throws(UsageFailure) -> Int {
        guard let value = Int(word(name)), value >= 0 else {
            throw UsageFailure(reason: "\(name)=\(word(name)) is no whole number from 0")
        }
        return value
    }

    /// A setting that the kernel declares, as it stands.
    func word(_ name: String) -> String { values[name] ?? "" }
}

struct UsageFailure: Error {
    let reason: String
}
