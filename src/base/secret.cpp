// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/secret.hpp>

#include <cstring>

namespace vigie {

// A short string lives inside the object and a move copies it, so every way out of a value wipes what stays behind.
Secret::Secret(Secret &&other) noexcept : value_(std::move(other.value_))
{
    other.wipe();
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        value_ = other.value_;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        value_ = std::move(other.value_);
        other.wipe();
    }
    return *this;
}

void Secret::wipe() noexcept
{
    value_.resize(value_.capacity()); // within the capacity: no allocation; covers what an earlier, longer value left
    explicit_bzero(value_.data(), value_.size());
    value_.clear();
}

} // namespace vigie
