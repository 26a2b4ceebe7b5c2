// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "insight/explain_interval.hpp"

#include <vigie/base/random.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/explain.hpp>
#include <vigie/insight/reputation_reader.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;
using store::Tx;

namespace {

using std::chrono::hours;

constexpr std::array kDimensions{Dimension::Network, Dimension::Topic, Dimension::Author, Dimension::Tone, Dimension::Language, Dimension::Cluster};

std::int32_t dayOf(Instant at)
{
    return *localDay(at, "UTC");
}

/// A week and the week before it; "now" is the day after the week.
struct Weeks {
    Weeks() { period = {dayOf(kNoon) - 7, dayOf(kNoon)}; }

    ItemId say(int who, const std::string &text, int daysAgo, const std::string &lang = "en", int label = 0, const std::string &network = "mastodon", std::vector<ItemRef> refs = {},
               double followers = -1)
    {
        ++number;
        auto one = byAuthor(item("n" + std::to_string(number), text, kNoon - hours(24 * daysAgo) + std::chrono::seconds(number)), "m" + std::to_string(who),
                            "p" + std::to_string(who) + "@rive.test");
        one.lang = lang;
        one.connector = network;
        one.refs = std::move(refs);
        if (followers >= 0)
            one.author.metrics.push_back({"followers", followers, ValueStatus::Ok});
        one = toned(std::move(one), label);
        return store.write([&](Tx &tx) {
                        const std::vector<store::AnalysedItem> all{analysed(one)};
                        return store::Items(tx).store(all);
                    })
            .front()
            .id;
    }
    /// Somebody asks, and is answered so much later.
    void ask(const std::string &network, int daysAgo, std::chrono::seconds wait)
    {
        const auto question = say(1000 + number, "when will it come?", daysAgo, "en", 0, network);
        store.write([&](Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto item, store::Items(tx).get(question));
            Ticket ticket;
            ticket.root = ticket.latest = question;
            ticket.status = TicketStatus::Done;
            ticket.createdAt = ticket.changedAt = item->publishedAt;
            ticket.firstInboundAt = item->publishedAt;
            ticket.firstReplyAt = item->publishedAt + wait;
            VIGIE_CHECK(store::Tickets(tx).save(ticket, "intake"));
            return {};
        });
    }
    Explanation explain(const std::string &key, Dimension by, int limit = 12)
    {
        return store.read([&](Tx &tx) { return Explainer(tx).explain(request(key, by, limit)); });
    }
    [[nodiscard]] ExplainRequest request(const std::string &key, Dimension by, int limit = 12) const
    {
        ExplainRequest out;
        out.key = key;
        out.by = by;
        out.limit = limit;
        out.period = period;
        out.scope = scope;
        return out;
    }
    std::vector<ItemId> rows(const Explanation &of, const ExplainedPart &part, bool before, int limit = 1000)
    {
        return store.read([&](Tx &tx) { return Explainer(tx).rows(request(of.now.key, of.by, 3), of, part, before, limit); });
    }
    TempStore store{kNoon};
    Period period;
    FigureScope scope;
    int number = 0;
};

const ExplainedPart *part(const Explanation &of, const std::string &name)
{
    const auto found = std::find_if(of.parts.begin(), of.parts.end(), [&](const ExplainedPart &one) { return one.name == name; });
    return found == of.parts.end() ? nullptr : &*found;
}

double summed(const Explanation &of)
{
    double sum = 0;
    for (const auto &one : of.parts)
        sum += one.change;
    return sum;
}

/// Everything differs a little, in both weeks.
void talk(Weeks &weeks, std::uint64_t seed, int posts)
{
    static const std::array<const char *, 5> kSaid{"the delivery came late again", "lovely table, thank you", "prices went up again", "le service est lent", "la livraison est en retard"};
    Sequence random(seed);
    for (int i = 0; i < posts; ++i) {
        const bool second = random.below(3) != 0;
        const auto what = random.below(kSaid.size());
        weeks.say(static_cast<int>(random.below(14)), std::string("velora: ") + kSaid[what], static_cast<int>(second ? 1 + random.below(7) : 8 + random.below(7)), what < 3 ? "en" : "fr",
                  static_cast<int>(random.below(3)) - 1, random.below(3) == 0 ? "bluesky" : "mastodon", {}, static_cast<double>(random.below(5000)));
    }
}

} // namespace

