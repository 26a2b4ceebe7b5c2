// SPDX-License-Identifier: GPL-3.0-or-later
// The bell, the list of alerts, the rules, and notices on a desktop that is played by the test.
#include "gui/support/fake_desktop.hpp"
#include "gui/support/gui_harness.hpp"
#include "gui/support/people.hpp"

#include "ui/alerts/alert_card.hpp"
#include "ui/alerts/alerts_panel.hpp"
#include "ui/alerts/desktop_bus.hpp"
#include "ui/alerts/notice_place.hpp"
#include "ui/alerts/notifier.hpp"
#include "ui/alerts/quiet_editor.hpp"
#include "ui/alerts/rule_editor.hpp"
#include "ui/app/top_bar.hpp"
#include "ui/bridge/text.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/search/results_panel.hpp"
#include "ui/settings/settings_table.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

void picture(Harness &harness, const QString &name)
{
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        harness.window().grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QLatin1Char('/') + qEnvironmentVariable("VIGIE_LANG", QStringLiteral("en")) + QLatin1Char('-') + name
                                     + QStringLiteral(".png"));
}

Alert volume(AlertRuleId rule, Instant now)
{
    Alert alert;
    alert.rule = rule;
    alert.found.cause = "test";
    alert.found.from = now - std::chrono::hours{1};
    alert.found.to = now;
    alert.found.value = 412;
    alert.found.low = 35;
    alert.found.high = 60;
    alert.found.usualHours = 12;
    alert.found.sameWeekday = true;
    alert.firstAt = alert.lastAt = now;
    alert.first = 120;
    alert.peak = 412;
    return alert;
}

/// The rules are switched off first: what the practice people do is not to ring here.
AlertId addAlert(Harness &harness, Alert alert)
{
    const auto added = harness.write<AlertId>([&](store::Tx &tx) -> Result<AlertId> {
        store::Alerts alerts(tx);
        VIGIE_TRY(const auto rules, alerts.rules());
        for (auto rule : rules) {
            rule.on = false;
            VIGIE_CHECK(alerts.save(rule));
        }
        return alerts.add(alert);
    });
    REQUIRE(added);
    return *added;
}

AlertState stateOf(Harness &harness, AlertId id)
{
    const auto alert = harness.read<Alert>([id](store::Tx &tx) { return store::Alerts(tx).get(id); });
    REQUIRE(alert);
    return alert->state;
}

} // namespace

