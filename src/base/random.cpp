// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace vigie {

std::string randomKey()
{
    std::array<unsigned char, 16> bytes{};
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = getrandom(bytes.data() + have, bytes.size() - have, 0);
        if (got > 0)
            have += static_cast<std::size_t>(got);
        else if (errno != EINTR)
            std::abort(); // a guessable key would be worse than no program
    }
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string key;
    key.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        key += kDigits[byte >> 4U];
        key += kDigits[byte & 15U];
    }
    return key;
}

std::uint64_t Sequence::next()
{
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

std::uint64_t Sequence::below(std::uint64_t bound)
{
    if (bound == 0)
        return 0;
    // The lowest values that would make small results likelier are thrown away.
    const std::uint64_t threshold = (0 - bound) % bound;
    for (;;) {
        const std::uint64_t value = next();
        if (value >= threshold)
            return value % bound;
    }
}

double Sequence::unit()
{
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

} // namespace vigie
