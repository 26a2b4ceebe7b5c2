// SPDX-License-Identifier: GPL-3.0-or-later
// The moderation log as a table, newest first.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/charter.hpp>
#include <vigie/model/moderation.hpp>

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

namespace vigie::ui {

class ModerationModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Person, Act, Article, Author, Evidence, Outcome, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `charters`: the versions that the lines name.
    void setLines(std::vector<ModerationLine> lines, std::map<int, Charter> charters, const std::string &zone);
    [[nodiscard]] const ModerationLine *line(int row) const;
    [[nodiscard]] int rowOf(std::int64_t line) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString words(const ModerationLine &line, int column) const;
    std::vector<ModerationLine> lines_;
    std::map<int, Charter> charters_;
    std::string zone_;
};

} // namespace vigie::ui
