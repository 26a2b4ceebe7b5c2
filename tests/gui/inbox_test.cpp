// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox driven by keys: triage, answers held and taken back, notes that stay inside, and everything after a restart.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/entry_widget.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/note_box.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/inbox/reply_length.hpp"
#include "ui/inbox/writing_strip.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/writing.hpp>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMessageBox>
#include <QPixmap>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using vigie::ui::qs;

namespace {

constexpr std::int64_t kStart = 1'763'700'000; // November 2025: long enough ago that everybody waits

store::AnalysedItem mention(int number, const std::string &text, const std::string &answers = {})
{
    Item item;
    item.connector = "mastodon";
    item.instance = "https://rive.test";
    item.nativeId = "m" + std::to_string(number);
    item.permalink = "https://rive.test/@p/" + item.nativeId;
    item.visibility = Visibility::Public;
    const auto who = std::to_string(answers.empty() ? number : 1);
    item.author.nativeId = "p" + who;
    item.author.handle = "person" + who + "@rive.test";
    item.author.name = "Person " + who;
    item.text = text;
    item.lang = "fr";
    item.publishedAt = fromMicros((kStart + number * 60) * 1'000'000);
    item.fetchedAt = item.publishedAt;
    if (!answers.empty())
        item.refs.push_back({Relation::ReplyTo, answers, {}});
    return store::AnalysedItem(std::move(item));
}

/// A workspace of one's own with an account that can answer, and nobody on the other side.
struct Desk {
    explicit Desk(int count) : harness(options())
    {
        harness.preferences().set(ui::kUndoSeconds, QStringLiteral("60")); // nothing leaves during a test
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = "https://rive.test";
        wanted.nativeId = "brand";
        wanted.handle = "dubreuil@rive.test";
        wanted.name = "Dubreuil";
        wanted.capabilities.set(Capability::Reply).set(Capability::Favourite).set(Capability::Boost);
        const auto saved = harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        REQUIRE(saved);
        account = *saved;
        for (int n = 1; n <= count; ++n)
            add(mention(n, "Bonjour, ma commande numéro " + std::to_string(n) + " n'est pas arrivée, que se passe-t-il ?"));
        panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(panel != nullptr);
        settle(count);
    }

    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }

    void add(const store::AnalysedItem &item)
    {
        const auto done = harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto stored, store::Items(tx).store({&item, 1}));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, account, "mention"));
            return true;
        });
        REQUIRE(done);
    }

    void settle(int rows)
    {
        REQUIRE(waitFor([&] { return panel->queue().model().rowCount() == rows && isOpen(); }));
    }
    /// The conversation of the focused ticket is on the screen.
    [[nodiscard]] bool isOpen() const
    {
        const auto ticket = panel->queue().focused();
        return ticket && panel->conversation().isShowing(ticket) && panel->reply().ticket() == ticket;
    }
    void waitOpen() { REQUIRE(waitFor([&] { return isOpen(); })); }

    Ticket ticket(TicketId id)
    {
        auto read = harness.read<Ticket>([&](store::Tx &tx) { return store::Tickets(tx).get(id); });
        REQUIRE(read);
        return *read;
    }
    store::TicketRow row(TicketId id)
    {
        auto read = harness.read<std::vector<store::TicketRow>>([&](store::Tx &tx) { return store::Tickets(tx).rows({&id, 1}); });
        REQUIRE(read);
        return read->front();
    }
    std::vector<Outbound> replies()
    {
        store::OutboxFilter filter;
        filter.states = {OutboundState::Planned, OutboundState::Sending, OutboundState::Sent, OutboundState::Failed, OutboundState::Unknown};
        auto read = harness.read<std::vector<Outbound>>([&](store::Tx &tx) { return store::Outbox(tx).list(filter); });
        REQUIRE(read);
        return *read;
    }
    std::string draft(TicketId id)
    {
        auto read = harness.read<std::string>([&](store::Tx &tx) { return store::Tickets(tx).draft(id); });
        REQUIRE(read);
        return *read;
    }
    std::size_t notes(TicketId id)
    {
        auto read = harness.read<std::vector<Note>>([&](store::Tx &tx) { return store::Tickets(tx).notes(id); });
        REQUIRE(read);
        return read->size();
    }

    void key(const QKeySequence &keys)
    {
        harness.press(keys);
        ++presses;
    }
    bool inEditor() const { return panel->reply().editor().hasFocus(); }
    bool inQueue() const { return panel->queue().list().hasFocus(); }
    bool asking() const
    {
        const auto *popup = panel->findChild<ui::ChoicePopup *>();
        return popup->isVisible() && qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
    }

    Harness harness;
    AccountId account;
    ui::InboxPanel *panel = nullptr;
    int presses = 0;
};

