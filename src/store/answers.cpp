// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/answers.hpp>

#include "store/answers_row.hpp"
#include "store/answered.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/fold.hpp>

#include <limits>
#include <tuple>

namespace vigie::store {

namespace {

bool saysSomething(const std::string &text)
{
    return !trimmed(text).empty();
}

/// A day that is one, or nothing.
bool isDay(const IsoDay &day)
{
    return day.empty() || (day.size() == 10 && parseWallTime(day + "T00:00:00").has_value());
}

Result<void> checkText(const AnswerText &text)
{
    if (text::fold(text.keyword).empty())
        return fail(Errc::InvalidInput, "an answer needs a keyword");
    if (!saysSomething(text.french) && !saysSomething(text.english))
        return fail(Errc::InvalidInput, "an answer needs a text in French or in English");
    if (!isDay(text.validFrom) || !isDay(text.validUntil))
        return fail(Errc::InvalidInput, "a day of validity is written 2026-05-03");
    if (!text.validFrom.empty() && !text.validUntil.empty() && text.validUntil < text.validFrom)
        return fail(Errc::InvalidInput, "the validity ends before it begins");
    return {};
}

Result<void> checkKeyword(Session &session, AnswerId id, const std::string &keyword)
{
    if (session.one<int>("SELECT 1 FROM answer WHERE keyword_folded=? AND removed_at IS NULL AND id<>?", text::fold(keyword), id))
        return fail(Errc::Duplicate, "another answer has this keyword");
    return {};
}

constexpr const char *kUseColumns = "u.answer_id, u.outbound_id, o.ticket_id, u.who, u.lang, u.version, u.values_json,"
                                    " coalesce((SELECT min(p.started_at) FROM outbound_part p WHERE p.outbound_id=o.id), o.changed_at),"
                                    " (SELECT group_concat(text, char(10)||'---'||char(10)) FROM (SELECT text FROM outbound_part p WHERE p.outbound_id=o.id ORDER BY position)),"
                                    " coalesce((SELECT permalink FROM outbound_part p WHERE p.outbound_id=o.id AND permalink<>'' ORDER BY position LIMIT 1), '')";
constexpr const char *kSentUses = " FROM answer_use u JOIN outbound o ON o.id=u.outbound_id AND o.state IN ('sent', 'accepted')";

std::vector<LastUse> loadUses(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<LastUse> out;
    session.each<AnswerId, OutboundId, TicketId, std::string, std::string, int, std::string, Instant, std::string, std::string>(
        std::string("SELECT ") + kUseColumns + kSentUses + where, std::move(values),
        [&](AnswerId answer, OutboundId outbound, TicketId ticket, std::string who, std::string lang, int version, const std::string &filledWith, Instant at,
            std::string text, std::string permalink) {
            LastUse row;
            row.use = {answer, outbound, ticket, std::move(permalink), std::move(who), std::move(lang), std::move(text), at, version, {}};
            row.values = valuesFrom(filledWith);
            out.push_back(std::move(row));
        });
    for (auto &row : out)
        row.use.outcome = outcomeOf(session, row.use.ticket, row.use.at);
    return out;
}

void count(AnswerRates &rates, const AnswerUse &use)
{
    ++rates.uses;
    rates.withFollowUp += use.outcome.followUps > 0 ? 1 : 0;
    rates.closed += use.outcome.closed ? 1 : 0;
    rates.followUps += use.outcome.followUps;
    if (!rates.last || use.at > *rates.last)
        rates.last = use.at;
}

} // namespace

Result<std::vector<Answer>> Answers::all(bool withRemoved)
{
    return tx_.session().guard([&] { return loadAnswers(tx_.session(), std::string(withRemoved ? "" : " WHERE removed_at IS NULL") + " ORDER BY keyword_folded, id", {}); });
}

Result<Answer> Answers::get(AnswerId id)
{
    return tx_.session().guard([&]() -> Result<Answer> {
        auto found = loadAnswers(tx_.session(), " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such answer");
        return std::move(found.front());
    });
}

Result<std::optional<Answer>> Answers::byKeyword(const std::string &keyword)
{
    return tx_.session().guard([&]() -> std::optional<Answer> {
        auto found = loadAnswers(tx_.session(), " WHERE keyword_folded=? AND removed_at IS NULL", binds(text::fold(keyword)));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<AnswerId> Answers::save(AnswerId id, const AnswerText &text, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<AnswerId> {
        VIGIE_CHECK(checkText(text));
        VIGIE_CHECK(checkKeyword(session, id, text.keyword));
        Answer answer;
        answer.createdAt = tx_.now();
        std::optional<std::string> before;
        if (id) {
            VIGIE_TRY(answer, get(id));
            if (answer.text == text && !answer.removedAt)
                return id;
            before = answerImage(session, id);
            ++answer.version;
        }
        answer.text = text;
        answer.changedAt = tx_.now();
        answer.removedAt.reset();
        writeAnswer(session, answer);
        if (!id)
            answer.id = session.one<AnswerId>("SELECT last_insert_rowid()").value_or(AnswerId{});
        session.exec("INSERT INTO answer_version(answer_id, number, at, who, text_json) VALUES(?,?,?,?,?)", answer.id, answer.version, tx_.now(), who, answerTextJson(text));
        recordAnswer(tx_, answer.id, before);
        tx_.change().settings = true;
        return answer.id;
    });
}

Result<void> Answers::remove(AnswerId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto before = answerImage(session, id);
        if (session.exec("UPDATE answer SET removed_at=? WHERE id=? AND removed_at IS NULL", tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such answer");
        recordAnswer(tx_, id, before);
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Answers::restore(AnswerId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto answer, get(id));
        VIGIE_CHECK(checkKeyword(session, id, answer.text.keyword));
        const auto before = answerImage(session, id);
        session.exec("UPDATE answer SET removed_at=NULL WHERE id=?", id);
        recordAnswer(tx_, id, before);
        tx_.change().settings = true;
        return {};
    });
}

Result<std::vector<AnswerVersion>> Answers::versions(AnswerId id)
{
    return tx_.session().guard([&] {
        std::vector<AnswerVersion> out;
        tx_.session().each<int, Instant, std::string, std::string>("SELECT number, at, who, text_json FROM answer_version WHERE answer_id=? ORDER BY number DESC", binds(id),
                                                                   [&](int number, Instant at, std::string who, const std::string &json) {
                                                                       out.push_back({number, at, std::move(who), answerTextFrom(json)});
                                                                   });
        return out;
    });
}

Result<void> Answers::pick(TicketId ticket, const AnswerPick &pick)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT INTO answer_pick(ticket_id, answer_id, lang, values_json, at) VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET lang=excluded.lang,"
                           " values_json=excluded.values_json, at=excluded.at",
                           ticket, pick.answer, pick.lang, valuesJson(pick.values), tx_.now());
    });
}

