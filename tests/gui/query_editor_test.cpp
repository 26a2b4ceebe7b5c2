// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of queries, driven by keys alone: colours, completions, mistakes and their mending, near misses, examples, what
// a change does to history, queries of other tools, and input nobody should type.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/query/completion_list.hpp"
#include "ui/query/query_changes.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/query/query_examples_box.hpp"

#include <vigie/store/query_examples.hpp>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>

#include <catch2/catch.hpp>

#include <future>
#include <memory>

using namespace vigie;
using namespace vigie::gui;

namespace {

/// A feed with one column "Brand" over "velora", open in the editor, the query in hand.
struct Editing {
    Editing() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        const auto made = harness.write<QueryId>([](store::Tx &tx) -> Result<QueryId> {
            VIGIE_TRY(const auto all, store::Queries(tx).all());
            for (const auto &first : all)
                VIGIE_CHECK(store::Queries(tx).remove(first.id));
            std::vector<store::AnalysedItem> said;
            for (const char *text : {"La velora est belle", "velora en solde", "velora en retard", "service en retard", "Rien du tout"})
                said.push_back(mention(text, said.size()));
            VIGIE_TRY(const auto stored, store::Items(tx).store(said));
            SavedQuery query;
            query.name = "Brand";
            query.source = "velora";
            VIGIE_TRY(const auto id, store::Queries(tx).save(query));
            VIGIE_TRY(const auto step, store::Queries(tx).rematch(id, 1000));
            return stored.size() == 5 && step.done ? Result<QueryId>(id) : fail(Errc::Internal);
        });
        REQUIRE(made);
        brand = *made;
        harness.window().showPanel(QStringLiteral("feed"));
        REQUIRE(waitFor([&] { return panel()->columns().size() == 1 && column()->model().query().name == "Brand" && panel()->ready() && column()->model().rowCount() == 3; }));
        column()->view().setFocus();
        open();
    }
    static store::AnalysedItem mention(const char *text, std::size_t n)
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = std::to_string(n);
        item.author.nativeId = "claire";
        item.author.handle = "claire@rive.test";
        item.author.name = "Claire Lemoine";
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = fromMicros((1'795'000'000 + static_cast<std::int64_t>(n) * 60) * 1'000'000);
        return store::AnalysedItem(std::move(item));
    }
    void open()
    {
        press(Qt::Key_E);
        REQUIRE(waitFor([&] { return panel()->isEditing() && query().isSettled(); }));
        press(Qt::Key_Tab);
        REQUIRE(waitFor([&] { return field().hasFocus(); }));
    }
    void press(int key) { harness.press(QKeySequence(key)); }
    /// The whole text anew, as if typed.
    void write(const QString &text)
    {
        harness.press(QKeySequence::SelectAll);
        press(Qt::Key_Delete);
        harness.type(text);
        settle();
    }
    void settle() { REQUIRE(waitFor([&] { return query().isSettled(); })); }
    ui::FeedPanel *panel() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::Column *column() { return panel()->columns().front(); }
    ui::QueryEditor &query() { return panel()->editor().query(); }
    ui::QueryEdit &field() { return query().field(); }
    QString text() { return field().toPlainText(); }
    bool says(const char *words) { return !visibleWords(&panel()->editor()).filter(QString::fromUtf8(words)).isEmpty(); }
    SavedQuery kept()
    {
        return *harness.read<SavedQuery>([id = brand](store::Tx &tx) { return store::Queries(tx).get(id); });
    }
    /// Tab after Tab, until what is asked for has the focus.
    bool tabTo(const std::function<bool(const QWidget *)> &wanted)
    {
        for (int i = 0; i < 60; ++i) {
            if (QApplication::focusWidget() != nullptr && wanted(QApplication::focusWidget()))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    Harness harness;
    QueryId brand;
};

QColor colourAt(const ui::QueryEdit &field, int position)
{
    for (const auto &range : field.document()->firstBlock().layout()->formats())
        if (range.start <= position && position < range.start + range.length)
            return range.format.foreground().color();
    return {};
}

} // namespace

TEST_CASE("A query is coloured and completed by keys, and Escape closes the list before the editor", "[query]")
{
    Editing at;
    const auto &colors = ui::Theme::of(&at.field()).colors();
    at.write(QStringLiteral("velora AND la"));
    auto &list = at.field().completions();
    REQUIRE(waitFor([&] { return list.isVisible(); }));
    CHECK(list.currentItem()->text() == QStringLiteral("lang:"));
    CHECK(at.field().accessibleDescription().contains(QStringLiteral("lang:")));
    CHECK(at.field().hasFocus());
    at.press(Qt::Key_Tab);
    CHECK(at.text() == QStringLiteral("velora AND lang:"));
    REQUIRE(waitFor([&] { return list.isVisible() && list.count() > 2; }));
    at.press(Qt::Key_Down);
    at.press(Qt::Key_Return);
    CHECK(at.text() == QStringLiteral("velora AND lang:en"));
    CHECK(list.isHidden());
    at.settle();
    CHECK(at.query().isValid());
    CHECK(colourAt(at.field(), 0) == colors.fg);
    CHECK(colourAt(at.field(), 8) == colors.accent);
    CHECK(colourAt(at.field(), 17) == colors.pos);
    at.harness.type(QStringLiteral(" n"));
    REQUIRE(waitFor([&] { return list.isVisible(); }));
    at.press(Qt::Key_Escape);
    CHECK(list.isHidden());
    CHECK(at.panel()->isEditing());
    at.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Space));
    REQUIRE(waitFor([&] { return list.isVisible(); }));
    at.press(Qt::Key_Escape);
    at.press(Qt::Key_Escape);
    CHECK_FALSE(at.panel()->isEditing());
    CHECK(at.kept().source == "velora");
}

