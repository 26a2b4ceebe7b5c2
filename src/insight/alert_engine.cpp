// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a rule needs, and judges it: at one instant, or over the past.
#include <vigie/insight/alerts.hpp>

#include "insight/alert_series.hpp"

#include <vigie/store/sync.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace vigie::insight {

namespace {

using std::chrono::hours;

constexpr hours kHistory{24 * 29};        ///< four weeks and a day to warm up
constexpr hours kFresh{2};                ///< what rang longer ago was not seen in time: nobody is called for it any more
constexpr hours kLateArrivals{6};         ///< mentions of single people and words; what is older came with a backfill
constexpr hours kCrisisWithin{24}, kBeforeSpike{1}, kLasts{24};
constexpr int kEvidence = 50;

struct Judged {
    AlertSeries series;
    AlertLimits limits;
    QueryId query;
};

/// Evidence and query of what was found, newest first.
Result<AlertFinding> withEvidence(store::Alerts &alerts, AlertFinding found, QueryId query, const char *cause)
{
    found.query = query;
    found.cause = cause;
    const bool negative = found.kind != AlertKind::Volume;
    VIGIE_TRY(found.items, alerts.items(query, found.from, found.to, negative, kEvidence));
    return found;
}

std::optional<AlertFinding> crisisAt(const Judged &data, std::size_t ring, std::size_t at)
{
    auto tone = toneAt(data.series, data.series.steps[ring].at - kBeforeSpike, at, data.limits);
    if (tone)
        tone->kind = AlertKind::Crisis;
    return tone;
}

/// The newest ring not older than `within`, of those up to `at`.
std::optional<std::size_t> recentRing(const Judged &data, const std::vector<std::size_t> &rings, std::size_t at, hours within)
{
    for (auto ring = rings.rbegin(); ring != rings.rend(); ++ring)
        if (*ring <= at)
            return data.series.steps[at].at - data.series.steps[*ring].at <= within ? std::optional(*ring) : std::nullopt;
    return std::nullopt;
}

std::optional<AlertFinding> volumeNow(const Judged &data, const std::vector<std::size_t> &rings)
{
    const auto last = data.series.size() - 1;
    const auto ring = recentRing(data, rings, last, kFresh);
    auto now = volumeAt(data.series, last, data.limits);
    const bool above = now && now->high && now->value > *now->high;
    if (ring) {
        auto rang = volumeAt(data.series, *ring, data.limits);
        if (rang && (!above || now->value < rang->value))
            return rang;
        if (rang)
            return now;
    }
    if (!above)
        return std::nullopt;
    now->rings = false;
    return now;
}

std::set<std::string> foldedNames(const std::string &people)
{
    std::set<std::string> names;
    std::string name;
    const auto take = [&] {
        if (!name.empty() && name.front() == '@')
            name.erase(0, 1);
        if (!name.empty())
            names.insert(text::fold(name));
        name.clear();
    };
    for (const char c : people) {
        if (c == ',' || c == ';' || c == ' ' || c == '\n' || c == '\t')
            take();
        else
            name += c;
    }
    take();
    return names;
}

/// "ada@social.example" is also meant by "ada" alone.
bool named(const std::set<std::string> &names, const std::string &handle)
{
    return names.count(text::fold(handle)) > 0 || names.count(text::fold(handle.substr(0, handle.find('@')))) > 0;
}

Result<std::vector<AlertFinding>> vip(store::Alerts &alerts, const AlertRule &rule, QueryId query, Instant from, Instant to, bool onlyNew)
{
    const auto names = foldedNames(rule.people);
    std::map<MemberId, AlertFinding> found;
    VIGIE_TRY(const auto authors, alerts.authors(query, from, to));
    for (const auto &author : authors) {
        const bool large = rule.followers > 0 && author.followers >= static_cast<double>(rule.followers);
        if (!large && !named(names, author.handle))
            continue;
        if (onlyNew) {
            VIGIE_TRY(const bool known, alerts.knows(rule.id, author.item));
            if (known)
                continue;
        }
        auto &finding = found.try_emplace(author.member).first->second;
        finding.kind = AlertKind::Vip;
        finding.cause = "vip " + std::to_string(author.member.value);
        finding.query = query;
        finding.subject = author.handle;
        finding.value = author.followers;
        finding.low = large ? std::optional(static_cast<double>(rule.followers)) : std::nullopt;
        if (finding.items.size() < kEvidence)
            finding.items.push_back(author.item);
        finding.n += 1;
        finding.from = from;
        finding.to = to;
    }
    std::vector<AlertFinding> out;
    for (auto &[member, finding] : found)
        out.push_back(std::move(finding));
    return out;
}

/// The first mention after a silence that is long enough, and all that follow it up to `to`.
Result<std::optional<AlertFinding>> keyword(store::Alerts &alerts, QueryId query, Instant from, Instant to, hours silence)
{
    VIGIE_TRY(const auto stretches, alerts.stretches(query, from, to));
    if (stretches.empty())
        return std::optional<AlertFinding>();
    VIGIE_TRY(auto before, alerts.newestBefore(query, stretches.front().at));
    if (!before) {
        VIGIE_TRY(before, alerts.begin({})); // since when anything is collected: a young workspace knows of no silence
        if (!before)
            return std::optional<AlertFinding>();
    }
    std::optional<AlertFinding> found;
    for (const auto &stretch : stretches) {
        if (stretch.at - *before >= silence) {
            found = AlertFinding{};
            found->kind = AlertKind::Keyword;
            found->from = stretch.at;
            found->low = found->high = std::chrono::duration<double>(stretch.at - *before).count();
        }
        if (found)
            found->n += stretch.total();
        before = stretch.at;
    }
    if (!found)
        return found;
    found->to = *before + store::kAlertStretch;
    found->value = static_cast<double>(found->n);
    VIGIE_TRY(auto complete, withEvidence(alerts, *found, query, "keyword"));
    VIGIE_TRY(complete.items, alerts.items(query, found->from, found->to, false, kEvidence));
    return std::optional(std::move(complete));
}

Result<Judged> read(store::Tx &tx, const AlertRule &rule, QueryId query, Instant from, Instant to, const std::string &zone)
{
    store::Alerts alerts(tx);
    VIGIE_TRY(const auto begin, alerts.begin(query));
    VIGIE_TRY(const auto counts, alerts.stretches(query, from, to));
    VIGIE_TRY(const auto gaps, store::Sync(tx).openGaps());
    return Judged{seriesOf(counts, std::max(from, begin.value_or(to)), to, gaps, zone), limitsOf(rule.sensitivity), query};
}

/// What the series kinds find at stretch `at`.
std::optional<AlertFinding> seriesAt(AlertKind kind, const Judged &data, const std::vector<std::size_t> &rings, std::size_t at)
{
    if (kind == AlertKind::Tone)
        return toneAt(data.series, data.series.steps[at].at + store::kAlertStretch - kToneWindow, at, data.limits);
    const auto ring = recentRing(data, rings, at, kCrisisWithin);
    return ring ? crisisAt(data, *ring, at) : std::nullopt;
}

/// Findings of one cause that follow within a day are one alert.
void addOnce(std::vector<AlertFinding> &all, AlertFinding found, std::map<std::string, Instant> &lasting)
{
    const auto known = lasting.find(found.cause);
    const bool goesOn = known != lasting.end() && found.from - known->second < kLasts;
    lasting[found.cause] = found.to;
    if (!goesOn)
        all.push_back(std::move(found));
}

Result<std::vector<AlertFinding>> replaySeries(store::Alerts &alerts, AlertKind kind, const Judged &data, Instant from)
{
    std::vector<AlertFinding> all;
    std::map<std::string, Instant> lasting;
    const auto rings = kind == AlertKind::Tone ? std::vector<std::size_t>{} : ringsOf(data.series, data.limits);
    const auto keep = [&](std::optional<AlertFinding> found) -> Result<void> {
        if (!found)
            return {};
        VIGIE_TRY(auto complete, withEvidence(alerts, std::move(*found), data.query, toString(kind)));
        addOnce(all, std::move(complete), lasting);
        return {};
    };
    if (kind == AlertKind::Volume) {
        for (const auto ring : rings)
            if (data.series.steps[ring].at >= from)
                VIGIE_CHECK(keep(volumeAt(data.series, ring, data.limits)));
        return all;
    }
    constexpr std::size_t kHourly = std::chrono::minutes{60} / store::kAlertStretch;
    for (std::size_t at = 0; at < data.series.size(); at += kHourly)
        if (data.series.steps[at].at >= from)
            VIGIE_CHECK(keep(seriesAt(kind, data, rings, at)));
    return all;
}

/// From when on conversations that wait can be compared: what was imported, or read before another account came, is not the usual.
Result<std::optional<Instant>> comparedSince(store::Alerts &alerts)
{
    VIGIE_TRY(const auto begin, alerts.begin({}));
    VIGIE_TRY(const auto read, alerts.allReadSince());
    return begin ? std::optional(std::max(*begin, read.value_or(*begin))) : std::nullopt;
}

Result<std::vector<AlertFinding>> replayUnread(store::Tx &tx, const AlertRule &rule, Instant from, Instant to, const std::string &zone)
{
    store::Alerts alerts(tx);
    VIGIE_TRY(const auto waiting, alerts.waiting(from - kHistory));
    VIGIE_TRY(const auto begin, comparedSince(alerts));
    std::vector<AlertFinding> all;
    std::map<std::string, Instant> lasting;
    for (auto at = from; begin && at < to; at += hours{1})
        if (auto found = unreadAt(waiting, std::max(at - kHistory, *begin), at, limitsOf(rule.sensitivity), zone)) {
            found->cause = toString(AlertKind::Unread);
            found->from = found->to;
            addOnce(all, std::move(*found), lasting);
        }
    return all;
}

} // namespace

