// SPDX-License-Identifier: GPL-3.0-or-later
// The library as it is kept: keywords, versions, undo, uses and what came of them.
#include "store/session.hpp"
#include "support/answer_fixture.hpp"

using namespace vigie;
using namespace vigie::test;
using store::Answers;
using store::Tx;

namespace {

void giveWith(AnswerFixture &house, OutboundId outbound, AnswerId answer, const store::AnswerValues &values = {})
{
    house.store.write([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(Answers(tx).noteUse(outbound, {answer, "fr", values, tx.now()}, "lea"));
        return true;
    });
}

void closeTicket(AnswerFixture &house, TicketId id)
{
    house.store.write([&](Tx &tx) -> Result<TicketId> {
        VIGIE_TRY(auto ticket, store::Tickets(tx).get(id));
        ticket.status = TicketStatus::Done;
        return store::Tickets(tx).save(ticket, "test");
    });
}

AnswerRates ratesOf(AnswerFixture &house, AnswerId id)
{
    return house.store.read([&](Tx &tx) { return Answers(tx).rates(id); });
}

} // namespace

TEST_CASE("an answer comes back whole, and its keyword is found whatever its accents", "[answers]")
{
    AnswerFixture house;
    AnswerText text = answerText("D\xC3\xA9lai", "Sous 48 h, {{nom}}.", "Within 48 hours.");
    text.title = "Quand arrive mon colis ?";
    text.variables = {{AnswerVariable::Source::MemberName, "nom", "name of who asked"}};
    text.validFrom = "2026-01-01";
    text.validUntil = "2026-12-31";
    text.owner = "L\xC3\xA9""a";
    text.service = "Logistique";
    text.tags = {"livraison", "d\xC3\xA9lai"};
    const auto id = house.keep(text);
    house.store.reopen();
    const auto found = house.store.read([](Tx &tx) { return Answers(tx).byKeyword("DELAI"); });
    REQUIRE(found);
    CHECK(found->id == id);
    CHECK(found->text == text);
    CHECK(found->version == 1);
    CHECK(found->validOn("2026-12-31"));
    CHECK_FALSE(found->validOn("2027-01-01"));
    CHECK_FALSE(found->validOn("2025-12-31"));
}

TEST_CASE("what cannot be an answer is refused", "[answers]")
{
    AnswerFixture house;
    house.keep(answerText("delai", "Sous 48 h."));
    const auto refused = [&](const AnswerText &text) {
        const auto result = house.store->writeNow<AnswerId>([&](Tx &tx) { return Answers(tx).save({}, text, "lea"); });
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(refused(answerText("D\xC3\x89LAI", "Autre chose.")) == Errc::Duplicate);
    CHECK(refused(answerText(" - ", "Autre chose.")) == Errc::InvalidInput);
    CHECK(refused(answerText("vide", "  \n")) == Errc::InvalidInput);
    auto wrong = answerText("jour", "Bonjour");
    wrong.validUntil = "31/12/2026";
    CHECK(refused(wrong) == Errc::InvalidInput);
    wrong.validUntil = "2026-01-01";
    wrong.validFrom = "2026-02-01";
    CHECK(refused(wrong) == Errc::InvalidInput);
}

TEST_CASE("every change is a version; undo takes it back, also a removal, also after a restart", "[answers]")
{
    AnswerFixture house;
    const auto id = house.keep(answerText("delai", "Sous 48 h."));
    const auto change = [&](const char *action, const std::function<Result<void>(Answers &)> &what) {
        house.store.write([&](Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto set, store::Tickets(tx).beginChangeSet(action));
            Answers answers(tx);
            VIGIE_CHECK(what(answers));
            return static_cast<bool>(set);
        });
    };
    const auto undo = [&] { return house.store.write([](Tx &tx) { return store::Tickets(tx).undoLast(); }); };
    const auto french = [&] { return house.store.read([&](Tx &tx) { return Answers(tx).get(id); }).text.french; };
    change("answer", [&](Answers &answers) -> Result<void> {
        VIGIE_CHECK(answers.save(id, answerText("delai", "Sous 72 h."), "tom"));
        VIGIE_CHECK(answers.save(id, answerText("delai", "Sous 72 h."), "tom")); // the same again is no version
        return {};
    });
    const auto versions = house.store.read([&](Tx &tx) { return Answers(tx).versions(id); });
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].number == 2);
    CHECK(versions[0].who == "tom");
    CHECK(versions[1].text.french == "Sous 48 h.");
    change("answer_remove", [&](Answers &answers) { return answers.remove(id); });
    CHECK(house.store.read([](Tx &tx) { return Answers(tx).all(); }).empty());
    CHECK(house.store.read([](Tx &tx) { return Answers(tx).all(true); }).size() == 1);
    house.store.reopen();
    CHECK(undo().action == "answer_remove");
    CHECK(house.store.read([](Tx &tx) { return Answers(tx).all(); }).size() == 1);
    CHECK(french() == "Sous 72 h.");
    undo();
    CHECK(french() == "Sous 48 h.");
    CHECK(house.store.read([&](Tx &tx) { return Answers(tx).versions(id); }).size() == 1);
}

