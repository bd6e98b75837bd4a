extension Philox {
    /// Fills `buffer` with the uniforms at `position`, `position` + 1, ... as `uniform(at:)` gives them, two from
    /// each block of the generator; indices wrap around after 2^64.
    public func uniforms(from position: UInt64, into buffer: UnsafeMutableBufferPointer<Double>) {
        var place = 0
        if position % 2 == 1, !buffer.isEmpty {
            buffer[0] = uniform(at: position)
            place = 1
        }
        var block = (position &+ UInt64(place)) / 2
        while place < buffer.count {
            let pair = bitPair(at: block)
            buffer[place] = Self.uniform(from: pair.0)
            if place + 1 < buffer.count { buffer[place + 1] = Self.uniform(from: pair.1) }
            place += 2
            block &+= 1
        }
    }
}
