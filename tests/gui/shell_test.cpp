// SPDX-License-Identifier: GPL-3.0-or-later
// The frame over the practice workspace: it starts, shows its panels, speaks both languages, remembers, and never stalls.
#include "gui/support/gui_harness.hpp"

#include "ui/app/status_line.hpp"

#include <QApplication>
#include <QFile>
#include <QLineEdit>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

TEST_CASE("The window is painted before any data and the practice workspace comes up behind it", "[shell]")
{
    Harness harness({.practice = true, .open = false});
    CHECK(harness.window().isVisible());
    CHECK(harness.bridge().state() == ui::Bridge::State::Idle);
    app::OpenWorkspace open;
    open.path = harness.folder().toStdString() + "/p.vigie";
    open.practice = true;
    harness.window().openWorkspace(open);
    CHECK(harness.bridge().workspace() == nullptr); // opening happens elsewhere
    REQUIRE(waitFor([&] { return harness.bridge().state() == ui::Bridge::State::Open; }, 60000));
    REQUIRE(waitFor([&] { return harness.window().ready(); }));
    REQUIRE(waitFor([&] { return !harness.bridge().status().accounts.empty(); }));
    CHECK(harness.window().statusLine().words().size() > 10);
}

TEST_CASE("Every panel comes to the front by its key, shows its data and names its controls", "[shell]")
{
    Harness harness;
    auto &window = harness.window();
    int number = 0;
    for (const auto place : {ui::Panel::Place::Rail, ui::Panel::Place::Foot})
        for (auto *panel : window.panels()) {
            if (panel->place() != place)
                continue;
            ++number;
            INFO(panel->id().toStdString());
            harness.press(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
            CHECK(window.currentPanel() == panel);
            CHECK(waitFor([&] { return window.ready(); }));
            const auto nameless = withoutAccessibleName(panel);
            INFO(nameless.join(QLatin1Char('\n')).toStdString());
            CHECK(nameless.isEmpty());
        }
    CHECK(number >= 4);
    const auto nameless = withoutAccessibleName(&window);
    INFO(nameless.join(QLatin1Char('\n')).toStdString());
    CHECK(nameless.isEmpty());
}

TEST_CASE("The key help shows the panel's keys and closes by Esc", "[shell]")
{
    Harness harness;
    auto &window = harness.window();
    harness.press(QKeySequence(Qt::Key_F1));
    REQUIRE(window.keyHelp().isVisible());
    const auto words = visibleWords(&window.keyHelp());
    CHECK(words.contains(window.commands().find(QStringLiteral("window.palette"))->text()));
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK_FALSE(window.keyHelp().isVisible());
}

TEST_CASE("The language changes while running, everywhere", "[shell][language]")
{
    Harness harness;
    auto &window = harness.window();
    const auto wordsIn = [&](const QString &code) {
        harness.preferences().set(ui::kLanguage, code);
        REQUIRE(window.language().code() == code);
        QStringList words;
        for (auto *panel : window.panels())
            words << panel->title();
        for (const auto *command : window.commands().all())
            words << command->text();
        words << window.statusLine().words();
        return words;
    };
    const auto english = wordsIn(QStringLiteral("en")), french = wordsIn(QStringLiteral("fr"));
    REQUIRE(english.size() == french.size());
    int same = 0;
    QStringList untranslated;
    for (qsizetype i = 0; i < english.size(); ++i)
        if (english[i] == french[i]) {
            ++same;
            untranslated << english[i];
        }
    INFO(untranslated.join(QLatin1Char('\n')).toStdString());
    CHECK(same <= english.size() / 12); // a few words are the same in both ("Pause")
    CHECK(wordsIn(QStringLiteral("en")) == english);
}

TEST_CASE("The panel in front and the theme are there again after a restart", "[shell]")
{
    Harness harness;
    harness.show(QStringLiteral("calendar"));
    const auto id = harness.window().currentPanel()->id();
    harness.restart();
    CHECK(harness.window().currentPanel()->id() == id);
}

TEST_CASE("A damaged workspace opens the page that says so", "[shell]")
{
    Harness harness({.practice = true, .open = false});
    const auto path = harness.folder() + QStringLiteral("/broken.vigie");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(65536, 'x'));
    file.close();
    app::OpenWorkspace open;
    open.path = path.toStdString();
    open.practice = true;
    harness.window().openWorkspace(open);
    REQUIRE(waitFor([&] { return harness.bridge().state() == ui::Bridge::State::Failed; }, 30000));
    CHECK(harness.window().startPage().isVisible());
    const auto words = visibleWords(&harness.window().startPage()).join(QLatin1Char('\n'));
    CHECK(words.contains(path));
    QFile still(path);
    REQUIRE(still.open(QIODevice::ReadOnly));
    CHECK(still.readAll() == QByteArray(65536, 'x')); // nothing was touched
}

