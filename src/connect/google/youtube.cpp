// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/youtube.hpp"

#include "connect/google/google.hpp"
#include "connect/google/oauth_connector.hpp"

#include <algorithm>
#include <set>

namespace vigie::connect {

namespace youtube {

net::Request read(const Context &context, const char *what, const net::QueryPairs &query)
{
    auto made = google::request(context, net::Method::Get, kHost, std::string("/youtube/v3/") + what, query);
    made.cost = {"units", kReadUnits};
    return made;
}

net::Request write(const Context &context, net::Method method, const char *what, const net::QueryPairs &query, const Json *body)
{
    const auto path = std::string("/youtube/v3/") + what;
    auto made = body == nullptr ? google::request(context, method, kHost, path, query) : google::jsonRequest(context, method, kHost, path, query, *body);
    made.cost = {"units", kWriteUnits};
    return made;
}

Capabilities bestCapabilities()
{
    Capabilities all;
    for (const auto what : {Capability::Inbox, Capability::Reply, Capability::Edit, Capability::Delete, Capability::PostCounts, Capability::AccountCounts, Capability::Lookup,
                            Capability::HideReply, Capability::Moderate, Capability::RemoveOthers, Capability::BanMember})
        all.set(what);
    all.set(Capability::ListenKeyword, CapabilityReason::SearchScopeLimited); // a hundred pages a day for all who use one Google project
    for (const auto what : {Capability::Publish, Capability::Video, Capability::Insights, Capability::ServerSchedule, Capability::Stream})
        all.set(what, CapabilityReason::NotImplemented);
    return all;
}

} // namespace youtube

namespace {

using namespace youtube;

Descriptor describeYouTube()
{
    Descriptor all;
    all.id = "youtube";
    all.name = "YouTube";
    all.badge = "Yt";
    all.family = "video";
    all.ways = {google::desktopClient({kScope})};
    FieldSpec videos{"videos", FieldSpec::Kind::List, false, "https://youtu.be/dQw4w9WgXcQ", {}, "Videos of others to watch", "Vid\xC3\xA9os d'autres cha\xC3\xAEnes \xC3\xA0 suivre", {}, {}};
    all.fields = {videos, {"keywords", FieldSpec::Kind::List, false, "Maison Dubreuil"}};
    all.capabilities = bestCapabilities();
    all.rate = {600, std::chrono::seconds{60}, std::chrono::minutes{5}};
    all.length = {text::LengthRule::CodePoints, 10'000, 0};
    all.buckets = {{"units", 10'000, std::chrono::hours{24}, true, google::kQuotaZone}, {"search", 100, std::chrono::hours{24}, true, google::kQuotaZone}};
    all.policy.refreshOrDrop = std::chrono::hours{24 * 30};
    all.notice = Notice::GoogleProject;
    all.verification = Verification::Schema;
    all.verified = {{Capability::HideReply, Verification::DocumentsOnly}}; // the same request as holding, never judged by itself
    all.docs = "https://developers.google.com/youtube/v3/docs";
    return all;
}

Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> ids)
{
    if (ids.empty())
        return fail(Errc::InvalidInput, "nothing named");
    const bool videos = videoIn(ids.front()).has_value();
    std::string joined;
    for (const auto &id : ids) {
        const auto video = videoIn(id);
        if (video.has_value() == videos)
            joined += (joined.empty() ? "" : ",") + (video ? *video : id);
    }
    if (videos)
        return read(context, "videos", {{"part", "snippet,statistics"}, {"id", joined}});
    return read(context, "comments", {{"part", "snippet"}, {"id", joined}, {"textFormat", "plainText"}});
}

Result<LookupAnswer> lookupAnswer(const Context &context, std::span<const std::string> ids, const net::Response &response)
{
    VIGIE_TRY(const auto body, google::bodyOf(context, response));
    if (!at(body, "items").is_array())
        return fail(Errc::Protocol, "the look-up answered no list");
    LookupAnswer answer;
    const bool videos = !ids.empty() && videoIn(ids.front()).has_value();
    std::set<std::string> there;
    for (const auto &entry : arrayAt(body, "items"))
        if (auto item = videos ? toVideo(context, entry, false) : toComment(context, entry)) {
            there.insert(item->nativeId);
            answer.items.push_back(std::move(*item));
        }
    for (const auto &id : ids)
        if (videoIn(id).has_value() == videos && there.count(id) == 0)
            answer.gone.push_back(id);
    return answer;
}

class YouTube final : public google::OAuthConnector {
public:
    YouTube() : OAuthConnector(describeYouTube()) {}

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override
    {
        if (!soFar.empty())
            return std::optional<net::Request>{};
        return std::optional(read(context, "channels", {{"part", "snippet,statistics"}, {"mine", "true"}}));
    }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override
    {
        VIGIE_TRY(const auto body, google::bodyOf(context, answers.front()));
        const auto &channels = arrayAt(body, "items");
        if (channels.empty() || idAt(channels.front(), "id").empty())
            return fail(Errc::Forbidden, "this Google account has no YouTube channel");
        return toChannel(context, channels.front());
    }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override
    {
        if (id.empty() || videoIn(id))
            return fail(Errc::Unsupported, "only a comment has answers to read");
        return read(context, "comments", {{"part", "snippet"}, {"parentId", topLevel(id)}, {"maxResults", std::to_string(kPageSize)}, {"textFormat", "plainText"}});
    }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &, const net::Response &response) const override
    {
        VIGIE_TRY(const auto body, google::bodyOf(context, response));
        ThreadAnswer answer;
        for (const auto &entry : arrayAt(body, "items"))
            if (auto item = toComment(context, entry))
                answer.items.push_back(std::move(*item));
        return answer;
    }
    /// Comments and videos are asked for at two addresses: where both may be known, one at a time.
    int lookupBatch(const Account &account) const override { return account.setting("keywords").empty() ? kLookupBatch : 1; }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override { return lookupRequest(context, ids); }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override { return lookupAnswer(context, ids, response); }

    std::string sentText(const Context &, const PublishJob &job) const override { return outgoingText(job); }
    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &) const override { return publishStep(context, job); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &, const net::Response &response) const override { return publishAbsorb(context, job, response); }

    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return readBackRequest(context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return readBack(context, job, response); }

    std::optional<Candidate> guess(std::string_view typed) const override
    {
        for (const auto *name : {"youtube.com", "youtu.be"})
            if (typed.find(name) != std::string_view::npos) {
                Candidate found{"youtube", {}, {}, "YouTube", 90};
                if (auto id = videoIdOf(typed); !id.empty())
                    found.settings.push_back({"videos", std::move(id)});
                return found;
            }
        return std::nullopt;
    }
};

} // namespace

std::unique_ptr<Connector> makeYouTube()
{
    return std::make_unique<YouTube>();
}

} // namespace vigie::connect
