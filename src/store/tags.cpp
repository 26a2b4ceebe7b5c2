// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/tags.hpp>

#include "store/row_image.hpp"
#include "store/session.hpp"
#include "store/tag_source.hpp"
#include "store/undo.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/fold.hpp>

#include <map>
#include <regex>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT t.id, t.name, t.colour, t.parent_id, t.mark, (SELECT count(*) FROM item_tag i WHERE i.tag_id=t.id) FROM tag t";

std::vector<TagNode> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<TagNode> out;
    session.each<TagId, std::string, std::string, TagId, std::string, std::int64_t>(
        kSelect + where, std::move(values), [&](TagId id, std::string name, std::string colour, TagId parent, std::string mark, std::int64_t items) {
            out.push_back({Tag{id, std::move(name), std::move(colour)}, parent, std::move(mark), 0, items});
        });
    return out;
}

void event(Tx &tx, TagId tag, const char *what, const std::string &from, const std::string &to)
{
    tx.session().exec("INSERT INTO tag_event(at, tag_id, what, from_value, to_value) VALUES(?,?,?,?,?)", tx.now(), tag, std::string_view(what), from, to);
    tx.change().tags = true;
}

/// The ticket of a mention, for the undo log.
const std::string kTicketOf = "coalesce((SELECT max(ti.ticket_id) FROM ticket_item ti WHERE ti.item_id=i.item_id), 0)";

/// What carries the tag, as the undo log knows it: it goes with the tag, and comes back with it.
void recordTaken(Tx &tx, TagId tag)
{
    if (tx.changeSet())
        tx.session().exec("INSERT INTO change_row(change_set_id, kind, row_id, other_id, ticket_id, before_json, after_json) SELECT ?, 'tag', i.item_id, i.tag_id, "
                              + kTicketOf + ", json_object('added_at', i.added_at), NULL FROM item_tag i WHERE i.tag_id=? ON CONFLICT DO UPDATE SET after_json=NULL",
                          tx.changeSet(), tag);
}

void recordGiven(Tx &tx, TagId from, TagId to)
{
    if (tx.changeSet())
        tx.session().exec("INSERT INTO change_row(change_set_id, kind, row_id, other_id, ticket_id, before_json, after_json) SELECT ?1, 'tag', i.item_id, ?2, "
                              + kTicketOf + ", NULL, '{}' FROM item_tag i WHERE i.tag_id=?3 AND NOT EXISTS(SELECT 1 FROM item_tag k WHERE k.item_id=i.item_id"
                              " AND k.tag_id=?2) ON CONFLICT DO UPDATE SET after_json='{}'",
                          tx.changeSet(), to, from);
}

void publishCarriers(Tx &tx, TagId tag)
{
    for (const auto item : tx.session().column<ItemId>("SELECT item_id FROM item_tag WHERE tag_id=?", tag))
        tx.change().itemsChanged.push_back(item);
}

/// `heir`: what its children stand under, `instead`: what views filter by, from now on.
void drop(Tx &tx, const TagNode &node, TagId heir, TagId instead)
{
    auto &session = tx.session();
    for (const auto child : session.column<TagId>("SELECT id FROM tag WHERE parent_id=?", node.tag.id)) {
        RowRecord record(tx, Imaged::Tag, child.value);
        session.exec("UPDATE tag SET parent_id=? WHERE id=?", heir == child ? node.parent : heir, child);
        record.done();
    }
    for (const auto view : session.column<std::int64_t>("SELECT id FROM desk_view WHERE tag_id=?", node.tag.id)) {
        RowRecord record(tx, Imaged::View, view);
        session.exec("UPDATE desk_view SET tag_id=? WHERE id=?", instead, view);
        record.done();
        tx.change().settings = true;
    }
    RowRecord record(tx, Imaged::Tag, node.tag.id.value);
    session.exec("DELETE FROM item_tag WHERE tag_id=?", node.tag.id);
    session.exec("DELETE FROM tag WHERE id=?", node.tag.id);
    record.done();
}

} // namespace

std::string shownMark(const TagNode &node)
{
    if (!node.mark.empty())
        return node.mark;
    // Whole characters: a letter of any script may be several bytes.
    std::string out;
    int letters = 0;
    for (std::size_t i = 0; i < node.tag.name.size() && letters < kMostMark; ++letters) {
        const auto begin = i++;
        while (i < node.tag.name.size() && (static_cast<unsigned char>(node.tag.name[i]) & 0xC0U) == 0x80U)
            ++i;
        out += node.tag.name.substr(begin, i - begin);
    }
    return out;
}

Result<std::vector<TagNode>> Tags::tree()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::multimap<TagId, TagNode> below;
        std::map<TagId, bool> known;
        for (auto &node : load(session, " ORDER BY t.name_folded", {})) {
            known[node.tag.id] = true;
            below.emplace(node.parent, std::move(node));
        }
        std::vector<TagNode> out;
        const auto add = [&](const auto &self, TagId parent, int depth) -> void {
            const auto [first, last] = below.equal_range(parent);
            for (auto it = first; it != last; ++it) {
                it->second.depth = depth;
                out.push_back(it->second);
                self(self, it->second.tag.id, depth + 1);
            }
        };
        add(add, TagId{}, 0);
        for (const auto &[parent, node] : below) // whose parent is no more
            if (parent && !known.count(parent))
                out.push_back(node);
        return out;
    });
}

Result<TagNode> Tags::get(TagId id)
{
    return tx_.session().guard([&]() -> Result<TagNode> {
        auto found = load(tx_.session(), " WHERE t.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such tag");
        return std::move(found.front());
    });
}

