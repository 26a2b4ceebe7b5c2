// SPDX-License-Identifier: GPL-3.0-or-later
// A string that must not be seen: it does not print, does not compare by accident, and is wiped when it goes.
// Thread: values. Errors: none.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace vigie {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value) : value_(std::move(value)) {}
    Secret(const Secret &) = default;
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret() { wipe(); }

    /// The only way to the text; the name makes every use easy to find.
    [[nodiscard]] std::string_view reveal() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }

private:
    void wipe() noexcept;
    std::string value_;
};

} // namespace vigie
