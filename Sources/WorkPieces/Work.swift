internal import LinearAlgebra
internal import Synchronization

/// How the independent pieces of a long stage are computed: all of them here, those of one shard, or taken from shards
/// that were computed before.
///
/// A value that is passed down to whoever has much to compute. A stage is named by the parts of `at(_:)` and its own name,
/// which together occur once in a run and do not depend on the machine, the number of workers or the shard. A piece
/// depends on its index alone, so that results are the same in every mode, byte for byte:
///
/// ```swift
/// guard let found = work.at(reading.id).map("specifications", count: pieces.count, { score(pieces[$0]) })
/// else { throw Absence.elsewhere }
/// ```
///
/// In a shard `map` and `sum` compute and keep what belongs to the shard, and return nil: there is nothing to go on with,
/// and whoever called reports that there is no answer here. What other stages rest on is asked for with `whole`: every
/// shard computes all of it, and keeps its part all the same. What was kept nowhere is computed when shards are merged,
/// so that a stage that no shard reached costs time, never correctness.
///
/// Calls inside a piece are plain `parallelMap`: a piece is the unit of shards and of progress.
public struct Work: Sendable {
    private enum Mode {
        case all
        case shard(Shard, PieceCollector)
        case merged(PieceLibrary)
    }

    private let mode: Mode
    private let observer: WorkObserver?
    private var path: [String] = []
    private var isWhole = false

    /// All pieces here.
    ///
    /// - Parameter observer: hears of the progress of every stage; for use from any thread.
    public init(observer: WorkObserver? = nil) {
        mode = .all
        self.observer = observer
    }

    /// The pieces of one shard, which are kept by the collector.
    public init(shard: Shard, keeping collector: PieceCollector, observer: WorkObserver? = nil) {
        mode = .shard(shard, collector)
        self.observer = observer
    }

    /// Pieces that shards have kept; those that they have not are computed here.
    public init(merging library: PieceLibrary, observer: WorkObserver? = nil) {
        mode = .merged(library)
        self.observer = observer
    }

    /// The same for a part of the work, such as a window or a reading.
    public func at(_ part: String) -> Work {
        var result = self
        result.path.append(part)
        return result
    }

    /// The same for stages that others rest on, whose results every shard needs: never nil, computed by all shards.
    public var whole: Work {
        var result = self
        result.isWhole = true
        return result
    }

    /// The results of all pieces in their order; nil in a shard, unless asked for as a `whole`.
    ///
    /// Pieces go to shards in turn, since their costs may differ.
    public func map<Piece: Storable>(
        _ stage: String, count: Int, _ piece: @escaping @Sendable (Int) -> Piece
    ) -> [Piece]? {
        // Without a failure nothing is left out of what is kept.
        attempts(stage, count: count) { Result<Piece, Never>.success(piece($0)) }?.map { $0.get() }
    }

    /// The same for pieces that may fail. Failures are not kept: merging computes such a piece again, and it fails again.
    public func attempts<Piece: Storable, Failure>(
        _ stage: String, count: Int, _ piece: @escaping @Sendable (Int) -> Result<Piece, Failure>
    ) -> [Result<Piece, Failure>]? {
        let name = StageName(path: path, stage: stage, count: count)
        switch mode {
        case .all: return run(name, Array(0..<count), piece)
        case .shard(let shard, let collector):
            let own = (0..<count).filter { shard.owns(piece: $0, of: name) }
            let computed = isWhole ? Array(0..<count) : own
            let results = run(name, computed, piece)
            var kept: [(Int, [UInt8])] = []
            for (index, result) in zip(computed, results) where shard.owns(piece: index, of: name) {
                if case .success(let value) = result { kept.append((index, value.stored)) }
            }
            collector.keep(kept, of: name)
            return isWhole ? results : nil
        case .merged(let library):
            let kept: [Piece?] = library.pieces(0..<count, of: name)
            let missing = kept.indices.filter { kept[$0] == nil }
            var computed = run(name, missing, piece).makeIterator()
            return kept.compactMap { $0.map { .success($0) } ?? computed.next() }
        }
    }

