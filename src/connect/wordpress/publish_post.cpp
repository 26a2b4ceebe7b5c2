// SPDX-License-Identifier: GPL-3.0-or-later
// Articles: pictures go up first, streamed from the disk with their alternative text; the first is the article's own, the
// others stand under its words.
#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"
#include "connect/common/upload.hpp"
#include "connect/wordpress/publish.hpp"
#include "connect/wordpress/publish_stages.hpp"

#include "connect/wordpress/mapping.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::connect::wordpress::publishing {

namespace {

constexpr std::chrono::seconds kAhead{60}; ///< due later than this: left to the site's own clock

PublishStep uploadStep(const Context &context, const OutboundMedia &media)
{
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Post, "/wp/v2/media", {{"_fields", "id,source_url,alt_text"}});
    step.request.timeout = kUploadTimeout;
    step.request.form.push_back(fileField("file", media));
    if (!media.alt.empty())
        step.request.form.push_back(textField("alt_text", media.alt));
    return step;
}

Result<PublishOutcome> absorbUpload(const Context &context, State state, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    Picture picture{idAt(body, "id"), textAt(body, "source_url"), textAt(body, "alt_text")};
    if (picture.id.empty() || picture.url.empty())
        return fail(Errc::Protocol, "the upload got no id");
    state.pictures.push_back(std::move(picture));
    return PublishOutcome(state.text());
}

Json articleBody(const Context &context, const Outbound &outbound, const OutboundPart &part, const State &state)
{
    const auto article = articleOf(part.text);
    auto content = toHtml(article.body);
    for (std::size_t i = 1; i < state.pictures.size(); ++i)
        content += figure(state.pictures[i]);
    Json body{{"title", escapedHtml(article.title)}, {"content", content}, {"status", "publish"}};
    if (!state.pictures.empty())
        body["featured_media"] = std::stoll(state.pictures.front().id);
    if (outbound.dueAt && *outbound.dueAt > context.now + kAhead) {
        body["status"] = "future";
        body["date_gmt"] = gmtText(*outbound.dueAt);
    }
    return body;
}

/// The title stays unless it was made of the text; it is not repeated in it where the person wrote it above.
Json editedBody(const std::string &text, const State &state)
{
    const auto article = articleOf(text);
    if (!state.ownTitle)
        return {{"title", escapedHtml(article.title)}, {"content", toHtml(article.body) + state.figures}};
    const bool repeats = text.find('\n') != std::string::npos && text::fold(article.title) == text::fold(state.title);
    return {{"content", toHtml(repeats ? article.body : text) + state.figures}};
}

} // namespace

Result<PublishStep> postStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto *part = partOf(job);
    if (part == nullptr || (blank(part->text) && part->media.empty()))
        return fail(Errc::ContentRefused, "the text is empty");
    if (job.part > 0)
        return fail(Errc::Unsupported, "a site has articles, not threads");
    if (state.pictures.size() < part->media.size())
        return uploadStep(context, part->media[state.pictures.size()]);
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Once;
    step.request = jsonRequest(context, net::Method::Post, "/wp/v2/posts", articleBody(context, job.outbound, *part, state), {{"_fields", "id,status,link"}});
    return step;
}

