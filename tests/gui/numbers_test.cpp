// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that figures rest on, entered in the window: by keys alone, refused with a reason, removed, taken back also after a restart; a tile
// without a value for want of them leads there.
#include "gui/support/dashboard_desk.hpp"

#include "ui/dashboard/figure_card.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/numbers/goals_page.hpp"
#include "ui/numbers/numbers_dialog.hpp"
#include "ui/numbers/numbers_page.hpp"
#include "ui/numbers/survey_trial_dialog.hpp"
#include "ui/numbers/surveys_page.hpp"

#include <vigie/insight/estimates.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

using Kind = ui::OwnNumbers::Kind;

ui::NumbersDialog *dialogOf(DashboardDesk &f)
{
    auto *dialog = f.panel->findChild<ui::NumbersDialog *>();
    REQUIRE(dialog != nullptr);
    REQUIRE(waitFor([&] {
        return std::all_of(ui::OwnNumbers::all().begin(), ui::OwnNumbers::all().end(), [&](const auto &one) { return one.read == nullptr || dialog->page(one.kind)->ready(); })
               && dialog->goals()->ready() && dialog->surveys()->ready();
    }));
    return dialog;
}

std::map<std::string, double> visits(DashboardDesk &f)
{
    const auto found = f.harness.read<std::map<std::string, double>>([](store::Tx &tx) { return insight::Estimates(tx).siteVisits(); });
    REQUIRE(found);
    return *found;
}

std::map<std::string, double> rates(DashboardDesk &f)
{
    const auto found = f.harness.read<std::map<std::string, double>>([](store::Tx &tx) { return insight::Estimates(tx).viewRates(); });
    REQUIRE(found);
    return *found;
}

/// A tile of a figure on the page in front.
ui::TileCard *put(DashboardDesk &f, const std::string &metric)
{
    auto board = *f.panel->board();
    BoardTile tile;
    tile.metric = metric;
    board.tiles = insight::with({}, tile);
    REQUIRE(f.harness.write<BoardId>([&](store::Tx &tx) { return store::Boards(tx).save(board); }));
    REQUIRE(waitFor([&] { return f.figure(metric) != nullptr && f.figure(metric)->isLoaded() && f.panel->settled(); }));
    return f.figure(metric);
}

void picture(QWidget *widget, const QString &name)
{
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        widget->grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QLatin1Char('/') + name + QLatin1Char('-') + qEnvironmentVariable("VIGIE_LANG") + QStringLiteral(".png"));
}

} // namespace

