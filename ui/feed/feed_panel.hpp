// SPDX-License-Identifier: GPL-3.0-or-later
// The feed: saved queries as columns side by side, and on the right the mention one reads, or the column one edits.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/store/queries.hpp>

#include <QHash>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

class QFrame;
class QHBoxLayout;
class QMenu;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace vigie::ui {

class Column;
class ColumnEditor;
class ColumnWindow;
class EmptyState;
class ErrorBar;
class ReadingPane;
class ShelfColumn;
class ShelfReading;
class TrendsPane;
struct Card;

class FeedPanel final : public Panel {
    Q_OBJECT
public:
    explicit FeedPanel(Shell &shell, QWidget *parent = nullptr);
    ~FeedPanel() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("feed"); }
    [[nodiscard]] QString title() const override { return tr("Feed"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("feed"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    [[nodiscard]] bool ready() const override;

    [[nodiscard]] const std::vector<Column *> &columns() const { return columns_; }
    [[nodiscard]] Column *active() const { return active_; }
    [[nodiscard]] ReadingPane &pane() const { return *pane_; }
    [[nodiscard]] ColumnEditor &editor() const { return *editor_; }
    [[nodiscard]] TrendsPane &trends() const { return *trends_; }
    [[nodiscard]] bool isEditing() const;
    /// The window a column was taken out into; none while it stands with the others.
    [[nodiscard]] ColumnWindow *windowOf(const Column *column) const;
    /// What networks show and do not let anybody keep: the last column, while there is such a network.
    [[nodiscard]] ShelfColumn &shelf() const { return *shelf_; }
    [[nodiscard]] ShelfReading &shelfPane() const { return *shelfPane_; }

private:
    // feed_panel.cpp: the frame
    void build();
    void connectAll();
    void connectPane();
    void activate(Column *column);
    void sideways(int by);
    void showCurrent();
    void openQuery(QueryId query);
    // feed_shelf.cpp: the column of what is only shown
    void buildShelf();
    void refreshShelf();
    void enterShelf();
    void leaveShelf();
    void retranslate();
    void changeEvent(QEvent *event) override;
    // feed_live.cpp: what changes behind
    void apply(const Change &change);
    void readCounts();
    void readCoverage();
    // feed_columns.cpp: showing, making, changing and removing columns
    void readColumns();
    void showColumns(const std::vector<SavedQuery> &queries);
    Column *makeColumn(const SavedQuery &query);
    void newColumn();
    void editColumn();
    void closeEditor();
    /// Buttons ask anew whether they may be pressed.
    void refreshCommands();
    void columnSaved(QueryId id, bool anew);
    void removeColumn(QueryId id);
    void moveColumn(int by);
    void saveOrder(const std::vector<Column *> &order, const Column *moved);
    void turnOrder();
    void markAllRead();
    void rematch(QueryId id);
    void saveQueries(std::vector<SavedQuery> queries);
    [[nodiscard]] Column *columnOf(QueryId id) const;
    // feed_windows.cpp: columns in windows of their own, their order and width by mouse
    void layColumns();
    void detach(Column *column, const QJsonObject &place = {});
    void attach(Column *column);
    void turnDetached();
    void dragTo(Column *column, QPoint at);
    void drop(Column *column, QPoint at);
    void stopDrag();
    /// Which place among the columns that stand here a point on the screen is; -1 outside.
    [[nodiscard]] int placeAt(QPoint at) const;
    void placeColumn(Column *column, int place);
    // feed_moves.cpp: from column to column
    void goTo(Column *column);
    void goToNumber(int number);
    void goToUnread();
    void widen(int by);
    void closeColumn();
    void offerClosed();
    // feed_actions.cpp: what is done with a mention
    [[nodiscard]] const Card *card() const;
    /// The mention in view, kept or only shown.
    [[nodiscard]] const Card *shownCard() const;
    /// Who answers a relay means its original, unless it is asked for by itself.
    void toInbox(bool itself = false);
    void tag(const QString &name, bool on);
    // feed_relevance.cpp: about us or not
    void markRelevance(bool about);
    void showAside();
    void askFilter();
    void readAsides();
    void setTone(int label);
    void openOnNetwork();
    void copyLink();
    void copyText();
    // feed_relays.cpp: what is original and what relays it
    void gather();
    void notARelay();
    void join();
    void openOriginal();
    void undo();
    // feed_trends.cpp: what people begin to speak of
    void buildTrends();
    void registerTrends(CommandRegistry &commands);
    [[nodiscard]] bool showsTrends() const;
    void openTrends();
    void closeTrends();
    void proposeTerm(bool leaveOut);
    /// A write of the desk, then a toast with Undo that takes back just that.
    void perform(std::function<Result<void>(store::Tx &)> job, const QString &done);
    void undoIf(std::int64_t changeSet);

    QSplitter *splitter_;
    QScrollArea *scroll_;
    QHBoxLayout *row_;
    QStackedWidget *right_;
    QStackedWidget *left_;
    EmptyState *empty_;
    ErrorBar *error_;
    ReadingPane *pane_;
    ColumnEditor *editor_;
    ShelfColumn *shelf_;
    ShelfReading *shelfPane_;
    TrendsPane *trends_;
    QMenu *columnMenu_ = nullptr;
    QFrame *dropMark_ = nullptr;            ///< where a column that is dragged would stand
    QHash<qint64, ColumnWindow *> windows_;  ///< by query
    std::vector<Column *> columns_;
    Column *active_ = nullptr;
    bool read_ = false, failed_ = false, hadCard_ = false, onShelf_ = false;
    QJsonObject states_;       ///< of columns, by query id, as they were at the last end
    ItemId joining_;           ///< to be joined to the mention that is chosen next
    QString joiningName_;
    QueryId wanted_;           ///< column to activate when it is there
    QHash<qint64, std::shared_ptr<std::stop_source>> rematching_;
    QTimer columnsTimer_, countsTimer_, coverageTimer_, clockTimer_;
};

} // namespace vigie::ui
