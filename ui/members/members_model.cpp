// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/members_model.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

void MembersModel::setLines(std::vector<PersonLine> lines)
{
    beginResetModel();
    lines_ = std::move(lines);
    endResetModel();
}

void MembersModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

const PersonLine *MembersModel::line(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < lines_.size() ? &lines_[static_cast<std::size_t>(row)] : nullptr;
}

int MembersModel::rowOf(MemberId person) const
{
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const PersonLine &line) { return line.person == person || line.shown == person; });
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool MembersModel::isLate(const PersonLine &line) const
{
    const auto today = format::local(bridge_.now(), bridge_.zone()).date();
    const auto day = QDate::fromString(qs(line.stepDay), Qt::ISODate);
    return line.promiseDue ? *line.promiseDue < bridge_.now() : day.isValid() && day < today;
}

QString MembersModel::owed(const PersonLine &line) const
{
    QStringList out;
    if (line.promiseDue)
        out << (isLate(line) ? tr("promise late since %1") : tr("promised by %1")).arg(format::dateTime(*line.promiseDue, bridge_.zone()));
    if (!line.stepText.empty()) {
        const auto day = QDate::fromString(qs(line.stepDay), Qt::ISODate);
        const auto text = qs(line.stepText).simplified();
        out << (day.isValid() ? tr("%1: %2", "a day, then what is to be done").arg(QLocale().toString(day, QLocale::ShortFormat), text) : text);
    }
    return out.join(QStringLiteral(" \u00B7 "));
}

QString MembersModel::words(const PersonLine &line, int column) const
{
    switch (column) {
    case Name: return line.name.empty() ? qs(line.handle) : QStringLiteral("%1  @%2").arg(qs(line.name), qs(line.handle));
    case Networks: {
        QStringList badges;
        for (const auto &one : line.connectors)
            badges << bridge_.networkName(one);
        badges.removeDuplicates();
        return badges.join(QStringLiteral(", "));
    }
    case Exchanges: return line.exchanges == 0 ? QString() : format::number(line.exchanges);
    case Audience: return line.audience < 0 ? QString() : format::compact(line.audience);
    case Heard: return format::ago(line.lastSeen, bridge_.now());
    case Owed: return owed(line);
    default: return {};
    }
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    const auto *found = line(index.row());
    if (found == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return words(*found, index.column());
    if (role == Qt::ToolTipRole)
        return words(*found, index.column()).toHtmlEscaped();
    if (role == Qt::ForegroundRole && index.column() == Owed && isLate(*found))
        return Theme::of(this).colors().neg;
    return {};
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Who");
    case Networks: return tr("Where");
    case Exchanges: return tr("Exchanges");
    case Audience: return tr("Audience");
    case Heard: return tr("Last heard");
    case Owed: return tr("Promised, planned");
    default: return {};
    }
}

} // namespace vigie::ui