Result<std::vector<AnswerPick>> Answers::picks(TicketId ticket)
{
    return tx_.session().guard([&] {
        std::vector<AnswerPick> out;
        tx_.session().each<AnswerId, std::string, std::string, Instant>("SELECT answer_id, lang, values_json, at FROM answer_pick WHERE ticket_id=? ORDER BY at, answer_id",
                                                                        binds(ticket), [&](AnswerId answer, std::string lang, const std::string &values, Instant at) {
                                                                            out.push_back({answer, std::move(lang), valuesFrom(values), at});
                                                                        });
        return out;
    });
}

Result<void> Answers::noteUse(OutboundId outbound, const AnswerPick &pick, const std::string &who)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT OR IGNORE INTO answer_use(outbound_id, answer_id, version, lang, who, at, values_json) SELECT ?, id, version, ?, ?, ?, ? FROM answer WHERE id=?",
                           outbound, pick.lang, who, tx_.now(), valuesJson(pick.values), pick.answer);
    });
}

Result<std::vector<AnswerUse>> Answers::uses(AnswerId id, int limit)
{
    return tx_.session().guard([&] {
        std::vector<AnswerUse> out;
        for (auto &row : loadUses(tx_.session(), " WHERE u.answer_id=? ORDER BY u.outbound_id DESC LIMIT ?", binds(id, limit)))
            out.push_back(std::move(row.use));
        return out;
    });
}

Result<std::optional<LastUse>> Answers::lastUse(AnswerId id)
{
    return tx_.session().guard([&]() -> std::optional<LastUse> {
        auto rows = loadUses(tx_.session(), " WHERE u.answer_id=? ORDER BY u.outbound_id DESC LIMIT 1", binds(id));
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    });
}

Result<AnswerRates> Answers::rates(AnswerId id)
{
    VIGIE_TRY(const auto all, uses(id, std::numeric_limits<int>::max()));
    AnswerRates out;
    for (const auto &use : all)
        count(out, use);
    return out;
}

Result<std::unordered_map<AnswerId, AnswerRates>> Answers::allRates()
{
    return tx_.session().guard([&] {
        std::unordered_map<AnswerId, AnswerRates> out;
        for (const auto &row : loadUses(tx_.session(), " ORDER BY u.outbound_id", {}))
            count(out[row.use.answer], row.use);
        return out;
    });
}

Result<std::optional<AnswerId>> Answers::answerOf(OutboundId outbound)
{
    return tx_.session().guard([&] { return tx_.session().one<AnswerId>("SELECT answer_id FROM answer_use WHERE outbound_id=? ORDER BY answer_id LIMIT 1", outbound); });
}

} // namespace vigie::store
