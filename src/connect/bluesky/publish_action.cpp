// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a post or a member without a text of ours.
#include "connect/bluesky/publish.hpp"
#include "connect/bluesky/publish_stages.hpp"
#include "connect/bluesky/tid.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace vigie::connect::bluesky::publishing {

namespace {

constexpr int kCreatePoints = 3, kUpdatePoints = 2;

/// The kinds of reports there are. Servers take any text for one, so it is chosen here: by the first word of what the
/// person writes ("spam: the same link under every post"), else "other".
struct Reason {
    std::string_view type, en, fr;
};
constexpr std::array<Reason, 6> kReasons{{{"reasonSpam", "spam", "spam"},
                                          {"reasonViolation", "violation", "infraction"},
                                          {"reasonMisleading", "misleading", "trompeur"},
                                          {"reasonSexual", "sexual", "sexuel"},
                                          {"reasonRude", "rude", "injurieux"},
                                          {"reasonOther", "other", "autre"}}};

Json reportOf(const PublishJob &job, const State &state)
{
    const auto &comment = job.outbound.comment;
    const auto word = lowerAscii(comment.substr(0, std::min(comment.find(':'), comment.size())));
    const auto *reason = std::find_if(kReasons.begin(), kReasons.end() - 1, [&](const Reason &one) { return word == one.en || word == one.fr; });
    const auto &seen = at(state.found, "seen");
    return {{"reasonType", "com.atproto.moderation.defs#" + std::string(reason->type)},
            {"reason", comment},
            {"subject", {{"$type", "com.atproto.repo.strongRef"}, {"uri", textAt(seen, "uri")}, {"cid", textAt(seen, "cid")}}}};
}

net::Request subjectRecord(const Context &context, const PublishJob &job, const State &state, const char *collection)
{
    const auto &seen = at(state.found, "seen");
    const Json record{{"$type", collection}, {"subject", {{"uri", textAt(seen, "uri")}, {"cid", textAt(seen, "cid")}}}, {"createdAt", createdAt(context, job)}};
    return putRecord(context, collection, recordKey(job), record, {}, kCreatePoints);
}

/// The thread's rules with the answer in or out of the list of hidden ones; whoever may answer stays as it is.
Result<net::Request> gateRequest(const Context &context, const PublishJob &job, const State &state)
{
    const auto root = parseAtUri(textAt(at(state.found, "target"), "root"));
    if (!root)
        return fail(Errc::InvalidInput, "only an answer can be hidden");
    constexpr const char *kGate = "app.bsky.feed.threadgate";
    constexpr std::size_t kMostHidden = 300;
    const auto &gate = at(state.found, "gate");
    auto record = gate.is_object() ? at(gate, "value") : Json{{"$type", kGate}, {"post", root->text()}, {"createdAt", createdAt(context, job)}};
    Json hidden = Json::array();
    for (const auto &uri : arrayAt(record, "hiddenReplies"))
        if (uri.is_string() && uri.get<std::string>() != job.outbound.targetNative)
            hidden.push_back(uri);
    if (job.outbound.kind == OutboundKind::HideReply)
        hidden.push_back(job.outbound.targetNative);
    if (hidden.size() > kMostHidden)
        return fail(Errc::PolicyRefused, "a conversation can have at most 300 hidden answers");
    record["hiddenReplies"] = std::move(hidden);
    return putRecord(context, kGate, root->rkey, record, gate.is_object() ? textAt(gate, "cid") : std::string{}, kUpdatePoints);
}

/// Takes back a like, a repost or a block by the record that the network says is ours.
Result<net::Request> removal(const Context &context, const std::string &record)
{
    const auto uri = parseAtUri(record);
    if (!uri || uri->did != context.account.nativeId)
        return fail(Errc::Protocol, "the network names no record of ours");
    return deleteRecord(context, *uri);
}

} // namespace

Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto &target = job.outbound.targetNative;
    const auto kind = job.outbound.kind;
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{24 * 365};
    if (kind == OutboundKind::ApproveItem || kind == OutboundKind::HoldItem || kind == OutboundKind::MarkSpam || kind == OutboundKind::RemoveItem || kind == OutboundKind::RestoreItem || kind == OutboundKind::BanMember)
        return fail(Errc::Unsupported);
    const bool member = kind == OutboundKind::MuteMember || kind == OutboundKind::UnmuteMember || kind == OutboundKind::BlockMember || kind == OutboundKind::UnblockMember;
    if (member ? !isDid(target) : !parseAtUri(target))
        return fail(Errc::InvalidInput, "nothing to act on");
    const auto &seen = at(state.found, "seen");
    switch (kind) {
    case OutboundKind::Delete: {
        VIGIE_TRY(step.request, removal(context, target));
        break;
    }
    case OutboundKind::Favourite: step.request = subjectRecord(context, job, state, "app.bsky.feed.like"); break;
    case OutboundKind::Boost: step.request = subjectRecord(context, job, state, "app.bsky.feed.repost"); break;
    case OutboundKind::Unfavourite: {
        VIGIE_TRY(step.request, removal(context, textAt(seen, "like")));
        break;
    }
    case OutboundKind::Unboost: {
        VIGIE_TRY(step.request, removal(context, textAt(seen, "repost")));
        break;
    }
    case OutboundKind::MuteMember: step.request = procedure(context, "app.bsky.graph.muteActor", {{"actor", target}}); break;
    case OutboundKind::UnmuteMember: step.request = procedure(context, "app.bsky.graph.unmuteActor", {{"actor", target}}); break;
    case OutboundKind::BlockMember:
        step.request = putRecord(context, "app.bsky.graph.block", recordKey(job), {{"$type", "app.bsky.graph.block"}, {"subject", target}, {"createdAt", createdAt(context, job)}}, {}, kCreatePoints);
        break;
    case OutboundKind::UnblockMember: {
        VIGIE_TRY(step.request, removal(context, textAt(state.found, "blocking")));
        break;
    }
    case OutboundKind::Report:
        step.request = procedure(context, "com.atproto.moderation.createReport", reportOf(job, state));
        step.effect = StepEffect::Once;
        step.keyValidFor = std::chrono::seconds{0};
        break;
    case OutboundKind::HideReply: case OutboundKind::UnhideReply: {
        VIGIE_TRY(step.request, gateRequest(context, job, state));
        break;
    }
    default: return fail(Errc::Unsupported);
    }
    return step;
}

Result<PublishOutcome> absorbSend(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto kind = job.outbound.kind;
    if (!response.ok()) {
        auto error = refusal(context, response);
        if (error.code == Errc::Protocol && response.status == 400)
            error.code = writesText(kind) ? Errc::ContentRefused : Errc::Forbidden; // an answer, and so nothing was done
        if (response.status >= 500 && response.status != 501 && response.status != 503 && kind != OutboundKind::Delete)
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    PublishDone done;
    done.nativeId = job.outbound.targetNative;
    if (writesText(kind) || kind == OutboundKind::Boost) {
        const auto body = parseJson(response.body);
        const auto uri = body ? parseAtUri(textAt(*body, "uri")) : std::nullopt;
        if (!uri)
            return fail(Errc::UnknownOutcome, "the server took it, but names no record");
        done.nativeId = uri->text();
        if (writesText(kind))
            done.permalink = permalinkOf(*uri);
    }
    return PublishOutcome(std::move(done)); // other answers may be empty, and of no type at all
}

} // namespace vigie::connect::bluesky::publishing
