// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in as a person does, the browser's part played by a few lines of HTTP: with the way back by loopback, with a
// pasted code, refused; a server of one's own network; and an account that is taken away.
#include "gui/support/gui_harness.hpp"
#include "gui/support/no_browser.hpp"

#include "ui/accounts/account_card.hpp"
#include "ui/accounts/accounts_panel.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTcpSocket>
#include <QUrl>

#include <catch2/catch.hpp>

#include <memory>

using namespace vigie;
using namespace vigie::gui;

namespace {

/// What a browser does with an address: asks, and tells what came.
QByteArray visit(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
    REQUIRE(waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment) + " HTTP/1.1\r\nHost: " + url.authority().toUtf8()
                 + "\r\nUser-Agent: test\r\nConnection: close\r\n\r\n");
    QByteArray all;
    waitFor([&] {
        all += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    });
    return all + socket.readAll();
}

QUrl withAnswer(QUrl url, const QString &answer)
{
    url.setQuery(url.query(QUrl::FullyEncoded) + QLatin1Char('&') + answer);
    return url;
}

QUrl redirectOf(const QByteArray &answer)
{
    const auto at = answer.indexOf("\r\nLocation: ");
    REQUIRE(at > 0);
    return QUrl::fromEncoded(answer.mid(at + 12, answer.indexOf("\r\n", at + 2) - at - 12));
}

enum class Where { Practice, OwnWorkspace };

std::unique_ptr<practice::Server> foreignServer(const Clock &clock, Where where)
{
    if (where == Where::Practice)
        return nullptr;
    practice::Options quiet;
    quiet.community = false;
    auto server = practice::Server::start(clock, quiet);
    REQUIRE(server.has_value());
    return std::move(*server);
}

struct Fixture {
    NoBrowser browser;
    SystemClock clock;
    std::unique_ptr<practice::Server> foreign; ///< a network that does not end with the workspace
    Harness harness;
    ui::AccountsPanel *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    ui::AddAccountForm *form = nullptr;
    AccountId done;

    explicit Fixture(int way, Where where = Where::Practice)
        : foreign(foreignServer(clock, where)), harness({.practice = where == Where::Practice, .open = true})
    {
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] { return panel->cards().empty() == (where == Where::OwnWorkspace); }));
        harness.press(QKeySequence(Qt::Key_N));
        form = panel->addForm();
        REQUIRE(form->isVisible());
        QObject::connect(form, &ui::AddAccountForm::finished, form, [this](AccountId id) { done = id; });
        const auto radios = form->findChildren<QRadioButton *>();
        REQUIRE(radios.size() == 3);
        radios[way]->click();
        field(QStringLiteral("social.example"))->setText(QString::fromStdString(network().url()));
    }
    practice::Server &network() { return foreign ? *foreign : *harness.server(); }
    QLineEdit *field(const QString &placeholder)
    {
        for (auto *one : form->findChildren<QLineEdit *>())
            if (one->placeholderText() == placeholder)
                return one;
        FAIL("no field " << placeholder.toStdString());
        return nullptr;
    }
    void start()
    {
        field(QStringLiteral("social.example"))->setFocus();
        harness.press(QKeySequence(Qt::Key_Return));
    }
    Account account(AccountId id)
    {
        const auto found = harness.read<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); });
        REQUIRE(found.has_value());
        return *found;
    }
};

} // namespace

TEST_CASE("Signing in through the browser comes back by itself", "[accounts][signin]")
{
    Fixture f(0);
    f.start();
    REQUIRE(waitFor([&] { return f.browser.last.isValid(); }));
    CHECK(f.browser.last == QUrl(f.form->signInUrl()));
    const auto page = visit(f.browser.last);
    CHECK(page.contains("Authorize")); // the person is asked
    CHECK_FALSE(f.done);
    const auto back = redirectOf(visit(withAnswer(f.browser.last, QStringLiteral("auto=1"))));
    CHECK(back.host() == QStringLiteral("127.0.0.1"));
    CHECK(visit(back).startsWith("HTTP/1.1 200"));
    REQUIRE(waitFor([&] { return static_cast<bool>(f.done); }));
    CHECK(f.account(f.done).state == AccountState::Active);
    CHECK(f.account(f.done).handle.rfind("dubreuil", 0) == 0);
    CHECK(f.form->problem().isEmpty());
}

TEST_CASE("A person who says no in the browser is told that nothing was connected", "[accounts][signin]")
{
    Fixture f(0);
    f.start();
    REQUIRE(waitFor([&] { return f.browser.last.isValid(); }));
    visit(redirectOf(visit(withAnswer(f.browser.last, QStringLiteral("deny=1")))));
    REQUIRE(waitFor([&] { return !f.form->busy(); }));
    CHECK_FALSE(f.done);
    CHECK(f.form->problem().size() > 20);
}

