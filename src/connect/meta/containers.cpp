// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/containers.hpp"

#include "connect/common/upload.hpp"
#include "connect/meta/mapping.hpp"

#include <vigie/text/length.hpp>

#include <algorithm>

namespace vigie::connect::meta {

namespace {

constexpr int kMostLooks = 30;            ///< at a container that is being processed
constexpr int kMostVerifications = 3;
constexpr std::chrono::seconds kLongestWait{30};

enum class Stage : std::uint8_t { Quota, Files, Children, Whole, Ready, Publish, Permalink, Verify, FindOwn };

struct State {
    Stage stage = Stage::Quota;
    std::size_t files = 0;                ///< found at their public address
    std::vector<std::string> children;
    std::string container, published;
    int looks = 0;

    [[nodiscard]] PublishState text() const
    {
        return {dump(Json{{"stage", static_cast<int>(stage)}, {"files", files}, {"children", children}, {"container", container}, {"published", published}, {"looks", looks}})};
    }
    static State from(const PublishState &stored)
    {
        State state;
        const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
        if (!json)
            return state;
        state.stage = static_cast<Stage>(std::clamp<std::int64_t>(intAt(*json, "stage").value_or(0), 0, static_cast<std::int64_t>(Stage::FindOwn)));
        state.files = static_cast<std::size_t>(std::clamp<std::int64_t>(intAt(*json, "files").value_or(0), 0, 100));
        for (const auto &child : arrayAt(*json, "children"))
            state.children.push_back(asId(child));
        state.container = textAt(*json, "container");
        state.published = textAt(*json, "published");
        state.looks = static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "looks").value_or(0), 0, 1000));
        return state;
    }
};

/// What the two networks call the same things.
struct Dialect {
    const char *create, *publish, *quota, *quotaFields, *status, *own, *ownFields, *caption;
};
const Dialect &dialectOf(const Context &context)
{
    static const Dialect kInstagram{"/media", "/media_publish", "/content_publishing_limit", "quota_usage,config", "status_code", "/media", "id,permalink,timestamp", "caption"};
    static const Dialect kThreads{"/threads", "/threads_publish", "/threads_publishing_limit", "quota_usage,config,reply_quota_usage,reply_config", "status", "/threads", "id,permalink,timestamp", "text"};
    return networkOf(context.account) == Network::Threads ? kThreads : kInstagram;
}

net::QueryPairs mediumForm(const Context &context, const OutboundMedia &media, bool inCarousel)
{
    const bool threads = networkOf(context.account) == Network::Threads;
    const auto url = publicUrl(context.account, media);
    net::QueryPairs form;
    if (isVideo(media)) {
        form.emplace_back("media_type", threads || inCarousel ? "VIDEO" : "REELS");
        form.emplace_back("video_url", url);
    } else {
        if (threads)
            form.emplace_back("media_type", "IMAGE");
        form.emplace_back("image_url", url);
    }
    if (!media.alt.empty() && (threads || !isVideo(media)))
        form.emplace_back("alt_text", media.alt);
    if (inCarousel)
        form.emplace_back("is_carousel_item", "true");
    return form;
}

net::QueryPairs wholeForm(const Context &context, const PublishJob &job, const OutboundPart &part, const State &state)
{
    const bool threads = networkOf(context.account) == Network::Threads;
    net::QueryPairs form;
    if (part.media.size() == 1) {
        form = mediumForm(context, part.media.front(), false);
    } else if (!part.media.empty()) {
        std::string children;
        for (const auto &child : state.children)
            children += (children.empty() ? "" : ",") + child;
        form = {{"media_type", "CAROUSEL"}, {"children", children}};
    } else {
        form = {{"media_type", "TEXT"}};
    }
    if (!part.text.empty())
        form.emplace_back(dialectOf(context).caption, part.text);
    if (threads && !job.inReplyTo.empty())
        form.emplace_back("reply_to_id", job.inReplyTo);
    return form;
}

std::chrono::seconds patience(int looks)
{
    return std::min(kLongestWait, std::chrono::seconds{1 << std::min(looks, 5)});
}

/// After the last file the containers of the children, or at once the whole one.
void afterFiles(State &state, const OutboundPart &part)
{
    if (state.files >= part.media.size())
        state.stage = part.media.size() > 1 ? Stage::Children : Stage::Whole;
}

