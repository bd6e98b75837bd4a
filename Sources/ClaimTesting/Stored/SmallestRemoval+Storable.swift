import Dyads
public import WorkPieces

extension SmallestRemoval: Storable {
    public func write(to bytes: inout PieceWriter) {
        records.write(to: &bytes)
        standing.write(to: &bytes)
        [lowerBound, singles, candidates, pool, scorings].write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        records = try [RemovableRecord]?(from: &bytes)
        standing = try Standing?(from: &bytes)
        let counts = try [Int](from: &bytes)
        guard counts.count == 5 else { throw PieceDamage() }
        (lowerBound, singles, candidates) = (counts[0], counts[1], counts[2])
        (pool, scorings) = (counts[3], counts[4])
    }
}

extension RemovableRecord: Storable {
    public func write(to bytes: inout PieceWriter) {
        dyad.write(to: &bytes)
        switch self {
        case .dyadYear(_, let year):
            true.write(to: &bytes)
            year.write(to: &bytes)
        case .value(_, let indicator):
            false.write(to: &bytes)
            indicator.write(to: &bytes)
        }
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let dyad = try Dyad(from: &bytes)
        self =
            try Bool(from: &bytes)
            ? .dyadYear(dyad, try Int(from: &bytes)) : .value(dyad, indicator: try String(from: &bytes))
    }
}
