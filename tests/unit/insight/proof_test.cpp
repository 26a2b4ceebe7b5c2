// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/tables.hpp"
#include "insight/zip.hpp"
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/estimates.hpp>
#include <vigie/insight/proof.hpp>
#include <vigie/insight/reputation_reader.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/surveys.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

using namespace vigie;
using namespace vigie::test;
using namespace vigie::insight;

namespace {

constexpr auto kMade = kNoon + std::chrono::hours(200); ///< when everything was read
constexpr int kConversations = 14; ///< the last one is open still
using Files = std::vector<std::pair<std::string, std::string>>;

Files read(const std::string &path)
{
    Files files;
    must(readZip(path, [&](const std::string &name, ZipFile &file, double) -> Result<void> {
        files.emplace_back(name, "");
        for (;;) {
            VIGIE_TRY(const auto block, file.next());
            if (block.empty())
                return {};
            files.back().second += block;
        }
    }));
    return files;
}

std::string bytesOf(const std::string &path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

void replaceOnce(std::string &text, const std::string &what, const std::string &by)
{
    const auto place = text.find(what);
    REQUIRE(place != std::string::npos);
    text.replace(place, what.size(), by);
}

/// Somebody who changes a file and, if `sums`, makes the list of hashes fit again.
void forge(const std::string &from, const std::string &to, bool sums, const std::function<void(std::map<std::string, std::string> &)> &change)
{
    std::map<std::string, std::string> files;
    for (auto &[name, bytes] : read(from))
        files[name] = bytes;
    change(files);
    if (sums) {
        files["SHA256SUMS"].clear();
        for (const auto &[name, bytes] : files)
            if (name != "SHA256SUMS")
                files["SHA256SUMS"] += sha256(bytes) + "  " + name + "\n";
    }
    auto zip = must(ZipWriter::create(to));
    for (const auto &[name, bytes] : files)
        must(zip.add(name, bytes));
    must(zip.finish());
}

/// A workspace that has something of everything that figures are made of, in a period that is over.
struct House {
    TempStore store{kMade};
    Columns columns;
    ProofRequest request;

    House()
    {
        store.write([&](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.zone", "Europe/Paris"));
            VIGIE_TRY(request.scope.query, query(tx, "Girouette", QueryRole::Brand));
            VIGIE_CHECK(query(tx, "Moulin", QueryRole::Competitor));
            VIGIE_CHECK(ReputationReader(tx).setWeight("mastodon", 0.5));
            VIGIE_CHECK(Estimates(tx).setSiteVisits("example.org", 3000));
            VIGIE_CHECK(Estimates(tx).setSiteVisits("news.example.org", 600));
            VIGIE_CHECK(Estimates(tx).setViewRate("mastodon", 0.2));
            return {};
        });
        posts();
        ours();
        entered();
        for (int i = 0; i < kConversations; ++i)
            conversation(i);
        const auto today = must(localDay(kNoon, "Europe/Paris"));
        request.period = {today - 2, today + 1};
        request.key = "net_sentiment";
    }
    ProofWritten prove(const std::string &path)
    {
        return store.read([&](store::Tx &tx) { return writeProof(tx, columns, request, path); });
    }

private:
    static Result<QueryId> query(store::Tx &tx, const std::string &name, QueryRole role)
    {
        SavedQuery query;
        query.name = name;
        query.source = role == QueryRole::Brand ? "girouette" : "moulin";
        query.role = role;
        return store::Queries(tx).save(query);
    }
    static Instant ago(int hours) { return kNoon - std::chrono::hours{hours}; }

    void put(std::vector<Item> items)
    {
        store.write([&](store::Tx &tx) -> Result<void> {
            std::vector<store::AnalysedItem> batch;
            for (auto &one : items)
                batch.push_back(analysed(std::move(one)));
            VIGIE_TRY(const auto stored, store::Items(tx).store(batch));
            for (std::size_t i = 0; i < stored.size(); ++i)
                ids_[batch[i].item().nativeId] = stored[i].id;
            return {};
        });
    }
    static Item counted(Item one, double likes, std::optional<double> followers)
    {
        one.metrics = {{"likes", likes, ValueStatus::Ok}, {"reposts", likes / 2, ValueStatus::Estimated}, {"views", 0, ValueStatus::Missing}};
        if (followers)
            one.author.metrics = {{"followers", *followers, ValueStatus::Ok}};
        return one;
    }

    void posts()
    {
        std::vector<Item> items;
        for (int i = 0; i < 40; ++i) { // also of the month before, for what looks back
            const auto who = "m" + std::to_string(i % 7);
            auto one = byAuthor(item("n" + std::to_string(i), i % 5 == 0 ? "un moulin et une girouette" : "une girouette \"" + std::to_string(i) + "\",\n=1+1", ago(i < 14 ? i : i * 5)), who, who + "@ada");
            items.push_back(counted(toned(std::move(one), i % 3 == 0 ? -1 : i % 2), i % 4, i % 7 == 3 ? std::nullopt : std::optional(100.0 * (i % 7))));
        }
        items.push_back(answering(byAuthor(item("again", "une girouette", ago(3)), "m5", "relay@ada"), "n9", Relation::RepostOf));
        for (int i = 0; i < 12; ++i) { // one who is for us, and one who is not
            const std::string who = i % 2 == 0 ? "fan" : "critic";
            auto one = toned(byAuthor(item("s" + std::to_string(i), "la girouette", ago(5 * i + 2)), who, who + "@ada"), i % 2 == 0 ? 1 : -1);
            one.permalink = i % 3 == 0 ? "https://news.example.org/" + std::to_string(i) : "https://www.example.org/" + std::to_string(i);
            items.push_back(std::move(one));
        }
        for (int i = 0; i < 5; ++i)
            items.push_back(byAuthor(item("c" + std::to_string(i), "un moulin", ago(i + 1)), "m9", "rival@ada"));
        for (int i = 0; i < 6; ++i) {
            auto question = byAuthor(item("q" + std::to_string(i), "une girouette ?", ago(20 + i)), "m" + std::to_string(i), "ask@ada");
            question.kind = ItemKind::Question;
            items.push_back(std::move(question));
            if (i > 3)
                continue;
            items.push_back(answering(byAuthor(item("a" + std::to_string(i), "oui", ago(18 - i)), "m8", "kind@ada"), "q" + std::to_string(i)));
        }
        for (int i = 0; i < 8; ++i) { // the last two long before: the mean of all is theirs, too
            auto review = byAuthor(item("r" + std::to_string(i), i == 7 ? "rien" : "la girouette", ago(i < 6 ? i + 3 : 2000 + i)), "rev" + std::to_string(i), "guest@ada");
            review.kind = ItemKind::Review;
            review.rating = (i % 4 + 1) / 5.0;
            if (i == 2)
                review.precision = TimePrecision::Unknown;
            items.push_back(std::move(review));
        }
        put(std::move(items));
        store.write([&](store::Tx &tx) { // a chain of three, and one more
            const std::vector<store::RelayLink> links{
                {ids_["n3"], ids_["n4"], store::RelayHow::Copy, 0.9}, {ids_["n1"], ids_["n3"], store::RelayHow::Repost, 1}, {ids_["n7"], ids_["n8"], store::RelayHow::Quote, 1}};
            return store::Relays(tx).assign(links);
        });
    }

    void ours()
    {
        store.clock.set(ago(100));
        const auto account = store.write([&](store::Tx &tx) -> Result<AccountId> {
            Account us;
            us.connector = "mastodon";
            us.instance = "https://social.example";
            us.nativeId = "us";
            return store::Accounts(tx).save(us);
        });
        for (int day = 0; day < 4; ++day) {
            store.write([&](store::Tx &tx) { return store::Figures(tx).addAccountMetrics(account, std::vector<MetricValue>{{"followers", 200.0 + day, ValueStatus::Ok}}); });
            store.clock.advance(std::chrono::hours(24));
        }
        store.clock.set(kMade);
        for (const int age : {1, 10, 100, 190}) { // read again and again, for more than a week
            std::vector<Item> posts;
            for (int i = 0; i < 5; ++i) {
                auto one = counted(item("own" + std::to_string(i), "notre girouette", ago(13 * i + 1)), 3 + i + age / 10, std::nullopt);
                one.ours = account;
                one.fetchedAt = one.publishedAt + std::chrono::hours(age);
                if (i < 4)
                    one.metrics = {{"likes", 3.0 + i + age / 10, ValueStatus::Ok}, {"reposts", 1.0 + i % 2, ValueStatus::Ok}, {"replies", 1, ValueStatus::Ok}, {"views", 90, ValueStatus::Ok},
                                   {"impressions", 300, ValueStatus::Ok}, {"reach", 150, ValueStatus::Ok}};
                posts.push_back(std::move(one));
            }
            put(std::move(posts));
        }
        std::vector<Item> items;
        for (int i = 0; i < 6; ++i) {
            auto reply = answering(item("reply" + std::to_string(i), "merci", ago(2) + std::chrono::minutes(i)), "r" + std::to_string(i), Relation::AnswersReview);
            reply.ours = account;
            items.push_back(std::move(reply));
        }
        put(std::move(items));
    }

    /// A month before, too: it sticks out of the period, and is left out.
    void entered()
    {
        const auto today = must(localDay(kNoon, "Europe/Paris"));
        store.write([&](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Goals(tx).save({0, "mastodon", today - 2, today, 400, {{"order", 3, 49.9, "EUR"}, {"newsletter \"x\"", 20, 0.5, "EUR"}}}));
            VIGIE_CHECK(store::Goals(tx).save({0, "mastodon", today, today + 1, 100, {}}));
            VIGIE_CHECK(store::Goals(tx).save({0, "bluesky", today - 30, today - 1, 100, {{"order", 1, 10, "USD"}}}));
            for (int i = 0; i < 24; ++i) {
                SurveyAnswer answer;
                answer.kind = i % 2 == 0 ? SurveyKind::Csat : SurveyKind::Nps;
                answer.score = i % 2 == 0 ? 1 + i % 5 : i % 11;
                answer.at = ago(i);
                VIGIE_CHECK(store::Surveys(tx).add(answer));
            }
            return {};
        });
    }

    void conversation(int number)
    {
        store.write([&](store::Tx &tx) -> Result<void> {
            Ticket ticket;
            ticket.root = ticket.latest = ItemId{1};
            ticket.status = number < kConversations - 1 ? TicketStatus::Done : TicketStatus::Open;
            ticket.createdAt = ticket.changedAt = ago(20 + number);
            ticket.firstInboundAt = ticket.createdAt;
            if (number < kConversations - 1)
                ticket.firstReplyAt = *ticket.firstInboundAt + std::chrono::minutes(17 * (number + 1));
            ticket.outbound = 1 + number % 2;
            VIGIE_TRY(const auto id, store::Tickets(tx).save(ticket, "intake"));
            std::vector<SlaEvent> events;
            for (const auto target : kSlaTargets)
                for (int sequence = 0; sequence < (target == SlaTarget::Resolution ? 1 + number % 2 : 1); ++sequence) {
                    SlaEvent event;
                    event.ticket = id;
                    event.target = target;
                    event.sequence = sequence;
                    event.startedAt = ago(20 + number - 8 * sequence);
                    event.state = number == kConversations - 1 ? SlaState::Running : number % 3 == 0 ? SlaState::Miss : SlaState::Hit;
                    if (number < kConversations - 1)
                        event.endedAt = event.startedAt + std::chrono::minutes(17 * (number + 1));
                    event.dueAt = event.startedAt + std::chrono::hours(1);
                    event.wall = 1020 * (number + 1);
                    event.used = event.wall / 2;
                    events.push_back(event);
                }
            return store::Sla(tx).keep(id, events, {});
        });
    }

    std::map<std::string, ItemId> ids_; ///< by native id
};

} // namespace

