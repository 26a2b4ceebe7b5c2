// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own that goes with the test.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace vigie::test {

class TempFolder {
public:
    TempFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-test-XXXXXX").string();
        if (const char *made = ::mkdtemp(pattern.data()))
            path_ = made;
        REQUIRE_FALSE(path_.empty());
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;
    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    [[nodiscard]] std::string file(const std::string &name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

} // namespace vigie::test
