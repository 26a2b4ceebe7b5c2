// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/author_lists.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

namespace {

constexpr std::string_view kKey = "query.lists";

} // namespace

std::vector<text::QueryLibrary::AuthorList> readAuthorLists(Session &session)
{
    std::vector<text::QueryLibrary::AuthorList> lists;
    const auto kept = session.one<std::string>("SELECT value FROM setting WHERE key=?", kKey).value_or("");
    const auto json = nlohmann::json::parse(kept, nullptr, false);
    if (!json.is_object())
        return lists;
    for (const auto &[name, authors] : json.items()) {
        text::QueryLibrary::AuthorList list{name, {}};
        if (authors.is_array())
            for (const auto &author : authors)
                if (author.is_string())
                    list.authors.push_back(author.get<std::string>());
        lists.push_back(std::move(list));
    }
    return lists;
}

void writeAuthorLists(Session &session, const std::vector<text::QueryLibrary::AuthorList> &lists)
{
    auto json = nlohmann::json::object();
    for (const auto &list : lists)
        json[list.name] = list.authors;
    session.exec("INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", kKey,
                 json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace vigie::store
