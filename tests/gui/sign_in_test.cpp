// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in as a person does, the browser's part played by a few lines of HTTP: with the way back by loopback, with a
// pasted code, refused; a server of one's own network; and an account that is taken away.
#include "gui/support/gui_harness.hpp"
#include "gui/support/no_browser.hpp"

#include "ui/accounts/account_card.hpp"
#include "ui/accounts/accounts_panel.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/accounts/done_step.hpp"
#include "ui/accounts/field_editor.hpp"
#include "ui/accounts/find_step.hpp"
#include "ui/accounts/network_list.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/accounts/wait_step.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
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
        QObject::connect(form, &ui::AddAccountForm::connected, form, [this](AccountId id) { done = id; });
        form->choose(QStringLiteral("mastodon"));
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

TEST_CASE("The conversation by keyboard alone: an address, what it is, the browser, what can be done, done", "[accounts][conversation]")
{
    NoBrowser browser;
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; }));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    AccountId finished;
    QObject::connect(form, &ui::AddAccountForm::finished, form, [&](AccountId id) { finished = id; });
    REQUIRE(form->step() == ui::AddAccountForm::Step::Find);
    REQUIRE(QApplication::focusWidget() == form->find().field());
    harness.type(QString::fromStdString(harness.server()->url()));
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return form->step() == ui::AddAccountForm::Step::SignIn; }));
    CHECK(form->signInStep().editor("instance")->text() == QString::fromStdString(harness.server()->url()));
    harness.press(QKeySequence(Qt::Key_Return)); // all is filled in: the focus is on the button
    REQUIRE(waitFor([&] { return browser.last.isValid(); }));
    CHECK(form->busy());
    visit(redirectOf(visit(withAnswer(browser.last, QStringLiteral("auto=1")))));
    REQUIRE(waitFor([&] { return form->step() == ui::AddAccountForm::Step::Done; }));
    const auto words = visibleWords(&form->doneStep()).join(QLatin1Char('\n'));
    CHECK(words.contains(QStringLiteral("dubreuil")));
    CHECK(waitFor([&] { return visibleWords(&form->doneStep()).join(QLatin1Char('\n')).contains(ui::triedWords(connect::Verification::RealServer)); }));
    CHECK_FALSE(finished);
    CHECK(QApplication::focusWidget() == form->doneStep().button());
    harness.press(QKeySequence(Qt::Key_Space));
    REQUIRE(waitFor([&] { return static_cast<bool>(finished); }));
    CHECK_FALSE(form->isVisible());
}

TEST_CASE("Escape goes back one question at a time and leaves at the first", "[accounts][conversation]")
{
    NoBrowser browser;
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; }));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    form->choose(QStringLiteral("mastodon"));
    form->signInStep().editor("instance")->setText(QString::fromStdString(harness.server()->url()));
    form->signInStep().editor("instance")->line()->setFocus();
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return browser.last.isValid(); }));
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(form->step() == ui::AddAccountForm::Step::SignIn);
    CHECK_FALSE(form->busy());
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(form->step() == ui::AddAccountForm::Step::Find);
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK_FALSE(form->isVisible());
}

TEST_CASE("A name narrows the list, an arrow goes into it, Return chooses", "[accounts][conversation]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; }));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    auto *list = form->find().list();
    const int all = list->count();
    CHECK(all == static_cast<int>(harness.bridge().workspace()->catalogue().all().size()));
    harness.type(QStringLiteral("rss"));
    REQUIRE(list->count() == 1);
    harness.press(QKeySequence(Qt::Key_Down));
    CHECK(list->hasFocus());
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(form->step() == ui::AddAccountForm::Step::SignIn);
    REQUIRE(form->signInStep().editor("url") != nullptr);
    CHECK(form->signInStep().editor("url")->line()->hasFocus());
    harness.press(QKeySequence(Qt::Key_Return)); // nothing typed: said beside the field
    CHECK(form->step() == ui::AddAccountForm::Step::SignIn);
    CHECK(form->problem().contains(form->signInStep().editor("url")->label()));
    CHECK(form->signInStep().editor("url")->line()->hasFocus());
}

TEST_CASE("An address where nobody answers is said beside the field, and the list stays", "[accounts][conversation]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    harness.type(QStringLiteral("http://127.0.0.1:1"));
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return !form->busy() && !form->problem().isEmpty(); }));
    CHECK(form->step() == ui::AddAccountForm::Step::Find);
    CHECK(form->find().list()->count() > 0);
    form->find().field()->setText(QStringLiteral("https://ada:secret@social.example"));
    form->find().field()->setFocus();
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return !form->busy() && !form->problem().isEmpty(); }));
}