TEST_CASE("A mistake is told with its place, and one key mends it", "[query]")
{
    Editing at;
    at.write(QStringLiteral("velora (solde lnag:fr"));
    CHECK_FALSE(at.query().isValid());
    CHECK(at.field().extraSelections().size() == 1);
    const auto wrong = at.text();
    for (int i = 0; i < 3 && !at.query().isValid(); ++i) {
        at.harness.press(QKeySequence(Qt::ALT | Qt::Key_Return));
        at.settle();
    }
    CHECK(at.query().isValid());
    CHECK(at.text() == QStringLiteral("velora (solde lang:fr)"));
    CHECK(at.field().extraSelections().isEmpty());
    at.harness.press(QKeySequence::Undo); // mending is typing: the field takes it back
    at.settle();
    CHECK_FALSE(at.query().isValid());
}

TEST_CASE("The sentence, the count, mentions found and near misses follow what is typed", "[query]")
{
    Editing at;
    at.write(QStringLiteral("velora retard NOT solde"));
    REQUIRE(waitFor([&] { return at.says("velora en retard"); }));
    CHECK(waitFor([&] { return at.says("1 mention"); }));
    CHECK(at.says("velora en solde") == false); // two parts keep it out
    REQUIRE(waitFor([&] { return at.says("service en retard"); }));
    CHECK(at.says(": velora"));                 // what it lacks
    CHECK(at.says("La velora est belle"));
    CHECK_FALSE(at.says("Rien du tout"));
    at.write(QStringLiteral("velora OR solde retard"));
    CHECK(at.says("AND") );
    at.write(QStringLiteral("zzz"));
    CHECK(waitFor([&] { return !at.says("service en retard"); }));
}

