// SPDX-License-Identifier: GPL-3.0-or-later
// Moderation under the charter: evidence first, an article always, a log that says what became of it and is never rewritten.
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/app/evidence_term.hpp>
#include <vigie/app/moderation.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using store::Tx;
using test::must;

namespace {

struct House {
    test::TempStore store;
    connect::Catalogue networks;
    AccountId account;
    ItemId item;
    int presses = 0;

    explicit House(const Policy &policy = {}, bool settled = true)
    {
        store.write([&](Tx &tx) -> Result<int> {
            Account own;
            own.connector = "mastodon";
            own.instance = "https://social.example";
            own.nativeId = "us";
            own.policy = policy;
            for (const auto what : {Capability::HideReply, Capability::Mute, Capability::Block, Capability::Report, Capability::RemoveOthers, Capability::BanMember})
                own.capabilities.set(what);
            VIGIE_TRY(account, store::Accounts(tx).save(own));
            if (settled)
                VIGIE_CHECK(app::setEvidenceTerm(tx, {5, "defence of legal claims"}));
            return 0;
        });
        item = put("1", "a vile message");
    }
    ItemId put(const std::string &id, const std::string &text, const std::string &author = "m1")
    {
        return store.write([&](Tx &tx) -> Result<ItemId> {
            const std::vector<store::AnalysedItem> items{test::analysed(test::byAuthor(test::item(id, text), author, "=" + author + "@social.example"))};
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            return stored.front().id;
        });
    }
    [[nodiscard]] app::Moderation wanted(OutboundKind act = OutboundKind::HideReply, int article = 1)
    {
        app::Moderation out;
        out.account = account;
        out.item = item;
        out.act = act;
        out.article = article;
        out.person = "Ada";
        out.clientToken = "press" + std::to_string(++presses);
        return out;
    }
    Result<app::Moderated> moderate(const app::Moderation &wanted)
    {
        store.clock.advance(std::chrono::minutes{1});
        return store->writeNow<app::Moderated>([&](Tx &tx) { return app::moderate(tx, networks, wanted); });
    }
    /// As the publisher leaves it.
    void become(OutboundId id, OutboundState state)
    {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_TRY(auto row, store::Outbox(tx).get(id));
            const auto before = row.state;
            row.state = state;
            VIGIE_CHECK(store::Outbox(tx).update(row, before));
            return 0;
        });
    }
    Result<void> takeBack(std::int64_t line)
    {
        return store->writeNow<void>([&](Tx &tx) { return app::takeModerationBack(tx, networks, line, "Bruno", "back" + std::to_string(++presses)); });
    }
    ModerationLine line(std::int64_t id)
    {
        return store.read([&](Tx &tx) { return store::ModerationLog(tx).get(id); });
    }
    std::vector<ModerationLine> log(const store::ModerationFilter &filter = {})
    {
        return store.read([&](Tx &tx) { return store::ModerationLog(tx).list(filter); });
    }
    std::int64_t count(const std::string &sql)
    {
        return store.read([&](Tx &tx) { return tx.session().guard([&] { return tx.session().one<std::int64_t>(sql).value_or(-1); }); });
    }
};

template <class T>
std::string codeOf(const Result<T> &result)
{
    return result ? "fine" : errcName(result.error().code);
}

} // namespace

TEST_CASE("an act needs an article that exists, and is a moderation", "[moderation]")
{
    House house;
    CHECK(codeOf(house.moderate(house.wanted(OutboundKind::HideReply, 0))) == errcName(Errc::InvalidInput));
    CHECK(codeOf(house.moderate(house.wanted(OutboundKind::HideReply, 4711))) == errcName(Errc::InvalidInput));
    CHECK(codeOf(house.moderate(house.wanted(OutboundKind::Favourite))) == errcName(Errc::InvalidInput));
    CHECK(codeOf(house.moderate(house.wanted(OutboundKind::MarkSpam))) == errcName(Errc::Unsupported)); // this account cannot
    CHECK(house.log().empty());
    CHECK(house.count("SELECT count(*) FROM outbound") == 0);
    CHECK(house.count("SELECT count(*) FROM evidence") == 0); // an act that is refused keeps nothing
    for (const auto act : {OutboundKind::HideReply, OutboundKind::RemoveItem, OutboundKind::MuteMember, OutboundKind::BlockMember, OutboundKind::BanMember, OutboundKind::Report})
        CHECK(house.moderate(house.wanted(act)));
    CHECK(house.log().size() == 6);
}

