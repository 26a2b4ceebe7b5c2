// SPDX-License-Identifier: GPL-3.0-or-later
// People as a table: who, where, how often we have exchanged, when they were last heard, what is owed or planned.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/person.hpp>

#include <QAbstractTableModel>

namespace vigie::ui {

class MembersModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Networks, Exchanges, Audience, Heard, Owed, ColumnCount };

    MembersModel(const Bridge &bridge, QObject *parent) : QAbstractTableModel(parent), bridge_(bridge) {}
    void setLines(std::vector<PersonLine> lines);
    /// Null beyond the end.
    [[nodiscard]] const PersonLine *line(int row) const;
    /// Of any of their identities that is shown; -1: not among these.
    [[nodiscard]] int rowOf(MemberId person) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString words(const PersonLine &line, int column) const;
    [[nodiscard]] QString owed(const PersonLine &line) const;
    [[nodiscard]] bool isLate(const PersonLine &line) const;

    const Bridge &bridge_;
    std::vector<PersonLine> lines_;
};

} // namespace vigie::ui
