// SPDX-License-Identifier: GPL-3.0-or-later
// Reports in the window: chosen, seen as they will be printed, made into files; comments kept with their days; reports made by themselves.
#include "gui/support/gui_harness.hpp"
#include "support/builders.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/multi_pick.hpp"
#include "ui/report/page_preview.hpp"
#include "ui/report/plan_filter_dialog.hpp"
#include "ui/report/plans_dialog.hpp"
#include "ui/report/report_commands.hpp"
#include "ui/report/report_dialog.hpp"
#include "ui/report/report_form.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/insight/proof.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/reports.hpp>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

namespace {

constexpr std::int32_t kFirst = 20'758; // 2026-11-01

struct Desk {
    Desk() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        const auto filled = harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.name", "Maison Dubreuil"));
            SavedQuery brand;
            brand.name = "Dubreuil";
            brand.source = "dubreuil";
            brand.role = QueryRole::Brand;
            VIGIE_CHECK(store::Queries(tx).save(brand));
            std::vector<store::AnalysedItem> items;
            for (int i = 0; i < 40; ++i)
                items.emplace_back(test::toned(test::item(std::to_string(i), "Dubreuil, la table", fromMicros(std::int64_t{kFirst + i % 20} * 86'400'000'000 + 43'200'000'000)), i % 3 - 1));
            VIGIE_CHECK(store::Items(tx).store(items));
            return true;
        });
        REQUIRE(filled);
        QDir().mkpath(folder());
    }
    QString folder() const { return harness.folder() + QStringLiteral("/reports"); }
    insight::ReportRequest request() const
    {
        insight::ReportRequest out;
        out.period = {kFirst, kFirst + 20};
        out.language = qEnvironmentVariable("VIGIE_LANG") == QLatin1String("fr") ? "fr" : "en";
        return out;
    }
    ui::ReportDialog *open()
    {
        ui::openReport(harness.window().shell(), &harness.window(), request());
        auto *dialog = harness.window().findChild<ui::ReportDialog *>();
        REQUIRE(dialog != nullptr);
        dialog->form().setFolder(folder());
        REQUIRE(waitFor([&] { return dialog->ready() && dialog->preview().pageCount() > 0; }));
        return dialog;
    }
    std::optional<ReportComment> comment()
    {
        const auto found = harness.read<std::optional<ReportComment>>([](store::Tx &tx) { return store::Reports(tx).comment("overview", kFirst, kFirst + 20); });
        REQUIRE(found);
        return *found;
    }
    /// Those that have their name: one that is being written has none yet.
    QStringList files() const
    {
        auto all = QDir(folder()).entryList(QDir::Files, QDir::Name);
        all.removeIf([](const QString &name) { return name.endsWith(QStringLiteral(".part")); });
        return all;
    }
    void takePicture(QWidget *widget, const QString &name)
    {
        const auto pictures = qEnvironmentVariable("VIGIE_PICTURES");
        if (pictures.isEmpty())
            return;
        for (const auto &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            harness.preferences().set(ui::kThemeChoice, theme);
            REQUIRE(waitFor([&] { return harness.window().theme().isDark() == (theme == QLatin1String("dark")); }));
            REQUIRE(widget->grab().save(pictures + QLatin1Char('/') + name + QLatin1Char('-') + qEnvironmentVariable("VIGIE_LANG") + QLatin1Char('-') + theme + QStringLiteral(".png")));
        }
    }
    Harness harness;
};

} // namespace

TEST_CASE("A report is seen before it is made, and made where it was asked for", "[report]")
{
    Desk desk;
    auto *dialog = desk.open();
    CHECK(dialog->form().problem().isEmpty());
    CHECK(withoutAccessibleName(dialog).isEmpty());
    desk.takePicture(dialog, QStringLiteral("report"));
    const int pages = dialog->preview().pageCount();
    dialog->form().depthBox()->setCurrentIndex(2); // with its annex
    REQUIRE(waitFor([&] { return dialog->preview().pageCount() > pages; }));
    dialog->make();
    REQUIRE(waitFor([&] { return desk.files().size() == 1; }));
    const auto name = desk.files().front();
    CHECK(name.endsWith(QStringLiteral("dubreuil-2026-11-01-2026-11-20.pdf")));
    QFile file(desk.folder() + QLatin1Char('/') + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == QByteArrayLiteral("%PDF-"));
    REQUIRE(waitFor([&] { return dialog->ready(); }));
    dialog->make(); // a file that is there is kept
    REQUIRE(waitFor([&] { return desk.files().size() == 2; }));
}

