// SPDX-License-Identifier: GPL-3.0-or-later
// A morning at the desk by keys alone. What is counted is every key or key combination pressed (Ctrl+Enter is one); the letters
// of a tag and of an answer are not. A mention opens by itself when the one before it has been dealt with.
#include "gui/support/own_desk.hpp"

#include <vigie/store/outbox.hpp>

#include <map>

#include <QListWidget>

using namespace vigie;
using namespace vigie::gui;

namespace {

class ClickCounter final : public QObject {
public:
    int clicks = 0;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        clicks += event->type() == QEvent::MouseButtonPress ? 1 : 0;
        return false;
    }
};

} // namespace

TEST_CASE("twenty mentions are opened, tagged, passed on, answered and closed with at most six keys each", "[triage]")
{
    constexpr int kMentions = 20, kMost = 6;
    OwnDesk desk(std::vector<std::string>(kMentions, "Bonjour, ma commande n'est pas arriv\xc3\xa9" "e, que se passe-t-il ?"));
    ClickCounter mouse;
    qApp->installEventFilter(&mouse);
    std::map<TicketId, int> keys;
    // First from top to bottom: what it is about, and to whom it goes inside. The next one opens by itself.
    for (int n = 0; n < kMentions; ++n) {
        desk.waitOpen();
        const auto ticket = desk.panel->queue().focused();
        REQUIRE(keys.count(ticket) == 0);
        desk.presses = 0;
        desk.key(Qt::Key_T);
        REQUIRE(waitFor([&] { return desk.asking(); }));
        desk.harness.type(QStringLiteral("livraison"));
        desk.key(Qt::Key_Return);
        REQUIRE(waitFor([&] { return desk.row(ticket).tags.size() == 1 && desk.inQueue(); }));
        desk.key(Qt::Key_W);
        REQUIRE(waitFor([&] { return desk.row(ticket).ticket.status == TicketStatus::WaitingInside; }));
        keys[ticket] = desk.presses;
    }
    // Then back up, with what came back from inside: answered and closed.
    for (int n = 0; n < kMentions; ++n) {
        desk.waitOpen();
        const auto ticket = desk.panel->queue().focused();
        desk.presses = 0;
        desk.key(Qt::Key_R);
        REQUIRE(waitFor([&] { return desk.panel->reply().editor().hasFocus(); }));
        desk.harness.type(QStringLiteral("Bonjour, elle part ce soir."));
        desk.key(QKeySequence(Qt::CTRL | Qt::Key_Return));
        REQUIRE(waitFor([&] { return desk.inQueue() && desk.panel->reply().reply().text.isEmpty(); }));
        desk.key(Qt::Key_E);
        REQUIRE(waitFor([&] { return desk.row(ticket).ticket.status == TicketStatus::Done; }));
        keys[ticket] += desk.presses;
    }
    CHECK(keys.size() == kMentions);
    for (const auto &[ticket, pressed] : keys)
        CHECK(pressed <= kMost);
    CHECK(mouse.clicks == 0);
    desk.settle(0);
    store::OutboxFilter all;
    const auto replies = desk.harness.read<std::vector<Outbound>>([&](store::Tx &tx) { return store::Outbox(tx).list(all); });
    REQUIRE(replies);
    CHECK(replies->size() == kMentions);
}

TEST_CASE("tags are suggested with the reason, and only put when chosen", "[triage]")
{
    OwnDesk desk(std::vector<std::string>(5, "Mon colis n'est pas arriv\xc3\xa9"));
    for (std::size_t i = 0; i < 4; ++i)
        REQUIRE(desk.harness.write<ChangeSetId>([&](store::Tx &tx) { return desk::Desk(tx).tagItems({{desk.items[i]}}, "Livraison", true); }));
    const auto untagged = desk.harness.read<std::optional<TicketId>>([&](store::Tx &tx) { return store::Tickets(tx).forItem(desk.items[4]); });
    REQUIRE(untagged);
    desk.panel->queue().showTicket(**untagged, ui::QueueView::All);
    desk.waitOpen();
    desk.key(Qt::Key_T);
    REQUIRE(waitFor([&] { return desk.asking(); }));
    const auto *choices = desk.panel->findChild<ui::ChoicePopup *>()->findChild<QListWidget *>();
    REQUIRE(choices != nullptr);
    CHECK(waitFor([&] { return choices->count() > 0 && choices->item(0)->text().contains(QStringLiteral("Livraison")); }));
    desk.key(Qt::Key_Escape);
    CHECK(desk.row(**untagged).tags.empty());
    desk.key(Qt::Key_T);
    REQUIRE(waitFor([&] { return desk.asking(); }));
    desk.key(Qt::Key_Return); // the likeliest stands first
    REQUIRE(waitFor([&] { return desk.row(**untagged).tags == std::vector<std::string>{"Livraison"}; }));
}

TEST_CASE("a pin is put and taken away by its key", "[triage]")
{
    OwnDesk desk({"un", "deux"});
    const auto pins = [&] {
        return desk.harness.read<std::vector<TicketId>>([](store::Tx &tx) { return store::Queue(tx).pinned(); }).value();
    };
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_Asterisk);
    REQUIRE(waitFor([&] { return pins() == std::vector<TicketId>{ticket} && desk.panel->queue().model().counts().pinned.size() == 1; }));
    desk.key(Qt::Key_Asterisk);
    REQUIRE(waitFor([&] { return pins().empty(); }));
    desk.key(Qt::Key_Z);
    REQUIRE(waitFor([&] { return pins().size() == 1; }));
}
