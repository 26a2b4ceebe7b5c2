// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/bundle_fields.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/tickets.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::string_view kTag = "tag:", kNote = "note:";

/// What a field is on a ticket that nobody touched.
std::string untouched(const std::string &field)
{
    return field == "status" ? "new" : "";
}

enum class Order { Same, Older, Newer, Apart };
/// How `a` stands to `b`.
Order compare(const store::VersionVector &a, const store::VersionVector &b)
{
    const auto covers = [](const store::VersionVector &one, const store::VersionVector &other) {
        return std::all_of(other.begin(), other.end(), [&](const auto &entry) {
            const auto found = one.find(entry.first);
            return entry.second <= 0 || (found != one.end() && found->second >= entry.second);
        });
    };
    const bool over = covers(a, b), under = covers(b, a);
    return over && under ? Order::Same : over ? Order::Newer : under ? Order::Older : Order::Apart;
}

store::VersionVector joined(store::VersionVector a, const store::VersionVector &b)
{
    for (const auto &[machine, count] : b)
        a[machine] = std::max(a[machine], count);
    return a;
}

std::optional<Note> noteFrom(const std::string &json, TicketId ticket)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object() || !object.contains("text") || !object["text"].is_string() || !object.contains("author") || !object["author"].is_string()
        || !object.contains("at") || !object["at"].is_number_integer())
        return std::nullopt;
    return Note{{}, ticket, NoteWords(object["text"].get<std::string>()), object["author"].get<std::string>(), fromMicros(object["at"].get<std::int64_t>())};
}

/// Notes come and go; they never change.
Result<void> setNote(store::Tickets &tickets, TicketId ticket, const store::ExchangeField &field)
{
    VIGIE_TRY(const auto notes, tickets.notes(ticket));
    const auto here = std::find_if(notes.begin(), notes.end(), [&](const Note &note) { return store::noteField(note.text.inside(), note.author, note.at).first == field.field; });
    if (field.value.empty())
        return here == notes.end() ? Result<void>() : tickets.removeNote(here->id);
    const auto note = noteFrom(field.value, ticket);
    if (note && here == notes.end())
        VIGIE_CHECK(tickets.addNote(*note));
    return {};
}

void setSnooze(Ticket &ticket, const std::string &value)
{
    ticket.snooze.reset();
    const auto bar = value.find('|');
    if (bar == std::string::npos)
        return;
    const auto wall = parseWallTime(value.substr(0, bar));
    const auto zone = value.substr(bar + 1);
    if (!wall)
        return;
    if (const auto due = toInstant(*wall, zone))
        ticket.snooze = Snooze{*wall, zone, due->at};
}

void setColumn(Ticket &ticket, const store::ExchangeField &field)
{
    if (field.field == "status") {
        ticket.status = ticketStatusFrom(field.value).value_or(ticket.status);
        if (ticket.status == TicketStatus::Done || ticket.status == TicketStatus::Ignored)
            ticket.waitingSince.reset();
    } else if (field.field == "owner") {
        ticket.owner = field.value;
    } else if (field.field == "snooze") {
        setSnooze(ticket, field.value);
    }
}

} // namespace

Result<void> BundleFields::put(const store::ExchangeField &field)
{
    known_[{field.ticket, field.field}] = field;
    return store::Exchange(tx_).putField(field);
}

Result<void> BundleFields::catchUp(const store::ExchangeField &waiting, const std::string &value)
{
    const Key key{waiting.ticket, waiting.field};
    if (value == untouched(waiting.field)) {
        changed_[waiting.ticket].push_back(key);
        return {};
    }
    const auto theirs = waiting; // decided here, too, before anybody knew: a person says which
    store::ExchangeField ours{theirs.ticket, theirs.field, value, {}, here_.person, true};
    const auto seen = theirs.clock.find(here_.machine);
    ours.clock[here_.machine] = (seen != theirs.clock.end() ? seen->second : 0) + 1;
    open_.insert(key);
    VIGIE_CHECK(store::Exchange(tx_).putConflict(theirs));
    return put(ours);
}

Result<void> BundleFields::look(const store::TicketFields &ticket)
{
    const auto seen = [&](const std::string &field, const std::string &value) -> Result<void> {
        const auto found = known_.find({ticket.key, field});
        const auto before = found != known_.end() ? found->second.value : untouched(field);
        const bool waited = found != known_.end() && !found->second.applied; // it came before its ticket did
        if (waited && value != before)
            return catchUp(found->second, value);
        if (waited) {
            found->second.applied = true;
            return put(store::ExchangeField(found->second));
        }
        if (value == before)
            return {};
        store::ExchangeField now{ticket.key, field, value, found != known_.end() ? found->second.clock : store::VersionVector{}, here_.person, true};
        ++now.clock[here_.machine];
        return put(now);
    };
    for (const auto &[field, value] : ticket.fields)
        VIGIE_CHECK(seen(field, value));
    std::vector<std::string> gone; // tags and notes that were taken away here
    for (auto at = known_.lower_bound({ticket.key, ""}); at != known_.end() && at->first.first == ticket.key; ++at)
        if (ticket.fields.count(at->first.second) == 0)
            gone.push_back(at->first.second);
    for (const auto &field : gone)
        VIGIE_CHECK(seen(field, ""));
    return {};
}