TEST_CASE("undo of an answer that was changed since, or given since, is refused", "[answers]")
{
    AnswerFixture house;
    AnswerId id;
    house.store.write([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer"));
        VIGIE_TRY(id, Answers(tx).save({}, answerText("delai", "Sous 48 h."), "lea"));
        return true;
    });
    giveWith(house, house.reply(house.ask("Quand ?"), "Sous 48 h."), id);
    const auto undone = house.store->writeNow<store::ChangeSet>([](Tx &tx) { return store::Tickets(tx).undoLast(); });
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == Errc::Conflict);
}

TEST_CASE("a use counts when the reply was sent, and rates equal a recount by SQL", "[answers]")
{
    AnswerFixture house;
    const auto id = house.keep(answerText("delai", "Sous 48 h."));
    const auto first = house.ask("Quand arrive-t-il ?"), second = house.ask("Et le mien ?", "fr", "bob"), third = house.ask("Alors ?", "fr", "eve");
    giveWith(house, house.reply(first, "Sous 48 h."), id);
    giveWith(house, house.reply(second, "Sous 48 h."), id);
    giveWith(house, house.reply(third, "Sous 48 h.", OutboundState::Cancelled), id); // taken back
    giveWith(house, house.reply(third, "Sous 48 h.", OutboundState::Failed), id);
    giveWith(house, house.reply(third, "Sous 48 h.", OutboundState::Planned), id);
    house.followUp(first, "Toujours rien !", -0.8F);
    house.followUp(first, "Alors ?", 0.1F);
    closeTicket(house, second.ticket);

    const auto rates = ratesOf(house, id);
    CHECK(rates.uses == 2);
    CHECK(rates.withFollowUp == 1);
    CHECK(rates.followUps == 2);
    CHECK(rates.closed == 1);
    const auto uses = house.store.read([&](Tx &tx) { return Answers(tx).uses(id, 10); });
    REQUIRE(uses.size() == 2);
    CHECK(uses[0].ticket == second.ticket);
    CHECK(uses[0].outcome.closed);
    CHECK(uses[1].outcome.followUps == 2);
    CHECK(uses[1].outcome.toneAfter == Approx(-0.8));
    CHECK(uses[1].text == "Sous 48 h.");
    CHECK(uses[1].permalink.rfind("https://social.example/@atelier/r", 0) == 0);
    CHECK(uses[1].who == "lea");
    CHECK(rates.last == uses[0].at);

    const auto recount = house.store.read([&](Tx &tx) -> Result<AnswerRates> {
        AnswerRates out;
        const auto row = tx.session().one<int, int, int, int>(
            "WITH given AS (SELECT o.ticket_id AS ticket, p.started_at AS at FROM answer_use u JOIN outbound o ON o.id=u.outbound_id JOIN outbound_part p ON p.outbound_id=o.id"
            "   AND p.position=0 WHERE u.answer_id=? AND o.state='sent'),"
            " after AS (SELECT g.ticket, (SELECT count(*) FROM item i WHERE i.id IN (SELECT item_id FROM ticket_item WHERE ticket_id=g.ticket) AND i.ours IS NULL"
            "   AND i.published_at>g.at) AS n, (SELECT status FROM ticket WHERE id=g.ticket) AS status FROM given g)"
            " SELECT count(*), sum(n>0), sum(n), sum(n=0 AND status='done') FROM after",
            id);
        std::tie(out.uses, out.withFollowUp, out.followUps, out.closed) = *row;
        return out;
    });
    CHECK(rates.uses == recount.uses);
    CHECK(rates.withFollowUp == recount.withFollowUp);
    CHECK(rates.followUps == recount.followUps);
    CHECK(rates.closed == recount.closed);
    const auto all = house.store.read([&](Tx &tx) { return Answers(tx).allRates(); });
    CHECK(all.at(id).followUps == 2);
}

