// SPDX-License-Identifier: GPL-3.0-or-later
// The small widgets that every panel shares.
// Thread: the window's.
#pragma once

#include "ui/bridge/error_text.hpp"
#include "ui/theme/theme.hpp"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <functional>
#include <optional>

class QHBoxLayout;

namespace vigie::ui {

/// A label with a role of the style sheet: "muted", "small", "title", "strong", "chip", "chipaccent", "key" ...
[[nodiscard]] QLabel *roleLabel(const QString &role, const QString &text = {}, QWidget *parent = nullptr);
/// The same, over as many lines as its words need.
[[nodiscard]] QLabel *wrappedLabel(const QString &role, const QString &text = {}, QWidget *parent = nullptr);
/// Words, or nothing at all: an empty label takes no room.
void showText(QLabel *label, const QString &text);
/// Changes the role of a widget and redraws it in its style.
void setRole(QWidget *widget, const QString &role);
/// A push button of the style sheet: "primary", "quiet", "danger", "chip", "link".
[[nodiscard]] QPushButton *roleButton(const QString &role, QWidget *parent = nullptr);

/// A label that is cut with an ellipsis instead of asking for room; the whole text is its tool tip then.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
};

/// The strip at the head of a pane: a title, a quiet count, then whatever is added to its right.
class PaneHeader final : public QFrame {
    Q_OBJECT
public:
    explicit PaneHeader(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCount(const QString &count);
    void addRight(QWidget *widget);

private:
    QHBoxLayout *layout_;
    QLabel *title_, *count_;
};

/// Words when there is nothing to show, and what can be done about it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setContent(const QString &iconName, const QString &title, const QString &sentence, const QString &action = {});

Q_SIGNALS:
    void actionPressed();

private:
    void paintEvent(QPaintEvent *event) override;
    QString iconName_;
    QLabel *title_, *sentence_;
    QPushButton *button_;
};

/// Grey rows while data comes; only after a short moment, so that fast answers do not flash.
class Skeleton final : public QWidget {
    Q_OBJECT
public:
    explicit Skeleton(int rowHeight = 84, QWidget *parent = nullptr);

private:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    int rowHeight_;
    bool visibleYet_ = false;
    QTimer delay_;
};

/// An error in the place it belongs to: a sentence and the action offered. Hidden while there is none.
class ErrorBar final : public QFrame {
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);
    void setError(const vigie::Error &error);
    void setMessage(const QString &sentence, const QString &action = {});
    void clear();

Q_SIGNALS:
    void actionPressed(vigie::ui::Offer offer);

private:
    void changeEvent(QEvent *event) override;
    QLabel *label_;
    QPushButton *button_;
    Offer offer_ = Offer::None;
    std::optional<Error> error_;
};

/// A person's round picture.
class AvatarWidget final : public QWidget {
    Q_OBJECT
public:
    explicit AvatarWidget(int side, QWidget *parent = nullptr);
    void setPerson(const QString &name, const QString &badge = {}, const QColor &color = {});
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    int side_;
    QString name_, badge_;
    QColor color_;
};

} // namespace vigie::ui
