extension String {
    /// The text as a double-quoted YAML scalar: whatever the user wrote stays a text.
    public var quotedForYAML: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case let s where !s.isPrintableInYAML:
                let digits = String(s.value, radix: 16)
                text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may stand in a double-quoted text as it is (YAML 1.1, 5.1). Unicode's line ends may, but are then
    /// folded into spaces.
    fileprivate var isPrintableInYAML: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }
}
