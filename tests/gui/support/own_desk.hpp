// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of one's own with an account that can answer, mentions that wait, and keys that are counted.
// Thread: that of the test.
#pragma once

#include "gui/support/gui_harness.hpp"

#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/settings/preferences.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/members.hpp>

#include <QApplication>
#include <QLineEdit>

#include <catch2/catch.hpp>

namespace vigie::gui {

struct OwnDesk {
    explicit OwnDesk(const std::vector<std::string> &texts) : harness(options())
    {
        harness.preferences().set(ui::kUndoSeconds, QStringLiteral("60")); // nothing leaves during a test
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = "https://rive.test";
        wanted.nativeId = "brand";
        wanted.handle = "dubreuil@rive.test";
        wanted.capabilities.set(Capability::Reply).set(Capability::Favourite);
        const auto saved = harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        REQUIRE(saved);
        account = *saved;
        for (const auto &text : texts)
            add(text);
        panel = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(panel != nullptr);
        settle(static_cast<int>(texts.size()));
    }
    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }
    void add(const std::string &text)
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = "m" + std::to_string(++count);
        item.visibility = Visibility::Public;
        item.author.nativeId = item.author.handle = "p" + std::to_string(count);
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = std::chrono::floor<std::chrono::seconds>(harness.bridge().workspace()->clock().now()) - std::chrono::minutes(200 - count);
        const auto done = harness.write<ItemId>([&](store::Tx &tx) -> Result<ItemId> {
            const std::vector<store::AnalysedItem> given{store::AnalysedItem(std::move(item))};
            VIGIE_TRY(const auto stored, store::Items(tx).store(given));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, account, "mention"));
            return stored.front().id;
        });
        REQUIRE(done);
        items.push_back(*done);
    }
    [[nodiscard]] bool isOpen() const
    {
        const auto ticket = panel->queue().focused();
        return ticket && panel->conversation().isShowing(ticket) && panel->reply().ticket() == ticket;
    }
    void waitOpen() { REQUIRE(waitFor([&] { return isOpen(); })); }
    void settle(int rows)
    {
        REQUIRE(waitFor([&] { return panel->queue().model().rowCount() == rows && (rows == 0 || isOpen()); }));
    }
    store::TicketRow row(TicketId id)
    {
        auto read = harness.read<std::vector<store::TicketRow>>([&](store::Tx &tx) { return store::Tickets(tx).rows({&id, 1}); });
        REQUIRE(read);
        return read->front();
    }
    void key(const QKeySequence &keys)
    {
        harness.press(keys);
        ++presses;
    }
    [[nodiscard]] bool asking() const
    {
        const auto *popup = panel->findChild<ui::ChoicePopup *>();
        return popup->isVisible() && qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
    }
    [[nodiscard]] bool inQueue() const { return panel->queue().list().hasFocus(); }

    Harness harness;
    AccountId account;
    ui::InboxPanel *panel = nullptr;
    std::vector<ItemId> items;
    int count = 0, presses = 0;
};

} // namespace vigie::gui
