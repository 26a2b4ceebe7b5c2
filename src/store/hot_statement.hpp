// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement of SQLite itself, for the loops of Items::store and Items::search alone. SOCI builds an object per
// bound value and per column: a row of 18 columns costs 2.8 us through it and 0.8 us so (tests/bench prints both), and an
// item is three to six rows, of 41 us in all. Everything else of the store goes through Session.
// Thread: that of its session. Errors: throws HotError, which Session::guard() turns into ours.
#pragma once

#include "store/session.hpp"

#include <stdexcept>

namespace vigie::store {

class HotError : public std::runtime_error {
public:
    HotError(const char *message, int code) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] int code() const { return code_; }

private:
    int code_;
};

class HotStatement {
public:
    HotStatement(sqlite_api::sqlite3 *db, std::string_view sql);
    ~HotStatement();
    HotStatement(const HotStatement &) = delete;
    HotStatement &operator=(const HotStatement &) = delete;

    /// Binds all values in order. Texts are not copied: they must live until run(), or the last next().
    template <class... Args>
    HotStatement &bind(const Args &...args)
    {
        reset();
        int index = 0;
        (put(++index, args), ...);
        return *this;
    }
    HotStatement &bindAll(const std::vector<Bound> &values);
    /// For statements without rows.
    void run();
    /// Steps to the next row; false at the end, which also resets.
    bool next();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] long long integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;

private:
    void putInteger(int index, long long value);
    void putReal(int index, double value);
    void putText(int index, std::string_view value);
    void putNull(int index);

    template <class T>
    void put(int index, const T &value)
    {
        if constexpr (detail::IsOptional<T>::value) {
            if (value)
                put(index, *value);
            else
                putNull(index);
        } else if constexpr (std::is_same_v<T, std::nullptr_t>) {
            putNull(index);
        } else if constexpr (detail::IsId<T>::value) {
            putInteger(index, value.value);
        } else if constexpr (std::is_same_v<T, Instant>) {
            putInteger(index, toMicros(value));
        } else if constexpr (std::is_floating_point_v<T>) {
            putReal(index, static_cast<double>(value));
        } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            putInteger(index, static_cast<long long>(value));
        } else {
            putText(index, std::string_view(value));
        }
    }
    void check(int code) const;

    sqlite_api::sqlite3 *db_;
    sqlite_api::sqlite3_stmt *statement_ = nullptr;
    bool fresh_ = true;
};

} // namespace vigie::store
