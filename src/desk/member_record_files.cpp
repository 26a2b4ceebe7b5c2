// SPDX-License-Identifier: GPL-3.0-or-later
// The record of a member as files: nothing that was said by others is ever markup.
#include <vigie/desk/member_record.hpp>

#include <nlohmann/json.hpp>

namespace vigie::desk {

namespace {

using Json = nlohmann::json;

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]()<>#+-.!|~&:/@").find(c) != std::string_view::npos)
            out += '\\';
        if (c == '\n')
            out += "  \n  ";
        else if (c != '\r')
            out += c;
    }
    return out;
}

Json whenJson(const std::optional<Instant> &at)
{
    return at ? Json(toRfc3339(*at)) : Json();
}

Json identityJson(const Member &one)
{
    Json handles = Json::array(), counts = Json::object();
    for (const auto &handle : one.handles)
        handles.push_back({{"handle", handle.handle}, {"from", toRfc3339(handle.seenFrom)}, {"to", toRfc3339(handle.seenTo)}});
    for (const auto &metric : one.profile.metrics)
        if (metric.status == ValueStatus::Ok)
            counts[metric.key] = metric.value;
    return {{"id", one.id.value}, {"network", one.connector}, {"instance", one.instance}, {"native_id", one.profile.nativeId}, {"handle", one.profile.handle}, {"name", one.profile.name},
            {"bio", one.profile.bio}, {"avatar", one.profile.avatarUrl}, {"profile", one.profile.profileUrl}, {"counts", counts}, {"handles", handles},
            {"first_seen", toRfc3339(one.firstSeen)}, {"last_seen", toRfc3339(one.lastSeen)}, {"account_created", whenJson(one.profile.createdAt)}};
}

Json heldJson(const HeldDatum &one)
{
    return {{"member", one.member.value}, {"what", one.key}, {"value", one.value}, {"origin", one.origin}, {"why", heldWhy(one.key, "en")}, {"since", toRfc3339(one.since)}, {"until", whenJson(one.until)}};
}

Json messageJson(const RecordedItem &one)
{
    Json media = Json::array();
    for (const auto &picture : one.item.media)
        media.push_back({{"url", picture.url}, {"alt", picture.alt}});
    return {{"id", one.item.id.value}, {"network", one.item.connector}, {"native_id", one.item.nativeId}, {"link", one.item.permalink}, {"at", toRfc3339(one.item.publishedAt)},
            {"visibility", toString(one.item.visibility)}, {"title", one.item.title}, {"text", one.item.text}, {"warning", one.item.warning}, {"language", one.item.lang},
            {"tone", one.item.tone}, {"tags", one.tags}, {"earlier", one.earlier}, {"media", media}};
}

} // namespace

std::string recordJson(const MemberRecord &record)
{
    const auto &card = record.card;
    Json out{{"format", 1}, {"made", toRfc3339(record.at)}, {"zone", record.zone}, {"person", card.person.value}};
    for (const auto *key : {"identities", "held", "messages", "ours", "consents", "given", "notes", "steps", "promises", "terms"})
        out[key] = Json::array();
    for (const auto &one : card.identities)
        out["identities"].push_back(identityJson(one));
    for (const auto &one : card.held)
        out["held"].push_back(heldJson(one));
    for (const auto &one : record.items)
        out["messages"].push_back(messageJson(one));
    for (const auto &one : record.ours)
        out["ours"].push_back({{"what", toString(one.event)}, {"at", toRfc3339(one.at)}, {"text", one.text}, {"state", one.state}, {"network", one.connector}});
    for (const auto &one : card.consents)
        out["consents"].push_back({{"what", one.what}, {"granted", one.granted}, {"source", one.source}, {"at", toRfc3339(one.at)}, {"written_by", one.who}});
    for (const auto &one : card.facts)
        out["given"].push_back({{"kind", one.kind}, {"value", one.value}, {"origin", one.origin}, {"at", toRfc3339(one.at)}, {"written_by", one.who}});
    for (const auto &one : card.notes)
        out["notes"].push_back({{"text", one.text}, {"author", one.author}, {"at", toRfc3339(one.at)}});
    for (const auto &one : card.steps)
        out["steps"].push_back({{"text", one.text}, {"day", one.day}, {"author", one.who}, {"at", toRfc3339(one.at)}});
    for (const auto &one : card.promises)
        out["promises"].push_back({{"text", one.text}, {"due", toRfc3339(one.due)}, {"state", toString(one.state)}, {"made", toRfc3339(one.madeAt)}, {"made_by", one.madeBy}});
    for (const auto &[network, words] : record.attributions)
        out["terms"].push_back({{"network", network}, {"words", words}});
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string recordMarkdown(const MemberRecord &record, const std::string &language)
{
    std::string out;
    for (const auto &section : recordSections(record, language)) {
        out += (out.empty() ? "# " : "\n## ") + escaped(section.title) + "\n\n";
        if (!section.words.empty())
            out += escaped(section.words) + "\n\n";
        for (const auto &line : section.lines) {
            out += "- **" + escaped(line.name) + "**\\: " + escaped(line.value);
            if (!line.origin.empty())
                out += "  \n  *" + escaped(line.origin) + "*";
            if (!line.since.empty())
                out += ", " + escaped(line.since);
            out += '\n';
        }
    }
    return out;
}

} // namespace vigie::desk
