/// Numbers that begin at a multiple of 64 bytes, so that no vector of a block crosses a cache line; freed with the last
/// reference. Not `Sendable`: each worker makes its own.
public final class LaneStorage<Number: BitwiseCopyable & Numeric> {
    public let numbers: UnsafeMutableBufferPointer<Number>

    /// - Parameter count: how many, all zero to begin with.
    public init(count: Int) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(1, count) * MemoryLayout<Number>.stride, alignment: 64)
        numbers = bytes.bindMemory(to: Number.self)
        numbers.initialize(repeating: 0)
    }

    deinit { numbers.deallocate() }
}
