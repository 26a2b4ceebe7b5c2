// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/publish.hpp"

#include "connect/mastodon/mapping.hpp"

#include <vigie/text/length.hpp>

#include <algorithm>
#include <cctype>

namespace vigie::connect::mastodon {

namespace {

/// Mastodon forgets a key after one hour; ten minutes are left for clocks and queues.
constexpr std::chrono::seconds kKeyValid{3000};
constexpr std::chrono::milliseconds kUploadTimeout{300'000};
constexpr int kMediaChecks = 60;   ///< with the waits below about 14 minutes, as long as a long video may take
constexpr int kMediaMissing = 3;   ///< a 404 right after the upload is no proof

struct Upload {
    std::string id;
    bool ready = false;
};

/// PublishState, read.
struct State {
    std::vector<Upload> uploads;
    std::vector<std::string> kept;  ///< Edit: media the post already has
    std::string account;            ///< Report: who wrote the reported post
    bool looked = false, oldUpload = false, noLanguage = false;
    int checks = 0, missing = 0;

    [[nodiscard]] PublishState text() const
    {
        Json media = Json::array();
        for (const auto &upload : uploads)
            media.push_back({{"id", upload.id}, {"ready", upload.ready}});
        return {dump(Json{{"media", media}, {"kept", kept}, {"account", account}, {"looked", looked}, {"oldUpload", oldUpload}, {"noLanguage", noLanguage}, {"checks", checks}, {"missing", missing}})};
    }
    static State from(const PublishState &stored)
    {
        State state;
        const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
        if (!json)
            return state;
        for (const auto &upload : arrayAt(*json, "media"))
            state.uploads.push_back({idAt(upload, "id"), boolAt(upload, "ready")});
        for (const auto &id : arrayAt(*json, "kept"))
            state.kept.push_back(asId(id));
        state.account = textAt(*json, "account");
        state.looked = boolAt(*json, "looked");
        state.oldUpload = boolAt(*json, "oldUpload");
        state.noLanguage = boolAt(*json, "noLanguage");
        state.checks = static_cast<int>(intAt(*json, "checks").value_or(0));
        state.missing = static_cast<int>(intAt(*json, "missing").value_or(0));
        return state;
    }
};

enum class Stage : std::uint8_t { Look, Upload, Wait, Send };

bool writesText(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Edit;
}

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

/// Media that a failed attempt already brought there is not sent again.
State withKnownMedia(State state, const OutboundPart *part)
{
    if (part != nullptr)
        while (state.uploads.size() < part->media.size() && !part->media[state.uploads.size()].nativeId.empty())
            state.uploads.push_back({part->media[state.uploads.size()].nativeId, true});
    return state;
}

Stage stageOf(const PublishJob &job, const State &state)
{
    const auto *part = partOf(job);
    const bool editKeepsMedia = job.outbound.kind == OutboundKind::Edit && part != nullptr && part->media.empty();
    if ((editKeepsMedia || job.outbound.kind == OutboundKind::Report) && !state.looked)
        return Stage::Look;
    if (!writesText(job.outbound.kind) || part == nullptr)
        return Stage::Send;
    if (!state.uploads.empty() && !state.uploads.back().ready)
        return Stage::Wait;
    return state.uploads.size() < part->media.size() ? Stage::Upload : Stage::Send;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool mentions(const std::string &text, const std::string &handle)
{
    const auto inText = lower(text), wanted = "@" + lower(handle);
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

std::string statusPath(const std::string &id, const char *action = "")
{
    return "/api/v1/statuses/" + net::encodeComponent(id) + action;
}

Result<PublishStep> uploadStep(const Context &context, const OutboundPart &part, const State &state)
{
    const auto &media = part.media[state.uploads.size()];
    const auto &limits = context.account.limits;
    if (static_cast<int>(part.media.size()) > limits.maxMedia)
        return fail(Errc::ContentRefused, "the server takes at most " + std::to_string(limits.maxMedia) + " attachments");
    if (!limits.mimeTypes.empty() && !media.mime.empty() && std::find(limits.mimeTypes.begin(), limits.mimeTypes.end(), media.mime) == limits.mimeTypes.end())
        return fail(Errc::ContentRefused, "the server does not take " + media.mime);
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Post, state.oldUpload ? "/api/v1/media" : "/api/v2/media");
    step.request.timeout = kUploadTimeout;
    net::FormPart file;
    file.name = "file";
    file.filePath = media.path;
    file.fileName = media.path.substr(media.path.find_last_of('/') + 1);
    file.mimeType = media.mime;
    step.request.form.push_back(std::move(file));
    if (!media.alt.empty()) {
        net::FormPart alt;
        alt.name = "description";
        alt.value = media.alt;
        step.request.form.push_back(std::move(alt));
    }
    return step;
}

PublishStep waitStep(const Context &context, const State &state)
{
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Get, "/api/v1/media/" + net::encodeComponent(state.uploads.back().id));
    step.notBefore = std::chrono::seconds(std::min(15, 1 << std::min(state.checks, 4)));
    return step;
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

Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto &target = job.outbound.targetNative;
    if (target.empty())
        return fail(Errc::InvalidInput, "nothing to act on");
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = kKeyValid;
    const auto status = [&](const char *action) { step.request = request(context, net::Method::Post, statusPath(target, action)); };
    const auto member = [&](const char *action) { step.request = request(context, net::Method::Post, "/api/v1/accounts/" + net::encodeComponent(target) + action); };
    switch (job.outbound.kind) {
    case OutboundKind::Delete: step.request = request(context, net::Method::Delete, statusPath(target)); break;
    case OutboundKind::Favourite: status("/favourite"); break;
    case OutboundKind::Unfavourite: status("/unfavourite"); break;
    case OutboundKind::Boost:
        status("/reblog");
        // Mastodon answers with the boost that is there already; that others do is not known.
        if (!honoursKeys(context.account))
            step.effect = StepEffect::Once;
        break;
    case OutboundKind::Unboost: status("/unreblog"); break;
    case OutboundKind::MuteMember: member("/mute"); break;
    case OutboundKind::UnmuteMember: member("/unmute"); break;
    case OutboundKind::BlockMember: member("/block"); break;
    case OutboundKind::UnblockMember: member("/unblock"); break;
    case OutboundKind::Report:
        step.request = formRequest(context, net::Method::Post, "/api/v1/reports", {{"account_id", state.account}, {"status_ids[]", target}, {"comment", job.outbound.comment}, {"forward", "false"}});
        step.effect = StepEffect::Once;
        break;
    case OutboundKind::Post: case OutboundKind::Reply: case OutboundKind::Edit: return fail(Errc::Internal, "not an action");
    }
    if (step.effect == StepEffect::Once)
        step.keyValidFor = std::chrono::seconds{0};
    return step;
}

Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    VIGIE_TRY(const auto status, bodyOf(context, response));
    state.looked = true;
    state.account = idAt(at(status, "account"), "id");
    if (job.outbound.kind == OutboundKind::Report && state.account.empty())
        return fail(Errc::Protocol, "the server does not say who wrote it");
    for (const auto &media : arrayAt(status, "media_attachments"))
        if (auto id = idAt(media, "id"); !id.empty())
            state.kept.push_back(std::move(id));
    return PublishOutcome(state.text());
}

Result<PublishOutcome> absorbUpload(const Context &context, State state, const net::Response &response)
{
    if ((response.status == 404 || response.status == 405) && !state.oldUpload) {
        state.oldUpload = true;
        return PublishOutcome(state.text());
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    auto id = idAt(body, "id");
    if (id.empty())
        return fail(Errc::Protocol, "the upload got no id");
    state.uploads.push_back({std::move(id), response.status != 202});
    state.checks = state.missing = 0;
    return PublishOutcome(state.text());
}

Result<PublishOutcome> absorbWait(const Context &context, State state, const net::Response &response)
{
    ++state.checks;
    if (response.status == 404)
        ++state.missing;
    else if (!response.ok())
        return fail(refusal(context, response));
    // 206: still at work. Where the end point does not exist at all, only the post itself can tell.
    if (response.status != 206 && (response.status != 404 || state.missing >= kMediaMissing))
        state.uploads.back().ready = true;
    else if (state.checks >= kMediaChecks)
        return fail(Errc::Timeout, "the server does not finish processing the media");
    return PublishOutcome(state.text());
}

/// A 5xx after a write tells nothing of whether it took effect; 503 is Mastodon's way of not even beginning.
bool mayHaveTakenEffect(int status)
{
    return status >= 500 && status != 501 && status != 503;
}

Result<PublishOutcome> absorbText(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    const bool edit = job.outbound.kind == OutboundKind::Edit;
    if (!response.ok()) {
        auto error = refusal(context, response);
        const bool content = response.status == 400 || (response.status == 422 && error.code == Errc::ContentRefused);
        if (content && !state.noLanguage && lower(error.detail).find("language") != std::string::npos) {
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

Result<PublishOutcome> absorbAction(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto kind = job.outbound.kind;
    const bool absent = response.status == 404 || response.status == 410;
    // snac 2.75 has no such call: its 404 says nothing of the post, which is still there.
    if (kind == OutboundKind::Delete && absent && softwareOf(context.account.limits.serverVersion) == Software::Snac)
        return fail(Errc::Unsupported, "this server does not delete posts for other programs");
    if (!response.ok() && !(kind == OutboundKind::Delete && absent)) {
        auto error = refusal(context, response);
        if (error.code == Errc::ContentRefused)
            error.code = Errc::Forbidden;
        if ((kind == OutboundKind::Report || kind == OutboundKind::Boost) && mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    PublishDone done;
    done.nativeId = job.outbound.targetNative;
    if (kind == OutboundKind::Boost) {
        const auto body = parseJson(response.body);
        if (body && !idAt(*body, "id").empty())
            done.nativeId = idAt(*body, "id");
    }
    return PublishOutcome(std::move(done));
}

} // namespace

std::string outgoingText(const Context &context, const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return {};
    if (job.outbound.kind != OutboundKind::Reply || job.part != 0 || job.targetHandle.empty())
        return part->text;
    const auto domain = localDomain(context.account);
    const auto handle = canonicalHandle(job.targetHandle, domain);
    const bool ourselves = lower(handle) == lower(canonicalHandle(context.account.handle, domain));
    // For a neighbour the short form is enough, and the only one that survives a host with a port.
    const auto sign = handle.find('@');
    const bool neighbour = handle.substr(sign + 1) == domain;
    const auto shortest = neighbour ? handle.substr(0, sign) : handle;
    if (ourselves || mentions(part->text, handle) || (neighbour && mentions(part->text, shortest)))
        return part->text;
    return "@" + shortest + " " + part->text;
}

Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    const auto *part = partOf(job);
    const auto state = withKnownMedia(State::from(stored), part);
    switch (stageOf(job, state)) {
    case Stage::Look: {
        if (job.outbound.targetNative.empty())
            return fail(Errc::InvalidInput, "nothing to act on");
        PublishStep step;
        step.phase = "prepare";
        step.request = request(context, net::Method::Get, statusPath(job.outbound.targetNative));
        return step;
    }
    case Stage::Upload: return uploadStep(context, *part, state);
    case Stage::Wait: return waitStep(context, state);
    case Stage::Send: break;
    }
    return writesText(job.outbound.kind) ? textStep(context, job, state) : actionStep(context, job, state);
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    auto state = withKnownMedia(State::from(stored), partOf(job));
    switch (stageOf(job, state)) {
    case Stage::Look: return absorbLook(context, job, std::move(state), response);
    case Stage::Upload: return absorbUpload(context, std::move(state), response);
    case Stage::Wait: return absorbWait(context, std::move(state), response);
    case Stage::Send: break;
    }
    return writesText(job.outbound.kind) ? absorbText(context, job, std::move(state), response) : absorbAction(context, job, response);
}

} // namespace vigie::connect::mastodon
