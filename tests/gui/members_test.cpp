// SPDX-License-Identifier: GPL-3.0-or-later
// People in the window: the card, promises that are written, the list, one person out of two and back, what is held as a file, and
// somebody who is forgotten.
#include "gui/support/own_desk.hpp"

#include "ui/app/member_door.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/members/erase_dialog.hpp"
#include "ui/members/identities_dialog.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/members_model.hpp"
#include "ui/members/members_panel.hpp"
#include "ui/members/promise_bar.hpp"
#include "ui/members/promise_keeper.hpp"
#include "ui/members/record_dialog.hpp"
#include "ui/members/suggestion_list.hpp"
#include "ui/members/write_dialog.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/identities.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/persons.hpp>
#include <vigie/store/drafts.hpp>
#include <vigie/store/promises.hpp>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::qs;

namespace {

template <class Dialog>
Dialog *dialogOf(QWidget *panel)
{
    const auto all = panel->findChildren<Dialog *>();
    for (auto *one : all)
        if (one->isVisible() && one->isAncestorOf(QApplication::focusWidget())) // what is typed goes there
            return one;
    return nullptr;
}

std::vector<Promise> promises(Harness &harness)
{
    const auto read = harness.read<std::vector<Promise>>([](store::Tx &tx) { return store::Promises(tx).list({}, 100); });
    REQUIRE(read);
    return *read;
}

/// People on two networks; the first on both, with one link.
struct People {
    People() : harness(OwnDesk::options())
    {
        claire = add("mastodon", "claire", "Claire Lemoine", "I restore tables. https://claire.example", "Où est ma commande ?");
        other = add("bluesky", "clem", "C. Lemoine", "tables and chairs https://claire.example", "Still waiting for the zibeline varnish");
        tom = add("mastodon", "tom", "Tom Baker", "", "Is the oak table back?");
        panel = harness.show<ui::MembersPanel>(QStringLiteral("members"));
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] { return panel->model().rowCount() == 3 && panel->card().card() != nullptr; }));
    }
    MemberId add(const std::string &network, const std::string &handle, const std::string &name, const std::string &bio, const std::string &text)
    {
        Item item;
        item.connector = network;
        item.instance = "https://" + network + ".test";
        item.nativeId = handle + "-1";
        item.visibility = Visibility::Public;
        item.author.nativeId = handle;
        item.author.handle = handle + "@" + network + ".test";
        item.author.name = name;
        item.author.bio = bio;
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = std::chrono::floor<std::chrono::seconds>(harness.bridge().workspace()->clock().now()) - std::chrono::minutes(60 - ++count);
        const auto done = harness.write<MemberId>([&](store::Tx &tx) -> Result<MemberId> {
            const std::vector<store::AnalysedItem> given{store::AnalysedItem(std::move(item))};
            VIGIE_TRY(const auto stored, store::Items(tx).store(given));
            VIGIE_TRY(const auto back, store::Items(tx).get(stored.front().id));
            return back->authorId;
        });
        REQUIRE(done);
        return *done;
    }
    PersonCard card(MemberId member)
    {
        const auto read = harness.read<PersonCard>([&](store::Tx &tx) { return store::Persons(tx).card(member); });
        REQUIRE(read);
        return *read;
    }
    void open(MemberId member)
    {
        panel->openMember(member);
        REQUIRE(waitFor([&] { return panel->card().member() == member && panel->card().card() != nullptr; }));
    }
    /// The words of a paragraph of the card.
    bool says(const QString &words) const
    {
        return visibleWords(&panel->card()).join(QLatin1Char('\n')).contains(words);
    }
    Harness harness;
    ui::MembersPanel *panel = nullptr;
    MemberId claire, other, tom;
    int count = 0;
};

} // namespace

