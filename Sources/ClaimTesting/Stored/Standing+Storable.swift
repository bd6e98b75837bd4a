import Dyads
public import WorkPieces

extension Standing: Storable {
    public func write(to bytes: inout PieceWriter) {
        [rank, classSize, tieSize, overallRank, overallSize].write(to: &bytes)
        leaders.write(to: &bytes)
        [score, margin, scoreRange].write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let places = try [Int](from: &bytes)
        leaders = try [Dyad](from: &bytes)
        let scores = try [Double](from: &bytes)
        guard places.count == 5, scores.count == 3 else { throw PieceDamage() }
        (rank, classSize, tieSize) = (places[0], places[1], places[2])
        (overallRank, overallSize) = (places[3], places[4])
        (score, margin, scoreRange) = (scores[0], scores[1], scores[2])
    }
}
