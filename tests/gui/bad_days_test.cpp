// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days: each is said in a sentence (what happened, what was not done, what to do), the window stays alive, and nothing
// that was stored is lost.
#include "gui/support/gui_harness.hpp"

#include "store/session.hpp"
#include "ui/app/status_line.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QApplication>
#include <QFile>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

const QKeySequence kSend(Qt::CTRL | Qt::Key_Return);

Harness::Options closed()
{
    Harness::Options options;
    options.practice = false;
    options.open = false;
    return options;
}

std::shared_ptr<net::SecretStore> secrets()
{
    static const std::shared_ptr<net::SecretStore> kept = net::makeMemorySecretStore();
    return kept;
}

void open(Harness &harness, const QString &path)
{
    app::OpenWorkspace wanted;
    wanted.path = path.toStdString();
    wanted.secrets = secrets();
    harness.window().openWorkspace(wanted);
}

bool isOpen(Harness &harness)
{
    return harness.bridge().state() == ui::Bridge::State::Open && harness.window().ready();
}

Error errorOf(Errc code)
{
    Error error;
    error.code = code;
    return error;
}

bool hasFailed(Harness &harness)
{
    return harness.bridge().state() == ui::Bridge::State::Failed;
}

/// A sound workspace with one setting in it, closed again.
QString makeWorkspace(Harness &harness)
{
    const auto path = harness.folder() + QStringLiteral("/own.vigie");
    open(harness, path);
    REQUIRE(waitFor([&] { return isOpen(harness); }, 60000));
    REQUIRE(harness.write<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Settings(tx).set("workspace.name", "Kept"));
        return true;
    }));
    harness.restart();
    // The file is given back when the engines have ended.
    REQUIRE(waitFor([&] { return store::WorkspaceLock::acquire(path.toStdString(), "test").has_value(); }, 30000));
    return path;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void checkSaid(Harness &harness, Errc code, const QString &path)
{
    auto &page = harness.window().startPage();
    REQUIRE(page.isVisible());
    const auto words = visibleWords(&page);
    INFO(words.join(QLatin1Char('\n')).toStdString());
    const auto sentence = ui::errorSentence(errorOf(code));
    CHECK(sentence.size() > 60); // what happened, what was not done, what to do
    CHECK(words.contains(sentence));
    CHECK(words.contains(path));
    // Alive: the palette opens and closes, the keys answer.
    harness.window().commands().run(QStringLiteral("window.keyHelp"));
    CHECK(harness.window().keyHelp().isVisible());
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK_FALSE(harness.window().keyHelp().isVisible());
}

QPushButton *buttonOf(const QWidget &page, const QString &text)
{
    for (auto *button : page.findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == text)
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("A workspace that another Vigie holds is said, and opens when that one is closed", "[baddays]")
{
    Harness harness(closed());
    const auto path = makeWorkspace(harness);
    {
        const auto other = store::WorkspaceLock::acquire(path.toStdString(), "vigie");
        REQUIRE(other);
        open(harness, path);
        REQUIRE(waitFor([&] { return hasFailed(harness); }, 30000));
        CHECK(harness.bridge().openError().code == Errc::Busy);
        checkSaid(harness, Errc::Busy, path);
    }
    auto *again = buttonOf(harness.window().startPage(), ui::StartPage::tr("Try again"));
    REQUIRE(again != nullptr);
    again->click();
    REQUIRE(waitFor([&] { return isOpen(harness); }, 60000));
    const auto kept = harness.read<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get("workspace.name"); });
    REQUIRE(kept);
    CHECK(*kept == std::optional<std::string>("Kept"));
}

TEST_CASE("A workspace of a newer Vigie is not touched", "[baddays]")
{
    Harness harness(closed());
    const auto path = makeWorkspace(harness);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(60)); // user_version of the SQLite header, big-endian
    REQUIRE(file.write(QByteArray::fromHex("000003e7")) == 4);
    file.close();
    const auto before = contents(path);
    open(harness, path);
    REQUIRE(waitFor([&] { return hasFailed(harness); }, 30000));
    CHECK(harness.bridge().openError().code == Errc::SchemaTooNew);
    checkSaid(harness, Errc::SchemaTooNew, path);
    CHECK(contents(path) == before);
}

TEST_CASE("A workspace whose pages are damaged says so and is not made worse", "[baddays]")
{
    Harness harness(closed());
    const auto path = makeWorkspace(harness);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.size() > 65536);
    REQUIRE(file.seek(100)); // the schema, behind the header
    REQUIRE(file.write(QByteArray(60000, '\xFF')) == 60000);
    file.close();
    const auto before = contents(path);
    open(harness, path);
    REQUIRE(waitFor([&] { return hasFailed(harness); }, 30000));
    CHECK(harness.bridge().openError().code == Errc::StorageDamaged);
    checkSaid(harness, Errc::StorageDamaged, path);
    CHECK(buttonOf(harness.window().startPage(), ui::StartPage::tr("Restore a backup...")) != nullptr);
    CHECK(contents(path) == before);
}