Result<void> absorbQuota(const PublishJob &job, const Json &body)
{
    const auto &data = arrayAt(body, "data");
    const Json &told = data.empty() ? body : data.front();
    const bool reply = !job.inReplyTo.empty() && at(told, "reply_config").is_object();
    const auto used = intAt(told, reply ? "reply_quota_usage" : "quota_usage");
    const auto total = intAt(at(told, reply ? "reply_config" : "config"), "quota_total");
    if (!used || !total || *used < *total)
        return {};
    Error spent{Errc::QuotaExhausted, "the network takes " + std::to_string(*total) + " a day from programs, and they are used up", 0, std::chrono::hours{1}, {}};
    return fail(std::move(spent));
}

/// FINISHED: go on; ERROR and EXPIRED end it; anything else: look again.
Result<PublishOutcome> absorbReady(const Context &context, State state, const Json &body)
{
    const auto status = textAt(body, dialectOf(context).status);
    if (status == "ERROR" || status == "EXPIRED") {
        auto why = cleanAt(body, "error_message");
        if (why.empty())
            why = cleanAt(body, "status");
        return fail(Errc::ContentRefused, "the network could not use it: " + (why.empty() ? status : why));
    }
    if (status == "PUBLISHED") { // not by us: nothing was asked yet
        state.stage = Stage::FindOwn;
        return PublishOutcome(state.text());
    }
    if (status == "FINISHED")
        state.stage = Stage::Publish;
    else if (++state.looks >= kMostLooks)
        return fail(Errc::Timeout, "the network does not finish processing it");
    return PublishOutcome(state.text());
}

Result<PublishOutcome> absorbPublish(const Context &context, State state, const net::Response &response)
{
    if (mayHaveTakenEffect(response)) {
        state.stage = Stage::Verify;
        state.looks = 0;
        return PublishOutcome(state.text());
    }
    VIGIE_TRY(const auto body, bodyOf(context, response, true));
    state.published = idAt(body, "id");
    if (state.published.empty()) {
        state.stage = Stage::Verify;
        state.looks = 0;
    } else {
        state.stage = Stage::Permalink;
    }
    return PublishOutcome(state.text());
}

/// It is there; without its address the id must do.
PublishOutcome done(const State &state, const net::Response &response)
{
    PublishDone end;
    end.nativeId = state.published;
    if (response.ok())
        if (const auto body = parseJson(response.body))
            end.permalink = urlAt(*body, "permalink");
    return end;
}

Result<PublishOutcome> absorbVerify(const Context &context, State state, const net::Response &response)
{
    const auto body = bodyOf(context, response);
    const auto status = body ? textAt(*body, dialectOf(context).status) : std::string{};
    if (status == "PUBLISHED") {
        state.stage = Stage::FindOwn;
        return PublishOutcome(state.text());
    }
    if (++state.looks >= kMostVerifications)
        return fail(Errc::UnknownOutcome, "the network answered nothing clear to publishing, and the container does not say either");
    return PublishOutcome(state.text());
}

/// Published just now and the newest there is.
Result<PublishOutcome> absorbOwn(const Context &context, const net::Response &response)
{
    constexpr std::chrono::minutes kJustNow{15};
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const auto &data = arrayAt(body, "data");
    const auto at = data.empty() ? std::nullopt : timeAt(data.front(), "timestamp");
    if (!at || *at < context.now - kJustNow)
        return fail(Errc::UnknownOutcome, "it was published, but is not among our newest posts yet");
    PublishDone end;
    end.nativeId = idAt(data.front(), "id");
    end.permalink = urlAt(data.front(), "permalink");
    return PublishOutcome(std::move(end));
}

Result<PublishOutcome> absorbFile(const OutboundPart &part, State state, const net::Response &response)
{
    if (!response.ok())
        return fail(Errc::ContentRefused, "the file is not at its public address (" + std::to_string(response.status) + "): " + part.media[state.files].path.substr(part.media[state.files].path.find_last_of('/') + 1));
    ++state.files;
    afterFiles(state, part);
    return PublishOutcome(state.text());
}

Result<PublishOutcome> absorbContainer(const Context &context, const OutboundPart &part, State state, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response, true));
    auto id = idAt(body, "id");
    if (!checkedId(id))
        return fail(Errc::Protocol, "the container got no id");
    if (state.stage == Stage::Children) {
        state.children.push_back(std::move(id));
        if (state.children.size() >= part.media.size())
            state.stage = Stage::Whole;
    } else {
        state.container = std::move(id);
        state.stage = Stage::Ready;
        state.looks = 0;
    }
    return PublishOutcome(state.text());
}

