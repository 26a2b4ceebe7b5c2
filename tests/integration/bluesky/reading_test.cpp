// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of reading: paging, ties, facets, threads, deletions, blocks, mutes, times, handles, states, counts and labels.
#include "integration/bluesky/crew.hpp"

using namespace vigie;
using namespace vigie::bsky;

namespace {

constexpr const char *kPost = "app.bsky.feed.post";

/// Many posts in one write.
void sayMany(const Person &who, const std::vector<Json> &records)
{
    for (std::size_t from = 0; from < records.size(); from += 150) {
        Json writes = Json::array();
        for (std::size_t i = from; i < std::min(records.size(), from + 150); ++i)
            writes.push_back({{"$type", "com.atproto.repo.applyWrites#create"}, {"collection", kPost}, {"value", records[i]}});
        const auto reply = who.post("com.atproto.repo.applyWrites", {{"repo", who.did}, {"writes", writes}});
        INFO(reply.raw);
        REQUIRE(reply.status == 200);
    }
}

Json answerRecord(const Ref &root, const std::string &text, std::int64_t milliseconds)
{
    return {{"$type", kPost}, {"text", text}, {"createdAt", stamp(milliseconds)}, {"reply", {{"root", root.json()}, {"parent", root.json()}}}};
}

/// Pages of another size than Vigie asks for.
void pageBy(Crew &crew, int size)
{
    crew.http.before = [size](net::Request &request) {
        if (const auto at = request.url.find("limit=100"); at != std::string::npos)
            request.url.replace(at, 9, "limit=" + std::to_string(size));
    };
}

void readAll(Crew &crew)
{
    for (int run = 0; run < 8; ++run) {
        const auto report = crew.sync(200);
        REQUIRE(report.ok());
        if (std::all_of(report.streams.begin(), report.streams.end(), [](const auto &one) { return one.backfillDone; }))
            return;
    }
}

std::string stateOf(Crew &crew, const std::string &uri)
{
    const auto item = crew.find(uri);
    return item ? toString(item->state) : "absent";
}

} // namespace

TEST_CASE("bluesky 01: paging is complete whatever the size of a page")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Bonjour a tous");
    settled();
    std::vector<Json> records;
    for (int i = 0; i < 106; ++i)
        records.push_back(answerRecord(root, "reponse numero " + std::to_string(i), i - 5000));
    sayMany(fan, records);
    settled();
    for (const int size : {3, 7, 100}) {
        INFO(size);
        Crew crew(brand);
        pageBy(crew, size);
        readAll(crew);
        CHECK(crew.stored("reponse") == 106);
        const auto again = crew.sync();
        CHECK(again.inserted() == 0);
        CHECK(crew.stored("reponse") == 106);
    }
}

TEST_CASE("bluesky 02: two of the same millisecond at the border of a page are both stored")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Une question ?");
    settled();
    std::vector<Json> records;
    for (int pair = 0; pair < 10; ++pair)
        for (int i = 0; i < 2; ++i) {
            records.push_back(answerRecord(root, "jumeau " + std::to_string(pair), 0));
            records.back()["createdAt"] = "2026-11-20T10:00:0" + std::to_string(pair) + ".500Z";
        }
    sayMany(fan, records);
    settled();
    for (const int size : {3, 5, 7, 100}) {
        INFO(size);
        Crew crew(brand);
        pageBy(crew, size);
        readAll(crew);
        CHECK(crew.stored("jumeau") == 20);
    }
}

TEST_CASE("bluesky 03: where a list ends")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand);
    const auto account = crew.us();
    const Secret none;
    const connect::Context context{account, none, crew.clock.now()};
    connect::FetchSpec spec{"own", connect::Direction::Backfill, {}, {}};
    const auto read = [&](const char *body) {
        net::Response response;
        response.status = 200;
        response.body = body;
        return Crew::network().parseFetch(context, spec, response);
    };
    const auto last = must(read(R"({"feed":[]})"));
    CHECK(last.nextPage.empty());
    const auto empty = must(read(R"({"feed":[],"cursor":"abc"})"));
    REQUIRE_FALSE(empty.nextPage.empty());
    spec.page = empty.nextPage;
    const auto repeated = read(R"({"feed":[],"cursor":"abc"})");
    REQUIRE_FALSE(repeated);
    CHECK(repeated.error().code == Errc::Protocol);
    // The real network: the end of a list that was read whole.
    brand.say("un seul");
    settled();
    CHECK(crew.sync().ok());
    CHECK(crew.sync().ok());
    CHECK(crew.stored("seul") == 1);
}