Result<QueryId> AlertJudge::queryOf(const AlertRule &rule)
{
    return rule.query ? Result<QueryId>(rule.query) : store::Alerts(tx_).brand();
}

Result<std::vector<AlertFinding>> AlertJudge::judge(const AlertRule &rule, Instant now)
{
    store::Alerts alerts(tx_);
    VIGIE_TRY(const auto query, queryOf(rule));
    const auto late = std::max(now - kLateArrivals, rule.createdAt);
    std::vector<AlertFinding> out;
    switch (rule.kind) {
    case AlertKind::Deadline:
    case AlertKind::Silence: return out;
    case AlertKind::Vip: return vip(alerts, rule, query, late, now, true);
    case AlertKind::Keyword: {
        VIGIE_TRY(auto found, keyword(alerts, query, late, now, limitsOf(rule.sensitivity).silence));
        if (found)
            out.push_back(std::move(*found));
        return out;
    }
    case AlertKind::Unread: {
        VIGIE_TRY(const auto waiting, alerts.waiting(now - kHistory));
        VIGIE_TRY(const auto begin, comparedSince(alerts));
        auto found = begin ? unreadAt(waiting, std::max(now - kHistory, *begin), now, limitsOf(rule.sensitivity), zone_) : std::nullopt;
        if (found) {
            found->cause = toString(AlertKind::Unread);
            out.push_back(std::move(*found));
        }
        return out;
    }
    case AlertKind::Volume:
    case AlertKind::Tone:
    case AlertKind::Crisis: break;
    }
    VIGIE_TRY(const auto data, read(tx_, rule, query, now - kHistory, now, zone_));
    if (data.series.steps.empty() || now - data.series.steps.back().at > kFresh)
        return out; // what was not read lately cannot be judged
    const auto rings = rule.kind == AlertKind::Tone ? std::vector<std::size_t>{} : ringsOf(data.series, data.limits);
    auto found = rule.kind == AlertKind::Volume ? volumeNow(data, rings) : seriesAt(rule.kind, data, rings, data.series.size() - 1);
    if (found) {
        VIGIE_TRY(auto complete, withEvidence(alerts, std::move(*found), query, toString(rule.kind)));
        out.push_back(std::move(complete));
    }
    return out;
}

