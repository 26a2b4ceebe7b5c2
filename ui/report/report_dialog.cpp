// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/report/page_preview.hpp"
#include "ui/report/plans_dialog.hpp"
#include "ui/report/report_form.hpp"
#include "ui/report/report_words.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/settings/settings_table.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/proof.hpp>
#include <vigie/store/boards.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/reports.hpp>

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QProgressBar>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWidth = 1080, kHeight = 760, kFormWidth = 360, kRestMs = 350;
constexpr double kPreviewPixels = 1.6; ///< a point: sharp at the size it is shown

Result<insight::Report> gather(store::Tx &tx, insight::Columns &columns, insight::ReportRequest request, const std::stop_token &stop)
{
    const store::AsCounted counted(tx);
    request.scope.withoutRelays = request.scope.withoutRelays || !counted.withRelays();
    return insight::gatherReport(tx, columns, request, stop);
}

/// "proof-mentions-2026-11-01-2026-11-30.zip", with a number where that is taken.
QString freeName(const QString &folder, const insight::ReportRequest &request, const std::string &key)
{
    const auto base = QStringLiteral("%1/proof-%2-%3-%4").arg(folder, qs(key), qs(toIsoDay(request.period.fromDay)), qs(toIsoDay(request.period.toDay - 1)));
    auto path = base + QStringLiteral(".zip");
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = base + QStringLiteral(" (%1).zip").arg(number);
    return path;
}

} // namespace

ReportDialog::ReportDialog(Shell &shell, const insight::ReportRequest &request, QWidget *parent)
    : QDialog(parent), shell_(shell), form_(new ReportForm(request, this)), preview_(new PagePreview(this)), error_(new ErrorBar(this)),
      state_(wrappedLabel(QStringLiteral("small"), {}, this)), bar_(new QProgressBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("report"));
    setWindowTitle(tr("Report"));
    build();
    const auto last = shell_.preferences.object(kReportChoices);
    std::vector<ReportFormat> formats;
    for (const auto &word : last.value(QStringLiteral("formats")).toArray())
        if (const auto format = reportFormatFrom(utf8(word.toString())))
            formats.push_back(*format);
    form_->setFormats(formats.empty() ? std::vector<ReportFormat>{ReportFormat::Pdf} : formats);
    form_->setFolder(last.value(QStringLiteral("folder")).toString(reports::usualFolder()));
    soon_.setSingleShot(true);
    soon_.setInterval(kRestMs);
    connect(&soon_, &QTimer::timeout, this, &ReportDialog::look);
    connect(form_, &ReportForm::changed, this, &ReportDialog::lookSoon);
    connect(form_, &ReportForm::choicesChanged, this, &ReportDialog::showState);
    connect(form_, &ReportForm::daysChanged, this, [this] {
        readComment();
        lookSoon();
    });
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    shell_.bridge.read<std::vector<SavedQuery>>(
        this, [](store::Tx &tx) { return store::Queries(tx).all(); },
        [this](Result<std::vector<SavedQuery>> queries) {
            if (queries)
                form_->setQueries(*queries);
        });
    shell_.bridge.read<std::vector<Board>>(
        this, [](store::Tx &tx) { return store::Boards(tx).all(); },
        [this](Result<std::vector<Board>> pages) {
            if (pages)
                form_->setPages(*pages);
        });
    readComment();
    look();
}

ReportDialog::~ReportDialog() { work_.request_stop(); }

void ReportDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(kWideMargin);
    auto *scroll = new QScrollArea(this); // at 200 % the form is higher than the screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form_);
    scroll->setMinimumWidth(Theme::of(this).scaled(kFormWidth));
    scroll->setMaximumWidth(Theme::of(this).scaled(kFormWidth + 60));
    halves->addWidget(scroll);
    halves->addWidget(preview_, 1);
    layout->addLayout(halves, 1);
    layout->addWidget(state_);
    bar_->setRange(0, 0);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Being made"));
    bar_->hide();
    stop_ = roleButton({}, this);
    stop_->setText(tr("Stop"));
    stop_->setAutoDefault(false);
    stop_->hide();
    auto *work = new QHBoxLayout; // not among the buttons below: their box shows what is hidden there
    work->addWidget(bar_, 1);
    work->addWidget(stop_);
    layout->addLayout(work);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    make_ = buttons->addButton(tr("Make the report"), QDialogButtonBox::ActionRole);
    make_->setProperty("role", "primary");
    make_->setDefault(true);
    plans_ = buttons->addButton(tr("Made by themselves..."), QDialogButtonBox::ActionRole);
    plans_->setToolTip(tr("Reports that are made each week or each month"));
    layout->addWidget(buttons);
    connect(make_, &QPushButton::clicked, this, &ReportDialog::make);
    connect(stop_, &QPushButton::clicked, this, [this] { work_.request_stop(); });
    connect(plans_, &QPushButton::clicked, this, [this] { (new PlansDialog(shell_, form_->request(), form_->formats(), form_->folder(), this))->open(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
}

std::stop_token ReportDialog::restart()
{
    work_.request_stop();
    work_ = std::stop_source();
    return work_.get_token();
}

void ReportDialog::lookSoon()
{
    if (busy_)
        return;
    preview_->setWaiting(true);
    soon_.start();
}

void ReportDialog::readComment()
{
    const auto asked = comments_.next();
    const auto request = form_->request();
    shell_.bridge.read<std::optional<ReportComment>>(
        this, [request](store::Tx &tx) { return store::Reports(tx).comment(request.page, request.period.fromDay, request.period.toDay); },
        [this, asked](Result<std::optional<ReportComment>> found) {
            if (!comments_.is(asked))
                return;
            if (!found)
                return error_->setError(found.error());
            form_->setComment(*found ? qs((*found)->text) : QString());
            lookSoon();
        });
}

void ReportDialog::look()
{
    const auto asked = generation_.next();
    const auto stop = restart();
    const auto request = form_->request();
    showState();
    if (request.period.length() <= 0)
        return;
    preview_->setWaiting(true);
    shell_.bridge.read<insight::Report>(
        this, [request, stop, &columns = shell_.bridge.workspace()->columns()](store::Tx &tx) { return gather(tx, columns, request, stop); },
        [this, asked](Result<insight::Report> report) {
            if (!generation_.is(asked) || (!report && report.error().code == Errc::Cancelled))
                return;
            if (!report)
                return error_->setError(report.error());
            drawPages(std::move(*report), asked);
        });
}

void ReportDialog::drawPages(insight::Report report, std::uint64_t asked)
{
    shell_.bridge.work<std::vector<QImage>>(
        this,
        [report = std::move(report), stop = work_.get_token()]() -> Result<std::vector<QImage>> {
            VIGIE_TRY(const auto pictures, insight::reportPictures(report, kPreviewPixels, stop));
            std::vector<QImage> images;
            for (const auto &picture : pictures)
                images.push_back(QImage::fromData(reinterpret_cast<const uchar *>(picture.data()), static_cast<int>(picture.size()), "PNG"));
            return images;
        },
        [this, asked](Result<std::vector<QImage>> images) {
            if (!generation_.is(asked) || (!images && images.error().code == Errc::Cancelled))
                return;
            if (!images)
                return error_->setError(images.error());
            QStringList words;
            for (std::size_t i = 0; i < images->size(); ++i)
                words << tr("Page %1 of %2").arg(i + 1).arg(images->size());
            preview_->setPages(*images, words);
            shown_ = true;
        });
}

void ReportDialog::showState()
{
    const auto problem = form_->problem();
    make_->setEnabled(problem.isEmpty() && !busy_);
    if (!busy_)
        state_->setText(problem);
}

void ReportDialog::setBusy(bool busy, const QString &words)
{
    busy_ = busy;
    bar_->setVisible(busy);
    stop_->setVisible(busy);
    form_->setEnabled(!busy);
    state_->setText(words);
    if (!busy)
        showState();
}

void ReportDialog::make()
{
    if (busy_ || !form_->problem().isEmpty())
        return;
    soon_.stop();
    generation_.next(); // pages that are being drawn are not waited for
    const auto stop = restart();
    error_->clear();
    setBusy(true, tr("The report is being made."));
    const auto request = form_->request(); // with the comment, whether it is kept yet or not
    keepComment();
    QJsonArray formats;
    for (const auto format : form_->formats())
        formats.append(QString::fromLatin1(toString(format)));
    shell_.preferences.set(kReportChoices, QJsonObject{{QStringLiteral("folder"), form_->folder()}, {QStringLiteral("formats"), formats}});
    shell_.bridge.read<insight::Report>(
        this, [request, stop, &columns = shell_.bridge.workspace()->columns()](store::Tx &tx) { return gather(tx, columns, request, stop); },
        [this, ours = request.comment.has_value()](Result<insight::Report> report) {
            if (!report)
                return finished(fail(report.error()));
            if (ours)
                report->commentBy = shell_.bridge.person();
            write(std::move(*report));
        });
}

void ReportDialog::keepComment()
{
    if (!form_->commentChanged())
        return;
    const auto request = form_->request();
    const ReportComment comment{request.page, request.period.fromDay, request.period.toDay, utf8(form_->comment()), shell_.bridge.person(), {}};
    form_->setComment(form_->comment());
    shell_.bridge.write<std::optional<ReportComment>>(
        this, [comment](store::Tx &tx) { return store::Reports(tx).setComment(comment); },
        [this, comment](Result<std::optional<ReportComment>> before) {
            if (!before)
                return error_->setError(before.error());
            auto old = before->value_or(ReportComment{comment.page, comment.fromDay, comment.toDay, {}, {}, {}});
            auto &shell = shell_;
            shell_.toasts.showUndo(tr("The comment is kept with these days."), [&shell, old] {
                shell.bridge.write<std::optional<ReportComment>>(
                    &shell, [old](store::Tx &tx) { return store::Reports(tx).setComment(old); },
                    [&shell](Result<std::optional<ReportComment>> done) {
                        if (!done)
                            shell.toasts.showError(done.error());
                    });
            });
        });
}

void ReportDialog::write(insight::Report report)
{
    const auto request = report.request; // with the figures that it came to hold
    shell_.bridge.work<QStringList>(
        this,
        [report = std::move(report), formats = form_->formats(), folder = utf8(form_->folder()), stop = work_.get_token()]() -> Result<QStringList> {
            std::vector<std::string> rendered; // all before the first is written: what fails leaves no half behind
            for (const auto format : formats) {
                if (stop.stop_requested())
                    return fail(Errc::Cancelled);
                VIGIE_TRY(auto bytes, insight::renderReport(report, format, stop));
                rendered.push_back(std::move(bytes));
            }
            QStringList files;
            for (std::size_t i = 0; i < rendered.size(); ++i) {
                VIGIE_TRY(const auto file, insight::writeReportInto(folder, insight::reportFileName(report, formats[i]), rendered[i]));
                files << qs(file);
            }
            return files;
        },
        [this, request](Result<QStringList> files) {
            if (files && form_->proofs())
                return prove(request, *files);
            finished(files);
        });
}

void ReportDialog::prove(const insight::ReportRequest &request, QStringList files)
{
    state_->setText(tr("The figures are being proven."));
    shell_.bridge.read<QStringList>(
        this,
        [request, files, folder = form_->folder(), stop = work_.get_token(), &columns = shell_.bridge.workspace()->columns()](store::Tx &tx) -> Result<QStringList> {
            const store::AsCounted counted(tx);
            auto written = files;
            for (const auto &key : request.keys) {
                const auto path = freeName(folder, request, key);
                VIGIE_CHECK(insight::writeProof(tx, columns, {key, request.scope, request.period}, utf8(path), [&stop](double) { return !stop.stop_requested(); }));
                written << path;
            }
            return written;
        },
        [this](Result<QStringList> done) { finished(done); });
}

void ReportDialog::finished(const Result<QStringList> &files)
{
    setBusy(false);
    if (!files) {
        error_->setError(files.error());
        return;
    }
    state_->setText(tr("Written: %1").arg(QDir::toNativeSeparators(files->join(QStringLiteral(", ")))));
    shell_.toasts.showAction(tr("%n report file(s) written", nullptr, static_cast<int>(files->size())), tr("Open"),
                             [file = files->front()] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    Q_EMIT made(*files);
}

} // namespace vigie::ui
