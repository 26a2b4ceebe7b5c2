// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that a person put into their configuration folder: a good one can be chosen like any other, of a broken one the
// dialog says what is wrong and where; and what a network shows without letting it be kept has its own column, in both languages.
#include "gui/support/gui_harness.hpp"
#include "gui/support/no_browser.hpp"
#include "support/own_recipe.hpp"
#include "support/raw_server.hpp"

#include "ui/accounts/accounts_panel.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/accounts/find_step.hpp"
#include "ui/accounts/network_list.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/shelf_reading.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

/// Files in the folder where the person keeps networks of their own, for as long as it lives.
class RecipeFiles {
public:
    void put(const QString &name, const std::string &text)
    {
        const auto folder = QString::fromStdString(app::recipesFolder());
        REQUIRE(QDir().mkpath(folder));
        QFile file(folder + QLatin1Char('/') + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
    }
    ~RecipeFiles() { QDir(QString::fromStdString(app::recipesFolder())).removeRecursively(); }
};

int rowOf(const ui::NetworkList &list, const QString &name)
{
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->text() == name)
            return row;
    return -1;
}

bool french(Harness &harness)
{
    return harness.window().language().code() == QLatin1String("fr");
}

/// A network with two mentions, which it lets nobody keep.
class Vitrine {
public:
    [[nodiscard]] std::string url() const { return server_.url(""); }
    void say(const std::string &posts)
    {
        const std::lock_guard lock(mutex_);
        posts_ = posts;
    }

private:
    void serve(test::RawServer::Connection &connection)
    {
        for (auto request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
            std::string body;
            {
                const std::lock_guard lock(mutex_);
                body = "{\"posts\":[" + posts_ + "]}";
            }
            if (!connection.reply(200, "Content-Type: application/json\r\n", body))
                return;
        }
    }
    std::mutex mutex_;
    std::string posts_;
    test::RawServer server_{[this](test::RawServer::Connection &connection) { serve(connection); }}; // last: its threads use the rest
};

std::string post(int id, const std::string &user, const std::string &text, const std::string &at)
{
    return R"({"id":)" + std::to_string(id) + R"(,"user":")" + user + R"(","text":")" + text + R"(","url":"https://vitrine.example/)" + std::to_string(id) + R"(","at":")" + at + R"("})";
}

const std::string kTwoPosts = post(1, "Ada", "Une table <b>superbe</b>, chez Dubreuil", "2026-11-20T10:00:00Z") + "," + post(2, "Bob", "Livraison en retard", "2026-11-21T10:00:00Z");

struct ShelfDesk {
    RecipeFiles files;
    Vitrine network;
    NoBrowser browser;
    std::unique_ptr<Harness> harness;
    AccountId account;

    ShelfDesk()
    {
        files.put(QStringLiteral("vitrine.json"), test::kShownOnlyRecipe);
        network.say(kTwoPosts);
        harness = std::make_unique<Harness>(Harness::Options{.practice = false, .open = true});
        const auto *connector = harness->bridge().networks().find("vitrine");
        REQUIRE(connector != nullptr);
        Account wanted;
        wanted.connector = "vitrine";
        wanted.instance = network.url();
        wanted.nativeId = wanted.handle = "1";
        wanted.policy = connector->describe().policy;
        wanted.capabilities = connector->describe().capabilities;
        connect::allowPrivateNetwork(wanted.settings, true);
        const auto saved = harness->write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        REQUIRE(saved);
        account = *saved;
        sync();
        REQUIRE(harness->show<ui::FeedPanel>(QStringLiteral("feed")) != nullptr);
        REQUIRE(waitFor([&] { return panel()->shelf().isVisible() && panel()->shelf().model().rowCount() == 2; }));
    }
    void sync()
    {
        auto &bridge = harness->bridge();
        bool done = false;
        bridge.workspace()->syncNow(account, {}, bridge.executor(), [&](const Result<intake::SyncReport> &report) {
            CHECK(report);
            done = true;
        });
        REQUIRE(waitFor([&] { return done; }));
        bridge.refreshStatus();
    }
    ui::FeedPanel *panel() { return dynamic_cast<ui::FeedPanel *>(harness->window().panel(QStringLiteral("feed"))); }
    ui::ShelfColumn &shelf() { return panel()->shelf(); }
    bool enabled(const char *command) { return harness->window().commands().enabled(QString::fromLatin1(command)); }
};

} // namespace

