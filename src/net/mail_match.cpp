// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/mail.hpp>

#include "net/ascii.hpp"

#include <vigie/base/random.hpp>

#include <algorithm>

namespace vigie::net {

namespace {

constexpr std::string_view kCode = "[vigie";
constexpr std::size_t kMostDigits = 15;

bool foldedEqual(std::string_view a, std::string_view b)
{
    return equalsIgnoreCase(a, b);
}

/// Where the next code stands, how long it is, and its number.
struct FoundCode {
    std::size_t at = 0, size = 0;
    std::int64_t number = 0;
};
std::optional<FoundCode> nextCode(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at + kCode.size() < text.size(); ++at) {
        if (!foldedEqual(text.substr(at, kCode.size()), kCode))
            continue;
        std::size_t i = at + kCode.size();
        const auto skipSpaces = [&] {
            while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n'))
                ++i;
        };
        skipSpaces();
        if (i >= text.size() || text[i] != '#')
            continue;
        ++i;
        skipSpaces();
        FoundCode found{at, 0, 0};
        const auto first = i;
        while (i < text.size() && isDigit(text[i]) && i - first < kMostDigits)
            found.number = found.number * 10 + (text[i++] - '0');
        const bool digits = i > first;
        skipSpaces();
        if (!digits || i >= text.size() || text[i] != ']' || found.number == 0)
            continue;
        found.size = i + 1 - at;
        return found;
    }
    return std::nullopt;
}

const SentQuestion *byNumber(const std::vector<SentQuestion> &questions, std::int64_t number)
{
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto &one) { return one.number == number; });
    return found != questions.end() ? &*found : nullptr;
}

bool isOlder(const IncomingMail &mail, const SentQuestion &question)
{
    return mail.date && question.askedAt && *mail.date + std::chrono::hours{24} < *question.askedAt; // clocks differ
}

} // namespace

std::string questionCode(std::int64_t number)
{
    return "[Vigie #" + std::to_string(number) + ']';
}

std::optional<std::int64_t> findQuestionCode(std::string_view text)
{
    const auto found = nextCode(text, 0);
    return found ? std::optional(found->number) : std::nullopt;
}

std::string subjectWithCode(std::int64_t number, std::string_view subject)
{
    std::string rest(subject);
    while (const auto found = nextCode(rest, 0))
        rest.erase(found->at, found->size);
    const auto words = trim(rest);
    return questionCode(number) + (words.empty() ? "" : " ") + std::string(words);
}

std::string questionMessageId(std::int64_t number, std::string_view senderAddress)
{
    const auto domain = mailDomain(senderAddress);
    return std::string(kMessageIdPrefix) + std::to_string(number) + '.' + randomKey() + '@' + (domain.empty() ? "vigie.invalid" : domain);
}

std::optional<ReplyMatch> matchReply(const IncomingMail &mail, const std::vector<SentQuestion> &questions)
{
    const auto ours = [&](const std::string &id) -> const SentQuestion * {
        const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto &one) { return foldedEqual(one.messageId, id); });
        return found != questions.end() ? &*found : nullptr;
    };
    if (!mail.messageId.empty() && ours(mail.messageId) != nullptr)
        return std::nullopt;
    bool elsewhere = false;
    for (const auto &[list, by] : {std::pair(&mail.inReplyTo, ReplyMatch::By::InReplyTo), std::pair(&mail.references, ReplyMatch::By::References)})
        for (auto id = list->rbegin(); id != list->rend(); ++id) { // the newest last
            if (const auto *question = ours(*id))
                return ReplyMatch{question->number, by};
            elsewhere = elsewhere || foldedEqual(std::string_view(*id).substr(0, kMessageIdPrefix.size()), kMessageIdPrefix);
        }
    if (elsewhere)
        return std::nullopt;
    for (const auto &[text, by] : {std::pair(&mail.subject, ReplyMatch::By::SubjectCode), std::pair(&mail.text, ReplyMatch::By::BodyCode),
                                   std::pair(&mail.history, ReplyMatch::By::BodyCode)})
        for (auto found = nextCode(*text, 0); found; found = nextCode(*text, found->at + found->size))
            if (const auto *question = byNumber(questions, found->number); question != nullptr && !isOlder(mail, *question))
                return ReplyMatch{found->number, by};
    return std::nullopt;
}

} // namespace vigie::net
