/// The values of a JSON document with their places in it, such as `verdict.readings.0.rank`.
struct JSONLeaves: Decodable {
    let leaves: [(path: String, value: String)]

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        leaves = try Self.leaves(of: decoder)
    }

    private static func leaves(of decoder: any Decoder) throws -> [(String, String)] {
        var found: [(String, String)] = []
        func below(_ step: String, _ child: JSONLeaves) {
            found += child.leaves.map { ($0.path.isEmpty ? step : "\(step).\($0.path)", $0.value) }
        }
        if let object = try? decoder.container(keyedBy: Key.self) {
            for key in object.allKeys {
                below(key.stringValue, try object.decode(JSONLeaves.self, forKey: key))
            }
            return found
        }
        if var list = try? decoder.unkeyedContainer() {
            while !list.isAtEnd {
                below("\(list.currentIndex)", try list.decode(JSONLeaves.self))
            }
            return found
        }
        let value = try decoder.singleValueContainer()
        return [("", try text(of: value))]
    }

    private static func text(of value: any SingleValueDecodingContainer) throws -> String {
        if value.decodeNil() { return "" }
        if let truth = try? value.decode(Bool.self) { return "\(truth)" }
        if let whole = try? value.decode(Int.self) { return "\(whole)" }
        if let number = try? value.decode(Double.self) { return "\(number)" }
        return try value.decode(String.self)
    }
}
