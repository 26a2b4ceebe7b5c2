// SPDX-License-Identifier: GPL-3.0-or-later
// The column of what networks show and do not let anybody keep. It is no saved query: it has no counts, no reading mark and
// nothing that would write a mention down; it says so at its head.
// Thread: the window's.
#pragma once

#include "ui/feed/shelf_model.hpp"

#include <QFrame>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QStackedLayout;

namespace vigie::ui {

class CardDelegate;
class ColumnView;
class ElidedLabel;
class EmptyState;
class Shell;

class ShelfColumn final : public QFrame {
    Q_OBJECT
public:
    explicit ShelfColumn(Shell &shell, QWidget *parent = nullptr);

    /// Shown while an account is of such a network; reads the shelf when it has changed.
    void refresh();
    [[nodiscard]] bool isWanted() const { return wanted_; }
    [[nodiscard]] CardPtr current() const;
    [[nodiscard]] ColumnView &view() const { return *view_; }
    [[nodiscard]] ShelfModel &model() const { return *model_; }
    void setActive(bool active);
    void takeFocus();
    void step(int rows);
    /// The ages of the cards grow.
    void tick();

Q_SIGNALS:
    void wantedChanged();
    void currentChanged();
    void activatedByFocus();
    void opened();
    void sideways(int by);

private:
    void build();
    void read(std::uint64_t version);
    void take(std::vector<CardPtr> cards);
    void applyFonts();
    void retranslate();
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    Shell &shell_;
    ShelfModel *model_;
    ColumnView *view_;
    CardDelegate *delegate_;
    ElidedLabel *name_;
    QLabel *count_, *notice_;
    QFrame *header_, *banner_;
    EmptyState *empty_;
    QStackedLayout *stack_;
    bool wanted_ = false, reading_ = false;
    std::optional<std::uint64_t> version_; ///< of the shelf that is shown
};

/// What is said wherever such a mention is shown.
[[nodiscard]] QString shownOnlyWords();

} // namespace vigie::ui
