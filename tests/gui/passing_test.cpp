// SPDX-License-Identifier: GPL-3.0-or-later
// A question is passed on by keys, as a file without any network, and its answer comes back by dropping a file.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/passing/answer_files.hpp"
#include "ui/passing/passing_desk.hpp"
#include "ui/passing/passing_strip.hpp"
#include "ui/passing/report_dialog.hpp"
#include "ui/passing/slip_box.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/questions.hpp>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::qs;

namespace {

Item mention(int number)
{
    Item item;
    item.connector = "mastodon";
    item.instance = "https://rive.test";
    item.nativeId = "m" + std::to_string(number);
    item.permalink = "https://rive.test/@p/" + item.nativeId;
    item.visibility = Visibility::Public;
    item.author.nativeId = "p" + std::to_string(number);
    item.author.handle = "person" + std::to_string(number) + "@rive.test";
    item.author.name = "Person " + std::to_string(number);
    item.text = "Mon four numéro " + std::to_string(number) + " est froid, que faire ?";
    item.lang = "fr";
    item.publishedAt = item.fetchedAt = fromMicros((1'763'700'000LL + number * 60) * 1'000'000);
    return item;
}

struct Desk {
    Harness harness;
    ui::InboxPanel *panel = nullptr;
    DepartmentId service;

    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }
    Desk() : harness(options())
    {
        harness.preferences().set(ui::kUndoSeconds, QStringLiteral("60"));
        const auto done = harness.write<DepartmentId>([](store::Tx &tx) -> Result<DepartmentId> {
            Account account;
            account.connector = "mastodon";
            account.instance = "https://rive.test";
            account.nativeId = account.handle = "dubreuil@rive.test";
            account.capabilities.set(Capability::Reply);
            VIGIE_TRY(const auto id, store::Accounts(tx).save(account));
            for (int n = 1; n <= 3; ++n) {
                const store::AnalysedItem item(mention(n));
                VIGIE_TRY(const auto stored, store::Items(tx).store({&item, 1}));
                VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, id, "mention"));
            }
            VIGIE_CHECK(app::setPassingSender(tx, {"Emma", "emma@example.test"}));
            Department one;
            one.nameFr = "Juridique";
            one.nameEn = "Legal";
            VIGIE_CHECK(store::Departments(tx).save(one));
            one.nameFr = "Atelier";
            one.nameEn = "Workshop";
            one.colleagues = {{"André", "atelier@example.test"}};
            return store::Departments(tx).save(one);
        });
        REQUIRE(done);
        service = *done;
        panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(panel != nullptr);
        waitOpen();
    }
    void waitOpen()
    {
        REQUIRE(waitFor([&] {
            const auto ticket = panel->queue().focused();
            return ticket && panel->conversation().isShowing(ticket) && panel->reply().ticket() == ticket;
        }));
    }
    [[nodiscard]] ui::SlipBox &slip() const { return panel->passing().slip(); }
    [[nodiscard]] ui::PassingStrip &strip() const { return panel->passing().strip(); }
    [[nodiscard]] TicketId ticket() const { return panel->queue().focused(); }
    [[nodiscard]] TicketStatus status(TicketId id)
    {
        auto read = harness.read<Ticket>([id](store::Tx &tx) { return store::Tickets(tx).get(id); });
        REQUIRE(read);
        return read->status;
    }
    std::vector<store::PassingRow> passed()
    {
        auto read = harness.read<std::vector<store::PassingRow>>([](store::Tx &tx) { return store::Passings(tx).list({}); });
        REQUIRE(read);
        return *read;
    }
    void beginSlip()
    {
        harness.press(Qt::Key_H);
        REQUIRE(waitFor([&] { return slip().isReady() && slip().service().lineEdit()->hasFocus(); }));
    }
    std::string write(const QString &name, const std::string &bytes)
    {
        QFile file(harness.folder() + QLatin1Char('/') + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return file.fileName().toStdString();
    }
    /// As a file manager drops it onto a widget of the window.
    void drop(const QString &path, QWidget *onto)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enters(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(onto, &enters);
        CHECK(enters.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(onto, &event);
        CHECK(event.isAccepted());
    }
};

std::string answer(const std::string &subject, const std::string &id)
{
    return "From: Andre <atelier@example.test>\r\nSubject: " + subject + "\r\nMessage-ID: <" + id + "@x>\r\n\r\nOui, changez le joint.\r\n\r\nCordialement,\r\nAndre\r\n";
}

} // namespace

TEST_CASE("a question is passed on by keys as a file, and its answer becomes a draft", "[passing]")
{
    Desk desk;
    const auto ticket = desk.ticket();
    desk.beginSlip();
    desk.harness.type(desk.slip().service().itemText(1).left(4)); // by typing, whatever the language
    desk.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return desk.slip().editor().hasFocus(); }));
    CHECK(desk.slip().service().currentData().toLongLong() == desk.service.value);
    desk.harness.type(QStringLiteral("Joint ou thermostat ?"));
    desk.slip().showPreview(true);
    REQUIRE(waitFor([&] { return desk.slip().preview().toPlainText().contains(QStringLiteral("Mon four num")); }));
    CHECK(desk.slip().preview().toPlainText().contains(QStringLiteral("atelier@example.test")));
    const auto path = desk.harness.folder() + QStringLiteral("/slip.eml");
    desk.slip().passAs(PassWay::File, path);
    REQUIRE(waitFor([&] { return desk.passed().size() == 1 && desk.strip().isVisible(); }));
    CHECK(QFile::exists(path));
    CHECK(desk.status(ticket) == TicketStatus::WaitingInside);
    REQUIRE(desk.strip().rows().size() == 1);
    CHECK(desk.strip().canRemind());
    const auto code = "[Vigie #" + std::to_string(desk.passed().front().question.id.value) + "]";
    desk.drop(qs(desk.write(QStringLiteral("a.eml"), answer("Re: " + code, "a1"))), desk.panel);
    REQUIRE(waitFor([&] { return desk.status(ticket) == TicketStatus::Open && desk.strip().canTurn(); }));
    CHECK_FALSE(desk.strip().canRemind());
    desk.panel->queue().list().setFocus();
    desk.harness.press(QKeySequence(Qt::ALT | Qt::Key_H));
    REQUIRE(waitFor([&] { return desk.panel->reply().reply().text.contains(QStringLiteral("changez le joint")); }));
    CHECK_FALSE(desk.panel->reply().reply().text.contains(QStringLiteral("Cordialement")));
    CHECK(desk.harness.read<std::vector<Outbound>>([](store::Tx &tx) { return store::Outbox(tx).list({}); })->empty()); // never by itself
}

