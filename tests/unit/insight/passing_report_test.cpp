// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/insight/passing_report.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/questions.hpp>

using namespace vigie;
using vigie::test::TempStore;
using std::chrono::hours;

namespace {

struct Asked {
    DepartmentId department;
    hours at, deadline;
    std::optional<hours> answered;
    QuestionState state = QuestionState::Sent;
    QuestionId reminds{};
};

QuestionId write(TempStore &store, Instant base, const Asked &one)
{
    return store.write([&](store::Tx &tx) -> Result<QuestionId> {
        Question question;
        question.subject = "x";
        question.text = "x";
        question.state = one.state;
        question.createdAt = base + one.at;
        VIGIE_TRY(const auto id, store::Questions(tx).add(question));
        VIGIE_CHECK(store::Passings(tx).add({id, one.department, PassWay::Text, "", base + one.at, base + one.at + one.deadline, std::nullopt, one.reminds}));
        if (one.answered)
            VIGIE_CHECK(store::Passings(tx).setAnswered(id, base + one.at + *one.answered, std::chrono::seconds(*one.answered).count() / 2)); // open half of the time
        return id;
    });
}

} // namespace

TEST_CASE("the report counts what was asked, and what is open is no answer of zero", "[insight][passing]")
{
    TempStore store;
    const auto base = store.clock.now();
    const auto [sav, legal] = store.write([](store::Tx &tx) -> Result<std::pair<DepartmentId, DepartmentId>> {
        Department one;
        one.nameFr = "SAV";
        one.nameEn = "=After-sales";
        VIGIE_TRY(const auto first, store::Departments(tx).save(one));
        one.nameEn = "Legal";
        VIGIE_TRY(const auto second, store::Departments(tx).save(one));
        return std::pair(first, second);
    });
    const auto first = write(store, base, {sav, hours{0}, hours{24}, hours{2}});
    write(store, base, {sav, hours{1}, hours{24}, hours{4}});
    write(store, base, {sav, hours{2}, hours{24}, hours{30}});          // late
    write(store, base, {sav, hours{3}, hours{24}, std::nullopt});       // open, and late in the end
    write(store, base, {sav, hours{50}, hours{24}, std::nullopt});      // open, and in time
    write(store, base, {legal, hours{5}, hours{72}, hours{10}});
    write(store, base, {sav, hours{6}, hours{24}, hours{1}, QuestionState::Cancelled}); // not counted
    write(store, base, {sav, hours{7}, hours{24}, std::nullopt, QuestionState::Sent, first}); // a reminder
    write(store, base, {legal, hours{-1}, hours{24}, hours{1}});        // before the period
    store.clock.set(base + hours{60});
    const auto rows = store.read([&](store::Tx &tx) { return insight::passingReport(tx, base, base + hours{60}); });
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].department == sav);
    CHECK(rows[0].asked == 5);
    CHECK(rows[0].answered == 3);
    CHECK(rows[0].open == 2);
    CHECK(rows[0].late == 2);
    CHECK(rows[0].lateShare == Approx(0.4));
    CHECK(rows[0].medianSeconds == Approx(4 * 3600));
    CHECK(rows[0].openMedianSeconds == Approx(2 * 3600));
    CHECK(rows[0].p90Seconds == Approx((4 + 0.8 * 26) * 3600)); // between the second and the third of three
    CHECK(rows[0].oldestOpen == base + hours{3});
    CHECK(rows[1].asked == 1);
    CHECK(rows[1].late == 0);
    CHECK_FALSE(rows[1].oldestOpen);
    CHECK_FALSE(rows[2].department);
    CHECK(rows[2].asked == 6);
    const auto csv = insight::passingCsv(rows);
    CHECK(csv.find("\"'=After-sales\",5,3,2,2,0.4,14400,7200,") != std::string::npos); // no formula for a spreadsheet
}
