// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions of a filter put together one by one, with their values.
// Thread: that of its owner. Errors: none.
#pragma once

#include "store/session.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::store {

class Where {
public:
    template <class... Args>
    void add(std::string_view condition, const Args &...args)
    {
        sql_ += sql_.empty() ? " WHERE " : " AND ";
        sql_ += condition;
        put(args...);
    }
    /// A condition whose values were put together elsewhere.
    void addBound(const std::string &condition, const std::vector<Bound> &values)
    {
        add("(" + condition + ")");
        values_.insert(values_.end(), values.begin(), values.end());
    }
    /// One of a list of enumerators that are stored by their names.
    template <class Enum>
    void addNames(const std::string &column, const std::vector<Enum> &values)
    {
        std::string names = "[";
        for (const auto value : values)
            names += (names.size() > 1 ? ",\"" : "\"") + std::string(toString(value)) + '"';
        add(column + " IN (SELECT value FROM json_each(?))", names + ']');
    }
    /// What follows the conditions: order, limit.
    template <class... Args>
    void end(std::string_view tail, const Args &...args)
    {
        sql_ += tail;
        put(args...);
    }
    [[nodiscard]] const std::string &sql() const { return sql_; }
    [[nodiscard]] std::vector<Bound> takeValues() { return std::move(values_); }

private:
    template <class... Args>
    void put(const Args &...args)
    {
        for (auto &value : binds(args...))
            values_.push_back(std::move(value));
    }

    std::string sql_;
    std::vector<Bound> values_;
};

} // namespace vigie::store