TEST_CASE("a promise that is being written is shown with its time, confirmed by one key and noted when the answer is sent", "[members]")
{
    OwnDesk desk({"Bonjour, quand arrive ma commande ?"});
    const auto &bar = desk.panel->promises().bar();
    CHECK(bar.text().isEmpty());
    desk.key(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    desk.harness.type(QStringLiteral("Nous revenons vers vous demain."));
    REQUIRE(waitFor([&] { return !bar.text().isEmpty(); }));
    CHECK_FALSE(bar.isConfirmed());
    CHECK(promises(desk.harness).empty()); // shown, not noted
    desk.key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    REQUIRE(waitFor([&] { return bar.isConfirmed(); }));
    CHECK(promises(desk.harness).empty()); // what is not said is not owed
    const auto chosen = [&desk] {
        const auto all = desk.harness.read<std::vector<store::PromiseChoice>>([&](store::Tx &tx) { return store::Promises(tx).choices(desk.panel->reply().ticket()); });
        REQUIRE(all);
        return *all;
    };
    REQUIRE(waitFor([&] { return chosen().size() == 1; })); // on the disk: a restart does not ask again
    CHECK(chosen().front().wanted);
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return promises(desk.harness).size() == 1; }));
    const auto made = promises(desk.harness).front();
    CHECK(made.state == PromiseState::Open);
    CHECK(made.text == "Nous revenons vers vous demain");
    CHECK(made.due > desk.harness.bridge().now());
    REQUIRE(waitFor([&] { return desk.panel->person().card() != nullptr && desk.panel->person().card()->promises.size() == 1; }));
    // The answer is taken back: nothing was promised.
    REQUIRE(made.outbound);
    Q_EMIT desk.panel->conversation().undoRequested(made.outbound);
    CHECK(waitFor([&] { return promises(desk.harness).empty(); }));
}

TEST_CASE("a promise decided about in a draft stays decided after a restart", "[members]")
{
    OwnDesk desk({"Bonjour, quand arrive ma commande ?"});
    desk.key(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    desk.harness.type(QStringLiteral("Nous revenons vers vous demain."));
    REQUIRE(waitFor([&] { return !desk.panel->promises().bar().text().isEmpty(); }));
    desk.key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    const auto ticket = desk.panel->reply().ticket();
    REQUIRE(waitFor([&] {
        const auto all = desk.harness.read<std::vector<store::PromiseChoice>>([&](store::Tx &tx) { return store::Promises(tx).choices(ticket); });
        return all && all->size() == 1;
    }));
    REQUIRE(waitFor([&] {
        const auto drafts = desk.harness.read<std::vector<store::AnswerDraft>>([&](store::Tx &tx) { return store::Drafts(tx).of(ticket); });
        return drafts && !drafts->empty() && drafts->front().text.find("demain") != std::string::npos;
    }));
    desk.harness.restart();
    desk.panel = desk.harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(desk.panel != nullptr);
    CHECK(waitFor([&] { return desk.panel->reply().editor().toPlainText().contains(QStringLiteral("demain")) && desk.panel->promises().bar().isConfirmed(); }));
    desk.key(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_Return));
    CHECK(waitFor([&] { return promises(desk.harness).size() == 1; }));
}