const QKeySequence kSend(Qt::CTRL | Qt::Key_Return), kEnter(Qt::Key_Return), kEscape(Qt::Key_Escape);

} // namespace

TEST_CASE("twenty mentions are opened, tagged, answered and closed by keys alone", "[inbox]")
{
    Desk desk(22);
    QAbstractItemModelTester tester(&desk.panel->queue().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(desk.inQueue());
    int most = 0;
    for (int n = 0; n < 20; ++n) {
        desk.waitOpen();
        const auto ticket = desk.panel->queue().focused();
        desk.presses = 0;
        desk.key(Qt::Key_T);
        REQUIRE(waitFor([&] { return desk.asking(); }));
        desk.harness.type(QStringLiteral("livraison"));
        desk.key(kEnter);
        REQUIRE(waitFor([&] { return desk.row(ticket).tags.size() == 1; }));
        desk.key(Qt::Key_R);
        REQUIRE(desk.inEditor());
        desk.harness.type(QStringLiteral("Bonjour, elle part ce soir."));
        desk.key(kSend);
        REQUIRE(waitFor([&] { return desk.inQueue() && desk.panel->reply().reply().text.isEmpty(); }));
        desk.key(Qt::Key_E);
        most = std::max(most, desk.presses);
        REQUIRE(waitFor([&] { return desk.ticket(ticket).status == TicketStatus::Done; }));
        REQUIRE(desk.panel->queue().focused() != ticket);
    }
    CHECK(most <= 6);
    CHECK(desk.replies().size() == 20);
    desk.settle(2);
}

TEST_CASE("every decision is taken back by one key", "[inbox]")
{
    Desk desk(3);
    const auto ticket = desk.panel->queue().focused();
    const auto undone = [&](const std::function<bool()> &done, const std::function<bool()> &before) {
        REQUIRE(waitFor([&] { return done() && desk.inQueue(); }));
        desk.key(Qt::Key_Z);
        REQUIRE(waitFor(before));
        REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 3; }));
        desk.panel->queue().showTicket(ticket, ui::QueueView::All);
        desk.waitOpen();
    };
    const auto isNew = [&] { return desk.ticket(ticket).status == TicketStatus::New; };
    SECTION("done, ignored, waiting")
    {
        desk.key(Qt::Key_E);
        undone([&] { return desk.ticket(ticket).status == TicketStatus::Done; }, isNew);
        desk.key(Qt::Key_X);
        undone([&] { return desk.ticket(ticket).status == TicketStatus::Ignored; }, isNew);
        desk.key(Qt::Key_W);
        undone([&] { return desk.ticket(ticket).status == TicketStatus::WaitingInside; }, isNew);
        desk.key(QKeySequence(Qt::SHIFT | Qt::Key_W));
        undone([&] { return desk.ticket(ticket).status == TicketStatus::WaitingMember; }, isNew);
    }
    SECTION("tag, owner, snooze")
    {
        desk.key(Qt::Key_T);
        REQUIRE(waitFor([&] { return desk.asking(); }));
        desk.harness.type(QStringLiteral("presse"));
        desk.key(kEnter);
        undone([&] { return desk.row(ticket).tags == std::vector<std::string>{"presse"}; }, [&] { return desk.row(ticket).tags.empty(); });
        desk.key(Qt::Key_A);
        REQUIRE(waitFor([&] { return desk.asking(); }));
        desk.harness.type(QStringLiteral("Nora"));
        desk.key(kEnter);
        undone([&] { return desk.ticket(ticket).owner == "Nora"; }, [&] { return desk.ticket(ticket).owner.empty(); });
        desk.key(Qt::Key_S);
        REQUIRE(waitFor([&] { return desk.asking(); }));
        desk.key(kEnter);
        undone([&] { return desk.ticket(ticket).snooze.has_value(); }, [&] { return !desk.ticket(ticket).snooze; });
    }
    SECTION("note, answer")
    {
        desk.key(Qt::Key_N);
        desk.harness.type(QStringLiteral("Voir avec l'atelier"));
        desk.key(kSend);
        undone([&] { return desk.notes(ticket) == 1; }, [&] { return desk.notes(ticket) == 0; });
        desk.key(Qt::Key_R);
        desk.harness.type(QStringLiteral("Bonjour"));
        desk.key(kSend);
        REQUIRE(waitFor([&] { return desk.replies().size() == 1 && desk.inQueue(); }));
        desk.key(Qt::Key_Z);
        REQUIRE(waitFor([&] { return desk.replies().empty() && desk.inEditor(); }));
        CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour"));
    }
    SECTION("all of them at once")
    {
        desk.key(QKeySequence(Qt::CTRL | Qt::Key_A));
        CHECK(desk.panel->queue().selected().size() == 3);
        desk.key(Qt::Key_E);
        REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 0 && desk.ticket(ticket).status == TicketStatus::Done; }));
        desk.key(Qt::Key_Z);
        REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 3; }));
        CHECK(isNew());
    }
}