TEST_CASE("the evidence is there before the intent, and the line names both", "[moderation]")
{
    House house;
    const auto done = must(house.moderate(house.wanted()));
    REQUIRE_FALSE(done.refused);
    REQUIRE(done.evidence > 0);
    const auto line = house.line(done.line);
    CHECK(line.evidence == done.evidence);
    CHECK(line.outbound == done.outbound);
    CHECK(line.person == "Ada");
    CHECK(line.charterVersion == 1); // written down with the first moderation
    CHECK(outcomeOf(line) == ModerationOutcome::Waiting);
    const auto entry = house.store.read([&](Tx &tx) { return store::Evidence(tx).entries(house.item); });
    REQUIRE(entry.size() == 1);
    CHECK(entry.front().number == done.evidence);
    const auto again = must(house.moderate(house.wanted(OutboundKind::BlockMember, 2)));
    CHECK(again.evidence == done.evidence); // it has not changed: one entry is enough
}

TEST_CASE("evidence that cannot be kept stops the act until the person decides", "[moderation]")
{
    Policy displayOnly;
    displayOnly.keepFor = std::chrono::hours{1};
    House house(displayOnly);
    house.store.clock.advance(std::chrono::hours{30});
    const auto first = must(house.moderate(house.wanted()));
    REQUIRE(first.refused);
    CHECK(first.refused->code == Errc::PolicyRefused);
    CHECK(house.log().empty());
    CHECK(house.count("SELECT count(*) FROM outbound") == 0);
    CHECK(house.count("SELECT count(*) FROM charter_version") == 0);
    auto without = house.wanted();
    without.withoutEvidence = "the network forbids it";
    const auto second = must(house.moderate(without));
    CHECK_FALSE(second.refused);
    CHECK(house.line(second.line).evidence == 0);
    CHECK(house.line(second.line).noEvidence == "the network forbids it");
    auto despite = house.wanted(OutboundKind::Report);
    despite.despiteTerms = "a threat that was reported to the police";
    CHECK(must(house.moderate(despite)).evidence > 0);

    House unsettled({}, false);
    const auto asked = must(unsettled.moderate(unsettled.wanted()));
    REQUIRE(asked.refused);
    CHECK(asked.refused->detail == app::kNoEvidenceTerm);
}