Result<PublishOutcome> absorbPost(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    const auto *part = partOf(job);
    if (part != nullptr && state.pictures.size() < part->media.size())
        return absorbUpload(context, std::move(state), response);
    if (!response.ok()) {
        auto error = refusal(context, response);
        if (mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    const auto body = parseJson(response.body);
    const auto id = body ? idAt(*body, "id") : std::string{};
    if (id.empty())
        return fail(Errc::UnknownOutcome, "the site took it, but its answer cannot be read");
    return PublishOutcome(PublishDone{Place{id, {}}.nativeId(), text::cleanUtf8(textAt(*body, "link")), textAt(*body, "status") != "publish"});
}

Result<PublishStep> editStep(const Context &context, const PublishJob &job, const State &state)
{
    VIGIE_TRY(const auto place, targetOf(job));
    const auto *part = partOf(job);
    if (part == nullptr || blank(part->text))
        return fail(Errc::ContentRefused, "the text is empty");
    PublishStep step;
    if (!place.isComment() && !state.looked) {
        step.phase = "prepare";
        step.request = request(context, net::Method::Get, place.path(), {{"context", "edit"}, {"_fields", "id,title,content"}});
        return step;
    }
    Json body;
    if (place.isComment()) {
        body = {{"content", escapedHtml(part->text)}};
    } else {
        body = editedBody(part->text, state);
    }
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{24};
    step.request = jsonRequest(context, net::Method::Post, place.path(), body, {{"_fields", "id,link"}});
    return step;
}

Result<PublishOutcome> absorbEdit(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    VIGIE_TRY(const auto place, targetOf(job));
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!place.isComment() && !state.looked) {
        auto figures = figuresOfOurs(textAt(at(body, "content"), "raw"));
        if (!figures)
            return fail(Errc::ContentRefused, "the article has formatting that would be lost; edit it on the site");
        const auto raw = textAt(at(body, "content"), "raw");
        const auto words = text::fromHtml(std::string_view(raw).substr(0, raw.size() - figures->size())).text;
        state.title = text::fromHtml(textAt(at(body, "title"), "raw")).text;
        state.ownTitle = textOfArticle(state.title, words) != words;
        state.figures = std::move(*figures);
        state.looked = true;
        return PublishOutcome(state.text());
    }
    return PublishOutcome(PublishDone{place.nativeId(), text::cleanUtf8(textAt(body, "link")), false});
}

} // namespace vigie::connect::wordpress::publishing

namespace vigie::connect::wordpress {

namespace {
constexpr int kOwnPage = 50;
}

Result<net::Request> ownPostsRequest(const Context &context, const std::string &page)
{
    if (context.account.nativeId.empty())
        return fail(Errc::InvalidInput, "the account has no id yet");
    net::QueryPairs query{{"author", context.account.nativeId}, {"status", "publish,future,pending,draft,private"}, {"orderby", "id"}, {"order", "desc"},
                          {"per_page", std::to_string(kOwnPage)}, {"context", "edit"}, {"_fields", kPostFields}};
    if (!page.empty())
        query.emplace_back("offset", page);
    return request(context, net::Method::Get, "/wp/v2/posts", query);
}

Result<OwnPage> ownPage(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_array())
        return fail(Errc::Protocol, "the answer is not a list");
    OwnPage page;
    for (const auto &post : body) {
        const auto item = toPost(post, context.account, context.now);
        if (!item)
            continue;
        const bool featured = intAt(post, "featured_media").value_or(0) > 0;
        const auto at_ = gmtAt(post, "date_gmt").value_or(gmtAt(post, "modified_gmt").value_or(context.now));
        page.reaches = at_;
        const auto raw = textAt(at(post, "content"), "raw"); // as it was written, without what the site's typography made of it
        const auto title = text::fromHtml(textAt(at(post, "title"), "raw")).text;
        page.posts.push_back({item->nativeId, item->permalink, textOfArticle(title, text::fromHtml(raw).text), {}, at_,
                              (featured ? 1 : 0) + countPictures(raw), item->state != ItemState::Visible});
    }
    if (body.size() == kOwnPage) { // asked for once more by what the server was asked: the page's place is in its address
        int offset = 0;
        const auto url = net::parseUrl(response.finalUrl);
        for (const auto &[name, value] : url ? net::parseQuery(url->query) : net::QueryPairs{})
            if (name == "offset")
                std::from_chars(value.data(), value.data() + value.size(), offset);
        page.nextPage = std::to_string(std::max(offset, 0) + kOwnPage);
    }
    return page;
}

} // namespace vigie::connect::wordpress
