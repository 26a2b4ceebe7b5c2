// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/saved_query.hpp>

namespace vigie {

const char *toString(QueryRole role) noexcept
{
    switch (role) {
    case QueryRole::Column: return "column";
    case QueryRole::Brand: return "brand";
    case QueryRole::Competitor: return "competitor";
    case QueryRole::Subject: return "subject";
    }
    return "column";
}

QueryRole queryRoleFrom(std::string_view name) noexcept
{
    for (const auto role : {QueryRole::Brand, QueryRole::Competitor, QueryRole::Subject})
        if (name == toString(role))
            return role;
    return QueryRole::Column;
}

} // namespace vigie
