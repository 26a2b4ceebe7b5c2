// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/publish.hpp"

#include "connect/x/mapping.hpp"
#include "connect/x/upload.hpp"

#include <vigie/net/rate.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <cctype>

namespace vigie::connect::x {

namespace {

constexpr std::chrono::minutes kClockSkew{15};
constexpr const char *kNotCalled = "X takes a reply from a program only when its author named this account or quoted one of its posts";

struct State {
    bool called = false;             ///< looked at: the author called for us
    std::vector<std::string> media;  ///< uploaded
    Json upload;                     ///< the one on its way
    [[nodiscard]] PublishState text() const { return {dump(Json{{"called", called}, {"media", media}, {"upload", upload}})}; }
    static State from(const PublishState &stored)
    {
        State state;
        const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
        if (!json)
            return state;
        state.called = boolAt(*json, "called");
        for (const auto &id : arrayAt(*json, "media"))
            state.media.push_back(asId(id));
        state.upload = at(*json, "upload");
        return state;
    }
};

enum class Stage : std::uint8_t { Look, Upload, Send };

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

bool writes(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply;
}

Stage stageOf(const PublishJob &job, const State &state)
{
    const bool stranger = job.outbound.kind == OutboundKind::Reply && job.part == 0; // the parts after it answer ourselves
    if (stranger && !state.called)
        return Stage::Look;
    const auto *part = partOf(job);
    return part != nullptr && state.media.size() < part->media.size() ? Stage::Upload : Stage::Send;
}

Result<void> checkText(const Context &context, const OutboundPart &part)
{
    if (part.text.find_first_not_of(" \t\r\n") == std::string::npos && part.media.empty())
        return fail(Errc::ContentRefused, "the text is empty");
    const auto limit = context.account.limits.maxCharacters;
    const auto length = text::measure(part.text, {text::LengthRule::X, limit, 23});
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text weighs " + std::to_string(length.used) + ", the network takes " + std::to_string(limit));
    const auto videos = std::count_if(part.media.begin(), part.media.end(), [](const OutboundMedia &media) { return media.mime.rfind("video/", 0) == 0 || media.mime == "image/gif"; });
    if (part.media.size() > 4 || (videos > 0 && part.media.size() > 1))
        return fail(Errc::ContentRefused, "four pictures or one film");
    return {};
}

Result<PublishStep> lookStep(const Context &context, const PublishJob &job)
{
    VIGIE_TRY(const auto id, checkedId(job.inReplyTo));
    auto query = postQuery(false, true);
    query.emplace_back("ids", id);
    PublishStep step;
    step.phase = "prepare";
    step.request = get(context, "/2/tweets", query, "lookup", 2 * kPostRead);
    return step;
}

Result<PublishStep> postStep(const Context &context, const PublishJob &job, const OutboundPart &part, const State &state)
{
    Json body = Json::object();
    if (!part.text.empty())
        body["text"] = part.text;
    if (!job.inReplyTo.empty()) {
        VIGIE_TRY(const auto id, checkedId(job.inReplyTo));
        body["reply"] = {{"in_reply_to_tweet_id", id}};
    }
    if (!state.media.empty())
        body["media"] = {{"media_ids", state.media}};
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Once;
    step.request = send(context, net::Method::Post, "/2/tweets", body, "create", text::xLinks(part.text).empty() ? kCreate : kCreateWithLink);
    return step;
}

Result<PublishStep> simpleStep(const Context &context, const PublishJob &job)
{
    VIGIE_TRY(const auto id, checkedId(job.outbound.targetNative));
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{1};
    switch (job.outbound.kind) {
    case OutboundKind::Delete: step.request = send(context, net::Method::Delete, "/2/tweets/" + id, Json(), "delete", kManage); return step;
    case OutboundKind::HideReply:
    case OutboundKind::UnhideReply:
        step.request = send(context, net::Method::Put, "/2/tweets/" + id + "/hidden", {{"hidden", job.outbound.kind == OutboundKind::HideReply}}, "hidden", kManage);
        return step;
    default: return fail(Errc::Unsupported, "X offers programs no such action without a contract");
    }
}

Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    const auto body = bodyOf(context, response);
    if (!body)
        return fail(body.error().code == Errc::NotFound ? Error{Errc::Gone, "what is answered is not there any more", 200, {}, {}} : body.error());
    const auto beside = Beside::of(*body);
    const Reading here{context.account, context.now, beside};
    for (const auto &post : arrayAt(*body, "data"))
        if (idAt(post, "id") == job.inReplyTo) {
            if (!callsForUs(post, here))
                return fail(Errc::PolicyRefused, kNotCalled);
            state.called = true;
            return PublishOutcome(state.text());
        }
    return fail(Errc::Gone, "what is answered is not there any more");
}

Result<PublishOutcome> absorbPost(const Context &context, const net::Response &response)
{
    if (response.status >= 500)
        return fail(Errc::UnknownOutcome, "the network failed while it was being published");
    const auto body = bodyOf(context, response);
    if (!body)
        return fail(response.ok() ? Error{Errc::UnknownOutcome, body.error().detail, response.status, {}, {}} : body.error());
    PublishDone done;
    done.nativeId = idAt(at(*body, "data"), "id");
    if (!checkedId(done.nativeId))
        return fail(Errc::UnknownOutcome, "the network took it, but names no id");
    done.permalink = "https://x.com/" + (context.account.handle.empty() ? std::string("i") : net::encodeComponent(context.account.handle)) + "/status/" + done.nativeId;
    return PublishOutcome(std::move(done));
}

Result<PublishOutcome> absorbSimple(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto body = bodyOf(context, response);
    const bool gone = !body && (body.error().code == Errc::NotFound || body.error().code == Errc::Gone);
    if (!body && !(gone && job.outbound.kind == OutboundKind::Delete))
        return fail(body.error());
    return PublishOutcome(PublishDone{job.outbound.targetNative, {}, false});
}

/// What is left to compare when links are taken away, on either side.
std::string withoutLinks(const std::string &text)
{
    std::string rest;
    std::size_t from = 0;
    for (const auto &[begin, end] : text::xLinks(text)) {
        rest.append(text, from, begin - from);
        from = end;
    }
    rest.append(text, from, std::string::npos);
    std::string words; // spaces are the network's to change
    for (const char c : rest)
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            words += c;
    return words;
}

OwnPost ownPost(const Item &item)
{
    const auto *parent = item.ref(Relation::ReplyTo);
    return {item.nativeId, item.permalink, item.text, parent != nullptr ? parent->targetNative : std::string{}, item.publishedAt, static_cast<int>(item.media.size()), false};
}

} // namespace

