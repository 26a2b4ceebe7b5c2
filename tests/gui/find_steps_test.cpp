// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that cannot be answered at once: the window says how far they came and goes on by itself, stops when asked, and stands
// still for nothing that anybody may type.
#include "gui/support/gui_harness.hpp"

#include "ui/query/query_edit.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/search/results_panel.hpp"

#include <vigie/store/items.hpp>

#include <QPushButton>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using store::FindScope;

namespace {

constexpr int kItems = 24'000;
/// Of the processor, by the window's own thread, in one event. Asleep it is also where the machine reads from its disk, which is only said;
/// that no part of the window ever waits for the store is kept by lint.ui_bans.
constexpr double kFrozenMs = 500;
/// The end of a word: every text has to be read for it.
constexpr const char *kSlow = "*ncore";

/// Many mentions of many words, the oldest of which alone says "encore".
struct Long {
    Long() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        std::string text;
        for (int i = 0; i < 8; ++i)
            text += "la marée du port de la baie monte ce soir, ";
        for (int from = 0; from < kItems; from += 3000)
            REQUIRE(harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) {
                std::vector<store::AnalysedItem> batch;
                for (int i = from; i < from + 3000; ++i)
                    batch.push_back(mention(i, i == 0 ? text + "encore la marée" : text));
                return store::Items(tx).store(batch);
            }));
    }
    static store::AnalysedItem mention(int number, const std::string &text)
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = std::to_string(number);
        item.author.nativeId = "claire";
        item.author.handle = "claire@rive.test";
        item.author.name = "Claire Lemoine";
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = fromMicros((1'700'000'000 + static_cast<std::int64_t>(number) * 600) * 1'000'000);
        return store::AnalysedItem(std::move(item));
    }
    ui::ResultsPanel *panel() { return dynamic_cast<ui::ResultsPanel *>(harness.window().panel(QStringLiteral("search"))); }
    QPushButton *stop() { return panel()->findChild<QPushButton *>(QStringLiteral("searchStop")); }
    bool says(const QWidget *where, const QString &words) { return !visibleWords(where).filter(words).isEmpty(); }
    /// Something short that any reader of the store can answer, once one is free.
    bool storeAnswers()
    {
        bool answered = false;
        QObject asker;
        harness.bridge().read<int>(
            &asker, [](store::Tx &) -> Result<int> { return 1; }, [&](const Result<int> &one) { answered = one.has_value(); });
        return waitFor([&] { return answered; }, 60'000);
    }

    Harness harness;
};

QStringList nobodyShouldType()
{
    QString terms = QStringLiteral("mot0");
    for (int i = 1; i < 500; ++i)
        terms += QStringLiteral(" OR mot%1").arg(i);
    QString parts = QStringLiteral("port*");
    while (parts.size() < 9'900)
        parts += QStringLiteral(" OR *%1e*").arg(parts.size());
    return {terms,
            parts,
            QString(10'000, QLatin1Char('x')),
            QStringLiteral("*"),
            QStringLiteral("*a* *e* *i* NOT zz*"),
            QStringLiteral("m* p* l* d* NOT zz"),
            QStringLiteral("raw:\"Mar\u00e9e\" NEAR/90 *zz*"),
            QStringLiteral("\"never closed ").repeated(600),
            QString(10'000, QLatin1Char('(')),
            QStringLiteral("a))) OR (((b"),
            QString::fromUtf8("\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202e\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467"),
            QString::fromUtf8("\U0001F600 OR \u202e*\u0645*"),
            QString::fromUtf8(kSlow)};
}

void checkNeverFrozen()
{
    const auto stall = worstStall();
    WARN("longest event: " << stall.processorMs << " ms of processor in " << stall.whose << ", " << stall.asleepMs << " ms asleep");
    CHECK(stall.processorMs < kFrozenMs);
}

} // namespace

TEST_CASE("A search that takes long says how far back it looked, and finds the oldest", "[find]")
{
    Long house;
    auto &window = house.harness.window();
    int strides = 0;
    QObject::connect(house.panel()->found(), &ui::FindModel::arrived, house.panel(), [&] {
        if (!house.panel()->found()->goesOn() || house.panel()->found()->rowCount() != 0)
            return;
        ++strides;
        CHECK(house.panel()->found()->lookedBackTo());
        CHECK(house.stop()->isVisible());
        CHECK(withoutAccessibleName(house.panel()).isEmpty());
    });
    resetStall();
    window.search(QString::fromUtf8(kSlow));
    REQUIRE(waitFor([&] { return house.panel()->found()->rowCount() > 0 && !house.panel()->found()->goesOn(); }, 120'000));
    CHECK(strides > 0);
    REQUIRE(house.panel()->found()->rowCount() == 2); // the head of its group, and the one
    CHECK_FALSE(house.panel()->found()->at(0)->thing);
    CHECK(house.panel()->found()->at(1)->scope == FindScope::Items);
    CHECK_FALSE(house.panel()->found()->lookedBackTo());
    CHECK(waitFor([&] { return house.stop()->isHidden() && house.panel()->chip(1)->text().endsWith(QStringLiteral(" 1")); }));
    // As a list of mentions alone, too.
    house.harness.press(QKeySequence(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_2)));
    REQUIRE(waitFor([&] { return house.panel()->found()->rowCount() == 1 && house.panel()->found()->at(0)->thing && !house.panel()->found()->goesOn(); }, 120'000));
    checkNeverFrozen();
}

TEST_CASE("A search that takes long stops when the person says so, and says so", "[find]")
{
    Long house;
    QStringList before;
    QObject::connect(house.panel()->found(), &ui::FindModel::arrived, house.panel(), [&] { // as soon as there is something to stop
        if (!house.stop()->isVisible())
            return;
        before = visibleWords(house.panel());
        house.stop()->setFocus();
        house.harness.press(QKeySequence(Qt::Key_Space));
    });
    house.harness.window().search(QString::fromUtf8(kSlow));
    REQUIRE(waitFor([&] { return !before.isEmpty() && !house.panel()->found()->goesOn(); }, 60'000));
    CHECK(house.stop()->isHidden());
    CHECK(house.panel()->found()->lookedBackTo());
    CHECK(visibleWords(house.panel()) != before);
    CHECK(house.storeAnswers());
    CHECK(house.panel()->found()->rowCount() == 0);
}

TEST_CASE("Whatever is searched for, the window goes on and the next search is answered", "[find]")
{
    Long house;
    resetStall();
    for (const auto &text : nobodyShouldType()) {
        INFO(text.left(60).toStdString());
        house.harness.window().search(text);
        CHECK(house.storeAnswers());
        house.panel()->found()->stop();
        CHECK(house.storeAnswers());
    }
    house.harness.window().search(QStringLiteral("baie"));
    CHECK(waitFor([&] { return house.panel()->ready() && house.panel()->found()->rowCount() == 6 && !house.panel()->found()->goesOn(); }, 60'000));
    checkNeverFrozen();
}

TEST_CASE("Whatever is typed into the editor, others are answered in between, and it counts to the end", "[query]")
{
    Long house;
    ui::QueryEditor editor(house.harness.window().shell());
    editor.resize(600, 900);
    editor.show();
    resetStall();
    for (const auto &text : nobodyShouldType()) {
        INFO(text.left(60).toStdString());
        editor.field().setPlainText(text);
        REQUIRE(waitFor([&] { return editor.isSettled(); }, 60'000));
        CHECK(house.storeAnswers());
    }
    CHECK(waitFor([&] { return house.says(&editor, QStringLiteral("1 mention")); }, 120'000)); // the last one
    checkNeverFrozen();
}
