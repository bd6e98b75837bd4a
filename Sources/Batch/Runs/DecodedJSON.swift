import Diagnostics
import Files
import Foundation

/// A value from a JSON file that this program wrote.
///
/// - Throws: `Diagnostic` (missing input) without such a file, (bad data) for one that holds something else.
func decodedJSON<Value: Decodable>(ofFile path: String) throws(Diagnostic) -> Value {
    let bytes = try readBytes(ofFile: path)
    do {
        return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch {
        throw Diagnostic(at: SourceLocation(path: path), rule: "the file is not what dyadscore wrote here")
    }
}