TEST_CASE("every figure of the catalogue is made again of its rows alone, to the same bytes", "[proof]")
{
    House house;
    std::string family;
    for (const auto &one : catalogue()) {
        INFO(one.key);
        house.request.key = one.key;
        const auto path = house.store.folder.file(one.key + ".zip"), again = house.store.folder.file("again.zip");
        const auto written = house.prove(path);
        CHECK(written.figure.value.has_value()); // a proof of nothing would prove nothing
        CHECK(written.figure.n > 0);
        CHECK(written.rows > 0);
        const auto report = must(verifyProof(path, written.fingerprint));
        CHECK(report.flaws.empty());
        CHECK(report.key == one.key);
        REQUIRE(report.value.has_value() == written.figure.value.has_value());
        CHECK(*report.value == Approx(*written.figure.value).epsilon(1e-12));
        CHECK(report.n == written.figure.n);
        CHECK(report.fingerprint == written.fingerprint);
        if (one.family != family) { // of each family one
            family = one.family;
            house.prove(again);
            CHECK(bytesOf(path) == bytesOf(again));
        }
        for (const auto &[name, bytes] : read(path)) {
            INFO(name);
            CHECK(bytes.find("une girouette") == std::string::npos); // nobody's words
            CHECK(bytes.find("@ada") == std::string::npos);          // nobody's name
        }
    }
}

