// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to posts and comments. WordPress has no key that makes a repetition safe, but it refuses the same words by the
// same hand under the same comment: that refusal says that the answer is there already.
#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"
#include "connect/wordpress/publish.hpp"
#include "connect/wordpress/publish_stages.hpp"

#include "connect/wordpress/mapping.hpp"
#include "connect/wordpress/streams.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace vigie::connect::wordpress {

namespace {

using namespace publishing;

Result<Place> answered(const PublishJob &job)
{
    const auto place = Place::from(job.inReplyTo);
    return place ? Result<Place>(*place) : fail(Errc::InvalidInput, "no comment or post to answer");
}

/// The words alone: a site turns ":-)" into a picture, quotes and dashes into its language's.
std::string wordsOf(std::string_view text)
{
    std::string words;
    for (const auto &token : text::tokenize(text)) {
        UChar32 first = 0;
        U8_GET(reinterpret_cast<const std::uint8_t *>(token.word.data()), 0, 0, static_cast<int32_t>(token.word.size()), first);
        if (u_isalnum(first) != 0)
            words += token.word + ' ';
    }
    return words;
}

bool sameWords(const std::string &shown, const std::string &sent)
{
    const auto left = wordsOf(shown), right = wordsOf(sent);
    return left.empty() && right.empty() ? shown == sent : left == right;
}

/// As WordPress itself looks for it: same post, same parent, same author, same words.
std::optional<OwnPost> findOurs(const Context &context, const PublishJob &job, const Json &list)
{
    const auto *part = partOf(job);
    for (const auto &entry : list) {
        const auto item = toComment(entry, context.account, context.now);
        const auto *parent = item ? item->ref(Relation::ReplyTo) : nullptr;
        const bool ours = item && item->author.nativeId == context.account.nativeId && item->state != ItemState::RemovedByModeration;
        if (part == nullptr || !ours || parent == nullptr || parent->targetNative != job.inReplyTo || !sameWords(item->text, part->text))
            continue;
        return OwnPost{item->nativeId, item->permalink, item->text, job.inReplyTo, item->publishedAt, 0, item->state != ItemState::Visible};
    }
    return std::nullopt;
}

} // namespace

Result<net::Request> readBackRequest(const Context &context, const PublishJob &job)
{
    if (job.outbound.kind != OutboundKind::Reply)
        return fail(Errc::Unsupported);
    VIGIE_TRY(const auto place, answered(job));
    net::QueryPairs query{{"post", place.post}, {"parent", place.isComment() ? place.comment : "0"}, {"orderby", "id"}, {"order", "desc"},
                          {"per_page", "100"}, {"_fields", kCommentFields}};
    if (seesHeld(context.account)) { // others may name neither an author nor a status
        query.emplace_back("author", context.account.nativeId);
        query.emplace_back("status", isModerator(context.account) ? "any" : "all");
    }
    return request(context, net::Method::Get, "/wp/v2/comments", query);
}

Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_array())
        return fail(Errc::Protocol, "the answer is not a list");
    return findOurs(context, job, body);
}

} // namespace vigie::connect::wordpress

namespace vigie::connect::wordpress::publishing {

Result<PublishStep> replyStep(const Context &context, const PublishJob &job, const State &state)
{
    VIGIE_TRY(const auto place, answered(job));
    const auto *part = partOf(job);
    if (part == nullptr || blank(part->text))
        return fail(Errc::ContentRefused, "the text is empty");
    if (!part->media.empty())
        return fail(Errc::ContentRefused, "a comment takes no pictures");
    PublishStep step;
    if (state.duplicate) {
        step.phase = "confirm";
        VIGIE_TRY(step.request, readBackRequest(context, job));
        return step;
    }
    Json body{{"post", std::stoll(place.post)}, {"content", escapedHtml(part->text)}};
    if (place.isComment())
        body["parent"] = std::stoll(place.comment);
    step.phase = "send";
    step.effect = StepEffect::Once;
    step.request = jsonRequest(context, net::Method::Post, "/wp/v2/comments", body, {{"_fields", "id,post,status,link"}});
    return step;
}

Result<PublishOutcome> absorbReply(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    if (state.duplicate) {
        VIGIE_TRY(const auto found, readBack(context, job, response));
        if (found)
            return PublishOutcome(PublishDone{found->nativeId, found->permalink, found->held});
        // Who writes comments only is not shown their own while it waits. The site has it, and shows it to nobody yet.
        if (!seesHeld(context.account))
            return PublishOutcome(PublishDone{{}, {}, true});
        return fail(Errc::Duplicate, "the site says that it has this comment, and does not show it");
    }
    if (!response.ok()) {
        auto error = refusal(context, response);
        if (error.code == Errc::Duplicate) {
            state.duplicate = true;
            return PublishOutcome(state.text());
        }
        if (mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    const auto body = parseJson(response.body);
    if (!body || !body->is_object() || idAt(*body, "id").empty())
        return fail(Errc::UnknownOutcome, "the site took it, but its answer cannot be read");
    VIGIE_TRY(const auto place, answered(job));
    PublishDone done;
    done.nativeId = Place{place.post, idAt(*body, "id")}.nativeId();
    done.permalink = text::cleanUtf8(textAt(*body, "link"));
    done.held = commentState(textAt(*body, "status")) != ItemState::Visible;
    return PublishOutcome(std::move(done));
}

} // namespace vigie::connect::wordpress::publishing
