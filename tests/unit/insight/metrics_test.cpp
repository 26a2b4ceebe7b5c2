// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas of the catalogue on a few posts that are counted by hand, and the words of every figure in both languages.
#include "support/builders.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/insight/response_times.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02
const Period kToday{kDay, kDay + 1};

Figure figure(TempStore &store, std::string_view key, const FigureScope &scope = {}, const Period &period = kToday)
{
    Columns columns;
    return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, scope, period); });
}
insight::Change change(TempStore &store, std::string_view key, const Period &period, std::optional<Period> against = {}, const FigureScope &scope = {})
{
    Columns columns;
    return store.read([&](Tx &tx) { return FigureReader(tx, columns).compare(key, scope, period, against); });
}
const insight::Note *noteOf(const Figure &of, insight::Note::Kind kind)
{
    const auto found = std::find_if(of.notes.begin(), of.notes.end(), [kind](const insight::Note &one) { return one.kind == kind; });
    return found == of.notes.end() ? nullptr : &*found;
}
void put(TempStore &store, std::vector<Item> items)
{
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (auto &one : items)
            batch.push_back(analysed(std::move(one)));
        return Items(tx).store(batch);
    });
}
/// Posts of an hour before noon, one a second.
class Posts {
public:
    Item next(const std::string &text = "velora")
    {
        ++number_;
        return item("p" + std::to_string(number_), text, kNoon - std::chrono::hours(1) + std::chrono::seconds(number_));
    }

private:
    int number_ = 0;
};
Item followed(Item one, double followers)
{
    one.author.metrics = {{"followers", followers, ValueStatus::Ok}};
    return one;
}

} // namespace

TEST_CASE("every figure has a name and a definition in both languages, a formula and a family", "[metrics]")
{
    std::set<std::string> keys, names;
    for (const auto &one : catalogue()) {
        INFO(one.key);
        CHECK(keys.insert(one.key).second);
        CHECK(one.formula.rfind(one.key + " = ", 0) == 0);
        for (const auto *language : {"fr", "en"}) {
            const auto words = metricWords(one.key, language);
            CHECK(words.name != one.key);
            CHECK(words.definition.size() > 10);
            CHECK(names.insert(language + words.name).second);
            CHECK(familyName(one.family, language) != one.family);
        }
        CHECK(metricWords(one.key, "fr").definition != metricWords(one.key, "en").definition);
    }
    CHECK(metric("mentions") != nullptr);
    CHECK(metric("nonsense") == nullptr);
    TempStore store;
    Columns columns;
    CHECK(store->readNow<Figure>([&](Tx &tx) { return FigureReader(tx, columns).read("nonsense", {}, kToday); }).error().code == Errc::InvalidInput);
    CHECK(store->readNow<Figure>([&](Tx &tx) { return FigureReader(tx, columns).read("mentions", {}, {kDay, kDay}); }).error().code == Errc::InvalidInput);
}

TEST_CASE("an empty workspace has counts of zero and no rates", "[metrics]")
{
    TempStore store;
    store.clock.advance(std::chrono::hours(36));
    for (const auto &one : catalogue()) {
        INFO(one.key);
        const auto empty = figure(store, one.key);
        const bool people = one.key == "authors" || one.key == "active_members" || one.key == "ambassadors" || one.key == "detractors";
        const bool counts = one.unit == Unit::Count || one.unit == Unit::PerDay || people;
        CHECK((!empty.value || (counts && *empty.value == 0)));
    }
}

TEST_CASE("tone: eighty positive, twenty negative and a hundred neutral of two hundred are +30", "[metrics]")
{
    TempStore store;
    Posts posts;
    std::vector<Item> all;
    for (int i = 0; i < 200; ++i)
        all.push_back(toned(posts.next(), i < 80 ? 1 : i < 100 ? -1 : 0));
    put(store, std::move(all));
    const auto net = figure(store, "net_sentiment");
    CHECK(net.value == Approx(30.0));
    CHECK(net.interval->high - *net.value == Approx(1.959964 * 4.5277).margin(1e-3));
    CHECK(net.n == 200);
    CHECK(figure(store, "net_sentiment_polar").value == Approx(60.0));
    CHECK(figure(store, "brand_health").value == Approx(0.8));
    CHECK(figure(store, "positive_share_polar").value == Approx(80.0));
    CHECK(figure(store, "positive_share").value == Approx(40.0));
    CHECK(figure(store, "polarity_share").value == Approx(50.0));
    CHECK(figure(store, "author_sentiment").value == Approx(30.0)); // one author, one vote: the mean of all
    CHECK(figure(store, "mentions").value == 200);
    CHECK(figure(store, "authors").value == 1);
    // Small counts are not dressed up.
    FigureScope positive;
    positive.tones = {1};
    CHECK(figure(store, "net_sentiment", positive).value == Approx(100.0));
}

