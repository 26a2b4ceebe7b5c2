// SPDX-License-Identifier: GPL-3.0-or-later
// What queries are bound to: lists of authors, saved queries, clock and zone.
#include <vigie/store/audit.hpp>
#include <vigie/store/queries.hpp>

#include "store/author_lists.hpp"
#include "store/desk_facts.hpp"
#include "store/queries_linked.hpp"

#include <algorithm>

namespace vigie::store {

Result<text::QueryContext> Queries::context()
{
    return tx_.session().guard([&] { return queryContext(tx_.session(), tx_.now()); });
}

Result<std::vector<text::QueryLibrary::AuthorList>> Queries::authorLists()
{
    return tx_.session().guard([&] { return readAuthorLists(tx_.session()); });
}

Result<void> Queries::saveAuthorList(const std::string &name, const std::vector<std::string> &authors)
{
    if (text::compactName(name).empty())
        return fail(Errc::InvalidInput, "a list needs a name");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        auto lists = readAuthorLists(session);
        std::erase_if(lists, [&](const text::QueryLibrary::AuthorList &list) { return text::compactName(list.name) == text::compactName(name); });
        if (!authors.empty())
            lists.push_back({name, authors});
        writeAuthorLists(session, lists);
        judgeThoseThatAskForLists(session, tx_.now());
        forgetQueries(session);
        tx_.change().queries = true;
        return Audit(tx_).add("person", "list.saved", "list " + name, std::to_string(authors.size()));
    });
}

} // namespace vigie::store