TEST_CASE("what was sent without confirming is offered once more, and the key notes it", "[members]")
{
    OwnDesk desk({"Where is my order?"});
    desk.key(Qt::Key_R);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    desk.harness.type(QStringLiteral("We will call you tomorrow."));
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return desk.inQueue(); }));
    REQUIRE(waitFor([&] { return desk.harness.window().findChildren<ui::Toast *>().size() >= 2; }));
    CHECK(promises(desk.harness).empty());
    desk.key(Qt::Key_I);
    REQUIRE(waitFor([&] { return promises(desk.harness).size() == 1; }));
    desk.key(Qt::Key_I); // noted already
    REQUIRE(waitFor([&] { return desk.panel->person().card() != nullptr && !desk.panel->person().card()->promises.empty(); }));
    CHECK(promises(desk.harness).size() == 1);
    desk.key(Qt::Key_M);
    REQUIRE(waitFor([&] { return desk.panel->person().isAncestorOf(QApplication::focusWidget()); }));
    // Kept, by its button in the card, and taken back by Undo.
    QPushButton *kept = nullptr;
    REQUIRE(waitFor([&] {
        for (auto *button : desk.panel->person().findChildren<QPushButton *>())
            if (button->isVisible() && button->accessibleName().contains(QStringLiteral("We will call you tomorrow")) && button->property("role").toString() == QLatin1String("link")) {
                kept = button;
                return true;
            }
        return false;
    }));
    bool blinked = false;
    kept->click();
    REQUIRE(waitFor([&] { return promises(desk.harness).front().state == PromiseState::Kept; }));
    REQUIRE(waitFor([&] {
        const auto *card = desk.panel->person().card();
        blinked = blinked || card == nullptr;
        return card != nullptr && !card->promises.empty() && card->promises.front().state == PromiseState::Kept;
    }));
    CHECK_FALSE(blinked); // the card stays while it is read anew
    const auto toasts = desk.harness.window().findChildren<ui::Toast *>();
    const auto said = std::find_if(toasts.begin(), toasts.end(), [](const ui::Toast *toast) { return toast->text() == ui::MemberDesk::tr("Promise kept"); });
    REQUIRE(said != toasts.end());
    (*said)->trigger();
    CHECK(waitFor([&] { return promises(desk.harness).front().state == PromiseState::Open; }));
}

TEST_CASE("people are listed, found and filtered, and the card has what is written about them", "[members]")
{
    People people;
    const QAbstractItemModelTester tester(&people.panel->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto &harness = people.harness;
    CHECK(withoutAccessibleName(people.panel).isEmpty());
    CHECK(people.panel->model().line(0)->name == "Tom Baker"); // spoke last
    harness.press(QKeySequence(QStringLiteral("/")));
    harness.type(QStringLiteral("lemoine"));
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 2; }));
    people.panel->words().clear();
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 3; }));
    people.open(people.claire);
    harness.press(Qt::Key_N);
    REQUIRE(waitFor([&] { return dialogOf<ui::WriteDialog>(people.panel) != nullptr; }));
    CHECK(withoutAccessibleName(dialogOf<ui::WriteDialog>(people.panel)).isEmpty());
    harness.type(QStringLiteral("Collects tables"));
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return people.says(QStringLiteral("Collects tables")); }));
    harness.window().activateWindow();
    REQUIRE(waitFor([&] { return people.panel->isAncestorOf(QApplication::focusWidget()) && dialogOf<ui::WriteDialog>(people.panel) == nullptr; }));
    harness.press(Qt::Key_S);
    REQUIRE(waitFor([&] { return dialogOf<ui::WriteDialog>(people.panel) != nullptr; }));
    harness.type(QStringLiteral("Invite her"));
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    REQUIRE(waitFor([&] { return people.says(QStringLiteral("Invite her")); }));
    CHECK(people.card(people.claire).steps.front().day.size() == 10);
    people.panel->setView(store::PersonView::Steps);
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 1; }));
    CHECK(people.panel->model().index(0, ui::MembersModel::Owed).data().toString().contains(QStringLiteral("Invite her")));
    // The one undo reaches what is written about people, in the order it was done.
    people.open(people.claire);
    harness.window().activateWindow();
    REQUIRE(waitFor([&] { return people.panel->isAncestorOf(QApplication::focusWidget()) && dialogOf<ui::WriteDialog>(people.panel) == nullptr; }));
    harness.press(Qt::Key_Z);
    REQUIRE(waitFor([&] { return people.card(people.claire).steps.empty(); }));
    CHECK(people.card(people.claire).notes.size() == 1);
    harness.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
    REQUIRE(waitFor([&] { return people.card(people.claire).notes.empty(); }));
    people.panel->setView(store::PersonView::Silent);
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 0; }));
    people.panel->setView(store::PersonView::Newcomers);
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 3; }));
    // The door of anybody who knows a member.
    harness.show<ui::Panel>(QStringLiteral("inbox"));
    CHECK(ui::MemberDoor::of(harness.window().shell()).open(people.tom));
    REQUIRE(waitFor([&] { return people.panel->isVisible() && people.panel->card().member() == people.tom && people.panel->card().card() != nullptr; }));
}

