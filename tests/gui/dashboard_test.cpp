// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard: what a figure says is what its rows are; pickers, changes, keys, exports, and what is shown when there is
// nothing or when it fails.
#include "gui/support/gui_harness.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/indicator_text.hpp"
#include "ui/dashboard/tile.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <QComboBox>
#include <QFile>
#include <QTableWidget>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace vigie;
using namespace vigie::gui;
using ui::DashboardPanel;

namespace {

struct Fixture {
    Harness harness;
    DashboardPanel *panel = nullptr;
    std::vector<ui::Shell::RowSource> opened;

    Fixture()
    {
        // What was said in the last month is here before anything is looked at, and nothing more arrives meanwhile.
        REQUIRE(waitFor([&] {
            const auto status = harness.bridge().workspace()->statusNow();
            return status && status->accounts.size() >= 2
                   && std::all_of(status->accounts.begin(), status->accounts.end(), [](const auto &line) { return line.seenUpTo && !line.syncing; });
        }, 60000));
        const auto accounts = harness.read<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
        REQUIRE(accounts.has_value());
        for (const auto &account : *accounts)
            REQUIRE(harness.write<int>([id = account.id](store::Tx &tx) -> Result<int> {
                               VIGIE_CHECK(store::Accounts(tx).setState(id, AccountState::Paused));
                               return 1;
                           }).has_value());
        panel = harness.show<DashboardPanel>(QStringLiteral("dashboard"));
        REQUIRE(panel != nullptr);
        QObject::connect(&panel->shell(), &ui::Shell::openRows, panel,
                         [this](const QString &, const ui::Shell::RowSource &source) { opened.push_back(source); });
        settle();
    }
    /// For whoever reads that the figures did not come.
    std::string stateOfThings()
    {
        const auto stored = harness.read<int>([](store::Tx &tx) { return store::Items(tx).count(*text::parseQuery(""), 100'000); });
        const auto unfinished = harness.read<std::vector<QueryId>>([](store::Tx &tx) { return store::Queries(tx).unfinished(); });
        const auto status = harness.bridge().workspace()->statusNow();
        std::string text = std::to_string(stored.value_or(-1)) + " items, " + std::to_string(unfinished ? unfinished->size() : 99) + " queries unfinished, brand "
                           + std::to_string(panel->brandBox()->currentData().toLongLong()) + " of " + std::to_string(panel->brandBox()->count())
                           + (panel->reading() ? ", mentions " + std::to_string(value("mentions")) : std::string(", no reading")) + "\n";
        if (status)
            for (const auto &line : status->accounts)
                text += line.account.handle + " " + toString(line.account.state) + (line.syncing ? " syncing" : "")
                        + (line.account.lastError ? " " + line.account.lastError->detail : std::string()) + "\n";
        return text + visibleWords(panel).join(QStringLiteral(" | ")).toStdString();
    }
    /// Until nothing is read from the network any more and the page shows what is stored.
    void settle()
    {
        const bool there = waitFor([&] { return panel->reading().has_value() && value("mentions") > 0; }, 60000);
        UNSCOPED_INFO(stateOfThings());
        REQUIRE(there);
        REQUIRE(waitFor([&] {
            const auto status = harness.bridge().workspace()->statusNow();
            return status && std::none_of(status->accounts.begin(), status->accounts.end(), [](const auto &line) { return line.syncing; });
        }));
        REQUIRE(waitFor([&] {
            const auto stored = harness.read<ui::DashboardReading>([filter = panel->reading()->filter](store::Tx &tx) { return ui::readDashboard(tx, filter); });
            const bool same = stored && stored->indicators.front().value == panel->reading()->indicators.front().value;
            if (!same)
                harness.window().commands().run(QStringLiteral("dashboard.refresh"));
            return same;
        }));
    }
    const insight::Indicator &indicator(const std::string &key)
    {
        for (const auto &one : panel->reading()->indicators)
            if (one.key == key)
                return one;
        FAIL("no figure " << key);
        return panel->reading()->indicators.front();
    }
    double value(const std::string &key) { return indicator(key).value.value_or(-1); }
    ui::Tile *tile(const std::string &key)
    {
        for (auto *one : panel->tiles())
            if (one->indicator().key == key)
                return one;
        return nullptr;
    }
    /// Every row, page by page, as the list does it.
    std::set<std::int64_t> rows(const ui::Shell::RowSource &source)
    {
        std::set<std::int64_t> all;
        store::SearchPage page;
        page.limit = 50;
        for (;;) {
            const auto ids = harness.read<std::vector<ItemId>>([&](store::Tx &tx) { return source(tx, page); });
            REQUIRE(ids.has_value());
            if (ids->empty())
                return all;
            for (const auto id : *ids)
                CHECK(all.insert(id.value).second); // no row twice
            page.before = ids->back();
        }
    }
};

} // namespace

TEST_CASE("The rows behind each figure are as many as it says", "[dashboard]")
{
    Fixture f;
    for (const std::string key : {"mentions", "net_sentiment", "engagement_rate", "response_median", "response_p90", "share_of_voice"}) {
        INFO(key);
        f.opened.clear();
        auto *tile = f.tile(key);
        REQUIRE(tile != nullptr);
        const auto said = [&]() -> std::int64_t {
            const auto figure = tile->indicator();
            if (key == "response_median" || key == "response_p90")
                return figure.n + figure.open;
            return key == "share_of_voice" ? f.panel->reading()->panel.front().mentions // those of the brand, out of the whole panel
                                           : figure.n;
        };
        tile->click();
        REQUIRE(f.opened.size() == 1);
        CHECK(said() > 0);
        // What a stream still brought is in the rows at once, and on the page with its next reading.
        CHECK(waitFor([&] { return said() == static_cast<std::int64_t>(f.rows(f.opened.front()).size()); }));
        if (key == "mentions")
            CHECK(static_cast<double>(said()) == tile->indicator().value.value_or(-1));
    }
}

TEST_CASE("A figure opens its rows by Enter and by Space as well", "[dashboard]")
{
    Fixture f;
    f.panel->activated();
    auto *tile = f.panel->tiles().front();
    REQUIRE(tile->hasFocus());
    QTest::keyClick(tile, Qt::Key_Return);
    CHECK(f.opened.size() == 1);
    QTest::keyClick(tile, Qt::Key_Space);
    CHECK(f.opened.size() == 2);
}

TEST_CASE("Each figure tells its change, its coverage and what it stands on", "[dashboard]")
{
    Fixture f;
    REQUIRE(f.panel->tiles().size() == 6);
    for (auto *tile : f.panel->tiles()) {
        INFO(tile->indicator().key);
        CHECK_FALSE(ui::IndicatorText::change(tile->indicator()).isEmpty());
        CHECK_FALSE(ui::IndicatorText::basis(tile->indicator()).isEmpty());
        CHECK(tile->accessibleDescription().contains(ui::CoverageWords::sentence(f.panel->reading()->coverage)));
        CHECK(tile->accessibleDescription().contains(ui::IndicatorText::change(tile->indicator())));
    }
    for (auto *table : {f.panel->shareTable(), f.panel->membersTable()}) {
        REQUIRE(table->rowCount() > 0);
        for (int row = 0; row < table->rowCount(); ++row)
            for (int column = 0; column < table->columnCount(); ++column)
                CHECK_FALSE(table->item(row, column)->text().isEmpty());
    }
}

TEST_CASE("The member who speaks most opens as many mentions of the period as the list says", "[dashboard]")
{
    Fixture f;
    const auto member = f.panel->reading()->members.front();
    REQUIRE(member.mentions > 0);
    Q_EMIT f.panel->membersTable()->cellActivated(0, 0);
    REQUIRE(f.opened.size() == 1);
    CHECK(static_cast<std::int64_t>(f.rows(f.opened.front()).size()) == member.mentions);
}

TEST_CASE("Period, brand and network change the figures", "[dashboard]")
{
    Fixture f;
    const double month = f.value("mentions");
    f.harness.press(QKeySequence(Qt::Key_7));
    REQUIRE(waitFor([&] { return f.panel->reading()->filter.period.length() == 7; }));
    const double week = f.value("mentions");
    CHECK(week < month);
    double days = 0;
    for (const auto &day : f.panel->reading()->days)
        days += static_cast<double>(day.total());
    CHECK(days == week);
    f.harness.press(QKeySequence(Qt::Key_3));
    REQUIRE(waitFor([&] { return f.panel->reading()->filter.period.length() == 30 && f.value("mentions") == month; }));
    const int rival = f.panel->brandBox()->findText(QStringLiteral("Verger"));
    REQUIRE(rival > 0);
    f.panel->brandBox()->setCurrentIndex(rival);
    REQUIRE(waitFor([&] { return f.panel->reading()->brandName == "Verger"; }));
    CHECK(f.value("mentions") < month);
    CHECK(f.panel->networkBox()->count() == 2);
    f.panel->networkBox()->setCurrentIndex(1);
    REQUIRE(waitFor([&] { return !f.panel->reading()->filter.networks.empty(); }));
    CHECK(f.value("mentions") > 0); // there is but one network
}

TEST_CASE("A period without a word says so and offers a longer one", "[dashboard]")
{
    Fixture f;
    for (int i = 0; i < 3; ++i)
        f.harness.press(QKeySequence(Qt::Key_P)); // three months back nobody had written
    REQUIRE(waitFor([&] { return f.panel->isEmpty(); }));
    CHECK(visibleWords(f.panel).filter(f.panel->tr("Nothing was said in this period")).size() >= 1);
}

TEST_CASE("The figures are written as CSV and the page as PDF", "[dashboard]")
{
    Fixture f;
    const auto csv = f.harness.folder() + QStringLiteral("/figures.csv"), pdf = f.harness.folder() + QStringLiteral("/page.pdf");
    REQUIRE(f.panel->exportFigures(csv));
    QFile figures(csv);
    REQUIRE(figures.open(QIODevice::ReadOnly));
    const auto text = figures.readAll();
    CHECK(text.contains("mentions," + QByteArray::number(static_cast<qlonglong>(f.value("mentions")))));
    CHECK(text.count('\n') >= 7);
    REQUIRE(f.panel->exportReport(pdf));
    QFile page(pdf);
    REQUIRE(page.open(QIODevice::ReadOnly));
    CHECK(page.readAll().startsWith("%PDF-"));
    CHECK(page.size() > 10'000);
    CHECK_FALSE(f.panel->exportFigures(QStringLiteral("/nowhere/at/all.csv")));
    CHECK_FALSE(f.panel->exportReport(QStringLiteral("/nowhere/at/all.pdf")));
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES")) {
        QFile::remove(qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/page.pdf"));
        QFile::copy(pdf, qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/page.pdf"));
    }
}
