// SPDX-License-Identifier: GPL-3.0-or-later
// What a network says it offers, held against what its connector does: behind each capability that is offered stands the
// operation, behind each that is not stands none. Every network of the catalogue is covered the day it joins it.
#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace vigie;
using namespace vigie::connect;

namespace {

constexpr Instant kNow{std::chrono::seconds{1795255200}};

std::string valueFor(const FieldSpec &field)
{
    if (field.kind == FieldSpec::Kind::Choice && !field.choices.empty())
        return field.key == "live" ? field.choices.back() : field.choices.front(); // what is off by default is switched on
    if (!field.example.empty())
        return field.example;
    return field.kind == FieldSpec::Kind::Url ? "https://net.example/" : field.kind == FieldSpec::Kind::Money ? "5" : "one";
}

/// An account with all that its network asks for, and all that it may offer at best.
Account suitable(const Descriptor &network)
{
    Account account;
    account.connector = network.id;
    account.instance = "https://net.example";
    account.nativeId = "1";
    account.handle = "brand@net.example";
    account.name = "Brand";
    account.capabilities = network.capabilities;
    account.limits.serverVersion = "4.5.0";
    account.limits.streamingUrl = "https://net.example";
    account.limits.mimeTypes = {"image/png", "video/mp4"};
    account.policy = network.policy;
    const auto fill = [&](const std::vector<FieldSpec> &fields) {
        for (const auto &field : fields)
            if (field.kind != FieldSpec::Kind::Secret && field.key != "instance")
                account.set(field.key, valueFor(field));
    };
    fill(network.fields);
    for (const auto &way : network.ways)
        fill(way.fields);
    return account;
}

Credential signedIn(const Descriptor &network)
{
    Credential credential;
    credential.access = Secret("access");
    credential.refresh = Secret("refresh");
    for (const auto &way : network.ways)
        for (const auto &field : way.fields)
            if (field.kind == FieldSpec::Kind::Secret)
                credential.set(field.key, Secret("secret"));
    return credential;
}

struct Deed {
    Capability behind;
    std::vector<OutboundKind> kinds; ///< one of them is enough to keep the promise; none may be there without it
};
const std::vector<Deed> &deeds()
{
    using C = Capability;
    using K = OutboundKind;
    static const std::vector<Deed> all{{C::Publish, {K::Post}}, {C::Reply, {K::Reply}}, {C::Edit, {K::Edit}}, {C::Delete, {K::Delete}},
                                       {C::Favourite, {K::Favourite, K::Unfavourite}}, {C::Boost, {K::Boost, K::Unboost}}, {C::Mute, {K::MuteMember, K::UnmuteMember}},
                                       {C::Block, {K::BlockMember, K::UnblockMember}}, {C::Report, {K::Report}}, {C::HideReply, {K::HideReply, K::UnhideReply}},
                                       {C::Moderate, {K::ApproveItem, K::HoldItem, K::MarkSpam}}, {C::RemoveOthers, {K::RemoveItem, K::RestoreItem}},
                                       {C::BanMember, {K::BanMember}}};
    return all;
}

class Judge {
public:
    explicit Judge(const Connector &connector)
        : connector_(connector), account_(suitable(connector.describe())), credential_(signedIn(connector.describe())), context_{account_, credential_.access, kNow, &credential_}
    {
    }

    std::vector<std::string> offences()
    {
        for (const auto &deed : deeds()) {
            const bool done = std::any_of(deed.kinds.begin(), deed.kinds.end(), [&](OutboundKind kind) { return does(kind); });
            expect(deed.behind, done);
        }
        expect(Capability::Lookup, there(connector_.buildLookup(context_, std::vector<std::string>{"1"})));
        expect(Capability::Insights, there(connector_.buildInsights(context_, {{}, kNow - std::chrono::hours(48), kNow, {}})));
        streams();
        needing();
        return std::move(offences_);
    }

private:
    template <class T>
    static bool there(const Result<T> &result)
    {
        return result || result.error().code != Errc::Unsupported;
    }
    bool does(OutboundKind kind) const
    {
        Outbound outbound;
        outbound.account = AccountId{1};
        outbound.kind = kind;
        outbound.target = ItemId{1};
        outbound.targetNative = "1";
        outbound.createdAt = outbound.changedAt = kNow;
        OutboundPart part;
        part.text = "words";
        part.idempotencyKey = "0123456789abcdef0123456789abcdef";
        outbound.parts.push_back(part);
        const PublishJob job{outbound, 0, kind == OutboundKind::Reply ? "1" : "", "ada@net.example"};
        return there(connector_.nextStep(context_, job, {}));
    }
    void streams()
    {
        const auto all = connector_.streams(account_);
        const auto can = [&](Capability what) { return account_.capabilities.has(what); };
        const bool reads = std::any_of(all.begin(), all.end(), [&](const StreamSpec &one) {
            return there(connector_.buildFetch(context_, {one.name, Direction::Forward, {}, {}}));
        });
        for (const auto what : {Capability::ListenTag, Capability::ListenKeyword})
            if (can(what) && !reads)
                say(what, "is offered, and no stream is read");
        const bool addressed = std::any_of(all.begin(), all.end(), [](const StreamSpec &one) { return one.inbox; });
        const bool inbox = can(Capability::Inbox) || can(Capability::DirectMessages) || can(Capability::Reviews);
        if (inbox != addressed)
            say(Capability::Inbox, inbox ? "is offered, and no stream is addressed to us" : "is not offered, and a stream is addressed to us");
        expect(Capability::Stream, std::any_of(all.begin(), all.end(), [&](const StreamSpec &one) { return there(connector_.buildStream(context_, one.name, {})); }));
        for (const auto &one : all)
            if (!one.firehose && !there(connector_.buildFetch(context_, {one.name, Direction::Forward, {}, {}})))
                offences_.push_back("stream " + one.name + " cannot be read");
    }
    /// Manners of publishing are worth nothing without it.
    void needing()
    {
        using C = Capability;
        const bool writes = account_.capabilities.has(C::Publish) || account_.capabilities.has(C::Reply);
        for (const auto what : {C::Threads, C::Images, C::Video, C::AltText, C::ContentWarning, C::Quote, C::LinkCard, C::ServerSchedule})
            if (account_.capabilities.has(what) && !writes)
                say(what, "is offered where nothing is published");
    }
    void expect(Capability what, bool there)
    {
        if (account_.capabilities.has(what) != there)
            say(what, there ? "is not offered, and done all the same" : "is offered, and nothing does it");
    }
    void say(Capability what, const char *words) { offences_.push_back(std::string(toString(what)) + ' ' + words); }

