// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/key_help.hpp"

#include "ui/command/key_sheet.hpp"
#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 760;
}

KeyHelp::KeyHelp(CommandRegistry &commands, QWidget *host)
    : QFrame(host), commands_(commands), host_(host), title_(roleLabel(QStringLiteral("title"), {}, this)), print_(roleButton(QStringLiteral("link"), this)), close_(roleButton(QStringLiteral("quiet"), this)),
      scroll_(new QScrollArea(this))
{
    setProperty("role", "overlay");
    setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    close_->setIcon(Theme::of(this).icon(QStringLiteral("close")));
    head->addWidget(print_);
    head->addWidget(close_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kWideMargin);
    layout->addLayout(head);
    layout->addWidget(scroll_);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    connect(close_, &QPushButton::clicked, this, &KeyHelp::dismiss);
    connect(print_, &QPushButton::clicked, this, [this] { printKeySheet(commands_, host_->window()); });
    host_->installEventFilter(this);
    hide();
}

void KeyHelp::open(const QString &panelTitle)
{
    focusBefore_ = QApplication::focusWidget();
    panelTitle_ = panelTitle;
    fill();
    place();
    show();
    raise();
    setFocus();
}

void KeyHelp::dismiss()
{
    hide();
    if (focusBefore_)
        focusBefore_->setFocus();
}

void KeyHelp::fill()
{
    title_->setText(tr("Keys"));
    setAccessibleName(tr("Keys"));
    print_->setText(tr("Print all keys..."));
    print_->setAccessibleName(print_->text());
    print_->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
    close_->setAccessibleName(tr("Close"));
    close_->setToolTip(tr("Close"));
    auto *content = new QWidget(scroll_);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    for (const bool global : {false, true}) {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(kMargin);
        grid->setVerticalSpacing(kGrid + 2);
        grid->addWidget(roleLabel(QStringLiteral("strong"), global ? tr("Everywhere") : panelTitle_, content), 0, 0, 1, 2);
        int row = 1;
        for (const auto *command : commands_.all()) {
            const auto keys = commands_.keys(command->id);
            if (!command->inHelp || keys.isEmpty() || (command->context == nullptr) != global || (!global && command->context != commands_.activeContext()))
                continue;
            auto *caps = new QWidget(content);
            auto *line = new QHBoxLayout(caps);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(kGrid);
            for (const auto &key : keys)
                line->addWidget(roleLabel(QStringLiteral("key"), key.toString(QKeySequence::NativeText), caps));
            line->addStretch(1);
            grid->addWidget(caps, row, 0);
            auto *words = roleLabel({}, command->text(), content);
            words->setWordWrap(true);
            grid->addWidget(words, row, 1);
            ++row;
        }
        if (row == 1)
            grid->addWidget(roleLabel(QStringLiteral("muted"), tr("This panel has no keys of its own."), content), 1, 0, 1, 2);
        grid->setColumnStretch(1, 1);
        grid->setRowStretch(row + 1, 1);
        columns->addLayout(grid, 1);
    }
    scroll_->setWidget(content);
}

void KeyHelp::place()
{
    const int width = std::min(Theme::of(this).scaled(kWidth), host_->width() - 40);
    const int height = std::min(scroll_->widget()->sizeHint().height() + 90, host_->height() - 40);
    resize(width, height);
    move((host_->width() - width) / 2, std::max(20, (host_->height() - height) / 3));
}

void KeyHelp::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Question)
        dismiss();
    else if (event->matches(QKeySequence::Print))
        printKeySheet(commands_, host_->window());
    else
        QFrame::keyPressEvent(event);
}

bool KeyHelp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == host_ && isVisible()) {
        if (event->type() == QEvent::Resize)
            place();
        if (event->type() == QEvent::MouseButtonPress)
            dismiss();
    }
    return QFrame::eventFilter(watched, event);
}

void KeyHelp::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && isVisible())
        fill();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
