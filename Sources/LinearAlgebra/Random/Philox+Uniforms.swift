extension Philox {
    /// Fills `buffer` with the uniforms at `position`, `position` + 1, ... as `uniform(at:)` gives them, two from
    /// each block of the generator; indices wrap around after 2^64.
    public func uniforms(from position: UInt64, into buffer: UnsafeMutableBufferPointer<Double>) {
        var (place, index) = (0, position)
        if index % 2 == 1, !buffer.isEmpty {
            buffer[0] = uniform(at: index)
            (place, index) = (1, index &+ 1)
        }
        while place < buffer.count {
            let pair = bitPair(at: index / 2)
            buffer[place] = Self.uniform(from: pair.0)
            if place + 1 < buffer.count { buffer[place + 1] = Self.uniform(from: pair.1) }
            place += 2
            index &+= 2
        }
    }
}
