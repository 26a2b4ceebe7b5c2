// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts that have no day yet.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QListView;

namespace vigie::ui {

class PaneHeader;

class UnplannedModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit UnplannedModel(CalendarData &data, QObject *parent);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] PlanId idAt(int row) const;
    [[nodiscard]] int rowOf(PlanId id) const;

private:
    CalendarData &data_;
    std::vector<calendar::Post> rows_;
};

class UnplannedList final : public QWidget {
    Q_OBJECT
public:
    UnplannedList(CalendarData &data, QWidget *parent);
    [[nodiscard]] UnplannedModel *model() const { return model_; }
    [[nodiscard]] QListView *view() const { return view_; }

Q_SIGNALS:
    void editWanted(vigie::PlanId id);

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    CalendarData &data_;
    UnplannedModel *model_;
    PaneHeader *header_;
    QListView *view_;
    QLabel *none_;
};

} // namespace vigie::ui
