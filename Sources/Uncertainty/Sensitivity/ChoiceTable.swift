/// Specifications as rows of option codes: a finite set of distinct combinations, each with the same weight, that
/// need not be a full grid.
public struct ChoiceTable: Sendable {
    /// The largest number of choices that vary; all their subsets are looked at, 2^16 of them.
    public static let largestNumberOfVaryingChoices = 16

    /// N, the number of specifications.
    public let rows: Int
    /// D, the number of choices.
    public var choices: Int { columns.count }
    /// D columns of N codes, relabelled 0, 1, ... in the order of the given codes.
    let columns: [[Int]]
    /// D numbers of options that occur.
    let optionCounts: [Int]

    /// - Parameters:
    ///   - rows: N rows of D codes; any integers, one an option.
    ///   - choices: D.
    /// - Throws: `ChoiceTableFailure` for no row, a row of another length, a row that occurs twice, or more than
    ///   `largestNumberOfVaryingChoices` choices that vary.
    public init(rows: [[Int]], choices: Int) throws(ChoiceTableFailure) {
        guard !rows.isEmpty else { throw .empty }
        if let row = rows.firstIndex(where: { $0.count != choices }) {
            throw .wrongLength(row: row, codes: rows[row].count, choices: choices)
        }
        var firstRow: [[Int]: Int] = [:]
        for (row, codes) in rows.enumerated() {
            if let first = firstRow.updateValue(row, forKey: codes) {
                throw .repeatedRow(first: first, second: row)
            }
        }
        self.rows = rows.count
        var (columns, counts): ([[Int]], [Int]) = ([], [])
        for choice in 0..<choices {
            let codes = Set(rows.map { $0[choice] }).sorted()
            let label = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
            columns.append(rows.map { label[$0[choice]] ?? 0 })
            counts.append(codes.count)
        }
        let varying = counts.count { $0 > 1 }
        guard varying <= Self.largestNumberOfVaryingChoices else { throw .tooManyChoices(varying) }
        self.columns = columns
        optionCounts = counts
    }

    /// The choices of which more than one option occurs.
    public var varyingChoices: [Int] { optionCounts.indices.filter { optionCounts[$0] > 1 } }
}

/// Why rows of codes are not a set of specifications.
public enum ChoiceTableFailure: Error, Equatable, Sendable, CustomStringConvertible {
    case empty
    case wrongLength(row: Int, codes: Int, choices: Int)
    case repeatedRow(first: Int, second: Int)
    case tooManyChoices(Int)

    public var description: String {
        switch self {
        case .empty: "there is no specification"
        case .wrongLength(let row, let codes, let choices):
            "specification \(row + 1) has \(codes) codes for \(choices) choices"
        case .repeatedRow(let first, let second):
            "specifications \(first + 1) and \(second + 1) are the same; each counts once"
        case .tooManyChoices(let count):
            "\(count) choices vary, and all their subsets can be looked at for up to \(ChoiceTable.largestNumberOfVaryingChoices)"
        }
    }
}