Result<TagNode> Tags::named(const std::string &name)
{
    return tx_.session().guard([&]() -> Result<TagNode> {
        auto found = load(tx_.session(), " WHERE t.name_folded=?", binds(text::fold(name)));
        if (found.empty())
            return fail(Errc::NotFound, "no tag is called \"" + name + "\"");
        return std::move(found.front());
    });
}

Result<void> Tags::put(ItemId item, TagId tag, bool on, const std::string &actor)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const bool had = session.one<int>("SELECT 1 FROM item_tag WHERE item_id=? AND tag_id=?", item, tag).has_value();
        if (had == on)
            return;
        recordTagChange(tx_, item, tag, had, on, actor);
        if (on)
            session.exec("INSERT INTO item_tag(item_id, tag_id, added_at) VALUES(?,?,?)", item, tag, tx_.now());
        else
            session.exec("DELETE FROM item_tag WHERE item_id=? AND tag_id=?", item, tag);
        tx_.change().tags = true;
        tx_.change().itemsChanged.push_back(item);
    });
}

Result<void> Tags::rename(TagId id, const std::string &name)
{
    VIGIE_TRY(const auto node, get(id));
    const std::string shown(trimmed(name));
    const auto folded = text::fold(shown);
    if (folded.empty())
        return fail(Errc::InvalidInput, "a tag needs a word");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.one<int>("SELECT 1 FROM tag WHERE name_folded=? AND id<>?", folded, id))
            return fail(Errc::Duplicate, "another tag is called so; merge them instead");
        RowRecord record(tx_, Imaged::Tag, id.value);
        session.exec("UPDATE tag SET name=?, name_folded=? WHERE id=?", shown, folded, id);
        record.done();
        carryTagName(tx_, node.tag.name, shown);
        event(tx_, id, "renamed", node.tag.name, shown);
        publishCarriers(tx_, id);
        return {};
    });
}

Result<void> Tags::move(TagId id, TagId parent)
{
    VIGIE_TRY(const auto node, get(id));
    std::string to;
    for (auto above = parent; above;) {
        if (above == id)
            return fail(Errc::InvalidInput, "a tag cannot stand under itself");
        VIGIE_TRY(const auto one, get(above));
        if (to.empty())
            to = one.tag.name;
        above = one.parent;
    }
    auto &session = tx_.session();
    return session.guard([&] {
        const auto from = session.one<std::string>("SELECT name FROM tag WHERE id=?", node.parent).value_or("");
        RowRecord record(tx_, Imaged::Tag, id.value);
        session.exec("UPDATE tag SET parent_id=? WHERE id=?", parent, id);
        record.done();
        event(tx_, id, "moved", from, to);
    });
}

Result<void> Tags::show(TagId id, const std::string &colour, const std::string &mark)
{
    VIGIE_CHECK(get(id));
    static const std::regex kColour("#[0-9a-fA-F]{6}");
    if (!std::regex_match(colour, kColour))
        return fail(Errc::InvalidInput, "a colour is written #rrggbb");
    TagNode wanted;
    wanted.tag.name = std::string(trimmed(mark));
    const auto cut = wanted.tag.name.empty() ? std::string() : shownMark(wanted);
    auto &session = tx_.session();
    return session.guard([&] {
        RowRecord record(tx_, Imaged::Tag, id.value);
        session.exec("UPDATE tag SET colour=?, mark=? WHERE id=?", colour, cut, id);
        record.done();
        tx_.change().tags = true;
    });
}

Result<void> Tags::merge(TagId gone, TagId kept)
{
    VIGIE_TRY(const auto from, get(gone));
    VIGIE_TRY(const auto into, get(kept));
    if (gone == kept)
        return fail(Errc::InvalidInput, "a tag cannot be merged with itself");
    auto &session = tx_.session();
    return session.guard([&] {
        publishCarriers(tx_, gone);
        if (into.parent == gone) { // the child takes the place of its parent
            RowRecord record(tx_, Imaged::Tag, kept.value);
            session.exec("UPDATE tag SET parent_id=? WHERE id=?", from.parent, kept);
            record.done();
        }
        recordTaken(tx_, gone);
        recordGiven(tx_, gone, kept);
        session.exec("INSERT OR IGNORE INTO item_tag(item_id, tag_id, added_at) SELECT item_id, ?, added_at FROM item_tag WHERE tag_id=?", kept, gone);
        drop(tx_, from, kept, kept);
        carryTagName(tx_, from.tag.name, into.tag.name);
        event(tx_, kept, "merged", from.tag.name, into.tag.name);
    });
}

Result<void> Tags::remove(TagId id)
{
    VIGIE_TRY(const auto node, get(id));
    return tx_.session().guard([&] {
        publishCarriers(tx_, id);
        recordTaken(tx_, id);
        drop(tx_, node, node.parent, {});
        event(tx_, id, "removed", node.tag.name, {});
    });
}

Result<std::vector<TagEvent>> Tags::history(TagId id)
{
    return tx_.session().guard([&] {
        std::vector<TagEvent> out;
        tx_.session().each<Instant, TagId, std::string, std::string, std::string>(
            "SELECT at, tag_id, what, from_value, to_value FROM tag_event WHERE tag_id=? ORDER BY id", binds(id),
            [&](Instant at, TagId tag, std::string what, std::string from, std::string to) {
                out.push_back({at, tag, std::move(what), std::move(from), std::move(to)});
            });
        return out;
    });
}

} // namespace vigie::store