TEST_CASE("a draft is on the disk within a second of typing and survives the panel", "[inbox]")
{
    Desk desk(2);
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour, je regarde"));
    CHECK(waitFor([&] { return desk.draft(ticket) == "Bonjour, je regarde"; }, 5000));
    desk.harness.type(QStringLiteral(" tout de suite"));
    desk.key(kEscape);
    CHECK(desk.inQueue());
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour, je regarde tout de suite"));
    desk.key(Qt::Key_J);
    REQUIRE(waitFor([&] { return desk.isOpen() && desk.panel->queue().focused() != ticket; }));
    CHECK(desk.panel->reply().reply().text.isEmpty());
    desk.key(Qt::Key_K);
    REQUIRE(waitFor([&] { return desk.isOpen() && desk.panel->queue().focused() == ticket; }));
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour, je regarde tout de suite"));
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral(" !"));
    desk.key(kEscape);
    desk.key(Qt::Key_N);
    desk.harness.type(QStringLiteral("a voir"));
    desk.harness.restart(); // closes with the text not yet saved by the timer
    desk.panel = desk.harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    desk.settle(2);
    CHECK(desk.panel->queue().focused() == ticket);
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour, je regarde tout de suite !"));
    desk.key(Qt::Key_N);
    CHECK(desk.panel->note().note().text == QStringLiteral("a voir"));
}

TEST_CASE("decisions survive a restart and can be taken back after it", "[inbox]")
{
    Desk desk(3);
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_E);
    REQUIRE(waitFor([&] { return desk.ticket(ticket).status == TicketStatus::Done; }));
    desk.harness.restart();
    desk.panel = desk.harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    desk.settle(2);
    desk.key(Qt::Key_Z);
    desk.settle(3);
    CHECK(desk.ticket(ticket).status == TicketStatus::New);
}

TEST_CASE("a note never becomes an answer", "[inbox]")
{
    Desk desk(1);
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_N);
    REQUIRE(desk.panel->noteMode());
    REQUIRE(desk.panel->note().editor().hasFocus());
    desk.harness.type(QStringLiteral("Client difficile"));
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.notes(ticket) == 1; }));
    CHECK(desk.replies().empty());
    CHECK(desk.panel->reply().reply().text.isEmpty());
    CHECK(desk.draft(ticket).empty());
    // Begun as a note, left for the answer: the two texts stay apart.
    desk.key(Qt::Key_N);
    desk.harness.type(QStringLiteral("secret"));
    desk.key(kEscape);
    desk.key(Qt::Key_R);
    CHECK(desk.panel->reply().reply().text.isEmpty());
    desk.key(kSend);
    desk.harness.type(QStringLiteral("Bonjour"));
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.replies().size() == 1; }));
    CHECK(desk.replies().front().parts.front().text == "Bonjour");
    CHECK(desk.notes(ticket) == 1);
}

TEST_CASE("two presses of Send make one answer", "[inbox]")
{
    Desk desk(1);
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour"));
    desk.key(kSend);
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.replies().size() == 1 && desk.inQueue(); }));
    // Whatever is still on its way to the workspace has been answered once this read has.
    const auto barrier = desk.harness.write<bool>([](store::Tx &) -> Result<bool> { return true; });
    REQUIRE(barrier);
    CHECK(desk.replies().size() == 1);
    CHECK(desk.panel->reply().reply().text.isEmpty());
}

TEST_CASE("a newer message of the member is said before the answer leaves", "[inbox]")
{
    Desk desk(1);
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour"));
    desk.add(mention(7, "C'est bon, je l'ai reçue, merci", "m1"));
    const auto latest = desk.ticket(ticket).latest;
    desk.key(kSend); // whether the window has heard of it or not
    REQUIRE(waitFor([&] { return desk.panel->reply().meanwhileIsShown() && desk.panel->conversation().entries().size() == 2; }));
    CHECK(desk.replies().empty());
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour"));
    for (int press = 0; press < 2 && desk.replies().empty(); ++press) { // the first may be the one that is refused
        desk.key(kSend);
        waitFor([&] { return !desk.replies().empty(); }, 3000);
    }
    REQUIRE(waitFor([&] { return desk.replies().size() == 1; }));
    CHECK(desk.replies().front().target == latest);
}

