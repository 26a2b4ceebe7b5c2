// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda: what the days in view bring, row by row. Its row follows the cursor of the calendar and moves it; what a row
// stands for is opened by whoever hears of it.
// Thread: the window's.
#pragma once

#include "ui/calendar/agenda_model.hpp"

#include <QTableView>

namespace vigie::ui {

class AgendaView final : public QTableView {
    Q_OBJECT
public:
    AgendaView(CalendarData &data, QWidget *parent);
    [[nodiscard]] AgendaModel &rows() const { return *model_; }
    /// The event, phase or day of the year in front; null when it is a post, or nothing.
    [[nodiscard]] const calendar::AgendaRow *besidePosts() const;
    /// Goes to the row of the calendar's cursor.
    void follow();
    /// Little room: the words of the posts need it more than their networks and reactions do.
    void fit();
    void retranslate();

private:
    void take(const QModelIndex &index);
    CalendarData &data_;
    AgendaModel *model_;
    QString chosen_;         ///< key of the row that is no post
    bool following_ = false; ///< the row and the cursor are brought together: neither answers the other
};

} // namespace vigie::ui
