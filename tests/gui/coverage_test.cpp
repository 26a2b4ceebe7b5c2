// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of what was seen, made visible: the bar equals it, every gap is named with its reason, and can be filled.
#include "gui/support/gui_harness.hpp"

#include "ui/coverage/coverage_dialog.hpp"
#include "ui/coverage/coverage_foot.hpp"
#include "ui/coverage/coverage_line.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/tile_card.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/trends_pane.hpp"
#include "ui/search/results_panel.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

namespace {

struct Ledger {
    explicit Ledger(bool practice) : harness({.practice = practice, .open = true, .width = 1440, .height = 900})
    {
        REQUIRE(harness.show<ui::FeedPanel>(QStringLiteral("feed")) != nullptr);
        REQUIRE(waitFor([&] { return !feed()->columns().empty() && feed()->ready(); }));
    }
    ui::FeedPanel *feed() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::Column &column() { return *feed()->columns().front(); }
    AccountId addAccount(const char *connector, const char *handle)
    {
        const auto id = harness.write<AccountId>([&](store::Tx &tx) -> Result<AccountId> {
            Account account;
            account.connector = connector;
            account.instance = "https://rive.test";
            account.nativeId = handle;
            account.handle = handle;
            account.state = AccountState::Paused; // nobody reads it while the test looks
            return store::Accounts(tx).save(account);
        });
        REQUIRE(id);
        return *id;
    }
    void job(const std::function<Result<void>(store::Sync &)> &work)
    {
        REQUIRE(harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            store::Sync sync(tx);
            VIGIE_CHECK(work(sync));
            return true;
        }));
    }
    ui::CoverageDialog *dialog()
    {
        ui::CoverageDialog *found = nullptr;
        for (auto *one : harness.window().findChildren<ui::CoverageDialog *>())
            if (one->isVisible() && one->ready())
                found = one;
        return found;
    }
    Harness harness;
};

} // namespace

TEST_CASE("The bar under a column equals the ledger, and its words say the same", "[coverage]")
{
    Ledger f(false);
    const auto account = f.addAccount("mastodon", "dubreuil@rive.test");
    const auto now = f.harness.bridge().now();
    const auto day = [&](double before) { return now - std::chrono::minutes(static_cast<int>(before * 24 * 60)); };
    const StreamKey key{account, "notifications"};
    f.job([&](store::Sync &sync) -> Result<void> {
        VIGIE_CHECK(sync.addSeen(key, day(6), day(4)));
        VIGIE_CHECK(sync.addGap(key, day(4), day(3.5), "server-cap", MissCause::Network));
        VIGIE_CHECK(sync.addSeen(key, day(3.5), day(1)));
        return sync.addGap(key, day(0.75), day(0.5), "retention");
    });
    auto &line = f.column().strip();
    REQUIRE(waitFor([&] { return line.coverage() && line.coverage()->openGaps == 2; }));
    // Both ends of every stretch, as shares of the seven days.
    std::vector<std::tuple<double, double, bool>> wanted{{1 / 7.0, 3 / 7.0, true}, {3.5 / 7, 6 / 7.0, true}, {3 / 7.0, 3.5 / 7, false}, {6.25 / 7, 6.5 / 7, false}};
    REQUIRE(line.stretches().size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(line.stretches()[i].from == Approx(std::get<0>(wanted[i])).margin(0.001));
        CHECK(line.stretches()[i].to == Approx(std::get<1>(wanted[i])).margin(0.001));
        CHECK((line.stretches()[i].kind == ui::paint::Stretch::Kind::Seen) == std::get<2>(wanted[i]));
    }
    // And so it is drawn: green, red, and grey for what was never asked.
    const auto image = line.grab().toImage();
    const auto at = [&](double share) {
        const auto bar = line.barRect();
        return image.pixelColor(static_cast<int>((bar.left() + share * bar.width()) * image.devicePixelRatio()), bar.center().y());
    };
    const auto &colors = f.harness.window().theme().colors();
    CHECK(at(0.05) == colors.line);
    CHECK(at(0.28) == colors.covered);
    CHECK(at(0.46) == colors.neg);
    CHECK(at(0.70) == colors.covered);
    CHECK(at(0.91) == colors.neg);
    CHECK(at(0.97) == colors.line);
    CHECK(line.accessibleName().contains(ui::CoverageWords::sentence(*line.coverage())));
    CHECK(line.words().contains(QLatin1Char('2'))); // gaps
    // A gap that was read closes: the line follows.
    f.job([&](store::Sync &sync) { return sync.addSeen(key, day(4), day(3.5)); });
    REQUIRE(waitFor([&] { return line.coverage()->openGaps == 1; }));
    CHECK(line.coverage()->seenShare == Approx(5.0 / 7).margin(0.001));
}