TEST_CASE("bluesky 04: what is said while a list is read is neither lost nor doubled")
{
    Person brand("brand");
    std::vector<Json> records;
    for (int i = 0; i < 30; ++i)
        records.push_back({{"$type", kPost}, {"text", "billet " + std::to_string(i)}, {"createdAt", stamp(i * 100 - 60'000)}});
    sayMany(brand, records);
    settled();
    Crew crew(brand);
    std::atomic<int> pages{0};
    crew.http.before = [&](net::Request &request) {
        const auto at = request.url.find("limit=100");
        if (at == std::string::npos || request.url.find("getAuthorFeed") == std::string::npos)
            return;
        request.url.replace(at, 9, "limit=10");
        if (++pages == 2) {
            brand.say("billet tardif");
            settled();
        }
    };
    readAll(crew);
    crew.sync();
    CHECK(pages >= 4);
    CHECK(crew.stored("billet") == 31);
}

TEST_CASE("bluesky 08: facets that cannot be right are left out, the text is shown")
{
    Person brand("brand"), fan("fan");
    const std::string type = "app.bsky.richtext.facet#tag";
    const auto facet = [&](int begin, int end, const char *tag) { return Json{{"index", {{"byteStart", begin}, {"byteEnd", end}}}, {"features", Json::array({{{"$type", type}, {"tag", tag}}})}}; };
    const auto said = fan.say("caf\xC3\xA9 noir", {{"facets", Json::array({facet(0, 99, "beyond"), facet(4, 7, "inside"), facet(0, 5, "right"), facet(3, 9, "overlapping")})}});
    settled();
    Crew crew(brand);
    const auto found = must(crew.look({said.uri}));
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].text == "caf\xC3\xA9 noir");
    REQUIRE(found.items[0].spans.size() == 1);
    CHECK(found.items[0].spans[0] == TextSpan{TextSpan::Kind::Tag, 0, 5, "right"});
}

TEST_CASE("bluesky 16: a deleted post is marked, by the live stream or by a second look")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Votre avis ?");
    settled();
    const auto live = fan.answer(root, root, "je retire en direct"), silent = fan.answer(root, root, "je retire en silence");
    settled();
    Crew crew(brand);
    REQUIRE(crew.sync().ok());
    REQUIRE(crew.find(live.uri));
    REQUIRE(crew.find(silent.uri));
    {
        Live stream(crew);
        REQUIRE(stream.untilOpen());
        fan.erase(live.uri);
        const auto page = stream.untilSeen(live.uri);
        REQUIRE(page >= 0);
        CHECK(stream.pages[static_cast<std::size_t>(page)].signals.at(0).kind == connect::ItemSignal::Kind::Deleted);
        stream.accept();
        stream.accept(); // told twice
    }
    CHECK(stateOf(crew, live.uri) == toString(ItemState::DeletedByAuthor));
    fan.erase(silent.uri);
    fan.erase(silent.uri);
    settled();
    const auto looked = must(crew.look({silent.uri, root.uri}));
    CHECK(looked.items.size() == 1);
    CHECK(looked.gone.empty()); // left out without a word: not proof
    CHECK(stateOf(crew, silent.uri) == toString(ItemState::Visible));
    for (int day = 0; day < 8 && stateOf(crew, silent.uri) == toString(ItemState::Visible); ++day) {
        crew.clock.advance(std::chrono::hours{25});
        CHECK(crew.sync().ok());
    }
    CHECK(stateOf(crew, silent.uri) == toString(ItemState::Unavailable));
    CHECK(stateOf(crew, root.uri) == toString(ItemState::Visible));
}

TEST_CASE("bluesky 17: answers to a deleted post are kept, its place is known")
{
    Person brand("brand"), fan("fan"), third("tom");
    const auto root = brand.say("Sujet");
    settled();
    const auto parent = fan.answer(root, root, "premier");
    settled();
    const auto child = third.answer(root, parent, "second");
    settled();
    fan.erase(parent.uri);
    settled();
    Crew crew(brand);
    const auto thread = must(crew.thread(child.uri));
    REQUIRE(thread.items.size() == 1);
    CHECK(thread.items[0].nativeId == child.uri);
    REQUIRE(thread.items[0].ref(Relation::ReplyTo) != nullptr);
    CHECK(thread.items[0].ref(Relation::ReplyTo)->targetNative == parent.uri);
    const auto asked = crew.thread(parent.uri);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == Errc::NotFound);
    CHECK(asked.error().httpStatus == 400);
}