TEST_CASE("past answers: public ones that were sent or seen, once, with link and outcome", "[answers]")
{
    AnswerFixture house;
    const auto asked = house.ask("O\xC3\xB9 en est mon colis command\xC3\xA9 lundi ?");
    house.reply(asked, "Votre colis part demain.");
    const auto hidden = house.ask("O\xC3\xB9 est mon colis, adresse rue Verte ?", "fr", "bob");
    house.reply(hidden, "Votre colis part rue Verte.", OutboundState::Sent, "fr", Visibility::Direct);
    house.reply(hidden, "Votre colis a \xC3\xA9t\xC3\xA9 pris en compte.", OutboundState::Cancelled);
    house.followUp(asked, "Merci !", 0.6F);
    house.settle();
    const auto near = [&](const std::string &text, ItemId own = {}) {
        return house.store.read([&](Tx &tx) { return store::PastAnswers(tx).near({text, "fr", own, 5, false}); });
    };
    const auto found = near("Mon colis n'est pas arriv\xC3\xA9");
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "Votre colis part demain.");
    CHECK(found[0].question == asked.item);
    CHECK(found[0].questionText.find("mon colis") != std::string::npos);
    CHECK(found[0].outcome.followUps == 1);
    CHECK_FALSE(found[0].permalink.empty());
    CHECK(near("Mon colis n'est pas arriv\xC3\xA9", asked.item).empty()); // what answered the message itself
    CHECK(near("zzz").empty());
    CHECK(near("").empty());
}

TEST_CASE("an answer written on the network itself is found, and its echo is not found twice", "[answers]")
{
    AnswerFixture house;
    const auto asked = house.ask("Avez-vous des bougies sans parfum ?");
    const auto see = [&](const std::string &native, const std::string &text) {
        auto item = byAuthor(answering(test::item(native, text, house.store.clock.now()), "q1"), "us", "atelier");
        item.ours = house.ours;
        item.lang = "fr";
        house.store.write([&](Tx &tx) -> Result<std::size_t> {
            const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            return stored.size();
        });
    };
    see("native", "Nos bougies Lin sont sans parfum.");
    const auto sent = house.reply(asked, "La gamme de bougies Brume aussi est sans parfum.");
    const auto native = house.store.read([&](Tx &tx) { return store::Outbox(tx).get(sent); }).parts[0].nativeId;
    see(native, "La gamme de bougies Brume aussi est sans parfum.");
    house.settle();
    const auto found = house.store.read([&](Tx &tx) { return store::PastAnswers(tx).near({"une bougie sans parfum ?", "fr", {}, 5, false}); });
    REQUIRE(found.size() == 2);
    CHECK(std::count_if(found.begin(), found.end(), [](const auto &one) { return static_cast<bool>(one.item); }) == 1);
    CHECK(std::count_if(found.begin(), found.end(), [](const auto &one) { return static_cast<bool>(one.outbound); }) == 1);
}
