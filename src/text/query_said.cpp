// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_said.hpp"

#include <utility>

namespace vigie::text {

namespace {

int rank(const Said &joins)
{
    return joins.text == "OR" ? 0 : joins.text == "AND" ? 1 : 2;
}

} // namespace

void tidy(std::vector<Said> &pieces)
{
    using Role = Said::Role;
    std::vector<Said> kept;
    kept.reserve(pieces.size());
    const auto dangling = [&] { return !kept.empty() && (kept.back().role == Role::Joins || kept.back().role == Role::Not); };
    for (auto &said : pieces) {
        if (said.role == Role::Joins && (kept.empty() || kept.back().role == Role::Open || kept.back().role == Role::Not))
            continue;
        if (said.role == Role::Joins && kept.back().role == Role::Joins) {
            // What stood between them is gone: the looser of the two held the whole together.
            if (rank(said) < rank(kept.back()))
                kept.back() = std::move(said);
            continue;
        }
        if (said.role == Role::Close) {
            while (dangling())
                kept.pop_back();
            if (!kept.empty() && kept.back().role == Role::Open) {
                kept.pop_back();
                while (!kept.empty() && kept.back().role == Role::Not)
                    kept.pop_back();
                continue;
            }
        }
        kept.push_back(std::move(said));
    }
    while (dangling())
        kept.pop_back();
    pieces = std::move(kept);
}

} // namespace vigie::text
