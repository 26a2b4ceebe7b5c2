// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/member_record.hpp>

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/persons.hpp>
#include <vigie_embedded/member_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace vigie::desk {

namespace {

constexpr int kPage = 500;

using Words = nlohmann::json;

const Words &wordsOf(const std::string &language)
{
    static const Words all = Words::parse(embedded::member_files.front().data);
    return all.at(language == "fr" ? "fr" : "en");
}

std::string word(const std::string &language, const std::string &key)
{
    const auto &words = wordsOf(language);
    const auto it = words.find(key);
    return it == words.end() ? key : it->get<std::string>();
}

std::string shown(Instant at, const std::string &zone)
{
    const auto wall = toWall(at, zone);
    auto text = wall ? toString(*wall).substr(0, 16) : toRfc3339(at).substr(0, 16);
    std::replace(text.begin(), text.end(), 'T', ' ');
    return text;
}

/// Pages of the timeline until there is no more.
Result<void> eachEvent(store::Tx &tx, MemberId member, const std::function<Result<bool>(std::vector<TimelineEntry>)> &page)
{
    std::optional<Instant> before;
    for (;;) {
        VIGIE_TRY(auto entries, store::Persons(tx).timeline(member, {before, kPage, {}}));
        if (entries.empty())
            return {};
        before = entries.back().at;
        VIGIE_TRY(const bool more, page(std::move(entries)));
        if (!more)
            return fail(Errc::Cancelled);
    }
}

Result<RecordedItem> recorded(store::Tx &tx, store::ItemRow row)
{
    RecordedItem out;
    if (row.revisions > 0) {
        VIGIE_TRY(const auto earlier, store::Items(tx).revisions(row.item.id));
        for (const auto &one : earlier)
            out.earlier.push_back(one.title.empty() ? one.text : one.title + "\n" + one.text);
    }
    out.tags = std::move(row.tags);
    out.item = std::move(row.item);
    return out;
}

const char *whyKey(const std::string &key)
{
    static const std::set<std::string> kPublic{"native_id", "handle", "former_handle", "name", "bio", "avatar", "profile", "followers", "messages"},
        kGiven{"email", "phone", "place", "language", "order", "other"};
    if (kPublic.count(key) > 0)
        return "why.public";
    if (kGiven.count(key) > 0)
        return "why.given";
    if (key == "consent" || key == "consent_taken_back")
        return "why.consent";
    if (key == "evidence")
        return "why.claim";
    return key == "tone" ? "why.measure" : "why.care";
}

} // namespace

std::string heldWord(const std::string &key, const std::string &language)
{
    const auto found = word(language, "key." + key);
    return found == "key." + key ? key : found;
}

std::string heldWhy(const std::string &key, const std::string &language)
{
    return word(language, whyKey(key));
}

std::string originWord(const std::string &origin, const std::string &language)
{
    return origin == "network" || origin == "computed" || origin == "house" ? word(language, origin) : origin;
}

Result<MemberRecord> gatherRecord(store::Tx &tx, MemberId member, const std::string &zone, const std::function<bool(double)> &progress)
{
    MemberRecord out;
    out.at = tx.now();
    out.zone = zoneExists(zone) ? zone : "UTC";
    VIGIE_TRY(out.card, store::Persons(tx).card(member));
    std::set<std::string> networks;
    for (const auto &identity : out.card.identities)
        if (networks.insert(identity.connector).second) {
            VIGIE_TRY(const auto policy, store::Accounts(tx).policyOf(identity.connector));
            if (!policy.attribution.empty())
                out.attributions.emplace_back(identity.connector, policy.attribution);
        }
    VIGIE_CHECK(eachEvent(tx, member, [&](std::vector<TimelineEntry> entries) -> Result<bool> {
        std::vector<ItemId> said;
        for (auto &entry : entries)
            if (entry.event == PersonEvent::Said)
                said.push_back(entry.item);
            else
                out.ours.push_back(std::move(entry));
        VIGIE_TRY(auto rows, store::Items(tx).rows(said));
        for (auto &row : rows) {
            VIGIE_TRY(auto one, recorded(tx, std::move(row)));
            out.items.push_back(std::move(one));
        }
        return !progress || progress(out.card.mentions > 0 ? std::min(0.99, static_cast<double>(out.items.size()) / out.card.mentions) : 0.5);
    }));
    return out;
}

std::vector<RecordSection> recordSections(const MemberRecord &record, const std::string &language)
{
    const auto say = [&](const std::string &key) { return word(language, key); };
    std::vector<RecordSection> out;
    RecordSection head{say("title"), say("intro"), {}};
    for (const auto &one : record.card.identities)
        head.lines.push_back({say("identities"), one.connector + ": " + one.profile.name + " (" + one.profile.handle + ")", originWord("network", language), shown(one.firstSeen, record.zone)});
    out.push_back(std::move(head));
    RecordSection held{say("held"), {}, {}};
    for (const auto &one : record.card.held)
        held.lines.push_back({heldWord(one.key, language), one.value, originWord(one.origin, language) + " \u00B7 " + heldWhy(one.key, language), shown(one.since, record.zone)});
    out.push_back(std::move(held));
    RecordSection messages{say("messages_of"), record.items.empty() ? say("none") : std::string(), {}};
    for (const auto &one : record.items) {
        messages.lines.push_back({shown(one.item.publishedAt, record.zone), (one.item.title.empty() ? "" : one.item.title + "\n") + one.item.text, one.item.connector, one.item.permalink});
        for (const auto &earlier : one.earlier)
            messages.lines.push_back({say("earlier"), earlier, one.item.connector, {}});
    }
    out.push_back(std::move(messages));
    RecordSection ours{say("ours"), record.ours.empty() ? say("none") : std::string(), {}};
    for (const auto &one : record.ours)
        ours.lines.push_back({shown(one.at, record.zone), one.text, say(toString(one.event)) + (one.state.empty() ? "" : " (" + say(one.state) + ")"), {}});
    out.push_back(std::move(ours));
    if (!record.attributions.empty()) {
        RecordSection terms{say("terms"), {}, {}};
        for (const auto &[network, words] : record.attributions)
            terms.lines.push_back({network, words, {}, {}});
        out.push_back(std::move(terms));
    }
    return out;
}

} // namespace vigie::desk
