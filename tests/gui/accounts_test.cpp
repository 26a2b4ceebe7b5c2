// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts and settings over the practice network: what is shown, pausing, testing, a sign-in refused in words, a file
// brought in, a setting kept.
#include "gui/support/gui_harness.hpp"

#include "ui/accounts/account_card.hpp"
#include "ui/accounts/accounts_panel.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/accounts/import_form.hpp"
#include "ui/settings/settings_panel.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

AccountState stateOf(Harness &harness)
{
    const auto accounts = harness.read<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    REQUIRE(accounts);
    REQUIRE(accounts->size() == 2); // the brand, whose state it is, and its second voice
    return accounts->front().state;
}

} // namespace

TEST_CASE("An account is paused by a key, taken back by Undo, and tested", "[accounts]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; })); // the brand and its second voice
    CHECK(panel->cards().front()->hasFocus());
    harness.press(QKeySequence(Qt::Key_P));
    REQUIRE(waitFor([&] { return stateOf(harness) == AccountState::Paused; }));
    REQUIRE(waitFor([&] { return panel->cards().front()->status().account.state == AccountState::Paused; }));
    REQUIRE_FALSE(harness.window().toasts().shown().isEmpty());
    harness.window().toasts().shown().last()->trigger();
    REQUIRE(waitFor([&] { return stateOf(harness) == AccountState::Active; }));
    harness.press(QKeySequence(Qt::Key_T));
    CHECK(waitFor([&] {
        for (const auto *toast : harness.window().toasts().shown())
            if (toast->text().contains(QStringLiteral("@dubreuil")))
                return true;
        return false;
    }));
}

TEST_CASE("A token that is refused says so in the form and adds nothing", "[accounts]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    REQUIRE(form->isVisible());
    const auto fields = form->findChildren<QLineEdit *>();
    const auto radios = form->findChildren<QRadioButton *>();
    REQUIRE(radios.size() == 3);
    radios.last()->click();
    QLineEdit *instance = nullptr, *token = nullptr;
    for (auto *field : form->findChildren<QLineEdit *>()) {
        if (field->placeholderText() == QStringLiteral("social.example"))
            instance = field;
        if (field->echoMode() == QLineEdit::Password)
            token = field;
    }
    REQUIRE(instance != nullptr);
    REQUIRE(token != nullptr);
    instance->setText(QString::fromStdString(harness.server()->url()));
    token->setText(QStringLiteral("not-a-token"));
    token->setFocus();
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return !form->busy(); }));
    bool told = false;
    for (const auto *label : form->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().size() > 40 && label->parentWidget()->property("role").toString() == QLatin1String("error"));
    CHECK(told);
    CHECK(stateOf(harness) == AccountState::Active); // the one there was, and no other
}

TEST_CASE("A file is looked at, its bad lines named, and imported once", "[accounts][import]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    const auto path = harness.folder() + QStringLiteral("/mentions.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id,date,author,text\n"
               "1,2026-11-01T10:00:00Z,claire,Un mot importe sur Dubreuil\n"
               "2,not a date,marc,This line has no date that can be read\n"
               "3,2026-11-02T11:30:00Z,tom,Another imported word\n");
    file.close();
    harness.press(QKeySequence(Qt::Key_I));
    auto *form = panel->importForm();
    form->openFile(path);
    REQUIRE(waitFor([&] { return form->preview().has_value(); }));
    CHECK(form->preview()->items.size() >= 2);
    for (const int round : {1, 2}) {
        form->start();
        REQUIRE(waitFor([&] { return form->report().has_value(); }, 30000));
        CHECK(form->report()->added + form->report()->known >= 2);
        if (round == 2)
            CHECK(form->report()->added == 0);
    }
}

TEST_CASE("The language box of the settings changes the window and is kept", "[settings]")
{
    Harness harness;
    auto *panel = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(panel != nullptr);
    auto *box = panel->languageBox();
    const auto other = harness.window().language().code() == QLatin1String("fr") ? QStringLiteral("en") : QStringLiteral("fr");
    const int row = box->findData(other);
    REQUIRE(row > 0);
    box->setCurrentIndex(row);
    Q_EMIT box->activated(row);
    CHECK(harness.window().language().code() == other);
    CHECK(harness.preferences().text(ui::kLanguage) == other);
    CHECK(panel->title() == (other == QLatin1String("fr") ? QString::fromUtf8("R\xC3\xA9glages") : QStringLiteral("Settings")));
}
