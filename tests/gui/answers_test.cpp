// SPDX-License-Identifier: GPL-3.0-or-later
// The library by keys alone: opened over the composer, put in as one step, blocked while a variable is open, hinting at what was
// said before; a reply kept as an answer; the manager; a file taken in.
#include "gui/support/gui_harness.hpp"

#include "ui/answers/answer_editor.hpp"
#include "ui/answers/answer_helper.hpp"
#include "ui/answers/answers_model.hpp"
#include "ui/answers/answers_panel.hpp"
#include "ui/answers/hint_bar.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"

#include <vigie/desk/answers.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::qs;

namespace {

constexpr std::int64_t kStart = 1'763'700'000;

struct House {
    explicit House(bool withInbox = true) : harness(options())
    {
        harness.preferences().set(ui::kUndoSeconds, QStringLiteral("60")); // nothing leaves during a test
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = "https://rive.test";
        wanted.nativeId = "brand";
        wanted.handle = "dubreuil@rive.test";
        wanted.name = "Dubreuil";
        wanted.capabilities.set(Capability::Reply);
        account = must(harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); }));
        say(1, "Bonjour, quand arrive mon colis ? Commande n° CMD-4582.");
        say(2, "Bonsoir, où en est la livraison de mon colis ?");
        if (!withInbox)
            return;
        panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] { return panel->queue().model().rowCount() == 2 && isOpen(); }));
    }
    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }
    template <class T>
    static T must(Result<T> result)
    {
        INFO((result ? std::string() : result.error().detail));
        REQUIRE(result);
        return std::move(*result);
    }
    void say(int number, const std::string &text)
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = "m" + std::to_string(number);
        item.visibility = Visibility::Public;
        item.author.nativeId = "p" + std::to_string(number);
        item.author.handle = "person" + std::to_string(number) + "@rive.test";
        item.author.name = "Person " + std::to_string(number);
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = fromMicros((kStart + number * 60) * 1'000'000);
        must(harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            const store::AnalysedItem analysed(item);
            VIGIE_TRY(const auto stored, store::Items(tx).store({&analysed, 1}));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, account, "mention"));
            return true;
        }));
    }
    AnswerId keep(const std::string &keyword, const std::string &french, const std::string &english = {}, const std::string &until = {})
    {
        AnswerText text;
        text.keyword = keyword;
        text.title = "Question " + keyword;
        text.french = french;
        text.english = english;
        text.validUntil = until;
        text.owner = "Odile";
        return must(harness.write<AnswerId>([&](store::Tx &tx) { return store::Answers(tx).save({}, text, "test"); }));
    }
    /// A reply to another ticket that has left, from this answer.
    void sent(TicketId ticket, const std::string &text, AnswerId answer)
    {
        must(harness.write<int>([&](store::Tx &tx) -> Result<int> {
            VIGIE_TRY(const auto row, store::Tickets(tx).get(ticket));
            Outbound out;
            out.account = account;
            out.kind = OutboundKind::Reply;
            out.state = OutboundState::Sent;
            out.lang = "fr";
            out.target = row.latest;
            out.ticket = ticket;
            out.createdAt = out.changedAt = tx.now();
            OutboundPart part;
            part.text = text;
            part.permalink = "https://rive.test/@dubreuil/7";
            part.startedAt = tx.now();
            out.parts = {part};
            VIGIE_TRY(const auto id, store::Outbox(tx).add(out));
            VIGIE_CHECK(store::Answers(tx).pick(ticket, {answer, "fr", {}, tx.now()}));
            return desk::AnswerDesk(tx).given(ticket, id, "test");
        }));
        REQUIRE(waitFor([&] { return must(harness.read<store::PastAnswers::Standing>([](store::Tx &tx) { return store::PastAnswers(tx).standing(); })).due == 0; }));
    }
    [[nodiscard]] bool isOpen() const
    {
        const auto ticket = panel->queue().focused();
        return ticket && panel->conversation().isShowing(ticket) && panel->reply().ticket() == ticket;
    }
    [[nodiscard]] ui::AnswerPicker &picker() const { return panel->answers().picker(); }
    void openPicker()
    {
        harness.press(QKeySequence(QStringLiteral(";")));
        REQUIRE(waitFor([&] { return picker().isVisible() && picker().ready() && picker().field().hasFocus(); }));
    }
    std::vector<Outbound> replies()
    {
        return must(harness.read<std::vector<Outbound>>([](store::Tx &tx) { return store::Outbox(tx).list({}); }));
    }

    Harness harness;
    AccountId account;
    ui::InboxPanel *panel = nullptr;
};

