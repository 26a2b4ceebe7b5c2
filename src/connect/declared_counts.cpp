// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/declared_counts.hpp>

#include <vigie/connect/extensions.hpp>

#include <vigie_embedded/count_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace vigie::connect {

namespace {

using Json = nlohmann::json;

struct Book {
    std::map<std::string, DeclaredCount> usual;
    std::map<std::string, std::vector<DeclaredCount>> networks;
};

std::string textAt(const Json &object, const char *key)
{
    return object.value(key, std::string());
}

Book readBook()
{
    Book book;
    const auto json = Json::parse(embedded::count_files.front().data);
    for (const auto &[key, one] : json.at("counts").items())
        book.usual[key] = {key, {}, {}, {}, {}, textAt(one, "unit"), textAt(one, "en"), textAt(one, "fr"), textAt(one, "unit") == "people"};
    for (const auto &[network, counts] : json.at("networks").items())
        for (const auto &one : counts)
            book.networks[network].push_back({textAt(one, "count"), textAt(one, "native"), textAt(one, "since"), textAt(one, "until"), textAt(one, "replaced_by"), {},
                                              textAt(one, "en"), textAt(one, "fr"), false});
    return book;
}

const Book &book()
{
    static const Book read = readBook();
    return read;
}

} // namespace

DeclaredCount usualMeaning(const std::string &key)
{
    const auto found = book().usual.find(key);
    return found != book().usual.end() ? found->second : DeclaredCount{key, {}, {}, {}, {}, {}, {}, {}, false};
}

std::vector<DeclaredCount> declaredCounts(const Connector &connector)
{
    std::vector<DeclaredCount> all;
    if (const auto *own = extension<DeclaresCounts>(connector))
        all = own->postCounts();
    if (const auto named = book().networks.find(connector.describe().id); named != book().networks.end())
        all.insert(all.end(), named->second.begin(), named->second.end());
    for (auto &one : all) {
        const auto usual = usualMeaning(one.key);
        if (one.english.empty()) {
            one.english = usual.english;
            one.french = usual.french;
        }
        if (one.unit.empty())
            one.unit = one.unique ? "people" : usual.unit.empty() ? "times" : usual.unit;
    }
    std::stable_sort(all.begin(), all.end(), [](const DeclaredCount &a, const DeclaredCount &b) { return std::tie(a.key, a.since, a.until) < std::tie(b.key, b.since, b.until); });
    return all;
}

const DeclaredCount *declaredOn(const std::vector<DeclaredCount> &all, const std::string &key, const std::string &day)
{
    const DeclaredCount *last = nullptr;
    for (const auto &one : all) {
        if (one.key != key)
            continue;
        if (one.givenOn(day))
            return &one;
        if (!one.until.empty() && day >= one.until && (last == nullptr || one.until > last->until))
            last = &one;
    }
    return last;
}

} // namespace vigie::connect
