// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader and a person without a mouse find: every control says its name and role, every row of a list says
// what it is, and Tab reaches all of it.
#include "gui/support/gui_harness.hpp"
#include "gui/support/people.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSet>
#include <QTextEdit>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

constexpr int kRows = 12; // of each list: those that can be seen

QString describe(QAccessibleInterface *node)
{
    const auto *object = node->object();
    QStringList path;
    for (const auto *at = object; at != nullptr && path.size() < 5; at = at->parent())
        path.prepend(QString::fromLatin1(at->metaObject()->className()));
    return path.join(QLatin1Char('/')) + (object != nullptr ? QLatin1Char(' ') + object->objectName() : QString());
}

struct Walk {
    QStringList nameless, roleless, emptyRows;
    int controls = 0, rows = 0;

    static bool isControl(QAccessible::Role role)
    {
        switch (role) {
        case QAccessible::PushButton:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::EditableText:
        case QAccessible::ComboBox:
        case QAccessible::SpinBox:
        case QAccessible::Slider:
        case QAccessible::PageTab:
        case QAccessible::Link:
        case QAccessible::ButtonMenu:
        case QAccessible::ButtonDropDown:
        case QAccessible::List:
        case QAccessible::Table:
        case QAccessible::Tree: return true;
        default: return false;
        }
    }

    void visit(QAccessibleInterface *node)
    {
        if (node == nullptr || !node->isValid() || node->state().invisible)
            return;
        const auto *widget = qobject_cast<QWidget *>(node->object());
        if (widget != nullptr && !widget->isVisible())
            return;
        const auto role = node->role();
        const auto *holder = widget != nullptr ? qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()) : nullptr;
        const bool viewport = holder != nullptr && holder->viewport() == widget; // the area speaks for it
        const bool focusable = widget != nullptr && !viewport && (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (isControl(role) || focusable) {
            ++controls;
            if (node->text(QAccessible::Name).trimmed().isEmpty())
                nameless << describe(node);
            if (role == QAccessible::NoRole)
                roleless << describe(node);
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            rowsOf(*view);
            return;
        }
        if (qobject_cast<const QComboBox *>(widget) != nullptr || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr)
            return; // their inner field speaks for them
        for (int i = 0; i < node->childCount(); ++i)
            visit(node->child(i));
    }

    /// Rows as the accessibility tree says them.
    void rowsOf(const QAbstractItemView &view)
    {
        auto *node = QAccessible::queryAccessibleInterface(const_cast<QAbstractItemView *>(&view));
        auto *table = node != nullptr ? node->tableInterface() : nullptr;
        if (table == nullptr)
            return;
        for (int row = 0; row < std::min(table->rowCount(), kRows); ++row) {
            auto *cell = table->cellAt(row, 0);
            if (cell == nullptr)
                continue;
            ++rows;
            if (cell->text(QAccessible::Name).trimmed().size() < 2)
                emptyRows << describe(node) + QStringLiteral(" row %1").arg(row);
        }
    }
};

bool isInside(const QWidget *widget)
{
    const auto *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent) != nullptr || qobject_cast<const QComboBox *>(parent) != nullptr;
}

/// Controls that can be used now.
QSet<QWidget *> usable(QWidget *root)
{
    QSet<QWidget *> found;
    for (auto *widget : root->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget)
                             || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
                             || qobject_cast<QTextEdit *>(widget);
        // Of buttons that exclude one another Tab reaches the one that is on, arrows the others.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool other = button != nullptr && button->isCheckable() && !button->isChecked()
                           && (button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive()));
        if (control && !other && widget->isVisible() && widget->isEnabled() && !isInside(widget) && qobject_cast<QHeaderView *>(widget) == nullptr)
            found.insert(widget);
    }
    return found;
}

QString words(const QSet<QWidget *> &widgets)
{
    QStringList list;
    for (const auto *widget : widgets)
        list << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName() + QLatin1Char(' ') + widget->accessibleName()
                    + QStringLiteral(" in ") + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    list.sort();
    return list.join(QLatin1Char('\n'));
}

