// SPDX-License-Identifier: GPL-3.0-or-later
// The two charts of the dashboard: mentions a day against the period before, and the tone of each day. Drawn by Qt Charts,
// coloured by the theme; the same values stand in their accessible description.
// Thread: the window's.
#pragma once

#include <vigie/insight/dashboard.hpp>

#include <QChartView>
#include <QColor>
#include <QFont>
#include <QWidget>

#include <optional>

class QLabel;

namespace vigie::ui {

class CoverageLine;

/// Of the window's theme, or of paper.
struct ChartInk {
    QColor muted, line, accent, pos, neg, neutral;
    QFont font;
};

class ChartCard : public QWidget {
    Q_OBJECT
public:
    explicit ChartCard(QWidget *parent = nullptr);
    void setPage(const insight::DashboardPage &page);
    /// Draws the chart into a rectangle of a printed page.
    void renderTo(QPainter &painter, const QRectF &rect);
    [[nodiscard]] virtual QString title() const = 0;

Q_SIGNALS:
    /// A day was pressed.
    void dayPressed(int day);
    void coveragePressed();

protected:
    virtual void fill(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink) = 0;
    [[nodiscard]] virtual QString spoken(const insight::DashboardPage &page) const = 0;
    [[nodiscard]] virtual QString spokenDay(const insight::DashboardPage &page, std::int32_t day) const = 0;
    /// Which of the days stands at this share of the width.
    [[nodiscard]] virtual std::size_t placeOf(double share, std::size_t days) const = 0;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void refill();
    [[nodiscard]] static QString dayName(std::int32_t day);

private:
    QChart *draw(const ChartInk &ink);
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] std::optional<std::int32_t> dayAt(const QPointF &point) const;
    QLabel *title_;
    CoverageLine *coverage_;
    QChartView *view_;
    insight::DashboardPage page_;
    bool loaded_ = false;
};

class MentionsChart final : public ChartCard {
    Q_OBJECT
public:
    using ChartCard::ChartCard;
    [[nodiscard]] QString title() const override;

private:
    void fill(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink) override;
    [[nodiscard]] QString spoken(const insight::DashboardPage &page) const override;
    [[nodiscard]] QString spokenDay(const insight::DashboardPage &page, std::int32_t day) const override;
    [[nodiscard]] std::size_t placeOf(double share, std::size_t days) const override;
};

class ToneChart final : public ChartCard {
    Q_OBJECT
public:
    using ChartCard::ChartCard;
    [[nodiscard]] QString title() const override;

private:
    void fill(QChart &chart, const insight::DashboardPage &page, const ChartInk &ink) override;
    [[nodiscard]] QString spoken(const insight::DashboardPage &page) const override;
    [[nodiscard]] QString spokenDay(const insight::DashboardPage &page, std::int32_t day) const override;
    [[nodiscard]] std::size_t placeOf(double share, std::size_t days) const override;
};

} // namespace vigie::ui