TEST_CASE("Every gap is named with account, time and reason, by keyboard", "[coverage]")
{
    Ledger f(false);
    const auto account = f.addAccount("mastodon", "dubreuil@rive.test");
    const auto now = f.harness.bridge().now();
    const StreamKey key{account, "notifications"};
    f.job([&](store::Sync &sync) -> Result<void> {
        VIGIE_CHECK(sync.addSeen(key, now - std::chrono::hours(48), now - std::chrono::hours(30)));
        VIGIE_CHECK(sync.addGap(key, now - std::chrono::hours(30), now - std::chrono::hours(29), "server-cap", MissCause::RateLimit));
        return sync.addSeen(key, now - std::chrono::hours(29), now);
    });
    REQUIRE(waitFor([&] { return f.column().strip().coverage() && f.column().strip().coverage()->openGaps == 1; }));
    f.column().takeFocus();
    f.harness.press(QKeySequence(Qt::Key_G));
    REQUIRE(waitFor([&] { return f.dialog() != nullptr; }));
    auto *dialog = f.dialog();
    REQUIRE(dialog->report().gaps.size() == 2);
    const auto &gap = dialog->report().gaps[0];
    CHECK(gap.unseen.kind == Unseen::Kind::Gap);
    CHECK(gap.unseen.cause == MissCause::RateLimit);
    CHECK(gap.filling == app::Filling::Paused);
    CHECK(dialog->report().gaps[1].unseen.kind == Unseen::Kind::Never);
    const auto why = ui::CoverageWords::why(gap.unseen);
    REQUIRE(waitFor([&] { return visibleWords(dialog).contains(why); })); // the rows are shown a moment after they are made
    const auto words = visibleWords(dialog).join(QLatin1Char('\n'));
    CHECK(words.contains(QStringLiteral("dubreuil@rive.test")));
    CHECK(words.contains(ui::CoverageWords::refusal(app::Filling::Paused)));
    CHECK(words.contains(ui::CoverageWords::when(gap.unseen, f.harness.bridge().zone())));
    CHECK(dialog->fillButtons().empty()); // an account that is paused reads nothing
    CHECK_FALSE(dialog->fillAllButton().isEnabled());
    CHECK(withoutAccessibleName(dialog).isEmpty());
    f.harness.press(QKeySequence(Qt::Key_Escape));
    REQUIRE(waitFor([&] { return f.dialog() == nullptr; }));
}

TEST_CASE("A gap is filled from its row, with what was found told, and the bar closes", "[coverage]")
{
    Ledger f(true);
    // What the network would give, put aside as not read: a gap in the ledger of the practice account.
    std::vector<SyncCursor> cursors;
    REQUIRE(waitFor([&] {
        const auto read = f.harness.read<std::vector<SyncCursor>>([&](store::Tx &tx) -> Result<std::vector<SyncCursor>> {
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            return store::Sync(tx).cursors(accounts.front().id);
        });
        cursors = read.value_or(std::vector<SyncCursor>{});
        return std::any_of(cursors.begin(), cursors.end(), [](const SyncCursor &cursor) { return cursor.key.stream.rfind("tag:", 0) == 0 && cursor.lastOkAt; });
    }));
    const auto tag = std::find_if(cursors.begin(), cursors.end(), [](const SyncCursor &cursor) { return cursor.key.stream.rfind("tag:", 0) == 0 && cursor.lastOkAt; });
    const auto extent = f.harness.read<std::optional<std::pair<Instant, Instant>>>([&](store::Tx &tx) { return store::Sync(tx).extent(tag->key); });
    REQUIRE(extent);
    REQUIRE(*extent);
    const auto now = f.harness.bridge().now();
    const auto to = now - std::chrono::hours(24 * 400), from = to - std::chrono::hours(2); // further back than history is read by itself
    REQUIRE((*extent)->first > to);
    f.job([&](store::Sync &sync) { return sync.addGap(tag->key, from, to, "page-limit"); });
    const auto open = [&] {
        return f.harness.read<std::vector<SyncWindow>>([](store::Tx &tx) { return store::Sync(tx).openGaps(); }).value_or(std::vector<SyncWindow>{}).size();
    };
    REQUIRE(open() == 1);
    auto *made = new ui::CoverageDialog(f.harness.window().shell(), QStringLiteral("Tag"), {{}, from - std::chrono::hours(1), now}, &f.harness.window());
    made->open();
    REQUIRE(waitFor([&] { return f.dialog() != nullptr && !f.dialog()->fillButtons().empty(); }));
    auto *dialog = f.dialog();
    CHECK(dialog->report().gaps.front().filling == app::Filling::Possible);
    REQUIRE(dialog->fillAllButton().isEnabled());
    dialog->fillButtons().front()->setFocus();
    f.harness.press(QKeySequence(Qt::Key_Space));
    CHECK(dialog->filling());
    CHECK(dialog->cancelButton().isVisible());
    REQUIRE(waitFor([&] { return !dialog->filling() && open() == 0; }));
    REQUIRE(waitFor([&] {
        return std::none_of(dialog->report().gaps.begin(), dialog->report().gaps.end(), [](const app::CoverageGap &gap) { return gap.unseen.kind == Unseen::Kind::Gap; });
    }));
    CHECK_FALSE(dialog->cancelButton().isVisible());
    CHECK_FALSE(dialog->fillAllButton().isEnabled());
}

