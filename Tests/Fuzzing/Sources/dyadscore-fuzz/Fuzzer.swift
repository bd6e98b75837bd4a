import Foundation

/// The surface that `DYADSCORE_SURFACE` names.
private let surface: Surface = {
    let name = ProcessInfo.processInfo.environment["DYADSCORE_SURFACE"] ?? ""
    guard let surface = Surface.named(name) else {
        FileHandle.standardError.write(
            Data("DYADSCORE_SURFACE must be one of \(Surface.all.map(\.name).joined(separator: " "))\n".utf8))
        exit(64)
    }
    return surface
}()

/// What libFuzzer calls with each input. A disagreement ends the process as a trap does, so that the input is kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        _ = try surface.accepts(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        FileHandle.standardError.write(Data("disagreement: \(error)\n".utf8))
        abort()
    }
    return 0
}

/// libFuzzer's own mutations.
@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int) -> Int

/// What libFuzzer calls for a new input: in two cases of three its own mutations, else those that know the form.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateInput(
    _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
    var random = SplitMix(seed: UInt64(seed))
    guard Int.random(in: 0..<3, using: &random) == 0 else { return mutate(start, count, capacity) }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let changed = Mutation(of: surface).changed(bytes, using: &random).prefix(capacity)
    for (place, byte) in changed.enumerated() { start[place] = byte }
    return changed.count
}