TEST_CASE("two identities become one person for a reason, and two people again, exactly", "[members]")
{
    People people;
    const auto before = people.card(people.other);
    people.open(people.claire);
    people.harness.press(Qt::Key_I);
    REQUIRE(waitFor([&] { return dialogOf<ui::IdentitiesDialog>(people.panel) != nullptr; }));
    auto *dialog = dialogOf<ui::IdentitiesDialog>(people.panel);
    REQUIRE(waitFor([&] { return dialog->isReady() && dialog->suggestions().pairs().size() == 1; }));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    CHECK(dialog->suggestions().list().item(0)->text().contains(QStringLiteral("claire.example"))); // the reason
    dialog->suggestions().list().setFocus();
    people.harness.press(Qt::Key_Return);
    REQUIRE(waitFor([&] { return people.card(people.claire).identities.size() == 2; }));
    REQUIRE(waitFor([&] { return dialog->merges().count() == 1 && dialog->suggestions().pairs().empty(); }));
    CHECK(dialog->isVisible()); // Enter decided about the pair, not about the window
    REQUIRE(waitFor([&] { return people.panel->card().card() != nullptr && people.panel->card().card()->identities.size() == 2; }));
    dialog->takeApart();
    REQUIRE(waitFor([&] { return people.card(people.claire).identities.size() == 1; }));
    const auto after = people.card(people.other);
    CHECK(after.person == before.person);
    CHECK(after.mentions == before.mentions);
    CHECK(after.held.size() == before.held.size());
    // By hand, with a reason of one's own.
    dialog->words().setText(QStringLiteral("Tom"));
    REQUIRE(waitFor([&] { return dialog->found().count() == 1 && dialog->found().currentRow() == 0; }));
    dialog->putTogether(); // without a reason: nothing
    dialog->reason().setText(QStringLiteral("One order from both"));
    dialog->putTogether();
    REQUIRE(waitFor([&] { return people.card(people.tom).merges.size() == 1; }));
    CHECK(people.card(people.tom).merges.front().reasons == std::vector{SameReason{SameWhy::ByHand, "One order from both"}});
    // Two people stay two, and whoever wants otherwise has to say so.
    REQUIRE(waitFor([&] { return dialog->suggestions().pairs().size() == 1; }));
    dialog->suggestions().list().setFocus();
    people.harness.press(Qt::Key_Delete);
    REQUIRE(waitFor([&] { return dialog->suggestions().pairs().empty(); }));
    CHECK(people.card(people.other).identities.size() == 1);
}

TEST_CASE("what is held is shown with its origin, and given as JSON, Markdown and a PDF that can be read", "[members]")
{
    People people;
    const auto noted = people.harness.write<std::int64_t>([&](store::Tx &tx) { return store::PersonFacts(tx).addNote(people.other, "Prefers the telephone", "nora"); });
    REQUIRE(noted);
    people.open(people.other);
    people.harness.press(Qt::Key_E);
    REQUIRE(waitFor([&] { return dialogOf<ui::RecordDialog>(people.panel) != nullptr; }));
    auto *dialog = dialogOf<ui::RecordDialog>(people.panel);
    REQUIRE(waitFor([&] { return dialog->isReady() && dialog->table().rowCount() > 3; }));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    for (int row = 0; row < dialog->table().rowCount(); ++row)
        for (const int column : {0, 1, 2, 3, 5})
            CHECK_FALSE(dialog->table().item(row, column)->text().isEmpty());
    int saved = 0;
    QObject::connect(dialog, &ui::RecordDialog::saved, dialog, [&saved] { ++saved; });
    using Format = ui::RecordDialog::Format;
    const auto file = [&](const char *ending) { return people.harness.folder() + QStringLiteral("/record.") + QLatin1String(ending); };
    for (const auto &[format, ending] : {std::pair(Format::Json, "json"), std::pair(Format::Markdown, "md"), std::pair(Format::Pdf, "pdf")}) {
        const int before = saved;
        dialog->exportTo(file(ending), format);
        REQUIRE(waitFor([&] { return saved == before + 1; }));
    }
    QFile json(file("json"));
    REQUIRE(json.open(QIODevice::ReadOnly));
    CHECK(QJsonDocument::fromJson(json.readAll()).object().contains(QStringLiteral("notes")));
    QFile words(file("md"));
    REQUIRE(words.open(QIODevice::ReadOnly));
    CHECK(words.readAll().contains("zibeline"));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file("pdf"), QStringLiteral("-")});
    REQUIRE(waitFor([&] { return reader.state() == QProcess::NotRunning; }));
    const auto text = QString::fromUtf8(reader.readAllStandardOutput());
    INFO(text.toStdString());
    CHECK(reader.exitCode() == 0);
    CHECK(text.contains(QStringLiteral("zibeline")));
    CHECK(text.contains(QStringLiteral("Prefers the telephone")));
    CHECK(text.contains(QStringLiteral("clem@bluesky.test")));
    dialog->exportTo(QStringLiteral("/nowhere/at/all.pdf"), Format::Pdf);
    CHECK(waitFor([&] { return visibleWords(dialog).join(QLatin1Char(' ')).contains(QStringLiteral("/nowhere/at/all.pdf")); }));
    CHECK(saved == 3);
}