TEST_CASE("What is said of a period is kept with its days and goes with the report", "[report]")
{
    Desk desk;
    auto *dialog = desk.open();
    dialog->form().setFormats({ReportFormat::Html});
    dialog->form().commentField()->setFocus();
    dialog->form().commentField()->setPlainText(QStringLiteral("Le salon <b>a fait parler</b>."));
    dialog->make();
    REQUIRE(waitFor([&] { return desk.files().size() == 1; }));
    QFile file(desk.folder() + QLatin1Char('/') + desk.files().front());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains("Le salon &lt;b&gt;a fait parler"));
    REQUIRE(waitFor([&] { return desk.comment().has_value(); }));
    CHECK(desk.comment()->text == "Le salon <b>a fait parler</b>.");
    // Other days, another comment; back again, it is there.
    dialog->form().toEdit()->setDate(QDate(2026, 11, 10));
    REQUIRE(waitFor([&] { return dialog->form().comment().isEmpty(); }));
    dialog->form().toEdit()->setDate(QDate(2026, 11, 20));
    REQUIRE(waitFor([&] { return dialog->form().comment() == QStringLiteral("Le salon <b>a fait parler</b>."); }));
    const auto said = QCoreApplication::translate("vigie::ui::ReportDialog", "The comment is kept with these days.");
    const auto toasts = desk.harness.window().toasts().shown();
    const auto undo = std::find_if(toasts.begin(), toasts.end(), [&](const auto &toast) { return toast && toast->text() == said; });
    REQUIRE(undo != toasts.end());
    (*undo)->trigger();
    REQUIRE(waitFor([&] { return !desk.comment().has_value(); }));
}

TEST_CASE("Figures can be proven beside the report", "[report]")
{
    Desk desk;
    auto *dialog = desk.open();
    dialog->form().setFormats({ReportFormat::Csv});
    dialog->form().proofsBox()->setChecked(true);
    dialog->make();
    REQUIRE(waitFor([&] { return dialog->ready() && desk.files().size() > 1; }));
    const auto proofs = QDir(desk.folder()).entryList({QStringLiteral("proof-mentions-2026-11-01-2026-11-20.zip")}, QDir::Files);
    REQUIRE(proofs.size() == 1);
    const auto report = insight::verifyProof(ui::utf8(desk.folder() + QLatin1Char('/') + proofs.front()));
    REQUIRE(report);
    CHECK(report->flaws.empty());
    CHECK(report->value == 40.0);
}

TEST_CASE("What keeps a report from being made is said beside the button", "[report]")
{
    Desk desk;
    auto *dialog = desk.open();
    dialog->form().setFolder(desk.folder() + QStringLiteral("/nowhere"));
    CHECK_FALSE(dialog->form().problem().isEmpty());
    CHECK(visibleWords(dialog).contains(dialog->form().problem()));
    dialog->form().setFolder(desk.folder());
    dialog->form().setFormats({});
    CHECK_FALSE(dialog->form().problem().isEmpty());
    dialog->form().setFormats({ReportFormat::Csv});
    dialog->form().fromEdit()->setDate(QDate(2026, 12, 1));
    CHECK_FALSE(dialog->form().problem().isEmpty());
    dialog->make();
    CHECK(desk.files().isEmpty());
}

TEST_CASE("Reports made by themselves are listed, paused, taken away and put back", "[report]")
{
    Desk desk;
    auto *plans = new ui::PlansDialog(desk.harness.window().shell(), desk.request(), {ReportFormat::Pdf}, desk.folder(), &desk.harness.window());
    plans->open();
    REQUIRE(waitFor([&] { return plans->table()->isHidden(); })); // nothing yet, and that is said
    CHECK(withoutAccessibleName(plans).isEmpty());
    plans->nameEdit()->setText(QStringLiteral("Weekly"));
    plans->add();
    REQUIRE(waitFor([&] { return plans->plans().size() == 1 && plans->table()->rowCount() == 1; }));
    CHECK(plans->plans().front().on);
    desk.takePicture(plans, QStringLiteral("report-plans"));
    plans->switchCurrent();
    REQUIRE(waitFor([&] { return plans->plans().size() == 1 && !plans->plans().front().on; }));
    plans->nameEdit()->setText(QStringLiteral("Weekly"));
    plans->add(); // the name is taken
    REQUIRE(waitFor([&] { return plans->findChild<ui::ErrorBar *>()->isVisible(); }));
    CHECK(plans->plans().size() == 1);
    plans->removeCurrent();
    REQUIRE(waitFor([&] { return plans->plans().empty(); }));
    const auto toasts = desk.harness.window().toasts().shown();
    REQUIRE_FALSE(toasts.isEmpty());
    toasts.last()->trigger();
    REQUIRE(waitFor([&] { return plans->plans().size() == 1; }));
}