TEST_CASE("taking back: cancelled before it leaves, undone at the network after, refused where there is no way", "[moderation]")
{
    House house;
    const auto early = must(house.moderate(house.wanted()));
    CHECK(house.takeBack(early.line));
    CHECK(outcomeOf(house.line(early.line)) == ModerationOutcome::Cancelled);
    CHECK(codeOf(house.takeBack(early.line)) == errcName(Errc::Conflict));

    const auto late = must(house.moderate(house.wanted()));
    house.become(late.outbound, OutboundState::Sent);
    CHECK(outcomeOf(house.line(late.line)) == ModerationOutcome::Done);
    CHECK(house.takeBack(late.line));
    auto line = house.line(late.line);
    CHECK(outcomeOf(line) == ModerationOutcome::TakingBack);
    CHECK(line.backBy == "Bruno");
    CHECK(house.store.read([&](Tx &tx) { return store::Outbox(tx).get(line.back); }).kind == OutboundKind::UnhideReply);
    house.become(line.back, OutboundState::Failed);
    CHECK(outcomeOf(house.line(late.line)) == ModerationOutcome::Done); // it still stands
    CHECK(house.takeBack(late.line));
    house.become(house.line(late.line).back, OutboundState::Sent);
    CHECK(outcomeOf(house.line(late.line)) == ModerationOutcome::TakenBack);

    const auto banned = must(house.moderate(house.wanted(OutboundKind::BanMember)));
    house.become(banned.outbound, OutboundState::Sent);
    CHECK(codeOf(house.takeBack(banned.line)) == errcName(Errc::Unsupported));

    const auto muted = must(house.moderate(house.wanted(OutboundKind::MuteMember)));
    house.become(muted.outbound, OutboundState::Sent);
    const auto plain = house.store->writeNow<OutboundId>([&](Tx &tx) { return app::actBack(tx, house.networks, house.account, OutboundKind::HideReply, house.item, "Ada", "h"); });
    CHECK(codeOf(plain) == errcName(Errc::InvalidInput)); // there is no way around the article
    const auto other = house.put("2", "another of the same author");
    must(house.store->writeNow<OutboundId>([&](Tx &tx) { return app::actBack(tx, house.networks, house.account, OutboundKind::UnmuteMember, other, "Ada", "u"); }));
    CHECK(outcomeOf(house.line(muted.line)) == ModerationOutcome::TakingBack); // of the author, by another message
}

TEST_CASE("the log keeps the version of the charter it was done by; versions are dated and neither is ever changed", "[moderation]")
{
    House house;
    const auto before = must(house.moderate(house.wanted()));
    auto charter = house.store.read([](Tx &tx) { return app::charterNow(tx); }).charter;
    charter.articles.front().title.fr = "Politesse";
    house.store.clock.advance(std::chrono::hours{2});
    const auto save = [&] { return house.store.write([&](Tx &tx) { return app::saveCharter(tx, charter, "Ada", "clearer"); }); };
    CHECK(save() == 2);
    CHECK(save() == 2); // nothing changed
    const auto after = must(house.moderate(house.wanted()));
    CHECK(house.line(before.line).charterVersion == 1);
    CHECK(house.line(after.line).charterVersion == 2);
    const auto first = house.store.read([](Tx &tx) { return app::charterAt(tx, 1); });
    CHECK(first.charter == desk::startingCharter());
    const auto second = house.store.read([](Tx &tx) { return app::charterAt(tx, 2); });
    CHECK(second.charter.articles.front().title.fr == "Politesse");
    CHECK(second.version.author == "Ada");
    CHECK(second.version.at - first.version.at >= std::chrono::hours{2});
    CHECK(codeOf(house.store->writeNow<int>([&](Tx &tx) { return app::saveCharter(tx, Charter{{CharterArticle{}}, {}}, "Ada", ""); })) == errcName(Errc::InvalidInput));
    for (const auto *sql : {"UPDATE charter_version SET document=''", "DELETE FROM charter_version", "UPDATE moderation_log SET article=2", "UPDATE moderation_log SET person='x'",
                            "DELETE FROM moderation_log"}) {
        INFO(sql);
        CHECK_FALSE(house.store->writeNow<int>([&](Tx &tx) { return tx.session().guard([&] { return static_cast<int>(tx.session().exec(sql)); }); }));
    }
}