TEST_CASE("somebody is forgotten only after a word is typed, and the recount finds nothing in the whole file", "[members]")
{
    People people;
    people.open(people.other);
    people.harness.press(Qt::Key_Delete);
    REQUIRE(waitFor([&] { return dialogOf<ui::EraseDialog>(people.panel) != nullptr; }));
    auto *dialog = dialogOf<ui::EraseDialog>(people.panel);
    REQUIRE(waitFor([&] { return dialog->stage() == ui::EraseDialog::Stage::Asking; }));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    CHECK(dialog->goes().count(QLatin1Char('\n')) >= 3); // what will go, line by line
    CHECK_FALSE(dialog->eraseButton().isEnabled());
    dialog->word().setText(QStringLiteral("yes"));
    CHECK_FALSE(dialog->eraseButton().isEnabled());
    CHECK(people.card(people.other).identities.front().profile.handle == "clem@bluesky.test");
    dialog->word().setText(ui::EraseDialog::deliberateWord());
    REQUIRE(dialog->eraseButton().isEnabled());
    dialog->eraseButton().click();
    REQUIRE(waitFor([&] { return dialog->stage() == ui::EraseDialog::Stage::Done; }));
    INFO(dialog->result().toStdString());
    CHECK(dialog->result().count(QLatin1Char('\n')) == 2); // what went, the file, and one line of the recount: nothing is left
    CHECK(people.card(people.other).erased);
    QFile base(qs(people.harness.bridge().workspace()->path()));
    REQUIRE(base.open(QIODevice::ReadOnly));
    const auto bytes = base.readAll();
    CHECK_FALSE(bytes.contains("clem@bluesky.test"));
    CHECK_FALSE(bytes.contains("zibeline"));
    CHECK(bytes.contains("claire@mastodon.test")); // the others are as they were
    REQUIRE(waitFor([&] { return people.panel->model().rowCount() == 2; }));
}

TEST_CASE("At 200 % the panel of members asks for no more than the window has, and no button is cut", "[members]")
{
    People people;
    people.open(people.claire);
    people.harness.preferences().set(ui::kTextScale, QStringLiteral("200"));
    const auto &window = people.harness.window();
    REQUIRE(waitFor([&] { return people.panel->words().fontMetrics().height() > 24; }));
    QApplication::sendPostedEvents();
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        people.harness.window().grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/members-200.png"));
    CHECK(people.panel->minimumSizeHint().width() <= window.width());
    CHECK(window.width() == 1440);
    QStringList cut;
    for (const auto *button : people.panel->findChildren<QPushButton *>())
        if (button->isVisible() && button->property("role").toString() != QLatin1String("quiet") && button->fontMetrics().horizontalAdvance(button->text()) > button->width())
            cut << button->text();
    INFO(cut.join(QLatin1Char('|')).toStdString());
    CHECK(cut.isEmpty());
}
