/// How often something happened for each reason, in the order of first appearance.
struct ReasonCounts {
    private(set) var reasons: [Multiverse.Reason] = []
    private var places: [String: Int] = [:]

    mutating func add(_ reason: String, count: Int = 1) {
        if let place = places[reason] {
            reasons[place] = .init(words: reason, count: reasons[place].count + count)
        } else {
            places[reason] = reasons.count
            reasons.append(.init(words: reason, count: count))
        }
    }
}
