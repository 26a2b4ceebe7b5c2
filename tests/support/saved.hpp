// SPDX-License-Identifier: GPL-3.0-or-later
// A saved query by its name and its source.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "support/temp_store.hpp"

#include <vigie/store/queries.hpp>

#include <string>

namespace vigie::test {

inline QueryId save(TempStore &store, const std::string &name, const std::string &source)
{
    return store.write([&](store::Tx &tx) {
        SavedQuery query;
        query.name = name;
        query.source = source;
        return store::Queries(tx).save(query);
    });
}

} // namespace vigie::test
