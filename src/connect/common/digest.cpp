// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/digest.hpp"

#include <openssl/evp.h>

namespace vigie::connect {

std::string sha256Hex(const std::string &text, std::size_t bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr) != 1)
        return text;
    std::string hex;
    for (std::size_t i = 0; i < bytes && i < size; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4U];
        hex += "0123456789abcdef"[digest[i] & 15U];
    }
    return hex;
}

} // namespace vigie::connect