TEST_CASE("The filter of a report made by itself is seen, changed by keys, kept, and taken back", "[report]")
{
    Desk desk;
    const auto tag = desk.harness.write<TagId>([](store::Tx &tx) { return store::Queries(tx).ensureTag("salon"); });
    REQUIRE(tag);
    const auto plan = [&] {
        const auto all = desk.harness.read<std::vector<ReportPlan>>([](store::Tx &tx) { return store::Reports(tx).plans(); });
        REQUIRE(all);
        REQUIRE(all->size() == 1);
        return all->front();
    };
    auto request = desk.request();
    request.scope.words = "buffet";
    request.scope.langs = {"fr"};
    auto *plans = new ui::PlansDialog(desk.harness.window().shell(), request, {ReportFormat::Pdf}, desk.folder(), &desk.harness.window());
    plans->open();
    plans->nameEdit()->setText(QStringLiteral("Weekly & <b>co</b>"));
    plans->add();
    REQUIRE(waitFor([&] { return plans->table()->rowCount() == 1; }));
    const auto filterCell = [&] { return plans->table()->item(0, 1)->text(); };
    REQUIRE(waitFor([&] { return filterCell().contains(QStringLiteral("Dubreuil")); }));
    CHECK(filterCell().contains(QStringLiteral("buffet")));
    plans->table()->setFocus();
    plans->table()->selectRow(0);
    QTest::keyClick(plans->table(), Qt::Key_Return);
    auto *dialog = plans->findChild<ui::PlanFilterDialog *>();
    REQUIRE(dialog != nullptr);
    auto &fields = dialog->fields();
    CHECK(fields.scope() == request.scope);
    CHECK(withoutAccessibleName(dialog).isEmpty());
    desk.takePicture(dialog, QStringLiteral("report-plan-filter"));
    // Words that are none are said, and nothing is lost.
    fields.wordsField()->setText(QStringLiteral("(lampe"));
    dialog->save();
    CHECK(dialog->isVisible());
    CHECK(dialog->findChild<ui::ErrorBar *>()->isVisible());
    CHECK(plan().words == "buffet");
    fields.wordsField()->setText(QStringLiteral("lampe"));
    CHECK_FALSE(dialog->findChild<ui::ErrorBar *>()->isVisible());
    const auto toggle = [](ui::MultiPick *pick, const QString &key) {
        for (auto *action : pick->menu()->actions())
            if (action->data().toString() == key)
                return action->toggle();
        FAIL("no choice " << key.toStdString());
    };
    toggle(fields.tonePick(), QStringLiteral("-1"));
    toggle(fields.tagPick(), QString::number(tag->value));
    toggle(fields.langPick(), QStringLiteral("fr"));
    fields.relaysBox()->setChecked(true);
    QTest::keyClick(fields.wordsField(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return plan().words == "lampe"; }));
    CHECK(plan().tones == std::vector<std::int8_t>{-1});
    CHECK(plan().tags == std::vector<TagId>{*tag});
    CHECK(plan().langs.empty());
    CHECK(plan().withoutRelays);
    REQUIRE(waitFor([&] { return filterCell().contains(QStringLiteral("lampe")); }));
    CHECK(filterCell().contains(QStringLiteral("salon")));
    desk.takePicture(plans, QStringLiteral("report-plans-filtered"));
    plans->takeBack();
    REQUIRE(waitFor([&] { return plan().words == "buffet"; }));
    CHECK(plan().tones.empty());
    CHECK(plan().langs == std::vector<std::string>{"fr"});
    REQUIRE(waitFor([&] { return filterCell().contains(QStringLiteral("buffet")); }));
}

TEST_CASE("The command is in the palette and has a key", "[report]")
{
    Desk desk;
    auto &commands = desk.harness.window().commands();
    REQUIRE(commands.find(QStringLiteral("report.make")) != nullptr);
    CHECK_FALSE(commands.keyText(QStringLiteral("report.make")).isEmpty());
    REQUIRE(commands.run(QStringLiteral("report.make")));
    auto *dialog = desk.harness.window().findChild<ui::ReportDialog *>();
    REQUIRE(dialog != nullptr);
    REQUIRE(waitFor([&] { return dialog->ready(); }));
}