/// The file's own host, which gets no token.
net::Request lookForFile(const OutboundMedia &media, const Account &account)
{
    net::Request made;
    made.method = net::Method::Head;
    made.url = publicUrl(account, media);
    return made;
}

} // namespace

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

std::string publicUrl(const Account &account, const OutboundMedia &media)
{
    if (!media.address.empty())
        return media.address;
    auto base = account.setting("media_base");
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    const auto url = net::parseUrl(base);
    if (!url || url->credentials)
        return {};
    return base + "/" + net::encodeComponent(media.path.substr(media.path.find_last_of('/') + 1));
}

Result<void> checkContent(const Context &context, const PublishJob &job, const text::LengthProfile &profile)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    const bool blank = part->text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank && part->media.empty())
        return fail(Errc::ContentRefused, "the text is empty");
    const auto length = text::measure(part->text, profile);
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text has " + std::to_string(length.used) + " characters, the network takes " + std::to_string(profile.limit));
    const auto most = static_cast<std::size_t>(std::max(context.account.limits.maxMedia, 1));
    if (part->media.size() > most)
        return fail(Errc::ContentRefused, "the network takes at most " + std::to_string(most) + " attachments");
    return {};
}

Result<PublishStep> containerStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    const bool threads = networkOf(context.account) == Network::Threads;
    if (!threads && part->media.empty())
        return fail(Errc::Unsupported, "Instagram takes no post without a picture or a film");
    if (!part->media.empty() && publicUrl(context.account, part->media.front()).empty())
        return fail(Errc::PolicyRefused, "the network fetches pictures from a public address, and this account has none for them");
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    if (!job.inReplyTo.empty())
        VIGIE_CHECK(checkedId(job.inReplyTo));
    const auto state = State::from(stored);
    if ((state.stage == Stage::Files && state.files >= part->media.size()) || (state.stage == Stage::Children && state.children.size() >= part->media.size()))
        return fail(Errc::Internal, "no such attachment");
    const auto &dialect = dialectOf(context);
    PublishStep step;
    step.phase = "prepare";
    switch (state.stage) {
    case Stage::Quota: step.request = get(context, "/" + account + dialect.quota, {{"fields", dialect.quotaFields}}); break;
    case Stage::Files: step.request = lookForFile(part->media.at(state.files), context.account); break;
    case Stage::Children: step.request = post(context, "/" + account + dialect.create, mediumForm(context, part->media.at(state.children.size()), true)); break;
    case Stage::Whole: step.request = post(context, "/" + account + dialect.create, wholeForm(context, job, *part, state)); break;
    case Stage::Ready:
    case Stage::Verify:
        step.phase = state.stage == Stage::Verify ? "confirm" : "prepare";
        step.request = get(context, "/" + state.container, {{"fields", std::string(dialect.status) + (threads ? ",error_message" : ",status")}});
        step.notBefore = patience(state.looks);
        break;
    case Stage::Publish:
        step.phase = "send";
        step.effect = StepEffect::Once;
        step.request = post(context, "/" + account + dialect.publish, {{"creation_id", state.container}});
        break;
    case Stage::Permalink:
        step.phase = "confirm";
        step.request = get(context, "/" + state.published, {{"fields", "id,permalink"}});
        break;
    case Stage::FindOwn:
        step.phase = "confirm";
        step.request = get(context, "/" + account + (threads && !job.inReplyTo.empty() ? "/replies" : dialect.own), {{"fields", dialect.ownFields}, {"limit", "1"}});
        break;
    }
    return step;
}

Result<PublishOutcome> containerAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    auto state = State::from(stored);
    if (state.stage == Stage::Files && state.files >= part->media.size())
        return fail(Errc::Internal, "no such attachment");
    switch (state.stage) {
    case Stage::Files: return absorbFile(*part, std::move(state), response);
    case Stage::Children:
    case Stage::Whole: return absorbContainer(context, *part, std::move(state), response);
    case Stage::Publish: return absorbPublish(context, std::move(state), response);
    case Stage::Permalink: return done(state, response);
    case Stage::Verify: return absorbVerify(context, std::move(state), response);
    case Stage::FindOwn: return absorbOwn(context, response);
    case Stage::Quota:
    case Stage::Ready: break;
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (state.stage == Stage::Ready)
        return absorbReady(context, std::move(state), body);
    VIGIE_CHECK(absorbQuota(job, body));
    state.stage = Stage::Files;
    afterFiles(state, *part);
    return PublishOutcome(state.text());
}

} // namespace vigie::connect::meta
