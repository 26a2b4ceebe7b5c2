// SPDX-License-Identifier: GPL-3.0-or-later
// One column of the feed: header, coverage, "N new", cards, and words when there are none.
// Thread: the window's.
#pragma once

#include "ui/feed/column_model.hpp"

#include <vigie/model/sync.hpp>
#include <vigie/store/queries.hpp>

#include <QFrame>
#include <QJsonObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace vigie::ui {

class CardDelegate;
class ColumnGrip;
class ColumnHeader;
class ColumnView;
class CoverageLine;
class ElidedLabel;
class EmptyState;
class ErrorBar;
class Shell;

/// What the line of coverage under a column tells of.
inline constexpr std::chrono::hours kCoverageSpan{24 * 7};

class Column final : public QFrame {
    Q_OBJECT
public:
    Column(Shell &shell, const SavedQuery &query, const QJsonObject &state, QWidget *parent = nullptr);

    [[nodiscard]] QueryId id() const { return model_->query().id; }
    [[nodiscard]] ColumnModel &model() const { return *model_; }
    [[nodiscard]] ColumnView &view() const { return *view_; }
    [[nodiscard]] CoverageLine &strip() const { return *strip_; }
    [[nodiscard]] QPushButton &newBar() const { return *newBar_; }
    [[nodiscard]] QToolButton &menuButton() const { return *menu_; }
    [[nodiscard]] QPushButton &asideButton() const { return *asideButton_; }

    /// Takes a changed query: reads anew only when what it shows or its order changed.
    void setQuery(const SavedQuery &query);
    void reload();
    void setCounts(const store::QueryCounts &counts);
    void setCoverage(Coverage coverage);
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return active_; }
    /// The mention under the focus; none while there is none.
    [[nodiscard]] ItemId current() const;
    void focusItem(ItemId id);
    /// The focus goes to the cards; when they are still on their way, as soon as they are here.
    void takeFocus();
    void showNew();
    /// From now on nothing moves under the person's eyes.
    void setTouched();
    /// Progress of judging history after an edit; negative hides it.
    /// Relays behind their original as one card, or each by itself. Not for columns that ask for tags or tickets.
    void setGathered(bool gathered);
    /// Shows what the query's filter keeps aside instead of what it lets through.
    void setAside(bool aside);
    void setAsideCount(int count);
    void setProgress(double share, std::function<void()> cancel = {});
    /// Opens what stands behind the line of coverage.
    void showCoverage();
    /// At 100 % text; 0: it shares the room with the others.
    void setColumnWidth(int width);
    [[nodiscard]] int columnWidth() const { return width_; }
    static constexpr int kNarrowest = 276, kWidest = 1200, kWidthStep = 40;
    /// In a window of its own it takes all of it, and its menu offers the way back.
    void setDetached(bool detached);
    [[nodiscard]] bool isDetached() const { return detached_; }
    [[nodiscard]] const store::QueryCounts &counts() const { return counts_; }
    [[nodiscard]] ColumnHeader &header() const { return *header_; }
    /// Goes to the next mention that is newer than the reading mark; false when none is here.
    bool focusUnread();
    [[nodiscard]] bool ready() const;
    [[nodiscard]] QJsonObject state() const;
    void retranslate();

Q_SIGNALS:
    void currentChanged();
    void activatedByFocus();
    void opened();
    void sideways(int by);
    void editWanted();
    void asideWanted();
    void widthChosen();

private:
    void build();
    void makeHeader();
    void connectAll();
    void applyFonts();
    void applyWidth();
    void showState();
    void aroundCards(const std::function<void()> &change);
    void showBar(bool shown);
    /// Where the eyes are, for the same mentions in another answer.
    void rememberPlaces();
    void showHeader();
    void showEmpty();
    /// Languages give way to the name when the header is narrow.
    void fitHeader();
    void restore();
    void markRead();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    Shell &shell_;
    ColumnModel *model_;
    CardDelegate *delegate_;
    ColumnView *view_;
    CoverageLine *strip_;
    ElidedLabel *name_;
    QLabel *total_, *unread_, *gathered_, *languages_[2];
    QToolButton *menu_;
    ColumnHeader *header_;
    QFrame *progressRow_;
    QProgressBar *progress_;
    QPushButton *cancel_, *newBar_, *asideButton_;
    ErrorBar *error_;
    EmptyState *empty_;
    QWidget *skeleton_;
    QStackedLayout *stack_;
    std::function<void()> cancelWork_;
    store::QueryCounts counts_;
    int asideCount_ = 0;
    bool haveCounts_ = false, active_ = false, restored_ = false, detached_ = false;
    ItemId wantedFocus_, wantedTop_, markedUpTo_;
    std::vector<std::pair<ItemId, int>> wantedPlaces_; ///< what was on the screen before it was asked anew
    int width_ = 0;                                     ///< at 100 % text; 0: as the others
    ColumnGrip *grip_;
    int wantedOffset_ = 0;
    QTimer markTimer_;
    bool wantsFocus_ = false;
    QPointer<QWidget> focusBefore_;
};

} // namespace vigie::ui
