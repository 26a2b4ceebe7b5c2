// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_window.hpp"

#include "ui/app/panel.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/column.hpp"
#include "ui/widget/room.hpp"

#include <QCloseEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 380, kHeight = 720;
}

ColumnWindow::ColumnWindow(Shell &shell, Panel &panel, Column &column) : QWidget(nullptr, Qt::Window), shell_(shell), panel_(panel), column_(&column)
{
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&column);
    resize(sizeInRoom(*this, {shell.theme.scaled(kWidth), shell.theme.scaled(kHeight)}));
    retitle();
}

QList<ScreenPlace> ColumnWindow::screens()
{
    QList<ScreenPlace> out;
    const auto all = QGuiApplication::screens();
    for (const auto *screen : all)
        out.append({screen->name(), screen->availableGeometry()});
    return out;
}

QJsonObject ColumnWindow::state() const
{
    const auto place = placeOf(isMaximized() ? normalGeometry() : geometry(), screens());
    return {{QStringLiteral("screen"), place.screen}, {QStringLiteral("x"), place.rect.x()}, {QStringLiteral("y"), place.rect.y()},
            {QStringLiteral("width"), place.rect.width()}, {QStringLiteral("height"), place.rect.height()}, {QStringLiteral("maximized"), isMaximized()}};
}

void ColumnWindow::restore(const QJsonObject &state)
{
    const auto number = [&](const char *key) { return state[QLatin1String(key)].toInt(); };
    const QRect rect(number("x"), number("y"), std::max(number("width"), minimumSizeHint().width()), std::max(number("height"), 200));
    if (const auto place = rectFor({state[QStringLiteral("screen")].toString(), rect}, screens()); !place.isEmpty())
        setGeometry(place);
    if (state[QStringLiteral("maximized")].toBool())
        setWindowState(windowState() | Qt::WindowMaximized);
}

void ColumnWindow::retitle()
{
    setWindowTitle(tr("%1 - Vigie", "name of a column").arg(format::queryName(column_->model().query().name)));
}

/// Keys are those of the panel in front; here they are the feed's, whatever the main window shows.
void ColumnWindow::takeCommands(bool here)
{
    if (here_ == here)
        return;
    here_ = here;
    auto &commands = shell_.commands;
    if (!here) {
        if (commands.activeContext() == &panel_ && before_ != nullptr && !panel_.isVisible())
            commands.setActiveContext(before_);
        return;
    }
    before_ = commands.activeContext();
    for (const auto *command : commands.all())
        if (auto *action = commands.action(command->id); action != nullptr && !actions().contains(action))
            addAction(action);
    if (before_ != &panel_)
        commands.setActiveContext(&panel_);
}

void ColumnWindow::reclaim()
{
    if (!here_ || shell_.commands.activeContext() == &panel_)
        return;
    before_ = shell_.commands.activeContext();
    shell_.commands.setActiveContext(&panel_);
}

void ColumnWindow::letGo()
{
    takeCommands(false);
    column_ = nullptr;
    hide();
    deleteLater();
}

bool ColumnWindow::event(QEvent *event)
{
    if (column_ == nullptr)
        return QWidget::event(event);
    if (event->type() == QEvent::WindowActivate) {
        takeCommands(true);
        column_->takeFocus();
    } else if (event->type() == QEvent::WindowDeactivate || event->type() == QEvent::Hide) {
        takeCommands(false);
    } else if (event->type() == QEvent::LanguageChange) {
        retitle();
    }
    return QWidget::event(event);
}

void ColumnWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace vigie::ui
