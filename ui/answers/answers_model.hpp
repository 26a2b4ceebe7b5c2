// SPDX-License-Identifier: GPL-3.0-or-later
// The library as a table, found by words; what is no longer valid is struck through.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/desk/answers.hpp>

#include <QAbstractTableModel>

namespace vigie::ui {

class AnswersModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Keyword, Question, Given, Last, Validity, ColumnCount };
    struct Row {
        Answer answer;
        AnswerRates rates;
        desk::Staleness staleness = desk::Staleness::Fresh;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<Row> rows, const std::string &zone);
    void setFilter(const std::string &words, bool staleOnly);
    /// Null beyond the end.
    [[nodiscard]] const Row *row(int row) const;
    [[nodiscard]] int rowOf(AnswerId answer) const;
    [[nodiscard]] int total() const { return static_cast<int>(all_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    [[nodiscard]] QString words(const Row &row, int column) const;

    std::vector<Row> all_;
    std::vector<std::size_t> shown_;
    std::string words_, zone_;
    bool staleOnly_ = false;
};

} // namespace vigie::ui
