// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/choice_popup.hpp"

#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kValueRole = Qt::UserRole, kCheckedRole = Qt::UserRole + 1, kPickRole = Qt::UserRole + 2;
constexpr int kWidth = 300, kMostRows = 8;
} // namespace

ChoicePopup::ChoicePopup(QWidget *parent)
    : QFrame(parent), title_(roleLabel(QStringLiteral("strong"), {}, this)), edit_(new QLineEdit(this)), list_(new QListWidget(this)),
      time_(new QDateTimeEdit(this))
{
    setProperty("role", "overlay");
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kGap);
    layout->addWidget(title_);
    layout->addWidget(edit_);
    layout->addWidget(list_);
    layout->addWidget(time_);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    time_->setCalendarPopup(true);
    edit_->installEventFilter(this);
    time_->installEventFilter(this);
    connect(edit_, &QLineEdit::textChanged, this, &ChoicePopup::filter);
    connect(list_, &QListWidget::itemClicked, this, &ChoicePopup::accept);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // Another place of the window was chosen: the question is over.
        if (isVisible() && now != nullptr && now->window() == window() && now != this && !isAncestorOf(now)) {
            backTo_.clear();
            dismiss();
        }
    });
    hide();
}

void ChoicePopup::ask(const Question &question, QWidget *backTo)
{
    question_ = question;
    backTo_ = backTo;
    title_->setText(question.title);
    setAccessibleName(question.title);
    edit_->setPlaceholderText(question.placeholder);
    edit_->setAccessibleName(question.title);
    list_->setAccessibleName(question.title);
    time_->setAccessibleName(tr("Date and time"));
    time_->hide();
    edit_->show();
    edit_->clear();
    filter();
    const auto &theme = Theme::of(this);
    resize(std::min(theme.scaled(kWidth), parentWidget()->width() - 2 * kMargin), sizeHint().height());
    adjustSize();
    move(std::max(kMargin, (parentWidget()->width() - width()) / 2), std::max(kMargin, parentWidget()->height() / 6));
    show();
    raise();
    edit_->setFocus(Qt::PopupFocusReason);
}

void ChoicePopup::filter()
{
    list_->clear();
    const auto typed = edit_->text().trimmed();
    bool exact = false;
    for (const auto &choice : std::as_const(question_.choices)) {
        if (!typed.isEmpty() && !choice.text.contains(typed, Qt::CaseInsensitive))
            continue;
        exact = exact || choice.text.compare(typed, Qt::CaseInsensitive) == 0;
        auto *item = new QListWidgetItem(choice.detail.isEmpty() ? choice.text : QStringLiteral("%1  \u00B7  %2").arg(choice.text, choice.detail), list_);
        item->setData(kValueRole, choice.value.isEmpty() ? choice.text : choice.value);
        item->setData(kCheckedRole, choice.checked);
        if (choice.checked)
            item->setIcon(Theme::of(this).icon(QStringLiteral("done"), &Colors::accent));
    }
    if (question_.freeText && !typed.isEmpty() && !exact) {
        auto *item = new QListWidgetItem(tr("New: %1").arg(typed));
        item->setData(kValueRole, typed);
        list_->insertItem(list_->count(), item);
    }
    if (question_.picked) {
        auto *item = new QListWidgetItem(tr("Another time..."), list_);
        item->setData(kPickRole, true);
    }
    if (list_->count() > 0)
        list_->setCurrentRow(0);
    const int rows = std::clamp(list_->count(), 1, kMostRows);
    list_->setFixedHeight(rows * std::max(list_->sizeHintForRow(0), Theme::of(this).scaled(20)) + 4);
    list_->setVisible(list_->count() > 0);
    adjustSize();
}

void ChoicePopup::accept()
{
    const auto *item = list_->currentItem();
    if (item == nullptr)
        return;
    if (item->data(kPickRole).toBool()) {
        edit_->hide();
        list_->hide();
        time_->setDateTime(question_.start);
        time_->setMinimumDateTime(question_.start.addDays(-1));
        time_->show();
        time_->setFocus(Qt::PopupFocusReason);
        adjustSize();
        return;
    }
    const auto value = item->data(kValueRole).toString();
    const bool checked = item->data(kCheckedRole).toBool();
    const auto chosen = question_.chosen;
    dismiss();
    if (chosen)
        chosen(value, checked);
}

void ChoicePopup::pick()
{
    const auto picked = question_.picked;
    const auto time = time_->dateTime();
    dismiss();
    if (picked)
        picked(time);
}

void ChoicePopup::dismiss()
{
    const bool mine = isVisible();
    hide();
    if (mine && backTo_)
        backTo_->setFocus(Qt::PopupFocusReason);
    backTo_.clear();
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && (watched == edit_ || watched == time_)) {
        event->accept(); // every key is typing here, not a command
        return true;
    }
    if (event->type() != QEvent::KeyPress || (watched != edit_ && watched != time_))
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (watched == time_)
            pick();
        else
            accept();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (watched != edit_ || list_->count() == 0)
            break;
        list_->setCurrentRow((list_->currentRow() + (key->key() == Qt::Key_Down ? 1 : list_->count() - 1)) % list_->count());
        return true;
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace vigie::ui
