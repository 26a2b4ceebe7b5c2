// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept as evidence, as a table: newest first.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/store/evidence.hpp>

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace vigie::ui {

class EvidenceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Entry, KeptOn, Author, Text, Since, Until, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setCases(std::vector<store::EvidenceCase> cases, const std::string &zone);
    [[nodiscard]] ItemId item(int row) const;
    [[nodiscard]] int rowOf(ItemId item) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString words(const store::EvidenceCase &one, int column) const;
    std::vector<store::EvidenceCase> cases_;
    std::string zone_;
};

} // namespace vigie::ui
