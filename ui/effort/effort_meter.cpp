// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/effort/effort_meter.hpp"

#include "ui/app/panel.hpp"
#include "ui/command/registry.hpp"
#include "ui/effort/effort_dialog.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/settings/settings_table_effort.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QSet>

namespace vigie::ui {

namespace {

constexpr int kSaveAfterMs = 20'000;

/// After these the conversation has been dealt with.
bool endsTicket(const QString &id)
{
    static const QSet<QString> kEnding{QStringLiteral("inbox.markDone"), QStringLiteral("inbox.ignore"), QStringLiteral("inbox.send"), QStringLiteral("inbox.snooze"),
                                       QStringLiteral("inbox.waitInside"), QStringLiteral("inbox.waitMember"), QStringLiteral("inbox.passOn")};
    return kEnding.contains(id);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr;
}

} // namespace

EffortMeter::EffortMeter(Shell &shell, QWidget *window) : QObject(window), shell_(shell), window_(window), book_(EffortBook::fromJson(shell.preferences.object(kEffort)))
{
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveAfterMs);
    connect(&saveTimer_, &QTimer::timeout, this, &EffortMeter::save);
    connect(&shell_.commands, &CommandRegistry::ran, this, &EffortMeter::ran);
    setOn(book_.isOn());
    shell_.commands.add({QStringLiteral("window.effort"), [] { return tr("Keys and seconds per conversation, for yourself"); }, QStringLiteral("keyboard"), {}, nullptr,
                         [this] { showSheet(); }, {}});
}

EffortMeter::~EffortMeter()
{
    if (saveTimer_.isActive())
        save();
}

void EffortMeter::setOn(bool on)
{
    if (on != watching_) {
        if (on)
            qApp->installEventFilter(this);
        else
            qApp->removeEventFilter(this);
        watching_ = on;
        sinceLast_.invalidate();
    }
    if (book_.isOn() == on)
        return;
    book_.setOn(on);
    save();
    Q_EMIT counted();
}

void EffortMeter::forget()
{
    book_.forget();
    save();
    Q_EMIT counted();
}

bool EffortMeter::atInbox() const
{
    const auto *panel = qobject_cast<const Panel *>(shell_.commands.activeContext());
    return panel != nullptr && panel->id() == QLatin1String("inbox") && window_->isActiveWindow();
}

/// Whatever becomes of a key, a command or a letter, it is first asked for as a shortcut of the widget that has the focus; what
/// is not taken there goes on to its parents, as clicks do, and is not counted again.
bool EffortMeter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *focus = QApplication::focusWidget();
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == (focus != nullptr ? focus : window_) && !key->isAutoRepeat() && !isModifier(key->key()) && atInbox())
            acted(true);
    } else if (event->type() == QEvent::MouseButtonPress && watched->isWindowType() && atInbox()) {
        acted(false);
    }
    return false;
}

void EffortMeter::acted(bool byKey)
{
    const auto today = QDate::currentDate();
    byKey_ = byKey;
    if (byKey)
        book_.press(today);
    else
        book_.click(today);
    if (sinceLast_.isValid())
        book_.spend(today, static_cast<double>(sinceLast_.elapsed()) / 1000);
    sinceLast_.start();
    if (!saveTimer_.isActive())
        saveTimer_.start();
    Q_EMIT counted();
}

void EffortMeter::ran(const QString &id)
{
    if (!watching_ || !id.startsWith(QLatin1String("inbox.")))
        return;
    const auto today = QDate::currentDate();
    book_.ran(today, id, byKey_);
    if (endsTicket(id))
        book_.ticket(today);
    Q_EMIT counted();
}

void EffortMeter::save()
{
    saveTimer_.stop();
    shell_.preferences.set(kEffort, book_.toJson(QDate::currentDate()));
}

void EffortMeter::showSheet()
{
    auto *dialog = new EffortDialog(*this, shell_.commands, window_);
    dialog->open();
}

} // namespace vigie::ui