TEST_CASE("Without a keyring the person decides where sign-ins are kept, and a wrong passphrase opens nothing", "[shell][secrets]")
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/vigie-test");
    Harness harness({.practice = false, .open = false});
    auto &window = harness.window();
    const auto path = harness.folder() + QStringLiteral("/own.vigie");
    const auto asked = [&] { return window.startPage().isVisible() && !window.startPage().findChildren<QLineEdit *>().isEmpty()
                                    && window.startPage().findChildren<QLineEdit *>().first()->isVisible(); };
    const auto state = [&] { return harness.bridge().state(); };
    window.openOwn(path);
    REQUIRE(waitFor([&] { return asked(); }));
    Q_EMIT window.startPage().passphraseGiven(Secret("a long enough passphrase"));
    REQUIRE(waitFor([&] { return state() == ui::Bridge::State::Open; }, 60000));
    CHECK(harness.bridge().workspace()->secrets().kind() == "sealed-file");
    CHECK(waitFor([&] { return window.ready(); }));

    window.openOwn(path); // as at the next start: the file is there
    REQUIRE(waitFor([&] { return asked(); }));
    Q_EMIT window.startPage().passphraseGiven(Secret("another passphrase"));
    REQUIRE(waitFor([&] {
        for (const auto &words : visibleWords(&window.startPage()))
            if (words == ui::StartPage::tr("This passphrase does not open the file. Nothing was changed; try again."))
                return true;
        return false;
    }, 60000));
    CHECK(state() != ui::Bridge::State::Open);
    Q_EMIT window.startPage().memoryChosen();
    REQUIRE(waitFor([&] { return state() == ui::Bridge::State::Open; }, 60000));
    CHECK(harness.bridge().workspace()->secrets().kind() == "memory");
}

TEST_CASE("No event takes longer than a tenth of a second while the practice network speaks", "[shell][stall]")
{
    Harness harness;
    auto &window = harness.window();
    for (auto *panel : window.panels()) // the first showing lays out and loads fonts
        harness.show(panel->id());
    REQUIRE(waitFor([&] { return !harness.bridge().status().accounts.empty() && harness.bridge().status().seenUpTo.has_value(); }, 60000));
    int changes = 0;
    QObject::connect(&harness.bridge(), &ui::Bridge::changed, &window, [&changes] { ++changes; });
    harness.bridge().workspace()->setPracticeSpeed(100);
    resetStall();
    for (int round = 0; round < 4; ++round)
        for (int key = 1; key <= 6; ++key) { // as a person would, while people speak a hundred times as fast
            harness.press(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + key)));
            REQUIRE(waitFor([&] { return window.ready(); }));
            window.repaint();
            const int before = changes;
            waitFor([&] { return changes > before; }, 500); // a quiet half second is fine
        }
    CHECK(changes > 0);
    const auto worst = worstStall();
    WARN("longest event: " << worst.processorMs << " ms of processor in " << worst.whose << ", " << worst.asleepMs << " ms asleep");
    CHECK(worst.processorMs < 100);
}
