import Diagnostics
import Dyads
import Files

/// What sources call states where they use neither the ISO code nor the common name: a crosswalk kept by hand.
///
/// `crosswalks/source-codes.csv` of a folder of packages, with the columns `package`, `code`, `iso3` and `evidence`; each
/// row says why the code is that state. A folder without the file has no such codes.
struct SourceCodes {
    private let byPackage: [String: [String: StateCode]]
    /// The file; nil where there is none.
    let file: SourceFile?

    /// Reads a folder's crosswalk.
    ///
    /// - Throws: `Diagnostic` for a malformed row, or a code that a package uses twice.
    init(of folder: DatasetFolder) throws(Diagnostic) {
        let path = "\(folder.path)/crosswalks/source-codes.csv"
        guard exists(path) else {
            (byPackage, file) = ([:], nil)
            return
        }
        let file = try SourceFile(path: try folder.file("crosswalks/source-codes.csv"))
        var reader = try file.csv()
        let columns = try reader.columns(["package", "code", "iso3", "evidence"])
        var byPackage: [String: [String: StateCode]] = [:]
        while let row = try reader.next() {
            guard let state = StateCode(row.text(columns[2])) else {
                throw row.wrong(columns[2], "an ISO 3166-1 alpha-3 code is three capital letters")
            }
            _ = try row.requiredText(columns[3])
            let (package, code) = (try row.requiredText(columns[0]), try row.requiredText(columns[1]))
            guard byPackage[package, default: [:]].updateValue(state, forKey: code) == nil else {
                throw row.wrong(columns[1], "a code of a package may occur once")
            }
        }
        (self.byPackage, self.file) = (byPackage, file)
    }

    /// The codes of one package; empty where it has none of its own.
    subscript(package: String) -> [String: StateCode] { byPackage[package] ?? [:] }
}
