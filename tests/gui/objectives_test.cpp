// SPDX-License-Identifier: GPL-3.0-or-later
// Objectives by the keyboard: the tree of the practice workspace, a new indicator with a mistake said on the way, its curve and
// its table, an action, and everything taken back.
#include "gui/support/gui_harness.hpp"
#include "gui/support/read_all.hpp"

#include "ui/dashboard/formula_editor.hpp"
#include "ui/dashboard/objectives_curve.hpp"
#include "ui/dashboard/objectives_dialogs.hpp"
#include "ui/dashboard/objectives_page.hpp"
#include "ui/dashboard/plot_library.hpp"
#include "ui/query/completion_list.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/practice_names.hpp>

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using insight::ObjectiveState;

namespace {

bool french()
{
    return qEnvironmentVariable("VIGIE_LANG") == QLatin1String("fr");
}

struct ObjectivesBoard {
    ObjectivesBoard() : page(harness.window().shell(), nullptr)
    {
        readAllNetworks(harness);
        page.resize(1100, 760);
        page.QWidget::show();
        page.activateWindow();
        REQUIRE(waitFor([&] { return page.ready() && page.tree(); }));
        REQUIRE(waitFor([&] { return page.isActiveWindow(); }));
    }
    template <class Dialog>
    Dialog *dialog()
    {
        Dialog *found = nullptr;
        REQUIRE(waitFor([&] {
            found = page.findChild<Dialog *>();
            return found != nullptr && found->isVisible();
        }));
        return found;
    }
    static void key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(widget, key, modifiers); }
    template <class T>
    T *field(QWidget *root, const QString &name)
    {
        for (auto *one : root->findChildren<T *>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }
    std::size_t count() { return page.tree()->objectives.size(); }
    Harness harness;
    ui::ObjectivesPage page;
};

} // namespace

TEST_CASE("The practice workspace begins with two objectives and three indicators that are worth something", "[objectives]")
{
    ObjectivesBoard board;
    const auto known = [&] { // the page may have read its tree before everything was here
        for (const auto &objective : board.page.tree()->objectives)
            for (const auto &one : objective.indicators)
                if (!one.value.value)
                    return false;
        return true;
    };
    REQUIRE(waitFor(known));
    const auto &tree = *board.page.tree();
    REQUIRE(tree.objectives.size() == 2);
    CHECK(tree.objectives[0].indicators.size() + tree.objectives[1].indicators.size() == 3);
    CHECK(tree.curiosities.empty());
    for (const auto &objective : tree.objectives)
        for (const auto &one : objective.indicators) {
            INFO(one.indicator.name);
            CHECK(!one.wrong);
            CHECK(one.value.value);
            CHECK(one.answer.state != ObjectiveState::NoData);
        }
    CHECK(withoutAccessibleName(&board.page).isEmpty());
    // Shape and word beside the colour, and all of it said.
    auto *first = board.page.treeView().topLevelItem(0)->child(0);
    CHECK(first->text(1).size() > 3);
    const auto spoken = first->data(0, Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(first->text(0)));
    CHECK(spoken.contains(first->text(2)));
}

TEST_CASE("What the practice workspace began with is called so in the language of the window, until somebody calls it otherwise", "[objectives]")
{
    ObjectivesBoard board;
    const auto name = [&] { return board.page.tree()->objectives[0].objective.name; };
    REQUIRE(waitFor([&] { return name() == (french() ? "Que l\u2019on parle de nous en bien" : "Be well spoken of"); }));
    auto mine = board.page.tree()->objectives[0].objective;
    mine.name = "Mine";
    REQUIRE(board.harness.write<ObjectiveId>([&](store::Tx &tx) { return store::Objectives(tx).save(mine); }));
    REQUIRE(waitFor([&] { return name() == "Mine"; }));
    QEvent changed(QEvent::LanguageChange);
    QApplication::sendEvent(&board.page, &changed);
    const auto after = board.harness.write<int>([](store::Tx &tx) { return app::namePracticeObjectives(tx, "xx"); }); // behind the page's own
    REQUIRE(after);
    CHECK(*after == (french() ? 4 : 0)); // the other objective and the indicators
    REQUIRE(waitFor([&] { return board.page.tree()->objectives[1].objective.name == "Fill the open workshop"; }));
    CHECK(name() == "Mine");
}

