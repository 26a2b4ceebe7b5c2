// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure of the catalogue opens as many rows as it counts, and its value comes out of these rows again: reckoned here from what
// the store says of each, over random workspaces in which everything there is a figure of happens.
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/estimates.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/surveys.hpp>
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
const Period kAll{kDay - 3, kDay + 3}, kPart{kDay - 1, kDay + 1};
constexpr int kItems = 260, kBefore = 96; // hours before noon at which the workspace was made

// A workspace -------------------------------------------------------------------------------------------------------------
struct Parts {
    AccountId account;
    QueryId brand;
    std::vector<Item> own;
};

Account ours()
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "us";
    return account;
}

std::vector<AnalysedItem> someItems(Sequence &random, AccountId account, std::vector<Item> &own)
{
    std::vector<AnalysedItem> out;
    for (int i = 0; i < kItems; ++i) {
        auto one = randomItem(random, i);
        if (random.below(8) == 0)
            one.kind = ItemKind::Question;
        if (random.below(8) == 0) {
            one.ours = account;
            one.connector = "mastodon";
            one.refs.clear();
            for (const auto *key : {"reposts", "quotes", "impressions", "reach", "saves"})
                if (random.below(2) == 0)
                    one.metrics.push_back({key, static_cast<double>(random.below(30)), ValueStatus::Ok});
            one.fetchedAt = one.publishedAt + std::chrono::minutes(60 + random.below(60));
            own.push_back(one);
        } else if (random.below(4) == 0) {
            one = answering(std::move(one), "n" + std::to_string(random.below(kItems)));
        }
        if (one.kind == ItemKind::Review && one.connector == "mastodon" && !one.ours && random.below(2) == 0) {
            auto answer = answering(item("a" + std::to_string(i), "thank you", one.publishedAt + std::chrono::minutes(random.below(300))), one.nativeId, Relation::AnswersReview);
            answer.ours = account;
            out.push_back(analysed(std::move(answer)));
        }
        out.push_back(analysed(std::move(one)));
    }
    for (int i = 0; i < 12; ++i) // who means it
        out.push_back(analysed(toned(byAuthor(item("v" + std::to_string(i), "velora", kNoon - std::chrono::hours(i * 2)), i % 2 == 0 ? "fan" : "foe", i % 2 == 0 ? "fan@x" : "foe@x"), i % 2 == 0 ? 1 : -1)));
    return out;
}

/// Later ones relay earlier ones, or what relays these.
std::vector<RelayLink> someRelays(Sequence &random, const std::vector<ItemId> &newestFirst)
{
    std::vector<RelayLink> out;
    for (std::size_t i = 0; i + 1 < newestFirst.size(); i += 1 + random.below(6))
        out.push_back({newestFirst[i], newestFirst[i + 1 + random.below(newestFirst.size() - i - 1)], RelayHow::Copy, 1});
    return out;
}

SlaEvent clockOf(Sequence &random, SlaTarget target, int sequence, Instant start)
{
    SlaEvent event;
    event.target = target;
    event.sequence = sequence;
    event.startedAt = start;
    event.state = std::array{SlaState::Hit, SlaState::Miss, SlaState::Nothing, SlaState::Running}[random.below(4)];
    if (event.state != SlaState::Running)
        event.endedAt = start + std::chrono::minutes(1 + random.below(3000));
    if (event.state == SlaState::Hit || event.state == SlaState::Miss)
        event.dueAt = start + std::chrono::hours(2);
    event.wall = event.endedAt ? std::chrono::duration_cast<std::chrono::seconds>(*event.endedAt - start).count() : 3600;
    event.used = event.wall / 2;
    return event;
}

Result<int> someTickets(Tx &tx, Sequence &random, const std::vector<ItemId> &roots)
{
    for (const auto root : roots) {
        Ticket ticket;
        ticket.root = ticket.latest = root;
        ticket.createdAt = ticket.changedAt = kNoon - std::chrono::minutes(random.below(4000));
        ticket.firstInboundAt = ticket.createdAt;
        if (random.below(3) != 0)
            ticket.firstReplyAt = ticket.createdAt + std::chrono::minutes(random.below(2500));
        ticket.status = std::array{TicketStatus::New, TicketStatus::Open, TicketStatus::Done, TicketStatus::Ignored}[random.below(4)];
        ticket.outbound = static_cast<int>(random.below(3));
        VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "intake"));
        std::vector<SlaEvent> events{clockOf(random, SlaTarget::First, 0, ticket.createdAt)};
        for (int i = 0; i < static_cast<int>(random.below(3)); ++i)
            events.push_back(clockOf(random, SlaTarget::Next, i, ticket.createdAt + std::chrono::hours(i + 1)));
        for (int i = 0; i < static_cast<int>(random.below(3)); ++i)
            events.push_back(clockOf(random, SlaTarget::Resolution, i, ticket.createdAt + std::chrono::hours(9 * i)));
        for (auto &event : events)
            event.ticket = id;
        VIGIE_CHECK(Sla(tx).keep(id, events, {}));
    }
    return 0;
}

