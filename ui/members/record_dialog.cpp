// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/record_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/store/persons.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>
#include <QTextDocument>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

enum Column { What, Value, Origin, Since, Until, Why, ColumnCount };
constexpr int kLookEveryMs = 150;

const char *suffixOf(RecordDialog::Format format)
{
    return format == RecordDialog::Format::Pdf ? "pdf" : format == RecordDialog::Format::Markdown ? "md" : "json";
}

} // namespace

RecordDialog::RecordDialog(Shell &shell, MemberId member, QWidget *parent)
    : QDialog(parent), shell_(shell), member_(member), percent_(std::make_shared<std::atomic<int>>(0)), intro_(wrappedLabel(QStringLiteral("muted"), {}, this)),
      table_(new QTableWidget(0, ColumnCount, this)), language_(new QComboBox(this)), progress_(new QProgressBar(this)), stop_(roleButton(QStringLiteral("quiet"), this)),
      done_(wrappedLabel(QStringLiteral("strong"), {}, this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What is held of this person, and why"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(intro_);
    table_->setHorizontalHeaderLabels({tr("What"), tr("Value"), tr("Where it comes from"), tr("Since"), tr("Until"), tr("Why")});
    table_->setAccessibleName(windowTitle());
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(true);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int wide : {Value, Why})
        table_->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    layout->addWidget(table_, 1);
    auto *out = new FlowLayout(nullptr, kGap);
    language_->addItem(tr("in French"), QStringLiteral("fr"));
    language_->addItem(tr("in English"), QStringLiteral("en"));
    language_->setCurrentIndex(QLocale().language() == QLocale::French ? 0 : 1);
    language_->setAccessibleName(tr("Language of the file"));
    for (const auto &[format, text] : {std::pair(Format::Pdf, tr("Save as PDF...")), std::pair(Format::Markdown, tr("Save as Markdown...")), std::pair(Format::Json, tr("Save as JSON..."))}) {
        auto *button = roleButton(format == Format::Pdf ? QString() : QStringLiteral("quiet"), this);
        button->setText(text);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, what = format] { askFile(what); });
        out->addWidget(button);
        ways_ << button;
    }
    out->addWidget(language_);
    layout->addLayout(out);
    progress_->setAccessibleName(tr("Gathering what is held"));
    stop_->setText(tr("Stop"));
    stop_->setAccessibleName(tr("Stop gathering"));
    layout->addWidget(progress_);
    layout->addWidget(stop_, 0, Qt::AlignLeft);
    done_->setTextFormat(Qt::PlainText);
    done_->hide();
    layout->addWidget(done_);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(stop_, &QPushButton::clicked, this, [this] { *percent_ = -1; });
    connect(language_, &QComboBox::currentIndexChanged, this, &RecordDialog::show);
    setBusy(false);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(860), Theme::of(this).scaled(560)}));
    read();
}

RecordDialog::~RecordDialog()
{
    *percent_ = -1; // nobody waits for it any more
}

std::string RecordDialog::lang() const
{
    return utf8(language_->currentData().toString());
}

void RecordDialog::read()
{
    shell_.bridge.read<PersonCard>(this, [member = member_](store::Tx &tx) { return store::Persons(tx).card(member); }, [this](Result<PersonCard> card) {
        if (!card)
            return error_->setError(card.error());
        card_ = std::move(*card);
        show();
    });
}

void RecordDialog::show()
{
    if (!card_)
        return;
    const auto zone = shell_.bridge.zone();
    intro_->setText(tr("All that is held of %1. A request of the person is answered with a file: everything below, every message, every answer, note and question about them.")
                        .arg(card_->identities.empty() ? QString() : nameOf(card_->identities.front())));
    table_->setRowCount(0);
    for (const auto &datum : card_->held) {
        const int row = table_->rowCount();
        table_->insertRow(row);
        const QString cells[ColumnCount] = {qs(desk::heldWord(datum.key, lang())), qs(datum.value).simplified(), qs(desk::originWord(datum.origin, lang())), format::date(datum.since, zone),
                                            datum.until ? format::date(*datum.until, zone) : QString(), qs(desk::heldWhy(datum.key, lang()))};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column].toHtmlEscaped());
            cell->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            table_->setItem(row, column, cell);
        }
    }
    table_->resizeRowsToContents();
}

void RecordDialog::askFile(Format format)
{
    auto *dialog = new QFileDialog(this, tr("Save what is held"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(suffixOf(format)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportTo(path, format); });
    dialog->open();
}

void RecordDialog::setBusy(bool busy)
{
    progress_->setVisible(busy);
    stop_->setVisible(busy);
    for (auto *button : ways_)
        button->setEnabled(!busy);
}

void RecordDialog::exportTo(const QString &path, Format format)
{
    *percent_ = -1; // of a gathering before
    percent_ = std::make_shared<std::atomic<int>>(0);
    error_->clear();
    done_->hide();
    setBusy(true);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, percent = percent_] {
        if (percent != percent_ || progress_->isHidden())
            return timer->deleteLater();
        progress_->setValue(std::max(0, percent->load()));
    });
    timer->start(kLookEveryMs);
    using Record = std::shared_ptr<const desk::MemberRecord>;
    shell_.bridge.read<Record>(
        this,
        [member = member_, zone = shell_.bridge.zone(), percent = percent_](store::Tx &tx) -> Result<Record> {
            VIGIE_TRY(auto record, desk::gatherRecord(tx, member, zone, [&percent](double share) {
                int now = percent->load();
                return now >= 0 && percent->compare_exchange_strong(now, static_cast<int>(share * 100));
            }));
            return std::make_shared<const desk::MemberRecord>(std::move(record));
        },
        [this, path, format](Result<Record> record) {
            if (record)
                return gathered(*record, path, format);
            setBusy(false);
            if (record.error().code == Errc::Cancelled)
                error_->setMessage(tr("Stopped; no file was written."));
            else
                error_->setError(record.error());
        });
}

void RecordDialog::gathered(const std::shared_ptr<const desk::MemberRecord> &record, const QString &path, Format format)
{
    progress_->setRange(0, 0); // writing takes as long as it takes
    shell_.bridge.work<bool>(
        this,
        [record, path, format, language = lang(), title = windowTitle()]() -> Result<bool> {
            if (format != Format::Pdf)
                return writeFile(path, format == Format::Json ? desk::recordJson(*record) : desk::recordMarkdown(*record, language));
            QTextDocument page;
            page.setMarkdown(qs(desk::recordMarkdown(*record, language)), QTextDocument::MarkdownNoHTML); // words of others are escaped in it
            return writePdf(path, title, page);
        },
        [this, path](Result<bool> written) {
            progress_->setRange(0, 100);
            setBusy(false);
            if (!written)
                return error_->setMessage(tr("The file could not be written to %1").arg(path));
            done_->setText(tr("Saved: %1. It holds personal data: give it to the person, and to nobody else.").arg(path));
            done_->show();
            Q_EMIT saved(path);
        });
}

} // namespace vigie::ui