std::optional<CapabilityReason> notCalled(const Account &account, const Item &item)
{
    const auto same = [](std::string_view a, std::string_view b) {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
    };
    const bool ours = item.ours || (!account.nativeId.empty() && item.author.nativeId == account.nativeId);
    const bool named = std::any_of(item.spans.begin(), item.spans.end(), [&](const TextSpan &span) { return span.kind == TextSpan::Kind::Mention && same(span.target, account.handle); });
    if (ours || named || item.ref(Relation::QuoteOf) != nullptr)
        return std::nullopt;
    return CapabilityReason::ReplyNeedsSummon;
}

Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    if (!writes(job.outbound.kind))
        return simpleStep(context, job);
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    VIGIE_CHECK(checkText(context, *part));
    const auto state = State::from(stored);
    switch (stageOf(job, state)) {
    case Stage::Look: return lookStep(context, job);
    case Stage::Upload: return uploadStep(context, part->media[state.media.size()], Upload::from(state.upload));
    case Stage::Send: break;
    }
    return postStep(context, job, *part, state);
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    if (!writes(job.outbound.kind))
        return absorbSimple(context, job, response);
    auto state = State::from(stored);
    const auto stage = stageOf(job, state);
    if (stage == Stage::Look)
        return absorbLook(context, job, std::move(state), response);
    if (stage == Stage::Send)
        return absorbPost(context, response);
    VIGIE_TRY(const auto upload, uploadAbsorb(context, partOf(job)->media[state.media.size()], Upload::from(state.upload), response));
    state.upload = upload.json();
    if (upload.stage == Upload::Stage::Done) {
        state.media.push_back(upload.id);
        state.upload = Json();
    }
    return PublishOutcome(state.text());
}

Result<net::Request> readBackRequest(const Context &context, const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr || !writes(job.outbound.kind))
        return fail(Errc::Unsupported);
    VIGIE_TRY(const auto me, checkedId(context.account.nativeId));
    auto query = postQuery(false);
    const auto since = part->startedAt.value_or(job.outbound.createdAt) - kClockSkew;
    query.emplace_back("max_results", "100");
    query.emplace_back("start_time", toRfc3339(std::chrono::floor<std::chrono::seconds>(since)));
    return get(context, "/2/users/" + me + "/tweets", query, "own", 100 * ownPrice(context.account));
}

Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response)
{
    using Found = std::optional<OwnPost>;
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to look for");
    const auto beside = Beside::of(body);
    const Reading here{context.account, net::serverNow(response, context.now), beside};
    const auto wanted = withoutLinks(part->text);
    for (const auto &post : arrayAt(body, "data")) {
        const auto item = toItem(post, here);
        if (!item)
            continue;
        auto found = ownPost(*item);
        if (found.inReplyTo == job.inReplyTo && found.mediaCount == static_cast<int>(part->media.size()) && withoutLinks(writtenOut(post)) == wanted)
            return Found(std::move(found));
    }
    if (!textAt(at(body, "meta"), "next_token").empty())
        return fail(Errc::UnknownOutcome, "more than a hundred posts since then: look on the network whether it is there");
    return Found{};
}

Result<net::Request> ownPostsRequest(const Context &context, const std::string &page)
{
    VIGIE_TRY(const auto me, checkedId(context.account.nativeId));
    auto query = postQuery(false);
    query.emplace_back("max_results", "100");
    query.emplace_back("exclude", "retweets");
    if (!page.empty())
        query.emplace_back("pagination_token", page);
    return get(context, "/2/users/" + me + "/tweets", query, "own", 100 * ownPrice(context.account));
}

Result<OwnPage> ownPage(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    OwnPage page;
    const auto beside = Beside::of(body);
    const Reading here{context.account, net::serverNow(response, context.now), beside};
    for (const auto &post : arrayAt(body, "data"))
        if (const auto item = toItem(post, here)) {
            page.reaches = item->publishedAt;
            page.posts.push_back(ownPost(*item));
        }
    page.nextPage = textAt(at(body, "meta"), "next_token");
    return page;
}

} // namespace vigie::connect::x
