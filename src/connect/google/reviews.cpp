// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/reviews.hpp"

#include "connect/common/strings.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::connect::reviews {

namespace {

constexpr std::string_view kAnswer = "/reply";
constexpr std::chrono::hours kOverwrites{24 * 30}; ///< sending the same answer again is harmless for ever

bool isAnswer(const std::string &nativeId)
{
    return nativeId.size() > kAnswer.size() && nativeId.compare(nativeId.size() - kAnswer.size(), kAnswer.size(), kAnswer) == 0;
}

} // namespace

std::string answerKey(const std::string &review)
{
    return review + std::string(kAnswer);
}

std::string reviewIn(const std::string &nativeId)
{
    return isAnswer(nativeId) ? nativeId.substr(0, nativeId.size() - kAnswer.size()) : nativeId;
}

Item blankReview(const Context &context, std::string nativeId)
{
    Item item;
    item.connector = context.account.connector;
    item.instance = context.account.instance;
    item.nativeId = std::move(nativeId);
    item.kind = ItemKind::Review;
    item.visibility = Visibility::Public;
    item.lang = "und";
    item.publishedAt = item.fetchedAt = context.now;
    item.precision = TimePrecision::Unknown;
    return item;
}

Item blankAnswer(const Context &context, const Item &review, std::string nativeId)
{
    auto item = blankReview(context, std::move(nativeId));
    item.kind = ItemKind::Comment;
    item.container = review.container;
    item.author.nativeId = context.account.nativeId;
    item.author.handle = context.account.handle;
    item.author.name = context.account.name;
    item.ours = context.account.id;
    item.refs = {{Relation::ReplyTo, review.nativeId, {}}, {Relation::AnswersReview, review.nativeId, {}}};
    return item;
}

void setWords(Item &item, const std::string &text)
{
    setPlainText(item, text::cleanUtf8(text));
}

void add(FetchPage &page, std::vector<Item> items)
{
    for (auto &item : items) {
        page.reasons.push_back(item.kind == ItemKind::Review ? "review" : "");
        page.items.push_back(std::move(item));
    }
}

Result<std::string> checkedText(const PublishJob &job, const text::LengthProfile &profile, const char *network)
{
    if (job.part >= job.outbound.parts.size())
        return fail(Errc::InvalidInput, "nothing to send");
    const auto &text = job.outbound.parts[job.part].text;
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::ContentRefused, "the text is empty");
    const auto length = text::measure(text, profile);
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text is " + std::to_string(length.used) + (profile.rule == text::LengthRule::Bytes ? " bytes" : " characters") + " long, " + network + " takes "
                                              + std::to_string(profile.limit));
    return text;
}

std::string targetOf(const PublishJob &job)
{
    return job.outbound.kind == OutboundKind::Reply ? job.inReplyTo : job.outbound.targetNative;
}

std::optional<OwnPost> sentAnswer(const std::vector<Item> &items, const PublishJob &job)
{
    const auto words = job.part < job.outbound.parts.size() ? splitWords(job.outbound.parts[job.part].text) : std::vector<std::string>{};
    for (const auto &item : items)
        if (item.kind == ItemKind::Comment && job.part < job.outbound.parts.size() && splitWords(item.text) == words)
            return OwnPost{item.nativeId, {}, item.text, job.inReplyTo, item.publishedAt, 0, item.state == ItemState::Held};
    return std::nullopt;
}

Result<LookupAnswer> lookedUp(std::vector<Item> items, std::span<const std::string> ids)
{
    if (items.empty())
        return fail(Errc::Protocol, "the answer is no review");
    LookupAnswer answer;
    answer.items = std::move(items);
    for (const auto &id : ids)
        if (std::none_of(answer.items.begin(), answer.items.end(), [&](const Item &item) { return item.nativeId == id; }))
            answer.gone.push_back(id); // our answer, taken away there
    return answer;
}

Limits answerLimits(int characters)
{
    Limits limits;
    limits.maxCharacters = characters;
    limits.urlCost = 0;
    limits.maxMedia = 0;
    return limits;
}

PublishStep overwriting(net::Request request)
{
    PublishStep step;
    step.phase = "send";
    step.request = std::move(request);
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = kOverwrites;
    return step;
}

} // namespace vigie::connect::reviews
