// SPDX-License-Identifier: GPL-3.0-or-later
// What of passing questions on needs no server; the rest is tests/integration/mail.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <span>
#include <thread>

using namespace vigie;
using vigie::test::TempStore;

namespace {

struct House {
    TempStore store;
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    app::Mail mail{*store, secrets, store.clock};

    static app::MailSettings settings()
    {
        app::MailSettings out;
        out.sender = {"Vigie", "vigie@example.test"};
        out.outgoing = {"127.0.0.1", 1, net::MailSecurity::Tls, "vigie@example.test", ""}; // nobody listens there
        out.incoming = {"127.0.0.1", 1, net::MailSecurity::StartTls, "other", "/ca.pem"};
        return out;
    }
    void enter() { REQUIRE(mail.saveAndWait(settings(), Secret("a password for tests"))); }
    Question get(QuestionId id)
    {
        return store.read([id](store::Tx &tx) { return store::Questions(tx).get(id); });
    }
    TicketId ticket()
    {
        return store.write([](store::Tx &tx) -> Result<TicketId> {
            auto item = test::byAuthor(test::item("m1", "Mon four est froid.\nDepuis hier."), "7", "claire@social.example");
            item.permalink = "https://social.example/@claire/1";
            const auto analysed = test::analysed(item);
            VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&analysed, 1)));
            VIGIE_TRY(const auto id, desk::Desk(tx).toInbox(stored.front().id, AccountId{1}));
            VIGIE_CHECK(desk::Desk(tx).note(id, "une note secrete", "moi"));
            return id;
        });
    }
};

app::PassOn question(TicketId ticket = {})
{
    app::PassOn out;
    out.ticket = ticket;
    out.to = {{"SAV", "sav@example.test"}, {"", "sav@example.test"}};
    out.subject = "Four";
    out.text = "O\xc3\xb9 en est-on ?";
    return out;
}

std::string bytesOf(const std::filesystem::path &folder)
{
    std::string all;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

} // namespace

TEST_CASE("the account is kept in the workspace, and its password is not", "[app][mail]")
{
    House house;
    CHECK(house.mail.passOnAndWait(question()).error().code == Errc::NotFound);
    CHECK(house.mail.deliverAndWait().error().code == Errc::NotFound);
    CHECK(house.mail.saveAndWait(House::settings(), Secret()).error().code == Errc::NoSecret); // none is there to keep
    house.enter();
    const auto kept = house.store.read([](store::Tx &tx) { return app::mailSettings(tx); });
    REQUIRE(kept);
    CHECK(*kept == House::settings());
    house.store.close();
    CHECK(bytesOf(house.store.folder.path()).find("a password for tests") == std::string::npos);
}