TEST_CASE("bluesky 18: authors who block us, and whom we block")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Annonce");
    settled();
    const auto said = fan.answer(root, root, "mention gardee");
    settled();
    Crew crew(brand);
    REQUIRE(crew.sync().ok());
    fan.create("app.bsky.graph.block", {{"subject", brand.did}});
    settled();
    const auto looked = must(crew.look({said.uri}));
    CHECK(looked.items.empty());
    CHECK(looked.gone.empty());
    const auto thread = must(crew.thread(said.uri)); // a placeholder, no error
    CHECK(thread.items.empty());
    CHECK(stateOf(crew, said.uri) == toString(ItemState::Visible)); // what was read stays
    const auto feed = crew.ask<connect::FetchPage>(
        [&](const connect::Context &context) {
            auto account = context.account;
            account.nativeId = fan.did;
            return Crew::network().buildFetch({account, context.token, context.now, context.credential}, {"own", connect::Direction::Forward, {}, {}});
        },
        [&](const connect::Context &context, const net::Response &response) { return Crew::network().parseFetch(context, {"own", connect::Direction::Forward, {}, {}}, response); });
    REQUIRE_FALSE(feed);
    CHECK(feed.error().code == Errc::Forbidden);

    Person other("oth");
    const auto second = other.answer(root, root, "autre mention");
    settled();
    REQUIRE(crew.sync().ok());
    crew.sent(crew.send(OutboundKind::BlockMember, other.did));
    settled();
    CHECK_FALSE(textAt(at(brand.get("app.bsky.actor.getProfile", {{"actor", other.did}}).body, "viewer"), "blocking").empty());
    CHECK(crew.find(second.uri)->text == "autre mention");
    crew.sent(crew.send(OutboundKind::UnblockMember, other.did));
    settled();
    CHECK(textAt(at(brand.get("app.bsky.actor.getProfile", {{"actor", other.did}}).body, "viewer"), "blocking").empty());
    crew.sent(crew.send(OutboundKind::UnblockMember, other.did)); // already so
}

TEST_CASE("bluesky 19: what a muted author says still arrives, and is flagged")
{
    Person brand("brand"), fan("fan");
    Crew crew(brand, {{"keywords", "vigiemot"}, {"tags", "vigietag"}});
    const auto tagged = fan.say("un #vigietag de plus");
    settled();
    REQUIRE(crew.sync().ok());
    CHECK(stateOf(crew, tagged.uri) == toString(ItemState::Visible));
    crew.sent(crew.send(OutboundKind::MuteMember, fan.did));
    const auto said = fan.say("encore vigiemot");
    settled();
    REQUIRE(crew.sync().ok());
    REQUIRE(crew.find(said.uri));
    CHECK(stateOf(crew, said.uri) == toString(ItemState::HiddenByUs));
    crew.sent(crew.send(OutboundKind::UnmuteMember, fan.did));
    settled();
    const auto looked = must(crew.look({said.uri}));
    REQUIRE(looked.items.size() == 1);
    CHECK(looked.items[0].state == ItemState::Visible);
}

TEST_CASE("bluesky 23: times that authors invent")
{
    Person brand("brand"), fan("fan");
    const auto two = fan.say("apres-demain", {{"createdAt", stamp(2 * 86'400'000LL)}});
    const auto old = fan.say("autrefois", {{"createdAt", "2001-02-03T08:15:00.123456+01:00"}});
    const auto zone = fan.say("ailleurs", {{"createdAt", "2026-11-20T08:15:00.123456+01:00"}});
    settled();
    Crew crew(brand);
    const auto first = must(crew.look({two.uri, old.uri, zone.uri})), second = must(crew.look({two.uri, old.uri, zone.uri}));
    REQUIRE(first.items.size() == 3);
    REQUIRE(second.items.size() == 3);
    CHECK(first.items[0].publishedAt <= crew.clock.now());
    CHECK(first.items[0].publishedAt == second.items[0].publishedAt); // the same at every reading: sorting is stable
    CHECK(first.items[1].publishedAt == *parseRfc3339("2001-02-03T07:15:00.123456Z"));
    CHECK(first.items[2].publishedAt == *parseRfc3339("2026-11-20T07:15:00.123456Z"));
    for (const auto wrong : {-3600, 7200}) { // this machine's clock
        crew.clock.advance(std::chrono::seconds{wrong});
        crew.http.forget();
        CHECK(must(crew.look({old.uri})).items.size() == 1);
        CHECK(crew.http.count("createSession") == 0);
    }
}