TEST_CASE("what is left out is counted beside the value", "[metrics]")
{
    TempStore store;
    Posts posts;
    auto spam = posts.next();
    spam.state = ItemState::Spam;
    put(store, {posts.next(), posts.next(), std::move(spam)});
    const auto mentions = figure(store, "mentions");
    CHECK(mentions.value == 2);
    REQUIRE(noteOf(mentions, insight::Note::Kind::Excluded));
    CHECK(noteOf(mentions, insight::Note::Kind::Excluded)->count == 1);
    const auto net = figure(store, "net_sentiment");
    CHECK(noteOf(net, insight::Note::Kind::SmallSample));
}

TEST_CASE("share of voice is of the locked panel, three ways that may disagree", "[metrics]")
{
    TempStore store;
    const auto add = [&](const std::string &name, QueryRole role) {
        return store.write([&](Tx &tx) {
            SavedQuery query;
            query.name = query.source = name;
            query.role = role;
            return Queries(tx).save(query);
        });
    };
    FigureScope scope;
    scope.query = add("velora", QueryRole::Brand);
    Posts posts;
    put(store, {followed(byAuthor(posts.next("velora"), "a", "a@x"), 100), followed(byAuthor(posts.next("velora and dubreuil"), "b", "b@x"), 300)});
    CHECK_FALSE(figure(store, "share_of_voice", scope).value); // alone, a share says nothing
    add("dubreuil", QueryRole::Competitor);
    put(store, {followed(byAuthor(posts.next("dubreuil"), "c", "c@x"), 1200), byAuthor(posts.next("other"), "d", "d@x")});
    store.write([&](Tx &tx) -> Result<int> { // what was there before the query is judged behind
        VIGIE_TRY(const auto unfinished, Queries(tx).unfinished());
        for (const auto id : unfinished)
            VIGIE_CHECK(Queries(tx).rematch(id, 100));
        return 0;
    });
    const auto share = figure(store, "share_of_voice", scope);
    CHECK(share.value == Approx(50.0)); // two of two and two
    CHECK(share.n == 4);
    CHECK(figure(store, "share_of_voice_reach", scope).value == Approx(100.0 * 400 / 1900));
    CHECK_FALSE(figure(store, "share_of_voice_engagement", scope).value); // nobody gives reactions here: not zero
    // 3 x 400/1500 + 2 x 1 + 0 + 0: no polar mention, no reactions.
    CHECK(figure(store, "brand_ranking", scope).value == Approx(3 * 400.0 / 1500 + 2));
    CHECK(figure(store, "reach", scope).value == Approx(400));
    CHECK(figure(store, "reach").value == Approx(1600));
    CHECK(noteOf(figure(store, "reach"), insight::Note::Kind::NotGiven)->count == 1);
}