TEST_CASE("the filters of a page choose the rows", "[proof]")
{
    House house;
    const auto proven = [&](const std::string &key) {
        house.request.key = key;
        const auto path = house.store.folder.file("scoped.zip");
        const auto written = house.prove(path);
        const auto report = must(verifyProof(path, written.fingerprint));
        CHECK(report.flaws.empty());
        return report.value.value_or(-1);
    };
    const auto all = proven("mentions");
    house.request.scope.tones = {-1};
    const auto negative = proven("mentions");
    CHECK(negative < all);
    CHECK(proven("net_sentiment") == -100);
    house.request.scope.words = "moulin";
    CHECK(proven("mentions") < negative);
    CHECK(proven("share_of_voice") > 0);
    house.request.scope = {};
    CHECK(proven("mentions") > all); // everything collected
    CHECK(proven("share_of_voice") == -1);
    house.request.scope.networks = {"bluesky"};
    for (const auto *key : {"mentions", "own_posts", "conversations"})
        CHECK(proven(key) == 0);
}

TEST_CASE("a proof of a period that is over does not change with the clock", "[proof]")
{
    House house;
    const auto first = house.prove(house.store.folder.file("first.zip"));
    house.store.clock.advance(std::chrono::hours(100));
    CHECK(house.prove(house.store.folder.file("later.zip")).fingerprint == first.fingerprint);
}

