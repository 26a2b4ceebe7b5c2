// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace vigie::connect {

std::string toBase64(std::string_view bytes)
{
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const auto length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()), reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    return out;
}

std::string fromBase64(std::string_view written)
{
    std::string clean;
    clean.reserve(written.size() + 3);
    for (const char c : written)
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '=')
            clean += c == '-' ? '+' : c == '_' ? '/' : c;
    const auto padding = (4 - clean.size() % 4) % 4;
    clean.append(padding, '=');
    std::string bytes(clean.size(), '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()), reinterpret_cast<const unsigned char *>(clean.data()), static_cast<int>(clean.size()));
    if (size < 0 || static_cast<std::size_t>(size) < padding || padding == 3)
        return {};
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return bytes;
}

} // namespace vigie::connect
