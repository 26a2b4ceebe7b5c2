// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/wait_step.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace vigie::ui {

WaitStep::WaitStep(QWidget *parent)
    : QWidget(parent), title_(roleLabel(QStringLiteral("title"), {}, this)), progress_(roleLabel({}, {}, this)), codeHelp_(roleLabel(QStringLiteral("small"), {}, this)),
      userCode_(roleLabel({}, {}, this)), deviceHelp_(roleLabel(QStringLiteral("muted"), {}, this)), code_(new QLineEdit(this)), give_(roleButton(QStringLiteral("primary"), this)),
      copy_(roleButton({}, this)), open_(roleButton(QStringLiteral("primary"), this)), stop_(roleButton({}, this))
{
    for (auto *label : {title_, progress_, codeHelp_, deviceHelp_})
        label->setWordWrap(true);
    for (auto *label : {progress_, userCode_})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *codeLine = new QHBoxLayout;
    codeLine->addWidget(code_, 1);
    codeLine->addWidget(give_);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {open_, copy_, stop_})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(title_);
    layout->addWidget(progress_);
    layout->addWidget(userCode_);
    layout->addWidget(deviceHelp_);
    layout->addLayout(codeLine);
    layout->addWidget(codeHelp_);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(give_, &QPushButton::clicked, this, &WaitStep::give);
    connect(code_, &QLineEdit::returnPressed, this, &WaitStep::give);
    connect(stop_, &QPushButton::clicked, this, &WaitStep::stopped);
    connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(userCode_->text()); });
    connect(open_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(page_)); });
    connect(&Theme::of(this), &Theme::changed, this, &WaitStep::retranslate);
    clear();
    retranslate();
}

void WaitStep::clear()
{
    progress_->clear();
    code_->clear();
    userCode_->clear();
    for (auto *widget : std::initializer_list<QWidget *>{code_, give_, codeHelp_, userCode_, deviceHelp_, copy_, open_})
        widget->hide();
    stop_->setFocus();
}

void WaitStep::say(const QString &words)
{
    progress_->setText(words);
    progress_->setAccessibleName(words);
}

void WaitStep::sayAddress(const QString &words, const QString &url)
{
    say(words + QLatin1Char('\n') + url);
}

QString WaitStep::words() const
{
    return progress_->text();
}

void WaitStep::askCode()
{
    for (auto *widget : std::initializer_list<QWidget *>{code_, give_, codeHelp_})
        widget->show();
    code_->setFocus();
}

void WaitStep::showCode(const app::DeviceCode &code, const QString &until)
{
    until_ = until;
    page_ = qs(code.verifyUrl);
    userCode_->setText(qs(code.userCode));
    for (auto *widget : std::initializer_list<QWidget *>{userCode_, deviceHelp_, copy_, open_})
        widget->show();
    retranslate();
    copy_->setFocus();
}

void WaitStep::give()
{
    if (!code_->text().trimmed().isEmpty())
        Q_EMIT codeGiven(code_->text());
}

void WaitStep::retranslate()
{
    title_->setText(tr("Waiting for you"));
    code_->setPlaceholderText(tr("Code"));
    code_->setAccessibleName(tr("Code shown in the browser"));
    codeHelp_->setText(tr("The page shows a code after you allowed Vigie. Paste it here."));
    give_->setText(tr("Use this code"));
    auto font = Theme::of(this).font(TextSize::Figure, QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 3);
    userCode_->setFont(font);
    userCode_->setAccessibleName(tr("Code to type: %1").arg(userCode_->text()));
    deviceHelp_->setText(tr("Type this code on %1, here or on another device. It is good until %2; Vigie goes on by itself once you have allowed it.").arg(page_, until_));
    copy_->setText(tr("Copy the code"));
    open_->setText(tr("Open the page"));
    stop_->setText(tr("Stop"));
    for (auto *button : {give_, copy_, open_, stop_})
        button->setAccessibleName(button->text());
}

void WaitStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
