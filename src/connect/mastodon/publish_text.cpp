// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, answers and edits: the text as it leaves, the form, and what the answer means.
#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"
#include "connect/mastodon/publish.hpp"
#include "connect/mastodon/publish_stages.hpp"

#include "connect/mastodon/mapping.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/length.hpp>

#include <cctype>

namespace vigie::connect::mastodon::publishing {

namespace {

bool mentions(const std::string &text, const std::string &handle)
{
    const auto inText = lowerAscii(text), wanted = "@" + lowerAscii(handle);
    for (auto at = inText.find(wanted); at != std::string::npos; at = inText.find(wanted, at + 1)) {
        const auto after = at + wanted.size();
        const bool begins = at == 0 || (std::isalnum(static_cast<unsigned char>(inText[at - 1])) == 0 && inText[at - 1] != '@');
        const bool ends = after >= inText.size() || (std::isalnum(static_cast<unsigned char>(inText[after])) == 0 && inText[after] != '@' && inText[after] != '_');
        if (begins && ends)
            return true;
    }
    return false;
}

const char *visibilityName(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Unlisted: return "unlisted";
    case Visibility::Followers: return "private";
    case Visibility::Direct: return "direct";
    case Visibility::Public: case Visibility::Unknown: break;
    }
    return "public";
}

net::QueryPairs statusForm(const Context &context, const PublishJob &job, const OutboundPart &part, const State &state)
{
    const auto &outbound = job.outbound;
    net::QueryPairs form{{"status", outgoingText(context, job)}};
    // Always said: the account's own defaults would otherwise decide who sees it.
    if (outbound.kind != OutboundKind::Edit)
        form.emplace_back("visibility", visibilityName(outbound.visibility));
    if (!state.noLanguage && outbound.lang.size() == 2)
        form.emplace_back("language", outbound.lang);
    if (!outbound.warning.empty() || outbound.kind == OutboundKind::Edit)
        form.emplace_back("spoiler_text", outbound.warning);
    form.emplace_back("sensitive", outbound.sensitive ? "true" : "false");
    if (outbound.kind != OutboundKind::Edit && !job.inReplyTo.empty())
        form.emplace_back("in_reply_to_id", job.inReplyTo);
    for (const auto &upload : state.uploads)
        form.emplace_back("media_ids[]", upload.id);
    if (part.media.empty())
        for (const auto &id : state.kept)
            form.emplace_back("media_ids[]", id);
    return form;
}

} // namespace

Result<PublishStep> textStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    const auto text = outgoingText(context, job);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos && part->media.empty() && state.kept.empty())
        return fail(Errc::ContentRefused, "the text is empty");
    const auto &limits = context.account.limits;
    const auto length = text::measure(text, {text::LengthRule::Mastodon, limits.maxCharacters, limits.urlCost}, job.outbound.warning);
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text has " + std::to_string(length.used) + " characters, the server takes " + std::to_string(limits.maxCharacters));
    const bool edit = job.outbound.kind == OutboundKind::Edit;
    if (edit && job.outbound.targetNative.empty())
        return fail(Errc::InvalidInput, "no post to edit");
    if (job.outbound.kind == OutboundKind::Reply && job.inReplyTo.empty())
        return fail(Errc::InvalidInput, "no post to answer");
    PublishStep step;
    step.phase = "send";
    step.request = formRequest(context, edit ? net::Method::Put : net::Method::Post, edit ? statusPath(job.outbound.targetNative) : "/api/v1/statuses", statusForm(context, job, *part, state));
    if (!edit && !part->idempotencyKey.empty())
        step.request.headers.push_back({"Idempotency-Key", part->idempotencyKey});
    const bool repeatable = edit || (!part->idempotencyKey.empty() && honoursKeys(context.account));
    step.effect = repeatable ? StepEffect::Idempotent : StepEffect::Once;
    step.keyValidFor = repeatable ? kKeyValid : std::chrono::seconds{0};
    return step;
}

Result<PublishOutcome> absorbText(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    const bool edit = job.outbound.kind == OutboundKind::Edit;
    if (!response.ok()) {
        auto error = refusal(context, response);
        const bool content = response.status == 400 || (response.status == 422 && error.code == Errc::ContentRefused);
        if (content && !state.noLanguage && lowerAscii(error.detail).find("language") != std::string::npos) {
            state.noLanguage = true;
            return PublishOutcome(state.text());
        }
        if (content || response.status == 413)
            error.code = Errc::ContentRefused;
        if (!edit && mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    const auto body = parseJson(response.body);
    if (!body || !body->is_object())
        return fail(Errc::UnknownOutcome, "the server took it, but its answer cannot be read");
    PublishDone done;
    // A scheduled post has another id than the post it becomes, so its id would lead nowhere.
    done.held = at(*body, "scheduled_at").is_string() && !at(*body, "content").is_string();
    if (done.held)
        return PublishOutcome(std::move(done));
    const auto item = toItem(*body, reading(context, &response));
    if (!item)
        return fail(Errc::UnknownOutcome, "the server took it, but names no id");
    // An edit keeps the identity we know: snac answers with another id, made from the time of the change.
    done.nativeId = edit ? job.outbound.targetNative : item->nativeId;
    done.permalink = item->permalink;
    return PublishOutcome(std::move(done));
}

} // namespace vigie::connect::mastodon::publishing

namespace vigie::connect::mastodon {

std::string outgoingText(const Context &context, const PublishJob &job)
{
    const auto *part = publishing::partOf(job);
    if (part == nullptr)
        return {};
    if (job.outbound.kind != OutboundKind::Reply || job.part != 0 || job.targetHandle.empty())
        return part->text;
    const auto domain = localDomain(context.account);
    const auto handle = canonicalHandle(job.targetHandle, domain);
    const bool ourselves = lowerAscii(handle) == lowerAscii(canonicalHandle(context.account.handle, domain));
    // For a neighbour the short form is enough, and the only one that survives a host with a port.
    const auto sign = handle.find('@');
    const bool neighbour = handle.substr(sign + 1) == domain;
    const auto shortest = neighbour ? handle.substr(0, sign) : handle;
    if (ourselves || publishing::mentions(part->text, handle) || (neighbour && publishing::mentions(part->text, shortest)))
        return part->text;
    return "@" + shortest + " " + part->text;
}

} // namespace vigie::connect::mastodon