TEST_CASE("rates of our posts are rates of sums, with what the network does not give told apart", "[metrics]")
{
    TempStore store;
    const auto account = store.write([](Tx &tx) {
        Account ours;
        ours.connector = "mastodon";
        ours.instance = "https://social.example";
        ours.nativeId = "us";
        return Accounts(tx).save(ours);
    });
    store.write([&](Tx &tx) -> Result<int> {
        const std::vector<MetricValue> values{{"followers", 200, ValueStatus::Ok}};
        VIGIE_CHECK(store::Figures(tx).addAccountMetrics(account, values));
        return 0;
    });
    store.clock.advance(std::chrono::hours(1));
    Posts posts;
    const auto own = [&](std::vector<MetricValue> metrics) {
        auto one = posts.next();
        one.ours = account;
        one.metrics = std::move(metrics);
        return one;
    };
    put(store, {own({{"likes", 10, ValueStatus::Ok}, {"reposts", 4, ValueStatus::Ok}, {"replies", 2, ValueStatus::Ok}, {"views", 100, ValueStatus::Ok}}),
                own({{"likes", 2, ValueStatus::Ok}, {"replies", 0, ValueStatus::Ok}}), own({{"likes", 0, ValueStatus::Hidden}}), posts.next()});
    CHECK(figure(store, "own_posts").value == 3);
    CHECK(figure(store, "engagements").value == 18);
    const auto rate = figure(store, "engagement_rate");
    CHECK(rate.value == Approx(100.0 * 18 / 400)); // the post without counts is on neither side
    CHECK(rate.n == 2);
    CHECK(noteOf(rate, insight::Note::Kind::NotGiven)->count == 1);
    CHECK(noteOf(rate, insight::Note::Kind::NotGiven)->since == kNoon - std::chrono::hours(1) + std::chrono::seconds(3)); // the newest has none any more
    CHECK(figure(store, "engagement_per_mille").value == Approx(45.0));
    CHECK(figure(store, "applause_rate").value == Approx(6.0));
    CHECK(figure(store, "conversation_rate").value == Approx(1.0));
    CHECK(figure(store, "amplification_rate").value == Approx(4.0));
    CHECK(figure(store, "engagement_rate_views").value == Approx(16.0));
    CHECK_FALSE(figure(store, "engagement_rate_reach").value);
    CHECK_FALSE(figure(store, "virality_rate").value);
    CHECK(figure(store, "followers").value == 200);
    CHECK_FALSE(figure(store, "follower_growth").value); // nothing was counted before the day
    CHECK(figure(store, "mentions").value == 1);
}

TEST_CASE("people: stickiness, shares of participation, dependency and retention", "[metrics]")
{
    TempStore store;
    std::vector<Item> all;
    const auto say = [&](const std::string &who, int daysAgo, int times) {
        for (int i = 0; i < times; ++i)
            all.push_back(byAuthor(item(who + std::to_string(daysAgo) + "-" + std::to_string(i), "x", kNoon - std::chrono::hours(24 * daysAgo + 1) + std::chrono::seconds(i)), who, who + "@x"));
    };
    say("a", 0, 6);
    say("b", 0, 2);
    say("c", 1, 2);
    say("d", 20, 1);
    say("a", 2, 1);
    say("e", 40, 1); // more than a month ago
    put(store, std::move(all));
    // Today: a, b of a, b, c, d.
    CHECK(figure(store, "stickiness").value == Approx(50.0));
    // Yesterday c of a, c, d; the mean of both days.
    CHECK(figure(store, "stickiness", {}, {kDay - 1, kDay + 1}).value == Approx(100 * (0.5 + 1.0 / 3) / 2));
    const Period month{kDay - 29, kDay + 1};
    CHECK(figure(store, "active_members", {}, month).value == 4);
    CHECK(figure(store, "participation_top", {}, month).value == Approx(100.0 * 7 / 12)); // one person is the first hundredth of four
    CHECK(figure(store, "contributor_dependency", {}, month).value == 1);
    // 7, 2, 2, 1: sum of |x - y| over all pairs / (2 n^2 mean) = (2 x (5+5+6+0+1+1)) / (2 x 16 x 3)
    CHECK(figure(store, "gini", {}, month).value == Approx(36.0 / 96));
    const auto stayed = figure(store, "retention", {}, {kDay - 1, kDay + 1});
    CHECK(stayed.n == 1); // a, two days ago
    CHECK(stayed.value == Approx(100.0));
}