TEST_CASE("the focused ticket stays while others arrive", "[inbox]")
{
    Desk desk(5);
    QAbstractItemModelTester tester(&desk.panel->queue().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_J);
    desk.waitOpen();
    const auto ticket = desk.panel->queue().focused();
    for (int n = 100; n < 130; ++n)
        desk.add(mention(n, "Bonjour, une question ?"));
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 35; }));
    CHECK(desk.panel->queue().focused() == ticket);
    CHECK(desk.panel->conversation().isShowing(ticket));
    // Two thousand at once, then all of them closed by one key and opened again by another.
    const auto done = desk.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        for (int n = 1000; n < 3000; ++n) {
            const auto item = mention(n, "Bonjour, une question ?");
            VIGIE_TRY(const auto stored, store::Items(tx).store({&item, 1}));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, desk.account, "mention"));
        }
        return true;
    });
    REQUIRE(done);
    resetStall();
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 2035; }, 60000));
    CHECK(desk.panel->queue().focused() == ticket);
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_A));
    desk.key(Qt::Key_E);
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 0 && desk.ticket(ticket).status == TicketStatus::Done; }, 60000));
    desk.key(Qt::Key_Z);
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 2035; }, 60000));
    const auto worst = worstStall();
    INFO(worst.whose);
    CHECK(worst.processorMs < 100);
}

TEST_CASE("what failed or is not known says so, with what can be done", "[inbox]")
{
    Desk desk(1);
    const auto ticket = desk.panel->queue().focused();
    const auto target = desk.ticket(ticket).latest;
    const auto add = [&](OutboundState state, const std::string &text) {
        const auto id = desk.harness.write<OutboundId>([&](store::Tx &tx) {
            Outbound row;
            row.account = desk.account;
            row.kind = OutboundKind::Reply;
            row.state = state;
            row.parts.emplace_back();
            row.parts.front().text = text;
            row.target = target;
            row.ticket = ticket;
            row.createdAt = row.changedAt = tx.now();
            row.nextCheckAt = tx.now() + std::chrono::hours(1);
            if (state == OutboundState::Failed)
                row.error = Error{Errc::ContentRefused, "422", 422, std::nullopt, std::nullopt};
            return store::Outbox(tx).add(row);
        });
        REQUIRE(id);
        return *id;
    };
    add(OutboundState::Unknown, "peut-etre partie");
    const auto failed = add(OutboundState::Failed, "refusee <b>ici</b>");
    const auto shown = [&](OutboundState state) -> ui::EntryWidget * {
        for (auto *entry : desk.panel->conversation().entries())
            if (entry->entry().kind == ui::Entry::Kind::Pending && entry->entry().outbound.state == state)
                return entry;
        return nullptr;
    };
    REQUIRE(waitFor([&] { return shown(OutboundState::Unknown) != nullptr && shown(OutboundState::Failed) != nullptr; }));
    CHECK(shown(OutboundState::Unknown)->findChildren<QPushButton *>().size() == 1);
    const auto buttons = shown(OutboundState::Failed)->findChildren<QPushButton *>();
    REQUIRE(buttons.size() == 2);
    CHECK(visibleWords(shown(OutboundState::Failed)).contains(QStringLiteral("refusee <b>ici</b>"))); // the label says it as text
    buttons.at(1)->click(); // taken back: the text is a draft again
    REQUIRE(waitFor([&] { return desk.panel->reply().reply().text == QStringLiteral("refusee <b>ici</b>"); }));
    const auto row = desk.harness.read<Outbound>([&](store::Tx &tx) { return store::Outbox(tx).get(failed); });
    REQUIRE(row);
    CHECK(row->state == OutboundState::Cancelled);
}

TEST_CASE("closing asks while an answer is held", "[inbox]")
{
    Desk desk(1);
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour"));
    CHECK(desk.panel->mayClose());
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.replies().size() == 1 && desk.inQueue(); }));
    desk.harness.window().close();
    auto *box = desk.panel->findChild<QMessageBox *>();
    REQUIRE(box != nullptr);
    CHECK(desk.harness.window().isVisible());
    box->buttons().at(0)->setFocus();
    box->reject();
    CHECK(desk.harness.window().isVisible());
    desk.key(Qt::Key_Z);
    REQUIRE(waitFor([&] { return desk.replies().empty(); }));
}

