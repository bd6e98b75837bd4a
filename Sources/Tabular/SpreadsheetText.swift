extension String {
    /// The text as it stands in a CSV file that people may open in a spreadsheet: one that would be taken for a formula is
    /// led by an apostrophe, which spreadsheets take for the mark of text.
    ///
    /// A formula can start programs and send cells away, and a name from somebody's data can be one (OWASP, CSV Injection).
    /// Taken for one is what begins with `=`, `+`, `-`, `@` or their full-width forms, with a tab, a line end or NUL.
    /// A text that begins like this after apostrophes of its own gets one more, so that `withoutSpreadsheetGuard` gives every
    /// text back. Numbers are never texts.
    public var guardedForSpreadsheets: String { looksLikeFormula ? "'" + self : self }

    /// The text that `guardedForSpreadsheets` made this of.
    public var withoutSpreadsheetGuard: String {
        unicodeScalars.first == "'" && looksLikeFormula ? String(unicodeScalars.dropFirst()) : self
    }

    private var looksLikeFormula: Bool {
        guard let first = unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return switch first {
        case "=", "+", "-", "@", "\t", "\n", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
