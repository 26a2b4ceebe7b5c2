// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of every panel: ids once, keys without conflict, remapping that is kept and refused where it must be.
#include "gui/support/gui_harness.hpp"

#include "ui/command/key_sheet.hpp"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QTextDocument>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace vigie;
using namespace vigie::gui;

namespace {

struct Bench {
    QTemporaryDir folder;
    ui::Preferences preferences{folder.filePath(QStringLiteral("v.ini"))};
    ui::Theme theme{*qApp};
    QWidget window;
    QWidget one{&window}, two{&window};
    ui::CommandRegistry commands{&window, preferences, theme};
    int ran = 0;

    ui::Command make(const char *id, QKeySequence key, QWidget *context)
    {
        return {QString::fromLatin1(id), [] { return QStringLiteral("words"); }, {}, {key}, context, [this] { ++ran; }, {}};
    }
};

} // namespace

TEST_CASE("An id is taken once", "[commands]")
{
    Bench bench;
    CHECK(bench.commands.add(bench.make("a.b", Qt::Key_E, &bench.one)));
    CHECK_FALSE(bench.commands.add(bench.make("a.b", Qt::Key_F, &bench.one)));
    CHECK(bench.commands.all().size() == 1);
}

TEST_CASE("Keys conflict only where they could meet", "[commands]")
{
    Bench bench;
    CHECK(bench.commands.add(bench.make("a.one", Qt::Key_E, &bench.one)));
    CHECK(bench.commands.add(bench.make("b.one", Qt::Key_E, &bench.two)));
    CHECK_FALSE(bench.commands.add(bench.make("a.two", Qt::Key_E, &bench.one)));
    CHECK_FALSE(bench.commands.add(bench.make("window.e", Qt::Key_E, nullptr)));
}

TEST_CASE("A key remapped is kept, a conflict is refused and changes nothing", "[commands]")
{
    Bench bench;
    REQUIRE(bench.commands.add(bench.make("a.one", Qt::Key_E, &bench.one)));
    REQUIRE(bench.commands.add(bench.make("a.two", Qt::Key_F, &bench.one)));
    const auto refusal = bench.commands.setKeys(QStringLiteral("a.two"), {Qt::Key_E});
    REQUIRE(refusal);
    CHECK(refusal->id == QStringLiteral("a.one"));
    CHECK(bench.commands.keys(QStringLiteral("a.two")) == QList<QKeySequence>{Qt::Key_F});
    CHECK_FALSE(bench.commands.setKeys(QStringLiteral("a.two"), {Qt::Key_G}));
    CHECK(bench.commands.isRemapped(QStringLiteral("a.two")));

    QWidget later;
    ui::CommandRegistry again(&later, bench.preferences, bench.theme);
    REQUIRE(again.add(bench.make("a.two", Qt::Key_F, nullptr)));
    CHECK(again.keys(QStringLiteral("a.two")) == QList<QKeySequence>{Qt::Key_G});
    again.resetKeys(QStringLiteral("a.two"));
    CHECK(again.keys(QStringLiteral("a.two")) == QList<QKeySequence>{Qt::Key_F});
}

TEST_CASE("A letter runs its command in the panel in front, and types in a field", "[commands]")
{
    Bench bench;
    auto *field = new QLineEdit(&bench.one);
    bench.one.setFocusPolicy(Qt::StrongFocus);
    REQUIRE(bench.commands.add(bench.make("a.one", Qt::Key_E, &bench.one)));
    bench.window.resize(300, 200);
    bench.window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&bench.window));
    QApplication::setActiveWindow(&bench.window);
    bench.one.setFocus();
    QTest::keyClick(&bench.one, Qt::Key_E);
    CHECK(bench.ran == 0); // its panel is not in front
    bench.commands.setActiveContext(&bench.one);
    QTest::keyClick(&bench.one, Qt::Key_E);
    CHECK(bench.ran == 1);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_E);
    CHECK(bench.ran == 1);
    CHECK(field->text() == QStringLiteral("e"));
}

TEST_CASE("A command whose panel is gone is gone", "[commands]")
{
    Bench bench;
    auto *panel = new QWidget(&bench.window);
    REQUIRE(bench.commands.add(bench.make("x.go", Qt::Key_E, panel)));
    delete panel;
    CHECK(bench.commands.find(QStringLiteral("x.go")) == nullptr);
    CHECK(bench.commands.add(bench.make("x.go", Qt::Key_E, &bench.one)));
}

TEST_CASE("The window's own commands have words, unique ids and keys that do not meet", "[commands][window]")
{
    Harness harness({.practice = true, .open = false});
    auto &commands = harness.window().commands();
    std::set<QString> ids;
    std::map<std::pair<const QWidget *, QString>, QString> byKey;
    for (const auto *command : commands.all()) {
        INFO(command->id.toStdString());
        CHECK(ids.insert(command->id).second);
        CHECK_FALSE(command->text().isEmpty());
        CHECK(command->id.contains(QLatin1Char('.')));
        for (const auto &key : commands.keys(command->id)) {
            const auto name = key.toString();
            CHECK(byKey.emplace(std::pair(command->context, name), command->id).second);
            if (command->context != nullptr)
                CHECK(byKey.count({nullptr, name}) == 0);
        }
    }
    CHECK(ids.count(QStringLiteral("window.palette")) == 1);
    CHECK(ids.count(QStringLiteral("window.keyHelp")) == 1);
}

TEST_CASE("The keys are printed as they are set, those of the panel and those of the window", "[commands][window]")
{
    Harness harness;
    auto &commands = harness.window().commands();
    REQUIRE_FALSE(commands.setKeys(QStringLiteral("window.palette"), {QKeySequence(QStringLiteral("Ctrl+Shift+F12"))}));
    QTextDocument sheet;
    ui::fillKeySheet(sheet, commands);
    const auto text = sheet.toRawText(); // plain text has ordinary spaces where French has others
    CHECK(text.contains(QKeySequence(QStringLiteral("Ctrl+Shift+F12")).toString(QKeySequence::NativeText)));
    CHECK(text.contains(commands.find(QStringLiteral("window.palette"))->text()));
    for (const auto *command : commands.all())
        if (command->inHelp && !commands.keys(command->id).isEmpty())
            CHECK(text.contains(command->text()));
    const auto file = harness.folder() + QStringLiteral("/keys.pdf");
    REQUIRE(ui::saveKeySheet(file, commands));
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.read(5) == "%PDF-");
}
