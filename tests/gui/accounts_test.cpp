// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts and settings over the practice network: what is shown, pausing, testing, a sign-in refused in words, a file
// brought in, a setting kept.
#include "gui/support/gui_harness.hpp"

#include "ui/accounts/account_card.hpp"
#include "ui/accounts/accounts_panel.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/accounts/field_editor.hpp"
#include "ui/accounts/health_words.hpp"
#include "ui/accounts/import_form.hpp"
#include "ui/accounts/mail_form.hpp"
#include "ui/accounts/rating_scale_row.hpp"
#include "ui/bridge/text.hpp"
#include "ui/settings/settings_panel.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/text/query.hpp>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace vigie;
using namespace vigie::gui;

namespace {

AccountState stateOf(Harness &harness)
{
    const auto accounts = harness.read<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    REQUIRE(accounts);
    REQUIRE(accounts->size() == 2); // the brand, whose state it is, and its second voice
    return accounts->front().state;
}

} // namespace

TEST_CASE("An account is paused by a key, taken back by Undo, and tested", "[accounts]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(panel != nullptr);
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; })); // the brand and its second voice
    CHECK(panel->cards().front()->hasFocus());
    harness.press(QKeySequence(Qt::Key_P));
    REQUIRE(waitFor([&] { return stateOf(harness) == AccountState::Paused; }));
    REQUIRE(waitFor([&] { return panel->cards().front()->status().account.state == AccountState::Paused; }));
    REQUIRE_FALSE(harness.window().toasts().shown().isEmpty());
    harness.window().toasts().shown().last()->trigger();
    REQUIRE(waitFor([&] { return stateOf(harness) == AccountState::Active; }));
    harness.press(QKeySequence(Qt::Key_T));
    CHECK(waitFor([&] {
        for (const auto *toast : harness.window().toasts().shown())
            if (toast->text().contains(QStringLiteral("@dubreuil")))
                return true;
        return false;
    }));
}

TEST_CASE("A token that is refused says so in the form and adds nothing", "[accounts]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    REQUIRE(form->isVisible());
    form->choose(QStringLiteral("mastodon"));
    const auto radios = form->findChildren<QRadioButton *>();
    REQUIRE(radios.size() == 3);
    radios.last()->click();
    auto *instance = form->signInStep().editor("instance"), *token = form->signInStep().editor("token");
    REQUIRE(instance != nullptr);
    REQUIRE(token != nullptr);
    CHECK(token->line()->echoMode() == QLineEdit::Password);
    instance->setText(QString::fromStdString(harness.server()->url()));
    token->setText(QStringLiteral("not-a-token"));
    token->line()->setFocus();
    harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return !form->busy(); }));
    bool told = false;
    for (const auto *label : form->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().size() > 40 && label->parentWidget()->property("role").toString() == QLatin1String("error"));
    CHECK(told);
    CHECK(stateOf(harness) == AccountState::Active); // the one there was, and no other
}

TEST_CASE("A key file that is none is said beside its field, and nothing is asked of the network", "[accounts][key]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    harness.press(QKeySequence(Qt::Key_N));
    auto *form = panel->addForm();
    form->choose(QStringLiteral("app-store"));
    auto *key = form->signInStep().editor("private_key");
    REQUIRE(key != nullptr);
    CHECK(key->browseButton() != nullptr);
    const auto put = [&](const QString &name, qsizetype size) {
        QFile file(harness.folder() + QLatin1Char('/') + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(size, 'k'));
        return file.fileName();
    };
    QStringList said;
    for (const auto &path : {harness.folder() + QStringLiteral("/nowhere.p8"), put(QStringLiteral("empty.p8"), 0), put(QStringLiteral("film.p8"), 65 * 1024)}) {
        INFO(path.toStdString());
        auto *field = form->signInStep().editor("private_key");
        field->setText(path);
        field->setProblem({});
        form->signInStep().editor("key_id")->setText(QStringLiteral("2X9R4HXF34"));
        field->line()->setFocus();
        harness.press(QKeySequence(Qt::Key_Return));
        CHECK(form->busy()); // read behind, not while the key is pressed
        REQUIRE(waitFor([&] { return form->step() == ui::AddAccountForm::Step::SignIn; }));
        CHECK(field->line()->property("invalid").toBool());
        said << form->problem();
    }
    CHECK(said.removeDuplicates() == 0); // each has its own words
    CHECK(stateOf(harness) == AccountState::Active);
}