TEST_CASE("empty, named, and why a length is what it is", "[inbox]")
{
    Desk desk(1);
    CHECK(withoutAccessibleName(desk.panel) == QStringList{});
    const auto index = desk.panel->queue().model().index(0);
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowAt(0) != nullptr; }));
    CHECK(desk.panel->queue().model().data(index, Qt::AccessibleTextRole).toString().contains(QStringLiteral("Person 1")));
    Account account;
    account.connector = "mastodon";
    const auto length = ui::replyLength(desk.harness.bridge().networks(), "Voir https://example.test/un/chemin/assez/long/pour/compter", account);
    CHECK(length.used == 5 + 23);
    CHECK(ui::lengthReason(length, account).contains(QStringLiteral("23")));
    desk.key(Qt::Key_E);
    REQUIRE(waitFor([&] { return desk.panel->queue().model().rowCount() == 0; }));
    CHECK_FALSE(visibleWords(&desk.panel->queue()).filter(QRegularExpression(QStringLiteral("Nobody waits|Personne"))).isEmpty());
}

TEST_CASE("the counter counts what is really sent: the name of whoever is answered goes before", "[inbox]")
{
    Desk desk(1);
    desk.key(Qt::Key_R);
    const auto who = std::string("@person1@rive.test ");
    const auto account = desk.panel->reply().account();
    REQUIRE(account.id == desk.account);
    const auto limit = plan::lengthProfile(desk.harness.bridge().networks(), account).limit;
    REQUIRE(limit > 100);
    const auto before = plan::sentLengths(desk.harness.bridge().networks(), account, "person1@rive.test", "x").front().used - 1;
    REQUIRE(before > 0);
    CHECK(desk.panel->reply().counterText().startsWith(QLatin1Char('0'))); // nothing is sent yet
    desk.panel->reply().setText(QStringLiteral("Bonjour"));
    CHECK(desk.panel->reply().counterText() == QStringLiteral("%1 / %2").arg(before + 7).arg(limit));
    // As long as the network takes, then one letter more.
    desk.panel->reply().setText(QString(limit - before, QLatin1Char('a')));
    CHECK(desk.panel->reply().fits());
    desk.panel->reply().setText(QString(limit - before + 1, QLatin1Char('a')));
    CHECK_FALSE(desk.panel->reply().fits());
    const auto length = ui::replyLength(desk.harness.bridge().networks(), std::string(static_cast<std::size_t>(limit - before) + 1, 'a'), account, "person1@rive.test");
    CHECK(length.overflowAt == static_cast<std::size_t>(limit - before)); // the last letter, in what was typed
    desk.key(kSend);
    CHECK(desk.replies().empty());
    // Whoever names the member themselves is not counted twice.
    desk.panel->reply().setText(qs(who) + QStringLiteral("oui"));
    CHECK(desk.panel->reply().counterText() == QStringLiteral("%1 / %2").arg(before + 3).arg(limit));
    CHECK(ui::putBefore(desk.harness.bridge().networks(), "oui", account, "person1@rive.test") == QStringLiteral("@person1")); // of the same server
    CHECK(ui::putBefore(desk.harness.bridge().networks(), who + "oui", account, "person1@rive.test").isEmpty());
}

TEST_CASE("a note that is being written is on the disk within a second, and is not an answer", "[inbox]")
{
    Desk desk(2);
    const auto ticket = desk.panel->queue().focused();
    const auto begun = [&] {
        ui::ToneSource tone;
        const auto read = desk.harness.read<ui::Conversation>([&](store::Tx &tx) { return ui::loadConversation(tx, ticket, tone); });
        REQUIRE(read);
        return read->note;
    };
    desk.key(Qt::Key_N);
    desk.harness.type(QStringLiteral("Client fidele"));
    CHECK(waitFor([&] { return begun() == "Client fidele"; }, 5000)); // as a crash now would leave it
    CHECK(desk.draft(ticket).empty());
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.notes(ticket) == 1; }));
    CHECK(begun().empty());
    CHECK(desk.replies().empty());
}

TEST_CASE("what is typed right after a move never reaches the person of before", "[inbox]")
{
    Desk desk(3);
    const auto first = desk.panel->queue().focused();
    desk.key(Qt::Key_J); // the conversation is still on its way
    desk.key(Qt::Key_R);
    const auto second = desk.panel->queue().focused();
    REQUIRE(second != first);
    REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
    CHECK(desk.panel->reply().ticket() == second);
    desk.harness.type(QStringLiteral("Bonjour"));
    CHECK(waitFor([&] { return desk.draft(second) == "Bonjour"; }, 5000));
    CHECK(desk.draft(first).empty());
}

