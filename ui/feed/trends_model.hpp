// SPDX-License-Identifier: GPL-3.0-or-later
// The terms people begin to use, as a list, and how a row of it is drawn.
// Thread: the window's.
#pragma once

#include <vigie/insight/trends.hpp>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace vigie::ui {

class TrendsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setTrends(insight::Trends trends);
    [[nodiscard]] const insight::Trends &trends() const { return trends_; }
    /// Null beyond the end.
    [[nodiscard]] const insight::Trend *at(int row) const;
    /// Authors of the row most people speak of: the full length of a bar.
    [[nodiscard]] int most() const { return most_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    insight::Trends trends_;
    int most_ = 1;
};

[[nodiscard]] QString trendKindWord(insight::TrendKind kind);

class TrendsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vigie::ui
