// SPDX-License-Identifier: GPL-3.0-or-later
// Views of one's own and the tree of tags, by keys.
#include "gui/support/own_desk.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/tag_tree.hpp"
#include "ui/inbox/view_editor.hpp"
#include "ui/inbox/views_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/queries.hpp>

#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::qs;

namespace {

DeskViewId save(OwnDesk &desk, const std::string &name, const std::string &source)
{
    const auto saved = desk.harness.write<DeskViewId>([&](store::Tx &tx) {
        DeskView view;
        view.name = name;
        view.source = source;
        return store::DeskViews(tx).save(view);
    });
    REQUIRE(saved);
    return *saved;
}

std::vector<std::string> names(OwnDesk &desk)
{
    std::vector<std::string> out;
    const auto views = desk.harness.read<std::vector<DeskView>>([](store::Tx &tx) { return store::DeskViews(tx).all(); }).value();
    for (const auto &view : views)
        out.push_back(view.name);
    return out;
}

ui::ViewsDialog *dialogOf(OwnDesk &desk)
{
    desk.key(Qt::Key_V);
    ui::ViewsDialog *dialog = nullptr;
    REQUIRE(waitFor([&] {
        dialog = desk.panel->findChild<ui::ViewsDialog *>();
        return dialog != nullptr && dialog->isVisible() && dialog->list().count() > 0 && dialog->list().hasFocus();
    }));
    return dialog;
}

} // namespace

TEST_CASE("a view is opened by its number, stays after a restart, and counts what it holds", "[views]")
{
    OwnDesk desk({"le bus", "le tram", "le bus encore"});
    save(desk, "Bus", "bus");
    const auto tram = save(desk, "Tram", "tram");
    REQUIRE(waitFor([&] { return desk.panel->queue().model().counts().saved.size() == 2; }));
    CHECK(desk.panel->queue().model().counts().saved.front().second == 2);
    auto *dialog = dialogOf(desk);
    CHECK(dialog->list().item(0)->text().contains(QStringLiteral("Bus")));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    desk.key(Qt::Key_2);
    desk.settle(1);
    CHECK(desk.panel->queue().saved() == tram);
    desk.key(QKeySequence(Qt::ALT | Qt::Key_1));
    desk.settle(2);
    desk.add("encore un bus");
    REQUIRE(waitFor([&] { return desk.panel->queue().model().counts().saved.front().second == 3; }));
    desk.key(QKeySequence(Qt::ALT | Qt::Key_2));
    desk.settle(1);
    desk.harness.restart();
    desk.panel = desk.harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    desk.settle(1);
    CHECK(desk.panel->queue().saved() == tram);
    desk.key(QKeySequence(Qt::SHIFT | Qt::Key_A));
    desk.settle(4);
    CHECK_FALSE(desk.panel->queue().saved());
}

TEST_CASE("views are put in order, changed and removed, and taken back", "[views]")
{
    using Names = std::vector<std::string>;
    OwnDesk desk({"le bus", "le tram"});
    save(desk, "Bus", "bus");
    save(desk, "Tram", "tram");
    dialogOf(desk);
    desk.key(QKeySequence(Qt::ALT | Qt::Key_Down));
    REQUIRE(waitFor([&] { return names(desk) == Names{"Tram", "Bus"}; }));
    auto *dialog = desk.panel->findChild<ui::ViewsDialog *>();
    REQUIRE(waitFor([&] { return dialog->list().currentRow() == 1; }));
    desk.key(Qt::Key_F2);
    ui::ViewEditor *editor = nullptr;
    REQUIRE(waitFor([&] { return (editor = dialog->findChild<ui::ViewEditor *>()) != nullptr && editor->isVisible(); }));
    auto *name = editor->findChild<QLineEdit *>();
    REQUIRE(name != nullptr);
    name->setText(QStringLiteral("Autobus"));
    REQUIRE(waitFor([&] { return editor->view().name == "Autobus" && editor->findChild<QPushButton *>() != nullptr; }));
    Q_EMIT editor->saveWanted(editor->view());
    editor->reject();
    REQUIRE(waitFor([&] { return names(desk) == Names{"Tram", "Autobus"} && dialog->list().count() == 2; }));
    dialog->activateWindow();
    dialog->list().setFocus();
    dialog->list().setCurrentRow(1);
    REQUIRE(waitFor([&] { return dialog->list().hasFocus(); }));
    desk.key(Qt::Key_Delete);
    REQUIRE(waitFor([&] { return names(desk) == Names{"Tram"}; }));
    desk.key(Qt::Key_Escape);
    REQUIRE(waitFor([&] { return desk.inQueue(); }));
    desk.key(Qt::Key_Z);
    REQUIRE(waitFor([&] { return names(desk) == Names{"Tram", "Autobus"}; }));
}

TEST_CASE("tags are renamed and marked in their tree", "[views]")
{
    OwnDesk desk({"le bus"});
    REQUIRE(desk.harness.write<ChangeSetId>([&](store::Tx &tx) { return desk::Desk(tx).tagItems({{desk.items.front()}}, "Livraison", true); }));
    desk.key(QKeySequence(Qt::SHIFT | Qt::Key_T));
    ui::TagTree *tree = nullptr;
    REQUIRE(waitFor([&] { return (tree = desk.panel->findChild<ui::TagTree *>()) != nullptr && tree->isVisible() && tree->tree().topLevelItemCount() == 1; }));
    CHECK(withoutAccessibleName(tree).isEmpty());
    REQUIRE(tree->name().text() == QStringLiteral("Livraison"));
    tree->name().setFocus();
    tree->name().setText(QStringLiteral("Colis"));
    desk.key(Qt::Key_Return);
    const auto ticket = desk.panel->queue().focused();
    REQUIRE(waitFor([&] { return desk.row(ticket).tags == std::vector<std::string>{"Colis"}; }));
    tree->mark().setFocus();
    tree->mark().setText(QString::fromUtf8("\xf0\x9f\x93\xa6"));
    desk.key(Qt::Key_Return);
    REQUIRE(waitFor([&] { return desk.harness.read<std::vector<store::TagNode>>([](store::Tx &tx) { return store::Tags(tx).tree(); }).value().front().mark == "\xf0\x9f\x93\xa6"; }));
    desk.key(Qt::Key_Escape);
    REQUIRE(waitFor([&] { return desk.inQueue(); }));
    desk.key(Qt::Key_Z);
    desk.key(Qt::Key_Z);
    REQUIRE(waitFor([&] { return desk.row(ticket).tags == std::vector<std::string>{"Livraison"}; }));
}