TEST_CASE("a key that is held passes tickets by and opens the one it stops at", "[inbox]")
{
    Desk desk(9);
    desk.waitOpen();
    const auto first = desk.panel->queue().focused();
    for (int step = 0; step < 6; ++step)
        desk.key(Qt::Key_Down);
    const auto last = desk.panel->queue().focused();
    REQUIRE(last == desk.panel->queue().model().ticketAt(6));
    CHECK(desk.panel->conversation().isShowing(first)); // nothing of those on the way
    CHECK_FALSE(desk.panel->ready());
    desk.waitOpen();
    CHECK(desk.panel->conversation().isShowing(last));
    CHECK(desk.panel->reply().ticket() == last);
}

TEST_CASE("a thread of four hundred replies opens at the first unread one and grows as one reads on", "[inbox]")
{
    Desk desk(1);
    const auto write = [&](int from, int to) {
        std::vector<store::AnalysedItem> items;
        for (int n = from; n < to; ++n)
            items.push_back(mention(n, "Moi aussi, réponse numéro " + std::to_string(n), "m1"));
        REQUIRE(desk.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            for (const auto &one : stored)
                VIGIE_CHECK(desk::Desk(tx).absorb(one.id, desk.account, "mention"));
            return true;
        }));
    };
    write(2, 402);
    auto &view = desk.panel->conversation();
    REQUIRE(waitFor([&] { return desk.isOpen() && view.waitingBelow() > 300; }));
    CHECK(view.entries().size() < 60);
    const auto before = view.entries().size();
    auto *bar = view.scroll().verticalScrollBar();
    REQUIRE(waitFor([&] { return bar->maximum() > 0; }));
    bar->setValue(bar->maximum()); // reading on
    CHECK(waitFor([&] { return view.entries().size() > before; }));
    view.goToNewest();
    CHECK(view.waitingBelow() == 0);
    CHECK(view.entries().last()->entry().item.item.text.find("401") != std::string::npos);
    // One more arrives while one is at the end: it is shown.
    write(402, 403);
    CHECK(waitFor([&] { return view.entries().last()->entry().item.item.text.find("402") != std::string::npos; }));
}

TEST_CASE("what is misspelt, mistyped or too familiar is marked, told, and put right by keys", "[inbox]")
{
    Desk desk(1);
    REQUIRE(desk.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::WritingHabits(tx).setAddress(desk.account, text::Address::Vous));
        return true;
    }));
    desk.key(Qt::Key_R);
    auto &box = desk.panel->reply();
    auto &marks = box.marks();
    // The charter may have something to say of the answer as a whole.
    const auto ofText = [&] {
        QList<ui::WritingMark> all;
        for (const auto &mark : marks.marks())
            if (mark.begin < mark.end)
                all.append(mark);
        return all;
    };
    const auto settledAt = [&](int count) { return waitFor([&] { return marks.settled() && ofText().size() == count; }); };
    const auto goTo = [&](const QString &words) {
        for (int press = 0; press < 10 && box.editor().textCursor().selectedText() != words; ++press)
            desk.key(Qt::Key_F8);
        return box.editor().textCursor().selectedText() == words;
    };
    desk.harness.type(QStringLiteral("le arbre de ton voizin dubreuilois est ici."));
    REQUIRE(settledAt(4));
    QList<ui::MarkKind> kinds;
    for (const auto &mark : ofText())
        kinds.append(mark.kind);
    CHECK(kinds == QList<ui::MarkKind>{ui::MarkKind::Typography, ui::MarkKind::Politeness, ui::MarkKind::Spelling, ui::MarkKind::Spelling});
    CHECK_FALSE(box.strip().isHidden());
    CHECK(goTo(QStringLiteral("le arbre")));
    desk.key(Qt::Key_F8);
    CHECK(box.editor().textCursor().selectedText() == QStringLiteral("ton"));
    CHECK(box.strip().sentence().contains(QStringLiteral("vous")));
    marks.fix(marks.current(), marks.marks()[marks.current()].fixes.first());
    CHECK(box.reply().text == QStringLiteral("le arbre de votre voizin dubreuilois est ici."));
    box.editor().undo(); // one step
    CHECK(box.reply().text == QStringLiteral("le arbre de ton voizin dubreuilois est ici."));
    // A word of the house is right from then on, and suggestions come when they are wanted.
    REQUIRE(settledAt(4));
    REQUIRE(ofText()[2].suggest);
    CHECK(ofText()[2].suggest().contains(QStringLiteral("voisin")));
    REQUIRE(ofText()[3].actions.size() == 1);
    ofText()[3].actions.front().run();
    CHECK(settledAt(3));
    CHECK(withoutAccessibleName(&box) == QStringList{});
    // In the other language the same text is told in one sentence.
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_L));
    CHECK(box.lang() == "en");
    CHECK(waitFor([&] {
        const auto &all = marks.marks();
        return marks.settled() && ofText().isEmpty()
               && std::any_of(all.begin(), all.end(), [](const ui::WritingMark &mark) { return mark.kind == ui::MarkKind::Language; });
    }));
}