TEST_CASE("response times: censored ones are open, never zero", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(72));
    put(store, {Posts().next()});
    const auto ask = [&](int minutes, std::optional<int> answeredAfter) {
        store.write([&](Tx &tx) {
            Ticket ticket;
            ticket.root = ticket.latest = ItemId{1};
            ticket.status = answeredAfter ? TicketStatus::Done : TicketStatus::Open;
            ticket.createdAt = ticket.changedAt = kNoon + std::chrono::minutes(minutes);
            ticket.firstInboundAt = ticket.createdAt;
            if (answeredAfter)
                ticket.firstReplyAt = *ticket.firstInboundAt + std::chrono::minutes(*answeredAfter);
            return Tickets(tx).save(ticket, "intake");
        });
    };
    for (int i = 0; i < 19; ++i)
        ask(i, i + 1); // 1 to 19 minutes
    const auto median = figure(store, "response_median");
    CHECK(median.value == 600);
    CHECK(median.interval->low == 5 * 60); // ranks 5 and 15 of 19
    CHECK(median.interval->high == 15 * 60);
    CHECK(figure(store, "response_p90").value == Approx(60 * 17.2));
    CHECK(figure(store, "response_mean").value == 600);
    CHECK_FALSE(noteOf(median, insight::Note::Kind::Censored));
    ask(-5, {});
    const auto open = figure(store, "response_median");
    CHECK(open.value == 600); // one of twenty does not move it
    CHECK(noteOf(open, insight::Note::Kind::Censored)->count == 1);
    CHECK(noteOf(open, insight::Note::Kind::Censored)->since == kNoon - std::chrono::minutes(5));
    for (int i = 0; i < 20; ++i)
        ask(-10 - i, {});
    const auto many = figure(store, "response_median");
    CHECK_FALSE(many.value); // of forty less than half was answered: nobody knows
    CHECK(noteOf(many, insight::Note::Kind::Censored)->count == 21);
    CHECK(figure(store, "response_rate").value == Approx(100.0 * 19 / 40));
    CHECK(figure(store, "conversations").value == 40);
    const auto bars = store.read([](Tx &tx) { return responseTimes(tx, {}, kToday); });
    CHECK(bars.answered == 19);
    CHECK(bars.open == 21);
    CHECK(bars.bars[0].answered == 4);  // under five minutes
    CHECK(bars.bars[1].answered == 10); // under fifteen
    CHECK(bars.bars[2].answered == 5);
    std::int64_t sum = 0;
    for (const auto &bar : bars.bars)
        sum += bar.answered + bar.open;
    CHECK(sum == 40);
}

TEST_CASE("sixty against forty is said, and said not to be distinguishable", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    std::vector<Item> all;
    for (int i = 0; i < 100; ++i)
        all.push_back(item("c" + std::to_string(i), "velora", kNoon - std::chrono::hours(i < 60 ? 24 * 7 : 0) + std::chrono::seconds(i)));
    put(store, std::move(all));
    const auto fewer = change(store, "mentions", kToday);
    CHECK(fewer.against.fromDay == kDay - 7); // Mondays with Mondays
    CHECK(fewer.now.value == 40);
    CHECK(fewer.before.value == 60);
    CHECK(fewer.relative == Approx(-1.0 / 3));
    CHECK(fewer.interval->low == Approx(.4353 - 1).margin(1e-4));
    CHECK(fewer.interval->high == Approx(1.0112 - 1).margin(1e-4));
    CHECK_FALSE(fewer.distinguishable);
    const auto fresh = change(store, "mentions", kToday, Period{kDay - 3, kDay - 2});
    CHECK(fresh.isNew);
    CHECK_FALSE(fresh.relative);
}

TEST_CASE("counts that come in bursts need more to be a change", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    std::vector<Item> all;
    int number = 0;
    for (int daysAgo = 0; daysAgo <= 56; ++daysAgo) {
        const int posts = daysAgo == 0 ? 60 : daysAgo / 7 % 2 == 0 ? 10 : 40;
        for (int i = 0; i < posts; ++i)
            all.push_back(item("b" + std::to_string(++number), "velora", kNoon - std::chrono::hours(24 * daysAgo) + std::chrono::seconds(i)));
    }
    put(store, std::move(all));
    const auto more = change(store, "mentions", kToday, Period{kDay - 7, kDay - 6});
    CHECK(more.before.value == 40);
    CHECK(more.dispersion > 5);
    CHECK_FALSE(more.distinguishable); // 60 after 40, where 10 and 40 take turns
    CHECK(std::any_of(more.notes.begin(), more.notes.end(), [](const insight::Note &one) { return one.kind == insight::Note::Kind::Overdispersed && one.count > 500; }));
}

TEST_CASE("what has not happened yet is left out of both", "[metrics]")
{
    TempStore store; // it is noon
    put(store, {item("1", "x", kNoon - std::chrono::hours(1)), item("2", "x", kNoon - std::chrono::hours(24 * 7 + 1)), item("3", "x", kNoon - std::chrono::hours(24 * 7 - 1))});
    const auto even = change(store, "mentions", kToday);
    CHECK(even.now.value == 1);
    CHECK(even.before.value == 1); // the one of the afternoon of last Monday is not of it
}

