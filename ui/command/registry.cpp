// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/registry.hpp"

#include "ui/settings/preferences.hpp"
#include "ui/theme/theme.hpp"

#include <vigie/base/log.hpp>

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QJsonArray>
#include <QMenu>

#include <algorithm>

namespace vigie::ui {

struct CommandRegistry::Entry {
    Command command;
    QAction *action = nullptr;
    QList<QKeySequence> keys;
    bool remapped = false;
    struct Button {
        QPointer<QAbstractButton> widget;
        bool withText;
    };
    std::vector<Button> buttons;
};

CommandRegistry::CommandRegistry(QWidget *window, Preferences &preferences, const Theme &theme)
    : QObject(window), window_(window), preferences_(preferences), theme_(theme)
{
    window->installEventFilter(this);
}

CommandRegistry::~CommandRegistry() = default;

bool CommandRegistry::add(Command command)
{
    auto entry = std::make_unique<Entry>();
    entry->command = std::move(command);
    const auto &id = entry->command.id;
    if (byId_.contains(id)) {
        log::error("window", "command {} is declared twice", id.toStdString());
        return false;
    }
    entry->keys = entry->command.keys;
    const auto changed = preferences_.object(kKeys);
    if (changed.contains(id)) {
        entry->keys.clear();
        for (const auto &key : changed[id].toArray())
            entry->keys.append(QKeySequence(key.toString(), QKeySequence::PortableText));
        entry->remapped = true;
    }
    QKeySequence which;
    if (const auto *other = conflict(*entry, entry->keys, &which)) {
        log::error("window", "command {}: the key {} belongs to {}", id.toStdString(), which.toString().toStdString(), other->command.id.toStdString());
        if (!entry->remapped)
            return false;
        entry->keys.clear(); // a key of an older version taken by a new command: keep the command, without a key
    }
    entry->action = new QAction(window_);
    entry->action->setShortcutContext(Qt::WindowShortcut);
    connect(entry->action, &QAction::triggered, this, [this, id] { run(id); });
    window_->addAction(entry->action);
    if (auto *context = entry->command.context)
        connect(context, &QObject::destroyed, this, [this, id] {
            auto *dead = byId_.take(id);
            delete dead->action;
            std::erase_if(entries_, [dead](const auto &candidate) { return candidate.get() == dead; });
        });
    byId_.insert(id, entry.get());
    entries_.push_back(std::move(entry));
    refresh(*entries_.back());
    return true;
}

void CommandRegistry::setActiveContext(QWidget *panel)
{
    active_ = panel;
    refreshAll();
}

CommandRegistry::Entry *CommandRegistry::entry(const QString &id) const
{
    return byId_.value(id, nullptr);
}

const Command *CommandRegistry::find(const QString &id) const
{
    const auto *found = entry(id);
    return found != nullptr ? &found->command : nullptr;
}

std::vector<const Command *> CommandRegistry::all() const
{
    std::vector<const Command *> result;
    for (const auto &entry : entries_)
        result.push_back(&entry->command);
    return result;
}

std::vector<const Command *> CommandRegistry::active() const
{
    std::vector<const Command *> result;
    for (const bool global : {false, true})
        for (const auto &entry : entries_) {
            const auto &command = entry->command;
            if ((command.context == nullptr) == global && (global || command.context == active_) && enabled(command.id))
                result.push_back(&command);
        }
    return result;
}

bool CommandRegistry::enabled(const QString &id) const
{
    const auto *found = entry(id);
    if (found == nullptr || (found->command.context != nullptr && found->command.context != active_))
        return false;
    return !found->command.enabledWhen || found->command.enabledWhen();
}

bool CommandRegistry::run(const QString &id)
{
    if (!enabled(id))
        return false;
    const auto work = entry(id)->command.run; // a copy: the command may end its panel
    Q_EMIT ran(id);
    work();
    refreshAll();
    return true;
}

QAction *CommandRegistry::action(const QString &id) const
{
    const auto *found = entry(id);
    return found != nullptr ? found->action : nullptr;
}

QList<QKeySequence> CommandRegistry::keys(const QString &id) const
{
    const auto *found = entry(id);
    return found != nullptr ? found->keys : QList<QKeySequence>{};
}

QString CommandRegistry::keyText(const QString &id) const
{
    const auto all = keys(id);
    return all.isEmpty() ? QString() : all.first().toString(QKeySequence::NativeText);
}

const CommandRegistry::Entry *CommandRegistry::conflict(const Entry &wanted, const QList<QKeySequence> &keys, QKeySequence *which) const
{
    for (const auto &other : entries_) {
        if (other.get() == &wanted)
            continue;
        const auto *mine = wanted.command.context, *theirs = other->command.context;
        if (mine != nullptr && theirs != nullptr && mine != theirs)
            continue; // never active together
        for (const auto &key : keys)
            if (!key.isEmpty() && other->keys.contains(key)) {
                *which = key;
                return other.get();
            }
    }
    return nullptr;
}

std::optional<CommandRegistry::Refusal> CommandRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    auto *found = entry(id);
    if (found == nullptr)
        return Refusal{};
    QKeySequence which;
    if (const auto *other = conflict(*found, keys, &which))
        return Refusal{other->command.id, which};
    found->keys = keys;
    found->remapped = keys != found->command.keys;
    remember(id, found->remapped ? &keys : nullptr);
    refresh(*found);
    Q_EMIT keysChanged();
    return std::nullopt;
}

