// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions of recipes on texts of strangers: ICU's engine with a limit on steps and on stack, on at most a few
// thousand characters.
// Thread: a Pattern is immutable and may be shared. Errors: a pattern that cannot be compiled says why.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect::recipe {

class Pattern {
public:
    /// Null with `*why` when the pattern cannot be used.
    static std::shared_ptr<const Pattern> compile(const std::string &regex, std::string *why);
    ~Pattern();
    Pattern(const Pattern &) = delete;
    Pattern &operator=(const Pattern &) = delete;

    [[nodiscard]] int groups() const;
    /// Text of group `group` of the first match; nothing when there is none (or the limit was reached).
    [[nodiscard]] std::optional<std::string> find(std::string_view text, int group) const;

private:
    Pattern();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::connect::recipe
