// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window. Ids are unique and keys do not conflict: a command of one panel may use the same key as
// a command of another panel, never that of a command that is active at the same time.
// Thread: the window's. Errors: add() and setKeys() refuse and say which command stands in the way.
#pragma once

#include "ui/command/command.hpp"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QAction;
class QAbstractButton;
class QMenu;

namespace vigie::ui {

class Preferences;
class Theme;

class CommandRegistry final : public QObject {
    Q_OBJECT
public:
    struct Refusal {
        QString id;      ///< the command that already has the id or the key
        QKeySequence key;
    };

    /// Actions are added to `window`, so that they are active in it and not in dialogs.
    CommandRegistry(QWidget *window, Preferences &preferences, const Theme &theme);
    ~CommandRegistry() override;

    /// False (and a line in the log) when the id is taken or a key conflicts; the command is then not added.
    bool add(Command command);
    /// The panel in front: only its commands and the global ones are active.
    void setActiveContext(QWidget *panel);
    [[nodiscard]] QWidget *activeContext() const { return active_; }

    [[nodiscard]] const Command *find(const QString &id) const;
    [[nodiscard]] std::vector<const Command *> all() const;
    /// Those that could be run now, global ones last.
    [[nodiscard]] std::vector<const Command *> active() const;
    [[nodiscard]] bool enabled(const QString &id) const;
    /// Runs it if it is enabled now; true when it ran.
    bool run(const QString &id);

    [[nodiscard]] QAction *action(const QString &id) const;
    /// Keys in force (the person's, else the default); the first as text for a key cap.
    [[nodiscard]] QList<QKeySequence> keys(const QString &id) const;
    [[nodiscard]] QString keyText(const QString &id) const;
    /// Empty answer: done and remembered. Otherwise the command in the way, and nothing changed.
    std::optional<Refusal> setKeys(const QString &id, const QList<QKeySequence> &keys);
    void resetKeys(const QString &id);
    [[nodiscard]] bool isRemapped(const QString &id) const;

    /// A menu of these commands ("" for a separator); texts and states follow. The caller owns it.
    [[nodiscard]] QMenu *menu(const QStringList &ids, QWidget *parent) const;
    /// Lets a button run a command: text, tool tip with the key, accessible name, enabled state.
    void bind(QAbstractButton *button, const QString &id, bool withText = true);

Q_SIGNALS:
    void ran(const QString &id);
    void keysChanged();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    struct Entry;
    [[nodiscard]] Entry *entry(const QString &id) const;
    [[nodiscard]] const Entry *conflict(const Entry &wanted, const QList<QKeySequence> &keys, QKeySequence *which) const;
    void refresh(Entry &entry);
    void refreshAll();
    void remember(const QString &id, const QList<QKeySequence> *keys);

    QWidget *window_;
    Preferences &preferences_;
    const Theme &theme_;
    QPointer<QWidget> active_;
    std::vector<std::unique_ptr<Entry>> entries_;
    QHash<QString, Entry *> byId_;
};

} // namespace vigie::ui
