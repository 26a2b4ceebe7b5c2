// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence in the window: kept by one key, asked once, its mark and what changed in the reading pane, the list with its check and export.
#include "gui/support/gui_harness.hpp"
#include "support/builders.hpp"

#include "ui/command/registry.hpp"
#include "ui/evidence/evidence_model.hpp"
#include "ui/evidence/evidence_panel.hpp"
#include "ui/evidence/keep_dialog.hpp"
#include "ui/evidence/kept_box.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/evidence_term.hpp>
#include <vigie/insight/evidence_export.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

namespace {

Item mention(int n, const std::string &text)
{
    auto item = test::item(std::to_string(n), text, fromMicros((std::int64_t{1'795'000'000} + n * 60) * 1'000'000));
    item.fetchedAt = item.publishedAt;
    return item;
}

struct Desk {
    Desk() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        put(mention(1, "Dubreuil: la table est rouge et belle"));
        put(mention(2, "Dubreuil: <b>une autre</b> table"));
        harness.window().showPanel(QStringLiteral("feed"));
        REQUIRE(waitFor([&] { return feed()->active() != nullptr && feed()->ready() && feed()->active()->model().rowCount() == 2; }));
        feed()->active()->model().showPending();
    }
    ItemId put(const Item &item)
    {
        const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
        const auto stored = harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) { return store::Items(tx).store(items); });
        REQUIRE(stored);
        return stored->front().id;
    }
    ui::FeedPanel *feed() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::EvidencePanel *evidence() { return dynamic_cast<ui::EvidencePanel *>(harness.window().panel(QStringLiteral("evidence"))); }
    ui::KeptBox *kept() { return feed()->pane().findChild<ui::KeptBox *>(); }
    /// Reads the mention in the given row and waits until the pane shows it.
    void readRow(int row)
    {
        feed()->active()->view().setFocus();
        feed()->active()->view().focusRow(row);
        REQUIRE(waitFor([&] { return feed()->pane().reading() != nullptr && feed()->pane().item() == feed()->active()->model().idAt(row); }));
    }
    std::optional<store::EvidenceMark> mark(ItemId item)
    {
        const auto mark = harness.read<std::optional<store::EvidenceMark>>([item](store::Tx &tx) { return store::Evidence(tx).mark(item); });
        REQUIRE(mark);
        return *mark;
    }
    void keepRow(int row)
    {
        const auto known = harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(app::setEvidenceTerm(tx, {5, "defence"}));
            return true;
        });
        REQUIRE(known);
        readRow(row);
        harness.press(QKeySequence(Qt::Key_P));
        REQUIRE(waitFor([&] { return mark(feed()->pane().item()).has_value(); }));
    }
    /// For the eyes, when a folder is given.
    void takePictures(const QString &name)
    {
        const auto folder = qEnvironmentVariable("VIGIE_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            harness.preferences().set(ui::kThemeChoice, theme);
            REQUIRE(waitFor([&] { return harness.window().theme().isDark() == (theme == QLatin1String("dark")); }));
            REQUIRE(harness.window().grab().save(folder + QLatin1Char('/') + name + QLatin1Char('-') + theme + QStringLiteral(".png")));
        }
    }
    Harness harness;
};

ui::KeepDialog *dialogOf(Desk &desk)
{
    return desk.harness.window().findChild<ui::KeepDialog *>();
}

} // namespace

TEST_CASE("One key keeps a mention, after asking once how long and why", "[evidence]")
{
    Desk desk;
    desk.readRow(1);
    CHECK_FALSE(desk.kept()->isVisible());
    const auto item = desk.feed()->pane().item();
    desk.harness.press(QKeySequence(Qt::Key_P));
    REQUIRE(waitFor([&] { return dialogOf(desk) != nullptr && dialogOf(desk)->isVisible(); }));
    CHECK(withoutAccessibleName(dialogOf(desk)).isEmpty());
    CHECK(dialogOf(desk)->term().years == 5);
    CHECK_FALSE(dialogOf(desk)->term().ground.empty());
    const auto buttons = dialogOf(desk)->findChildren<QPushButton *>();
    const auto keep = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *one) { return one->isDefault(); });
    REQUIRE(keep != buttons.end());
    (*keep)->click();
    REQUIRE(waitFor([&] { return desk.mark(item).has_value(); }));
    REQUIRE(waitFor([&] { return desk.kept()->isVisible(); }));
    const auto words = visibleWords(desk.kept()).join(QLatin1Char(' '));
    CHECK(words.contains(QString::fromStdString(desk.mark(item)->hash).left(16)));
    // The next one is kept without a question.
    REQUIRE(waitFor([&] { return dialogOf(desk) == nullptr; }));
    desk.harness.window().activateWindow();
    REQUIRE(waitFor([&] { return desk.harness.window().isActiveWindow(); }));
    desk.readRow(0);
    desk.harness.press(QKeySequence(Qt::Key_P));
    REQUIRE(waitFor([&] { return desk.mark(desk.feed()->pane().item()).has_value(); }));
    CHECK(dialogOf(desk) == nullptr);
    // Taking it back leaves its reason.
    const auto said = [&]() -> ui::Toast * {
        for (auto *toast : desk.harness.window().toasts().shown())
            if (toast->text().contains(QLatin1Char('2'))) // the second entry
                return toast;
        return nullptr;
    };
    REQUIRE(waitFor([&] { return said() != nullptr; }));
    said()->trigger();
    REQUIRE(waitFor([&] { return !desk.mark(desk.feed()->pane().item()).has_value(); }));
    REQUIRE(waitFor([&] { return !desk.kept()->isVisible(); }));
    const auto report = desk.harness.read<EvidenceReport>([](store::Tx &tx) { return store::Evidence(tx).verify({}, {}); });
    REQUIRE(report);
    CHECK_FALSE(report->flaw);
    CHECK(report->erased == 1);
}

