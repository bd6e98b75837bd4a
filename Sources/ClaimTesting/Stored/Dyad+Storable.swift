public import Dyads
public import WorkPieces

extension Dyad: Storable {
    public func write(to bytes: inout PieceWriter) { description.write(to: &bytes) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        guard let dyad = Dyad(try String(from: &bytes)) else { throw PieceDamage() }
        self = dyad
    }
}
