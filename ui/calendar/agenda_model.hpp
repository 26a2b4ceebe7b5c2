// SPDX-License-Identifier: GPL-3.0-or-later
// The posts in view as a table: the same posts as in the grids, in reading order.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QAbstractTableModel>

namespace vigie::ui {

class AgendaModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Day, Time, Networks, Text, State, ColumnCount };
    enum Role { PlanRole = Qt::UserRole + 1, StateRole };

    explicit AgendaModel(CalendarData &data, QObject *parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] int rowOf(PlanId id) const;
    [[nodiscard]] PlanId idAt(int row) const;
    void retranslate();

private:
    void take();
    CalendarData &data_;
    std::vector<calendar::Post> rows_;
};

} // namespace vigie::ui
