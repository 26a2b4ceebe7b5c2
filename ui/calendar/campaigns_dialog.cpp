// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/campaigns_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/campaign_form.hpp"
#include "ui/calendar/campaign_page.hpp"
#include "ui/calendar/campaign_results_pane.hpp"
#include "ui/calendar/campaign_words.hpp"
#include "ui/calendar/event_painter.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kDaysAhead = 45, kHues = 6, kSwatch = 10;

/// -30, +7, and nothing for the day itself.
QString offsetText(int days)
{
    return days == 0 ? QString() : QString::asprintf("%+d", days);
}

QIcon swatch(const QColor &color)
{
    QPixmap picture(kSwatch, kSwatch);
    picture.fill(color);
    return QIcon(picture);
}

} // namespace

CampaignsDialog::CampaignsDialog(Shell &shell, CalendarData &source, QWidget *parent)
    : QDialog(parent), shell_(shell), data_(source), list_(new QListWidget(this)), tabs_(new QTabWidget(this)), form_(new CampaignForm(this)), coverage_(new QTableWidget(this)), results_(nullptr),
      holes_(wrappedLabel(QStringLiteral("muted"), {}, this)), print_(nullptr), away_(nullptr), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("campaignsDialog"));
    setWindowTitle(tr("Campaigns"));
    build();
    ask();
    resize(sizeInRoom(*this, QSize(Theme::of(parent).scaled(860), Theme::of(parent).scaled(640))));
}

void CampaignsDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    auto *both = new QHBoxLayout;
    layout->addLayout(both, 1);
    auto *left = new QVBoxLayout;
    left->addWidget(list_, 1);
    auto *standard = roleButton(QStringLiteral("quiet"), this), *empty = roleButton(QStringLiteral("quiet"), this);
    standard->setText(tr("New, from D-30 to D+7"));
    empty->setText(tr("New, empty"));
    left->addWidget(standard);
    left->addWidget(empty);
    both->addLayout(left, 1);
    auto *scroll = new QScrollArea(tabs_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(form_);
    tabs_->addTab(scroll, tr("Plan"));
    auto *covered = new QWidget(tabs_);
    auto *column = new QVBoxLayout(covered);
    column->addWidget(holes_);
    column->addWidget(coverage_, 1);
    tabs_->addTab(covered, tr("Coverage"));
    results_ = new CampaignResultsPane(shell_, data_, tabs_);
    tabs_->addTab(results_, tr("Budget and reach"));
    connect(results_, &CampaignResultsPane::changed, this, &CampaignsDialog::askPosts);
    both->addWidget(tabs_, 3);
    list_->setAccessibleName(tr("Campaigns"));
    coverage_->setAccessibleName(tr("Posts by phase and channel"));
    coverage_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    coverage_->setTabKeyNavigation(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::ApplyRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    print_ = buttons->addButton(tr("The page as PDF..."), QDialogButtonBox::ActionRole);
    away_ = buttons->addButton(tr("Put away"), QDialogButtonBox::ActionRole);
    for (auto *button : {print_, away_, standard, empty, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &CampaignsDialog::save);
    connect(print_, &QPushButton::clicked, this, &CampaignsDialog::askFile);
    connect(away_, &QPushButton::clicked, this, &CampaignsDialog::putAway);
    connect(standard, &QPushButton::clicked, this, &CampaignsDialog::newFromTemplate);
    connect(empty, &QPushButton::clicked, this, &CampaignsDialog::newEmpty);
    connect(list_, &QListWidget::currentRowChanged, this, &CampaignsDialog::show);
    connect(&data_, &CalendarData::loadedChanged, this, &CampaignsDialog::askPosts);
}

void CampaignsDialog::choose(CampaignId id)
{
    wanted_ = id;
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (all_[i].id == id)
            list_->setCurrentRow(static_cast<int>(i));
}

void CampaignsDialog::ask()
{
    shell_.bridge.read<std::vector<Campaign>>(
        this, [](store::Tx &tx) { return store::Campaigns(tx).all(); },
        [this](const Result<std::vector<Campaign>> &all) {
            if (!all) {
                error_->setError(all.error());
                return;
            }
            all_ = *all;
            list_->clear();
            for (const auto &one : all_)
                list_->addItem(new QListWidgetItem(swatch(calendar::campaignColor(Theme::of(this), one)), qs(one.name)));
            if (all_.empty()) {
                newEmpty();
                return;
            }
            const auto wanted = wanted_; // choosing a row makes it the wanted one
            list_->setCurrentRow(0);
            choose(wanted);
        });
}

void CampaignsDialog::show(int row)
{
    if (row < 0 || row >= static_cast<int>(all_.size()))
        return;
    shown_ = all_[static_cast<std::size_t>(row)];
    wanted_ = shown_.id;
    begin(shown_);
    askPosts();
}

void CampaignsDialog::begin(Campaign campaign)
{
    shown_ = std::move(campaign);
    form_->setCampaign(shown_, data_.accounts(), [this](const Account &account) { return data_.bridge().networkBadge(account.connector) + QStringLiteral("  ") + qs(account.handle); });
    print_->setEnabled(static_cast<bool>(shown_.id));
    away_->setEnabled(static_cast<bool>(shown_.id));
    for (const int tab : {1, 2})
        tabs_->setTabEnabled(tab, static_cast<bool>(shown_.id));
}

void CampaignsDialog::newEmpty()
{
    list_->setCurrentRow(-1);
    Campaign campaign;
    campaign.zone = data_.zone();
    campaign.owner = data_.bridge().person();
    campaign.hue = static_cast<int>(data_.campaigns().size()) % kHues;
    begin(campaign);
    tabs_->setCurrentIndex(0);
    form_->nameField().setFocus();
}

/// Phases and nine drafts around a day that can still be changed.
void CampaignsDialog::newFromTemplate()
{
    Campaign campaign;
    campaign.name = utf8(tr("New campaign"));
    campaign.zone = data_.zone();
    campaign.owner = data_.bridge().person();
    campaign.hue = static_cast<int>(data_.campaigns().size()) % kHues;
    campaign.day = static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(data_.today().addDays(kDaysAhead)));
    campaign.phases = calendar::standardPhases();
    for (const auto &account : data_.accounts())
        if (account.state == AccountState::Active && account.capabilities.has(Capability::Publish))
            campaign.channels.push_back(account.id);
    shell_.bridge.write<CampaignId>(
        this,
        [campaign, steps = calendar::standardSteps(), &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::CampaignDesk(tx, networks).makeWith(campaign, steps); },
        [this](const Result<CampaignId> &id) {
            if (!id) {
                error_->setError(id.error());
                return;
            }
            wanted_ = *id;
            ask();
            data_.reload();
            form_->nameField().setFocus();
        });
}

void CampaignsDialog::askPosts()
{
    if (!shown_.id)
        return;
    struct Read {
        std::vector<PlanItem> posts;
        plan::CampaignResult result;
    };
    shell_.bridge.read<Read>(
        this,
        [id = shown_.id](store::Tx &tx) -> Result<Read> {
            Read read;
            VIGIE_TRY(read.posts, store::Campaigns(tx).posts(id));
            VIGIE_TRY(read.result, plan::readCampaignResult(tx, id));
            return read;
        },
        [this, id = shown_.id](const Result<Read> &read) {
            if (!read || id != shown_.id)
                return;
            posts_ = read->posts;
            result_ = read->result;
            showCoverage();
            results_->show(id, result_, plan::coverage(shown_, posts_).channels);
        });
}

void CampaignsDialog::showCoverage()
{
    const auto table = plan::coverage(shown_, posts_);
    coverage_->setRowCount(static_cast<int>(table.phases.size()));
    coverage_->setColumnCount(static_cast<int>(table.channels.size()));
    for (int column = 0; column < coverage_->columnCount(); ++column) {
        const auto *account = data_.account(table.channels[static_cast<std::size_t>(column)]);
        coverage_->setHorizontalHeaderItem(column, new QTableWidgetItem(account != nullptr ? data_.bridge().networkBadge(account->connector) + QStringLiteral("  ") + qs(account->handle) : QString()));
    }
    const auto &c = Theme::of(this).colors();
    for (int row = 0; row < coverage_->rowCount(); ++row) {
        const auto &phase = table.phases[static_cast<std::size_t>(row)];
        const auto name = phase.id ? tr("%1 (D%2 to D%3)", "phase and its days").arg(qs(phase.name), offsetText(phase.fromDay), offsetText(phase.toDay)) : tr("in no phase");
        coverage_->setVerticalHeaderItem(row, new QTableWidgetItem(name));
        for (int column = 0; column < coverage_->columnCount(); ++column) {
            const auto &cell = table.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            const bool hole = phase.id && cell.sum() == 0 && column < static_cast<int>(shown_.channels.size());
            const bool told = row < static_cast<int>(result_.cells.size()) && column < static_cast<int>(result_.cells[static_cast<std::size_t>(row)].size());
            const auto reached = told ? calendar::reachedWords(result_.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]) : QString();
            auto *item = new QTableWidgetItem(hole ? tr("hole: nothing") : reached.isEmpty() ? calendar::cellWords(cell) : calendar::cellWords(cell) + QLatin1Char('\n') + reached);
            item->setTextAlignment(Qt::AlignCenter);
            if (hole) {
                item->setForeground(c.neg);
                item->setBackground(c.warnBg);
            }
            coverage_->setItem(row, column, item);
        }
    }
    coverage_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    coverage_->resizeRowsToContents();
    const int holes = table.holes(shown_.channels.size());
    holes_->setText(holes == 0 ? tr("Every phase says something on every channel.") : tr("%n hole(s): a phase that says nothing on a channel of the campaign.", nullptr, holes));
}