TEST_CASE("what was changed is named", "[proof]")
{
    House house;
    const auto path = house.store.folder.file("p.zip"), forged = house.store.folder.file("f.zip");
    const auto written = house.prove(path);
    const auto kinds = [&](const std::string &expected = {}) {
        std::vector<std::string> out;
        for (const auto &flaw : must(verifyProof(forged, expected)).flaws)
            out.push_back(std::string(toString(flaw.kind)) + " " + flaw.place);
        return out;
    };
    const auto has = [](const std::vector<std::string> &all, const std::string &one) { return std::find(all.begin(), all.end(), one) != all.end(); };
    SECTION("a row")
    {
        forge(path, forged, true, [](auto &files) { replaceOnce(files["posts.csv"], "\"'-1\"", "\"1\""); });
        const auto found = kinds();
        CHECK(std::any_of(found.begin(), found.end(), [](const std::string &one) { return one.rfind("row posts.csv:", 0) == 0; }));
        CHECK(has(found, "rows posts.csv sha256"));
    }
    SECTION("every cell of a row, with its hash and the hash of the rows")
    {
        const auto column = GENERATE(range<std::size_t>(8, 11));
        forge(path, forged, true, [column](auto &files) {
            auto table = readTable(ProofRows::Posts, files["posts.csv"]).table;
            const auto before = sha256(files["posts.csv"]);
            for (auto &cells : table.rows)
                cells[column] = "1";
            files["posts.csv"] = tableText(table);
            replaceOnce(files["figure.json"], before, sha256(files["posts.csv"]));
        });
        if (column == 8)
            CHECK(has(kinds(), "value value")); // the formula makes another value of them
        CHECK(has(kinds(), "field /tables/0/sha256"));
        CHECK(has(kinds(written.fingerprint), "fingerprint figure.json"));
    }
    SECTION("a row with what there cannot be")
    {
        const auto [column, value] = GENERATE(table<std::size_t, std::string>({{0, "99999999999999999"}, {0, "x"}, {3, "-1"}, {4, "yesterday"}, {6, "4000000000"}, {7, "secret"}, {8, "7"}, {9, "nan"}, {14, "9"}}));
        forge(path, forged, true, [column = column, value = value](auto &files) {
            auto table = readTable(ProofRows::Posts, files["posts.csv"]).table;
            table.rows.front()[column] = value;
            files["posts.csv"] = tableText(table);
        });
        CHECK(has(kinds(), "rows posts.csv sha256"));
    }
    SECTION("every field of figure.json")
    {
        std::map<std::string, std::string> files;
        for (auto &[name, bytes] : read(path))
            files[name] = bytes;
        const auto head = nlohmann::json::parse(files.at("figure.json"));
        const auto fields = head.flatten();
        for (const auto &[place, value] : fields.items()) {
            if (place == "/format" || place == "/figure/key" || place == "/figure/version" || value.is_object() || value.is_array())
                continue; // of another format or figure it is not a proof that was changed, but one that is not known
            INFO(place);
            auto changed = head;
            auto &field = changed[nlohmann::json::json_pointer(place)];
            if (value.is_number())
                field = value.template get<double>() + 1;
            else if (value.is_boolean())
                field = !value.template get<bool>();
            else if (place == "/period/from" || place == "/period/to")
                field = "2026-01-05";
            else if (place == "/period/as_of")
                field = "2026-03-09T00:00:00Z";
            else if (place == "/period/zone")
                field = "Europe/London";
            else if (place.find("/file") != std::string::npos)
                field = "people.csv";
            else
                field = value.is_null() ? nlohmann::json("1") : nlohmann::json(value.template get<std::string>() + "x");
            forge(path, forged, true, [&](auto &forgedFiles) { forgedFiles["figure.json"] = changed.dump(2) + "\n"; });
            const auto found = kinds();
            const auto part = place.rfind("/result/", 0) == 0 ? "value " + place.substr(8) : "field " + place;
            CHECK(has(found, part));
        }
    }
    SECTION("the value")
    {
        const auto said = "\"n\": " + std::to_string(written.figure.n);
        forge(path, forged, true, [&](auto &files) { replaceOnce(files["figure.json"], said, "\"n\": 99"); });
        const auto found = must(verifyProof(forged)).flaws;
        REQUIRE(found.size() == 2); // by its own hash, and by the rows
        CHECK(found.back().place == "n");
        CHECK(found.back().said == "99");
        CHECK(found.back().found == std::to_string(written.figure.n));
    }
    SECTION("a row that is gone")
    {
        forge(path, forged, true, [](auto &files) { files["posts.csv"].erase(files["posts.csv"].rfind('"', files["posts.csv"].size() - 3) - 200); });
        CHECK(has(kinds(), "rows posts.csv count"));
    }
    SECTION("a file without its hash, and one more")
    {
        forge(path, forged, false, [](auto &files) {
            files["README.txt"] += "!";
            files["more.txt"] = "?";
        });
        const auto found = kinds();
        CHECK(has(found, "file README.txt"));
        CHECK(has(found, "file-unlisted more.txt"));
    }
}

