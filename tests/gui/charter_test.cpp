// SPDX-License-Identifier: GPL-3.0-or-later
// The charter in the window: marks while writing, an article for each moderation with the evidence first, the log, and the charter changed.
#include "gui/support/gui_harness.hpp"
#include "support/must.hpp"

#include "ui/calendar/post_editor.hpp"
#include "ui/charter/article_editor.hpp"
#include "ui/charter/charter_pane.hpp"
#include "ui/charter/charter_panel.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/charter/check_row.hpp"
#include "ui/charter/moderation_model.hpp"
#include "ui/charter/moderation_pane.hpp"
#include "ui/command/registry.hpp"
#include "ui/evidence/keep_dialog.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/moderation.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;
using test::must;

namespace {

struct House {
    Harness harness;
    ui::InboxPanel *inbox = nullptr;

    House()
    {
        inbox = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(inbox != nullptr);
        REQUIRE(waitFor([&] { return static_cast<bool>(inbox->queue().focused()); }));
    }
    void settle()
    {
        must(harness.write<int>([](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(app::setEvidenceTerm(tx, {5, "defence of legal claims"}));
            return 0;
        }));
    }
    void run(const char *command)
    {
        REQUIRE(harness.window().shell().commands.run(QLatin1String(command)));
    }
    std::vector<ModerationLine> log()
    {
        return must(harness.read<std::vector<ModerationLine>>([](store::Tx &tx) { return store::ModerationLog(tx).list({}); }));
    }
    /// The one that is asking.
    ui::ChoicePopup *popup()
    {
        for (auto *one : inbox->findChildren<ui::ChoicePopup *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    ui::CharterPanel *charter()
    {
        auto *panel = harness.show<ui::CharterPanel>(QStringLiteral("charter"));
        REQUIRE(panel != nullptr);
        return panel;
    }
    [[nodiscard]] static const ui::WritingMark *markOf(const ui::WritingMarks &marks, const QString &words)
    {
        const auto &all = marks.marks();
        const auto found = std::find_if(all.begin(), all.end(), [&](const ui::WritingMark &mark) { return mark.kind == ui::MarkKind::Charter && mark.reason.contains(words); });
        return found != all.end() ? &*found : nullptr;
    }
};

} // namespace

TEST_CASE("what is written is marked with the article, and never rewritten", "[charter]")
{
    House house;
    house.harness.press(QKeySequence(Qt::Key_R));
    auto &reply = house.inbox->reply();
    REQUIRE(waitFor([&] { return reply.editor().hasFocus(); }));
    const bool english = reply.draft().lang == "en"; // that of the message
    const auto words = english ? QStringLiteral("your password") : QStringLiteral("votre mot de passe");
    const auto text = (english ? QStringLiteral("Please give us ") : QStringLiteral("Donnez-nous ")) + words;
    reply.setText(text);
    REQUIRE(waitFor([&] { return House::markOf(reply.marks(), words) != nullptr; }));
    const auto *mark = House::markOf(reply.marks(), words);
    CHECK(text.mid(mark->begin, mark->end - mark->begin) == words);
    CHECK(mark->fixes.isEmpty());
    CHECK(mark->reason.contains(QLatin1Char('3')));
    CHECK(reply.editor().toPlainText() == text);
}

TEST_CASE("a post of the calendar is held against the charter, too", "[charter]")
{
    House house;
    REQUIRE(house.harness.show(QStringLiteral("calendar")) != nullptr);
    auto *editor = house.harness.window().findChild<ui::PostEditor *>();
    REQUIRE(editor != nullptr);
    const auto before = editor->shown();
    house.run("calendar.new");
    REQUIRE(waitFor([&] { return editor->shown() && editor->shown() != before && editor->textField()->hasFocus(); }));
    const bool french = editor->current().lang == "fr";
    const auto text = french ? QStringLiteral("Un nouveau sac, en partenariat avec Dubreuil, pour toute la famille")
                             : QStringLiteral("A new bag, in partnership with Dubreuil, for all of the family when school begins");
    const auto wanted = french ? QStringLiteral("collaboration commerciale") : QStringLiteral("commercial collaboration");
    house.harness.type(text);
    REQUIRE(waitFor([&] { return House::markOf(editor->marks(), wanted) != nullptr; }));
    CHECK(editor->textField()->toPlainText() == text);
    house.harness.type(french ? QStringLiteral(" Collaboration commerciale.") : QStringLiteral(" Advertisement."));
    CHECK(waitFor([&] { return editor->marks().settled() && House::markOf(editor->marks(), wanted) == nullptr; }));
}

TEST_CASE("a moderation asks for its article by keys, keeps the evidence first, stands in the log and is taken back", "[charter]")
{
    House house;
    const auto ticket = house.inbox->queue().focused();
    house.run("inbox.muteMember");
    REQUIRE(waitFor([&] { return house.popup() != nullptr; }));
    house.harness.type(QStringLiteral("3"));
    house.harness.press(QKeySequence(Qt::Key_Return));
    // Asked once, before anything is done: how long and on what ground.
    ui::KeepDialog *dialog = nullptr;
    REQUIRE(waitFor([&] { return (dialog = house.inbox->findChild<ui::KeepDialog *>()) != nullptr && dialog->isVisible(); }));
    CHECK(house.log().empty());
    for (auto *button : dialog->findChildren<QPushButton *>())
        if (button->isDefault()) {
            button->click();
            break;
        }
    REQUIRE(waitFor([&] { return house.log().size() == 1; }));
    const auto line = house.log().front();
    CHECK(line.act == OutboundKind::MuteMember);
    CHECK(line.article == 3);
    CHECK(line.charterVersion == 1);
    CHECK(line.item == must(house.harness.read<Ticket>([&](store::Tx &tx) { return store::Tickets(tx).get(ticket); })).latest);
    REQUIRE(line.evidence > 0);
    CHECK(must(house.harness.read<std::vector<EvidenceEntry>>([&](store::Tx &tx) { return store::Evidence(tx).entries(line.item); })).front().number == line.evidence);

    // The second time nothing is asked but the article, the last one first.
    house.harness.window().activateWindow();
    REQUIRE(waitFor([&] { return house.harness.window().isActiveWindow() && house.inbox->findChild<ui::KeepDialog *>() == nullptr; }));
    house.run("inbox.blockMember");
    REQUIRE(waitFor([&] { return house.popup() != nullptr; }));
    CHECK(house.popup()->findChild<QListWidget *>()->item(0)->text().startsWith(QLatin1String("3.")));
    house.popup()->findChild<QLineEdit *>()->setFocus();
    house.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return house.log().size() == 2; }));
    CHECK(house.log().front().act == OutboundKind::BlockMember);

    auto *panel = house.charter();
    panel->show(ui::CharterPanel::Tab::Log);
    REQUIRE(waitFor([&] { return panel->log().model().rowCount() == 2; }));
    QAbstractItemModelTester tester(&panel->log().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    panel->log().table().selectRow(0);
    const auto shown = [&](int column) { return panel->log().model().index(0, column).data().toString(); };
    CHECK(shown(ui::ModerationModel::Act) == ui::moderationText(OutboundKind::BlockMember));
    CHECK(shown(ui::ModerationModel::Article).startsWith(QLatin1String("3. ")));
    panel->log().takeBack();
    CHECK(waitFor([&] { return house.log().front().back || house.log().front().state == OutboundState::Cancelled; }));
    panel->show(ui::CharterPanel::Tab::Figures);
    REQUIRE(waitFor([&] { return panel->log().figures().rowCount() == 2; }));
    const auto file = house.harness.folder() + QStringLiteral("/log.csv");
    panel->log().exportTo(file);
    CHECK(waitFor([&] {
        QFile table(file);
        return table.open(QIODevice::ReadOnly) && table.readAll().count("\r\n") == 3;
    }));
    CHECK(withoutAccessibleName(panel).join(QLatin1Char('|')).toStdString() == std::string());
}