TEST_CASE("A change shows what it adds and loses, is put in place as one, and is taken back", "[query]")
{
    Editing at;
    at.write(QStringLiteral("velora NOT solde OR service"));
    auto &changes = at.query().changes();
    REQUIRE(waitFor([&] { return changes.difference().done; }));
    CHECK(changes.difference().before == 3);
    CHECK(changes.difference().after == 3);
    CHECK(changes.difference().added.size() == 1);
    CHECK(changes.difference().lost.size() == 1);
    REQUIRE(at.tabTo([](const QWidget *widget) { const auto *button = qobject_cast<const QPushButton *>(widget); return button != nullptr && button->isCheckable(); }));
    at.press(Qt::Key_Space);
    REQUIRE(waitFor([&] { return !visibleWords(&changes).filter(QStringLiteral("service en retard")).isEmpty(); }));
    at.field().setFocus();
    at.press(Qt::Key_Return);
    REQUIRE(waitFor([&] { return !at.panel()->isEditing() && at.kept().source == "velora NOT solde OR service"; }));
    const auto holds = [&](const char *words) {
        for (int row = 0; row < at.column()->model().rowCount(); ++row)
            if (const auto card = at.column()->model().cardAt(row); card && card->body.contains(QLatin1String(words)))
                return true;
        return false;
    };
    REQUIRE(waitFor([&] { return at.column()->model().rowCount() == 3 && holds("service") && !holds("solde"); }));
    REQUIRE(waitFor([&] { return !at.harness.window().toasts().shown().isEmpty(); }));
    at.column()->view().setFocus();
    at.press(Qt::Key_Z);
    REQUIRE(waitFor([&] { return at.kept().source == "velora"; }));
    REQUIRE(waitFor([&] { return at.column()->model().rowCount() == 3 && holds("solde") && !holds("service"); }));
}

TEST_CASE("Examples are tried at each change, and one that fails is told before saving", "[query]")
{
    Editing at;
    auto &box = at.query().examples();
    REQUIRE(at.tabTo([&](const QWidget *widget) { return qobject_cast<const QLineEdit *>(widget) != nullptr && box.isAncestorOf(widget); }));
    at.harness.type(QStringLiteral("Ma velora est en retard"));
    at.press(Qt::Key_Return);
    CHECK(at.panel()->isEditing());
    REQUIRE(waitFor([&] { return box.isSettled() && at.says("Ma velora est en retard"); }));
    CHECK(box.failing() == 0);
    at.field().setFocus();
    at.write(QStringLiteral("velora NOT retard"));
    REQUIRE(waitFor([&] { return box.isSettled() && box.failing() == 1; }));
    at.press(Qt::Key_Return);
    at.settle();
    CHECK(at.panel()->isEditing());
    CHECK(at.kept().source == "velora");
    at.press(Qt::Key_Return); // the button "Save all the same" has the focus
    REQUIRE(waitFor([&] { return at.kept().source == "velora NOT retard"; }));
    const auto examples = at.harness.read<std::vector<store::QueryExample>>([id = at.brand](store::Tx &tx) { return store::QueryExamples(tx).of(id); });
    REQUIRE(examples->size() == 1);
    CHECK(examples->front().text == "Ma velora est en retard");
    // A mention becomes an example by a key.
    REQUIRE(waitFor([&] { return !at.panel()->isEditing(); }));
    at.column()->view().setFocus();
    at.press(Qt::Key_J);
    at.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_M));
    REQUIRE(waitFor([&] {
        const auto now = at.harness.read<std::vector<store::QueryExample>>([id = at.brand](store::Tx &tx) { return store::QueryExamples(tx).of(id); });
        return now->size() == 2 && now->back().item && !now->back().wanted;
    }));
}

TEST_CASE("A query of another tool is pasted in, with what could not be said", "[query]")
{
    Editing at;
    QApplication::clipboard()->setText(QStringLiteral("velora AND city:nantes AND engagementType:RETWEET"));
    REQUIRE(at.tabTo([](const QWidget *widget) { const auto *button = qobject_cast<const QPushButton *>(widget); return button != nullptr && button->text().contains(QStringLiteral("Brandwatch")); }));
    at.press(Qt::Key_Space);
    REQUIRE(waitFor([&] { return at.says("city:nantes") && at.says("is:repost"); }));
    at.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return at.text().contains(QStringLiteral("is:repost")); }));
    at.settle();
    CHECK(at.query().isValid());
    CHECK(at.field().hasFocus());
}