TEST_CASE("bluesky 24: handles change hands, people do not")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Qui est la ?");
    settled();
    const auto said = fan.answer(root, root, "moi");
    settled();
    Crew crew(brand);
    REQUIRE(crew.sync().ok());
    CHECK(crew.find(said.uri)->author.handle == fan.handle);
    const auto renamed = "neo" + randomKey().substr(0, 6) + ".test";
    const auto changed = fan.post("com.atproto.identity.updateHandle", {{"handle", renamed}});
    INFO(changed.raw);
    REQUIRE(changed.status == 200);
    settled();
    const auto again = fan.answer(root, root, "toujours moi");
    settled();
    REQUIRE(crew.sync().ok());
    CHECK(crew.find(again.uri)->author.handle == renamed);
    const auto item = *crew.find(again.uri);
    const auto member = crew.read<Member>([&](store::Tx &tx) { return store::Members(tx).get(item.authorId); });
    CHECK(member.profile.nativeId == fan.did);
    CHECK(member.profile.handle == renamed);
    CHECK(std::any_of(member.handles.begin(), member.handles.end(), [&](const MemberHandle &one) { return one.handle == fan.handle; }));
    CHECK(crew.find(said.uri)->authorId == item.authorId);

    get(controlUrl() + "/break-handle?did=" + fan.did);
    settled();
    const auto broken = must(crew.look({said.uri}));
    REQUIRE(broken.items.size() == 1);
    CHECK(broken.items[0].author.handle == fan.did);
    CHECK(broken.items[0].permalink.find(fan.did) != std::string::npos);
    // An address with a handle in it would make the whole question fail: it is never asked.
    crew.http.forget();
    const auto none = crew.look({"at://" + renamed + "/app.bsky.feed.post/" + said.rkey()});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::InvalidInput);
    CHECK(crew.http.count("getPosts") == 0);
}

TEST_CASE("bluesky 25: accounts that are switched off, taken down, deleted")
{
    Person brand("brand"), off("off"), down("dow"), gone("gon");
    const auto root = brand.say("Sondage");
    settled();
    const auto first = off.answer(root, root, "un avis"), second = down.answer(root, root, "deux avis"), third = gone.answer(root, root, "trois avis");
    settled();
    Crew crew(brand);
    REQUIRE(crew.sync().ok());
    Live live(crew);
    REQUIRE(live.untilOpen());
    const auto profile = [&](const Person &who) {
        return crew.ask<connect::FetchPage>(
            [&](const connect::Context &context) {
                auto account = context.account;
                account.nativeId = who.did;
                return Crew::network().buildFetch({account, context.token, context.now, context.credential}, {"own", connect::Direction::Forward, {}, {}});
            },
            [&](const connect::Context &context, const net::Response &response) { return Crew::network().parseFetch(context, {"own", connect::Direction::Forward, {}, {}}, response); });
    };
    REQUIRE(off.post("com.atproto.server.deactivateAccount", Json::object()).status == 200);
    REQUIRE(admin(pdsUrl(), "com.atproto.admin.updateSubjectStatus", {{"subject", {{"$type", "com.atproto.admin.defs#repoRef"}, {"did", down.did}}}, {"takedown", {{"applied", true}}}}).status == 200);
    REQUIRE(admin(pdsUrl(), "com.atproto.admin.deleteAccount", {{"did", gone.did}}).status == 200);
    REQUIRE(live.untilSeen(down.did) >= 0);
    REQUIRE(live.untilSeen(gone.did) >= 0);
    live.accept();
    settled();
    CHECK(stateOf(crew, first.uri) == toString(ItemState::Visible)); // may be back tomorrow
    CHECK(stateOf(crew, second.uri) == toString(ItemState::AccountGone));
    CHECK(stateOf(crew, third.uri) == toString(ItemState::AccountGone));
    for (const auto *who : {&off, &down, &gone}) {
        const auto asked = profile(*who);
        REQUIRE_FALSE(asked);
        INFO(asked.error().detail);
        CHECK((asked.error().code == Errc::Gone || asked.error().code == Errc::NotFound || asked.error().code == Errc::Forbidden));
        CHECK(asked.error().httpStatus == 400);
    }
    REQUIRE(off.post("com.atproto.server.activateAccount", nullptr).status == 200);
    settled();
    CHECK(must(crew.look({first.uri})).items.size() == 1);
    CHECK_FALSE(crew.look({second.uri})->items.size() == 1);
}

