// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answers_model.hpp"

#include "ui/answers/answer_words.hpp"
#include "ui/bridge/text.hpp"

#include <QFont>

#include <algorithm>

namespace vigie::ui {

void AnswersModel::setRows(std::vector<Row> rows, const std::string &zone)
{
    beginResetModel();
    all_ = std::move(rows);
    zone_ = zone;
    filter();
    endResetModel();
}

void AnswersModel::setFilter(const std::string &words, bool staleOnly)
{
    beginResetModel();
    words_ = words;
    staleOnly_ = staleOnly;
    filter();
    endResetModel();
}

void AnswersModel::filter()
{
    std::vector<Answer> answers;
    for (const auto &row : all_)
        answers.push_back(row.answer);
    shown_ = desk::findAnswers(answers, words_);
    if (staleOnly_)
        shown_.erase(std::remove_if(shown_.begin(), shown_.end(), [this](std::size_t at) { return all_[at].staleness == desk::Staleness::Fresh; }), shown_.end());
}

const AnswersModel::Row *AnswersModel::row(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < shown_.size() ? &all_[shown_[static_cast<std::size_t>(row)]] : nullptr;
}

int AnswersModel::rowOf(AnswerId answer) const
{
    const auto found = std::find_if(shown_.begin(), shown_.end(), [&](std::size_t at) { return all_[at].answer.id == answer; });
    return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

int AnswersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int AnswersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AnswersModel::words(const Row &row, int column) const
{
    switch (column) {
    case Keyword: return qs(row.answer.text.keyword);
    case Question: return qs(row.answer.text.title.empty() ? row.answer.text.french + row.answer.text.english : row.answer.text.title).simplified();
    case Given: return row.rates.uses == 0 ? QString() : format::number(row.rates.uses);
    case Last: return row.rates.last ? format::date(*row.rates.last, zone_) : QString();
    case Validity: return stalenessText(row.answer, row.staleness);
    default: return {};
    }
}

QVariant AnswersModel::data(const QModelIndex &index, int role) const
{
    const auto *found = row(index.row());
    if (found == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return words(*found, index.column());
    if (role == Qt::ToolTipRole)
        return ratesText(found->rates, zone_);
    if (role == Qt::FontRole && index.column() <= Question && (found->staleness == desk::Staleness::Passed || found->staleness == desk::Staleness::NotYet)) {
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    return {};
}

QVariant AnswersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Keyword: return tr("Keyword");
    case Question: return tr("Question");
    case Given: return tr("Given", "how often an answer was given");
    case Last: return tr("Last", "when an answer was last given");
    case Validity: return tr("To be looked at");
    default: return {};
    }
}

} // namespace vigie::ui