TEST_CASE("What nobody should type is read behind the window, the last of it only", "[query]")
{
    Editing at;
    QString terms = QStringLiteral("mot0"), deep;
    for (int i = 1; i < 500; ++i)
        terms += QStringLiteral(" OR mot%1").arg(i);
    for (int i = 0; i < 40; ++i)
        deep += QLatin1Char('(');
    const QStringList nasty{terms,
                            QString(10'000, QLatin1Char('x')),
                            QString(20'000, QLatin1Char('(')),
                            QStringLiteral("\"never closed ").repeated(600),
                            deep + QStringLiteral("x"),
                            QString::fromUtf8("\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202e\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467 OR"),
                            QStringLiteral("*"),
                            QStringLiteral("a* *e ?"),
                            QStringLiteral("NOT NOT NOT")};
    int answers = 0;
    QObject::connect(&at.query(), &ui::QueryEditor::changed, &at.query(), [&] { ++answers; });
    for (int round = 0; round < 20; ++round)
        for (const auto &text : nasty)
            at.field().setPlainText(text);
    CHECK(answers == 0); // nothing of it was read while the window was typing
    at.settle();
    CHECK(answers <= 4); // 180 texts: the first, the last, and what hangs on the last
    for (const auto &text : nasty) {
        at.field().setPlainText(text);
        at.settle();
        INFO(ui::utf8(text.left(60)));
        CHECK((at.query().isValid() || at.field().extraSelections().size() == 1));
    }
    at.field().setPlainText(terms);
    at.settle();
    CHECK(at.query().isValid());
    at.press(Qt::Key_Escape);
    CHECK_FALSE(at.panel()->isEditing());
}

TEST_CASE("Counting that takes long can be stopped, and begun again", "[query]")
{
    Editing at;
    /// Keeps every reader of the store busy as long as it lives.
    struct Busy {
        explicit Busy(ui::Bridge &bridge)
        {
            for (int i = 0; i < 16; ++i)
                bridge.workspace()->store().read<int>(
                    [open = shared](store::Tx &) -> Result<int> {
                        open.wait();
                        return 0;
                    },
                    {}, bridge.executor(), [](const Result<int> &) {});
        }
        ~Busy() { gate.set_value(); }
        std::promise<void> gate;
        std::shared_future<void> shared = gate.get_future().share();
    };
    auto busy = std::make_unique<Busy>(at.harness.bridge());
    at.harness.type(QStringLiteral(" OR service"));
    at.settle(); // the query itself is read all the same
    CHECK(at.query().isValid());
    auto *stop = at.query().findChild<QPushButton *>(QStringLiteral("queryStop"));
    REQUIRE(stop != nullptr);
    REQUIRE(waitFor([&] { return stop->isVisible(); }));
    REQUIRE(at.tabTo([&](const QWidget *widget) { return widget == stop; }));
    const auto begun = stop->text();
    at.press(Qt::Key_Space);
    CHECK(stop->text() != begun);
    busy.reset();
    CHECK_FALSE(at.says("4 mention"));
    at.press(Qt::Key_Space);
    CHECK(waitFor([&] { return at.says("4 mention"); }));
    CHECK(stop->isHidden());
}

TEST_CASE("Every control of the editor has a name", "[query][access]")
{
    Editing at;
    at.write(QStringLiteral("velora NOT solde"));
    REQUIRE(waitFor([&] { return at.query().changes().difference().done; }));
    CHECK(withoutAccessibleName(&at.panel()->editor()).join(QStringLiteral(", ")).toStdString() == "");
}