TEST_CASE("a dropped mail without a code asks which question it answers", "[passing]")
{
    Desk desk;
    const auto ticket = desk.ticket();
    const auto passed = desk.harness.write<app::PassedOn>([&](store::Tx &tx) {
        desk::SlipRequest request;
        request.department = desk.service;
        request.ticket = ticket;
        request.question = "Joint ou thermostat ?";
        return app::passSlip(tx, request, PassWay::Text);
    });
    REQUIRE(passed);
    desk.drop(qs(desk.write(QStringLiteral("b.eml"), answer("tout autre chose", "b1"))), desk.panel);
    auto *popup = desk.panel->findChild<ui::ChoicePopup *>();
    REQUIRE(popup != nullptr);
    REQUIRE(waitFor([&] { return popup->isVisible(); }));
    CHECK(desk.status(ticket) == TicketStatus::WaitingInside);
    desk.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return desk.status(ticket) == TicketStatus::Open; }));
    REQUIRE(waitFor([&] { return desk.panel->queue().focused() && desk.panel->queue().model().rowCount() == 3; }));
}

TEST_CASE("without an address the slip says what is missing; copying needs nothing", "[passing]")
{
    Desk desk;
    desk.beginSlip();
    desk.slip().service().setCurrentIndex(0); // no colleague yet
    desk.slip().editor().setFocus();
    desk.harness.type(QStringLiteral("Peut-on le dire ?"));
    desk.slip().passAs(PassWay::File, desk.harness.folder() + QStringLiteral("/none.eml"));
    REQUIRE(waitFor([&] { return !visibleWords(&desk.slip()).filter(QStringLiteral("adresse"), Qt::CaseInsensitive).isEmpty()
                                 || !visibleWords(&desk.slip()).filter(QStringLiteral("address"), Qt::CaseInsensitive).isEmpty(); }));
    CHECK(desk.passed().empty());
    CHECK_FALSE(QFile::exists(desk.harness.folder() + QStringLiteral("/none.eml")));
    desk.slip().passAs(PassWay::Text);
    REQUIRE(waitFor([&] { return desk.passed().size() == 1; }));
    REQUIRE(waitFor([&] { return QApplication::clipboard()->text().contains(QStringLiteral("Peut-on le dire ?")); }));
}

