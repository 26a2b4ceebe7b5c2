// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/inflate.hpp"

#include "net/ascii.hpp"

#include <array>

namespace vigie::net {

namespace {

constexpr int kGzip = 15 + 16, kZlib = 15, kRaw = -15; // how inflateInit2 wants to be told

/// "deflate" means zlib's format; some servers send bare deflate all the same. A zlib head is divisible by 31.
bool hasZlibHead(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
    return (first & 0x0fU) == 8 && (first * 256U + second) % 31 == 0;
}

} // namespace

bool Inflater::knows(std::string_view encoding)
{
    return equalsIgnoreCase(encoding, "gzip") || equalsIgnoreCase(encoding, "x-gzip") || equalsIgnoreCase(encoding, "deflate");
}

Inflater::Inflater(std::string_view encoding) : gzip_(!equalsIgnoreCase(encoding, "deflate")) {}

Inflater::~Inflater()
{
    if (ready_)
        inflateEnd(&stream_);
}

bool Inflater::begin()
{
    ready_ = inflateInit2(&stream_, gzip_ ? kGzip : hasZlibHead(input_) ? kZlib : kRaw) == Z_OK;
    return ready_;
}

Inflater::Fed Inflater::feed(std::string_view bytes, const std::function<bool(std::string_view)> &sink)
{
    if (bytes.empty() || state_ == State::After)
        return Fed::Ok;
    input_.append(bytes);
    if (state_ == State::Empty || state_ == State::Head) {
        state_ = State::Head;
        if (!gzip_ && input_.size() < 2)
            return Fed::Ok;
        if (!begin())
            return Fed::Damaged;
        state_ = State::Running;
    }
    return run(sink);
}

Inflater::Fed Inflater::run(const std::function<bool(std::string_view)> &sink)
{
    std::array<char, 32'768> out{};
    stream_.next_in = reinterpret_cast<Bytef *>(input_.data());
    stream_.avail_in = static_cast<uInt>(input_.size());
    for (;;) {
        if (state_ == State::Ended) {
            if (stream_.avail_in == 0)
                break;
            // Another member of the same file, or padding that nobody reads.
            if (!gzip_ || *stream_.next_in != 0x1f || inflateReset(&stream_) != Z_OK) {
                state_ = State::After;
                break;
            }
            state_ = State::Running;
        }
        stream_.next_out = reinterpret_cast<Bytef *>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        const int code = inflate(&stream_, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return Fed::Damaged;
        const auto made = out.size() - stream_.avail_out;
        if (made > 0 && !sink(std::string_view(out.data(), made)))
            return Fed::Refused;
        if (code == Z_STREAM_END)
            state_ = State::Ended;
        else if (made == 0 && stream_.avail_in == 0)
            break;
        else if (code == Z_BUF_ERROR && made == 0)
            break;
    }
    input_.erase(0, input_.size() - stream_.avail_in);
    return Fed::Ok;
}

} // namespace vigie::net