/// Some of the answers are about a conversation.
Result<int> someAnswers(Tx &tx, Sequence &random)
{
    TicketFilter filter;
    filter.statuses = {TicketStatus::New, TicketStatus::Open, TicketStatus::Done, TicketStatus::Ignored};
    VIGIE_TRY(const auto tickets, Tickets(tx).list(filter));
    for (int i = 0; i < 40; ++i) {
        SurveyAnswer answer;
        answer.kind = i % 2 == 0 ? SurveyKind::Csat : SurveyKind::Nps;
        answer.score = 1 + static_cast<int>(random.below(5)) * (i % 2 == 0 ? 1 : 2);
        answer.at = kNoon - std::chrono::hours(random.below(60));
        answer.network = random.below(2) == 0 ? "mastodon" : "bluesky";
        if (!tickets.empty() && random.below(2) == 0)
            answer.ticket = tickets[random.below(tickets.size())].ticket.id;
        VIGIE_CHECK(Surveys(tx).add(answer));
    }
    for (const auto day : {kDay - 2, kDay - 1, kDay})
        VIGIE_CHECK(Goals(tx).save({0, "mastodon", day, day + 1, static_cast<double>(10 + random.below(50)), {{"order", static_cast<double>(1 + random.below(5)), 12.5, "EUR"}}}));
    return 0;
}

