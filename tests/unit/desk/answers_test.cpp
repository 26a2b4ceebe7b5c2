// SPDX-License-Identifier: GPL-3.0-or-later
// The library at work: found by what is typed, filled for a ticket, given, compared with what was said before; and how well
// the nearest past answers are found, on pairs of questions written for it.
#include "support/answer_fixture.hpp"

#include <vigie/desk/answer_import.hpp>
#include <vigie/desk/answers.hpp>

#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::test;
using desk::AnswerDesk;
using store::Answers;
using store::Tx;

namespace {

std::vector<std::string> cellsOf(const std::string &line)
{
    std::vector<std::string> out;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');)
        out.push_back(cell);
    return out;
}

desk::FilledAnswer fill(AnswerFixture &house, AnswerId id, TicketId ticket, const std::string &lang)
{
    return house.store.read([&](Tx &tx) -> Result<desk::FilledAnswer> {
        VIGIE_TRY(const auto answer, Answers(tx).get(id));
        return AnswerDesk(tx).fill(answer, {lang, "L\xC3\xA9""a", "Europe/Paris", ticket});
    });
}

AnswerRow row(std::int64_t line, std::vector<std::pair<AnswerField, std::string>> cells)
{
    return {line, std::move(cells), {}};
}

} // namespace

TEST_CASE("answers are found by the beginning of their keyword first, then by words", "[answers]")
{
    std::vector<Answer> all(4);
    all[0].text = answerText("livraison", "Sous 48 h.");
    all[1].text = answerText("d\xC3\xA9lai", "La livraison prend deux jours.");
    all[2].text = answerText("retour", "30 jours.");
    all[2].text.title = "D\xC3\xA9lai de retour";
    all[3].text = answerText("d\xC3\xA9lai SAV", "Dix jours.");
    using Places = std::vector<std::size_t>;
    CHECK(desk::findAnswers(all, "DELAI") == Places{1, 3, 2});
    CHECK(desk::findAnswers(all, "del") == Places{1, 3, 2});
    CHECK(desk::findAnswers(all, "liv") == Places{0, 1});
    CHECK(desk::findAnswers(all, "retour delai") == Places{2});
    CHECK(desk::findAnswers(all, "").size() == 4);
    CHECK(desk::findAnswers(all, "xyz").empty());
}

TEST_CASE("variables are filled from the ticket, the rest is named", "[answers]")
{
    AnswerFixture house;
    auto text = answerText("suivi", "Bonjour {{nom}}, votre commande {{commande}} part le {{date}}. {{d\xC3\xA9lai}} ! {{marque}}, {{signature}}", "Hello {{name}}: {{today}}");
    text.variables = {{AnswerVariable::Source::Ask, "d\xC3\xA9lai", "how long"}};
    const auto id = house.keep(text);
    const auto asked = house.ask("Ma commande n\xC2\xB0 CMD-4582 n'arrive pas, pay\xC3\xA9""e 120 euros");
    auto filled = fill(house, id, asked.ticket, "fr");
    CHECK(filled.text == "Bonjour ada, votre commande CMD-4582 part le 2 mars 2026. {{d\xC3\xA9lai}} ! L'Atelier, L\xC3\xA9""a");
    CHECK(filled.open == std::vector<std::string>{"d\xC3\xA9lai"});
    CHECK(fill(house, id, asked.ticket, "en").text == "Hello ada: 2 March 2026");
    CHECK(fill(house, id, asked.ticket, "de").lang == "en");
    const auto silent = house.ask("Bonjour, des nouvelles ?", "fr", "bob");
    filled = fill(house, id, silent.ticket, "fr");
    CHECK(filled.open == std::vector<std::string>{"commande", "d\xC3\xA9lai"});
    CHECK(fill(house, id, {}, "fr").open.size() == 4); // without a ticket only the day and who answers are known
    const auto only = house.keep(answerText("fr", "Oui."));
    CHECK(fill(house, only, asked.ticket, "en").lang == "fr"); // the language it has
}

TEST_CASE("a reply that still is the answer is a use; one that was written anew is not", "[answers]")
{
    AnswerFixture house;
    const auto id = house.keep(answerText("delai", "Votre colis part de notre atelier sous deux jours ouvr\xC3\xA9s."));
    const auto asked = house.ask("Quand ?");
    const auto give = [&](const std::string &said) {
        const auto outbound = house.reply(asked, said);
        return house.store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Answers(tx).pick(asked.ticket, {id, "fr", {}, tx.now()}));
            return AnswerDesk(tx).given(asked.ticket, outbound, "lea");
        });
    };
    CHECK(give("Bonjour Ada ! Votre colis part de notre atelier sous deux jours ouvr\xC3\xA9s. Belle journ\xC3\xA9""e.") == 1);
    CHECK(give("Nous regardons et revenons vers vous.") == 0);
    CHECK(house.store.read([&](Tx &tx) { return Answers(tx).rates(id); }).uses == 1);
}

