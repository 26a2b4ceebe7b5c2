// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/reviews.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace vigie::connect::reviews {

namespace {

constexpr std::string_view kAnswer = "/reply";
constexpr std::chrono::hours kOverwrites{24 * 30}; ///< sending the same answer again is harmless for ever

std::vector<std::string> words(const std::string &text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

} // namespace

std::string answerKey(const std::string &review)
{
    return review + std::string(kAnswer);
}

bool isAnswer(const std::string &nativeId)
{
    return nativeId.size() > kAnswer.size() && nativeId.compare(nativeId.size() - kAnswer.size(), kAnswer.size(), kAnswer) == 0;
}

std::string reviewIn(const std::string &nativeId)
{
    return isAnswer(nativeId) ? nativeId.substr(0, nativeId.size() - kAnswer.size()) : nativeId;
}

std::vector<std::string> listOf(const std::string &setting)
{
    std::vector<std::string> entries;
    std::string entry;
    for (const char c : setting + ",") {
        if (c != ',' && c != ';' && c != '\n' && c != ' ' && c != '\t' && c != '\r') {
            entry += c;
            continue;
        }
        if (!entry.empty() && std::find(entries.begin(), entries.end(), entry) == entries.end())
            entries.push_back(entry);
        entry.clear();
    }
    return entries;
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
    auto rich = text::fromPlain(text::cleanUtf8(text));
    item.text = std::move(rich.text);
    item.spans = std::move(rich.spans);
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

bool sameWords(const std::string &a, const std::string &b)
{
    return words(a) == words(b);
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