TEST_CASE("The curve walks by keys, and its table says the same", "[objectives]")
{
    ObjectivesBoard board;
    const auto &workshop = board.page.tree()->objectives[1].indicators.front();
    board.page.choose(workshop.indicator.id);
    auto &curve = board.page.curveView();
    REQUIRE(waitFor([&] { return curve.curve() && curve.curve()->standing.indicator.id == workshop.indicator.id; }));
    CHECK(curve.curve()->actions.size() >= 2);
    const int last = static_cast<int>(curve.curve()->points.size()) - 1;
    REQUIRE(last > 5);
    CHECK(curve.cursor() == last);
    curve.setFocus();
    ObjectivesBoard::key(&curve, Qt::Key_Left);
    CHECK(curve.cursor() == last - 1);
    CHECK(curve.accessibleDescription() == curve.pointWords(last - 1));
    CHECK(!curve.accessibleDescription().isEmpty());
    REQUIRE(board.page.table().rowCount() == last + 1);
    for (int row = 0; row <= last; ++row)
        CHECK(curve.pointWords(row).contains(board.page.table().item(row, 1)->text()));
    board.page.showTable(true);
    CHECK(board.page.table().isVisibleTo(&board.page));
    board.page.showTable(false);
    CHECK(curve.isVisibleTo(&board.page));
    const auto picture = curve.grab().toImage();
    int coloured = 0;
    for (int x = 0; x < picture.width(); x += 3)
        for (int y = 0; y < picture.height(); y += 3)
            coloured += picture.pixelColor(x, y).hslSaturation() > 60 ? 1 : 0;
    CHECK(coloured > 20); // drawn, and not only axes
    auto *plot = curve.findChild<QCustomPlot *>();
    REQUIRE(plot != nullptr);
    const auto accent = ui::Theme::of(&curve).colors().accent;
    int drawn = 0;
    for (const auto &point : curve.curve()->points)
        if (point.value) { // each stands where the axes say
            const QPointF at(plot->xAxis->coordToPixel(point.day), plot->yAxis->coordToPixel(*point.value));
            const auto seen = picture.pixelColor(at.toPoint());
            drawn += std::abs(seen.red() - accent.red()) + std::abs(seen.green() - accent.green()) + std::abs(seen.blue() - accent.blue()) < 90 ? 1 : 0;
            CHECK(curve.rect().contains(at.toPoint()));
        }
    CHECK(drawn > last / 2); // others lie under a mark or the point that is looked at
}

TEST_CASE("A formula is checked, completed and worth something while it is typed", "[objectives]")
{
    ObjectivesBoard board;
    board.page.addIndicator();
    auto *dialog = board.dialog<ui::IndicatorDialog>();
    auto &editor = dialog->formula();
    auto &field = editor.field();
    field.setFocus();
    REQUIRE(waitFor([&] { return field.hasFocus() && editor.isSettled(); }));
    QTest::keyClicks(&field, QStringLiteral("ment"));
    REQUIRE(waitFor([&] { return field.completions().isVisible(); }));
    CHECK(field.completions().chosen()->text == QStringLiteral("mentions"));
    CHECK(field.completions().currentItem()->data(Qt::AccessibleTextRole).toString().contains(french() ? QStringLiteral("chiffre") : QStringLiteral("figure")));
    ObjectivesBoard::key(&field, Qt::Key_Return);
    CHECK(editor.source() == QStringLiteral("mentions"));
    REQUIRE(waitFor([&] { return editor.isValid(); }));
    CHECK(editor.analysis().about.contains(QStringLiteral(":")) == true);
    QTest::keyClicks(&field, QStringLiteral(" + net_sentiment"));
    REQUIRE(waitFor([&] { return editor.isSettled() && editor.analysis().mistake.has_value(); }));
    if (field.completions().isVisible()) // else Escape is the dialog's
        ObjectivesBoard::key(&field, Qt::Key_Escape);
    CHECK(editor.analysis().mistake->fault == insight::FormulaFault::UnitMismatch);
    CHECK(editor.saying().contains(french() ? QStringLiteral("additionner") : QStringLiteral("added")));
    CHECK(editor.saying().contains(QStringLiteral("12")));
    CHECK(field.extraSelections().size() == 1);
    dialog->save(); // nothing is saved, and what was typed stays
    CHECK(dialog->isVisible());
    CHECK(editor.source() == QStringLiteral("mentions + net_sentiment"));
    editor.setSource(QStringLiteral("mentions - prev(mentions)"));
    REQUIRE(waitFor([&] { return editor.isValid() && editor.saying().contains(QStringLiteral("95")); }));
    dialog->reject();
    CHECK(board.page.tree()->curiosities.empty());
}

