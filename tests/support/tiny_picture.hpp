// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest picture there is: one grey pixel.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

namespace vigie::test {

/// `after`: bytes behind its end, which no reader looks at: the same picture, another file.
inline void writeTinyPicture(const std::string &path, const std::string &after = {})
{
    const unsigned char bytes[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
                                   0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 'I', 'D', 'A', 'T', 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD,
                                   0x72, 0xB6, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char *>(bytes), sizeof bytes);
    file << after;
    file.close();
    REQUIRE(file.good());
}

} // namespace vigie::test