TEST_CASE("Every field that a network may ask for has an editor, and what is wrong is said beside it", "[accounts][fields]")
{
    Harness harness({.practice = true, .open = false});
    using Kind = connect::FieldSpec::Kind;
    connect::Descriptor network;
    network.id = "reviews";
    network.name = "Reviews";
    network.notice = connect::Notice::XTerms;
    network.fields = {{"region", Kind::Choice, true, {}, {"eu", "us"}}, {"budget", Kind::Money, false, "20"}};
    network.ways = {{connect::AuthKind::SignedKey, {{"key_id", Kind::Text}, {"secret", Kind::Secret}, {"private_key", Kind::File, false}}}, {connect::AuthKind::Token, {{"token", Kind::Secret}}}};
    ui::SignInStep step;
    step.ask(network, ui::SignInStep::Mode::Add, {}, {}, false);
    step.resize(480, 900);
    step.show();
    // Terms first, in whole sentences.
    const auto words = visibleWords(&step).join(QLatin1Char('\n'));
    CHECK(words.contains(ui::noticeWords(connect::Notice::XTerms)));
    CHECK(ui::noticeWords(connect::Notice::XTerms).size() > 200);
    REQUIRE(step.consentBox()->isVisible());
    CHECK(step.editor("secret")->line()->echoMode() == QLineEdit::Password);
    CHECK(step.editor("region")->text() == QStringLiteral("eu"));
    CHECK(step.editor("private_key")->browseButton() != nullptr);
    CHECK(step.editor("token") == nullptr); // of the other way
    CHECK_FALSE(step.read());
    CHECK(step.problem().contains(step.editor("key_id")->label()));
    step.editor("key_id")->setText(QStringLiteral("K1"));
    step.editor("secret")->setText(QStringLiteral("s3cret"));
    step.editor("budget")->setText(QStringLiteral("a lot"));
    CHECK_FALSE(step.read());
    CHECK(step.editor("budget")->editor()->property("invalid").toBool());
    step.editor("budget")->setText(QStringLiteral("12,50"));
    CHECK_FALSE(step.read()); // the terms were not read
    CHECK(step.problem().contains(step.consentBox()->text()));
    step.consentBox()->setChecked(true);
    const auto wanted = step.read();
    REQUIRE(wanted);
    CHECK(wanted->account.way == connect::AuthKind::SignedKey);
    CHECK(wanted->account.typed.field("secret").reveal() == "s3cret");
    for (const auto &setting : wanted->account.settings)
        CHECK(setting.value != "s3cret");
    // Another way asks for other things and keeps what both ask for.
    step.findChildren<QRadioButton *>().last()->click();
    REQUIRE(step.editor("token") != nullptr);
    CHECK(step.editor("secret") == nullptr);
    CHECK(step.editor("budget")->text() == QStringLiteral("12,50"));
    CHECK(withoutAccessibleName(&step).isEmpty());
    for (const auto notice : {connect::Notice::MetaApp, connect::Notice::GoogleProject, connect::Notice::RedditApproval, connect::Notice::BotOnly, connect::Notice::PaidApi})
        CHECK(ui::noticeWords(notice).size() > 80);
}

TEST_CASE("A device code is shown large, copied by its button, and its page opened", "[accounts][device]")
{
    NoBrowser browser;
    Harness harness({.practice = true, .open = false});
    ui::WaitStep step;
    step.resize(480, 400);
    step.show();
    step.showCode({"WDJB-MJHT", "https://net.example/activate", Instant{std::chrono::seconds{1795255200}}}, QStringLiteral("10:15"));
    CHECK(step.userCode()->isVisible());
    CHECK(step.userCode()->text() == QStringLiteral("WDJB-MJHT"));
    CHECK(step.userCode()->font().pixelSize() > 18);
    CHECK_FALSE(step.codeField()->isVisible());
    const auto buttons = step.findChildren<QPushButton *>();
    for (auto *button : buttons)
        if (button->isVisible())
            button->click();
    CHECK(QApplication::clipboard()->text() == QStringLiteral("WDJB-MJHT"));
    CHECK(browser.last == QUrl(QStringLiteral("https://net.example/activate")));
    CHECK(visibleWords(&step).join(QLatin1Char(' ')).contains(QStringLiteral("10:15")));
    CHECK(withoutAccessibleName(&step).isEmpty());
    step.clear();
    CHECK_FALSE(step.userCode()->isVisible());
}