Parts fill(TempStore &store, std::uint64_t seed)
{
    Sequence random(seed);
    Parts out;
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(out.account, Accounts(tx).save(ours()));
        const std::vector<MetricValue> followers{{"followers", 200, ValueStatus::Ok}};
        VIGIE_CHECK(store::Figures(tx).addAccountMetrics(out.account, followers));
        SavedQuery brand, other;
        brand.name = brand.source = "velora";
        brand.role = QueryRole::Brand;
        other.name = other.source = "service";
        other.role = QueryRole::Competitor;
        VIGIE_TRY(out.brand, Queries(tx).save(brand));
        VIGIE_CHECK(Queries(tx).save(other));
        return 0;
    });
    store.clock.advance(std::chrono::hours(kBefore + 60));
    store.write([&](Tx &tx) { return Items(tx).store(someItems(random, out.account, out.own)); });
    store.write([&](Tx &tx) -> Result<int> {
        SearchPage page;
        page.limit = 10'000;
        Columns columns;
        VIGIE_TRY(const auto items, FigureReader(tx, columns).rows("mentions", {}, kAll, page));
        VIGIE_CHECK(Relays(tx).assign(someRelays(random, items)));
        VIGIE_CHECK(Estimates(tx).setSiteVisits("blog.example", 30'000));
        std::vector<ItemId> roots;
        for (const auto item : items)
            if (random.below(3) == 0)
                roots.push_back(item);
        VIGIE_CHECK(someTickets(tx, random, roots));
        return someAnswers(tx, random);
    });
    store.clock.advance(std::chrono::hours(24 * 10));
    for (const int age : {10, 48, 24 * 9}) { // and our posts are read again, as they grow
        std::vector<AnalysedItem> again;
        for (auto &one : out.own) {
            one.fetchedAt = one.publishedAt + std::chrono::hours(age);
            for (auto &metric : one.metrics)
                metric.value += static_cast<double>(random.below(20));
            again.push_back(analysed(one));
        }
        store.write([&](Tx &tx) { return Items(tx).store(again); });
    }
    return out;
}

// What comes out of the rows ----------------------------------------------------------------------------------------------
std::optional<double> sumOf(const Item &item, const std::set<std::string> &keys)
{
    std::optional<double> sum;
    for (const auto &metric : item.metrics)
        if (metric.status == ValueStatus::Ok && keys.count(metric.key) != 0)
            sum = sum.value_or(0) + metric.value;
    return sum;
}

class Rows {
public:
    Rows(Tx &tx, std::vector<ItemRow> rows) : rows_(std::move(rows))
    {
        for (const auto &row : rows_)
            if (row.item.authorId && followers_.count(row.item.authorId) == 0)
                if (const auto member = Members(tx).get(row.item.authorId))
                    for (const auto &metric : member->profile.metrics)
                        if (metric.key == "followers")
                            followers_[row.item.authorId] = metric.value;
    }
    [[nodiscard]] double count(const std::function<bool(const ItemRow &)> &is) const { return static_cast<double>(std::count_if(rows_.begin(), rows_.end(), is)); }
    [[nodiscard]] double tones(int label) const
    {
        return count([label](const ItemRow &row) { return row.item.toneLabel == label; });
    }
    [[nodiscard]] double originals() const
    {
        return count([](const ItemRow &row) { return !row.relay && row.item.ref(Relation::RepostOf) == nullptr; });
    }
    [[nodiscard]] double sum(const std::set<std::string> &keys) const
    {
        double out = 0;
        for (const auto &row : rows_)
            out += sumOf(row.item, keys).value_or(0);
        return out;
    }
    [[nodiscard]] double reach(bool once) const
    {
        double out = 0;
        std::set<MemberId> seen;
        for (const auto &row : rows_)
            if (!once || seen.insert(row.item.authorId).second)
                out += followers_.at(row.item.authorId);
        return out;
    }
    [[nodiscard]] std::map<MemberId, std::pair<double, double>> authors() const ///< posts, balance of tone
    {
        std::map<MemberId, std::pair<double, double>> out;
        for (const auto &row : rows_) {
            auto &one = out[row.item.authorId];
            one.first += 1;
            one.second += row.item.toneLabel;
        }
        return out;
    }
    [[nodiscard]] double stars() const
    {
        double out = 0;
        for (const auto &row : rows_)
            out += 5 * row.item.rating.value();
        return out;
    }
    [[nodiscard]] double size() const { return static_cast<double>(rows_.size()); }

private:
    std::vector<ItemRow> rows_;
    std::map<MemberId, double> followers_;
};

double meanVote(const Rows &rows)
{
    double sum = 0;
    for (const auto &[author, said] : rows.authors())
        sum += said.second / said.first;
    return 100 * sum / static_cast<double>(rows.authors().size());
}

using FromRows = std::function<double(const Rows &)>;

/// Of the figures that sums of their rows are enough for.
const std::map<std::string, FromRows> &sums()
{
    const FromRows size = [](const Rows &rows) { return rows.size(); };
    const FromRows people = [](const Rows &rows) { return static_cast<double>(rows.authors().size()); };
    const std::set<std::string> reactions{"likes", "reposts", "replies", "quotes"}, own{"likes", "reposts", "replies", "quotes", "saves", "clicks"};
    static const std::map<std::string, FromRows> all{
        {"mentions", size}, {"originals", size}, {"relays", size}, {"positive", size}, {"negative", size}, {"own_posts", size}, {"conversations", size}, {"backlog", size}, {"reviews", size},
        {"authors", people}, {"active_members", people},
        {"mentions_per_day", [](const Rows &rows) { return rows.size() / kPart.length(); }},
        {"cascades", size},
        {"originals_share", [](const Rows &rows) { return 100 * rows.originals() / rows.size(); }},
        {"mention_engagements", [reactions](const Rows &rows) { return rows.sum(reactions); }},
        {"net_sentiment", [](const Rows &rows) { return 100 * (rows.tones(1) - rows.tones(-1)) / rows.size(); }},
        {"net_sentiment_polar", [](const Rows &rows) { return 100 * (rows.tones(1) - rows.tones(-1)) / rows.size(); }},
        {"brand_health", [](const Rows &rows) { return rows.tones(1) / rows.size(); }},
        {"positive_share_polar", [](const Rows &rows) { return 100 * rows.tones(1) / rows.size(); }},
        {"positive_share", [](const Rows &rows) { return 100 * rows.tones(1) / rows.size(); }},
        {"negative_share", [](const Rows &rows) { return 100 * rows.tones(-1) / rows.size(); }},
        {"polarity_share", [](const Rows &rows) { return 100 * (rows.tones(1) + rows.tones(-1)) / rows.size(); }},
        {"author_sentiment", meanVote},
        {"reach", [](const Rows &rows) { return rows.reach(false); }},
        {"reach_unique", [](const Rows &rows) { return rows.reach(true); }},
        {"reach_per_mention", [](const Rows &rows) { return rows.reach(false) / rows.size(); }},
        {"engagements", [own](const Rows &rows) { return rows.sum(own); }},
        {"views", [](const Rows &rows) { return rows.sum({"views"}); }},
        {"engagement_rate", [own](const Rows &rows) { return 100 * rows.sum(own) / (200 * rows.size()); }},
        {"engagement_rate_views", [own](const Rows &rows) { return 100 * rows.sum(own) / rows.sum({"views"}); }},
        {"engagement_rate_reach", [own](const Rows &rows) { return 100 * rows.sum(own) / rows.sum({"reach"}); }},
        {"virality_rate", [](const Rows &rows) { return 100 * rows.sum({"reposts", "quotes"}) / rows.sum({"impressions"}); }},
        {"applause_rate", [](const Rows &rows) { return rows.sum({"likes"}) / rows.size(); }},
        {"rating_mean", [](const Rows &rows) { return rows.stars() / rows.size(); }},
    };
    return all;
}

std::int64_t openOf(const Figure &figure)
{
    std::int64_t open = 0;
    for (const auto &one : figure.notes)
        open += one.kind == insight::Note::Kind::Censored ? one.count : 0;
    return open;
}

/// As the catalogue says that n counts the rows.
void checkRelation(const Metric &metric, const Figure &figure, const std::vector<ItemRow> &rows)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    std::set<MemberId> people;
    for (const auto &row : rows)
        people.insert(row.item.authorId);
    switch (metric.sample) {
    case Metric::Sample::Rows: CHECK(figure.n == count); break;
    case Metric::Sample::Ended: CHECK(figure.n + openOf(figure) == count); break;
    case Metric::Sample::People: CHECK(figure.n == static_cast<std::int64_t>(people.size())); break;
    case Metric::Sample::Days: CHECK(figure.n <= kPart.length()); break;
    case Metric::Sample::Answers:
        CHECK(count <= figure.n);
        CHECK((count == 0) == (figure.n == 0));
        break;
    case Metric::Sample::Panel:
        CHECK(count <= figure.n);
        if (metric.key == "share_of_voice" && figure.value)
            CHECK(*figure.value * static_cast<double>(figure.n) / 100 == Approx(static_cast<double>(count)));
        break;
    case Metric::Sample::Accounts:
    case Metric::Sample::Entered: CHECK(rows.empty()); break;
    case Metric::Sample::Surveys: CHECK(count <= figure.n); break;
    }
}

