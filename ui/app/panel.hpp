// SPDX-License-Identifier: GPL-3.0-or-later
// A panel of the rail. It owns its widgets, models and commands; the frame only shows it. See docs/ui.md.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <QJsonObject>
#include <QWidget>

namespace vigie::ui {

class Panel : public QWidget {
    Q_OBJECT
public:
    enum class Place { Rail, Foot, Hidden }; ///< Foot: below, with the accounts' health and the settings

    explicit Panel(Shell &shell, QWidget *parent = nullptr) : QWidget(parent), shell_(shell) { setFocusPolicy(Qt::ClickFocus); }

    [[nodiscard]] virtual QString id() const = 0;       ///< "feed"
    [[nodiscard]] virtual QString title() const = 0;    ///< translated, as on the rail
    [[nodiscard]] virtual QString iconName() const = 0; ///< of resources/icons
    [[nodiscard]] virtual Place place() const { return Place::Rail; }
    /// Called once, after construction.
    virtual void registerCommands(CommandRegistry & /*commands*/) {}
    /// It came to the front: put the focus where the keys belong.
    virtual void activated() {}
    virtual void deactivated() {}
    [[nodiscard]] virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject & /*state*/) {}
    /// The first data is on the screen (or words that there is none): pictures and tests wait for it.
    [[nodiscard]] virtual bool ready() const { return true; }
    /// False: something is pending here, the panel has asked the person, and closes the window itself if so decided.
    [[nodiscard]] virtual bool mayClose() { return true; }
    /// Writes its page as PDF to `file`; false when this panel has no page to give (or it could not be written).
    virtual bool exportReport(const QString & /*file*/) { return false; }

Q_SIGNALS:
    /// A number on the rail; 0 hides it.
    void badgeChanged(int count);

protected:
    [[nodiscard]] Shell &shell() const { return shell_; }
    [[nodiscard]] Bridge &bridge() const { return shell_.bridge; }

private:
    Shell &shell_;
};

} // namespace vigie::ui
