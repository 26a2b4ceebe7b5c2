// SPDX-License-Identifier: GPL-3.0-or-later
// One text for several networks: it follows the base until it goes its own way, says so, finds back, and shows how it will look.
#include "gui/support/calendar_fixture.hpp"

#include "ui/calendar/compose_rules_dialog.hpp"
#include "ui/calendar/media_list.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/calendar/preview_section.hpp"
#include "ui/calendar/preview_window.hpp"
#include "ui/media/asset_editor.hpp"
#include "ui/media/media_dialog.hpp"
#include "ui/media/media_model.hpp"

#include <vigie/plan/tracking.hpp>
#include <vigie/store/assets.hpp>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;
using ui::CalendarPanel;

namespace {

struct Fixture : CalendarFixture {
    PlanId draft(const std::string &text)
    {
        const auto id = add(text, ui::calendar::wallOf(day(2), QTime(9, 0)), [](PlanItem &plan) { plan.lang = "en"; });
        see(id);
        return id;
    }
    QCheckBox *own()
    {
        for (auto *box : row()->findChildren<QCheckBox *>())
            if (box->isVisible() && !box->isChecked())
                return box;
        return nullptr;
    }
    QString picture(const QString &name, Qt::GlobalColor color)
    {
        const auto path = harness.folder() + QLatin1Char('/') + name;
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(color);
        REQUIRE(image.save(path));
        return path;
    }
};

} // namespace

TEST_CASE("A variant follows the base, goes its own way, is told what changed and finds back", "[calendar][composer]")
{
    Fixture f;
    const auto id = f.draft("The base");
    auto *row = f.row();
    REQUIRE(row != nullptr);
    CHECK_FALSE(row->overridden());
    REQUIRE(f.own() != nullptr);
    f.own()->click();
    REQUIRE(row->overridden());
    CHECK(row->ownText() == QStringLiteral("The base")); // it begins from what is written for all
    row->writing()->field()->setPlainText(QStringLiteral("Its own words"));
    REQUIRE(waitFor([&] { return f.get(id).variants.front().overridden && f.get(id).variants.front().text == "Its own words"; }));
    CHECK_FALSE(row->baseChanged());
    f.panel->editor()->textField()->setPlainText(QStringLiteral("The base, better"));
    CHECK(waitFor([&] { return row->baseChanged(); }));
    REQUIRE(waitFor([&] { return f.get(id).text == "The base, better"; }));
    CHECK(f.get(id).variants.front().text == "Its own words"); // the base changes nothing there
    // The same after the window was closed and opened again.
    f.harness.restart();
    f.panel = f.harness.show<CalendarPanel>(QStringLiteral("calendar"));
    REQUIRE(waitFor([&] { return f.panel->data().account(f.account) != nullptr; }));
    f.panel->showPlan(id);
    REQUIRE(waitFor([&] { return f.panel->editor()->shown() == id && f.row() != nullptr && f.row()->baseChanged(); }));
    f.row()->backToBase();
    CHECK_FALSE(f.row()->overridden());
    CHECK_FALSE(f.row()->baseChanged());
    REQUIRE(waitFor([&] { return !f.get(id).variants.front().overridden; }));
}

TEST_CASE("The nearest limit is named, a long text is parted into a thread that fits", "[calendar][composer]")
{
    Fixture f;
    std::string text;
    for (int i = 0; i < 120; ++i)
        text += "Sentence " + std::to_string(i) + ". ";
    const auto id = f.draft(text);
    auto *row = f.row();
    REQUIRE(waitFor([&] { return row->tooLong(); }));
    const auto name = f.harness.bridge().networkName(row->account().connector);
    CHECK(f.panel->editor()->bindingText().contains(name));
    CHECK_FALSE(row->whyText().isEmpty());
    CHECK(f.harness.window().commands().run(QStringLiteral("calendar.partIntoThread")));
    CHECK(row->overridden());
    CHECK_FALSE(row->tooLong());
    const auto parts = plan::threadParts(ui::utf8(row->ownText()));
    REQUIRE(parts.size() > 1);
    CHECK(parts.front().ends_with("(1/" + std::to_string(parts.size()) + ")"));
    REQUIRE(waitFor([&] { return f.get(id).variants.front().overridden; }));
    // Each part is a post of its own in the preview.
    REQUIRE(waitFor([&] { return f.panel->editor()->preview()->shown()->spoken().contains(QStringLiteral("(%1/%1)").arg(parts.size())); }));
}

TEST_CASE("The preview shows the words as they leave, and all networks side by side", "[calendar][composer]")
{
    Fixture f;
    plan::Tracking tracking;
    tracking.on = true;
    REQUIRE(f.harness.write<bool>([tracking](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::writeTracking(tx, tracking));
        return true;
    }));
    f.draft("Read https://atelier.example/guide");
    REQUIRE(waitFor([&] { return f.panel->editor()->preview()->shown()->spoken().contains(QStringLiteral("utm_medium=social")); }));
    CHECK(f.panel->editor()->textField()->toPlainText() == QStringLiteral("Read https://atelier.example/guide"));
    CHECK(f.harness.window().commands().run(QStringLiteral("calendar.preview")));
    auto *window = f.panel->editor()->findChild<ui::PreviewWindow *>();
    REQUIRE(window != nullptr);
    CHECK(window->isVisible());
    CHECK(window->previews().size() == 1);
    window->close();
}

