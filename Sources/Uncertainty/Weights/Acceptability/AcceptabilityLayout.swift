/// Which counts there are, and where.
struct AcceptabilityLayout: Hashable, Sendable {
    /// Columns of scores, the class first.
    let columns: Int
    let members: Int
    let indicators: Int
    /// How many places are counted one by one; a unit outside the class can be behind all members.
    let places: Int
    /// The columns whose places are counted.
    let followed: [Int]
    /// The row of each column among those; nil for the others.
    let row: [Int?]
    /// The followed columns of the class, whose wins are counted; empty if they are not.
    let winners: [Int]
    let detail: AcceptabilityDetail

    init(_ scorer: BlockScorer, detail: AcceptabilityDetail) {
        columns = scorer.columns
        members = scorer.members
        indicators = scorer.units.indicators
        let all = columns > members ? members + 1 : members
        places = max(0, min(detail.places ?? all, all))
        let wanted = detail.followed.map(Set.init)
        let followed = scorer.order.indices.filter { wanted?.contains(scorer.order[$0]) ?? true }
        var row = [Int?](repeating: nil, count: columns)
        for (place, column) in followed.enumerated() { row[column] = place }
        self.followed = followed
        self.row = row
        let members = members
        winners = detail.countsPairs ? followed.filter { $0 < members } : []
        self.detail = detail
    }
}
