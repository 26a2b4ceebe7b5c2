// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/answers.hpp>

#include "desk/answer_values.hpp"

#include <vigie/base/utf8.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/gist.hpp>
#include <vigie/text/placeholders.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace vigie::desk {

namespace {

constexpr double kStillInIt = 0.6;       ///< share of an answer's words from which a reply still is that answer
constexpr double kAboutTheSame = 0.3;    ///< likeness of past answers whose figures are compared
constexpr std::size_t kLongestTitle = 120;

bool hasWordFrom(const std::string &folded, const std::string &typed)
{
    return folded.rfind(typed, 0) == 0 || folded.find(' ' + typed) != std::string::npos;
}

/// 0 is best; none: it is not what was typed.
std::optional<int> rankOf(const Answer &answer, const std::string &typed, const std::vector<text::Token> &words)
{
    const auto keyword = text::fold(answer.text.keyword);
    if (keyword == typed)
        return 0;
    if (keyword.rfind(typed, 0) == 0)
        return 1;
    std::string names = keyword + ' ' + text::fold(answer.text.title);
    for (const auto &tag : answer.text.tags)
        names += ' ' + text::fold(tag);
    if (std::all_of(words.begin(), words.end(), [&](const text::Token &word) { return hasWordFrom(names, word.word); }))
        return 2;
    const auto all = names + ' ' + text::fold(answer.text.french) + ' ' + text::fold(answer.text.english);
    if (std::all_of(words.begin(), words.end(), [&](const text::Token &word) { return hasWordFrom(all, word.word); }))
        return 3;
    return std::nullopt;
}

std::vector<std::string> valuesOnly(const store::AnswerValues &values)
{
    std::vector<std::string> out;
    for (const auto &[name, value] : values)
        out.push_back(value);
    return out;
}

/// Adds what `said` says otherwise than the draft; a figure of the draft is spoken of once.
class Hints {
public:
    Hints(const std::string &draft, const std::string &lang, int limit) : draft_(draft), lang_(lang), limit_(limit) {}

    void compare(AnswerHint hint, const std::string &lang, std::span<const std::string> ignored)
    {
        for (auto &found : text::contradictions(draft_, lang_, hint.said, lang, ignored)) {
            if (static_cast<int>(all_.size()) >= limit_ || !told_.insert(found.now.begin).second)
                continue;
            auto one = hint;
            one.before = one.said.substr(found.before.begin, found.before.end - found.before.begin);
            one.figures = std::move(found);
            all_.push_back(std::move(one));
        }
    }
    [[nodiscard]] std::vector<AnswerHint> take() { return std::move(all_); }

private:
    const std::string &draft_, &lang_;
    int limit_;
    std::set<std::uint32_t> told_;
    std::vector<AnswerHint> all_;
};

void blank(std::string &text, std::uint32_t begin, std::uint32_t end)
{
    std::fill(text.begin() + begin, text.begin() + end, ' ');
}

/// What is an answer's own: neither its variables nor its figures, which are what people change in it - unless all it has are
/// words of grammar and figures ("Bonjour {{name}}, 48 h").
std::vector<std::string> ownWords(std::string text, const std::string &lang)
{
    for (const auto &one : text::placeholders(text))
        blank(text, one.begin, one.end);
    auto words = text;
    for (const auto &one : text::figuresOf(text, lang))
        blank(words, one.begin, one.end);
    auto own = text::gistOf(words, lang);
    return own.empty() ? text::gistOf(text, lang) : own;
}

bool stillStandsIn(const Answer &answer, const std::string &lang, const std::vector<std::string> &sent)
{
    const auto own = ownWords(answer.text.in(lang), lang);
    if (own.empty())
        return false;
    const std::set<std::string> said(sent.begin(), sent.end());
    const auto kept = std::count_if(own.begin(), own.end(), [&said](const auto &stem) { return said.count(stem) != 0; });
    return static_cast<double>(kept) >= kStillInIt * static_cast<double>(own.size());
}

std::string wholeText(const Outbound &outbound)
{
    std::string out;
    for (const auto &part : outbound.parts)
        out += (out.empty() ? "" : "\n") + part.text;
    return out;
}

} // namespace

std::vector<std::size_t> findAnswers(std::span<const Answer> answers, std::string_view typed)
{
    const auto folded = text::fold(typed);
    const auto words = text::tokenize(typed);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t at = 0; at < answers.size(); ++at) {
        if (folded.empty())
            ranked.emplace_back(0, at);
        else if (const auto rank = rankOf(answers[at], folded, words))
            ranked.emplace_back(*rank, at);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::size_t> out;
    for (const auto &one : ranked)
        out.push_back(one.second);
    return out;
}

IsoDay dayOf(Instant at, const std::string &zone)
{
    const auto wall = toWall(at, zone);
    return wall ? toString(*wall).substr(0, 10) : toRfc3339(at).substr(0, 10);
}