TEST_CASE("what is no proof is refused by name", "[proof]")
{
    TempFolder folder;
    const auto path = folder.file("x.zip");
    CHECK(verifyProof(path).error().code == Errc::NotFound);
    std::ofstream(path) << "not a zip";
    CHECK(verifyProof(path).error().code == Errc::InvalidInput);
    auto zip = must(ZipWriter::create(path));
    must(zip.add("figure.json", "{\"format\": 2}"));
    must(zip.finish());
    CHECK(verifyProof(path).error().code == Errc::InvalidInput);
    House house;
    house.request.key = "nonsense";
    CHECK(house.store->readNow<ProofWritten>([&](store::Tx &tx) { return writeProof(tx, house.columns, house.request, path); }).error().code == Errc::InvalidInput);
}

TEST_CASE("a table of rows comes back as it was", "[proof]")
{
    const ProofTable table{ProofRows::Conversations, {{"1", "c\"1\"", "2026-03-02T12:00:00Z", "", "2"}, {"2", "=2,\xC3\xA9", "2026-03-02T12:00:00Z", "2026-03-02T12:30:00Z", ""}}};
    const auto read = readTable(ProofRows::Conversations, tableText(table));
    REQUIRE(read.badLines.empty());
    CHECK(read.table.rows == table.rows);
    CHECK(countsCell({{"likes", 3, ValueStatus::Ok}, {"reach", 2.5, ValueStatus::Estimated}, {"views", 0, ValueStatus::Missing}}) == "likes=3;reach=~2.5;views=?1");
}