TEST_CASE("A picture is kept once in the library, described there, and says where it is used", "[calendar][composer][media]")
{
    Fixture f;
    const auto id = f.draft("With a picture");
    auto *media = f.panel->editor()->findChild<ui::MediaList *>();
    REQUIRE(media != nullptr);
    const auto path = f.picture(QStringLiteral("velo.png"), Qt::darkGreen);
    media->addFiles({path});
    REQUIRE(waitFor([&] { return f.get(id).media.size() == 1; }));
    const auto asset = f.get(id).media.front().asset;
    REQUIRE(asset);
    CHECK(f.get(id).media.front().path.find(".media/") != std::string::npos);
    // Without words it is not planned.
    f.panel->editor()->plan();
    CHECK(waitFor([&] { return f.row()->findingsText().contains(QStringLiteral("velo.png")); }));
    CHECK_FALSE(f.get(id).approved);
    CHECK(f.harness.window().commands().run(QStringLiteral("calendar.library")));
    auto *dialog = f.panel->editor()->findChild<ui::MediaDialog *>();
    REQUIRE(dialog != nullptr);
    const QAbstractItemModelTester tester(dialog->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    dialog->choose(asset);
    REQUIRE(waitFor([&] { return dialog->editor()->asset().id == asset && dialog->editor()->usesText().contains(QStringLiteral("With a picture")); }));
    dialog->removeChosen();
    CHECK(waitFor([&] { return dialog->noticeText().contains(QStringLiteral("velo.png")); })); // a draft uses it still
    auto *words = dialog->editor()->findChildren<QPlainTextEdit *>().at(1);
    words->setPlainText(QStringLiteral("A green square"));
    dialog->editor()->keep();
    REQUIRE(waitFor([&] { return f.get(id).media.front().alt == "A green square"; })); // what the post lacked, it takes over
    dialog->close();
    // The same bytes under another name are the same file.
    QFile::copy(path, f.harness.folder() + QStringLiteral("/copy.png"));
    media->addFiles({f.harness.folder() + QStringLiteral("/copy.png")});
    REQUIRE(waitFor([&] { return f.get(id).media.size() == 2; }));
    CHECK(f.get(id).media.back().asset == asset);
    const auto all = f.harness.read<std::vector<Asset>>([](store::Tx &tx) { return store::Assets(tx).list("velo.png"); });
    REQUIRE(all.has_value());
    CHECK(all->size() == 1);
}

TEST_CASE("A picture is pasted into the words, what is no picture is refused with its name", "[calendar][composer][media]")
{
    Fixture f;
    const auto id = f.draft("Pasted");
    auto *media = f.panel->editor()->findChild<ui::MediaList *>();
    QImage image(64, 40, QImage::Format_RGB32);
    image.fill(Qt::blue);
    media->addPicture(image);
    REQUIRE(waitFor([&] { return f.get(id).media.size() == 1; }));
    CHECK(f.get(id).text == "Pasted");
    const auto path = f.harness.folder() + QStringLiteral("/notes.jpg");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    REQUIRE(waitFor([&] { return !media->taking(); }));
    media->addFiles({path});
    CHECK(waitFor([&] { return media->notice().contains(QStringLiteral("notes.jpg")); }));
    CHECK(f.get(id).media.size() == 1);
}

TEST_CASE("The convention of campaign links shows an example and refuses a name that nobody knows", "[calendar][composer]")
{
    Fixture f;
    f.draft("Hello");
    CHECK(f.harness.window().commands().run(QStringLiteral("calendar.composeRules")));
    auto *dialog = f.panel->editor()->findChild<ui::ComposeRulesDialog *>();
    REQUIRE(dialog != nullptr);
    auto boxes = dialog->findChildren<QCheckBox *>();
    REQUIRE(boxes.size() == 2);
    REQUIRE(waitFor([&] { return boxes.at(0)->isChecked(); })); // words are asked for unless the house says otherwise
    boxes.at(1)->setChecked(true);
    CHECK(dialog->exampleText().contains(QStringLiteral("utm_source=mastodon")));
    auto *source = dialog->findChildren<QLineEdit *>().first();
    source->setText(QStringLiteral("{netwrok}"));
    CHECK_FALSE(dialog->canKeep());
    source->setText(QStringLiteral("{network}"));
    REQUIRE(dialog->canKeep());
    boxes.at(0)->setChecked(false);
    dialog->keep();
    REQUIRE(waitFor([&] {
        const auto rules = f.harness.read<plan::ComposeRules>([](store::Tx &tx) { return plan::readComposeRules(tx); });
        return rules && rules->tracking.on && !rules->altRequired;
    }));
}