TEST_CASE("figures by article are what a recount of the log says; the filters and the order of last use, too", "[moderation]")
{
    House house;
    const std::vector<OutboundKind> acts{OutboundKind::HideReply, OutboundKind::MuteMember, OutboundKind::Report};
    Instant half{};
    for (int i = 0; i < 40; ++i) {
        house.item = house.put("n" + std::to_string(i), "text " + std::to_string(i), "m" + std::to_string(i % 5));
        auto wanted = house.wanted(acts[static_cast<std::size_t>(i) % 3], 1 + i % 4);
        wanted.person = i % 2 == 0 ? "Ada" : "Bruno";
        if (i % 7 == 0)
            wanted.withoutEvidence = "none";
        const auto done = must(house.moderate(wanted));
        if (i % 5 == 0)
            REQUIRE(house.takeBack(done.line));
        else
            house.become(done.outbound, i % 6 == 1 ? OutboundState::Failed : OutboundState::Sent);
        if (i == 19)
            half = house.store.clock.now() + std::chrono::seconds{1};
    }
    for (const auto &from : {std::optional<Instant>(), std::optional(half)}) {
        // Counted line by line from what the log prints, not by the query of the figures.
        std::map<std::pair<int, OutboundKind>, std::array<int, 4>> recount;
        store::ModerationFilter all;
        all.from = from;
        for (const auto &line : house.log(all)) {
            auto &cell = recount[{line.article, line.act}];
            ++cell[0];
            cell[1] += outcomeOf(line) == ModerationOutcome::TakenBack || outcomeOf(line) == ModerationOutcome::Cancelled ? 1 : 0;
            cell[2] += outcomeOf(line) == ModerationOutcome::Failed ? 1 : 0;
            cell[3] += line.evidence > 0 ? 1 : 0;
        }
        const auto figures = house.store.read([&](Tx &tx) { return store::ModerationLog(tx).figures(from, {}); });
        CHECK(figures.size() == recount.size());
        int sum = 0;
        for (const auto &one : figures) {
            CHECK(recount[{one.article, one.act}] == std::array<int, 4>{one.times, one.takenBack, one.failed, one.withEvidence});
            CHECK(house.count("SELECT count(*) FROM moderation_log WHERE article=" + std::to_string(one.article) + " AND act='" + toString(one.act) + "' AND at>="
                              + std::to_string(from ? toMicros(*from) : 0))
                  == one.times);
            sum += one.times;
        }
        CHECK(sum == (from ? 20 : 40));
    }
    store::ModerationFilter filter;
    filter.article = 2;
    filter.person = "Bruno";
    CHECK(house.log(filter).size() == 10);
    filter.act = OutboundKind::Report;
    for (const auto &line : house.log(filter))
        CHECK((line.article == 2 && line.person == "Bruno" && line.act == OutboundKind::Report));
    filter = {};
    filter.limit = 15;
    const auto page = house.log(filter);
    REQUIRE(page.size() == 15);
    filter.before = page.back().id;
    CHECK(house.log(filter).front().id == page.back().id - 1);
    CHECK(house.store.read([](Tx &tx) { return store::ModerationLog(tx).lastArticles(); }) == std::vector{4, 3, 2, 1});
    CHECK(house.store.read([](Tx &tx) { return store::ModerationLog(tx).persons(); }) == std::vector<std::string>{"Ada", "Bruno"});
}

TEST_CASE("the exported table runs no formula, and reads each line by the article as it was", "[moderation]")
{
    House house;
    house.item = house.put("9", "text", "evil"); // whose handle begins like a formula
    auto wanted = house.wanted();
    wanted.comment = "=HYPERLINK(\"https://evil.example\"),\n\"quoted\"";
    must(house.moderate(wanted));
    auto charter = desk::startingCharter();
    charter.articles.front().title.en = "@changed";
    must(house.store->writeNow<int>([&](Tx &tx) { return app::saveCharter(tx, charter, "Ada", ""); }));
    must(house.moderate(house.wanted()));
    const auto csv = house.store.read([](Tx &tx) { return app::moderationCsv(tx, {}, "en"); });
    CHECK(csv.find("\"'=HYPERLINK(\"\"https://evil.example\"\"),\n\"\"quoted\"\"\"") != std::string::npos);
    CHECK(csv.find("\"'=evil@social.example\"") != std::string::npos);
    CHECK(csv.find("\"'@changed\"") != std::string::npos);
    CHECK(csv.find("\"" + desk::startingCharter().articles.front().title.en + "\"") != std::string::npos);
    CHECK(csv.find(",=") == std::string::npos);
    CHECK(csv.find("a vile message") == std::string::npos); // no words of those who were moderated
}
