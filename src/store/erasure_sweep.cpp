// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure_sweep.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Where `key` stands as a word in `lower`, from `from` on.
std::size_t wordAt(const std::string &lower, const std::string &key, std::size_t from)
{
    for (auto at = lower.find(key, from); at != std::string::npos; at = lower.find(key, at + 1)) {
        const auto end = at + key.size();
        const bool begins = at == 0 || !isWordByte(key.front()) || !isWordByte(lower[at - 1]);
        const bool ends = end == lower.size() || !isWordByte(key.back()) || !isWordByte(lower[end]);
        if (begins && ends)
            return at;
    }
    return std::string::npos;
}

struct Cut {
    std::size_t begin = 0, end = 0;
};

std::vector<Cut> cutsOf(const std::string &text, const std::vector<std::string> &keys)
{
    std::vector<Cut> cuts;
    const auto lower = lowerAscii(text);
    for (const auto &key : keys)
        for (auto at = wordAt(lower, key, 0); at != std::string::npos; at = wordAt(lower, key, at + key.size()))
            cuts.push_back({at, at + key.size()});
    std::sort(cuts.begin(), cuts.end(), [](const Cut &a, const Cut &b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<Cut> apart;
    for (const auto &cut : cuts)
        if (apart.empty() || cut.begin >= apart.back().end)
            apart.push_back(cut);
        else
            apart.back().end = std::max(apart.back().end, cut.end);
    return apart;
}

std::string patternOf(const std::string &key)
{
    std::string out = "%";
    for (const char c : key) {
        if (c == '%' || c == '_' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '%';
}

std::string quoted(const std::string &name)
{
    return '"' + name + '"';
}

} // namespace

std::vector<TextPlace> textPlaces(Session &session)
{
    std::vector<TextPlace> out;
    session.each<std::string, std::string>(
        "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type='table' AND upper(c.type)='TEXT' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND t.name NOT LIKE '%\\_fts%' ESCAPE '\\' AND t.name NOT IN ('evidence', 'evidence_media', 'suppression', 'source', 'account', 'meta', 'sync_cursor', 'sync_window', 'metric_key') ORDER BY t.name, c.cid",
        {}, [&](std::string table, std::string column) { 
            const bool identity = (table == "member" && column != "bio") || table == "member_handle" || (table == "item" && (column == "author_handle" || column == "author_name"));
            const bool indexed = table == "item" && (column == "text" || column == "title" || column == "warning" || column == "spans" || column == "container");
            out.push_back({std::move(table), std::move(column), identity, indexed});
        });
    return out;
}

std::string withoutKeys(const std::string &text, const std::vector<std::string> &keys)
{
    std::string out;
    std::size_t from = 0;
    for (const auto &cut : cutsOf(text, keys)) {
        out.append(text, from, cut.begin - from);
        out += kErasedWord;
        from = cut.end;
    }
    return out.append(text, from);
}

bool namesAny(const std::string &text, const std::vector<std::string> &keys)
{
    const auto lower = lowerAscii(text);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string &key) { return wordAt(lower, key, 0) != std::string::npos; });
}

Item withoutKeys(Item item, const std::vector<std::string> &keys)
{
    // What is called by a shorter name in the text itself goes with its mark: "@claire" for claire@mer.example.
    auto cuts = cutsOf(item.text, keys);
    for (const auto &span : item.spans)
        if (span.kind == TextSpan::Kind::Mention && namesAny(span.target, keys) && span.end <= item.text.size())
            cuts.push_back({span.begin, span.end});
    std::sort(cuts.begin(), cuts.end(), [](const Cut &a, const Cut &b) { return a.begin < b.begin; });
    std::string text;
    std::vector<TextSpan> spans;
    std::size_t from = 0;
    std::vector<std::pair<std::size_t, std::ptrdiff_t>> shifts{{0, 0}};
    for (const auto &cut : cuts) {
        if (cut.begin < from)
            continue;
        text.append(item.text, from, cut.begin - from);
        text += kErasedWord;
        from = cut.end;
        shifts.emplace_back(cut.end, static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(cut.end));
    }
    text.append(item.text, from);
    for (auto span : item.spans) {
        const bool cutInto = std::any_of(cuts.begin(), cuts.end(), [&](const Cut &cut) { return span.begin < cut.end && cut.begin < span.end; });
        if (cutInto || namesAny(span.target, keys))
            continue;
        std::ptrdiff_t shift = 0;
        for (const auto &[at, by] : shifts)
            shift = at <= span.begin ? by : shift;
        span.begin = static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(span.begin) + shift);
        span.end = static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(span.end) + shift);
        spans.push_back(std::move(span));
    }
    item.text = std::move(text);
    item.spans = std::move(spans);
    item.title = withoutKeys(item.title, keys);
    item.warning = withoutKeys(item.warning, keys);
    item.container = withoutKeys(item.container, keys);
    for (auto &media : item.media)
        media.alt = withoutKeys(media.alt, keys);
    item.refs.erase(std::remove_if(item.refs.begin(), item.refs.end(), [&](const ItemRef &ref) { return ref.relation == Relation::LinksTo && namesAny(ref.targetNative, keys); }), item.refs.end());
    return item;
}

std::vector<std::string> textsNaming(Session &session, const TextPlace &place, const std::vector<std::string> &keys)
{
    if (keys.empty())
        return {};
    std::string where;
    std::vector<Bound> values;
    for (const auto &key : keys) {
        where += (where.empty() ? " WHERE " : " OR ") + quoted(place.column) + " LIKE ? ESCAPE '\\'";
        const auto more = binds(patternOf(key));
        values.insert(values.end(), more.begin(), more.end());
    }
    std::vector<std::string> out;
    session.each<std::string>("SELECT DISTINCT " + quoted(place.column) + " FROM " + quoted(place.table) + where, std::move(values), [&](std::string text) {
        if (namesAny(text, keys))
            out.push_back(std::move(text));
    });
    return out;
}

int sweep(Session &session, const TextPlace &place, const std::vector<std::string> &keys)
{
    int count = 0;
    const auto update = "UPDATE OR IGNORE " + quoted(place.table) + " SET " + quoted(place.column) + "=? WHERE " + quoted(place.column) + "=?";
    for (const auto &text : textsNaming(session, place, keys)) {
        // A log that is never rewritten says no: it stays, and the recount names it.
        const auto done = session.guard([&] { return session.exec(update, withoutKeys(text, keys), text); });
        count += done ? static_cast<int>(*done) : 0;
    }
    return count;
}

} // namespace vigie::store
