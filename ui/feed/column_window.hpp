// SPDX-License-Identifier: GPL-3.0-or-later
// A window of one column. Every key of the feed works in it; closing it puts the column back.
// Thread: the window's.
#pragma once

#include "ui/feed/window_place.hpp"

#include <QPointer>
#include <QJsonObject>
#include <QWidget>

namespace vigie::ui {

class Column;
class Panel;
class Shell;

class ColumnWindow final : public QWidget {
    Q_OBJECT
public:
    /// `panel`: whose commands act here.
    ColumnWindow(Shell &shell, Panel &panel, Column &column);
    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject &state);
    void retitle();
    /// The main window turned to another panel while this one is in front.
    void reclaim();
    /// The column is taken out of it; it only waits to be deleted.
    void letGo();
    [[nodiscard]] static QList<ScreenPlace> screens();

Q_SIGNALS:
    /// The person closed it.
    void closed();

private:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void takeCommands(bool here);

    Shell &shell_;
    Panel &panel_;
    Column *column_;
    QPointer<QWidget> before_;
    bool here_ = false;
};

} // namespace vigie::ui
