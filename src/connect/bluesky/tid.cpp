// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/tid.hpp"

#include <vigie/base/digest.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::connect::bluesky {

namespace {

constexpr std::string_view kAlphabet = "234567abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kLength = 13;
constexpr int kWithin = 20; ///< bits of the microseconds that the key replaces: about a second

} // namespace

std::string encodeTid(std::int64_t micros, unsigned clock)
{
    constexpr std::uint64_t kMicrosMask = (std::uint64_t{1} << 53U) - 1;
    auto number = ((static_cast<std::uint64_t>(std::max<std::int64_t>(micros, 0)) & kMicrosMask) << 10U) | (clock & 0x3ffU);
    std::string text(kLength, kAlphabet[0]);
    for (auto at = text.rbegin(); at != text.rend(); ++at, number >>= 5U)
        *at = kAlphabet[number & 31U];
    return text;
}

std::string recordKey(const PublishJob &job)
{
    const auto &outbound = job.outbound;
    std::string key;
    if (job.part < outbound.parts.size())
        key = outbound.parts[job.part].idempotencyKey;
    if (key.empty())
        key = std::to_string(outbound.id.value) + "/" + std::to_string(job.part) + "/" + outbound.clientToken;
    const auto digest = sha256(key, 4);
    std::uint32_t random = 0;
    std::from_chars(digest.data(), digest.data() + digest.size(), random, 16);
    const auto within = static_cast<std::int64_t>(random & ((1U << kWithin) - 1));
    const auto second = (toMicros(outbound.createdAt) >> kWithin) + static_cast<std::int64_t>(job.part); // parts of a thread sort in their order
    return encodeTid((second << kWithin) | within, random >> static_cast<unsigned>(kWithin));
}

} // namespace vigie::connect::bluesky
