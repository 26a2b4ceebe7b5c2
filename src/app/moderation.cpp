// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/moderation.hpp>

#include <vigie/app/evidence_term.hpp>
#include <vigie/base/csv.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/items.hpp>

#include <map>

namespace vigie::app {

namespace {

constexpr std::size_t kLongestComment = 2000;

/// Number of the entry, or why it cannot be kept.
Result<std::int64_t> keepFirst(store::Tx &tx, const Moderation &wanted, std::optional<Error> &refused)
{
    VIGIE_TRY(const auto term, evidenceTerm(tx));
    if (!term) {
        refused = fail(Errc::InvalidInput, kNoEvidenceTerm).value();
        return 0;
    }
    auto keep = evidenceKeep(*term, tx.now(), wanted.person);
    keep.despiteTerms = wanted.despiteTerms;
    auto entry = store::Evidence(tx).capture(wanted.item, keep);
    if (entry)
        return entry->number;
    if (entry.error().code != Errc::PolicyRefused)
        return fail(std::move(entry.error()));
    refused = std::move(entry.error());
    return 0;
}

Result<void> check(const Moderation &wanted, const Charter &charter)
{
    if (!isModeration(wanted.act))
        return fail(Errc::InvalidInput, std::string("no moderation: ") + toString(wanted.act));
    const auto *article = charter.article(wanted.article);
    if (article == nullptr)
        return fail(Errc::InvalidInput, "the charter has no article " + std::to_string(wanted.article));
    if (wanted.comment.size() > kLongestComment || wanted.withoutEvidence.size() > kLongestComment)
        return fail(Errc::InvalidInput, "a reason of more than " + std::to_string(kLongestComment) + " bytes");
    return {};
}

/// The version in force, written down if it is the starting one.
Result<int> versionInForce(store::Tx &tx, const CharterNow &now)
{
    return now.version.version > 0 ? Result<int>(now.version.version) : store::CharterVersions(tx).add(desk::charterJson(now.charter), {}, {});
}

} // namespace

Result<CharterNow> charterNow(store::Tx &tx)
{
    VIGIE_TRY(auto latest, store::CharterVersions(tx).latest());
    if (!latest)
        return CharterNow{desk::startingCharter(), {}};
    VIGIE_TRY(auto charter, desk::charterFrom(latest->document));
    return CharterNow{std::move(charter), std::move(*latest)};
}

Result<CharterNow> charterAt(store::Tx &tx, int version)
{
    VIGIE_TRY(auto found, store::CharterVersions(tx).get(version));
    VIGIE_TRY(auto charter, desk::charterFrom(found.document));
    return CharterNow{std::move(charter), std::move(found)};
}

Result<int> saveCharter(store::Tx &tx, const Charter &charter, const std::string &author, const std::string &note)
{
    VIGIE_CHECK(desk::checkCharter(charter));
    VIGIE_TRY(const auto now, charterNow(tx));
    if (now.version.version > 0 && now.charter == charter)
        return now.version.version;
    return store::CharterVersions(tx).add(desk::charterJson(charter), author, note);
}

Result<Moderated> moderate(store::Tx &tx, const connect::Catalogue &networks, const Moderation &wanted)
{
    VIGIE_TRY(const auto now, charterNow(tx));
    VIGIE_CHECK(check(wanted, now.charter));
    VIGIE_TRY(const auto item, store::Items(tx).get(wanted.item));
    if (!item)
        return fail(Errc::NotFound, "the mention is no longer here");
    Moderated done;
    if (wanted.withoutEvidence.empty()) {
        VIGIE_TRY(done.evidence, keepFirst(tx, wanted, done.refused));
        if (done.refused)
            return done;
    }
    VIGIE_TRY(done.outbound, plan::Planner(tx, networks).act(wanted.account, wanted.act, wanted.item, wanted.clientToken, wanted.comment));
    ModerationLine line;
    line.person = wanted.person.empty() ? "person" : wanted.person; // nobody has said a name here
    line.act = wanted.act;
    line.outbound = done.outbound;
    line.account = wanted.account;
    line.item = wanted.item;
    line.member = item->authorId;
    line.article = wanted.article;
    VIGIE_TRY(line.charterVersion, versionInForce(tx, now));
    line.evidence = done.evidence;
    line.noEvidence = wanted.withoutEvidence;
    line.comment = wanted.comment;
    VIGIE_TRY(done.line, store::ModerationLog(tx).add(line));
    return done;
}

Result<void> takeModerationBack(store::Tx &tx, const connect::Catalogue &networks, std::int64_t id, const std::string &person, const std::string &clientToken)
{
    store::ModerationLog log(tx);
    VIGIE_TRY(const auto line, log.get(id));
    const auto outcome = outcomeOf(line);
    if (outcome == ModerationOutcome::TakenBack || outcome == ModerationOutcome::TakingBack || outcome == ModerationOutcome::Cancelled)
        return fail(Errc::Conflict, "it was taken back already");
    plan::Planner planner(tx, networks);
    if (line.state == OutboundState::Planned || line.state == OutboundState::Failed || line.state == OutboundState::Missed)
        return planner.cancel(line.outbound);
    const auto opposite = oppositeOf(line.act);
    if (!opposite)
        return fail(Errc::Unsupported, std::string("nothing takes it back: ") + toString(line.act));
    VIGIE_TRY(const auto back, planner.act(line.account, *opposite, line.item, clientToken));
    return log.takenBack(id, back, person);
}

Result<OutboundId> actBack(store::Tx &tx, const connect::Catalogue &networks, AccountId account, OutboundKind act, ItemId item, const std::string &person,
                           const std::string &clientToken)
{
    if (isModeration(act))
        return fail(Errc::InvalidInput, std::string("it needs an article of the charter: ") + toString(act));
    VIGIE_TRY(const auto outbound, plan::Planner(tx, networks).act(account, act, item, clientToken));
    store::ModerationLog log(tx);
    VIGIE_TRY(const auto standing, log.standing(item, act));
    if (standing) {
        VIGIE_TRY(const auto line, log.get(*standing));
        const auto outcome = outcomeOf(line);
        if (outcome != ModerationOutcome::TakenBack && outcome != ModerationOutcome::TakingBack && outcome != ModerationOutcome::Cancelled)
            VIGIE_CHECK(log.takenBack(*standing, outbound, person));
    }
    return outbound;
}

Result<std::string> moderationCsv(store::Tx &tx, const store::ModerationFilter &filter, std::string_view lang)
{
    VIGIE_TRY(const auto lines, store::ModerationLog(tx).list(filter));
    std::map<int, Charter> charters;
    std::string out = "line,at,person,act,outcome,article,article_title,charter_version,evidence,no_evidence,comment,network,author,item,taken_back_at,taken_back_by\r\n";
    for (const auto &line : lines) {
        if (charters.count(line.charterVersion) == 0) {
            VIGIE_TRY(auto at, charterAt(tx, line.charterVersion));
            charters.emplace(line.charterVersion, std::move(at.charter));
        }
        const auto *article = charters.at(line.charterVersion).article(line.article);
        const std::vector<std::string> cells{std::to_string(line.id), toRfc3339(line.at), line.person, toString(line.act), toString(outcomeOf(line)),
                                             std::to_string(line.article), article != nullptr ? article->title.in(lang) : std::string(), std::to_string(line.charterVersion),
                                             line.evidence > 0 ? std::to_string(line.evidence) : std::string(), line.noEvidence, line.comment, line.network, line.handle,
                                             std::to_string(line.item.value), line.backAt ? toRfc3339(*line.backAt) : std::string(), line.backBy};
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? "," : "") + csvCell(cells[i]);
        out += "\r\n";
    }
    return out;
}

} // namespace vigie::app