void CommandRegistry::resetKeys(const QString &id)
{
    if (auto *found = entry(id))
        setKeys(id, found->command.keys);
}

bool CommandRegistry::isRemapped(const QString &id) const
{
    const auto *found = entry(id);
    return found != nullptr && found->remapped;
}

void CommandRegistry::remember(const QString &id, const QList<QKeySequence> *keys)
{
    auto changed = preferences_.object(kKeys);
    changed.remove(id);
    if (keys != nullptr) {
        QJsonArray list;
        for (const auto &key : *keys)
            list.append(key.toString(QKeySequence::PortableText));
        changed.insert(id, list);
    }
    preferences_.set(kKeys, changed);
}

QMenu *CommandRegistry::menu(const QStringList &ids, QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    for (const auto &id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (auto *found = action(id))
            menu->addAction(found);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, ids] {
        for (const auto &id : ids)
            if (auto *found = entry(id))
                const_cast<CommandRegistry *>(this)->refresh(*found);
    });
    return menu;
}

void CommandRegistry::bind(QAbstractButton *button, const QString &id, bool withText)
{
    auto *found = entry(id);
    if (found == nullptr)
        return;
    found->buttons.push_back({button, withText});
    connect(button, &QAbstractButton::clicked, this, [this, id] { run(id); });
    refresh(*found);
}

void CommandRegistry::refresh(Entry &entry)
{
    const auto text = entry.command.text();
    const bool on = enabled(entry.command.id);
    // An action whose panel is behind must not claim its keys; one that is merely not possible keeps them, so that a
    // stray key does nothing instead of reaching another widget.
    const bool inFront = entry.command.context == nullptr || entry.command.context == active_;
    entry.action->setText(text);
    entry.action->setShortcuts(inFront ? entry.keys : QList<QKeySequence>{});
    entry.action->setEnabled(inFront);
    if (!entry.command.icon.isEmpty() && entry.action->icon().isNull())
        entry.action->setIcon(theme_.icon(entry.command.icon));
    const auto key = keyText(entry.command.id);
    std::erase_if(entry.buttons, [](const auto &button) { return button.widget.isNull(); });
    for (const auto &button : entry.buttons) {
        if (button.withText)
            button.widget->setText(text);
        else if (button.widget->icon().isNull() && !entry.command.icon.isEmpty())
            button.widget->setIcon(theme_.icon(entry.command.icon));
        button.widget->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
        button.widget->setAccessibleName(text);
        button.widget->setEnabled(on);
    }
}

void CommandRegistry::refreshAll()
{
    for (const auto &entry : entries_)
        refresh(*entry);
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window_ && event->type() == QEvent::LanguageChange)
        refreshAll();
    return QObject::eventFilter(watched, event);
}

} // namespace vigie::ui