TEST_CASE("a figure that differs from the last use is pointed at, with when it was said and where", "[answers]")
{
    AnswerFixture house;
    const auto id = house.keep(answerText("delai", "Bonjour {{nom}}, la livraison prend 48 h."));
    const auto before = house.ask("Quand arrive la commande ?");
    const auto outbound = house.reply(before, "Bonjour ada, la livraison prend 48 h.");
    house.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Answers(tx).pick(before.ticket, {id, "fr", {{"nom", "ada"}}, tx.now()}));
        return AnswerDesk(tx).given(before.ticket, outbound, "lea");
    });
    house.settle();
    const auto now = house.ask("Bonjour, c'est long ?", "fr", "bob");
    house.store.write([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(Answers(tx).pick(now.ticket, {id, "fr", {{"nom", "bob"}}, tx.now()}));
        return true;
    });
    const auto hints = [&](const std::string &draft, const std::string &lang = "fr") {
        return house.store.read([&](Tx &tx) { return AnswerDesk(tx).hints(now.ticket, draft, lang); });
    };
    const auto found = hints("Bonjour bob, la livraison prend cinq jours.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].before == "48 h");
    CHECK(found[0].answer == id);
    CHECK(found[0].ticket == before.ticket);
    CHECK_FALSE(found[0].permalink.empty());
    CHECK(hints("Bonjour bob, la livraison prend deux jours.").empty());
    CHECK(hints("Bonjour bob, bonne journ\xC3\xA9""e.").empty());
    // Without the library, the nearest past answers speak.
    const auto other = house.ask("La livraison de la commande, combien de temps ?", "fr", "eve");
    const auto near = house.store.read([&](Tx &tx) { return AnswerDesk(tx).hints(other.ticket, "La livraison d'une commande prend 5 jours.", "fr"); });
    REQUIRE(near.size() == 1);
    CHECK_FALSE(near[0].answer);
    CHECK(near[0].before == "48 h");
}

TEST_CASE("a reply becomes the beginning of an answer in its language", "[answers]")
{
    AnswerFixture house;
    const auto asked = house.ask("Do you ship\nto Ireland?", "en");
    const auto outbound = house.reply(asked, "Yes, for 12 euros.", OutboundState::Sent, "en");
    const auto text = house.store.read([&](Tx &tx) { return AnswerDesk(tx).fromReply(outbound); });
    CHECK(text.english == "Yes, for 12 euros.");
    CHECK(text.french.empty());
    CHECK(text.title == "Do you ship to Ireland?");
}

TEST_CASE("stale answers: passed, ending soon, not begun, untouched for a year", "[answers]")
{
    Answer answer;
    answer.changedAt = kNoon;
    const auto judge = [&](const IsoDay &from, const IsoDay &until, Instant now = kNoon, const AnswerRates &rates = {}) {
        answer.text.validFrom = from;
        answer.text.validUntil = until;
        return desk::stalenessOf(answer, rates, now, "Europe/Paris");
    };
    CHECK(judge("", "") == desk::Staleness::Fresh);
    CHECK(judge("", "2026-03-01") == desk::Staleness::Passed);
    CHECK(judge("", "2026-03-02") == desk::Staleness::EndsSoon); // its last day still counts
    CHECK(judge("", "2026-06-01") == desk::Staleness::Fresh);
    CHECK(judge("2026-03-03", "") == desk::Staleness::NotYet);
    const auto later = kNoon + std::chrono::hours{24 * 400};
    CHECK(judge("", "", later) == desk::Staleness::Old);
    AnswerRates used;
    used.last = later;
    CHECK(judge("", "", later, used) == desk::Staleness::Fresh);
}