void CampaignsDialog::save()
{
    const auto campaign = form_->campaign();
    if (campaign.name.empty()) {
        error_->setMessage(tr("The campaign is not saved: give it a name."));
        form_->nameField().setFocus();
        return;
    }
    for (const auto &phase : campaign.phases)
        if (phase.name.empty() || phase.fromDay > phase.toDay) {
            error_->setMessage(tr("The campaign is not saved: a phase needs a name, and ends on the day it begins or later."));
            return;
        }
    error_->clear();
    struct Saved {
        CampaignId id;
        int takenBack = 0;
    };
    shell_.bridge.write<Saved>(
        this,
        [campaign, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<Saved> {
            Saved saved;
            VIGIE_TRY(saved.id, plan::CampaignDesk(tx, networks).save(campaign, &saved.takenBack));
            return saved;
        },
        [this, campaign](const Result<Saved> &saved) {
            if (!saved) {
                error_->setError(saved.error());
                return;
            }
            if (saved->takenBack > 0)
                error_->setMessage(tr("%n planned post(s) would have left before the embargo: they are drafts again.", nullptr, saved->takenBack));
            wanted_ = saved->id;
            const bool dayChanged = shown_.id && campaign.day && campaign.day != shown_.day;
            auto named = campaign;
            named.id = saved->id;
            if (dayChanged)
                askDay(named);
            else
                ask();
        });
}

void CampaignsDialog::askDay(const Campaign &campaign)
{
    shell_.bridge.read<plan::DayChange>(
        this, [id = campaign.id, day = *campaign.day, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::CampaignDesk(tx, networks).tryDay(id, day); },
        [this, id = campaign.id, day = *campaign.day](const Result<plan::DayChange> &change) {
            if (!change) {
                error_->setError(change.error());
                return;
            }
            if (change->moves.empty()) {
                moveDay(id, day);
                return;
            }
            auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Move day D"),
                                        tr("Move day D to %1?").arg(QLocale().toString(QDate(1970, 1, 1).addDays(day), QLocale::LongFormat)), QMessageBox::Cancel, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(calendar::effectWords(*change));
            auto *yes = box->addButton(tr("Move"), QMessageBox::AcceptRole);
            connect(yes, &QAbstractButton::clicked, this, [this, id, day] { moveDay(id, day); });
            connect(box, &QMessageBox::rejected, this, &CampaignsDialog::ask);
            box->open();
        });
}

void CampaignsDialog::moveDay(CampaignId id, std::int32_t day)
{
    shell_.bridge.write<plan::DayChange>(
        this, [id, day, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::CampaignDesk(tx, networks).setDay(id, day); },
        [this](const Result<plan::DayChange> &change) {
            if (!change) {
                error_->setError(change.error());
                return;
            }
            Q_EMIT doneWith(calendar::effectWords(*change), change->step);
            data_.reload();
            ask();
        });
}

void CampaignsDialog::putAway()
{
    auto campaign = shown_;
    campaign.archived = true;
    shell_.bridge.write<CampaignId>(
        this, [campaign, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::CampaignDesk(tx, networks).save(campaign); },
        [this](const Result<CampaignId> &saved) {
            if (!saved) {
                error_->setError(saved.error());
                return;
            }
            wanted_ = {};
            ask();
        });
}

void CampaignsDialog::askFile()
{
    auto *dialog = new QFileDialog(this, tr("The page as PDF"), QString(), QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(tr("campaign") + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!printTo(path))
            error_->setMessage(tr("The page was not written: the file cannot be made there. Choose another place."));
    });
    dialog->open();
}

bool CampaignsDialog::printTo(const QString &path)
{
    CampaignPage page;
    page.campaign = shown_;
    page.posts = posts_;
    page.result = result_;
    page.accountName = [this](AccountId id) {
        const auto *account = data_.account(id);
        return account != nullptr ? shell_.bridge.networkName(account->connector) + QLatin1Char(' ') + qs(account->handle) : QString();
    };
    page.zone = qs(data_.zone());
    page.workspace = tr("Communication plan");
    return writeCampaignPage(path, page);
}

} // namespace vigie::ui
