// SPDX-License-Identifier: GPL-3.0-or-later
// About us or not, by keyboard: what is marked leaves the column and comes back, what was learned is explained, and all of it
// can be forgotten.
#include "gui/support/gui_harness.hpp"
#include "gui/support/people.hpp"
#include "support/homonym.hpp"

#include "ui/feed/reading_pane.hpp"
#include "ui/feed/relevance_dialog.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/store/tickets.hpp>

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

namespace {

/// A column "Orange" that finds an operator and a fruit.
struct Orange {
    Harness harness;
    ui::FeedPanel *feed = nullptr;
    QueryId query;
    std::vector<ItemId> operators, fruits;

    Orange()
    {
        waitForPeople(harness);
        feed = harness.show<ui::FeedPanel>(QStringLiteral("feed"));
        query = must(harness.write<QueryId>([](store::Tx &tx) {
            SavedQuery saved;
            saved.name = "Orange";
            saved.source = "orange";
            return store::Queries(tx).save(saved);
        }));
        const auto now = harness.bridge().now();
        const auto put = [&](const auto &texts, const std::string &prefix, int offset) {
            return must(harness.write<std::vector<ItemId>>([&](store::Tx &tx) -> Result<std::vector<ItemId>> {
                std::vector<store::AnalysedItem> batch;
                for (std::size_t i = 0; i < texts.size(); ++i)
                    batch.push_back(test::analysed(test::saidOf(texts[i], prefix + std::to_string(i), now - std::chrono::minutes{2 * static_cast<int>(i) + offset})));
                VIGIE_TRY(const auto stored, store::Items(tx).store(batch));
                std::vector<ItemId> ids;
                for (const auto &one : stored)
                    ids.push_back(one.id);
                return ids;
            }));
        };
        operators = put(test::kOperator, "o", 30);
        fruits = put(test::kFruit, "f", 31);
        REQUIRE(waitFor([&] { return column() != nullptr && column()->model().rowCount() == 44; }));
        column()->takeFocus();
        REQUIRE(waitFor([&] { return feed->active() == column() && column()->current() && reads(column()->current()); }));
    }
    template <class T>
    static T must(Result<T> result)
    {
        REQUIRE(result);
        return std::move(*result);
    }
    [[nodiscard]] ui::Column *column() const
    {
        for (auto *one : feed->columns())
            if (one->id() == query)
                return one;
        return nullptr;
    }
    /// The reading pane has it, not only asked for it.
    [[nodiscard]] bool reads(ItemId id) const
    {
        const auto *reading = feed->pane().reading();
        return feed->pane().item() == id && reading != nullptr && reading->card->row.item.id == id;
    }
    [[nodiscard]] int rows() const { return column()->model().rowCount(); }
    void learn()
    {
        must(harness.write<int>([&](store::Tx &tx) -> Result<int> {
            for (std::size_t i = 0; i < test::kToLearn; ++i) {
                VIGIE_CHECK(store::Relevance(tx).mark(query, operators[i], true, "Ada"));
                VIGIE_CHECK(store::Relevance(tx).mark(query, fruits[i], false, "Ada"));
            }
            return 0;
        }));
    }
    store::RelevanceState state()
    {
        return must(harness.read<store::RelevanceState>([&](store::Tx &tx) { return store::Relevance(tx).state(query); }));
    }
    std::vector<ItemId> aside()
    {
        store::SearchPage page;
        page.limit = 100;
        return must(harness.read<std::vector<ItemId>>([&](store::Tx &tx) { return store::Relevance(tx).aside(query, page); }));
    }
};

} // namespace

