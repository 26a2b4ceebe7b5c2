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

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace vigie::ui {

class CardDelegate;
class ColumnView;
class CoverageStrip;
class ElidedLabel;
class EmptyState;
class ErrorBar;
class Shell;

class Column final : public QFrame {
    Q_OBJECT
public:
    Column(Shell &shell, const SavedQuery &query, const QJsonObject &state, QWidget *parent = nullptr);

    [[nodiscard]] QueryId id() const { return model_->query().id; }
    [[nodiscard]] ColumnModel &model() const { return *model_; }
    [[nodiscard]] ColumnView &view() const { return *view_; }
    [[nodiscard]] CoverageStrip &strip() const { return *strip_; }
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
    void fillGaps();
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

private:
    void build();
    void makeHeader();
    void connectAll();
    void applyFonts();
    void showState();
    void showBar(bool shown);
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
    CoverageStrip *strip_;
    ElidedLabel *name_;
    QLabel *total_, *unread_, *gathered_, *languages_[2];
    QToolButton *menu_;
    QFrame *header_, *progressRow_;
    QProgressBar *progress_;
    QPushButton *cancel_, *newBar_, *asideButton_;
    ErrorBar *error_;
    EmptyState *empty_;
    QWidget *skeleton_;
    QStackedLayout *stack_;
    std::function<void()> cancelWork_;
    store::QueryCounts counts_;
    int asideCount_ = 0;
    bool haveCounts_ = false, active_ = false, restored_ = false;
    ItemId wantedFocus_, wantedTop_, markedUpTo_;
    int wantedOffset_ = 0;
    QTimer markTimer_;
    bool wantsFocus_ = false;
    QPointer<QWidget> focusBefore_;
};

} // namespace vigie::ui
