// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/toast.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/theme/theme.hpp"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace vigie::ui {

namespace {
constexpr int kFootDistance = 40;
constexpr int kMostToasts = 3;
} // namespace

Toast::Toast(const QString &text, const QString &action, std::function<void()> run, int milliseconds, QWidget *parent)
    : QFrame(parent), label_(new QLabel(text, this)), run_(std::move(run))
{
    setProperty("role", "toast");
    setAccessibleName(text);
    label_->setWordWrap(text.size() > 90);
    label_->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin + kGrid, kGap, kMargin, kGap);
    layout->setSpacing(kMargin);
    layout->addWidget(label_);
    if (!action.isEmpty()) {
        button_ = new QPushButton(action, this);
        button_->setAccessibleName(action);
        button_->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button_);
        connect(button_, &QPushButton::clicked, this, &Toast::trigger);
    }
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, timer] {
        if (underMouse() || (button_ != nullptr && button_->hasFocus()))
            timer->start(1000); // somebody is about to press it
        else
            Q_EMIT ended();
    });
    timer->start(milliseconds);
}

void Toast::setText(const QString &text)
{
    label_->setText(text);
    setAccessibleName(text);
    adjustSize();
}

QString Toast::text() const
{
    return label_->text();
}

void Toast::trigger()
{
    const auto run = std::exchange(run_, {});
    if (run)
        run();
    Q_EMIT ended();
}

Toasts::Toasts(QWidget *host) : QObject(host), host_(host)
{
    host->installEventFilter(this);
}

Toast *Toasts::show(const QString &text, int milliseconds)
{
    return showAction(text, {}, {}, milliseconds);
}

Toast *Toasts::showUndo(const QString &text, std::function<void()> undo, int milliseconds)
{
    return showAction(text, tr("Undo"), std::move(undo), milliseconds);
}

Toast *Toasts::showAction(const QString &text, const QString &action, std::function<void()> run, int milliseconds)
{
    auto *toast = new Toast(text, action, std::move(run), milliseconds, host_);
    connect(toast, &Toast::ended, this, [this, toast] {
        toasts_.removeAll(toast);
        toast->hide();
        toast->deleteLater();
        place();
    });
    toasts_.append(toast);
    while (toasts_.size() > kMostToasts) {
        auto oldest = toasts_.takeFirst();
        if (oldest)
            oldest->deleteLater();
    }
    place();
    toast->show();
    QAccessibleEvent said(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    return toast;
}

Toast *Toasts::showError(const Error &error, std::function<void()> retry)
{
    const auto text = errorText(error);
    if (retry && text.offer == Offer::Retry)
        return showAction(text.sentence, text.action, std::move(retry), 12000);
    return show(text.sentence, 9000);
}

QList<Toast *> Toasts::shown() const
{
    QList<Toast *> result;
    for (const auto &toast : toasts_)
        if (toast)
            result.append(toast);
    return result;
}

void Toasts::place()
{
    int y = host_->height() - kFootDistance;
    for (const auto &widget : std::as_const(clear_))
        if (widget && widget->isVisible())
            y = std::min(y, widget->mapTo(host_, QPoint(0, 0)).y() - kGap);
    for (auto it = toasts_.rbegin(); it != toasts_.rend(); ++it) {
        auto *toast = it->data();
        if (toast == nullptr)
            continue;
        toast->setMaximumWidth(std::max(240, host_->width() - 120));
        toast->adjustSize();
        y -= toast->height();
        toast->move((host_->width() - toast->width()) / 2, y);
        toast->raise();
        y -= kGap;
    }
}

void Toasts::keepClear(QWidget *widget)
{
    clear_.append(widget);
    widget->installEventFilter(this);
}

bool Toasts::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    const bool turned = event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (moved || (watched != host_ && turned))
        QMetaObject::invokeMethod(this, &Toasts::place, Qt::QueuedConnection); // when the layout is done
    return QObject::eventFilter(watched, event);
}

} // namespace vigie::ui