TEST_CASE("An account's page tells its health, its abilities and its terms, and follows", "[accounts][health]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; }));
    REQUIRE(waitFor([&] { return panel->cards().front()->status().health.lag.has_value(); }, 60000));
    const auto words = [&] { return visibleWords(panel).join(QLatin1Char('\n')); };
    const bool french = harness.window().language().code() == QLatin1String("fr");
    CHECK(words().contains(french ? QString::fromUtf8("Comment il va") : QStringLiteral("How it is")));
    CHECK(words().contains(french ? QString::fromUtf8("Ce que Vigie peut y faire") : QStringLiteral("What Vigie can do there")));
    CHECK(words().contains(french ? QString::fromUtf8("Ce qu\xE2\x80\x99" "elle ne peut pas y faire") : QStringLiteral("What it cannot do there")));
    // Calls that were used are counted down before one's eyes.
    const auto lines = ui::healthLines(panel->cards().front()->status(), harness.bridge().now(), harness.bridge().zone());
    CHECK(std::any_of(lines.begin(), lines.end(), [](const auto &line) { return line.kind == ui::HealthLine::Kind::Calls; }));
    for (const auto &line : lines) {
        INFO(line.label.toStdString());
        CHECK_FALSE(line.label.isEmpty());
        CHECK_FALSE(line.value.isEmpty());
    }
}

TEST_CASE("Health in words: each trouble has its line, and one cause has one", "[accounts][health]")
{
    Harness harness({.practice = true, .open = false});
    const Instant now{std::chrono::seconds{1795255200}};
    app::AccountStatus status;
    status.account.session.scopes = {"read", "write"};
    status.account.session.apiSunset = now + std::chrono::hours(24 * 10);
    status.health.life = app::SignInLife::EndsSoon;
    status.health.lifeEnds = now + std::chrono::hours(48);
    status.health.apiEndsSoon = true;
    status.health.lag = std::chrono::seconds(90);
    status.health.allowances = {{"", 300, 0, false, now + std::chrono::minutes(5), {}}, {"search", {}, {}, false, {}, {}}};
    status.health.spent = {{"units", false, 10'000, 10'000, now + std::chrono::hours(3)}, {"", true, 3'200'000, 20'000'000, now + std::chrono::hours(300)}};
    SyncWindow gap;
    gap.from = now - std::chrono::hours(5);
    gap.to = now - std::chrono::hours(2);
    status.health.gaps = {gap};
    status.health.gapTime = std::chrono::hours(3);
    status.health.causes = {{Error{Errc::Server, {}, 503, {}, {}}, std::vector<std::string>(10, "tag:x"), now - std::chrono::hours(1)}};
    status.health.silence = app::Silence{now - std::chrono::hours(95), std::chrono::hours(95), std::chrono::hours(63)};
    const auto lines = ui::healthLines(status, now, "Europe/Paris");
    const auto of = [&](ui::HealthLine::Kind kind) {
        std::vector<ui::HealthLine> found;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(found), [kind](const auto &line) { return line.kind == kind; });
        return found;
    };
    using Kind = ui::HealthLine::Kind;
    REQUIRE(of(Kind::Cause).size() == 1);
    CHECK(of(Kind::Cause).front().value.contains(QStringLiteral("10")));
    CHECK(of(Kind::Silence).size() == 1);
    CHECK(of(Kind::Calls).size() == 2);
    CHECK(of(Kind::Calls).front().trouble);
    CHECK_FALSE(of(Kind::Calls).back().trouble);
    REQUIRE(of(Kind::Spent).size() == 2);
    CHECK(of(Kind::Spent).front().trouble); // all units are used
    CHECK_FALSE(of(Kind::Spent).back().trouble);
    CHECK(of(Kind::Spent).back().value.contains(QStringLiteral("$")));
    CHECK(of(Kind::SignIn).front().trouble);
    CHECK(of(Kind::Interface).front().trouble);
    CHECK(of(Kind::Gaps).front().trouble);
    CHECK(of(Kind::Scopes).front().value == QStringLiteral("read, write"));
}

TEST_CASE("The mailbox for questions: what lacks is said, servers that do not answer are named, the password is not kept in the form", "[accounts][mail]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    REQUIRE(waitFor([&] { return panel->cards().size() == 2; }));
    harness.press(QKeySequence(Qt::Key_M));
    auto *form = panel->mailForm();
    REQUIRE(waitFor([&] { return form->isVisible() && form->editor("mail_address")->line()->hasFocus(); }));
    form->test();
    CHECK_FALSE(form->busy());
    CHECK(form->editor("mail_address")->line()->property("invalid").toBool());
    form->editor("mail_address")->setText(QStringLiteral("questions@maison.example"));
    form->editor("mail_outgoing")->setText(QStringLiteral("127.0.0.1:1"));
    form->editor("mail_incoming")->setText(QStringLiteral("127.0.0.1:1"));
    form->editor("password")->setText(QStringLiteral("s3cret"));
    CHECK(form->editor("password")->line()->echoMode() == QLineEdit::Password);
    form->test();
    REQUIRE(waitFor([&] { return !form->busy(); }, 60000));
    CHECK(form->words().isEmpty()); // not let in
    form->save();
    REQUIRE(waitFor([&] { return !form->busy() && !form->words().isEmpty(); }));
    CHECK(form->editor("password")->text().isEmpty());
    const auto kept = harness.read<std::optional<app::MailSettings>>([](store::Tx &tx) { return app::mailSettings(tx); });
    REQUIRE(kept);
    REQUIRE(kept->has_value());
    CHECK((*kept)->outgoing.port == 1);
    CHECK((*kept)->outgoing.user == "questions@maison.example");
    CHECK(withoutAccessibleName(form).isEmpty());
    harness.press(QKeySequence(Qt::Key_Escape));
    CHECK_FALSE(form->isVisible());
}

