// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, text sizes and icons of the window: one light and one dark set, chosen by the desktop or by the person, and
// exchanged while running. Painters ask Theme::of(widget) at paint time and never keep a colour.
// Thread: the window's.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

class QApplication;
class QWidget;

namespace vigie::ui {

/// The 4-pixel grid.
inline constexpr int kGrid = 4;
inline constexpr int kGap = 8, kMargin = 12, kWideMargin = 16, kHeaderHeight = 38, kRailWidth = 60, kTopHeight = 44, kStatusHeight = 24;
inline constexpr int kRadius = 6;

struct Colors {
    QColor bg, pane, line, fg, muted, accent, accentBg, onAccent;
    QColor rail, railFg, railOn, railMark;
    QColor pos, neg, warn, warnBg, note, mark, chip, covered;
};

enum class TextSize { Small, Body, Title, Figure };

class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QApplication &app);
    /// The theme of the application this object runs in.
    [[nodiscard]] static const Theme &of(const QObject *object);

    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return choice_; }
    [[nodiscard]] static Choice choiceFrom(const QString &name); ///< "system", "light", "dark"
    /// Percent of the normal text size, 100 to 200.
    void setTextScale(int percent);
    [[nodiscard]] bool isDark() const { return dark_; }

    [[nodiscard]] const Colors &colors() const;
    [[nodiscard]] QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;
    /// `pixels` at 100 % text: for heights that hold text.
    [[nodiscard]] int scaled(int pixels) const { return pixels * scale_ / 100; }
    /// A line icon of resources/icons, drawn in `color` of the theme at paint time (default: the text colour).
    [[nodiscard]] QIcon icon(const QString &name, QColor Colors::*color = &Colors::fg) const;
    void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color) const;
    /// One of eight quiet colours, the same for the same name: avatars.
    [[nodiscard]] static QColor personColor(const QString &name);
    /// Colours for series of charts, in order.
    [[nodiscard]] QColor seriesColor(int index) const;

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void apply();
    [[nodiscard]] bool desktopIsDark() const;

    QApplication &app_;
    Choice choice_ = Choice::System;
    bool dark_ = false, desktopDark_ = false;
    int scale_ = 100;
    QString family_;
};

} // namespace vigie::ui