TEST_CASE("An edit of what is kept is shown with what changed, by colour, sign and word", "[evidence]")
{
    Desk desk;
    desk.keepRow(1);
    auto edited = mention(1, "Dubreuil: la table est bleue et belle");
    edited.fetchedAt += std::chrono::hours(1);
    const auto item = desk.put(edited);
    REQUIRE(waitFor([&] { return desk.mark(item)->edited; }));
    REQUIRE(waitFor([&] { return desk.kept()->isVisible(); }));
    desk.kept()->setOpen(true);
    const auto difference = [&]() -> ui::TextBlock * {
        for (auto *block : desk.kept()->findChildren<ui::TextBlock *>())
            if (block->isVisible() && block->toPlainText().contains(QStringLiteral("[+bleue]")))
                return block;
        return nullptr;
    };
    REQUIRE(waitFor([&] { return difference() != nullptr; }));
    CHECK(difference()->toPlainText() == QStringLiteral("Dubreuil: la table est [\u2212rouge][+bleue] et belle"));
    CHECK(difference()->accessibleDescription().contains(QStringLiteral("rouge")));
    CHECK(difference()->accessibleDescription().contains(QStringLiteral("bleue")));
    CHECK_FALSE(difference()->accessibleName().isEmpty());
    desk.takePictures(QStringLiteral("kept"));
    CHECK(withoutAccessibleName(desk.kept()).isEmpty());
}

TEST_CASE("The list finds, verifies, exports and erases", "[evidence]")
{
    Desk desk;
    desk.keepRow(0);
    desk.keepRow(1);
    REQUIRE(desk.harness.window().commands().run(QStringLiteral("evidence.show")));
    REQUIRE(waitFor([&] { return desk.harness.window().currentPanel() == desk.evidence() && desk.evidence()->ready() && desk.evidence()->model().rowCount() == 2; }));
    QAbstractItemModelTester tester(&desk.evidence()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(withoutAccessibleName(desk.evidence()).isEmpty());
    // What others wrote is text, markup and all.
    const auto &model = desk.evidence()->model();
    CHECK(model.index(1, ui::EvidenceModel::Text).data().toString() == QStringLiteral("Dubreuil: <b>une autre</b> table"));
    CHECK(model.index(1, ui::EvidenceModel::Text).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    desk.harness.press(QKeySequence(Qt::Key_V));
    const auto says = [&](const QString &word) { return visibleWords(desk.evidence()).join(QLatin1Char(' ')).contains(word); };
    const auto head = desk.harness.read<EvidenceHead>([](store::Tx &tx) { return store::Evidence(tx).head(); });
    REQUIRE(head);
    REQUIRE(waitFor([&] { return says(QString::fromStdString(head->hash)); }));
    const auto file = desk.harness.folder() + QStringLiteral("/out.zip");
    desk.evidence()->exportTo(file, {});
    REQUIRE(waitFor([&] { return desk.evidence()->ready() && QFile::exists(file); }));
    const auto report = insight::verifyEvidenceFile(file.toStdString(), head->hash, {});
    REQUIRE(report);
    CHECK_FALSE(report->flaw);
    CHECK(report->contents == 2);
    desk.takePictures(QStringLiteral("evidence"));
    desk.harness.press(QKeySequence(Qt::Key_Escape));
    REQUIRE(waitFor([&] { return desk.harness.window().currentPanel() == desk.feed(); }));
}

TEST_CASE("A broken chain is said with the entry that broke", "[evidence]")
{
    const auto sentence = ui::flawSentence({EvidenceFlawKind::Content, 7, {}});
    CHECK(sentence.contains(QLatin1Char('7')));
    for (int kind = 0; kind <= static_cast<int>(EvidenceFlawKind::FileUnlisted); ++kind)
        CHECK_FALSE(ui::flawSentence({static_cast<EvidenceFlawKind>(kind), 1, "fr/index.html"}).isEmpty());
}