Staleness stalenessOf(const Answer &answer, const AnswerRates &rates, Instant now, const std::string &zone)
{
    const auto today = dayOf(now, zone);
    if (!answer.text.validUntil.empty() && answer.text.validUntil < today)
        return Staleness::Passed;
    if (!answer.text.validFrom.empty() && today < answer.text.validFrom)
        return Staleness::NotYet;
    if (!answer.text.validUntil.empty() && answer.text.validUntil <= dayOf(now + std::chrono::hours{24 * kSoonDays}, zone))
        return Staleness::EndsSoon;
    const auto touched = std::max(answer.changedAt, rates.last.value_or(answer.changedAt));
    return touched < now - std::chrono::hours{24 * kOldDays} ? Staleness::Old : Staleness::Fresh;
}

Result<FilledAnswer> AnswerDesk::fill(const Answer &answer, const AnswerContext &context)
{
    FilledAnswer out;
    out.lang = context.lang == "fr" ? "fr" : "en";
    if (answer.text.in(out.lang).empty())
        out.lang = out.lang == "fr" ? "en" : "fr";
    const auto &text = answer.text.in(out.lang);
    VariableValues values(tx_, context);
    for (const auto &name : text::placeholderNames(text)) {
        const auto declared = std::find_if(answer.text.variables.begin(), answer.text.variables.end(), [&name](const AnswerVariable &one) { return one.name == name; });
        const auto source = declared == answer.text.variables.end() ? usualSource(name) : declared->source;
        VIGIE_TRY(auto value, values.of(source, out.lang));
        if (value.empty())
            out.open.push_back(name);
        else
            out.values.emplace(name, std::move(value));
    }
    out.text = text::filled(text, out.values);
    return out;
}

Result<std::vector<AnswerHint>> AnswerDesk::hints(TicketId ticket, const std::string &draft, const std::string &lang, int limit)
{
    Hints hints(draft, lang, limit);
    if (text::figuresOf(draft, lang).empty())
        return hints.take();
    store::Answers answers(tx_);
    VIGIE_TRY(const auto picks, answers.picks(ticket));
    const auto stems = text::gistOf(draft, lang);
    for (const auto &pick : picks) {
        VIGIE_TRY(const auto answer, answers.get(pick.answer));
        VIGIE_TRY(const auto last, answers.lastUse(pick.answer));
        if (!last || !stillStandsIn(answer, pick.lang, stems))
            continue;
        auto ignored = valuesOnly(last->values);
        for (auto &value : valuesOnly(pick.values))
            ignored.push_back(std::move(value));
        hints.compare({{}, {}, last->use.text, last->use.at, last->use.permalink, last->use.ticket, pick.answer}, last->use.lang, ignored);
    }
    const store::PastQuestion like{draft, lang, {}, 5, true};
    VIGIE_TRY(auto near, store::PastAnswers(tx_).near(like));
    VIGIE_TRY(const auto asked, store::Tickets(tx_).get(ticket));
    VIGIE_TRY(const auto message, store::Items(tx_).get(asked.latest));
    if (message) {
        const store::PastQuestion asking{message->text, message->lang, message->id, 5, false};
        VIGIE_TRY(auto more, store::PastAnswers(tx_).near(asking));
        near.insert(near.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    for (const auto &past : near)
        if (past.likeness >= kAboutTheSame)
            hints.compare({{}, {}, past.text, past.at, past.permalink, past.ticket, std::nullopt}, past.lang, {});
    return hints.take();
}

Result<int> AnswerDesk::given(TicketId ticket, OutboundId outbound, const std::string &who)
{
    store::Answers answers(tx_);
    VIGIE_TRY(const auto picks, answers.picks(ticket));
    if (picks.empty())
        return 0;
    VIGIE_TRY(const auto row, store::Outbox(tx_).get(outbound));
    int noted = 0;
    for (const auto &pick : picks) {
        VIGIE_TRY(const auto answer, answers.get(pick.answer));
        if (!stillStandsIn(answer, pick.lang, text::gistOf(wholeText(row), pick.lang)))
            continue;
        VIGIE_CHECK(answers.noteUse(outbound, pick, who));
        ++noted;
    }
    return noted;
}

Result<AnswerText> AnswerDesk::fromReply(OutboundId outbound)
{
    VIGIE_TRY(const auto row, store::Outbox(tx_).get(outbound));
    if (row.kind != OutboundKind::Reply)
        return fail(Errc::InvalidInput, "only a reply can become an answer");
    AnswerText out;
    const auto text = wholeText(row);
    (text::stemLanguage(text, row.lang) == "en" ? out.english : out.french) = text;
    VIGIE_TRY(const auto question, store::Items(tx_).get(row.target));
    if (question) {
        out.title = question->title.empty() ? question->text : question->title;
        std::replace(out.title.begin(), out.title.end(), '\n', ' ');
        shortenUtf8(out.title, kLongestTitle);
    }
    return out;
}

} // namespace vigie::desk