TEST_CASE("settings that cannot work say which field", "[app][mail]")
{
    for (const auto &[change, word] : std::vector<std::pair<std::function<void(app::MailSettings &)>, std::string>>{
             {[](auto &s) { s.sender.address = "nobody"; }, "address"},
             {[](auto &s) { s.outgoing.host = "a b"; }, "outgoing"},
             {[](auto &s) { s.incoming.port = 70'000; }, "incoming"},
             {[](auto &s) { s.incoming.user.clear(); }, "incoming"},
             {[](auto &s) { s.folder.clear(); }, "folder"}}) {
        auto settings = House::settings();
        change(settings);
        const auto checked = app::checkMailSettings(settings);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == Errc::InvalidInput);
        CHECK(checked.error().detail.find(word) != std::string::npos);
    }
}

TEST_CASE("a question about a ticket takes the mention along and leaves the notes at home", "[app][mail]")
{
    House house;
    house.enter();
    const auto ticket = house.ticket();
    const auto id = house.mail.passOnAndWait(question(ticket));
    REQUIRE(id);
    const auto kept = house.get(*id);
    CHECK(kept.subject == "[Vigie #" + std::to_string(id->value) + "] Four");
    CHECK(kept.messageId.find("vigie-" + std::to_string(id->value) + '.') == 0);
    CHECK(kept.recipients.size() == 1); // named twice, written to once
    CHECK(kept.text.find("O\xc3\xb9 en est-on ?") == 0);
    CHECK(kept.text.find("| Mon four est froid.\n| Depuis hier.\n") != std::string::npos);
    CHECK(kept.text.find("https://social.example/@claire/1") != std::string::npos);
    CHECK(kept.text.find("secrete") == std::string::npos);
    CHECK(net::foldHistory(kept.text).history.empty()); // the colleague's program repeats it; ours does not fold it
    CHECK(house.store.read([&](store::Tx &tx) { return store::Tickets(tx).get(ticket); }).status == TicketStatus::WaitingInside);
    CHECK(house.mail.passOnAndWait(question(TicketId{999})).error().code == Errc::NotFound);
}

TEST_CASE("what cannot be asked is refused before it is written", "[app][mail]")
{
    House house;
    house.enter();
    auto nobody = question();
    nobody.to.clear();
    auto blank = question();
    blank.text = " \n\t";
    auto wrong = question();
    wrong.to.push_back({"", "sav@example.test\r\nRCPT TO:<x@y>"});
    for (const auto &bad : {nobody, blank, wrong})
        CHECK(house.mail.passOnAndWait(bad).error().code == Errc::InvalidInput);
    CHECK(house.store.read([](store::Tx &tx) { return store::Questions(tx).list(10); }).empty());
}

TEST_CASE("a server that cannot be reached keeps the question, waits longer each time and gives up in the end", "[app][mail]")
{
    House house;
    house.enter();
    const auto first = house.mail.passOnAndWait(question()).value(), second = house.mail.passOnAndWait(question()).value();
    std::chrono::microseconds before{0};
    for (int i = 0; i < 4; ++i) {
        const auto report = house.mail.deliverAndWait();
        REQUIRE(report);
        CHECK(report->waiting == 2);
        REQUIRE(report->error);
        CHECK(report->error->code == Errc::Network);
        const auto kept = house.get(first);
        CHECK(kept.attempts == i + 1);
        REQUIRE(kept.dueAt);
        CHECK(*kept.dueAt - house.store.clock.now() > before);
        before = *kept.dueAt - house.store.clock.now();
        house.store.clock.set(*kept.dueAt);
    }
    CHECK_FALSE(house.get(second).mayHaveLeft);
    house.store.clock.advance(std::chrono::hours(73));
    REQUIRE(house.mail.deliverAndWait());
    CHECK(house.get(first).state == QuestionState::Failed);
    CHECK_FALSE(house.get(first).dueAt);
}

TEST_CASE("a question that has not left can be taken back, once", "[app][mail]")
{
    House house;
    house.enter();
    const auto id = house.mail.passOnAndWait(question()).value();
    CHECK(house.mail.cancelAndWait(id));
    CHECK(house.get(id).state == QuestionState::Cancelled);
    CHECK(house.mail.cancelAndWait(id).error().code == Errc::Conflict);
    CHECK(house.mail.deliverAndWait().value().waiting == 0);
}

TEST_CASE("the account can be forgotten, and with it the password", "[app][mail]")
{
    House house;
    house.enter();
    const auto id = house.mail.passOnAndWait(question()).value();
    REQUIRE(house.mail.removeAndWait());
    CHECK(house.secrets->get("mail|vigie@example.test").error().code == Errc::NoSecret);
    CHECK_FALSE(house.store.read([](store::Tx &tx) { return app::mailSettings(tx); }));
    CHECK(house.get(id).text.find("O\xc3\xb9") == 0); // questions stay
}

TEST_CASE("the postman and the listener start without a server and stop at once", "[app][mail]")
{
    House house;
    house.enter();
    house.mail.start();
    const auto id = house.mail.passOnAndWait(question()).value();
    for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); house.get(id).attempts == 0 && std::chrono::steady_clock::now() < end;)
        std::this_thread::yield();
    CHECK(house.get(id).attempts == 1); // it tried by itself
    const auto began = std::chrono::steady_clock::now();
    {
        app::Mail another(*house.store, house.secrets, house.store.clock);
        another.start();
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(10));
}

TEST_CASE("answers of a window's calls come on its executor", "[app][mail]")
{
    House house;
    ManualExecutor window;
    std::optional<Result<QuestionId>> asked;
    std::optional<Result<app::MailTest>> tested;
    std::optional<Result<void>> saved;
    house.mail.save(House::settings(), Secret("x"), window, [&](Result<void> result) { saved = std::move(result); });
    REQUIRE(window.runUntil([&] { return saved.has_value(); }, std::chrono::seconds(20)));
    CHECK(*saved);
    house.mail.passOn(question(), window, [&](Result<QuestionId> result) { asked = std::move(result); });
    house.mail.test(House::settings(), Secret(), {}, window, [&](Result<app::MailTest> result) { tested = std::move(result); });
    REQUIRE(window.runUntil([&] { return asked && tested; }, std::chrono::seconds(20)));
    CHECK(*asked);
    REQUIRE(*tested);
    CHECK_FALSE((*tested)->ok());
    CHECK((*tested)->outgoing->code == Errc::Network);
}
