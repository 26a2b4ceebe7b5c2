// SPDX-License-Identifier: GPL-3.0-or-later
// A claim by one key, the shift sheet by another, and bundles whose conflicts a person decides.
#include "gui/support/gui_harness.hpp"

#include "ui/handover/claim_strip.hpp"
#include "ui/handover/conflicts_dialog.hpp"
#include "ui/handover/handover_desk.hpp"
#include "ui/handover/shift_dialog.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"

#include <vigie/desk/bundle.hpp>

#include <QMessageBox>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/scopes.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/scopes.hpp>

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBrowser>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

struct Desk {
    Harness harness;
    ui::InboxPanel *panel = nullptr;

    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }
    Desk() : harness(options())
    {
        REQUIRE(harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma"));
            return true;
        }));
        harness.restart(); // the name is read at opening
        const auto done = harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            Account account;
            account.connector = "mastodon";
            account.instance = "https://rive.test";
            account.nativeId = account.handle = "dubreuil@rive.test";
            account.capabilities.set(Capability::Reply);
            VIGIE_TRY(const auto id, store::Accounts(tx).save(account));
            Item item;
            item.connector = "mastodon";
            item.instance = "https://rive.test";
            item.nativeId = "m1";
            item.visibility = Visibility::Public;
            item.author.nativeId = "p1";
            item.author.handle = "claire@rive.test";
            item.author.name = "Claire <b>";
            item.text = "Mon *four* est froid.";
            item.publishedAt = item.fetchedAt = fromMicros(1'763'700'000LL * 1'000'000);
            const store::AnalysedItem analysed(std::move(item));
            VIGIE_TRY(const auto stored, store::Items(tx).store({&analysed, 1}));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, id, "mention"));
            return true;
        });
        REQUIRE(done);
        panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] {
            const auto ticket = panel->queue().focused();
            return ticket && panel->conversation().isShowing(ticket) && panel->reply().ticket() == ticket;
        }));
    }
    [[nodiscard]] ui::ClaimStrip &claim() const { return panel->handover().claim(); }
    [[nodiscard]] TicketId ticket() const { return panel->queue().focused(); }
    std::optional<Claim> held()
    {
        const auto id = ticket();
        auto read = harness.read<std::optional<Claim>>([id](store::Tx &tx) { return store::Claims(tx).get(id); });
        REQUIRE(read);
        return *read;
    }
    std::size_t replies()
    {
        auto read = harness.read<std::vector<Outbound>>([](store::Tx &tx) { return store::Outbox(tx).list({}); });
        REQUIRE(read);
        return read->size();
    }
};

} // namespace

TEST_CASE("L takes the ticket and gives it back; who holds it is said", "[handover]")
{
    Desk desk;
    desk.harness.press(Qt::Key_L);
    REQUIRE(waitFor([&] { return desk.held() && desk.claim().isMine() && desk.claim().isVisible(); }));
    CHECK(desk.held()->person == desk.harness.bridge().person());
    desk.harness.press(Qt::Key_L);
    REQUIRE(waitFor([&] { return !desk.held() && !desk.claim().isVisible(); }));
}

