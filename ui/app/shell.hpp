// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame offers to panels: the bridge, the theme, commands, toasts, preferences, and the ways from one panel to
// another. A panel knows the shell and nothing of its neighbours.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/store/items.hpp>

#include <QObject>
#include <QString>

#include <functional>

namespace vigie::ui {

class CommandRegistry;
class Preferences;
class Theme;
class Toasts;

class Shell final : public QObject {
    Q_OBJECT
public:
    Shell(Bridge &b, Theme &t, CommandRegistry &c, Toasts &s, Preferences &p) : bridge(b), theme(t), commands(c), toasts(s), preferences(p) {}
    Bridge &bridge;
    Theme &theme;
    CommandRegistry &commands;
    Toasts &toasts;
    Preferences &preferences;

    /// Where rows come from: a page of ids by keyset, newest first.
    using RowSource = std::function<Result<std::vector<ItemId>>(store::Tx &, const store::SearchPage &)>;

Q_SIGNALS:
    /// Show a mention with its thread (the feed's reading pane).
    void openItem(vigie::ItemId item);
    /// Show a ticket in the inbox.
    void openTicket(vigie::TicketId ticket);
    /// Show a post or an intent in the calendar.
    void openPlan(vigie::PlanId plan);
    /// Show a saved query as a column of the feed.
    void openQuery(vigie::QueryId query);
    /// Bring a panel to the front.
    void openPanel(const QString &id);
    /// Show a list of mentions (search results, the rows behind a figure).
    void openRows(const QString &title, const vigie::ui::Shell::RowSource &source);
};

} // namespace vigie::ui