TEST_CASE("what is begun stays with its ticket while one looks at another", "[passing]")
{
    Desk desk;
    desk.beginSlip();
    desk.slip().editor().setFocus();
    desk.harness.type(QStringLiteral("Joint ou"));
    desk.harness.press(QKeySequence(Qt::Key_Escape));
    desk.harness.press(Qt::Key_J);
    desk.waitOpen();
    CHECK(desk.slip().editor().toPlainText().isEmpty());
    desk.harness.press(Qt::Key_K);
    desk.waitOpen();
    CHECK(desk.slip().editor().toPlainText() == QStringLiteral("Joint ou"));
}

TEST_CASE("by mail it is held for undo, and taken back it leaves the ticket as it was", "[passing]")
{
    Desk desk;
    app::MailSettings settings;
    settings.sender = {"Emma", "emma@example.test"};
    settings.outgoing = {"127.0.0.1", 1, net::MailSecurity::Tls, "emma@example.test", ""};
    settings.incoming = settings.outgoing;
    REQUIRE(desk.harness.bridge().workspace()->mail().saveAndWait(settings, Secret("a password for tests")));
    const auto ticket = desk.ticket();
    const auto before = desk.status(ticket);
    desk.beginSlip();
    desk.slip().service().setCurrentIndex(1);
    desk.slip().editor().setFocus();
    desk.harness.type(QStringLiteral("Joint ou thermostat ?"));
    desk.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return desk.passed().size() == 1; }));
    CHECK(desk.passed().front().question.dueAt);
    REQUIRE(waitFor([&] { return !desk.harness.window().shell().toasts.shown().isEmpty(); }));
    desk.harness.window().shell().toasts.shown().last()->trigger();
    REQUIRE(waitFor([&] { return desk.status(ticket) == before; }));
    CHECK(desk.passed().front().question.state == QuestionState::Cancelled);
    CHECK(desk.passed().front().question.attempts == 0);
}

TEST_CASE("the report is a table with a row for each service and one for all", "[passing]")
{
    Desk desk;
    REQUIRE(desk.harness.write<app::PassedOn>([&](store::Tx &tx) {
        desk::SlipRequest request;
        request.department = desk.service;
        request.question = "Joint ?";
        return app::passSlip(tx, request, PassWay::Text);
    }));
    ui::PassingReportDialog dialog(desk.harness.window().shell(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    REQUIRE(waitFor([&] { return dialog.isReady() && dialog.table().rowCount() == 2; }));
    CHECK(dialog.table().item(0, 1)->text() == QStringLiteral("1"));
    CHECK(dialog.table().item(1, 3)->text() == QStringLiteral("1"));
    CHECK(withoutAccessibleName(&dialog).isEmpty());
}

TEST_CASE("At 200 % a slip is written in a window that fits its screen, and the card keeps its values in sight", "[passing][scale]")
{
    Desk desk;
    desk.harness.window().resize(1440, 900);
    desk.harness.preferences().set(ui::kTextScale, QStringLiteral("200"));
    desk.beginSlip();
    QApplication::sendPostedEvents();
    CHECK(desk.harness.window().minimumSizeHint().width() <= 1440);
    const auto *card = desk.panel->person().findChild<QScrollArea *>();
    REQUIRE(card != nullptr);
    CHECK(waitFor([&] { return card->widget()->width() <= card->viewport()->width(); }));
}
