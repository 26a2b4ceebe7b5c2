// SPDX-License-Identifier: GPL-3.0-or-later
// The trends of the column in front, beside it.
#include "ui/feed/feed_panel.hpp"

#include "ui/command/registry.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/trends_pane.hpp"

#include <QStackedWidget>

namespace vigie::ui {

void FeedPanel::buildTrends()
{
    trends_ = new TrendsPane(shell(), this);
    right_->addWidget(trends_);
    connect(trends_, &TrendsPane::closed, this, [this] {
        closeTrends();
        activated();
    });
    connect(trends_, &TrendsPane::chosen, this, &FeedPanel::refreshCommands);
}

void FeedPanel::registerTrends(CommandRegistry &commands)
{
    const auto term = [this] { return showsTrends() && trends_->hasTerm(); };
    commands.add({QStringLiteral("feed.trends"), [] { return tr("Trends of the column"); }, QStringLiteral("chart-line"), {QKeySequence(Qt::SHIFT | Qt::Key_T)}, this,
                  [this] { openTrends(); }, [this] { return active_ != nullptr && !onShelf_ && !isEditing(); }});
    commands.add({QStringLiteral("feed.trendPosts"), [] { return tr("Show the posts behind"); }, QStringLiteral("search"), {}, this, [this] { trends_->openPosts(); }, term});
    commands.add({QStringLiteral("feed.trendAdd"), [] { return tr("Add to the query"); }, QStringLiteral("add"), {QKeySequence(Qt::Key_Q)}, this,
                  [this] { proposeTerm(false); }, term});
    commands.add({QStringLiteral("feed.trendLeaveOut"), [] { return tr("Leave out of the query"); }, QStringLiteral("ignore"), {QKeySequence(Qt::SHIFT | Qt::Key_Q)}, this,
                  [this] { proposeTerm(true); }, term});
    trends_->bindButtons(commands);
}

bool FeedPanel::showsTrends() const
{
    return right_->currentWidget() == trends_;
}

void FeedPanel::openTrends()
{
    if (active_ == nullptr)
        return;
    right_->setCurrentWidget(trends_);
    trends_->showColumn(active_->model().query(), true);
    trends_->takeFocus();
    refreshCommands();
}

void FeedPanel::closeTrends()
{
    if (!showsTrends())
        return;
    right_->setCurrentWidget(pane_);
    refreshCommands();
}

void FeedPanel::proposeTerm(bool leaveOut)
{
    const auto source = trends_->proposal(leaveOut);
    editColumn();
    editor_->propose(source);
}

} // namespace vigie::ui
