// SPDX-License-Identifier: GPL-3.0-or-later
// The days in view as a table: the same posts, events, phases and days of the year as in the grids, in reading order.
// Thread: the window's.
#pragma once

#include "ui/calendar/agenda_rows.hpp"

#include <QAbstractTableModel>

namespace vigie::ui {

class AgendaModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Day, Time, Networks, Text, State, ColumnCount };
    enum Role { PlanRole = Qt::UserRole + 1, StateRole, KindRole };

    explicit AgendaModel(CalendarData &data, QObject *parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] int rowOf(PlanId id) const;
    [[nodiscard]] int rowOf(const QString &key) const;
    /// Null outside.
    [[nodiscard]] const calendar::AgendaRow *at(int row) const;
    void retranslate();

private:
    void take();
    [[nodiscard]] QVariant words(const calendar::AgendaRow &row, int column) const;
    [[nodiscard]] QVariant tip(const calendar::AgendaRow &row, int column) const;
    CalendarData &data_;
    std::vector<calendar::AgendaRow> rows_;
};

} // namespace vigie::ui