TEST_CASE("curves: days of 23 hours, weeks from Monday, hours of the week, and parts that add up", "[metrics]")
{
    TempStore store(Instant{std::chrono::seconds{1775044800}}); // 2026-04-01 12:00 UTC
    store.write([](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Settings(tx).set("workspace.zone", "Europe/Paris"));
        return 0;
    });
    const auto at = [](const char *text) { return *parseRfc3339(text); };
    auto rss = item("4", "x", at("2026-03-30T10:00:00+02:00"));
    rss.connector = "rss";
    put(store, {item("1", "x", at("2026-03-28T23:59:59+01:00")), item("2", "x", at("2026-03-29T00:00:00+01:00")), item("3", "x", at("2026-03-29T23:59:59+02:00")), std::move(rss)});
    const std::int32_t saturday = 20540; // 2026-03-28
    Columns columns;
    const auto series = [&](Bucket bucket, Split split) {
        return store.read([&](Tx &tx) { return FigureReader(tx, columns).series("mentions", {}, {saturday, saturday + 4}, bucket, split); });
    };
    const auto values = [](const Series::Line &line) {
        std::vector<double> out;
        for (const auto &point : line.points)
            out.push_back(point.value.value_or(-1));
        return out;
    };
    const auto days = series(Bucket::Day, Split::None);
    CHECK(values(days.lines.front()) == std::vector<double>{1, 2, 1, 0});
    CHECK(days.starts[2] - days.starts[1] == std::chrono::hours(23));
    const auto weeks = series(Bucket::Week, Split::None);
    CHECK(values(weeks.lines.front()) == std::vector<double>{3, 1}); // until Sunday, from Monday
    CHECK(series(Bucket::Hour, Split::None).starts.size() == 95);
    const auto week = series(Bucket::HourOfWeekday, Split::None);
    REQUIRE(week.lines.front().points.size() == 168);
    CHECK(week.lines.front().points[10].value == 1);           // Monday at ten
    CHECK(week.lines.front().points[5 * 24 + 23].value == 1);  // Saturday at eleven in the evening
    CHECK(week.lines.front().points[6 * 24].value == 1);
    const auto networks = series(Bucket::Day, Split::Network);
    REQUIRE(networks.lines.size() == 2);
    CHECK(networks.lines[0].name == "mastodon"); // the larger first
    CHECK(values(networks.lines[1]) == std::vector<double>{0, 0, 1, 0});
    const auto people = series(Bucket::Whole, Split::Author);
    REQUIRE(people.lines.size() == 2); // the same name on two networks is two accounts
    CHECK(values(people.lines[0]) == std::vector<double>{3});
    Columns other;
    CHECK(store->readNow<Series>([&](Tx &tx) { return FigureReader(tx, other).series("engagement_rate", {}, {saturday, saturday + 2}, Bucket::Day, Split::Tone); }).error().code == Errc::InvalidInput);
}

TEST_CASE("reviews: mean, Bayesian mean and a bound, of the scope's own reviews", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    Posts posts;
    const auto review = [&](double stars, const char *lang) {
        auto one = posts.next();
        one.kind = ItemKind::Review;
        one.rating = stars / 5;
        one.lang = lang;
        return one;
    };
    put(store, {review(5, "fr"), review(5, "fr"), review(5, "fr"), review(1, "en"), posts.next()});
    FigureScope french;
    french.langs = {"fr"};
    CHECK(figure(store, "reviews").value == 4);
    CHECK(figure(store, "reviews", french).value == 3);
    CHECK(figure(store, "rating_mean").value == Approx(4.0));
    CHECK(figure(store, "rating_mean", french).value == Approx(5.0));
    CHECK(figure(store, "rating_bayesian").value == Approx(4.0)); // their own mean is the prior
    CHECK(figure(store, "rating_good", french).value == Approx(.438494).margin(1e-5)); // three of three
    CHECK(figure(store, "review_response_rate").value == 0);
    CHECK_FALSE(figure(store, "review_response_median").value);
    CHECK(noteOf(figure(store, "review_response_median"), insight::Note::Kind::Censored)->count == 4);
    SearchPage page;
    Columns columns;
    CHECK(store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("rating_mean", {}, kToday, page); }).size() == 4);
}