TEST_CASE("The bell counts what is new, the list says what is usual and leads to what caused it", "[alerts]")
{
    Harness harness;
    waitForPeople(harness);
    const auto now = harness.bridge().now();
    const auto handle = harness.write<std::string>([now](store::Tx &tx) -> Result<std::string> {
        VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
        VIGIE_CHECK(store::Sync(tx).addGap({accounts.at(0).id, "test"}, now - std::chrono::minutes{50}, now - std::chrono::minutes{30}, "server-cap"));
        return accounts.at(0).handle;
    });
    REQUIRE(handle);
    const auto id = addAlert(harness, volume(AlertRuleId{1}, now));
    auto *bell = harness.window().findChild<ui::TopBar *>()->bell();
    REQUIRE(waitFor([&] { return bell->text() == QLatin1String("1"); }));
    CHECK(bell->accessibleName().contains(QLatin1Char('1')));
    harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    auto *panel = dynamic_cast<ui::AlertsPanel *>(harness.window().panel(QStringLiteral("alerts")));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return harness.window().currentPanel() == panel && panel->cards().size() == 1; }));
    const auto words = visibleWords(panel).join(QLatin1Char('\n'));
    for (const auto *number : {"412", "35", "60", "120"})
        CHECK(words.contains(QLatin1String(number)));
    // What was not read in this hour is named: there may be more.
    CHECK(words.contains(ui::qs(*handle)));
    CHECK(words.contains(ui::format::time(now - std::chrono::minutes{50}, harness.bridge().zone())));
    CHECK(words.contains(ui::format::time(now - std::chrono::minutes{30}, harness.bridge().zone())));
    CHECK(withoutAccessibleName(panel).join(QLatin1Char('|')).toStdString() == std::string());
    picture(harness, QStringLiteral("alerts"));

    harness.press(QKeySequence(Qt::Key_J));
    REQUIRE(waitFor([&] { return panel->cards().front()->hasFocus(); }));
    harness.press(QKeySequence(Qt::Key_Return));
    CHECK(waitFor([&] { return harness.window().currentPanel() != panel; }));
    CHECK(dynamic_cast<ui::ResultsPanel *>(harness.window().currentPanel()) != nullptr);
    CHECK(waitFor([&] { return stateOf(harness, id) == AlertState::Seen; })); // it was looked at
    CHECK(waitFor([&] { return bell->text().isEmpty(); }));

    harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    REQUIRE(waitFor([&] { return harness.window().currentPanel() == panel; }));
    harness.press(QKeySequence(Qt::Key_J));
    REQUIRE(waitFor([&] { return panel->cards().front()->hasFocus(); }));
    harness.press(QKeySequence(Qt::Key_E));
    CHECK(waitFor([&] { return stateOf(harness, id) == AlertState::Done && panel->cards().empty(); }));
    REQUIRE_FALSE(harness.window().toasts().shown().isEmpty());
    harness.window().toasts().shown().last()->trigger(); // Undo
    CHECK(waitFor([&] { return stateOf(harness, id) == AlertState::Seen && panel->cards().size() == 1; }));
    // Put off, it leaves the list; what is hidden so is still to be found, and can come back by hand.
    REQUIRE(waitFor([&] { return panel->cards().size() == 1; }));
    panel->cards().front()->setFocus();
    harness.press(QKeySequence(Qt::Key_S));
    auto *popup = panel->findChild<ui::ChoicePopup *>();
    REQUIRE(popup != nullptr);
    REQUIRE(waitFor([&] { return popup->isVisible(); }));
    harness.press(QKeySequence(Qt::Key_Return)); // the first of the usual times
    const auto snoozed = [&] { return harness.read<Alert>([id](store::Tx &tx) { return store::Alerts(tx).get(id); })->snoozedUntil; };
    CHECK(waitFor([&] { return snoozed() && panel->cards().empty(); }));
    CHECK(*snoozed() > now);
    harness.press(QKeySequence(Qt::Key_D));
    REQUIRE(waitFor([&] { return panel->cards().size() == 1; }));
    picture(harness, QStringLiteral("alerts-snoozed"));
    panel->cards().front()->setFocus();
    harness.press(QKeySequence(Qt::Key_E));
    CHECK(waitFor([&] { return !snoozed() && stateOf(harness, id) == AlertState::Seen; }));
    harness.preferences().set(ui::kThemeChoice, QStringLiteral("dark"));
    REQUIRE(waitFor([&] { return harness.window().theme().isDark(); }));
    picture(harness, QStringLiteral("alerts-dark"));
}

TEST_CASE("A rule is changed in a dialog that says how often it would have rung", "[alerts]")
{
    Harness harness;
    waitForPeople(harness);
    auto *panel = harness.show<ui::AlertsPanel>(QStringLiteral("alerts"));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return panel->ruleButtons().size() == 6; }));
    harness.press(QKeySequence(Qt::Key_R));
    picture(harness, QStringLiteral("alert-rules"));
    panel->ruleButtons().front()->click();
    QPointer<ui::RuleEditor> editor;
    REQUIRE(waitFor([&] { return (editor = panel->findChild<ui::RuleEditor *>()) != nullptr && editor->isVisible(); }));
    CHECK(withoutAccessibleName(editor).join(QLatin1Char('|')).toStdString() == std::string());
    const auto boxes = editor->findChildren<QComboBox *>();
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[2]->currentIndex() == static_cast<int>(AlertSensitivity::Usual));
    boxes[2]->setCurrentIndex(static_cast<int>(AlertSensitivity::Keen));
    const auto looking = ui::RuleEditor::tr("Looking at the last four weeks...");
    REQUIRE(waitFor([&] { return visibleWords(editor).contains(looking); }));
    CHECK(waitFor([&] { return !visibleWords(editor).contains(looking); })); // the replay has answered
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        editor->grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/alert-rule-%1.png").arg(qEnvironmentVariable("VIGIE_LANG")));
    editor->findChildren<QCheckBox *>().first()->setChecked(false);
    for (auto *button : editor->findChildren<QPushButton *>())
        if (button->isDefault())
            button->click();
    const auto saved = [&] {
        const auto rule = harness.read<AlertRule>([](store::Tx &tx) { return store::Alerts(tx).rule(AlertRuleId{1}); });
        return rule && rule->sensitivity == AlertSensitivity::Keen && !rule->on;
    };
    CHECK(waitFor(saved));
    auto *quiet = panel->findChild<ui::QuietEditor *>();
    REQUIRE(quiet != nullptr);
    REQUIRE(quiet->isVisible());
    quiet->findChild<QCheckBox *>()->setChecked(true);
    CHECK(waitFor([&] {
        const auto text = harness.read<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(app::kQuietHours.key); });
        return text && *text && insight::quietHoursFrom(**text).on;
    }));
}