TEST_CASE("a ratio's change is mix and rate of its parts, to the last bit that doubles hold", "[explain]")
{
    // Two groups: one doubles its weight, the other's rate falls.
    const std::vector<PartSums> parts{{1, 50, 100, 100, 200}, {2, 30, 100, 10, 100}};
    const auto changes = decompose(parts, true);
    REQUIRE(changes);
    const double whole = 110.0 / 300 - 80.0 / 200;
    CHECK((*changes)[0].change + (*changes)[1].change == Approx(whole).margin(1e-15));
    CHECK((*changes)[0].rate == 0);
    CHECK((*changes)[0].mix == Approx((2.0 / 3 - 0.5) * (0.5 - (80.0 / 200 + 110.0 / 300) / 2)));
    CHECK((*changes)[1].rate == Approx((0.5 + 1.0 / 3) / 2 * (0.1 - 0.3)));
    CHECK_FALSE(decompose(std::vector<PartSums>{{1, 0, 0, 1, 2}}, true));
    CHECK(decompose(std::vector<PartSums>{{1, 3, 0, 10, 0}}, false)->front().change == 7);
}

TEST_CASE("parts of random ratios sum to the change, also where a part is new or gone", "[explain]")
{
    Sequence random(11);
    for (int round = 0; round < 2000; ++round) {
        std::vector<PartSums> parts;
        PartSums all;
        for (std::int64_t group = 0; group < 1 + static_cast<std::int64_t>(random.below(9)); ++group) {
            PartSums one{group, 0, 0, 0, 0};
            if (random.below(4) != 0) {
                one.underBefore = static_cast<double>(random.below(1000));
                one.overBefore = std::floor(one.underBefore * (2 * random.unit() - 1));
            }
            if (random.below(4) != 0) {
                one.underNow = static_cast<double>(random.below(100'000));
                one.overNow = std::floor(one.underNow * random.unit());
            }
            all.overBefore += one.overBefore;
            all.underBefore += one.underBefore;
            all.overNow += one.overNow;
            all.underNow += one.underNow;
            parts.push_back(one);
        }
        const auto changes = decompose(parts, true);
        REQUIRE(changes.has_value() == (all.underBefore != 0 && all.underNow != 0));
        if (!changes)
            continue;
        double sum = 0;
        for (const auto &one : *changes) {
            CHECK(one.change == one.mix + one.rate);
            sum += one.change;
        }
        CHECK(sum == Approx(all.overNow / all.underNow - all.overBefore / all.underBefore).margin(1e-12));
    }
}

TEST_CASE("the parts of a count are whole numbers that sum to its change, by every dimension", "[explain]")
{
    Weeks weeks;
    talk(weeks, 5, 400);
    std::set<double> changes;
    for (const auto by : kDimensions) {
        const auto all = weeks.explain("mentions", by, 5);
        INFO(toString(by));
        REQUIRE(all.change);
        changes.insert(*all.change);
        CHECK(summed(all) == *all.change);
        CHECK(all.parts.size() <= 6);
        std::int64_t before = 0, now = 0;
        for (const auto &one : all.parts) {
            CHECK(one.change == *one.now - *one.before);
            before += one.rowsBefore;
            now += one.rowsNow;
        }
        CHECK(before == all.before.n);
        CHECK(now == all.now.n);
        const auto named = std::find_if(all.parts.begin(), all.parts.end(), [](const auto &one) { return one.what == ExplainedPart::What::Others; });
        CHECK(std::is_sorted(all.parts.begin(), named, [](const auto &a, const auto &b) { return std::abs(a.change) > std::abs(b.change); }));
    }
    CHECK(changes.size() == 1);
    CHECK(*changes.begin() > 0);
}

TEST_CASE("ratios and the index are split to their change by every dimension, and the posts of a part are its rows", "[explain]")
{
    Weeks weeks;
    talk(weeks, 8, 300);
    for (const auto *key : {"net_sentiment", "brand_health", "negative_share", "reputation", "reach", "net_sentiment_polar"})
        for (const auto by : kDimensions) {
            const auto all = weeks.explain(key, by, 3);
            INFO(key << " by " << toString(by));
            REQUIRE(all.change);
            CHECK(summed(all) == Approx(*all.change).margin(1e-9));
            for (const auto &one : all.parts) {
                CHECK(static_cast<std::int64_t>(weeks.rows(all, one, false).size()) == one.rowsNow);
                CHECK(static_cast<std::int64_t>(weeks.rows(all, one, true).size()) == one.rowsBefore);
            }
        }
}

TEST_CASE("what moved is named first: one network, one person, one subject, one relayed post", "[explain]")
{
    Weeks weeks;
    for (int who = 0; who < 12; ++who)
        for (const int daysAgo : {2, 9})
            weeks.say(who, who % 2 == 0 ? "velora table is lovely" : "velora chair is solid", daysAgo, "en", 1);
    for (int who = 20; who < 40; ++who)
        weeks.say(who, "velora recall of the toaster is a shame", 3, "fr", -1, "bluesky");
    const auto original = weeks.say(60, "velora opens a shop in Lyon, come and see what it is like", 4);
    const auto native = "n" + std::to_string(weeks.number);
    for (int who = 61; who < 69; ++who)
        weeks.say(who, "", 3, "en", 0, "mastodon", {{Relation::RepostOf, native, {}}});
    weeks.store.write([&](Tx &tx) -> Result<int> {
        std::vector<store::RelayLink> links;
        VIGIE_TRY(const auto ids, store::Items(tx).search(text::Query{}, {{}, 500, false, {}, {}, false}));
        VIGIE_TRY(const auto rows, store::Items(tx).rows(ids));
        for (const auto &row : rows)
            if (row.item.ref(Relation::RepostOf) != nullptr)
                links.push_back({row.item.id, original, store::RelayHow::Repost, 1});
        return store::Relays(tx).assign(links);
    });

    const auto networks = weeks.explain("mentions", Dimension::Network);
    CHECK(networks.parts.front().name == "bluesky");
    CHECK(networks.parts.front().change == 20);
    CHECK(networks.parts.front().scope.networks == std::vector<std::string>{"bluesky"});
    CHECK(*networks.change == 29);

    const auto topics = weeks.explain("net_sentiment", Dimension::Topic);
    CHECK(topics.parts.front().name.find("toaster") != std::string::npos);
    CHECK(topics.parts.front().rowsNow == 20);
    CHECK(topics.parts.front().rowsBefore == 0);
    CHECK(topics.parts.front().change < 0);
    CHECK(topics.parts.front().scope.words.find("toaster") != std::string::npos);

    const auto clusters = weeks.explain("mentions", Dimension::Cluster);
    CHECK(clusters.parts.front().id == original.value);
    CHECK(clusters.parts.front().change == 9);
    CHECK(clusters.parts.front().name.rfind("velora opens a shop", 0) == 0);

    const auto languages = weeks.explain("mentions", Dimension::Language);
    REQUIRE(part(languages, "fr") != nullptr);
    CHECK(part(languages, "fr")->change == 20);
    const auto tones = weeks.explain("mentions", Dimension::Tone);
    REQUIRE(part(tones, "-1") != nullptr);
    CHECK(part(tones, "-1")->change == 20);
    const auto authors = weeks.explain("mentions", Dimension::Author, 50);
    REQUIRE(part(authors, "p25@rive.test") != nullptr);
    CHECK(part(authors, "p25@rive.test")->change == 1);
}

TEST_CASE("a period that runs is held against as much of the one before", "[explain]")
{
    Weeks weeks;
    weeks.period = {dayOf(kNoon) - 6, dayOf(kNoon) + 1}; // today is half over
    weeks.say(1, "velora this morning", 0);              // 12:00:01, not yet
    weeks.say(2, "velora a week ago, at noon and a bit", 7);
    weeks.say(3, "velora a week ago, in the morning", 7);
    weeks.store.clock.advance(hours(1));
    const auto later = weeks.explain("mentions", Dimension::Network);
    CHECK(later.now.value == 1);
    CHECK(later.before.value == 2);
    weeks.store.clock.advance(-hours(1) - std::chrono::minutes(1));
    const auto earlier = weeks.explain("mentions", Dimension::Network);
    CHECK(earlier.before.value == 0);
}

TEST_CASE("nothing before is no change of a ratio, and a change of a count", "[explain]")
{
    Weeks weeks;
    weeks.say(1, "velora", 2, "en", 1);
    const auto ratio = weeks.explain("net_sentiment", Dimension::Network);
    CHECK_FALSE(ratio.change);
    CHECK_FALSE(ratio.before.value);
    CHECK(ratio.now.value == 100);
    CHECK(ratio.parts.empty());
    CHECK(weeks.explain("mentions", Dimension::Network).change == 1);
}

TEST_CASE("share of voice is split by the panel's mentions, and is that of one query among others", "[explain]")
{
    Weeks weeks;
    const auto asked = weeks.request("share_of_voice", Dimension::Network);
    const auto none = weeks.store->readNow<Explanation>([&](Tx &tx) { return Explainer(tx).explain(asked); });
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::InvalidInput);
    weeks.scope.query = weeks.store.write([](Tx &tx) -> Result<QueryId> {
        SavedQuery brand, other;
        brand.name = brand.source = "velora";
        brand.role = QueryRole::Brand;
        other.name = other.source = "cyclia";
        other.role = QueryRole::Competitor;
        VIGIE_CHECK(store::Queries(tx).save(other));
        return store::Queries(tx).save(brand);
    });
    for (int i = 0; i < 8; ++i) {
        weeks.say(i, "velora", 9, "en");
        weeks.say(i, "cyclia", 9, "en");
        weeks.say(i, "velora", 2, "en");
        weeks.say(i, "cyclia", 2, "en", 0, "bluesky");
        weeks.say(i, "cyclia, again", 2, "en", 0, "bluesky");
    }
    const auto voice = weeks.explain("share_of_voice", Dimension::Network);
    CHECK(*voice.before.value == Approx(50));
    CHECK(*voice.now.value == Approx(100.0 / 3));
    CHECK(summed(voice) == Approx(*voice.change).margin(1e-9));
    REQUIRE(part(voice, "bluesky") != nullptr);
    CHECK(part(voice, "bluesky")->change < 0);
}

TEST_CASE("conversations: a rate is split exactly, a median by what would be missing without a part", "[explain]")
{
    Weeks weeks;
    // Before: both networks answer within the hour. Now one of them takes a day and a half, and asks more.
    for (int i = 0; i < 30; ++i) {
        weeks.ask("mastodon", 9, std::chrono::minutes(20 + i));
        weeks.ask("bluesky", 9, std::chrono::minutes(30 + i));
        weeks.ask("mastodon", 3, std::chrono::minutes(20 + i));
    }
    for (int i = 0; i < 50; ++i)
        weeks.ask("bluesky", 4, hours(36) + std::chrono::minutes(i));
    const auto rate = weeks.explain("response_rate", Dimension::Network);
    CHECK(*rate.before.value == Approx(100));
    CHECK(*rate.now.value == Approx(100.0 * 30 / 80));
    CHECK(summed(rate) == Approx(*rate.change).margin(1e-9));
    CHECK_FALSE(rate.together);
    REQUIRE(part(rate, "bluesky") != nullptr);
    CHECK(rate.parts.front().name == "bluesky");
    CHECK(part(rate, "bluesky")->now == Approx(0));
    CHECK(part(rate, "bluesky")->rowsNow == 50);
    REQUIRE(part(rate, "bluesky")->interval);
    CHECK(part(rate, "bluesky")->interval->high < 0);
    CHECK(part(rate, "bluesky")->interval->low < part(rate, "bluesky")->change);

    const auto median = weeks.explain("response_median", Dimension::Network);
    CHECK(median.kind == Explanation::Kind::Quantile);
    CHECK(*median.before.value < 3600);
    CHECK(*median.now.value > 36 * 3600);
    REQUIRE(median.together);
    CHECK(summed(median) + *median.together == Approx(*median.change).margin(1e-6));
    CHECK(median.parts.front().name == "bluesky");
    // Without bluesky nothing would have moved: mastodon answers as before.
    CHECK(median.parts.front().change == Approx(*median.change).margin(1));
    CHECK_FALSE(median.parts.front().interval);
    CHECK(*part(median, "mastodon")->before == Approx(*part(median, "mastodon")->now));
    CHECK(static_cast<std::int64_t>(weeks.rows(median, median.parts.front(), false).size()) == median.parts.front().rowsNow);
    CHECK(static_cast<std::int64_t>(weeks.rows(rate, rate.parts.front(), true).size()) == rate.parts.front().rowsBefore);
}

TEST_CASE("the interval of a part holds its true change in about nineteen of twenty draws, and few rows have none", "[explain]")
{
    // Two networks of which the second's share of praise truly falls from 0.6 to 0.4; its true part is known from the rates themselves.
    const auto truth = decompose(std::vector<PartSums>{{1, 50, 100, 50, 100}, {2, 60, 100, 40, 100}}, true);
    Sequence random(77);
    int held = 0, countHeld = 0;
    constexpr int kDraws = 400;
    const auto drawn = [&](double mean) { // Poisson by arrivals
        int n = 0;
        for (double at = -std::log(1 - random.unit()); at < mean; at -= std::log(1 - random.unit()))
            ++n;
        return n;
    };
    for (int draw = 0; draw < kDraws; ++draw) {
        SpreadSums part, whole;
        const auto fill = [&](SpreadSums &to, double mean, double praise, bool now) {
            for (int i = drawn(mean); i > 0; --i) {
                const double over = random.unit() < praise ? 1 : 0;
                (now ? to.now : to.before).add(over, 1);
                (now ? to.sums.overNow : to.sums.overBefore) += over;
                (now ? to.sums.underNow : to.sums.underBefore) += 1;
            }
        };
        fill(part, 100, 0.6, false);
        fill(part, 100, 0.4, true);
        whole = part;
        fill(whole, 100, 0.5, false);
        fill(whole, 100, 0.5, true);
        const auto interval = partInterval(part, whole, true);
        REQUIRE(interval);
        held += interval->low <= (*truth)[1].change && (*truth)[1].change <= interval->high;
        SpreadSums counts;
        for (int i = drawn(4); i > 0; --i) {
            counts.before.add(1, 1);
            counts.sums.overBefore += 1;
        }
        for (int i = drawn(9); i > 0; --i) {
            counts.now.add(1, 1);
            counts.sums.overNow += 1;
        }
        const auto count = partInterval(counts, counts, false);
        REQUIRE(count);
        countHeld += count->low <= 5 && 5 <= count->high;
    }
    CHECK(held > kDraws * 92 / 100);
    CHECK(held < kDraws * 99 / 100);
    CHECK(countHeld > kDraws * 93 / 100);
    SpreadSums few;
    few.before.add(1, 1);
    few.sums = {1, 1, 1, 0, 0};
    CHECK_FALSE(partInterval(few, few, true));
}

TEST_CASE("what cannot be split is refused, and a reader who has enough stops it", "[explain]")
{
    Weeks weeks;
    talk(weeks, 3, 60);
    const auto refused = [&](const ExplainRequest &request) { return weeks.store->readNow<Explanation>([&](Tx &tx) { return Explainer(tx).explain(request); }); };
    CHECK(refused(weeks.request("response_mean", Dimension::Network)).error().code == Errc::InvalidInput);
    CHECK(refused(weeks.request("response_median", Dimension::Cluster)).error().code == Errc::InvalidInput);
    CHECK_FALSE(explains("response_rate", Dimension::Cluster));
    CHECK(explains("response_rate", Dimension::Topic));
    CHECK(refused(weeks.request("engagement_rate", Dimension::Topic)).error().code == Errc::InvalidInput);
    auto stopped = weeks.request("mentions", Dimension::Topic);
    stopped.progress = [](double) { return false; };
    CHECK(refused(stopped).error().code == Errc::Cancelled);
    auto broken = weeks.request("mentions", Dimension::Network);
    broken.scope.words = "velora (";
    CHECK(refused(broken).error().code == Errc::InvalidInput);
}

TEST_CASE("an explanation speaks of the very figures of the catalogue", "[explain]")
{
    Weeks weeks;
    talk(weeks, 33, 250);
    const auto voice = weeks.store.write([](Tx &tx) -> Result<QueryId> {
        SavedQuery brand, other;
        brand.name = brand.source = "velora";
        brand.role = QueryRole::Brand;
        other.name = "livraison";
        other.source = "livraison OR delivery";
        other.role = QueryRole::Competitor;
        VIGIE_TRY(const auto id, store::Queries(tx).save(brand));
        VIGIE_TRY(const auto second, store::Queries(tx).save(other));
        for (const auto query : {id, second})
            while (true) {
                VIGIE_TRY(const auto step, store::Queries(tx).rematch(query, 5000));
                if (step.done)
                    break;
            }
        return id;
    });
    Columns columns;
    for (const auto &key : explainedFigures()) {
        INFO(key);
        weeks.scope.query = key == "share_of_voice" ? voice : QueryId{};
        REQUIRE(metric(key) != nullptr);
        const auto told = weeks.explain(key, Dimension::Network);
        const auto read = weeks.store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, weeks.scope, weeks.period); });
        CHECK(told.now.unit == metric(key)->unit);
        if (key == "engagements" || key == "engagement_rate")
            continue; // nothing of ours was said: no data there, no posts to sum here
        REQUIRE(read.value.has_value() == told.now.value.has_value());
        if (read.value)
            CHECK(*told.now.value == Approx(*read.value).margin(1e-9));
    }
}

