// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/start_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kColumnWidth = 480;
constexpr int kShortestPassphrase = 8;

/// A narrow column in the middle of a page.
QVBoxLayout *column(QWidget *page)
{
    auto *inner = new QWidget(page);
    inner->setFixedWidth(Theme::of(page).scaled(kColumnWidth));
    auto *layout = new QVBoxLayout(inner);
    layout->setSpacing(kMargin);
    // Stretches and not an alignment: an aligned widget is as high as its hint says, which cuts a sentence that wraps.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(inner);
    middle->addStretch(1);
    auto *outer = new QVBoxLayout(page);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);
    return layout;
}

} // namespace

StartPage::StartPage(QWidget *parent) : QStackedWidget(parent)
{
    addWidget(new Skeleton(84, this));
    buildError();
    buildSecrets();
    retranslate();
}

void StartPage::buildError()
{
    error_ = new QWidget(this);
    auto *layout = column(error_);
    errorTitle_ = roleLabel(QStringLiteral("title"), {}, error_);
    errorSentence_ = new QLabel(error_);
    errorSentence_->setWordWrap(true);
    errorPath_ = roleLabel(QStringLiteral("muted"), {}, error_);
    errorPath_->setWordWrap(true);
    errorPath_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QHBoxLayout;
    retry_ = roleButton(QStringLiteral("primary"), error_);
    restore_ = roleButton({}, error_);
    another_ = roleButton({}, error_);
    practice_ = roleButton(QStringLiteral("quiet"), error_);
    for (auto *button : {retry_, restore_, another_, practice_})
        buttons->addWidget(button);
    buttons->addStretch(1);
    layout->addWidget(errorTitle_);
    layout->addWidget(errorSentence_);
    layout->addWidget(errorPath_);
    layout->addLayout(buttons);
    connect(retry_, &QPushButton::clicked, this, &StartPage::retryPressed);
    connect(restore_, &QPushButton::clicked, this, &StartPage::restorePressed);
    connect(another_, &QPushButton::clicked, this, &StartPage::openAnotherPressed);
    connect(practice_, &QPushButton::clicked, this, &StartPage::practicePressed);
    addWidget(error_);
}

void StartPage::buildSecrets()
{
    secrets_ = new QWidget(this);
    auto *layout = column(secrets_);
    secretsTitle_ = roleLabel(QStringLiteral("title"), {}, secrets_);
    secretsSentence_ = new QLabel(secrets_);
    secretsSentence_->setWordWrap(true);
    passphrase_ = new QLineEdit(secrets_);
    again_ = new QLineEdit(secrets_);
    for (auto *field : {passphrase_, again_}) {
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::returnPressed, this, &StartPage::submit);
    }
    secretsError_ = new ErrorBar(secrets_);
    auto *buttons = new QHBoxLayout;
    seal_ = roleButton(QStringLiteral("primary"), secrets_);
    memory_ = roleButton({}, secrets_);
    buttons->addWidget(seal_);
    buttons->addWidget(memory_);
    buttons->addStretch(1);
    layout->addWidget(secretsTitle_);
    layout->addWidget(secretsSentence_);
    layout->addWidget(passphrase_);
    layout->addWidget(again_);
    layout->addWidget(secretsError_);
    layout->addLayout(buttons);
    connect(seal_, &QPushButton::clicked, this, &StartPage::submit);
    connect(memory_, &QPushButton::clicked, this, &StartPage::memoryChosen);
    addWidget(secrets_);
}

void StartPage::showOpening()
{
    setCurrentIndex(0);
}

void StartPage::showError(const Error &error, const QString &path)
{
    lastError_ = error;
    errorPath_->setText(path);
    const auto offer = errorText(error).offer;
    restore_->setVisible(offer == Offer::RestoreBackup || error.code == Errc::Storage);
    retry_->setVisible(offer != Offer::RestoreBackup && offer != Offer::ChooseAnother);
    retranslate();
    setCurrentWidget(error_);
    (retry_->isVisibleTo(this) ? retry_ : restore_->isVisibleTo(this) ? restore_ : another_)->setFocus();
}

void StartPage::askSecrets(bool exists)
{
    exists_ = exists;
    passphrase_->clear();
    again_->clear();
    again_->setVisible(!exists);
    secretsError_->clear();
    retranslate();
    setCurrentWidget(secrets_);
    passphrase_->setFocus();
}

void StartPage::wrongPassphrase()
{
    secretsError_->setMessage(tr("This passphrase does not open the file. Nothing was changed; try again."));
    passphrase_->selectAll();
    passphrase_->setFocus();
}

void StartPage::submit()
{
    const auto typed = passphrase_->text();
    if (!exists_ && typed.size() < kShortestPassphrase)
        return secretsError_->setMessage(tr("Take at least %n characters: the file is only as safe as its passphrase.", nullptr, kShortestPassphrase));
    if (!exists_ && typed != again_->text())
        return secretsError_->setMessage(tr("The two passphrases differ. Nothing was made yet."));
    secretsError_->clear();
    Q_EMIT passphraseGiven(Secret(utf8(typed)));
}

void StartPage::retranslate()
{
    errorTitle_->setText(tr("The workspace did not open"));
    errorSentence_->setText(errorSentence(lastError_));
    retry_->setText(tr("Try again"));
    restore_->setText(tr("Restore a backup..."));
    another_->setText(tr("Open another workspace..."));
    practice_->setText(tr("Open the practice workspace"));
    secretsTitle_->setText(exists_ ? tr("Unlock the sign-ins") : tr("Where shall sign-ins be kept?"));
    secretsSentence_->setText(exists_ ? tr("This desktop has no keyring. The sign-ins of your accounts are in a sealed file; its passphrase opens it.")
                                      : tr("This desktop has no keyring. Vigie can keep the sign-ins of your accounts in a file sealed with a passphrase, or only until you quit."));
    passphrase_->setPlaceholderText(tr("Passphrase"));
    passphrase_->setAccessibleName(tr("Passphrase"));
    again_->setPlaceholderText(tr("The same once more"));
    again_->setAccessibleName(tr("Passphrase, the same once more"));
    seal_->setText(exists_ ? tr("Unlock") : tr("Make a sealed file"));
    memory_->setText(exists_ ? tr("Go on without them until I quit") : tr("Keep them until I quit"));
    for (auto *button : {retry_, restore_, another_, practice_, seal_, memory_})
        button->setAccessibleName(button->text());
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

} // namespace vigie::ui
