// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_form.hpp"

#include "ui/bridge/text.hpp"
#include "ui/report/report_words.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/insight/board_pages.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace vigie::ui {

namespace {

const QDate kEpoch(1970, 1, 1);
constexpr ReportFormat kFormats[] = {ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Xlsx, ReportFormat::Ods, ReportFormat::Csv, ReportFormat::Text};
constexpr ReportDepth kDepths[] = {ReportDepth::Line, ReportDepth::Page, ReportDepth::Annex};

QDate dateOf(std::int32_t day) { return kEpoch.addDays(day); }
std::int32_t dayOf(const QDate &date) { return static_cast<std::int32_t>(kEpoch.daysTo(date)); }

} // namespace

ReportForm::ReportForm(const insight::ReportRequest &request, QWidget *parent)
    : QWidget(parent), request_(request), page_(new QComboBox(this)), subject_(new QComboBox(this)), depth_(new QComboBox(this)), language_(new QComboBox(this)), from_(new QDateEdit(this)),
      to_(new QDateEdit(this)), comment_(new QPlainTextEdit(this)), folder_(new QLineEdit(this)), choose_(roleButton({}, this))
{
    build();
}

void ReportForm::build()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](const QString &name, QWidget *field) {
        field->setAccessibleName(name);
        form->addRow(name, field);
    };
    row(tr("Page"), page_);
    row(tr("About"), subject_);
    row(tr("First day"), from_);
    row(tr("Last day"), to_);
    for (auto *date : {from_, to_}) {
        date->setCalendarPopup(true);
        date->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    }
    from_->setDate(dateOf(request_.period.fromDay));
    to_->setDate(dateOf(request_.period.toDay - 1));
    for (const auto depth : kDepths)
        depth_->addItem(reports::depthName(depth), QString::fromLatin1(toString(depth)));
    depth_->setCurrentIndex(static_cast<int>(request_.depth));
    row(tr("Depth"), depth_);
    language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language_->addItem(QStringLiteral("Fran\u00E7ais"), QStringLiteral("fr"));
    language_->setCurrentIndex(request_.language == "fr" ? 1 : 0);
    row(tr("Language"), language_);
    comment_->setTabChangesFocus(true);
    comment_->setPlaceholderText(tr("What a reader should know of these days. It is kept with them."));
    comment_->setFixedHeight(Theme::of(this).scaled(104)); // longer ones scroll: the files below stay in sight
    row(tr("Comment"), comment_);
    auto *forms = new QWidget(this);
    forms->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *list = new QVBoxLayout(forms);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(2);
    for (const auto format : kFormats) {
        auto *box = new QCheckBox(reports::formatName(format), forms);
        box->setProperty("format", QString::fromLatin1(toString(format)));
        connect(box, &QCheckBox::toggled, this, &ReportForm::choicesChanged);
        list->addWidget(box);
        formats_.push_back(box);
    }
    proofs_ = new QCheckBox(tr("Proofs of the figures (ZIP)"), forms);
    proofs_->setToolTip(tr("The rows, the formula and the value of each figure, for anybody to check. No names, no words."));
    list->addWidget(proofs_);
    row(tr("Files"), forms);
    auto *place = new QWidget(this);
    place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    choose_->setText(tr("Choose..."));
    line->addWidget(folder_, 1);
    line->addWidget(choose_);
    row(tr("Folder"), place);
    folder_->setAccessibleName(tr("Folder"));
    connect(choose_, &QPushButton::clicked, this, &ReportForm::chooseFolder);
    connect(folder_, &QLineEdit::textChanged, this, &ReportForm::choicesChanged);
    connect(page_, &QComboBox::currentIndexChanged, this, &ReportForm::choosePage);
    for (auto *box : {subject_, depth_, language_})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!filling_)
                Q_EMIT changed();
        });
    for (auto *date : {from_, to_})
        connect(date, &QDateEdit::dateChanged, this, &ReportForm::daysChanged);
    connect(comment_, &QPlainTextEdit::textChanged, this, [this] {
        if (!filling_)
            Q_EMIT changed();
    });
}

void ReportForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of reports"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportForm::setFolder);
    dialog->open();
}

void ReportForm::setQueries(const std::vector<SavedQuery> &queries)
{
    filling_ = true;
    subject_->clear();
    subject_->addItem(tr("The brand"), QVariant::fromValue<qlonglong>(0));
    for (const auto &query : queries)
        subject_->addItem(format::queryName(query.name), QVariant::fromValue<qlonglong>(query.id.value));
    subject_->setCurrentIndex(std::max(subject_->findData(QVariant::fromValue<qlonglong>(request_.scope.query.value)), 0));
    filling_ = false;
}

void ReportForm::setPages(const std::vector<Board> &pages)
{
    const QSignalBlocker quiet(page_);
    pages_.clear();
    page_->clear();
    for (const auto &page : pages) {
        if (page.kind != BoardKind::Tiles)
            continue; // reviews and objectives are pages of their own kind, without figures of the catalogue
        pages_.push_back(page);
        page_->addItem(reports::pageName(page));
        if (insight::reportPage(page) == request_.page)
            page_->setCurrentIndex(page_->count() - 1);
    }
    page_->setEnabled(page_->count() > 0);
}

void ReportForm::choosePage(int index)
{
    if (index < 0 || index >= static_cast<int>(pages_.size()))
        return;
    const auto &page = pages_[static_cast<std::size_t>(index)];
    request_.page = insight::reportPage(page);
    request_.title = page.name;
    request_.keys.clear();
    request_.scope = insight::scopeOf(page.choice, request_.scope.withoutRelays);
    filling_ = true;
    subject_->setCurrentIndex(std::max(subject_->findData(QVariant::fromValue<qlonglong>(request_.scope.query.value)), 0));
    filling_ = false;
    Q_EMIT daysChanged();
}

void ReportForm::setComment(const QString &text)
{
    filling_ = true;
    kept_ = text;
    comment_->setPlainText(text);
    filling_ = false;
}

void ReportForm::setFolder(const QString &folder) { folder_->setText(folder); }

void ReportForm::setFormats(const std::vector<ReportFormat> &formats)
{
    for (auto *box : formats_) {
        const QSignalBlocker quiet(box);
        const auto format = reportFormatFrom(utf8(box->property("format").toString()));
        box->setChecked(format && std::find(formats.begin(), formats.end(), *format) != formats.end());
    }
    Q_EMIT choicesChanged();
}

insight::ReportRequest ReportForm::request() const
{
    auto request = request_;
    if (subject_->count() > 0)
        request.scope.query = QueryId{subject_->currentData().toLongLong()};
    request.period = {dayOf(from_->date()), dayOf(to_->date()) + 1};
    request.depth = reportDepthFrom(utf8(depth_->currentData().toString())).value_or(ReportDepth::Page);
    request.language = utf8(language_->currentData().toString());
    if (commentChanged())
        request.comment = utf8(comment());
    return request;
}

std::vector<ReportFormat> ReportForm::formats() const
{
    std::vector<ReportFormat> out;
    for (const auto *box : formats_)
        if (const auto format = reportFormatFrom(utf8(box->property("format").toString())); format && box->isChecked())
            out.push_back(*format);
    return out;
}

bool ReportForm::proofs() const { return proofs_->isChecked(); }
QString ReportForm::folder() const { return folder_->text().trimmed(); }
QString ReportForm::comment() const { return comment_->toPlainText().trimmed(); }
bool ReportForm::commentChanged() const { return comment() != kept_.trimmed(); }

QString ReportForm::problem() const
{
    if (from_->date() > to_->date())
        return tr("The last day is before the first. Choose other days.");
    if (formats().empty())
        return tr("No file is chosen. Tick at least one.");
    if (!QFileInfo(folder()).isDir())
        return tr("There is no such folder. Choose the one that reports go to.");
    return {};
}

} // namespace vigie::ui
