import Diagnostics
import Files
import Foundation

/// A value from a JSON file that this program wrote.
///
/// - Throws: `Diagnostic` (missing input) without such a file, (bad data) for one that holds something else.
func decodedJSON<Value: Decodable>(ofFile path: String) throws(Diagnostic) -> Value {
    try decodedJSON(readBytes(ofFile: path), path: path)
}

/// The same from the bytes of such a file.
///
/// - Throws: `Diagnostic` (bad data) for something else.
func decodedJSON<Value: Decodable>(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Value {
    do {
        return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch {
        throw Diagnostic(at: SourceLocation(path: path), rule: "the file is not what dyadscore wrote here")
    }
}
