// SPDX-License-Identifier: GPL-3.0-or-later
// The look of a table of which one chooses whole rows: no grid, no numbers, one column that takes the room there is.
// Thread: the window's.
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace vigie::ui {

inline void showAsRows(QTableView &table, int wideColumn)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace vigie::ui