TEST_CASE("while another is on it the key is refused with the name, and no answer leaves", "[handover]")
{
    Desk desk;
    const auto id = desk.ticket();
    REQUIRE(desk.harness.write<desk::Taken>([id](store::Tx &tx) { return desk::claim(tx, id, "Hugo"); }));
    REQUIRE(waitFor([&] { return desk.claim().claim().has_value(); }));
    CHECK_FALSE(visibleWords(&desk.claim()).filter(QStringLiteral("Hugo")).isEmpty());
    desk.harness.press(Qt::Key_L);
    REQUIRE(waitFor([&] { return !visibleWords(&desk.harness.window()).filter(QStringLiteral("Hugo")).isEmpty(); }));
    CHECK(desk.held()->person == "Hugo");
    desk.harness.press(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    desk.harness.type(QStringLiteral("Bonjour"));
    desk.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour")); // it stays, and nothing was sent
    CHECK(desk.replies() == 0);
}

TEST_CASE("who begins to type takes the ticket; sending and leaving give it back", "[handover]")
{
    Desk desk;
    desk.harness.press(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    CHECK_FALSE(desk.held()); // looking is not writing
    desk.harness.type(QStringLiteral("Bonj"));
    REQUIRE(waitFor([&] { return desk.held() && desk.claim().isMine(); }));
    const auto id = desk.ticket();
    desk.panel->handover().setTicket({}); // another one is opened
    REQUIRE(waitFor([&] {
        auto read = desk.harness.read<std::optional<Claim>>([id](store::Tx &tx) { return store::Claims(tx).get(id); });
        return read && !*read;
    }));
    // What was taken by key stays when one goes on.
    desk.panel->handover().setTicket(id);
    desk.claim().take();
    REQUIRE(waitFor([&] { return desk.claim().isMine(); }));
    desk.panel->handover().setTicket({});
    CHECK(desk.held());
}

TEST_CASE("one key makes the shift sheet, in both languages, as PDF and as text", "[handover]")
{
    Desk desk;
    desk.harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    ui::ShiftDialog *sheet = nullptr;
    REQUIRE(waitFor([&] {
        sheet = desk.harness.window().findChild<ui::ShiftDialog *>();
        return sheet != nullptr && sheet->isReady();
    }));
    sheet->language().setCurrentIndex(0);
    CHECK(sheet->page().toPlainText().contains(QStringLiteral("Feuille de passation")));
    sheet->language().setCurrentIndex(1);
    const auto words = sheet->page().toPlainText();
    CHECK(words.contains(QStringLiteral("Shift sheet")));
    CHECK(words.contains(QStringLiteral("Claire <b>"))); // words of others are no markup
    CHECK(words.contains(QStringLiteral("Mon *four* est froid.")));
    CHECK(withoutAccessibleName(sheet).isEmpty());
    const auto path = desk.harness.folder() + QStringLiteral("/sheet.pdf");
    REQUIRE(sheet->savePdf(path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(sheet->saveText(desk.harness.folder() + QStringLiteral("/sheet.md")));
    sheet->close();
}

TEST_CASE("a bundle of another machine is taken in, and what both changed is decided in a table", "[handover]")
{
    Desk desk;
    const auto id = desk.ticket();
    const desk::Exchanger there{"another", "Hugo"};
    // The other machine's bundle, made here and taken back: it knows of an owner that this one does not.
    const auto bytes = desk.harness.write<std::string>([&](store::Tx &tx) -> Result<std::string> {
        VIGIE_CHECK(desk::Desk(tx).assign({&id, 1}, "Hugo"));
        return desk::exportBundle(tx, there);
    });
    REQUIRE(bytes);
    REQUIRE(desk.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto fields, store::Exchange(tx).fields());
        for (auto field : fields) { // as if nothing but a decision of one's own had been here
            field.clock = {{"here", 1}};
            field.value = field.field == "owner" ? "Emma" : field.value;
            field.author = "Emma";
            VIGIE_CHECK(store::Exchange(tx).putField(field));
        }
        VIGIE_CHECK(desk::Desk(tx).assign({&id, 1}, "Emma"));
        return true;
    }));
    QFile file(desk.harness.folder() + QStringLiteral("/b.vigie-bundle"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes->data(), static_cast<qint64>(bytes->size()));
    file.close();
    desk.panel->handover().importFrom(file.fileName());
    // It is not signed: a person says that it is to be believed.
    QMessageBox *question = nullptr;
    REQUIRE(waitFor([&] { return (question = desk.harness.window().findChild<QMessageBox *>(QStringLiteral("bundleOrigin"))) != nullptr; }));
    CHECK(question->text().contains(QStringLiteral("Hugo")));
    CHECK(question->buttons().size() == 2); // nothing to trust from now on
    for (auto *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    const auto conflicts = [&] {
        auto read = desk.harness.read<std::vector<store::ExchangeConflict>>([](store::Tx &tx) { return desk::bundleConflicts(tx); });
        REQUIRE(read);
        return read->size();
    };
    REQUIRE(waitFor([&] { return conflicts() == 1; }));
    ui::ConflictsDialog dialog(desk.harness.window().shell(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    REQUIRE(waitFor([&] { return dialog.table().rowCount() == 1; }));
    CHECK(dialog.table().item(0, 2)->text() == QStringLiteral("Emma"));
    CHECK(dialog.table().item(0, 4)->text() == QStringLiteral("Hugo"));
    CHECK(withoutAccessibleName(&dialog).isEmpty());
    dialog.decide(true);
    REQUIRE(waitFor([&] { return conflicts() == 0 && dialog.table().rowCount() == 0; }));
    CHECK(desk.harness.read<Ticket>([id](store::Tx &tx) { return store::Tickets(tx).get(id); })->owner == "Hugo");
}
