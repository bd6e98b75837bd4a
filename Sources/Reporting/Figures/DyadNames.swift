import ClaimTesting
import DyadicModels

/// The names of pairs as rows of a figure set them: in at most two lines of some width.
struct DyadNames {
    let assessment: Assessment
    let main: MainRanking
    let width: Double

    func isTarget(_ unit: Int) -> Bool { main.scores.dyads[unit] == assessment.claim.target }

    func lines(of unit: Int) -> [String] {
        assessment.lines(of: main.scores.dyads[unit], style(of: unit), width: width, maximumLines: 2)
    }

    /// Of the row.
    func height(of unit: Int) -> Double {
        Double(lines(of: unit).count) * TextStyle.label.lineHeight + 1.6
    }

    /// Of the widest line.
    func width(of units: [Int]) -> Double {
        units.flatMap { unit in lines(of: unit).map(style(of: unit).width) }.max() ?? 0
    }

    /// The first of the rows that fit into a height; at least one.
    func fitting(_ units: some Sequence<Int>, into room: Double) -> [Int] {
        var sum = 0.0
        var fitting: [Int] = []
        for unit in units {
            sum += height(of: unit)
            if sum > room, !fitting.isEmpty { break }
            fitting.append(unit)
        }
        return fitting
    }

    private func style(of unit: Int) -> TextStyle { TextStyle.label.bold(isTarget(unit)) }
}
