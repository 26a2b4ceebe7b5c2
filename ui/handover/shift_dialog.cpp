// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/shift_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kUsualHours = 8;

/// Words of others are escaped in the sheet; should one slip through, HTML is still none.
void fill(QTextDocument &document, const std::string &markdown)
{
    document.setMarkdown(qs(markdown), QTextDocument::MarkdownNoHTML);
}

} // namespace

ShiftDialog::ShiftDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), since_(new QComboBox(this)), language_(new QComboBox(this)), page_(new QTextBrowser(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shift sheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    for (const int hours : {4, kUsualHours, 12, 24, 72})
        since_->addItem(tr("What is new since %1", "a duration: 8 h").arg(format::duration(std::chrono::hours{hours})), hours);
    since_->setCurrentIndex(since_->findData(kUsualHours));
    since_->setAccessibleName(tr("Since"));
    language_->addItem(tr("French"), QStringLiteral("fr"));
    language_->addItem(tr("English"), QStringLiteral("en"));
    language_->setCurrentIndex(QLocale().language() == QLocale::French ? 0 : 1);
    language_->setAccessibleName(tr("Language of the sheet"));
    auto *head = new FlowLayout(nullptr, kGap);
    head->addWidget(since_);
    head->addWidget(language_);
    layout->addLayout(head);
    page_->setOpenLinks(false);
    page_->setAccessibleName(windowTitle());
    layout->addWidget(page_, 1);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *pdf = buttons->addButton(tr("Save as PDF..."), QDialogButtonBox::ActionRole);
    auto *plain = buttons->addButton(tr("Save as text..."), QDialogButtonBox::ActionRole);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(pdf, &QPushButton::clicked, this, [this] { askFile(QStringLiteral("pdf")); });
    connect(plain, &QPushButton::clicked, this, [this] { askFile(QStringLiteral("md")); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(qs(text())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(since_, &QComboBox::currentIndexChanged, this, &ShiftDialog::ask);
    connect(language_, &QComboBox::currentIndexChanged, this, &ShiftDialog::show);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(720), Theme::of(this).scaled(620)}));
    ask();
}

void ShiftDialog::ask()
{
    const auto number = generation_.next();
    const auto since = shell_.bridge.now() - std::chrono::hours{since_->currentData().toInt()};
    shell_.bridge.read<desk::ShiftSheet>(this, [since, person = shell_.bridge.person()](store::Tx &tx) { return desk::shiftSheet(tx, since, person); },
                                         [this, number](Result<desk::ShiftSheet> sheet) {
                                             if (!generation_.is(number))
                                                 return;
                                             if (!sheet)
                                                 return error_->setError(sheet.error());
                                             error_->clear();
                                             sheet_ = std::move(*sheet);
                                             ready_ = true;
                                             show();
                                         });
}

std::string ShiftDialog::text() const
{
    return desk::shiftText(sheet_, utf8(language_->currentData().toString()));
}

void ShiftDialog::show()
{
    if (ready_)
        fill(*page_->document(), text());
}

void ShiftDialog::askFile(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Save the shift sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix](const QString &path) {
        const bool saved = suffix == QLatin1String("pdf") ? savePdf(path) : saveText(path);
        if (!saved)
            error_->setMessage(tr("The sheet could not be written to %1").arg(path));
    });
    dialog->open();
}

bool ShiftDialog::savePdf(const QString &path)
{
    QTextDocument document;
    fill(document, text());
    return writePdf(path, windowTitle(), document).has_value();
}

bool ShiftDialog::saveText(const QString &path)
{
    return writeFile(path, text()).has_value();
}

} // namespace vigie::ui