TEST_CASE("a colleague's answer on the network is said once with its words, and the next press sends", "[inbox]")
{
    Desk desk(1);
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour, nous regardons."));
    auto echo = mention(9, "Bonjour, c'est en route depuis hier.", "m1").item();
    echo.author.nativeId = "brand";
    echo.author.handle = "dubreuil@rive.test";
    echo.author.name = "Dubreuil";
    echo.ours = desk.account;
    desk.add(store::AnalysedItem(std::move(echo)));
    for (int press = 0; press < 3 && desk.replies().empty(); ++press) {
        desk.key(kSend);
        waitFor([&] { return desk.panel->reply().meanwhileIsShown() || !desk.replies().empty(); }, 3000);
        if (press == 0) {
            CHECK(desk.replies().empty());
            CHECK(desk.panel->reply().meanwhileText().contains(QStringLiteral("en route depuis hier")));
        }
    }
    CHECK(waitFor([&] { return desk.replies().size() == 1; }));
}

TEST_CASE("a message that was changed or deleted while one types is said before anything leaves", "[inbox]")
{
    Desk desk(1);
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_R);
    desk.harness.type(QStringLiteral("Bonjour"));
    auto edited = mention(1, "Tout est arrivé, merci.").item();
    edited.editedAt = edited.publishedAt + std::chrono::hours(1);
    desk.add(store::AnalysedItem(std::move(edited)));
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.panel->reply().meanwhileText().contains(QStringLiteral("Tout est arrivé")); }));
    CHECK(desk.replies().empty());
    // What was changed can be read in its place.
    auto &view = desk.panel->conversation();
    REQUIRE(waitFor([&] { return !view.entries().isEmpty() && view.entries().first()->entry().item.revisions == 1; }));
    view.entries().first()->toggleEdits();
    CHECK(waitFor([&] {
        for (const auto &words : visibleWords(view.entries().first()))
            if (words.contains(QStringLiteral("n'est pas arriv")))
                return true;
        return false;
    }));
    const auto answered = desk.ticket(ticket).latest;
    REQUIRE(desk.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Items(tx).setState(answered, ItemState::DeletedByAuthor));
        return true;
    }));
    for (int press = 0; press < 3; ++press)
        desk.key(kSend);
    const auto barrier = desk.harness.write<bool>([](store::Tx &) -> Result<bool> { return true; });
    REQUIRE(barrier);
    CHECK(desk.replies().empty()); // nothing can be sent to what is gone, however often one presses
    CHECK(desk.panel->reply().reply().text == QStringLiteral("Bonjour"));
}

TEST_CASE("a long answer is cut into parts by a key, told with their lengths, and put together again by undo", "[inbox]")
{
    Desk desk(1);
    desk.key(Qt::Key_R);
    QString text;
    for (int n = 1; n <= 30; ++n)
        text += QStringLiteral("Phrase de la réponse qui explique la chose %1. ").arg(n);
    desk.panel->reply().setText(text.trimmed());
    CHECK_FALSE(desk.panel->reply().fits());
    CHECK(desk.panel->reply().partsText().isEmpty());
    desk.key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    CHECK(desk.panel->reply().fits());
    const auto parts = plan::threadParts(desk.panel->reply().reply().text.toStdString());
    CHECK(parts.size() >= 3);
    CHECK(desk.panel->reply().partsText().contains(QString::number(parts.size())));
    desk.panel->reply().editor().undo();
    CHECK(desk.panel->reply().reply().text == text.trimmed());
    desk.panel->reply().split(true);
    CHECK(desk.panel->reply().reply().text.contains(QStringLiteral("(1/")));
    desk.key(kSend);
    REQUIRE(waitFor([&] { return desk.replies().size() == 1; }));
    CHECK(desk.replies().front().parts.size() >= 3);
    // Each part says what became of it.
    REQUIRE(waitFor([&] {
        for (auto *entry : desk.panel->conversation().entries())
            if (entry->entry().kind == ui::Entry::Kind::Pending)
                return !visibleWords(entry).filter(QRegularExpression(QStringLiteral("1 (of|sur) "))).isEmpty();
        return false;
    }));
}