TEST_CASE("An indicator without an objective is a curiosity; it can be given one, changed and taken back", "[objectives]")
{
    ObjectivesBoard board;
    board.page.choose(ObjectiveId{});
    board.page.addIndicator();
    auto *dialog = board.dialog<ui::IndicatorDialog>();
    dialog->findChildren<QLineEdit *>().front()->setText(QStringLiteral("Bruit"));
    dialog->formula().setSource(QStringLiteral("mentions"));
    for (auto *box : dialog->findChildren<QComboBox *>())
        if (box->findText(french() ? QString::fromUtf8("aucun\u00a0: une curiosit\u00e9") : QStringLiteral("none: a curiosity")) == 0)
            box->setCurrentIndex(0);
    REQUIRE(waitFor([&] { return dialog->formula().isValid(); }));
    QLineEdit *target = board.field<QLineEdit>(dialog, french() ? QStringLiteral("Cible") : QStringLiteral("Target"));
    REQUIRE(target != nullptr);
    target->setText(QStringLiteral("2h"));
    dialog->save();
    CHECK(dialog->isVisible()); // a time is no count
    target->setText(QStringLiteral("1000000"));
    dialog->save();
    REQUIRE(waitFor([&] { return board.page.tree()->curiosities.size() == 1; }));
    const auto id = board.page.tree()->curiosities.front().indicator.id;
    CHECK(board.page.treeView().topLevelItemCount() == 3);
    REQUIRE(waitFor([&] { return board.page.treeView().currentItem() != nullptr && board.page.treeView().currentItem()->text(0) == QStringLiteral("Bruit"); }));

    board.page.edit();
    auto *again = board.dialog<ui::IndicatorDialog>();
    again->formula().setSource(QStringLiteral("mentions + 1"));
    REQUIRE(waitFor([&] { return again->formula().isValid(); }));
    again->save();
    REQUIRE(waitFor([&] { return board.page.tree()->curiosities.front().indicator.version == 2; }));
    board.page.undo();
    REQUIRE(waitFor([&] { return board.page.tree()->curiosities.front().indicator.version == 1; }));

    board.page.choose(id);
    board.page.remove();
    REQUIRE(waitFor([&] { return board.page.tree()->curiosities.empty(); }));
    const auto toasts = board.harness.window().toasts().shown();
    REQUIRE(!toasts.isEmpty());
    toasts.back()->trigger(); // Undo
    REQUIRE(waitFor([&] { return board.page.tree()->curiosities.size() == 1; }));
}

TEST_CASE("Objectives are added, moved under one another and back, and linked to what was done", "[objectives]")
{
    ObjectivesBoard board;
    const auto first = board.page.tree()->objectives[0].objective.id, second = board.page.tree()->objectives[1].objective.id;
    board.page.choose(second);
    board.page.moveInOut(true);
    REQUIRE(waitFor([&] { return board.count() == 1; }));
    CHECK(board.page.tree()->objectives[0].children.front().objective.id == second);
    board.page.choose(second);
    board.page.moveInOut(false);
    REQUIRE(waitFor([&] { return board.count() == 2; }));
    board.page.choose(second);
    board.page.moveBy(-1);
    REQUIRE(waitFor([&] { return board.page.tree()->objectives[0].objective.id == second; }));
    board.page.undo();
    REQUIRE(waitFor([&] { return board.page.tree()->objectives[0].objective.id == first; }));

    const auto indicator = board.page.tree()->objectives[0].indicators.front().indicator.id;
    board.page.choose(indicator);
    REQUIRE(waitFor([&] { return board.page.curveView().curve() && board.page.curveView().curve()->standing.indicator.id == indicator; }));
    CHECK_FALSE(board.page.takeOffButton().isEnabled()); // there is none
    board.page.link();
    auto *dialog = board.dialog<ui::ActionDialog>();
    REQUIRE(waitFor([&] { return dialog->list().count() > 0; }));
    dialog->list().setCurrentRow(0);
    dialog->save();
    REQUIRE(waitFor([&] { return board.page.actionList().count() == 1; }));
    CHECK(board.page.takeOffButton().isEnabled());
    board.page.unlink();
    REQUIRE(waitFor([&] { return board.page.actionList().count() == 0; }));
    board.page.undo();
    REQUIRE(waitFor([&] { return board.page.actionList().count() == 1; }));
}
