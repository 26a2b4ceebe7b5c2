// SPDX-License-Identifier: GPL-3.0-or-later
// The palette: how names are ranked, what it finds, and that it runs what was chosen.
#include "gui/support/gui_harness.hpp"

#include "ui/command/ranking.hpp"
#include "ui/search/results_panel.hpp"

#include <QAbstractItemModelTester>
#include <QLineEdit>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::paletteRank;

TEST_CASE("Prefix before word start before letters in order", "[palette]")
{
    CHECK(paletteRank(QStringLiteral("mark"), QStringLiteral("Mark as done")) == 0);
    CHECK(paletteRank(QStringLiteral("done"), QStringLiteral("Mark as done")) == 1);
    CHECK(paletteRank(QStringLiteral("ma do"), QStringLiteral("Mark as done")) == 1);
    CHECK(paletteRank(QStringLiteral("ark"), QStringLiteral("Mark as done")) == 2);
    CHECK(paletteRank(QStringLiteral("mdn"), QStringLiteral("Mark as done")) == 3);
    CHECK_FALSE(paletteRank(QStringLiteral("zz"), QStringLiteral("Mark as done")));
    CHECK(paletteRank(QString::fromUtf8("reglages"), QString::fromUtf8("R\xC3\xA9glages")) == 0);
    CHECK(paletteRank(QString::fromUtf8("r\xC3\xA9" "g"), QStringLiteral("Reglages")) == 0);
}

TEST_CASE("The palette finds a command by its words and runs it", "[palette][window]")
{
    Harness harness;
    auto &window = harness.window();
    const bool dark = window.theme().isDark();
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_K));
    REQUIRE(window.palette().isVisible());
    REQUIRE(window.palette().field()->hasFocus());
    window.palette().field()->setText(window.commands().find(QStringLiteral("window.openPractice"))->text());
    window.palette().field()->setText(window.commands().find(QStringLiteral("window.theme"))->text());
    REQUIRE(window.palette().model().rowCount() > 0);
    CHECK(window.palette().model().entry(0)->id == QStringLiteral("window.theme"));
    harness.press(QKeySequence(Qt::Key_Return));
    CHECK_FALSE(window.palette().isVisible());
    CHECK(waitFor([&] { return window.theme().isDark() != dark; }));
    // What was used is offered first.
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_K));
    CHECK(window.palette().model().entry(0)->id == QStringLiteral("window.theme"));
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK_FALSE(window.palette().isVisible());
}

TEST_CASE("Words that are no command are searched for in the mentions", "[palette][search]")
{
    Harness harness;
    auto &window = harness.window();
    const auto any = [&] {
        const auto rows = harness.read<std::vector<ItemId>>([](store::Tx &tx) {
            return store::Items(tx).search(*text::parseQuery("dubreuil"), {});
        });
        return rows && !rows->empty();
    };
    REQUIRE(waitFor(any, 60000));
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_K));
    window.palette().field()->setText(QStringLiteral("dubreuil AND NOT zzzz"));
    CHECK(window.palette().model().entry(0)->kind == ui::PaletteEntry::Kind::Search);
    harness.press(QKeySequence(Qt::Key_Return));
    auto *results = dynamic_cast<ui::ResultsPanel *>(window.panel(QStringLiteral("search")));
    REQUIRE(results != nullptr);
    const QAbstractItemModelTester tester(results->found(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(waitFor([&] { return window.currentPanel() == results && results->found()->rowCount() > 1; }));
    // The head of the mentions, then the first of them.
    CHECK_FALSE(results->found()->at(0)->thing);
    REQUIRE(results->found()->at(1)->thing);
    CHECK_FALSE(results->found()->at(1)->text.isEmpty());
    CHECK_FALSE(results->found()->at(1)->marks.empty());
    // A query that does not parse says so in place and keeps what was found.
    results->search(QStringLiteral("(dubreuil"));
    CHECK(results->found()->rowCount() > 0);
    bool told = false;
    for (const auto &words : visibleWords(results))
        told = told || words.contains(QStringLiteral("parenth"));
    CHECK(told);
    results->search(QStringLiteral("zzzzqqqq"));
    CHECK(waitFor([&] { return results->ready() && results->found()->rowCount() == 0; }));
}
