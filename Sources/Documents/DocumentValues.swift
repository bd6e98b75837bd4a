import Diagnostics

extension DocumentNode {
    /// The text of a scalar.
    ///
    /// - Throws: `Diagnostic` when the value is a list, a mapping or an empty text.
    public func text() throws(Diagnostic) -> String {
        guard case .scalar(let text) = content, !text.isEmpty else { throw expected("a text") }
        return text
    }

    /// A whole number.
    ///
    /// - Throws: `Diagnostic` when the scalar is not an optional minus sign and digits, or outside `range`.
    public func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(Diagnostic) -> Int {
        guard case .scalar(let text) = content, text.utf8.allSatisfy({ "-0123456789".utf8.contains($0) }),
            let value = Int(text)
        else { throw expected("a whole number") }
        guard range.contains(value) else {
            throw expected("a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A finite decimal number in the form that YAML 1.2 gives it (10.3.2): `1`, `+1`, `1.5`, `.5`, `1.`, `1e-9`.
    ///
    /// - Throws: `Diagnostic` when the scalar is not a decimal number, or outside `range`.
    public func number(
        in range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    )
        throws(Diagnostic) -> Double
    {
        guard case .scalar(let text) = content, text.utf8.allSatisfy({ "-+.eE0123456789".utf8.contains($0) }),
            let value = Double(text), value.isFinite
        else { throw expected("a number") }
        guard range.contains(value) else {
            throw expected("a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `true` or `false`, written so.
    public func boolean() throws(Diagnostic) -> Bool {
        guard case .scalar(let text) = content, text == "true" || text == "false" else {
            throw expected("true or false")
        }
        return text == "true"
    }

    /// The items of a list.
    public func list() throws(Diagnostic) -> [DocumentNode] {
        guard case .list(let items) = content else { throw expected("a list") }
        return items
    }

    /// One of the raw values of an enumeration.
    ///
    /// - Throws: `Diagnostic` with the nearest allowed word.
    public func choice<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) throws(Diagnostic)
        -> Choice
    where Choice.RawValue == String {
        let word = try text()
        if let choice = Choice(rawValue: word) { return choice }
        let allowed = Choice.allCases.map(\.rawValue)
        throw unknownWord(word, allowed: allowed, what: "this value")
    }

    /// An error that says what was expected here.
    public func expected(_ what: String, remedy: String? = nil) -> Diagnostic {
        Diagnostic(at: location, rule: "\(what) is expected here", found: summary, remedy: remedy)
    }

    /// An error about a word that is not among the allowed ones, with the nearest of them.
    public func unknownWord(_ word: String, allowed: [String], what: String) -> Diagnostic {
        Diagnostic(
            at: location, rule: "\(what) must be one of \(allowed.joined(separator: ", "))",
            found: word.shortened(to: 60).quotedForMessage,
            remedy: nearestWord(to: word, among: allowed).map { "did you mean \($0.quotedForMessage)?" })
    }

    private var summary: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : text.shortened(to: 60).quotedForMessage
        case .list(let items): "a list of \(items.count)"
        case .mapping(let pairs): "a mapping of \(pairs.count) keys"
        }
    }
}
