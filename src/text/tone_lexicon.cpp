// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_lexicon.hpp>

#include <algorithm>
#include <bit>
#include <charconv>

namespace vigie::text {

namespace {

std::uint64_t mixed(std::uint64_t x) // the finisher of SplitMix64
{
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    x ^= x >> 31U;
    return x == 0 ? 1 : x; // 0 marks an empty slot
}

bool readHundredths(std::string_view cell, float &value)
{
    int hundredths = 0;
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), hundredths);
    value = static_cast<float>(hundredths) / 100.0F;
    return result.ec == std::errc() && result.ptr == cell.data() + cell.size();
}

} // namespace

std::uint64_t ToneLexicon::hashOf(std::string_view word)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mixed(hash);
}

std::uint64_t ToneLexicon::hashOf(std::uint64_t first, std::uint64_t second)
{
    return mixed(first * 0x9E3779B97F4A7C15ULL + second);
}

ToneLexicon::ToneLexicon(std::string_view tsv)
{
    const auto lines = static_cast<std::size_t>(std::count(tsv.begin(), tsv.end(), '\n')) + 1;
    slots_.resize(std::bit_ceil(lines * 2));
    mask_ = slots_.size() - 1;
    filter_.resize(std::max<std::size_t>(slots_.size() / 8, 1)); // sixteen bits or more for each line
    filterMask_ = filter_.size() - 1;
    while (!tsv.empty()) {
        const auto line = tsv.substr(0, tsv.find('\n'));
        tsv.remove_prefix(std::min(tsv.size(), line.size() + 1));
        const auto first = line.find('\t');
        const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
        ToneEvidence evidence;
        if (line.empty() || line[0] == '#' || second == std::string_view::npos
            || !readHundredths(line.substr(first + 1, second - first - 1), evidence.positive)
            || !readHundredths(line.substr(second + 1), evidence.negative))
            continue;
        const auto key = line.substr(0, first);
        const auto space = key.find(' ');
        if (key == "*bias")
            bias_ = evidence;
        else if (space == std::string_view::npos)
            put(hashOf(key), evidence);
        else
            put(hashOf(hashOf(key.substr(0, space)), hashOf(key.substr(space + 1))), evidence);
    }
}

void ToneLexicon::put(std::uint64_t hash, ToneEvidence evidence)
{
    auto at = static_cast<std::size_t>(hash) & mask_;
    while (slots_[at].hash != 0 && slots_[at].hash != hash)
        at = (at + 1) & mask_;
    if (slots_[at].hash == 0)
        ++size_;
    slots_[at] = Slot{hash, evidence};
    filter_[(hash >> 38U) & filterMask_] |= std::uint64_t{1} << ((hash >> 32U) & 63U);
}

} // namespace vigie::text