TEST_CASE("a scope in the query language narrows what is explained", "[explain]")
{
    Weeks weeks;
    talk(weeks, 21, 200);
    const auto all = weeks.explain("mentions", Dimension::Language);
    weeks.scope.words = "lang:fr # only those";
    const auto french = weeks.explain("mentions", Dimension::Language);
    REQUIRE(french.parts.size() == 1);
    CHECK(french.parts.front().name == "fr");
    CHECK(french.parts.front().change == part(all, "fr")->change);
    const auto topics = weeks.explain("mentions", Dimension::Topic);
    CHECK(summed(topics) == *french.change);
}

TEST_CASE("the index of a period weighs sources as a person says", "[explain][reputation]")
{
    Weeks weeks;
    for (int who = 0; who < 20; ++who)
        weeks.say(who, "velora", 2, "en", who < 10 ? 1 : -1, who < 10 ? "mastodon" : "bluesky", {}, 100);
    Columns columns;
    const auto read = [&] { return weeks.store.read([&](Tx &tx) { return FigureReader(tx, columns).read("reputation", weeks.scope, weeks.period); }); };
    const auto even = read();
    REQUIRE(even.value);
    CHECK(*even.value == Approx(0).margin(0.1));
    REQUIRE(even.interval);
    CHECK(even.interval->low < -10);
    CHECK(even.notes.empty());
    weeks.store.write([](Tx &tx) { return ReputationReader(tx).setWeight("bluesky", 0.25); });
    CHECK(*read().value > 15);
    const auto bad = weeks.store->writeNow<void>([](Tx &tx) { return ReputationReader(tx).setWeight("bluesky", -1); });
    CHECK(bad.error().code == Errc::InvalidInput);
    CHECK(weeks.store.read([](Tx &tx) { return ReputationReader(tx).weights(); }) == SourceWeights{{"bluesky", 0.25}});
    weeks.store.write([](Tx &tx) { return ReputationReader(tx).setWeight("bluesky", 1); });
    CHECK(weeks.store.read([](Tx &tx) { return ReputationReader(tx).weights(); }).empty());
    weeks.scope.words = "nobody";
    CHECK_FALSE(read().value);
}
