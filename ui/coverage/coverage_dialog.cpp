// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_line.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

constexpr std::size_t kMostRows = 100;
constexpr int kReloadMs = 400, kWidth = 620, kHeight = 460;

/// Gaps first, as they are what is known to be missing; then what was never asked for, newest first each.
std::vector<app::CoverageGap> inOrder(std::vector<app::CoverageGap> gaps)
{
    std::stable_sort(gaps.begin(), gaps.end(), [](const app::CoverageGap &a, const app::CoverageGap &b) {
        return std::pair(a.unseen.kind, b.unseen.from) < std::pair(b.unseen.kind, a.unseen.from);
    });
    return gaps;
}

QString markRole(Unseen::Kind kind)
{
    return kind == Unseen::Kind::Gap ? QStringLiteral("neg") : QStringLiteral("muted");
}

} // namespace

CoverageDialog::CoverageDialog(Shell &shell, const QString &title, app::CoverageScope scope, QWidget *parent) : QDialog(parent), shell_(shell), scope_(std::move(scope))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Coverage"));
    build(title);
    soon_.setSingleShot(true);
    soon_.setInterval(kReloadMs);
    connect(&soon_, &QTimer::timeout, this, &CoverageDialog::reload);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if ((change.coverage || !change.accounts.empty()) && !soon_.isActive())
            soon_.start();
    });
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    resize(sizeInRoom(*this, {shell_.theme.scaled(kWidth), shell_.theme.scaled(kHeight)}));
    reload();
}

CoverageDialog::~CoverageDialog()
{
    stop_.request_stop();
}

void CoverageDialog::build(const QString &title)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    auto *heading = wrappedLabel(QStringLiteral("title"), title, this);
    heading->setTextFormat(Qt::PlainText);
    layout->addWidget(heading);
    line_ = new CoverageLine(this);
    line_->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(line_);
    error_ = new ErrorBar(this);
    error_->hide();
    layout->addWidget(error_);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    rows_ = new QWidget(scroll);
    rows_->setProperty("role", "pane");
    rowLayout_ = new QVBoxLayout(rows_);
    rowLayout_->setContentsMargins(0, 0, 0, 0);
    rowLayout_->setSpacing(kGap);
    scroll->setWidget(rows_);
    layout->addWidget(scroll, 1);
    more_ = roleLabel(QStringLiteral("muted"), {}, this);
    more_->hide();
    layout->addWidget(more_);
    told_ = wrappedLabel(QStringLiteral("muted"), {}, this);
    told_->hide();
    layout->addWidget(told_);
    auto *work = new QHBoxLayout;
    progress_ = new QProgressBar(this);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Reading what is missing"));
    cancel_ = roleButton(QStringLiteral("quiet"), this);
    cancel_->setText(tr("Stop reading"));
    cancel_->setToolTip(tr("What was read so far stays."));
    work->addWidget(progress_, 1);
    work->addWidget(cancel_);
    progress_->hide();
    cancel_->hide();
    layout->addLayout(work);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    fillAll_ = buttons->addButton(tr("Fill every gap"), QDialogButtonBox::ActionRole);
    fillAll_->setProperty("role", "primary");
    fillAll_->setEnabled(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(fillAll_, &QPushButton::clicked, this, &CoverageDialog::fillAll);
    connect(cancel_, &QPushButton::clicked, this, [this] { stop_.request_stop(); });
    connect(error_, &ErrorBar::actionPressed, this, &CoverageDialog::reload);
}

void CoverageDialog::reload()
{
    auto scope = scope_;
    scope.to = std::min(scope.to, shell_.bridge.now());
    const auto number = generation_.next();
    shell_.bridge.read<app::CoverageReport>(
        this, [scope, &networks = shell_.bridge.networks()](store::Tx &tx) { return app::coverageReport(tx, networks, scope); },
        [this, number](Result<app::CoverageReport> report) {
            if (!generation_.is(number))
                return;
            if (report)
                return show(std::move(*report));
            error_->setError(report.error());
            error_->show();
        });
}