TEST_CASE("evidence that cannot be kept is said, and the person decides", "[charter]")
{
    House house;
    house.settle();
    must(house.harness.write<int>([](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(auto accounts, store::Accounts(tx).all());
        for (auto &account : accounts) {
            account.policy.persist = PersistRule::DisplayOnly;
            VIGIE_CHECK(store::Accounts(tx).save(account));
        }
        return 0;
    }));
    house.run("inbox.muteMember");
    REQUIRE(waitFor([&] { return house.popup() != nullptr; }));
    house.harness.press(QKeySequence(Qt::Key_Return));
    QMessageBox *box = nullptr;
    REQUIRE(waitFor([&] { return (box = house.inbox->findChild<QMessageBox *>()) != nullptr && box->isVisible(); }));
    CHECK(house.log().empty());
    for (auto *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    REQUIRE(waitFor([&] { return house.log().size() == 1; }));
    CHECK(house.log().front().evidence == 0);
    CHECK_FALSE(house.log().front().noEvidence.empty());
}

TEST_CASE("the charter is changed in the window: a new version, taken back as another, exported, taken in and printed", "[charter]")
{
    House house;
    auto *panel = house.charter();
    auto &pane = panel->articles();
    REQUIRE(waitFor([&] { return pane.list().count() > 5; }));
    CHECK(withoutAccessibleName(panel).join(QLatin1Char('|')).toStdString() == std::string());
    CHECK(panel->mayClose());
    const int count = pane.list().count();
    pane.addArticle();
    CHECK(pane.dirty());
    auto article = pane.editor().article();
    CHECK(article.number == count + 1);
    article.title = {"Essai", "A trial"};
    CharterCheck check;
    check.words = {"girouette", "tout de suite"};
    article.checks = {check};
    pane.editor().show(article);
    Q_EMIT pane.editor().edited();
    CHECK(pane.editor().article() == article); // through the fields and back
    const auto version = [&] { return must(house.harness.read<app::CharterNow>([](store::Tx &tx) { return app::charterNow(tx); })); };
    pane.putInForce();
    REQUIRE(waitFor([&] { return version().version.version == 1 && !pane.dirty(); }));
    CHECK(version().charter.articles.back() == article);

    const auto file = house.harness.folder() + QStringLiteral("/charter.json");
    pane.exportTo(file);
    REQUIRE(waitFor([&] { return QFile::exists(file); }));
    pane.list().setCurrentRow(count);
    pane.removeArticle();
    CHECK(pane.dirty());
    pane.putInForce();
    REQUIRE(waitFor([&] { return version().version.version == 2 && !pane.dirty(); }));
    CHECK(version().charter == desk::startingCharter());
    pane.importFrom(file);
    REQUIRE(waitFor([&] { return pane.dirty() && pane.list().count() == count + 1; })); // to be read before it is in force
    CHECK(version().version.version == 2);
    pane.discard();
    CHECK_FALSE(pane.dirty());
    CHECK(pane.list().count() == count);

    for (const auto *ending : {".pdf", ".html", ".md"}) {
        const auto sheet = house.harness.folder() + QStringLiteral("/sheet") + QLatin1String(ending);
        pane.writeSheet(sheet);
        REQUIRE(waitFor([&] { return QFile(sheet).size() > 500; }));
    }
    QFile pdf(house.harness.folder() + QStringLiteral("/sheet.pdf"));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
}