TEST_CASE("A notice on the desktop carries what is usual, and its actions work; names in it are no markup", "[alerts]")
{
    PrivateBus bus;
    if (bus.address.isEmpty())
        FAIL("dbus-daemon (Debian: dbus-daemon) is not there");
    Harness harness;
    Desktop desktop(bus.connect(QStringLiteral("desktop")));
    ui::AlertNotifier notifier(harness.window().shell(), new ui::DesktopBus(bus.connect(QStringLiteral("vigie"))));
    ui::AlertView view{volume(AlertRuleId{1}, harness.bridge().now()), QStringLiteral("Br<b>and"), {}, {}};
    view.rule.id = AlertRuleId{1};
    notifier.show(view);
    REQUIRE(waitFor([&] { return desktop.shown.size() == 1; }));
    CHECK(desktop.shown.last().body.contains(QLatin1String("&lt;b&gt;"))); // a desktop that reads markup
    const auto notice = desktop.shown.last();
    CHECK(notice.body.contains(QLatin1String("35")));
    CHECK(notice.body.contains(QLatin1String("60")));
    CHECK(notice.actions.contains(QLatin1String("mute")));
    CHECK(notice.actions.contains(QLatin1String("open")));
    const auto id = static_cast<uint>(desktop.shown.size());
    bool opened = false;
    QObject::connect(&harness.window().shell(), &ui::Shell::openRows, &desktop, [&] { opened = true; });
    CHECK(waitFor([&] {
        Q_EMIT desktop.ActionInvoked(id, QStringLiteral("open"));
        return waitFor([&] { return opened; }, 200);
    }));
    CHECK(waitFor([&] {
        Q_EMIT desktop.ActionInvoked(id, QStringLiteral("mute"));
        return waitFor([&] {
            const auto rule = harness.read<AlertRule>([](store::Tx &tx) { return store::Alerts(tx).rule(AlertRuleId{1}); });
            return rule && rule->mutedUntil.has_value();
        }, 500);
    }));
    notifier.showDigest({view, view});
    CHECK(waitFor([&] { return desktop.shown.last().title.contains(QLatin1Char('2')); }));
    ui::NoticePlace place(new ui::DesktopBus(bus.connect(QStringLiteral("place"))), nullptr);
    place.show();
    CHECK(waitFor([&] { return place.text().contains(QLatin1String("Test desktop")); }));
}

TEST_CASE("Without a notification service the window says it itself", "[alerts]")
{
    PrivateBus bus; // nobody answers there
    Harness harness;
    ui::AlertNotifier notifier(harness.window().shell(), new ui::DesktopBus(bus.connect(QStringLiteral("alone"))));
    ui::AlertView view{volume(AlertRuleId{1}, harness.bridge().now()), QStringLiteral("Brand"), {}, {}};
    notifier.show(view);
    CHECK(waitFor([&] {
        const auto toasts = harness.window().toasts().shown();
        return std::any_of(toasts.begin(), toasts.end(), [](const ui::Toast *toast) { return toast->text().contains(QLatin1String("412")); });
    }));
    // The settings say so, too.
    harness.window().showPanel(QStringLiteral("settings"));
    ui::NoticePlace place(new ui::DesktopBus(bus.connect(QStringLiteral("nobody"))), nullptr);
    place.show();
    CHECK(waitFor([&] { return place.text().contains(QLatin1String("org.freedesktop.Notifications")); }));
    auto *settings = harness.window().currentPanel();
    REQUIRE(settings->findChild<ui::NoticePlace *>() != nullptr);
    CHECK(settings->findChild<ui::NoticePlace *>()->isVisible());
}