QDialog *dialogNamed(const char *name)
{
    for (auto *widget : QApplication::topLevelWidgets())
        if (widget->objectName() == QLatin1String(name) && widget->isVisible())
            return qobject_cast<QDialog *>(widget);
    return nullptr;
}

/// Of the member whose message is open.
QString memberOf(House &house)
{
    return House::must(house.harness.read<QString>([&](store::Tx &tx) -> Result<QString> {
        VIGIE_TRY(const auto ticket, store::Tickets(tx).get(house.panel->queue().focused()));
        VIGIE_TRY(const auto member, store::Members(tx).get(ticket.member));
        return qs(member.profile.name);
    }));
}

QPushButton *primaryOf(const QDialog *dialog)
{
    for (auto *button : dialog->findChildren<QPushButton *>())
        if (button->property("role") == QVariant(QStringLiteral("primary")))
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("an answer is found, previewed in both languages and put in as one step, by keys")
{
    House house;
    house.keep("délai", "Bonjour {{nom}}, sous 48 h. {{geste}}", "Hello {{nom}}, within 48 hours.");
    house.keep("vieux", "Plus valable.", {}, "2020-01-31");
    auto &editor = house.panel->reply().editor();
    house.openPicker();
    auto &list = house.picker().list();
    CHECK(list.item(1)->font().strikeOut());
    CHECK(list.item(1)->text().contains(QStringLiteral("Odile")));
    CHECK_FALSE(list.item(0)->font().strikeOut());
    house.harness.type(QStringLiteral("del"));
    const auto name = memberOf(house);
    REQUIRE(waitFor([&] { return house.picker().previewText() == QStringLiteral("Bonjour %1, sous 48 h. {{geste}}").arg(name); }));
    house.harness.press(QKeySequence(Qt::Key_Tab));
    REQUIRE(waitFor([&] { return house.picker().previewText() == QStringLiteral("Hello %1, within 48 hours.").arg(name); }));
    house.harness.press(QKeySequence(Qt::Key_Tab));
    REQUIRE(waitFor([&] { return house.picker().previewText().startsWith(QStringLiteral("Bonjour")); }));
    house.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return editor.toPlainText().startsWith(QStringLiteral("Bonjour")); }));
    CHECK(editor.hasFocus());
    CHECK(editor.textCursor().selectedText() == QStringLiteral("{{geste}}")); // typing fills it

    house.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    CHECK(house.replies().empty()); // an open variable keeps it here
    house.harness.type(QStringLiteral("Un bon de 5 %."));
    CHECK(editor.toPlainText() == QStringLiteral("Bonjour %1, sous 48 h. Un bon de 5 %.").arg(name));
    house.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return house.replies().size() == 1; }));
    const auto sent = house.replies().front().id;
    const auto uses = House::must(house.harness.read<int>([sent](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto answer, store::Answers(tx).byKeyword("delai"));
        VIGIE_TRY(const auto given, store::Answers(tx).answerOf(sent));
        return given && *given == answer->id ? 1 : 0;
    }));
    CHECK(uses == 1);
}

TEST_CASE("putting an answer in is one undo; in the middle of a line the key is a semicolon")
{
    House house;
    house.keep("merci", "Merci beaucoup !");
    auto &editor = house.panel->reply().editor();
    house.harness.press(QKeySequence(Qt::Key_R));
    REQUIRE(waitFor([&] { return editor.hasFocus(); }));
    house.harness.type(QStringLiteral("Oui ; "));
    CHECK_FALSE(house.picker().isVisible());
    CHECK(editor.toPlainText() == QStringLiteral("Oui ; "));
    house.harness.press(QKeySequence(QStringLiteral("Ctrl+;")));
    REQUIRE(waitFor([&] { return house.picker().isVisible() && house.picker().ready(); }));
    house.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return editor.toPlainText() == QStringLiteral("Oui ; Merci beaucoup !"); }));
    editor.undo();
    CHECK(editor.toPlainText() == QStringLiteral("Oui ; "));
    editor.setPlainText(QString());
    house.harness.press(QKeySequence(QStringLiteral(";"))); // at the beginning of a line it opens the library
    REQUIRE(waitFor([&] { return house.picker().isVisible(); }));
    house.harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(waitFor([&] { return !house.picker().isVisible() && editor.hasFocus(); }));
}