Result<std::vector<AlertFinding>> AlertJudge::replay(const AlertRule &rule, Instant from, Instant to)
{
    store::Alerts alerts(tx_);
    VIGIE_TRY(const auto query, queryOf(rule));
    std::vector<AlertFinding> out;
    switch (rule.kind) {
    case AlertKind::Deadline:
    case AlertKind::Silence: return out;
    case AlertKind::Unread: return replayUnread(tx_, rule, from, to, zone_);
    case AlertKind::Vip:
    case AlertKind::Keyword: {
        std::map<std::string, Instant> lasting;
        for (auto at = from; at < to; at += hours{1}) {
            std::vector<AlertFinding> hour;
            if (rule.kind == AlertKind::Vip) {
                VIGIE_TRY(hour, vip(alerts, rule, query, at, std::min(at + hours{1}, to), false));
            } else {
                VIGIE_TRY(auto found, keyword(alerts, query, at, std::min(at + hours{1}, to), limitsOf(rule.sensitivity).silence));
                if (found)
                    hour.push_back(std::move(*found));
            }
            for (auto &found : hour)
                addOnce(out, std::move(found), lasting);
        }
        return out;
    }
    case AlertKind::Volume:
    case AlertKind::Tone:
    case AlertKind::Crisis: break;
    }
    VIGIE_TRY(const auto data, read(tx_, rule, query, from - kHistory, to, zone_));
    return replaySeries(alerts, rule.kind, data, from);
}

} // namespace vigie::insight