    /// The sum of all pieces; nil in a shard, unless asked for as a `whole`.
    ///
    /// A shard keeps one sum, that of a run of successive pieces, however many they are. So `add` must be associative to
    /// the last bit (integers are, floating-point numbers are not); it need not be commutative. Pieces are added in their
    /// order, some at a time, and not kept.
    ///
    /// - Parameters:
    ///   - zero: what is added to; adding it changes nothing.
    ///   - wave: how many pieces are held before they are added up; by default 64.
    public func sum<Piece: Storable>(
        _ stage: String, count: Int, zero: Piece, wave: Int = 64,
        add: (inout Piece, Piece) -> Void, _ piece: @escaping @Sendable (Int) -> Piece
    ) -> Piece? {
        attemptedSum(stage, count: count, zero: zero, wave: wave, add: add) {
            Result<Piece, Never>.success(piece($0))
        }?.get()
    }

    /// The same for pieces that may fail: the failure of the first piece that does, in the order of pieces. A shard keeps
    /// no sum then, and merging fails again.
    public func attemptedSum<Piece: Storable, Failure>(
        _ stage: String, count: Int, zero: Piece, wave: Int = 64,
        add: (inout Piece, Piece) -> Void, _ piece: @escaping @Sendable (Int) -> Result<Piece, Failure>
    ) -> Result<Piece, Failure>? {
        rangeSum(stage, count: count, zero: zero, add: add) { pieces, finish in
            var total: Result<Piece, Failure> = .success(zero)
            for start in stride(from: pieces.lowerBound, to: pieces.upperBound, by: max(1, wave)) {
                let parts = parallelMap(count: min(max(1, wave), pieces.upperBound - start)) {
                    let part = piece(start + $0)
                    finish(1)
                    return part
                }
                for part in parts { total = total.adding(part, add) }
                if case .failure = total { break }
            }
            return total
        }
    }

    /// The same where the sum of a run of successive pieces is found by other means than one piece after the other, for
    /// instance by workers that count many pieces each.
    ///
    /// - Parameter sum: of some pieces, which calls its second argument with a number of pieces whenever so many are
    ///   finished, from any thread.
    public func rangeSum<Piece: Storable, Failure>(
        _ stage: String, count: Int, zero: Piece, add: (inout Piece, Piece) -> Void,
        _ sum: (_ pieces: Range<Int>, _ finish: @escaping @Sendable (Int) -> Void) -> Result<Piece, Failure>
    ) -> Result<Piece, Failure>? {
        let name = StageName(path: path, stage: stage, count: count)
        func computed(_ pieces: Range<Int>) -> Result<Piece, Failure> {
            guard !pieces.isEmpty else { return .success(zero) }
            let counter = Counter(observer, name, total: pieces.count)
            return sum(pieces) { counter?.finish($0) }
        }
        var total: Result<Piece, Failure> = .success(zero)
        switch mode {
        case .all: return computed(0..<count)
        case .shard(let shard, let collector):
            // A whole is made of the same parts, so that it is computed once.
            for number in isWhole ? Array(1...shard.count) : [shard.number] {
                let part = computed(shard.range(number, of: count))
                if number == shard.number, case .success(let own) = part {
                    collector.keep([(number, own.stored)], of: name)
                }
                total = total.adding(part, add)
            }
            return isWhole ? total : nil
        case .merged(let library):
            let kept: [Piece?] = library.pieces(1..<(library.shards + 1), of: name)
            for (place, own) in kept.enumerated() {
                let range = Shard.range(place + 1, among: library.shards, of: count)
                total = total.adding(own.map { .success($0) } ?? computed(range), add)
            }
            return total
        }
    }

    private func run<Piece: Sendable>(
        _ name: StageName, _ pieces: [Int], _ piece: @escaping @Sendable (Int) -> Piece
    ) -> [Piece] {
        let counter = Counter(observer, name, total: pieces.count)
        return parallelMap(count: pieces.count) {
            let result = piece(pieces[$0])
            counter?.finish(1)
            return result
        }
    }
}

extension Result {
    fileprivate func adding(_ part: Self, _ add: (inout Success, Success) -> Void) -> Self {
        flatMap { sum in
            part.map {
                var sum = sum
                add(&sum, $0)
                return sum
            }
        }
    }
}
