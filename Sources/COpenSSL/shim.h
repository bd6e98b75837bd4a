// Message digests of OpenSSL's libcrypto (EVP interface); used for SHA-256 only.
#ifndef DYADSCORE_COPENSSL_SHIM_H
#define DYADSCORE_COPENSSL_SHIM_H
#include <openssl/evp.h>
#endif