TEST_CASE("A tile without a value for want of visits leads to them, and has one once they are entered", "[numbers]")
{
    DashboardDesk f;
    auto *card = put(f, "domain_reach");
    QList<QPushButton *> buttons;
    REQUIRE(waitFor([&] {
        buttons = card->findChildren<QPushButton *>();
        buttons.removeIf([](const QPushButton *one) { return !one->isVisible(); });
        return buttons.size() == 1;
    }));
    CHECK(f.value("domain_reach") < 0);
    CHECK(buttons.front()->text() == ui::OwnNumbers::of("domain_reach")->offer());
    CHECK_FALSE(buttons.front()->accessibleName().isEmpty());
    picture(&f.harness.window(), QStringLiteral("numbers-tile"));
    buttons.front()->setFocus();
    QTest::keyClick(buttons.front(), Qt::Key_Space);
    auto *dialog = dialogOf(f);
    auto *page = dialog->page(Kind::SiteVisits);
    REQUIRE(dialog->tabs()->currentWidget() == page);
    CHECK(withoutAccessibleName(dialog).isEmpty());
    CHECK(page->table()->isHidden()); // nothing is entered, and that is said
    QTest::keyClicks(page->nameBox()->lineEdit(), QStringLiteral("https://www.Journal.example/une"));
    page->numberBox()->setFocus();
    page->numberBox()->selectAll();
    QTest::keyClicks(page->numberBox(), QStringLiteral("90000"));
    QTest::keyClick(page->numberBox(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return visits(f) == std::map<std::string, double>{{"journal.example", 90'000}}; }));
    REQUIRE(waitFor([&] { return page->table()->rowCount() == 1 && page->table()->isVisible(); }));
    CHECK(dialog->isVisible());
    REQUIRE(waitFor([&] { return f.value("domain_reach") >= 0; }));
    CHECK(waitFor([&] { return buttons.front()->isHidden(); }));
    picture(dialog, QStringLiteral("numbers-visits"));
}

TEST_CASE("What is no site is refused with the reason, what was typed stays, and nothing is changed", "[numbers]")
{
    DashboardDesk f;
    f.harness.press(QKeySequence(Qt::Key_V));
    auto *dialog = dialogOf(f);
    auto *page = dialog->page(Kind::SiteVisits);
    dialog->tabs()->setCurrentWidget(page);
    QTest::keyClicks(page->nameBox()->lineEdit(), QStringLiteral("a journal"));
    QTest::keyClick(page->nameBox()->lineEdit(), Qt::Key_Return);
    CHECK(visibleWords(page).filter(QStringLiteral("journal.example")).size() >= 1);
    CHECK(page->nameBox()->currentText() == QStringLiteral("a journal"));
    CHECK(visits(f).empty());
    CHECK(page->table()->isHidden());
}

TEST_CASE("A view rate is changed in the table, counts at once, and is taken back after a restart", "[numbers]")
{
    DashboardDesk f;
    put(f, "estimated_impressions");
    const double before = f.value("estimated_impressions");
    REQUIRE(before > 0);
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.numbers")));
    {
        auto *dialog = dialogOf(f);
        auto *page = dialog->page(Kind::ViewRates);
        REQUIRE(dialog->tabs()->currentWidget() == page);
        const int networks = page->table()->rowCount();
        REQUIRE(networks >= 1); // those that the practice has, as delivered
        CHECK_FALSE(page->removeButton()->isEnabled());
        CHECK_FALSE(page->undoButton()->isEnabled());
        for (int row = 0; row < networks; ++row) {
            page->table()->setFocus();
            page->table()->selectRow(row);
            QTest::keyClick(page->table(), Qt::Key_Return);
            REQUIRE(waitFor([&] { return page->numberBox()->hasFocus(); }));
            page->numberBox()->selectAll();
            QTest::keyClicks(page->numberBox(), QStringLiteral("50"));
            QTest::keyClick(page->numberBox(), Qt::Key_Return);
            REQUIRE(waitFor([&] { return static_cast<int>(rates(f).size()) == row + 1; }));
            REQUIRE(waitFor([&] { return page->undoButton()->isEnabled() && page->removeButton()->isEnabled(); }));
        }
        for (const auto &[network, rate] : rates(f))
            CHECK(rate == 0.5);
        picture(dialog, QStringLiteral("numbers-rates"));
        REQUIRE(waitFor([&] { return f.value("estimated_impressions") > 5 * before; })); // ten times as much, to two figures
        const int entered = static_cast<int>(rates(f).size());
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_Delete);
        REQUIRE(waitFor([&] { return static_cast<int>(rates(f).size()) == entered - 1; }));
        CHECK(page->table()->rowCount() == networks); // it is still there, as delivered
        dialog->close();
    }
    const auto kept = rates(f);
    f.harness.restart();
    f.panel = f.harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
    REQUIRE(waitFor([&] { return f.panel->settled(); }, 60000));
    f.harness.press(QKeySequence(Qt::Key_V));
    auto *page = dialogOf(f)->page(Kind::ViewRates);
    REQUIRE(waitFor([&] { return page->undoButton()->isEnabled(); }));
    page->undoButton()->click();
    REQUIRE(waitFor([&] { return rates(f).size() == kept.size() + 1; }));
    CHECK(waitFor([&] { return page->said()->isVisible(); }));
}

TEST_CASE("The pane behind an estimate leads to what it rests on, and the page's menu as well", "[numbers]")
{
    DashboardDesk f;
    auto *card = put(f, "estimated_impressions");
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Return);
    REQUIRE(waitFor([&] { return f.panel->behindPane().isVisible() && f.panel->behindPane().ready(); }));
    QPushButton *way = nullptr;
    for (auto *button : f.panel->behindPane().findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == ui::OwnNumbers::of("estimated_impressions")->offer())
            way = button;
    REQUIRE(way != nullptr);
    way->click();
    auto *dialog = dialogOf(f);
    CHECK(dialog->tabs()->currentWidget() == dialog->page(Kind::ViewRates));
    dialog->close();
    REQUIRE(waitFor([&] { return f.panel->findChild<ui::NumbersDialog *>() == nullptr; }));
    QAction *entry = nullptr;
    for (auto *button : f.panel->head().findChildren<QPushButton *>())
        if (button->menu() != nullptr)
            for (auto *action : button->menu()->actions())
                if (action == f.harness.window().commands().action(QStringLiteral("dashboard.numbers")))
                    entry = action;
    REQUIRE(entry != nullptr);
    entry->trigger();
    CHECK(dialogOf(f)->isVisible());
}

TEST_CASE("The dialog is gone through by Tab alone, each stop with its name", "[numbers][access]")
{
    DashboardDesk f;
    f.harness.press(QKeySequence(Qt::Key_V));
    auto *dialog = dialogOf(f);
    REQUIRE(waitFor([&] { return QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()); }));
    QSet<QWidget *> seen;
    for (int i = 0; i < 20; ++i) {
        seen.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const auto *page = dialog->page(Kind::ViewRates);
    for (QWidget *one : std::initializer_list<QWidget *>{page->table(), page->nameBox(), page->numberBox(), page->keepButton()})
        CHECK(seen.contains(one));
    CHECK(withoutAccessibleName(dialog).isEmpty());
}

TEST_CASE("Ctrl+Tab turns the pages of the dialog, in whatever field the keys are", "[numbers]")
{
    DashboardDesk f;
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.numbers")));
    auto *dialog = dialogOf(f);
    const auto *tabs = dialog->findChild<QTabWidget *>();
    REQUIRE(tabs != nullptr);
    REQUIRE(waitFor([&] { return QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()); }));
    const auto keys = [dialog]() -> QWidget * { return QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : dialog; };
    const int first = tabs->currentIndex();
    for (int turned = 1; turned <= tabs->count(); ++turned) {
        QTest::keyClick(keys(), Qt::Key_Tab, Qt::ControlModifier);
        CHECK(tabs->currentIndex() == (first + turned) % tabs->count());
    }
    QTest::keyClick(keys(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(tabs->currentIndex() == (first + tabs->count() - 1) % tabs->count());
}

TEST_CASE("Goals that visits reached are entered by keys, refused where they cannot be, and taken back", "[numbers]")
{
    DashboardDesk f;
    auto *card = put(f, "economic_value");
    QPushButton *way = nullptr;
    REQUIRE(waitFor([&] {
        for (auto *button : card->findChildren<QPushButton *>())
            if (button->isVisible())
                way = button;
        return way != nullptr;
    }));
    way->click();
    auto *dialog = dialogOf(f);
    auto *page = dialog->goals();
    REQUIRE(dialog->tabs()->currentWidget() == page);
    CHECK(page->table()->isHidden());
    CHECK(withoutAccessibleName(dialog).isEmpty());
    const auto entries = [&] {
        const auto found = f.harness.read<std::vector<store::GoalEntry>>([](store::Tx &tx) { return store::Goals(tx).all(); });
        REQUIRE(found);
        return *found;
    };
    const auto zone = f.harness.window().bridge().zone();
    const auto today = toWall(f.harness.window().bridge().now(), zone);
    REQUIRE(today);
    const QDate day(today->year, today->month, today->day);
    QList<QWidget *> passed;
    page->fromBox()->setDate(day.addDays(-2));
    page->toBox()->setDate(day.addDays(-4));
    page->visitsBox()->setValue(400);
    page->keep();
    CHECK(entries().empty()); // the last day is before the first
    page->networkBox()->setFocus(); // keys go through the fields, and then to what enters them
    for (int i = 0; i < 40 && !page->keepButton()->hasFocus(); ++i) {
        CHECK_FALSE(page->removeButton()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        passed << QApplication::focusWidget();
    }
    CHECK(page->keepButton()->hasFocus());
    CHECK(passed.contains(page->currencyBox()));
    page->toBox()->setDate(day.addDays(-1));
    page->completionsBox()->setValue(3);
    page->valueBox()->setValue(50);
    page->currencyBox()->setText(QStringLiteral("eur"));
    QTest::keyClicks(page->goalBox(), QStringLiteral("order"));
    QTest::keyClick(page->goalBox(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return entries().size() == 1 && page->table()->rowCount() == 1; }));
    CHECK(entries()[0].visits == 400);
    CHECK(entries()[0].goals == std::vector<store::Goal>{{"order", 3, 50, "EUR"}});
    CHECK(dialog->isVisible());
    REQUIRE(waitFor([&] { return f.value("economic_value") >= 0; }));
    CHECK(f.value("economic_value") == Approx(150.0 / 400));
    page->goalBox()->setText(QStringLiteral("newsletter")); // the same days: one entry, whose visits count once
    page->completionsBox()->setValue(20);
    page->valueBox()->setValue(0.5);
    page->keep();
    REQUIRE(waitFor([&] { return entries()[0].goals.size() == 2; }));
    CHECK(entries().size() == 1);
    page->fromBox()->setDate(day.addDays(-1)); // days that have an entry
    page->keep();
    CHECK(entries().size() == 1);
    picture(dialog, QStringLiteral("numbers-goals"));
    REQUIRE(waitFor([&] { return page->undoButton()->isEnabled(); }));
    page->undoButton()->click();
    REQUIRE(waitFor([&] { return entries()[0].goals.size() == 1; }));
    page->table()->setFocus();
    page->table()->selectRow(0);
    QTest::keyClick(page->table(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return entries().empty(); }));
    CHECK(waitFor([&] { return page->table()->isHidden(); }));
}

TEST_CASE("A table of answers is tried before it is taken, and goes and comes back as a whole", "[numbers]")
{
    DashboardDesk f;
    put(f, "csat");
    f.harness.press(QKeySequence(Qt::Key_V));
    auto *dialog = dialogOf(f);
    auto *page = dialog->surveys();
    dialog->tabs()->setCurrentWidget(page);
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("answers.csv"));
    const auto yesterday = toRfc3339(f.harness.window().bridge().now() - std::chrono::hours(24));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(("at,score,kind\n" + yesterday + ",5,csat\n" + yesterday + ",4,csat\n" + yesterday + ",1,csat\n" + yesterday + ",7,csat\n").c_str());
    file.close();
    const auto answers = [&] {
        const auto found = f.harness.read<std::vector<SurveyAnswer>>([](store::Tx &tx) { return store::Surveys(tx).newest(50); });
        REQUIRE(found);
        return found->size();
    };
    const auto trial = [&] {
        ui::SurveyTrialDialog *found = nullptr;
        REQUIRE(waitFor([&] { return (found = page->findChild<ui::SurveyTrialDialog *>()) != nullptr && found->isVisible(); }));
        return found;
    };
    page->importFrom(path);
    auto *first = trial();
    CHECK(withoutAccessibleName(first).isEmpty());
    CHECK(first->findChild<QTableWidget *>()->rowCount() == 1);
    picture(first, QStringLiteral("numbers-trial"));
    first->reject();
    REQUIRE(waitFor([&] { return page->findChild<ui::SurveyTrialDialog *>() == nullptr; }));
    CHECK(answers() == 0);
    page->importFrom(path);
    trial()->takeButton()->click();
    REQUIRE(waitFor([&] { return answers() == 3 && page->table()->rowCount() == 1; }));
    REQUIRE(waitFor([&] { return f.value("csat") >= 0; }));
    CHECK(f.value("csat") == Approx(200.0 / 3));
    REQUIRE(waitFor([&] { return page->findChild<ui::SurveyTrialDialog *>() == nullptr; }));
    page->importFrom(path); // once more: nothing is left to take
    CHECK_FALSE(trial()->takeButton()->isEnabled());
    trial()->reject();
    page->kindBox()->setCurrentIndex(1);
    CHECK(page->scoreBox()->maximum() == 10);
    page->scoreBox()->setValue(9);
    page->keep();
    REQUIRE(waitFor([&] { return answers() == 4 && page->table()->rowCount() == 2; }));
    picture(dialog, QStringLiteral("numbers-surveys"));
    page->table()->setFocus();
    page->table()->selectRow(0);
    QTest::keyClick(page->table(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return answers() == 1; }));
    REQUIRE(waitFor([&] { return page->undoButton()->isEnabled() && page->table()->rowCount() == 1; }));
    page->undoButton()->click();
    REQUIRE(waitFor([&] { return answers() == 4; }));
}