TEST_CASE("A code is pasted from the page; a wrong one is refused in words", "[accounts][signin]")
{
    Fixture f(1);
    f.start();
    REQUIRE(waitFor([&] { return f.browser.last.isValid(); }));
    QLineEdit *code = nullptr;
    REQUIRE(waitFor([&] { return (code = qobject_cast<QLineEdit *>(QApplication::focusWidget())) != nullptr && code->isVisible(); }));
    const bool wrong = GENERATE(false, true);
    if (wrong) {
        code->setText(QStringLiteral("not-the-code"));
        f.harness.press(QKeySequence(Qt::Key_Return));
        REQUIRE(waitFor([&] { return !f.form->busy(); }));
        CHECK_FALSE(f.done);
        CHECK(f.form->problem().size() > 20);
        return;
    }
    const auto page = visit(withAnswer(f.browser.last, QStringLiteral("auto=1")));
    const auto from = page.indexOf("<code>") + 6;
    REQUIRE(from > 6);
    code->setText(QString::fromUtf8(page.mid(from, page.indexOf("</code>") - from)));
    f.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return static_cast<bool>(f.done); }));
    CHECK(f.account(f.done).state == AccountState::Active);
}

TEST_CASE("A sign-in that waits is stopped by its button and changes nothing", "[accounts][signin]")
{
    Fixture f(0);
    f.start();
    REQUIRE(waitFor([&] { return f.browser.last.isValid(); }));
    REQUIRE(f.form->busy());
    for (auto *button : f.form->findChildren<QPushButton *>())
        if (button->isVisible() && button->isEnabled() && (button->text() == QStringLiteral("Stop") || button->text() == QString::fromUtf8("Arr\xC3\xAAter")))
            button->click();
    CHECK_FALSE(f.form->busy());
    CHECK_FALSE(f.done);
}

TEST_CASE("A server of a private network is refused until its box is ticked", "[accounts][private]")
{
    Fixture f(2);
    for (auto *one : f.form->findChildren<QLineEdit *>())
        if (one->echoMode() == QLineEdit::Password)
            one->setText(QStringLiteral("token"));
    f.field(QStringLiteral("social.example"))->setText(QStringLiteral("https://192.168.255.254:1"));
    REQUIRE(f.form->privateBox()->isVisible());
    CHECK_FALSE(f.form->privateBox()->isChecked());
    f.start();
    REQUIRE(waitFor([&] { return !f.form->busy() && !f.form->problem().isEmpty(); }));
    CHECK(f.form->problem().contains(f.form->privateBox()->text()));
    CHECK(f.form->privateBox()->hasFocus());
    CHECK_FALSE(f.done);
}

TEST_CASE("A removed account keeps its history, and says when its token could not be revoked", "[accounts]")
{
    const bool refused = GENERATE(false, true);
    Fixture f(1, Where::OwnWorkspace);
    f.start();
    REQUIRE(waitFor([&] { return f.browser.last.isValid(); }));
    const auto page = visit(withAnswer(f.browser.last, QStringLiteral("auto=1")));
    const auto from = page.indexOf("<code>") + 6;
    QLineEdit *code = nullptr;
    REQUIRE(waitFor([&] { return (code = qobject_cast<QLineEdit *>(QApplication::focusWidget())) != nullptr && code->isVisible(); }));
    code->setText(QString::fromUtf8(page.mid(from, page.indexOf("</code>") - from)));
    f.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return static_cast<bool>(f.done); }));
    if (refused)
        f.network().faults().add({"POST", "/oauth/revoke", 0, -1, practice::Fault::Unavailable, {}});
    REQUIRE(waitFor([&] { return !f.panel->cards().empty() && f.panel->cards().front()->isVisible(); }));
    f.panel->cards().front()->setFocus();
    CHECK(f.harness.window().commands().run(QStringLiteral("accounts.remove")));
    QMessageBox *ask = nullptr;
    REQUIRE(waitFor([&] { return (ask = f.panel->findChild<QMessageBox *>()) != nullptr && ask->isVisible(); }));
    for (auto *button : ask->buttons())
        if (ask->buttonRole(button) == QMessageBox::AcceptRole || ask->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    REQUIRE(waitFor([&] { return f.account(f.done).state == AccountState::Removed; }));
    const auto told = [&] {
        for (auto *box : f.panel->findChildren<QMessageBox *>())
            if (box != ask && box->isVisible() && box->text().contains(QUrl(QString::fromStdString(f.account(f.done).instance)).authority()))
                return true;
        return false;
    };
    if (refused)
        CHECK(waitFor(told));
    else
        CHECK(waitFor([&] { return !f.harness.window().toasts().shown().isEmpty(); }));
    if (!refused)
        CHECK_FALSE(told());
}