TEST_CASE("A network of one's own is in the list and can be chosen, a broken one says what is wrong and where", "[accounts][recipe]")
{
    RecipeFiles files;
    files.put(QStringLiteral("maison.json"), test::kOwnRecipe);
    files.put(QStringLiteral("atelier.json"), test::brokenRecipe());
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    REQUIRE(waitFor([&] { return form->isVisible(); }));
    const auto words = visibleWords(&form->find()).join(QLatin1Char('\n'));
    INFO(words.toStdString());
    CHECK(words.contains(french(harness) ? QString::fromUtf8("Des fichiers \xC3\xA0 vous") : QStringLiteral("Files of yours that should be networks")));
    CHECK(words.contains(QStringLiteral("atelier.json")));
    CHECK(words.contains(QStringLiteral("\"lenght\"")));
    CHECK(words.contains(french(harness) ? QStringLiteral("ligne 5") : QStringLiteral("line 5")));
    CHECK_FALSE(words.contains(QStringLiteral("maison.json")));

    auto *list = form->find().findChild<ui::NetworkList *>();
    REQUIRE(list != nullptr);
    const int row = rowOf(*list, QStringLiteral("Maison"));
    REQUIRE(row >= 0);
    CHECK(rowOf(*list, QStringLiteral("atelier")) < 0);
    list->setFocus();
    list->setCurrentRow(row);
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return form->step() == ui::AddAccountForm::Step::SignIn; }));
    const auto asked = visibleWords(&form->signInStep()).join(QLatin1Char('\n'));
    INFO(asked.toStdString());
    CHECK(asked.contains(QStringLiteral("Maison")));
    CHECK(asked.contains(french(harness) ? QStringLiteral("Adresse de la maison") : QStringLiteral("Address of the house")));
}

TEST_CASE("What may only be shown has its own column, says so, and is nowhere kept", "[feed][shelf]")
{
    ShelfDesk desk;
    auto &shelf = desk.shelf();
    QAbstractItemModelTester tester(&shelf.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto words = visibleWords(&shelf).join(QLatin1Char('\n'));
    INFO(words.toStdString());
    CHECK(words.contains(french(*desk.harness) ? QString::fromUtf8("Montr\xC3\xA9 seulement, pas conserv\xC3\xA9") : QStringLiteral("Shown only, not kept")));
    CHECK(shelf.model().cardAt(0)->name == QStringLiteral("Bob")); // the newest first
    CHECK(withoutAccessibleName(desk.panel()).isEmpty());
    // Nothing of it is in the workspace.
    for (const auto *native : {"1", "2"}) {
        const auto found = desk.harness->read<ItemId>([&](store::Tx &tx) { return store::Items(tx).findNative("vitrine", desk.network.url(), native); });
        CHECK_FALSE(found);
    }
}

TEST_CASE("With a mention that is only shown one reads, opens and copies, and does nothing that would keep it", "[feed][shelf]")
{
    ShelfDesk desk;
    auto *panel = desk.panel();
    auto &shelf = desk.shelf();
    shelf.takeFocus();
    REQUIRE(waitFor([&] { return panel->shelfPane().isVisible() && panel->shelfPane().card() != nullptr; }));
    CHECK(shelf.view().selectionModel()->hasSelection()); // one sees which one is read
    desk.harness->press(QKeySequence(Qt::Key_J));
    REQUIRE(waitFor([&] { return panel->shelfPane().card()->name == QStringLiteral("Ada"); }));
    const auto words = visibleWords(&panel->shelfPane()).join(QLatin1Char('\n'));
    INFO(words.toStdString());
    CHECK(words.contains(QStringLiteral("Ada")));
    CHECK(words.contains(french(*desk.harness) ? QString::fromUtf8("pas conserv\xC3\xA9") : QStringLiteral("not kept")));
    CHECK(desk.enabled("feed.open"));
    CHECK(desk.enabled("feed.copyLink"));
    for (const auto *command : {"feed.toInbox", "feed.tag", "feed.notAboutUs", "feed.tonePositive", "feed.toneNegative", "feed.markRead", "feed.deleteColumn", "feed.editColumn"}) {
        INFO(command);
        CHECK_FALSE(desk.enabled(command));
    }
    desk.harness->press(QKeySequence(Qt::Key_O));
    CHECK(waitFor([&] { return desk.browser.last == QUrl(QStringLiteral("https://vitrine.example/1")); }));

    // What is here stays under the eyes when more comes.
    desk.network.say(post(3, "Eve", "Merci", "2026-11-21T11:00:00Z") + "," + kTwoPosts);
    desk.sync();
    REQUIRE(waitFor([&] { return shelf.model().rowCount() == 3; }));
    CHECK(shelf.current()->name == QStringLiteral("Ada"));
    CHECK(panel->shelfPane().card()->name == QStringLiteral("Ada"));

    // Back among what is kept, its actions are back.
    REQUIRE_FALSE(panel->columns().empty());
    desk.harness->press(QKeySequence(Qt::Key_H));
    REQUIRE(waitFor([&] { return !panel->shelfPane().isVisible(); }));
    CHECK(desk.enabled("feed.editColumn"));
    desk.harness->press(QKeySequence(Qt::Key_L));
    REQUIRE(waitFor([&] { return panel->shelfPane().isVisible(); }));
}

TEST_CASE("The column of what is only shown goes with the last account of such a network", "[feed][shelf]")
{
    ShelfDesk desk;
    auto &bridge = desk.harness->bridge();
    bool removed = false;
    bridge.workspace()->removeAccount(desk.account, {}, bridge.executor(), [&](const Result<app::Removal> &done) { removed = done.has_value(); });
    REQUIRE(waitFor([&] { return removed; }));
    CHECK(bridge.workspace()->shelf().empty());
    bridge.refreshStatus();
    CHECK(waitFor([&] { return !desk.shelf().isVisible(); }));
}