TEST_CASE("the conversation is a tree: branches step in, fold by keys, and the arrows go from message to message", "[inbox]")
{
    Desk desk(1);
    desk.add(mention(2, "Première branche", "m1"));
    desk.add(mention(3, "Seconde branche", "m1"));
    desk.add(mention(4, "Sous la première", "m2"));
    auto &view = desk.panel->conversation();
    REQUIRE(waitFor([&] { return desk.isOpen() && view.entries().size() == 4; }));
    const auto text = [&](int at) { return view.entries()[at]->entry().item.item.text; };
    CHECK(text(1) == "Première branche");
    CHECK(text(2) == "Sous la première");
    CHECK(text(3) == "Seconde branche");
    CHECK(view.entries()[0]->entry().level == 0);
    CHECK(view.entries()[1]->entry().level == 1);
    CHECK(view.entries()[2]->entry().level == 1); // a single answer stays in line with what it answers
    CHECK(view.entries()[0]->entry().below == 3);
    desk.key(Qt::Key_C);
    desk.key(Qt::Key_Down); // where one reads: the oldest that nobody has answered
    REQUIRE(view.current() != nullptr);
    CHECK(view.current()->item.item.text == text(0));
    desk.key(Qt::Key_Down);
    CHECK(view.current()->item.item.text == "Première branche");
    desk.key(QKeySequence(Qt::SHIFT | Qt::Key_Y));
    CHECK(QApplication::clipboard()->text() == QStringLiteral("Première branche"));
    desk.key(Qt::Key_Left);
    CHECK(view.entries().size() == 3);
    CHECK(text(2) == "Seconde branche");
    desk.key(Qt::Key_Right);
    CHECK(view.entries().size() == 4);
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Left); // a leaf: the branch it hangs on
    CHECK(view.entries().size() == 3);
    CHECK(view.current()->item.item.text == "Première branche");
}

TEST_CASE("a reply is never made from a note: the types do not mix", "[inbox]")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<ui::NoteText, ui::ReplyText>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<ui::ReplyText, ui::NoteText>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<NoteWords, std::string>); // what is sent is a string
    STATIC_REQUIRE_FALSE(std::is_constructible_v<std::string, NoteWords>);
    STATIC_REQUIRE_FALSE(std::is_assignable_v<decltype(OutboundPart::text) &, decltype(Note::text)>);
    STATIC_REQUIRE_FALSE(std::is_assignable_v<decltype(plan::ReplyDraft::text) &, decltype(Note::text)>);
    STATIC_REQUIRE_FALSE(std::is_assignable_v<decltype(store::AnswerDraft::text) &, decltype(Note::text)>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Note, plan::ReplyDraft>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<plan::ReplyDraft, Note>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<store::AnswerDraft, Note>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<OutboundPart, Note>);
    STATIC_REQUIRE_FALSE(std::is_invocable_v<decltype(&plan::Planner::reply), plan::Planner &, Note>);
    STATIC_REQUIRE_FALSE(std::is_invocable_v<decltype(&store::Outbox::add), store::Outbox &, Note>);
}

TEST_CASE("pictures of the inbox", "[.picture]")
{
    Harness harness;
    auto *panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(panel != nullptr);
    const auto file = qEnvironmentVariable("VIGIE_PICTURE", QStringLiteral("/tmp/inbox"));
    REQUIRE(waitFor([&] { return panel->ready() && !panel->conversation().entries().isEmpty(); }));
    harness.press(Qt::Key_N);
    harness.type(QStringLiteral("Parti ce matin de Nantes, livraison vendredi."));
    harness.press(kSend);
    REQUIRE(waitFor([&] { return panel->queue().list().hasFocus(); }));
    harness.press(Qt::Key_R);
    harness.type(QStringLiteral("Bonne nouvelle : votre colis est parti ce matin et arrive vendredi !"));
    REQUIRE(waitFor([&] { return panel->conversation().entries().size() > 1; }));
    REQUIRE(waitFor([&] { return harness.window().ready(); }));
    CHECK(harness.window().grab().save(file + QStringLiteral(".png")));
    harness.preferences().set(ui::kThemeChoice, QStringLiteral("dark"));
    QCoreApplication::sendPostedEvents();
    CHECK(harness.window().grab().save(file + QStringLiteral("-dark.png")));
}
