internal import COpenSSL
import Diagnostics

/// The SHA-256 digest (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits, by OpenSSL.
///
/// - Throws: `Diagnostic` (internal failure) if the library refuses, as a build without SHA-256 would.
public func sha256Hex(of bytes: [UInt8]) throws(Diagnostic) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1, length == 32 else {
        throw digestFailure
    }
    return hexadecimal(digest)
}

/// That the library refuses.
var digestFailure: Diagnostic {
    Diagnostic(.internalFailure, rule: "OpenSSL could not compute a SHA-256 digest")
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