Result<void> BundleFields::refresh()
{
    store::Exchange exchange(tx_);
    VIGIE_TRY(const auto fields, exchange.fields());
    for (const auto &one : fields)
        known_[{one.ticket, one.field}] = one;
    VIGIE_TRY(const auto conflicts, exchange.conflicts());
    for (const auto &one : conflicts)
        open_.insert({one.theirs.ticket, one.theirs.field});
    VIGIE_TRY(const auto tickets, exchange.tickets());
    for (const auto &ticket : tickets)
        if (tickets_.emplace(ticket.key, ticket.id).second) // two conversations from one message: the first stands for it
            VIGIE_CHECK(look(ticket));
    return changed_.empty() ? Result<void>() : apply();
}

std::vector<store::ExchangeField> BundleFields::all() const
{
    std::vector<store::ExchangeField> out;
    for (const auto &[key, field] : known_)
        out.push_back(field);
    return out;
}

Result<BundleFields::Merged> BundleFields::merge(const store::ExchangeField &theirs)
{
    const Key key{theirs.ticket, theirs.field};
    const auto found = known_.find(key);
    const bool here = tickets_.count(theirs.ticket) > 0;
    const auto ours = found != known_.end() ? found->second : store::ExchangeField{theirs.ticket, theirs.field, untouched(theirs.field), {}, {}, here};
    const auto order = compare(theirs.clock, ours.clock);
    if (order == Order::Same || order == Order::Older)
        return Merged::Known;
    auto next = theirs;
    next.applied = here;
    if (order == Order::Apart) {
        if (theirs.value != ours.value) {
            VIGIE_CHECK(store::Exchange(tx_).putConflict(theirs));
            return open_.insert(key).second ? Merged::Conflict : Merged::Known;
        }
        next.clock = joined(ours.clock, theirs.clock); // both decided the same
        next.applied = ours.applied;
        VIGIE_CHECK(put(next));
        return Merged::Known;
    }
    if (open_.erase(key) > 0)
        VIGIE_CHECK(store::Exchange(tx_).removeConflict(theirs.ticket, theirs.field)); // decided over there
    VIGIE_CHECK(put(next));
    if (!here)
        return Merged::Waiting;
    if (theirs.value == ours.value)
        return Merged::Known;
    changed_[theirs.ticket].push_back(key);
    return Merged::Taken;
}

Result<void> BundleFields::decide(const store::ExchangeField &theirs, bool takeTheirs)
{
    const Key key{theirs.ticket, theirs.field};
    const auto found = known_.find(key);
    auto next = found != known_.end() ? found->second : store::ExchangeField{theirs.ticket, theirs.field, untouched(theirs.field), {}, {}, tickets_.count(theirs.ticket) > 0};
    if (takeTheirs && next.value != theirs.value) {
        next.value = theirs.value;
        next.author = theirs.author;
        changed_[theirs.ticket].push_back(key);
    }
    next.clock = joined(next.clock, theirs.clock);
    ++next.clock[here_.machine];
    VIGIE_CHECK(put(next));
    open_.erase(key);
    return store::Exchange(tx_).removeConflict(theirs.ticket, theirs.field);
}

Result<void> BundleFields::applyTicket(TicketId id, const std::vector<const store::ExchangeField *> &fields)
{
    store::Tickets tickets(tx_);
    store::Queries queries(tx_);
    VIGIE_TRY(auto ticket, tickets.get(id));
    for (const auto *field : fields) {
        if (field->field.rfind(kTag, 0) == 0) {
            VIGIE_TRY(const auto tag, queries.ensureTag(field->field.substr(kTag.size())));
            VIGIE_CHECK(queries.setTag(ticket.latest, tag, field->value == "1"));
        } else if (field->field.rfind(kNote, 0) == 0) {
            VIGIE_CHECK(setNote(tickets, id, *field));
        } else {
            setColumn(ticket, *field);
        }
    }
    VIGIE_CHECK(tickets.save(ticket, "bundle"));
    return {};
}

Result<void> BundleFields::apply()
{
    if (changed_.empty())
        return {};
    VIGIE_CHECK(store::Tickets(tx_).beginChangeSet("bundle"));
    for (const auto &[ticket, keys] : changed_) {
        const auto id = tickets_.find(ticket);
        if (id == tickets_.end())
            continue;
        std::vector<const store::ExchangeField *> fields;
        for (const auto &key : keys) {
            auto &field = known_.at(key);
            if (!field.applied) {
                field.applied = true;
                VIGIE_CHECK(store::Exchange(tx_).putField(field));
            }
            fields.push_back(&field);
        }
        VIGIE_CHECK(applyTicket(id->second, fields));
    }
    changed_.clear();
    return {};
}

} // namespace vigie::desk