TEST_CASE("A file is looked at, its bad lines named, and imported once", "[accounts][import]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    const auto path = harness.folder() + QStringLiteral("/mentions.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id,date,author,text\n"
               "1,2026-11-01T10:00:00Z,claire,Un mot importe sur Dubreuil\n"
               "2,not a date,marc,This line has no date that can be read\n"
               "3,2026-11-02T11:30:00Z,tom,Another imported word\n");
    file.close();
    harness.press(QKeySequence(Qt::Key_I));
    auto *form = panel->importForm();
    form->openFile(path);
    REQUIRE(waitFor([&] { return form->preview().has_value(); }));
    CHECK(form->preview()->items.size() >= 2);
    for (const int round : {1, 2}) {
        form->start();
        REQUIRE(waitFor([&] { return form->report().has_value(); }, 30000));
        CHECK(form->report()->added + form->report()->known >= 2);
        if (round == 2)
            CHECK(form->report()->added == 0);
    }
}

TEST_CASE("The scale of a file's ratings is found in all of it, said with its reason, and changed by the person", "[accounts][import]")
{
    Harness harness;
    auto *panel = harness.show<ui::AccountsPanel>(QStringLiteral("accounts"));
    const auto path = harness.folder() + QStringLiteral("/avis.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("auteur,texte,note\n");
    for (int line = 0; line < 250; ++line)
        file.write(QByteArray("a") + QByteArray::number(line) + ",Avis " + QByteArray::number(line) + (line < 248 ? ",4\n" : ",8.5\n"));
    file.close();
    harness.press(QKeySequence(Qt::Key_I));
    auto *form = panel->importForm();
    CHECK_FALSE(form->ratings().isVisible());
    form->openFile(path);
    REQUIRE(waitFor([&] { return form->preview().has_value(); }));
    auto &row = form->ratings();
    CHECK(row.isVisible());
    CHECK(row.scale() == connect::RatingScale::Detect);
    CHECK(form->preview()->ratings->scale == connect::RatingScale::Ten);
    const auto found = row.words();
    CHECK(found.contains(ui::format::number(8.5, 1)));
    CHECK(withoutAccessibleName(form).isEmpty());
    auto *box = row.findChild<QComboBox *>();
    REQUIRE(box != nullptr);
    box->setFocus();
    harness.press(QKeySequence(Qt::Key_Down)); // of five stars, by the keyboard
    REQUIRE(waitFor([&] { return form->preview()->ratings->scale == connect::RatingScale::Stars; }));
    CHECK(row.scale() == connect::RatingScale::Stars);
    CHECK(row.words() != found);
    CHECK(row.words().contains(ui::format::number(2)));
    form->setRatingScale(connect::RatingScale::Detect);
    REQUIRE(waitFor([&] { return form->preview()->ratings->scale == connect::RatingScale::Ten; }));
    form->start();
    REQUIRE(waitFor([&] { return form->report().has_value(); }, 30000));
    CHECK(form->report()->added == 250);
    CHECK(form->report()->badCount == 0);
    const auto ratings = harness.read<std::vector<double>>([](store::Tx &tx) -> Result<std::vector<double>> {
        std::vector<double> all;
        store::SearchPage page;
        page.limit = 300;
        const auto query = text::parseQuery("avis");
        if (!query)
            return fail(Errc::Internal);
        VIGIE_TRY(const auto ids, store::Items(tx).search(*query, page));
        VIGIE_TRY(const auto rows, store::Items(tx).rows(ids));
        for (const auto &one : rows)
            if (one.item.rating)
                all.push_back(*one.item.rating);
        return all;
    });
    REQUIRE(ratings);
    CHECK(std::count_if(ratings->begin(), ratings->end(), [](double share) { return std::abs(share - 0.4) < 1e-9; }) == 248);
    CHECK(std::count_if(ratings->begin(), ratings->end(), [](double share) { return std::abs(share - 0.85) < 1e-9; }) == 2);
    form->openFile(harness.folder() + QStringLiteral("/nowhere.csv"));
    REQUIRE(waitFor([&] { return !form->preview().has_value(); }));
    CHECK_FALSE(row.isVisible());
}

TEST_CASE("The language box of the settings changes the window and is kept", "[settings]")
{
    Harness harness;
    auto *panel = harness.show<ui::SettingsPanel>(QStringLiteral("settings"));
    REQUIRE(panel != nullptr);
    auto *box = panel->languageBox();
    const auto other = harness.window().language().code() == QLatin1String("fr") ? QStringLiteral("en") : QStringLiteral("fr");
    const int row = box->findData(other);
    REQUIRE(row > 0);
    box->setCurrentIndex(row);
    Q_EMIT box->activated(row);
    CHECK(harness.window().language().code() == other);
    CHECK(harness.preferences().text(ui::kLanguage) == other);
    CHECK(panel->title() == (other == QLatin1String("fr") ? QString::fromUtf8("R\xC3\xA9glages") : QStringLiteral("Settings")));
}
