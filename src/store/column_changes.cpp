// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/column_changes.hpp"

#include "store/session.hpp"
#include "store/writer_caches.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::store {

namespace {

constexpr std::int64_t kKept = 512;   ///< jobs
constexpr std::size_t kMost = 50'000; ///< ids; more than that is read faster in one go

template <class Tag>
std::vector<std::int64_t> ascending(std::vector<Id<Tag>> &touched, const std::vector<Id<Tag>> &more)
{
    std::vector<std::int64_t> out;
    out.reserve(touched.size() + more.size());
    for (const auto id : touched)
        out.push_back(id.value);
    for (const auto id : more)
        out.push_back(id.value);
    touched.clear();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

std::string packAscending(const std::vector<std::int64_t> &values)
{
    std::string out;
    std::int64_t before = 0;
    for (const auto value : values) {
        if (!out.empty())
            out += ',';
        out += std::to_string(value - before);
        before = value;
    }
    return out;
}

std::vector<std::int64_t> unpackAscending(std::string_view packed)
{
    std::vector<std::int64_t> out;
    std::int64_t value = 0;
    const auto *at = packed.data(), *end = at + packed.size();
    while (at < end) {
        std::int64_t step = 0;
        const auto read = std::from_chars(at, end, step);
        if (read.ec != std::errc())
            break;
        out.push_back(value += step);
        at = read.ptr < end ? read.ptr + 1 : end;
    }
    return out;
}

void keepColumnChanges(Tx &tx)
{
    auto &session = tx.session();
    auto &touched = session.caches().columns;
    auto changed = tx.change().itemsAdded;
    changed.insert(changed.end(), tx.change().itemsChanged.begin(), tx.change().itemsChanged.end());
    auto items = ascending(touched.items, changed);
    auto members = ascending(touched.members, tx.change().members);
    const auto queries = ascending(touched.queries, {});
    if (items.empty() && members.empty() && queries.empty())
        return;
    const bool whole = items.size() > kMost || members.size() > kMost;
    if (whole) {
        items.clear();
        members.clear();
    }
    const auto sequence = session.insert("INSERT INTO column_change(whole, items, members, queries) VALUES(?,?,?,?)", whole, packAscending(items),
                                         packAscending(members), packAscending(queries));
    session.exec("DELETE FROM column_change WHERE sequence<=?", sequence - kKept);
}

} // namespace vigie::store
