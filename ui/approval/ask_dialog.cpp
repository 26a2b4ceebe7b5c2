// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/ask_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/handover.hpp>
#include <vigie/app/mail.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <memory>

namespace vigie::ui {

namespace {
constexpr int kWidth = 480;
}

AskDialog::AskDialog(Bridge &bridge, PlanId plan, QWidget *parent)
    : QDialog(parent), bridge_(bridge), plan_(plan), name_(new QLineEdit(this)), address_(new QLineEdit(this)), lang_(new QComboBox(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask somebody without Vigie"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("They get a page that shows the post and has a code for exactly these words. Their answer by mail is taken in by itself; "
                                                               "an answer in a file is opened with \"Take in an answer\"."), this));
    layout->addWidget(error_);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [&](const QString &words, QWidget *field) {
        auto *label = roleLabel(QStringLiteral("muted"), words, this);
        label->setBuddy(field);
        field->setAccessibleName(words);
        form->addRow(label, field);
    };
    add(tr("Name"), name_);
    add(tr("Mail address"), address_);
    add(tr("Language of the page"), lang_);
    lang_->addItem(QStringLiteral("fran\u00E7ais"), QStringLiteral("fr"));
    lang_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    lang_->setCurrentIndex(QLocale().language() == QLocale::French ? 0 : 1);
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    mail_ = buttons->addButton(tr("Send by mail"), QDialogButtonBox::ActionRole);
    file_ = buttons->addButton(tr("Save the page..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(mail_, &QPushButton::clicked, this, &AskDialog::mail);
    connect(file_, &QPushButton::clicked, this, &AskDialog::chooseFile);
    connect(name_, &QLineEdit::textChanged, this, &AskDialog::follow);
    connect(address_, &QLineEdit::textChanged, this, &AskDialog::follow);
    resize(Theme::of(this).scaled(kWidth), sizeHint().height());
    name_->setFocus();
    follow();
}

void AskDialog::follow()
{
    mail_->setEnabled(net::isMailAddress(utf8(address_->text().trimmed())));
    file_->setEnabled(!name_->text().trimmed().isEmpty() || mail_->isEnabled());
}

app::ApprovalAsk AskDialog::ask() const
{
    return {plan_, {utf8(name_->text().trimmed()), utf8(address_->text().trimmed())}, bridge_.person(), utf8(lang_->currentData().toString())};
}

/// The keyring may take its time, so beside the window.
void AskDialog::withKey(std::function<void(const app::BundleKey &)> then)
{
    auto *workspace = bridge_.workspace();
    if (workspace == nullptr)
        return;
    bridge_.work<std::shared_ptr<app::BundleKey>>(
        this,
        [workspace]() -> Result<std::shared_ptr<app::BundleKey>> {
            VIGIE_TRY(auto key, app::bundleKey(workspace->secrets(), app::exchangerOf(*workspace)));
            return std::make_shared<app::BundleKey>(std::move(key));
        },
        [this, then = std::move(then)](Result<std::shared_ptr<app::BundleKey>> key) {
            if (!key)
                return error_->setError(key.error());
            then(**key);
        });
}

void AskDialog::mail()
{
    withKey([this](const app::BundleKey &key) {
        auto shared = std::make_shared<app::BundleKey>(key);
        bridge_.write<QuestionId>(
            this, [ask = ask(), shared](store::Tx &tx) { return app::mailApproval(tx, ask, *shared); },
            [this](Result<QuestionId> sent) {
                if (!sent && sent.error().code == Errc::NotFound)
                    return error_->setMessage(tr("There is no mail account yet, so nothing was sent. Add one in the settings, or save the page as a file."));
                if (!sent)
                    return error_->setError(sent.error());
                if (auto *workspace = bridge_.workspace())
                    workspace->mail().wake();
                accept();
            });
    });
}

void AskDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the page"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QStringLiteral("vigie-%1.html").arg(plan_.value));
    connect(dialog, &QFileDialog::fileSelected, this, &AskDialog::saveTo);
    dialog->open();
}

void AskDialog::saveTo(const QString &path)
{
    withKey([this, path](const app::BundleKey &key) {
        auto shared = std::make_shared<app::BundleKey>(key);
        bridge_.write<std::string>(
            this,
            [ask = ask(), shared](store::Tx &tx) -> Result<std::string> {
                VIGIE_TRY(auto paper, app::makeApprovalPage(tx, ask, *shared));
                return std::move(paper.html);
            },
            [this, path](Result<std::string> html) {
                if (!html)
                    return error_->setError(html.error());
                bridge_.work<bool>(
                    this, [path, bytes = *html] { return writeFile(path, bytes); },
                    [this](Result<bool> done) {
                        if (!done)
                            return error_->setError(done.error());
                        accept();
                    });
            });
    });
}

} // namespace vigie::ui
