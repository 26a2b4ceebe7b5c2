// SPDX-License-Identifier: GPL-3.0-or-later
// Files of answers to surveys: tried first, each answer once.
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"
#include "support/temp_store.hpp"

#include <vigie/intake/survey_import.hpp>
#include <vigie/store/tickets.hpp>

#include <fstream>

using namespace vigie;
using namespace vigie::intake;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::size_t count(TempStore &store)
{
    return store.read([](Tx &tx) { return Surveys(tx).newest(100); }).size();
}
TicketId ticket(TempStore &store)
{
    return store.write([](Tx &tx) -> Result<TicketId> {
        VIGIE_TRY(const auto stored, Items(tx).store(std::vector<AnalysedItem>{analysed(item("asks", "where is it?", kNoon - std::chrono::hours(30)))}));
        Ticket one;
        one.root = one.latest = stored.front().id;
        one.createdAt = one.changedAt = kNoon - std::chrono::hours(30);
        one.firstInboundAt = one.createdAt;
        return Tickets(tx).save(one, "intake");
    });
}
std::string write(const TempFolder &folder, const std::string &text)
{
    const auto path = folder.file("answers.csv");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    return path;
}
SurveyTrial tried(TempStore &store, const connect::SurveyFile &file)
{
    return store.read([&](Tx &tx) { return trySurveys(tx, file); });
}
SurveyBatch taken(TempStore &store, const connect::SurveyFile &file)
{
    return store.write([&](Tx &tx) -> Result<SurveyBatch> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("surveys"));
        return takeSurveys(tx, file, "answers.csv");
    });
}

} // namespace

TEST_CASE("a file of answers is tried first, and each answer is taken once", "[surveys]")
{
    TempStore store;
    const auto about = ticket(store);
    const TempFolder folder;
    const auto number = std::to_string(about.value);
    const std::string head = "at;score;kind;network;ticket\n";
    const std::string january = "2026-02-24 10:00;5;csat;mastodon;" + number + "\n2026-02-24 10:00;4;csat;mastodon;\n2026-02-24 10:00;4;csat;mastodon;\n2026-02-25;9;nps;;\n";
    const std::string bad = "2026-02-25;6;csat;;\nyesterday;4;csat;;\n2027-01-01;4;csat;;\n2026-02-25;4;ces;;\n2026-02-25;4;csat;;99\n2026-02-25;4;csat;;abc\n";
    const auto file = must(connect::readSurveyFile(write(folder, head + january + bad), "UTC"));
    const auto trial = tried(store, file);
    CHECK(trial.lines == 10);
    CHECK(trial.fresh == 4);
    CHECK(trial.known == 0);
    std::vector<std::string> reasons;
    for (const auto &fault : trial.faults)
        reasons.push_back(std::to_string(fault.line) + " " + fault.reason);
    CHECK(reasons == std::vector<std::string>{"6 score", "7 date", "8 future", "9 kind", "10 no-ticket", "11 ticket"});
    CHECK(count(store) == 0); // a trial changes nothing

    const auto batch = taken(store, file);
    CHECK(batch.answers == 4);
    CHECK(count(store) == 4); // two alike are two people
    SECTION("the same file again adds nothing, a longer export what is new")
    {
        CHECK(taken(store, file).id == 0);
        const auto longer = must(connect::readSurveyFile(write(folder, head + "2026-02-24 10:00;4;csat;mastodon;\n" + january), "UTC"));
        CHECK(tried(store, longer).fresh == 1); // three alike now
        CHECK(taken(store, longer).answers == 1);
        CHECK(count(store) == 5);
    }
    SECTION("a batch goes as a whole, comes back by undo, and by its file")
    {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("surveys"));
            VIGIE_CHECK(Surveys(tx).removeBatch(batch.id));
            return 0;
        });
        CHECK(count(store) == 0);
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
        CHECK(count(store) == 4);
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); }); // the import itself
        CHECK(count(store) == 0);
        CHECK(taken(store, file).answers == 4);
        CHECK(count(store) == 4);
    }
}