TEST_CASE("bluesky 28: a post that is not shown yet is not a deleted one")
{
    Person brand("brand");
    Crew crew(brand);
    const auto row = crew.sent(crew.send(OutboundKind::Post, {}, "tout frais"));
    const auto uri = row.parts[0].nativeId;
    const auto looked = must(crew.look({uri})); // at once: the views may not have it
    CHECK(looked.gone.empty());
    const auto thread = crew.thread(uri);
    if (!thread)
        CHECK(thread.error().code == Errc::NotFound); // of the question; nothing is marked for it
    // Our own server has it from the first moment.
    const auto own = must(crew.ask<connect::OwnPage>([&](const connect::Context &context) { return Crew::network().buildOwnPosts(context, {}); },
                                                     [&](const connect::Context &context, const net::Response &response) { return Crew::network().parseOwnPosts(context, response); }));
    REQUIRE(own.posts.size() == 1);
    CHECK(own.posts[0].nativeId == uri);
    CHECK(own.posts[0].text == "tout frais");
    REQUIRE(until([&] { return must(crew.look({uri})).items.size() == 1; }));
    REQUIRE(crew.sync().ok());
    CHECK(stateOf(crew, uri) == toString(ItemState::Visible));
}

TEST_CASE("bluesky 29: an answer without a notification is found in its conversation")
{
    Person brand("brand");
    Crew crew(brand);
    bool lost = false;
    for (int round = 0; round < 8 && !lost; ++round) {
        Person fan("fan");
        const auto root = brand.say("Tour " + std::to_string(round));
        const auto said = fan.answer(root, root, "sans attendre"); // maybe indexed before what it answers
        settled();
        REQUIRE(crew.sync().ok());
        lost = !crew.find(said.uri);
        const auto item = crew.find(root.uri);
        REQUIRE(item);
        must(crew.engine->fetchThread(item->id));
        CHECK(crew.find(said.uri));
    }
    INFO("notifications lost on the way: " << lost);
    CHECK(crew.stored("attendre") >= 1);
}

TEST_CASE("bluesky 33: counts overwrite, they never add up")
{
    Person brand("brand"), fan("fan"), third("tom");
    const auto root = brand.say("Comptez-moi");
    settled();
    Crew crew(brand);
    REQUIRE(crew.sync().ok());
    const auto count = [&](const char *key) {
        const auto looked = must(crew.look({root.uri}));
        REQUIRE(looked.items.size() == 1);
        for (const auto &metric : looked.items[0].metrics)
            if (metric.key == key)
                return metric.value;
        return -1.0;
    };
    const Json subject{{"subject", root.json()}};
    const auto like = fan.create("app.bsky.feed.like", subject);
    settled();
    CHECK(count("likes") == 1);
    const auto twice = fan.create("app.bsky.feed.like", subject);
    settled();
    CHECK(count("likes") == 1);
    fan.erase(twice.uri);
    fan.erase(like.uri);
    third.create("app.bsky.feed.repost", subject);
    third.say("cite", {{"embed", {{"$type", "app.bsky.embed.record"}, {"record", root.json()}}}});
    settled();
    CHECK(count("likes") == 0);
    CHECK(count("reposts") == 1);
    CHECK(count("quotes") == 1);
    for (int run = 0; run < 3; ++run)
        REQUIRE(crew.sync().ok());
    const auto id = crew.find(root.uri)->id;
    const auto metrics = crew.read<std::vector<MetricValue>>([&](store::Tx &tx) { return store::Items(tx).latestMetrics(id); });
    for (const auto &metric : metrics)
        if (metric.key == "quotes")
            CHECK(metric.value == 1);
}

TEST_CASE("bluesky 34: labels are shown; what moderators took down is gone")
{
    Person brand("brand"), fan("fan");
    const auto spam = fan.say("gagnez gros"), down = fan.say("retire par la moderation");
    settled();
    const auto label = [](const Ref &post, const char *value) { get(net::withQuery(controlUrl() + "/label", {{"uri", post.uri}, {"cid", post.cid}, {"val", value}})); };
    Crew crew(brand);
    CHECK(must(crew.look({spam.uri, down.uri})).items.size() == 2);
    label(spam, "spam");
    label(down, "!takedown");
    const auto looked = must(crew.look({spam.uri, down.uri}));
    REQUIRE(looked.items.size() == 1);
    CHECK(looked.items[0].nativeId == spam.uri);
    CHECK(looked.items[0].warning == "spam");
    CHECK(looked.items[0].text == "gagnez gros");
}
