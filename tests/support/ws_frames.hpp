// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of RFC 6455, byte by byte, so that a test may break every rule of it.
// Thread: pure functions. Errors: none.
#pragma once

#include "support/raw_server.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace vigie::test::ws {

inline constexpr unsigned kText = 1, kBinary = 2, kContinuation = 0, kClose = 8, kPing = 9, kPong = 10;

inline std::string acceptKey(const std::string &request)
{
    const std::string name = "Sec-WebSocket-Key: ";
    const auto at = request.find(name) + name.size();
    const auto key = request.substr(at, request.find("\r\n", at) - at) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char *>(key.data()), key.size(), digest);
    unsigned char base64[64];
    const int length = EVP_EncodeBlock(base64, digest, SHA_DIGEST_LENGTH);
    return {reinterpret_cast<const char *>(base64), static_cast<std::size_t>(length)};
}

inline std::string upgrade(const std::string &request)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + acceptKey(request) + "\r\n\r\n";
}

/// `masked`: which a server must not do.
inline std::string frame(unsigned opcode, std::string_view payload, bool last = true, bool masked = false)
{
    std::string out(1, static_cast<char>((last ? 0x80U : 0U) | opcode));
    const auto bit = masked ? 0x80U : 0U;
    if (payload.size() < 126) {
        out += static_cast<char>(bit | payload.size());
    } else if (payload.size() < 65536) {
        out += static_cast<char>(bit | 126U);
        out += static_cast<char>(payload.size() >> 8U);
        out += static_cast<char>(payload.size() & 0xffU);
    } else {
        out += static_cast<char>(bit | 127U);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += static_cast<char>((static_cast<std::uint64_t>(payload.size()) >> shift) & 0xffU);
    }
    if (masked)
        out += std::string(4, '\0');
    return out + std::string(payload);
}

inline std::string close(unsigned code, std::string_view reason)
{
    return frame(kClose, std::string{static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)} + std::string(reason));
}

/// A frame of the client: what it is, and its payload unmasked.
struct ClientFrame {
    unsigned opcode = 0;
    bool masked = false;
    std::string payload;
};

/// Reads one short frame; opcode 255 when the client went away.
inline ClientFrame readFrame(RawServer::Connection &connection)
{
    const auto head = connection.readBytes(2);
    if (head.size() < 2)
        return {255, false, {}};
    ClientFrame frame{static_cast<unsigned>(head[0]) & 0x0fU, (static_cast<unsigned>(head[1]) & 0x80U) != 0, {}};
    const auto mask = frame.masked ? connection.readBytes(4) : std::string(4, '\0');
    frame.payload = connection.readBytes(static_cast<unsigned>(head[1]) & 0x7fU);
    for (std::size_t i = 0; i < frame.payload.size(); ++i)
        frame.payload[i] = static_cast<char>(frame.payload[i] ^ mask[i % 4]);
    return frame;
}

} // namespace vigie::test::ws
