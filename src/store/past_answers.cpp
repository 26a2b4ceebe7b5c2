// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/past_answers.hpp>

#include "store/answered.hpp"
#include "store/items_row.hpp"

#include <vigie/text/gist.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace vigie::store {

namespace {

constexpr std::size_t kMostStems = 60;        ///< of a message; the rest of a long one repeats it
constexpr std::size_t kMostSearched = 10;
constexpr std::int64_t kMostPostings = 25'000; ///< index entries that a search may walk
constexpr int kCandidates = 200;
constexpr double kQuestionShare = 0.7;         ///< of the likeness; the rest is how far the answer speaks of the same
constexpr std::size_t kShortestPrefix = 5;

struct Candidate {
    std::int64_t id = 0;
    std::vector<std::string> question, answer;
    double likeness = 0;
};

std::vector<std::string> split(const std::string &joined)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < joined.size();) {
        const auto end = std::min(joined.find(' ', at), joined.size());
        if (end > at)
            out.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::vector<std::string> shortened(std::vector<std::string> gist)
{
    if (gist.size() > kMostStems)
        gist.resize(kMostStems);
    return gist;
}

text::GistQuery::Frequencies frequenciesOf(Session &session, const std::vector<std::string> &gist)
{
    text::GistQuery::Frequencies out;
    for (const auto &stem : gist)
        if (out.find(stem) == out.end())
            out[stem] = session.one<std::int64_t>("SELECT doc FROM answered_words WHERE term=?", stem).value_or(0);
    return out;
}

/// Any of the rare words; common ones only as far as that stays cheap. A word that nobody wrote is looked for by how it begins.
std::string searchFor(const text::GistQuery &query)
{
    std::string out;
    const auto add = [&out](const std::string &term) { out += (out.empty() ? "" : " OR ") + term; };
    std::int64_t postings = 0;
    std::size_t taken = 0;
    for (const auto &stem : query.rarest()) {
        postings += query.frequency(stem);
        if (taken == kMostSearched || (taken > 0 && postings > kMostPostings))
            break;
        add('"' + stem + '"');
        ++taken;
    }
    for (const auto &stem : query.unknown())
        if (taken < kMostSearched && stem.size() > kShortestPrefix && std::all_of(stem.begin(), stem.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
            add('"' + stem.substr(0, kShortestPrefix) + "\"*");
            ++taken;
        }
    return out;
}

std::vector<Candidate> candidatesOf(Session &session, const std::string &search, const PastQuestion &asked)
{
    std::vector<Candidate> out;
    const std::string weights = asked.byAnswer ? "bm25(0.0, 1.0)" : "bm25(1.0, 0.4)";
    session.each<std::int64_t, std::string, std::string>(
        "SELECT a.id, f.question, f.answer FROM (SELECT rowid AS id FROM answered_fts WHERE answered_fts MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?) c"
        " CROSS JOIN answered a ON a.id=c.id CROSS JOIN answered_fts f ON f.rowid=c.id WHERE a.question_id<>? OR ?=0",
        binds((asked.byAnswer ? "answer : (" : "(") + search + ")", weights, kCandidates, asked.item, asked.item),
        [&](std::int64_t id, const std::string &question, const std::string &answer) { out.push_back({id, split(question), split(answer), 0}); });
    return out;
}

void rank(std::vector<Candidate> &candidates, const text::GistQuery &query, bool byAnswer)
{
    for (auto &one : candidates) {
        const double answer = query.likeness(one.answer);
        one.likeness = byAnswer ? answer : one.question.empty() ? answer * kQuestionShare : std::max(kQuestionShare * query.likeness(one.question) + (1 - kQuestionShare) * answer, 0.0);
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) { return std::tie(b.likeness, b.id) < std::tie(a.likeness, a.id); });
}

/// The nearest, each answer once.
std::vector<Candidate> nearest(std::vector<Candidate> candidates, int limit)
{
    std::vector<Candidate> out;
    std::set<std::vector<std::string>> said;
    for (auto &one : candidates) {
        if (static_cast<int>(out.size()) == limit || one.likeness < kLeastLikeness)
            break;
        if (said.insert(one.answer).second)
            out.push_back(std::move(one));
    }
    return out;
}

void fillSent(Session &session, PastAnswer &answer)
{
    session.each<TicketId, AccountId, std::string>("SELECT ticket_id, account_id, lang FROM outbound WHERE id=?", binds(answer.outbound),
                                                   [&](TicketId ticket, AccountId account, std::string lang) {
                                                       answer.ticket = ticket;
                                                       answer.account = account;
                                                       answer.lang = std::move(lang);
                                                   });
    session.each<std::string, std::string>("SELECT text, permalink FROM outbound_part WHERE outbound_id=? ORDER BY position", binds(answer.outbound),
                                           [&](const std::string &text, std::string permalink) {
                                               answer.text += (answer.text.empty() ? "" : "\n") + text;
                                               if (answer.permalink.empty())
                                                   answer.permalink = std::move(permalink);
                                           });
    answer.answer = session.one<AnswerId>("SELECT answer_id FROM answer_use WHERE outbound_id=? ORDER BY answer_id LIMIT 1", answer.outbound);
}

void fillSeen(Session &session, PastAnswer &answer)
{
    if (const auto row = loadItem(session, answer.item)) {
        answer.account = row->item.ours;
        answer.lang = row->item.lang;
        answer.text = row->item.text;
        answer.permalink = row->item.permalink;
    }
    answer.ticket = session.one<TicketId>("SELECT ticket_id FROM ticket_item WHERE item_id=? ORDER BY ticket_id DESC LIMIT 1", answer.item).value_or(TicketId{});
}

PastAnswer whole(Session &session, const Candidate &candidate)
{
    PastAnswer out;
    out.likeness = candidate.likeness;
    if (const auto row = session.one<OutboundId, ItemId, ItemId, Instant>("SELECT outbound_id, item_id, question_id, at FROM answered WHERE id=?", candidate.id))
        std::tie(out.outbound, out.item, out.question, out.at) = *row;
    if (out.outbound)
        fillSent(session, out);
    else
        fillSeen(session, out);
    if (out.question)
        if (const auto row = loadItem(session, out.question))
            out.questionText = row->item.title.empty() ? row->item.text : row->item.title + "\n" + row->item.text;
    out.outcome = outcomeOf(session, out.ticket, out.at);
    return out;
}

} // namespace

Result<std::vector<PastAnswer>> PastAnswers::near(const PastQuestion &question)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PastAnswer> out;
        const auto gist = shortened(text::gistOf(question.text, question.lang));
        const text::GistQuery query(gist, frequenciesOf(session, gist), session.one<std::int64_t>("SELECT count(*) FROM answered").value_or(0));
        const auto search = searchFor(query);
        if (search.empty())
            return out;
        auto candidates = candidatesOf(session, search, question);
        rank(candidates, query, question.byAnswer);
        for (const auto &one : nearest(std::move(candidates), question.limit))
            out.push_back(whole(session, one));
        return out;
    });
}

Result<bool> PastAnswers::catchUp()
{
    constexpr int kSlice = 500;
    return tx_.session().guard([&] { return catchUpAnswered(tx_.session(), kSlice); });
}

Result<PastAnswers::Standing> PastAnswers::standing()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return Standing{session.one<int>("SELECT count(*) FROM answered").value_or(0), session.one<int>("SELECT count(*) FROM answered_due").value_or(0)};
    });
}

} // namespace vigie::store
