// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, of a text at once or of bytes as they come.
// Thread: a Sha256 belongs to one; sha256() from any. Errors: none (a library that cannot hash ends the program: what would be
// signed or chained with a made-up digest is worse than nothing).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace vigie {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; nothing may be added afterwards.
    [[nodiscard]] std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256(std::string_view bytes);
/// Only the first `kept` bytes of it: an identity for what has none of its own.
[[nodiscard]] std::string sha256(std::string_view bytes, std::size_t kept);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool isSha256(std::string_view text) noexcept;

} // namespace vigie