TEST_CASE("an import says line by line what it would do, then does it as one action", "[answers]")
{
    AnswerFixture house;
    auto known = answerText("delai", "Sous 48 h.");
    known.owner = "tom";
    house.keep(known);
    house.keep(answerText("retour", "30 jours."));
    using F = AnswerField;
    const std::vector<AnswerRow> rows{
        row(2, {{F::Keyword, "D\xC3\xA9lai"}, {F::French, "Sous 72 h."}, {F::ValidUntil, "31/12/2026"}}),
        row(3, {{F::Keyword, "retour"}, {F::French, "30 jours."}}),
        row(4, {{F::Keyword, "sav"}, {F::French, "Au 01 86 95 12 12."}, {F::Tags, "aide, panne"}, {F::Variables, "nom=member: who asks; motif"}}),
        row(5, {{F::Keyword, ""}, {F::French, "Perdu."}}),
        row(6, {{F::Keyword, "vide"}, {F::French, ""}}),
        row(7, {{F::Keyword, "SAV"}, {F::French, "Encore."}}),
        row(8, {{F::Keyword, "date"}, {F::French, "Non."}, {F::ValidFrom, "demain"}}),
        row(9, {{F::Keyword, "var"}, {F::French, "Non."}, {F::Variables, "x=magic"}}),
        AnswerRow{10, {}, "unclosed-quote"},
    };
    const auto library = house.store.read([](Tx &tx) { return Answers(tx).all(); });
    const auto plan = desk::planImport(library, rows);
    using What = desk::ImportStep::What;
    std::vector<What> what;
    std::vector<std::string> reasons;
    for (const auto &step : plan.steps) {
        what.push_back(step.what);
        reasons.push_back(step.reason);
    }
    CHECK(what == std::vector<What>{What::Change, What::Same, What::Add, What::Skip, What::Skip, What::Skip, What::Skip, What::Skip, What::Skip});
    CHECK(reasons == std::vector<std::string>{"", "", "", "no-keyword", "no-text", "twice", "date", "variables", "unclosed-quote"});
    CHECK(plan.steps[0].changed == std::vector<AnswerField>{F::Keyword, F::French, F::ValidUntil});
    CHECK(house.store.read([](Tx &tx) { return Answers(tx).all(); }).size() == 2); // nothing was written

    const auto done = house.store.write([&](Tx &tx) { return desk::applyImport(tx, rows, "lea"); });
    CHECK(done.count(What::Add) == 1);
    const auto after = house.store.read([](Tx &tx) { return Answers(tx).byKeyword("delai"); });
    REQUIRE(after);
    CHECK(after->text.french == "Sous 72 h.");
    CHECK(after->text.owner == "tom"); // a column that the file has not changes nothing
    CHECK(after->text.validUntil == "2026-12-31");
    const auto added = house.store.read([](Tx &tx) { return Answers(tx).byKeyword("sav"); });
    REQUIRE(added);
    CHECK(added->text.tags == std::vector<std::string>{"aide", "panne"});
    REQUIRE(added->text.variables.size() == 2);
    CHECK(added->text.variables[0].source == AnswerVariable::Source::MemberName);
    house.store.write([](Tx &tx) { return store::Tickets(tx).undoLast(); });
    const auto back = house.store.read([](Tx &tx) { return Answers(tx).all(); });
    REQUIRE(back.size() == 2);
    CHECK(back[0].text == known);
}

TEST_CASE("among fifty past questions, the one that asks the same is one of the five nearest", "[answers]")
{
    std::ifstream file(VIGIE_TEST_DATA "/data/answers/questions.tsv");
    REQUIRE(file);
    AnswerFixture house;
    std::vector<std::vector<std::string>> pairs;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#')
            pairs.push_back(cellsOf(line));
    REQUIRE(pairs.size() == 50);
    std::vector<OutboundId> answers;
    int member = 0;
    for (const auto &pair : pairs) {
        REQUIRE(pair.size() == 5);
        answers.push_back(house.reply(house.ask(pair[2], pair[1], "m" + std::to_string(++member)), pair[3], OutboundState::Sent, pair[1]));
    }
    house.settle();
    int found = 0, first = 0, held = 0, heldFound = 0;
    std::string missed;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const auto near = house.store.read([&](Tx &tx) { return store::PastAnswers(tx).near({pairs[at][4], pairs[at][1], {}, 5, false}); });
        CHECK(near.size() <= 5);
        const bool among = std::any_of(near.begin(), near.end(), [&](const auto &one) { return one.outbound == answers[at]; });
        found += among ? 1 : 0;
        first += !near.empty() && near[0].outbound == answers[at] ? 1 : 0;
        held += pairs[at][0] == "held" ? 1 : 0;
        heldFound += among && pairs[at][0] == "held" ? 1 : 0;
        if (!among)
            missed += pairs[at][4] + "\n";
    }
    INFO(found << " of 50 among the five, " << first << " first; held out " << heldFound << " of " << held << "; missed:\n" << missed);
    CHECK(found >= 45);
    CHECK(first >= 38);
    CHECK(heldFound >= 22);
}