TEST_CASE("the past answers stand below, and a figure that differs from them is pointed at without blocking")
{
    House house;
    const auto id = house.keep("délai", "La livraison du colis prend 48 h.");
    const auto here = house.panel->queue().focused();
    TicketId other;
    for (int row = 0; row < house.panel->queue().model().rowCount(); ++row)
        if (const auto ticket = house.panel->queue().model().ticketAt(row); ticket != here)
            other = ticket;
    house.sent(other, "La livraison du colis prend 48 h.", id);
    house.openPicker();
    auto &list = house.picker().list();
    CHECK(list.item(list.count() - 1)->text().contains(QStringLiteral("48 h")));
    house.harness.press(QKeySequence(Qt::Key_Return));
    auto &editor = house.panel->reply().editor();
    REQUIRE(waitFor([&] { return editor.toPlainText() == QStringLiteral("La livraison du colis prend 48 h."); }));
    editor.setPlainText(QStringLiteral("La livraison du colis prend cinq jours."));
    auto &hints = house.panel->answers().hints();
    REQUIRE(waitFor([&] { return hints.text().contains(QStringLiteral("48 h")) && hints.text().contains(QStringLiteral("cinq jours")); }));
    house.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    CHECK(waitFor([&] { return house.replies().size() == 2; }));
}

TEST_CASE("a reply that was sent is kept as an answer")
{
    House house;
    house.sent(house.panel->queue().focused(), "Votre colis part demain.", house.keep("autre", "Autre chose."));
    house.harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    REQUIRE(waitFor([] { return dialogNamed("answerDialog") != nullptr; }));
    auto *dialog = dialogNamed("answerDialog");
    auto *editor = dialog->findChild<ui::AnswerEditor *>();
    REQUIRE(editor != nullptr);
    CHECK(editor->french().toPlainText() == QStringLiteral("Votre colis part demain."));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    CHECK_FALSE(primaryOf(dialog)->isEnabled()); // it has no keyword yet
    editor->keyword().setText(QStringLiteral("départ"));
    REQUIRE(primaryOf(dialog)->isEnabled());
    primaryOf(dialog)->click();
    CHECK(waitFor([&] { return House::must(house.harness.read<std::optional<Answer>>([](store::Tx &tx) { return store::Answers(tx).byKeyword("depart"); })).has_value(); }));
}

TEST_CASE("the manager: empty, filtered, changed with versions, taken out and back, a file as a test first")
{
    House house(false);
    auto *panel = house.harness.show<ui::AnswersPanel>(QStringLiteral("answers"));
    REQUIRE(panel != nullptr);
    CHECK(panel->model().rowCount() == 0);
    CHECK(withoutAccessibleName(panel).isEmpty());
    house.keep("délai", "Sous 48 h, {{nom}}.");
    house.keep("vieux", "Plus valable.", {}, "2020-01-31");
    REQUIRE(waitFor([&] { return panel->model().rowCount() == 2; }));
    REQUIRE(waitFor([&] { return panel->editor().keyword().text() == QStringLiteral("délai"); }));
    CHECK(panel->model().data(panel->model().index(1, 0), Qt::FontRole).value<QFont>().strikeOut());
    panel->editor().french().setPlainText(QStringLiteral("Sous 72 h, {{nom}}."));
    house.harness.press(QKeySequence::Save);
    REQUIRE(waitFor([&] { return panel->versions().count() == 2; }));
    CHECK_FALSE(panel->editor().isChanged());

    const auto file = house.harness.folder() + QStringLiteral("/answers.csv");
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write("mot-cl\xC3\xA9;fran\xC3\xA7" "ais\nd\xC3\xA9lai;Sous 24 h.\nretour;30 jours.\nvide;\n");
    out.close();
    panel->importFrom(file);
    REQUIRE(waitFor([] { return dialogNamed("answerImport") != nullptr; }));
    auto *dialog = dialogNamed("answerImport");
    CHECK(dialog->findChild<QTableWidget *>()->rowCount() == 3);
    CHECK(panel->model().rowCount() == 2); // nothing is written yet
    primaryOf(dialog)->click();
    REQUIRE(waitFor([&] { return panel->model().rowCount() == 3; }));
    house.must(house.harness.write<store::ChangeSet>([](store::Tx &tx) { return store::Tickets(tx).undoLast(); }));
    REQUIRE(waitFor([&] { return panel->model().rowCount() == 2; }));
    panel->window()->activateWindow();
    panel->table().setFocus();
    panel->table().selectRow(0);
    REQUIRE(waitFor([&] { return panel->table().hasFocus(); }));
    house.harness.press(QKeySequence(Qt::Key_Delete));
    REQUIRE(waitFor([&] { return panel->model().rowCount() == 1; }));
}