void CoverageDialog::show(app::CoverageReport report)
{
    const auto *had = focusWidget();
    const auto at = std::find(fillButtons_.begin(), fillButtons_.end(), had) - fillButtons_.begin();
    report_ = std::move(report);
    report_.gaps = inOrder(std::move(report_.gaps));
    read_ = true;
    line_->setCoverage(report_.coverage, shell_.bridge.zone());
    fillButtons_.clear();
    while (auto *item = rowLayout_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto shown = std::min(report_.gaps.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i)
        rowLayout_->addWidget(makeRow(report_.gaps[i]));
    if (report_.gaps.empty())
        rowLayout_->addWidget(wrappedLabel(QStringLiteral("muted"), nothingMissing(), rows_));
    rowLayout_->addStretch(1);
    more_->setVisible(report_.gaps.size() > shown);
    more_->setText(tr("and %n more", nullptr, static_cast<int>(report_.gaps.size() - shown)));
    fillAll_->setEnabled(!filling_ && std::any_of(report_.gaps.begin(), report_.gaps.end(), [](const app::CoverageGap &gap) {
                             return gap.unseen.kind == Unseen::Kind::Gap && gap.filling == app::Filling::Possible;
                         }));
    if (at < static_cast<std::ptrdiff_t>(fillButtons_.size()))
        fillButtons_[static_cast<std::size_t>(at)]->setFocus();
}

QString CoverageDialog::nothingMissing() const
{
    if (report_.coverage.windows.empty())
        return tr("No account reads a network of this kind.");
    return report_.coverage.seenShare < 1 ? tr("Nothing is missing: what was not read yet is only minutes old.") : tr("Nothing is missing.");
}

QWidget *CoverageDialog::makeRow(const app::CoverageGap &gap)
{
    auto *row = new QFrame(rows_);
    row->setProperty("role", "card");
    const auto zone = shell_.bridge.zone();
    const auto when = CoverageWords::when(gap.unseen, zone), why = CoverageWords::why(gap.unseen);
    const auto who = tr("%1, %2, %3", "network, account, stream").arg(shell_.bridge.networkName(gap.connector), qs(gap.account), qs(gap.unseen.key.stream));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    const auto add = [&](const QString &role, const QString &text) {
        auto *label = wrappedLabel(role, text, row);
        label->setTextFormat(Qt::PlainText);
        words->addWidget(label);
    };
    add(QStringLiteral("strong"), when);
    add(QStringLiteral("small"), who);
    add(markRole(gap.unseen.kind), why);
    const auto refusal = CoverageWords::refusal(gap.filling);
    if (!refusal.isEmpty())
        add(QStringLiteral("small"), refusal);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGap);
    layout->addLayout(words, 1);
    if (gap.filling == app::Filling::Possible) {
        auto *button = new QPushButton(gap.unseen.kind == Unseen::Kind::Gap ? tr("Fill") : tr("Read it"), row);
        button->setAccessibleName(tr("Fill %1, %2").arg(when, who));
        button->setEnabled(!filling_);
        const Step step{gap.unseen.key, gap.unseen.from};
        connect(button, &QPushButton::clicked, this, [this, step] { fill({step}); });
        layout->addWidget(button, 0, Qt::AlignTop);
        fillButtons_.push_back(button);
    }
    row->setAccessibleName(QStringList{when, who, why, refusal}.join(QStringLiteral(". ")));
    return row;
}

void CoverageDialog::fillAll()
{
    std::deque<Step> steps;
    for (const auto &gap : report_.gaps)
        if (gap.unseen.kind == Unseen::Kind::Gap && gap.filling == app::Filling::Possible
            && std::none_of(steps.begin(), steps.end(), [&](const Step &step) { return step.key == gap.unseen.key; }))
            steps.push_back({gap.unseen.key, std::nullopt});
    fill(std::move(steps));
}

void CoverageDialog::fill(std::deque<Step> steps)
{
    if (filling_ || steps.empty())
        return;
    filling_ = true;
    found_ = 0;
    steps_ = std::move(steps);
    stop_ = std::stop_source{};
    error_->clear();
    told_->hide();
    progress_->setValue(0);
    progress_->show();
    cancel_->show();
    fillAll_->setEnabled(false);
    for (auto *button : fillButtons_)
        button->setEnabled(false);
    cancel_->setFocus();
    next();
}

void CoverageDialog::next()
{
    auto *workspace = shell_.bridge.workspace();
    if (steps_.empty() || workspace == nullptr)
        return end(std::nullopt);
    const auto step = steps_.front();
    steps_.pop_front();
    intake::FillOptions options;
    options.stream = step.key.stream;
    options.from = step.from;
    options.progress = [guard = QPointer<CoverageDialog>(this)](const std::string &, double share) {
        if (guard)
            guard->progress_->setValue(static_cast<int>(std::lround(share * 100)));
    };
    workspace->fillGaps(step.key.account, std::move(options), stop_.get_token(), shell_.bridge.executor(),
                        shell_.bridge.guarded<Result<intake::SyncReport>>(this, [this](Result<intake::SyncReport> report) {
                            if (!report)
                                return end(report.error());
                            found_ += report->inserted();
                            for (const auto &line : report->streams)
                                if (line.error)
                                    return end(line.error);
                            next();
                        }));
}

void CoverageDialog::end(const std::optional<Error> &error)
{
    filling_ = false;
    steps_.clear();
    progress_->hide();
    cancel_->hide();
    const bool stopped = error && error->code == Errc::Cancelled;
    if (error && !stopped) {
        error_->setError(*error);
        error_->show();
    }
    const auto words = stopped ? tr("Stopped. What was read so far stays.") : tr("Read again: %n mention(s) found.", nullptr, found_);
    told_->setText(words);
    told_->setVisible(!error || stopped);
    told_->setAccessibleName(words);
    fillAll_->setFocus();
    reload();
}

} // namespace vigie::ui
