import Foundation

/// The first study as text, with the parts left out that take long: enough for a debug build.
public struct LightStudy {
    /// Ids of the alternatives that stay.
    public var alternatives: [String] = []
    /// Ids of the readings that are left out; `excess` takes longest.
    public var withoutReadings: [String] = []
    /// Codes of the states; nil for those of the study.
    public var states: [String]?
    /// Replicates of the bootstrap of efficiencies.
    public var replicates = 0
    /// The tests of the claim that are left out: these score the study thousands of times.
    public var withoutTests: Set<String> = ["influence", "measurement", "joint", "sampling"]
    /// How often gaps are imputed; nil for never.
    public var imputations: Int?

    public init() {}

    public func text() throws -> String {
        let text = try String(
            contentsOfFile: Repository.path("studies/azerbaijan-kazakhstan.yaml"), encoding: .utf8)
        var section = Substring()
        var isLeftOut = false
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first?.isLetter ?? false { (section, isLeftOut) = (line.prefix { $0 != ":" }, false) }
            switch section {
            case "alternatives":
                guard !alternatives.isEmpty else { continue }
                if line.hasPrefix("  - {"),
                    !alternatives.contains(where: { line.hasPrefix("  - {id: \($0), ") })
                {
                    continue
                }
                lines.append(String(line))
            case "readings":
                if line.hasPrefix("  - id: ") {
                    isLeftOut = withoutReadings.contains(String(line.dropFirst(8)))
                }
                if isLeftOut, !line.isEmpty { continue }
                lines.append(String(line).replacing("replicates: 1000", with: "replicates: \(replicates)"))
            case "states":
                let list = states.map { "states: [\($0.joined(separator: ", "))]" }
                lines.append(line.isEmpty ? "" : list ?? String(line))
            case "classes": lines.append("")
            case "tests" where line.hasPrefix("    classes: "): lines.append("")
            case "tests":
                if line.hasPrefix("  "), !line.hasPrefix("   ") {
                    isLeftOut = withoutTests.contains { line.hasPrefix("  \($0):") }
                }
                if !isLeftOut || line.isEmpty { lines.append(String(line)) }
            case "imputations":
                lines.append(line.isEmpty ? "" : imputations.map { "imputations: \($0)" } ?? "")
            default: lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Writes the study into a folder.
    ///
    /// - Returns: the path of the file.
    public func write(to folder: String) throws -> String {
        let file = "\(folder)/light.yaml"
        try text().write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}