    const Connector &connector_;
    Account account_;
    Credential credential_;
    Context context_;
    std::vector<std::string> offences_;
};

std::string joined(const std::vector<std::string> &lines)
{
    std::string all;
    for (const auto &line : lines)
        all += line + '\n';
    return all;
}

/// Says one thing and does another.
class Boaster final : public Connector {
public:
    Boaster()
    {
        network_.id = "boaster";
        network_.capabilities.set(Capability::Publish).set(Capability::Inbox).set(Capability::ListenTag).set(Capability::Lookup).set(Capability::Stream);
    }
    const Descriptor &describe() const override { return network_; }
    Result<std::optional<net::Request>> buildWhoAmI(const Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    Result<WhoAmI> parseWhoAmI(const Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    std::vector<StreamSpec> streams(const Account &) const override { return {}; }
    Result<net::Request> buildFetch(const Context &, const FetchSpec &) const override { return fail(Errc::Unsupported); }
    Result<FetchPage> parseFetch(const Context &, const FetchSpec &, const net::Response &) const override { return fail(Errc::Unsupported); }
    Result<PublishStep> nextStep(const Context &, const PublishJob &job, const PublishState &) const override
    {
        if (job.outbound.kind == OutboundKind::BanMember)
            return PublishStep{};
        return fail(Errc::Unsupported);
    }

private:
    Descriptor network_;
};

} // namespace

TEST_CASE("contract: what each network offers is done, and what it does not offer is not", "[contract]")
{
    const auto catalogue = builtinCatalogue();
    REQUIRE_FALSE(catalogue.all().empty());
    for (const auto &connector : catalogue.all()) {
        const auto offences = Judge(*connector).offences();
        INFO(connector->describe().id << ":\n" << joined(offences));
        CHECK(offences.empty());
    }
}

TEST_CASE("contract: a connector that boasts, or does what it does not say, is found out", "[contract]")
{
    const auto offences = Judge(Boaster()).offences();
    for (const auto *said : {"publish is offered, and nothing does it", "inbox is offered, and no stream is addressed to us", "listen_tag is offered, and no stream is read",
                             "lookup is offered, and nothing does it", "stream is offered, and nothing does it", "ban_member is not offered, and done all the same"}) {
        INFO(said << " in\n" << joined(offences));
        CHECK(std::find(offences.begin(), offences.end(), said) != offences.end());
    }
    CHECK(offences.size() == 6);
}

TEST_CASE("contract: descriptors are whole", "[contract]")
{
    const auto catalogue = builtinCatalogue();
    std::vector<std::string> ids;
    for (const auto &connector : catalogue.all()) {
        const auto &network = connector->describe();
        INFO(network.id);
        CHECK_FALSE(network.id.empty());
        CHECK_FALSE(network.name.empty());
        CHECK(network.badge.size() >= 1);
        CHECK(network.badge.size() <= 4); // two letters
        CHECK_FALSE(network.family.empty());
        CHECK(network.rate.requests > 0);
        CHECK(network.rate.pollEvery.count() > 0);
        ids.push_back(network.id);
        for (const auto &way : network.ways) {
            const bool asksSecret = std::any_of(way.fields.begin(), way.fields.end(), [](const FieldSpec &field) {
                return field.kind == FieldSpec::Kind::Secret || field.kind == FieldSpec::Kind::File; // a key file is kept as a secret
            });
            const bool typed = way.kind != AuthKind::OAuthCode && way.kind != AuthKind::DeviceCode && way.kind != AuthKind::None;
            CHECK((asksSecret || !typed)); // a typed sign-in types something that is kept secret
        }
        for (const auto &field : network.fields)
            CHECK(field.kind != FieldSpec::Kind::Secret); // secrets belong to a way to sign in
        // What is listed as tried is something that is offered.
        for (const auto &[what, level] : network.verified) {
            INFO(toString(what));
            CHECK(network.capabilities.has(what));
        }
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}
