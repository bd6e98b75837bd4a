import Dyads

extension PackageMetadata {
    /// The states on which the importers were written, and of which their descriptions give numbers.
    private static let describedStates: Set<String> = [
        "ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM", "UKR",
        "UZB",
    ]

    /// The same for a package of some states, which says so where they are others than those described.
    func noting(_ states: StateSystem) -> PackageMetadata {
        guard Set(states.states.map(\.code.text)) != Self.describedStates else { return self }
        let remark = """
            This package holds \(states.states.count) states. Numbers of pairs, rows and treaties in this description, first \
            years, and remarks about single states were found for the fifteen states that were Soviet republics.
            """
        return PackageMetadata(
            name: name, title: title, description: "\(description) \(remark)", sourceVersion: sourceVersion,
            sources: sources, licences: licences, citations: citations, obtaining: obtaining)
    }
}
