// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/member_words.hpp"

#include "cli/context.hpp"

#include <cmath>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

Json when(const std::optional<Instant> &at)
{
    return at ? Json(toRfc3339(*at)) : Json();
}

} // namespace

Json reasonsJson(const std::vector<SameReason> &reasons)
{
    auto out = Json::array();
    for (const auto &one : reasons)
        out.push_back({{"why", toString(one.why)}, {"what", one.what}});
    return out;
}

Json lineJson(const PersonLine &line)
{
    return {{"person", line.person.value}, {"member", line.shown.value}, {"name", line.name}, {"handle", line.handle}, {"networks", line.connectors}, {"identities", line.identities},
            {"first_seen", toRfc3339(line.firstSeen)}, {"last_seen", toRfc3339(line.lastSeen)}, {"exchanges", line.exchanges}, {"audience", line.audience < 0 ? Json() : Json(line.audience)},
            {"promise_due", when(line.promiseDue)}, {"step", line.stepText}, {"step_day", line.stepDay}};
}

Json promiseJson(const Promise &one, Instant now)
{
    return {{"promise", one.id.value}, {"member", one.member.value}, {"ticket", one.ticket.value}, {"text", one.text}, {"due", toRfc3339(one.due)}, {"said", toString(one.wall)}, {"zone", one.zone},
            {"state", toString(one.state)}, {"late", one.isLate(now)}, {"made", toRfc3339(one.madeAt)}, {"made_by", one.madeBy}, {"settled", when(one.settledAt)}};
}

Json entryJson(const TimelineEntry &one)
{
    return {{"what", toString(one.event)}, {"at", toRfc3339(one.at)}, {"member", one.member.value}, {"item", one.item.value}, {"ticket", one.ticket.value}, {"network", one.connector},
            {"text", one.text}, {"state", one.state}};
}

Json cardJson(const PersonCard &card)
{
    Json out{{"person", card.person.value}, {"mentions", card.mentions}, {"exchanges", card.exchanges}, {"passes", card.passes}, {"relays_of_us", card.relaysOfUs},
             {"last_exchange", when(card.lastExchangeAt)}, {"usual_delay_minutes", card.usualDelay ? Json(card.usualDelay->count()) : Json()}, {"mean_tone", card.meanTone},
             {"audience", card.audience < 0 ? Json() : Json(card.audience)}, {"tags", card.tags}, {"erased", card.erased}};
    for (const auto *key : {"identities", "merges", "tone_by_month", "notes", "steps", "consents", "facts", "promises", "held"})
        out[key] = Json::array();
    for (const auto &one : card.identities)
        out["identities"].push_back({{"member", one.id.value}, {"network", one.connector}, {"instance", one.instance}, {"handle", one.profile.handle}, {"name", one.profile.name},
                                     {"first_seen", toRfc3339(one.firstSeen)}, {"last_seen", toRfc3339(one.lastSeen)}});
    for (const auto &one : card.merges)
        out["merges"].push_back({{"merge", one.id.value}, {"one", one.one.value}, {"other", one.other.value}, {"at", toRfc3339(one.at)}, {"who", one.who}, {"reasons", reasonsJson(one.reasons)}});
    for (const auto tone : card.toneByMonth)
        out["tone_by_month"].push_back(std::isnan(tone) ? Json() : Json(tone));
    for (const auto &one : card.notes)
        out["notes"].push_back({{"note", one.id}, {"text", one.text}, {"author", one.author}, {"at", toRfc3339(one.at)}});
    for (const auto &one : card.steps)
        out["steps"].push_back({{"step", one.id}, {"text", one.text}, {"day", one.day}, {"who", one.who}});
    for (const auto &one : card.consents)
        out["consents"].push_back({{"what", one.what}, {"granted", one.granted}, {"source", one.source}, {"at", toRfc3339(one.at)}});
    for (const auto &one : card.facts)
        out["facts"].push_back({{"fact", one.id}, {"kind", one.kind}, {"value", one.value}, {"origin", one.origin}, {"at", toRfc3339(one.at)}});
    for (const auto &one : card.promises)
        out["promises"].push_back({{"promise", one.id.value}, {"text", one.text}, {"due", toRfc3339(one.due)}, {"state", toString(one.state)}});
    for (const auto &one : card.held)
        out["held"].push_back({{"what", one.key}, {"value", one.value}, {"origin", one.origin}, {"since", toRfc3339(one.since)}, {"until", when(one.until)}});
    return out;
}

std::string reasonText(const SameReason &reason)
{
    std::string why;
    switch (reason.why) {
    case SameWhy::Link: why = "the same link"; break;
    case SameWhy::EachOther: why = "one names the other"; break;
    case SameWhy::Email: why = "the same e-mail address"; break;
    case SameWhy::NameAndAvatar: why = "the same name and picture"; break;
    case SameWhy::ByHand: why = "said by a person"; break;
    }
    return reason.what.empty() ? why : why + " (" + oneLine(reason.what, 60) + ")";
}

std::string cardText(const PersonCard &card, const std::vector<TimelineEntry> &timeline)
{
    std::string out;
    const auto line = [&](const std::string &name, const std::string &value) { out += name + std::string(name.size() < 14 ? 14 - name.size() : 1, ' ') + value + "\n"; };
    for (const auto &one : card.identities)
        line("identity " + std::to_string(one.id.value), one.connector + "  " + oneLine(one.profile.name, 30) + "  " + oneLine(one.profile.handle, 50));
    for (const auto &one : card.merges)
        line("merge " + std::to_string(one.id.value), std::to_string(one.one.value) + " and " + std::to_string(one.other.value));
    line("exchanges", std::to_string(card.exchanges) + " of " + std::to_string(card.mentions) + " message(s)" + (card.lastExchangeAt ? ", last " + toRfc3339(*card.lastExchangeAt).substr(0, 10) : ""));
    if (card.usualDelay)
        line("usual delay", std::to_string(card.usualDelay->count()) + " min");
    for (const auto &one : card.promises)
        line(std::string("promise ") + toString(one.state), toRfc3339(one.due).substr(0, 16) + "  " + oneLine(one.text, 80));
    for (const auto &one : card.steps)
        line("next " + std::to_string(one.id), one.day + "  " + oneLine(one.text, 80));
    for (const auto &one : card.notes)
        line("note " + std::to_string(one.id), oneLine(one.text, 100));
    for (const auto &one : card.held)
        line("held", one.key + ": " + oneLine(one.value, 60) + " (" + oneLine(one.origin, 30) + ", since " + toRfc3339(one.since).substr(0, 10) + ")");
    for (const auto &one : timeline)
        line(toRfc3339(one.at).substr(0, 10), std::string(toString(one.event)) + "  " + oneLine(one.text, 90));
    return out;
}

} // namespace vigie::cli
