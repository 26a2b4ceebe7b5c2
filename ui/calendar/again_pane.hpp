// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that could be said again: what did better than usual, names no day and was not said lately, each with these reasons in numbers.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <vigie/insight/post_after.hpp>

#include <QWidget>

class QLabel;
class QTableWidget;

namespace vigie::ui {

class EmptyState;

class AgainPane final : public QWidget {
    Q_OBJECT
public:
    AgainPane(CalendarData &data, QWidget *parent);
    void setSuggestions(std::vector<insight::Evergreen> suggestions);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] const insight::Evergreen *chosen() const;

Q_SIGNALS:
    void draftWanted();

private:
    CalendarData &data_;
    std::vector<insight::Evergreen> suggestions_;
    QLabel *words_;
    QTableWidget *table_;
    EmptyState *empty_;
};

} // namespace vigie::ui