std::vector<FigureScope> scopes(QueryId brand)
{
    std::vector<FigureScope> out(5);
    out[1].query = brand;
    out[2].langs = {"fr"};
    out[3].networks = {"mastodon"};
    out[4].query = brand;
    out[4].withoutRelays = true;
    return out;
}

} // namespace

TEST_CASE("every figure opens the rows that it counts, and they sum to its value", "[metrics][rows]")
{
    std::set<std::string> seen, summed;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        TempStore store(kNoon - std::chrono::hours(kBefore));
        const auto parts = fill(store, seed);
        Columns columns;
        for (const auto &scope : scopes(parts.brand)) {
            for (const auto &metric : catalogue()) {
                store.read([&](Tx &tx) -> Result<int> {
                    FigureReader reader(tx, columns);
                    VIGIE_TRY(const auto figure, reader.read(metric.key, scope, kPart));
                    SearchPage page;
                    page.limit = 10'000;
                    VIGIE_TRY(const auto ids, reader.rows(metric.key, scope, kPart, page));
                    VIGIE_TRY(auto rows, Items(tx).rows(ids));
                    INFO(metric.key << ", seed " << seed << ", query " << scope.query.value << ", " << scope.langs.size() << " languages, " << scope.networks.size() << " networks");
                    CHECK(rows.size() == ids.size());
                    CHECK(std::is_sorted(ids.rbegin(), ids.rend()));
                    checkRelation(metric, figure, rows);
                    if (figure.n > 0)
                        seen.insert(metric.key);
                    const auto rule = sums().find(metric.key);
                    if (rule == sums().end() || !figure.value)
                        return 0;
                    summed.insert(metric.key);
                    CHECK(rule->second(Rows(tx, std::move(rows))) == Approx(*figure.value).margin(1e-9));
                    return 0;
                });
            }
        }
    }
    // The workspace is rich enough that the test says something of each.
    for (const auto &metric : catalogue()) {
        INFO(metric.key);
        CHECK(seen.count(metric.key) == 1);
    }
    CHECK(summed.size() == sums().size());
}

TEST_CASE("rows come page by page, each once", "[metrics][rows]")
{
    TempStore store(kNoon - std::chrono::hours(kBefore));
    fill(store, 9);
    Columns columns;
    for (const auto *key : {"mentions", "reach", "response_median", "own_posts", "answer_rate"}) {
        store.read([&](Tx &tx) -> Result<int> {
            FigureReader reader(tx, columns);
            SearchPage page;
            page.limit = 10'000;
            VIGIE_TRY(const auto all, reader.rows(key, {}, kAll, page));
            std::vector<ItemId> paged;
            page.limit = 7;
            for (;;) {
                VIGIE_TRY(const auto some, reader.rows(key, {}, kAll, page));
                if (some.empty())
                    break;
                paged.insert(paged.end(), some.begin(), some.end());
                page.before = some.back();
            }
            INFO(key);
            CHECK(all.size() > 7);
            CHECK(paged == all);
            return 0;
        });
    }
}
