// SPDX-License-Identifier: GPL-3.0-or-later
// Text at twice its size: no panel asks for more than the window has, and no word is cut that a person must read whole.
#include "gui/support/gui_harness.hpp"

#include "ui/calendar/calendar_panel.hpp"
#include "ui/command/registry.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/settings/settings_panel.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPixmap>
#include <QSpinBox>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

const QStringList kPanels{QStringLiteral("calendar"), QStringLiteral("dashboard"), QStringLiteral("accounts"), QStringLiteral("settings")};

void picture(Harness &harness, const QString &name)
{
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        harness.window().grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QLatin1Char('/') + qEnvironmentVariable("VIGIE_LANG", QStringLiteral("en")) + QLatin1Char('-') + name
                                     + QStringLiteral(".png"));
}

/// Buttons whose words do not fit into them.
QStringList cutWords(const QWidget *root)
{
    QStringList cut;
    for (const auto *button : root->findChildren<QAbstractButton *>())
        if (button->isVisibleTo(root) && !button->text().isEmpty() && button->fontMetrics().horizontalAdvance(button->text()) > button->width())
            cut << button->text();
    return cut;
}

} // namespace

TEST_CASE("At 200 % no panel asks for more than the window, in light and dark", "[scale]")
{
    const bool wide = GENERATE(true, false);
    Harness harness({.practice = true, .open = true, .width = wide ? 1440 : 1280, .height = wide ? 900 : 800});
    const int width = harness.window().width();
    auto *settings = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(settings != nullptr);
    for (const int scale : {100, 200}) {
        settings->scaleBox()->setValue(scale);
        for (const auto *theme : {"light", "dark"}) {
            harness.preferences().set(ui::kThemeChoice, QString::fromLatin1(theme));
            for (const auto &id : kPanels) {
                INFO(id.toStdString() << ' ' << scale << ' ' << theme);
                harness.show(id);
                REQUIRE(waitFor([&] { return harness.window().panel(id)->isVisible(); }));
                if (id == QLatin1String("calendar"))
                    for (const auto *view : {"calendar.month", "calendar.agenda", "calendar.week"}) {
                        harness.window().commands().run(QString::fromLatin1(view));
                        QApplication::sendPostedEvents();
                        picture(harness, QStringLiteral("%1-%2-%3-%4").arg(QString::fromLatin1(view)).arg(scale).arg(QString::fromLatin1(theme)).arg(width));
                        CHECK(harness.window().minimumSizeHint().width() <= width);
                    }
                QApplication::sendPostedEvents();
                picture(harness, QStringLiteral("%1-%2-%3-%4").arg(id).arg(scale).arg(QString::fromLatin1(theme)).arg(width));
                CHECK(harness.window().panel(id)->minimumSizeHint().width() <= width);
                CHECK(harness.window().minimumSizeHint().width() <= width);
                CHECK(harness.window().width() == width);
                const auto cut = cutWords(harness.window().panel(id)).join(QLatin1Char('|')).toStdString();
                INFO(cut);
                CHECK(cut.empty());
            }
        }
    }
}

TEST_CASE("Text size and theme change what is on the screen at once", "[settings]")
{
    Harness harness;
    auto *settings = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(settings != nullptr);
    const int before = settings->scaleBox()->fontMetrics().height();
    settings->scaleBox()->setValue(200);
    CHECK(waitFor([&] { return settings->scaleBox()->fontMetrics().height() >= before * 18 / 10; }));
    const auto light = settings->palette().color(QPalette::Window);
    const int row = settings->themeBox()->findData(QStringLiteral("dark"));
    settings->themeBox()->setCurrentIndex(row);
    Q_EMIT settings->themeBox()->activated(row);
    CHECK(waitFor([&] { return settings->palette().color(QPalette::Window).lightness() < light.lightness() / 2; }));
}

TEST_CASE("Text grows and shrinks by keys, within its bounds, and stays so", "[settings]")
{
    Harness harness;
    auto *settings = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(settings != nullptr);
    const auto size = [&] { return harness.preferences().number(ui::kTextScale); };
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_Plus));
    CHECK(size() == 110);
    for (int i = 0; i < 12; ++i)
        harness.press(QKeySequence(Qt::CTRL | Qt::Key_Plus));
    CHECK(size() == 200);
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    CHECK(size() == 190);
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_0));
    CHECK(size() == 100);
}

TEST_CASE("How often accounts are read is set, kept, and obeyed by what reads them", "[settings]")
{
    Harness harness;
    auto *settings = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(settings != nullptr);
    REQUIRE(waitFor([&] { return settings->pollBox()->count() >= 5; }));
    const auto wait = [&] {
        const auto status = harness.bridge().workspace()->statusNow();
        REQUIRE(status.has_value());
        for (const auto &line : status->accounts)
            if (line.nextSync && !line.syncing)
                return std::chrono::duration_cast<std::chrono::seconds>(*line.nextSync - harness.bridge().now());
        return std::chrono::seconds(-1);
    };
    REQUIRE(waitFor([&] { return wait() >= std::chrono::seconds(0) && wait() <= std::chrono::seconds(5); })); // as practice advises
    const auto choose = [&](const QString &seconds) {
        const int row = settings->pollBox()->findData(seconds);
        REQUIRE(row >= 0);
        settings->pollBox()->setCurrentIndex(row);
        Q_EMIT settings->pollBox()->activated(row);
    };
    choose(QStringLiteral("900"));
    CHECK(waitFor([&] { return wait() > std::chrono::seconds(600); }, 30000));
    const auto kept = harness.read<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(app::kPollSeconds.key); });
    REQUIRE(kept.has_value());
    CHECK(kept->value_or("") == "900");
    choose(QString());
    CHECK(waitFor([&] { return wait() >= std::chrono::seconds(0) && wait() <= std::chrono::seconds(5); }, 30000)); // not slept through
}