TEST_CASE("On every tile of the dashboard stands the coverage of its period, and opens", "[coverage]")
{
    Ledger f(true);
    auto *panel = f.harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return panel->settled(); }));
    const auto sentence = ui::CoverageWords::sentence(panel->reading()->coverage);
    QPushButton *coverage = nullptr;
    for (auto *card : panel->view().cards()) {
        if (card->tile().kind == TileKind::Figure) {
            CHECK(card->accessibleDescription().contains(sentence));
            continue;
        }
        const auto buttons = card->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *one) { return one->accessibleName().contains(sentence); });
        REQUIRE(found != buttons.end());
        coverage = *found;
    }
    REQUIRE(coverage != nullptr);
    f.harness.press(QKeySequence(Qt::Key_G));
    REQUIRE(waitFor([&] { return f.dialog() != nullptr; }));
    CHECK(f.dialog()->report().coverage.from == panel->reading()->coverage.from);
    f.harness.press(QKeySequence(Qt::Key_Escape));
    REQUIRE(waitFor([&] { return f.dialog() == nullptr; }));
    coverage->click();
    REQUIRE(waitFor([&] { return f.dialog() != nullptr; }));
}

TEST_CASE("Under what was searched and under trends stands the coverage, too, and opens", "[coverage]")
{
    Ledger f(false);
    const auto account = f.addAccount("mastodon", "dubreuil@rive.test");
    const auto now = f.harness.bridge().now();
    const StreamKey key{account, "notifications"};
    f.job([&](store::Sync &sync) -> Result<void> {
        VIGIE_CHECK(sync.addSeen(key, now - std::chrono::hours(24 * 5), now - std::chrono::hours(30)));
        VIGIE_CHECK(sync.addGap(key, now - std::chrono::hours(30), now - std::chrono::hours(29), "server-cap", MissCause::RateLimit));
        return sync.addSeen(key, now - std::chrono::hours(29), now);
    });
    f.column().takeFocus();
    f.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_T));
    auto &trends = f.feed()->trends();
    REQUIRE(waitFor([&] { return trends.isVisible() && trends.coverage().isVisible(); }));
    const auto &compared = trends.coverage().line().coverage();
    REQUIRE(compared);
    CHECK(compared->openGaps == 1);
    CHECK(compared->to - compared->from > std::chrono::hours(24 * 7)); // today and the same hours of the seven days before
    f.harness.window().search(QStringLiteral("atelier"));
    auto *results = dynamic_cast<ui::ResultsPanel *>(f.harness.window().panel(QStringLiteral("search")));
    REQUIRE(results != nullptr);
    auto *foot = results->findChild<ui::CoverageFoot *>();
    REQUIRE(foot != nullptr);
    REQUIRE(waitFor([&] { return foot->isVisible(); }));
    CHECK(foot->line().coverage()->openGaps == 1);
    CHECK(foot->line().coverage()->seenShare == Approx((5 * 24 - 1) / (7 * 24.0)).margin(0.001));
    foot->line().click();
    REQUIRE(waitFor([&] { return f.dialog() != nullptr; }));
    // The rows are shown a moment after they are made.
    CHECK(waitFor([&] { return visibleWords(f.dialog()).join(QLatin1Char('\n')).contains(QStringLiteral("dubreuil@rive.test")); }));
}
