// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/surveys.hpp>

#include "store/row_image.hpp"
#include "store/session.hpp"
#include "store/text_list.hpp"

namespace vigie::store {

namespace {

/// Of a batch that was taken away nothing counts; its answers stay for whoever brings it back, and for the file when it comes again.
constexpr const char *kCounts = "(s.batch_id=0 OR s.batch_id IN (SELECT id FROM survey_batch))";

std::vector<SurveyAnswer> answers(Session &session, const std::string &rest, const std::vector<Bound> &values)
{
    std::vector<SurveyAnswer> out;
    session.each<std::int64_t, std::int64_t, std::string, int, Instant, std::string, TicketId, std::string>(
        "SELECT s.id, s.batch_id, s.kind, s.score, s.at, s.network, s.ticket_id, s.mark FROM survey_answer s WHERE " + rest, values,
        [&](std::int64_t id, std::int64_t batch, const std::string &kind, int score, Instant at, std::string network, TicketId ticket, std::string mark) {
            if (const auto known = surveyKindFrom(kind))
                out.push_back({id, batch, *known, score, at, std::move(network), ticket, std::move(mark)});
        });
    return out;
}

std::vector<SurveyBatch> batchesOf(Session &session, const std::string &rest, const std::vector<Bound> &values)
{
    std::vector<SurveyBatch> out;
    session.each<std::int64_t, std::string, Instant, std::int64_t>(
        "SELECT b.id, b.file, b.at, (SELECT count(*) FROM survey_answer s WHERE s.batch_id=b.id) FROM survey_batch b " + rest, values,
        [&](std::int64_t id, std::string file, Instant at, std::int64_t count) { out.push_back({id, std::move(file), at, count}); });
    return out;
}

/// Sound, with the network of its conversation where it names none itself.
Result<void> complete(Session &session, SurveyAnswer &answer, Instant now)
{
    if (!isSurveyScore(answer.kind, answer.score))
        return fail(Errc::InvalidInput, answer.kind == SurveyKind::Csat ? "satisfaction is 1 to 5" : "a recommendation is 0 to 10");
    if (answer.at > now)
        return fail(Errc::InvalidInput, "an answer of a time to come");
    if (!answer.ticket)
        return {};
    const auto network = session.one<std::string>(
        "SELECT coalesce((SELECT o.connector FROM item i JOIN source o ON o.id=i.source_id WHERE i.id=t.root_item_id), '') FROM ticket t WHERE t.id=?", answer.ticket);
    if (!network)
        return fail(Errc::NotFound, "there is no conversation " + std::to_string(answer.ticket.value));
    if (answer.network.empty())
        answer.network = *network;
    return {};
}

std::int64_t insert(Session &session, const SurveyAnswer &answer)
{
    return session.insert("INSERT INTO survey_answer(batch_id, kind, score, at, network, ticket_id, mark) VALUES(?,?,?,?,?,?,?)", answer.batch, toString(answer.kind), answer.score,
                          answer.at, answer.network, answer.ticket, answer.mark);
}

} // namespace

Result<std::vector<SurveyAnswer>> Surveys::within(SurveyKind kind, Instant from, Instant to, const std::vector<std::string> &networks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return answers(session, std::string("s.kind=?1 AND s.at>=?2 AND s.at<?3 AND (?4='[]' OR s.network IN (SELECT value FROM json_each(?4))) AND ") + kCounts + " ORDER BY s.at, s.id",
                       binds(toString(kind), from, to, textsToJson(networks)));
    });
}

Result<std::vector<SurveyAnswer>> Surveys::newest(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return answers(session, std::string(kCounts) + " ORDER BY s.at DESC, s.id DESC LIMIT ?", binds(limit)); });
}

Result<std::vector<SurveyAnswer>> Surveys::byHand(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return answers(session, "s.batch_id=0 ORDER BY s.at DESC, s.id DESC LIMIT ?", binds(limit)); });
}

Result<std::vector<SurveyBatch>> Surveys::batches()
{
    auto &session = tx_.session();
    return session.guard([&] { return batchesOf(session, "ORDER BY b.id DESC", {}); });
}

Result<std::int64_t> Surveys::add(SurveyAnswer answer)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        VIGIE_CHECK(complete(session, answer, tx_.now()));
        answer.batch = 0;
        answer.mark.clear();
        const auto id = insert(session, answer);
        RowRecord::made(tx_, Imaged::SurveyAnswer, id).done(answer.ticket);
        tx_.change().settings = true;
        return id;
    });
}

Result<SurveyAnswer> Surveys::remove(std::int64_t id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SurveyAnswer> {
        const auto found = answers(session, "s.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "there is no answer " + std::to_string(id));
        if (found.front().batch != 0)
            return fail(Errc::InvalidInput, "answer " + std::to_string(id) + " came with batch " + std::to_string(found.front().batch) + ", which goes as a whole");
        removeRow(tx_, Imaged::SurveyAnswer, id);
        tx_.change().settings = true;
        return found.front();
    });
}

Result<std::vector<std::string>> Surveys::known(std::span<const std::string> marks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<std::string>(std::string("SELECT s.mark FROM survey_answer s WHERE s.mark<>'' AND s.mark IN (SELECT value FROM json_each(?)) AND ") + kCounts,
                                           textsToJson({marks.begin(), marks.end()}));
    });
}

Result<std::vector<TicketId>> Surveys::there(std::span<const TicketId> tickets)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<TicketId>("SELECT id FROM ticket WHERE id IN (SELECT value FROM json_each(?))", idList(tickets)); });
}

Result<SurveyBatch> Surveys::take(const std::string &file, std::vector<SurveyAnswer> given)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SurveyBatch> {
        SurveyBatch batch{0, file, tx_.now(), 0};
        for (auto &answer : given) {
            if (answer.mark.empty())
                return fail(Errc::InvalidInput, "an answer of a file has no mark");
            VIGIE_CHECK(complete(session, answer, tx_.now()));
            const auto before = answers(session, "s.mark=?", binds(answer.mark));
            if (!before.empty() && session.one<int>("SELECT 1 FROM survey_batch WHERE id=?", before.front().batch))
                continue;
            if (batch.id == 0) {
                batch.id = session.insert("INSERT INTO survey_batch(file, at) VALUES(?,?)", batch.file, batch.at);
                RowRecord::made(tx_, Imaged::SurveyBatch, batch.id).done();
            }
            answer.batch = batch.id;
            if (before.empty())
                insert(session, answer);
            else // of a batch that was taken away
                session.exec("UPDATE survey_answer SET batch_id=?, network=?, ticket_id=? WHERE id=?", batch.id, answer.network, answer.ticket, before.front().id);
            ++batch.answers;
        }
        tx_.change().settings = tx_.change().settings || batch.id != 0;
        return batch;
    });
}

Result<SurveyBatch> Surveys::removeBatch(std::int64_t id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SurveyBatch> {
        auto found = batchesOf(session, "WHERE b.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "there is no batch " + std::to_string(id));
        removeRow(tx_, Imaged::SurveyBatch, id);
        tx_.change().settings = true;
        return std::move(found.front());
    });
}

} // namespace vigie::store