TEST_CASE("one key puts a mention aside, says so in the head of the column, and another takes it back to its place", "[relevance]")
{
    Orange orange;
    auto *column = orange.column();
    const auto first = column->current();
    CHECK_FALSE(column->asideButton().isVisible());
    orange.harness.press(QKeySequence(Qt::Key_X));
    REQUIRE(waitFor([&] { return orange.rows() == 43; }));
    CHECK(column->model().rowOf(first) < 0);
    CHECK(waitFor([&] { return column->asideButton().isVisible() && column->asideButton().text().contains(QLatin1Char('1')); }));
    CHECK_FALSE(column->asideButton().accessibleName().isEmpty());
    CHECK(waitFor([&] { return column->current() && column->current() != first; })); // the next one is under the focus

    orange.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_B));
    REQUIRE(waitFor([&] { return column->model().aside() && orange.rows() == 1 && column->model().idAt(0) == first; }));
    REQUIRE(waitFor([&] { return orange.reads(first) && orange.feed->pane().reading()->relevance; }));
    CHECK(orange.feed->pane().reading()->relevance->aside);
    orange.harness.press(QKeySequence(Qt::Key_B)); // about us after all
    CHECK(waitFor([&] { return orange.rows() == 0; }));
    orange.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_B));
    REQUIRE(waitFor([&] { return !column->model().aside() && orange.rows() == 44; }));
    CHECK(waitFor([&] { return !column->asideButton().isVisible(); }));

    column->focusItem(first);
    REQUIRE(waitFor([&] { return orange.reads(first); }));
    const int row = column->model().rowOf(first);
    orange.harness.press(QKeySequence(Qt::Key_X));
    REQUIRE(waitFor([&] { return orange.rows() == 43; }));
    orange.harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return orange.rows() == 44 && column->model().rowOf(first) == row; })); // not among what is new
    CHECK(column->model().pendingCount() == 0);
}

TEST_CASE("what a column learned is applied behind, explained word by word, measured, and forgotten on request", "[relevance]")
{
    Orange orange;
    auto *column = orange.column();
    orange.learn();
    REQUIRE(waitFor([&] { return orange.state().judged == 1 && orange.state().aside > static_cast<int>(test::kToLearn); }));
    const auto aside = orange.aside();
    CHECK(waitFor([&] { return orange.rows() == 44 - static_cast<int>(aside.size()); }));
    const auto byFilter = std::find_if(aside.begin(), aside.end(), [&](ItemId id) {
        return std::find(orange.fruits.begin() + test::kToLearn, orange.fruits.end(), id) != orange.fruits.end();
    });
    REQUIRE(byFilter != aside.end());

    orange.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_B));
    REQUIRE(waitFor([&] { return column->model().aside() && orange.rows() == static_cast<int>(aside.size()); }));
    column->focusItem(*byFilter);
    REQUIRE(waitFor([&] { return orange.reads(*byFilter) && orange.feed->pane().reading()->relevance; }));
    const auto &reasons = orange.feed->pane().reading()->relevance->verdict.reasons;
    REQUIRE_FALSE(reasons.empty());
    const auto words = visibleWords(&orange.feed->pane()).join(QLatin1Char('\n'));
    CHECK(words.contains(QString::fromStdString(reasons.front().name)));
    CHECK(words.contains(QLatin1String("90")));

    orange.harness.press(QKeySequence(Qt::Key_F));
    QPointer<ui::RelevanceDialog> dialog;
    REQUIRE(waitFor([&] { return (dialog = orange.feed->findChild<ui::RelevanceDialog *>()) != nullptr && dialog->isVisible(); }));
    CHECK(waitFor([&] { return visibleWords(dialog).join(QLatin1Char('\n')).contains(QLatin1String("16")); }));
    CHECK(visibleWords(dialog).join(QLatin1Char('\n')).contains(QLatin1String("50"))); // not measured below fifty marks
    CHECK(withoutAccessibleName(dialog).join(QLatin1Char('|')).toStdString() == std::string());
    dialog->findChild<QSpinBox *>()->setValue(99);
    CHECK(waitFor([&] { return orange.state().threshold > 0.98 && orange.state().judged == 1; }));
    dialog->findChild<QCheckBox *>()->setChecked(false);
    CHECK(waitFor([&] { return !orange.state().on && orange.state().aside == static_cast<int>(test::kToLearn); }));
    orange.must(orange.harness.write<store::ChangeSet>([](store::Tx &tx) { return store::Tickets(tx).undoLast(); }));
    CHECK(waitFor([&] { return orange.state().on && orange.state().threshold > 0.98 && orange.state().judged == 1; }));
    CHECK(waitFor([&] { return dialog->findChild<QCheckBox *>()->isChecked(); })); // the dialog follows
    for (auto *button : dialog->findChildren<QPushButton *>())
        if (!button->isDefault())
            button->click();
    CHECK(waitFor([&] { return orange.aside().empty() && orange.state().other == 0; }));
    CHECK(waitFor([&] { return orange.rows() == 0; })); // still the list of what is aside
    REQUIRE(waitFor([&] { return dialog.isNull(); }));
    orange.harness.window().activateWindow();
    REQUIRE(waitFor([&] { return orange.harness.window().isActiveWindow(); }));
    column->takeFocus();
    orange.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_B));
    CHECK(waitFor([&] { return !column->model().aside() && orange.rows() == 44; }));
}
