import Files
import WideTables

/// The code of the guide: how many units a table has, and which are first.
func scoreATable(inFile file: String) throws -> (units: Int, first: [String]) {
    // block
    let table = try WideTable(readBytes(ofFile: file), path: file)
    let input = try IndexInput(table, sheet: nil)
    // end
    // block
    let options = MethodOptions(normalise: "none", aggregate: ["geometric"])
    let run = try IndexRun(input, options: options)
    // end
    // block
    let first = zip(input.units, run.ranking.ranks).filter { $0.1 == 1 }.map(\.0)
    // end
    return (input.units.count, first)
}