TEST_CASE("A full disk keeps the text of an answer, says so, and the answer leaves once there is room", "[baddays]")
{
    Harness::Options options;
    options.practice = false;
    Harness harness(options);
    harness.preferences().set(ui::kUndoSeconds, QStringLiteral("60"));
    Account wanted;
    wanted.connector = "mastodon";
    wanted.instance = "https://rive.test";
    wanted.nativeId = wanted.handle = wanted.name = "dubreuil";
    wanted.capabilities.set(Capability::Reply);
    const auto account = harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
    REQUIRE(account);
    REQUIRE(harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = "m1";
        item.visibility = Visibility::Public;
        item.author.nativeId = "p1";
        item.author.handle = "claire@mer.test";
        item.author.name = "Claire";
        item.text = "Bonjour, ma commande ?";
        item.publishedAt = item.fetchedAt = tx.now() - std::chrono::hours(1);
        const store::AnalysedItem made(std::move(item));
        VIGIE_TRY(const auto stored, store::Items(tx).store({&made, 1}));
        VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, *account, "mention"));
        return true;
    }));
    auto *panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return panel->queue().focused() && panel->reply().ticket() == panel->queue().focused(); }));
    const auto room = [&](int pages) {
        return harness.write<bool>([pages](store::Tx &tx) -> Result<bool> {
            return tx.session().guard([&] {
                const auto now = tx.session().one<int>("PRAGMA page_count").value_or(0);
                tx.session().one<int>("PRAGMA max_page_count=" + std::to_string(now + pages));
                return true;
            });
        });
    };
    REQUIRE(room(0)); // the file may not grow any more: what the file system does when it is full
    QStringList parts;
    for (int i = 0; i < 40; ++i)
        parts << QStringLiteral("%1 ").arg(i) + QString(440, QLatin1Char('e'));
    const auto text = parts.join(QStringLiteral("\n---\n"));
    harness.press(QKeySequence(Qt::Key_R));
    REQUIRE(panel->reply().editor().hasFocus());
    panel->reply().setText(text);
    const auto notSaved = ui::ReplyBox::tr("The draft could not be saved");
    CHECK(waitFor([&] { return visibleWords(&panel->reply()).contains(notSaved); }, 10000));
    harness.press(kSend);
    const auto said = [&] {
        for (const auto *toast : harness.window().toasts().shown())
            if (toast->text() == ui::errorSentence(errorOf(Errc::StorageFull)))
                return true;
        return false;
    };
    CHECK(waitFor(said, 10000));
    CHECK(panel->reply().reply().text == text); // not a letter is lost
    const auto outbox = [&] {
        const auto rows = harness.read<std::vector<Outbound>>([](store::Tx &tx) { return store::Outbox(tx).list({}); });
        return rows ? rows->size() : 99;
    };
    CHECK(outbox() == 0);
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_2)); // alive
    CHECK(harness.window().currentPanel() == panel);
    REQUIRE(room(1'000'000));
    panel->reply().editor().setFocus();
    harness.press(kSend);
    CHECK(waitFor([&] { return outbox() == 1; }, 10000));
    CHECK(waitFor([&] { return panel->reply().reply().text.isEmpty(); }, 10000));
}

TEST_CASE("Without a network at the start, what was collected is there and the status line says so", "[baddays]")
{
    Harness harness(closed());
    const auto path = harness.folder() + QStringLiteral("/own.vigie");
    open(harness, path);
    REQUIRE(waitFor([&] { return isOpen(harness); }, 60000));
    Account account;
    account.connector = "mastodon";
    account.instance = "http://127.0.0.1:9"; // nobody is there
    account.nativeId = account.handle = account.name = "brand";
    account.capabilities.set(Capability::Reply);
    REQUIRE(secrets()->set(account.secretKey(), Secret("a token")));
    REQUIRE(harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); }));
    harness.window().openWorkspace(harness.bridge().options()); // the next start
    const auto sentence = ui::StatusLine::tr("No connection: what was collected stays, the rest comes when it is back");
    CHECK(waitFor([&] {
        if (harness.bridge().state() == ui::Bridge::State::Open)
            harness.bridge().refreshStatus();
        return harness.window().statusLine().words().contains(sentence);
    }, 60000));
    CHECK(waitFor([&] { return isOpen(harness); }));
    for (const auto *id : {"feed", "inbox", "calendar", "dashboard"})
        harness.show(QString::fromLatin1(id)); // each shows what is here
}