const QStringList kPanels{QStringLiteral("feed"), QStringLiteral("inbox"), QStringLiteral("calendar"), QStringLiteral("dashboard")};

} // namespace

TEST_CASE("Every control of the window has a name and a role, every row says what it is", "[access]")
{
    Harness harness;
    waitForPeople(harness);
    for (const auto &id : kPanels) {
        harness.show(id);
        REQUIRE(waitFor([&] { return harness.window().ready(); }));
        harness.window().repaint();
        // Rows come when they are first painted.
        Walk walk;
        const bool said = waitFor([&] {
            walk = {};
            walk.visit(QAccessible::queryAccessibleInterface(&harness.window()));
            return walk.emptyRows.isEmpty();
        }, 5000);
        INFO(id.toStdString() << ": " << walk.controls << " controls, " << walk.rows << " rows");
        INFO(walk.nameless.join(QLatin1Char('\n')).toStdString());
        INFO(walk.roleless.join(QLatin1Char('\n')).toStdString());
        INFO(walk.emptyRows.join(QLatin1Char('\n')).toStdString());
        CHECK(said);
        CHECK(walk.nameless.isEmpty());
        CHECK(walk.roleless.isEmpty());
        CHECK(walk.controls > 12);
        if (id == QLatin1String("feed") || id == QLatin1String("inbox"))
            CHECK(walk.rows > 5);
    }
}

TEST_CASE("A row of the feed and of the queue is a whole sentence for who cannot see it", "[access]")
{
    Harness harness;
    waitForPeople(harness);
    for (const auto &id : {QStringLiteral("feed"), QStringLiteral("inbox")}) {
        auto *panel = harness.show(id);
        const auto views = harness.window().currentPanel()->findChildren<QAbstractItemView *>();
        REQUIRE(panel != nullptr);
        int seen = 0;
        for (auto *view : views) {
            if (!view->isVisible() || view->model() == nullptr || view->model()->rowCount() == 0)
                continue;
            const auto index = view->model()->index(0, 0);
            REQUIRE(waitFor([&] { return index.data(Qt::AccessibleTextRole).toString().size() > 20; }));
            auto *node = QAccessible::queryAccessibleInterface(view);
            REQUIRE(node != nullptr);
            REQUIRE(node->tableInterface() != nullptr);
            auto *cell = node->tableInterface()->cellAt(0, 0);
            REQUIRE(cell != nullptr);
            CHECK(cell->text(QAccessible::Name).size() > 20); // who, when, what
            ++seen;
        }
        CHECK(seen > 0);
    }
}

TEST_CASE("Tab reaches every control of a panel, and Shift+Tab goes back", "[access]")
{
    Harness harness;
    waitForPeople(harness);
    for (const auto &id : kPanels) {
        harness.show(id);
        REQUIRE(waitFor([&] { return harness.window().ready(); }));
        auto *panel = harness.window().currentPanel();
        QList<QPointer<QWidget>> wanted; // a panel may build a part of itself anew meanwhile
        for (auto *widget : usable(panel))
            wanted.append(widget);
        QSet<QWidget *> reached;
        for (int presses = 0; presses < 250; ++presses) {
            if (auto *focus = QApplication::focusWidget())
                reached.insert(focus);
            harness.press(QKeySequence(Qt::Key_Tab));
        }
        QSet<QWidget *> missed;
        for (const auto &widget : std::as_const(wanted))
            if (widget && widget->isVisible() && widget->isEnabled() && !reached.contains(widget))
                missed.insert(widget);
        INFO(id.toStdString() << ", of " << wanted.size() << ":\n" << words(missed).toStdString());
        CHECK(missed.isEmpty());
        auto *before = QApplication::focusWidget();
        harness.press(QKeySequence(Qt::Key_Tab));
        CHECK(QApplication::focusWidget() != before);
        harness.press(QKeySequence(Qt::SHIFT | Qt::Key_Tab));
        CHECK(QApplication::focusWidget() == before);
    }
}
