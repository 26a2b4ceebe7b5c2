// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/service_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/service/calendar_form.hpp"
#include "ui/service/effect_dialog.hpp"
#include "ui/service/policy_form.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/members.hpp>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace vigie::ui {

namespace {

constexpr int kWidth = 1000, kHeight = 700, kListWidth = 240;
constexpr std::int64_t kUsualFirst = 4 * 3600;

struct Known {
    desk::SlaSetup setup;
    std::vector<Account> accounts;
};

QScrollArea *scrolling(QWidget *form, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(form);
    return area;
}

} // namespace

ServiceDialog::ServiceDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), list_(new QListWidget(this)), stack_(new QStackedWidget(this)), empty_(new EmptyState(this)), policy_(new PolicyForm), calendar_(new CalendarForm),
      addPolicy_(roleButton({}, this)), addCalendar_(roleButton({}, this)), remove_(roleButton({}, this)), up_(roleButton({}, this)), down_(roleButton({}, this)),
      effect_(roleButton(QStringLiteral("primary"), this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Service levels and opening hours"));
    build();
    connect(list_, &QListWidget::currentRowChanged, this, &ServiceDialog::choose);
    connect(policy_, &PolicyForm::edited, this, &ServiceDialog::take);
    connect(calendar_, &CalendarForm::edited, this, &ServiceDialog::take);
    connect(addPolicy_, &QPushButton::clicked, this, &ServiceDialog::addPolicy);
    connect(empty_, &EmptyState::actionPressed, this, &ServiceDialog::addPolicy);
    connect(addCalendar_, &QPushButton::clicked, this, &ServiceDialog::addCalendar);
    connect(remove_, &QPushButton::clicked, this, &ServiceDialog::removeChosen);
    connect(up_, &QPushButton::clicked, this, [this] { moveChosen(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { moveChosen(1); });
    connect(effect_, &QPushButton::clicked, this, &ServiceDialog::showEffect);
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::accept);
    resize(sizeInRoom(*this, {shell_.theme.scaled(kWidth), shell_.theme.scaled(kHeight)}));
    load();
}

void ServiceDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    layout->addWidget(error_);
    auto *row = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    list_->setAccessibleName(tr("Service levels, tried from above; then opening hours"));
    list_->setMaximumWidth(shell_.theme.scaled(kListWidth));
    left->addWidget(list_, 1);
    addPolicy_->setText(tr("New service level"));
    addCalendar_->setText(tr("New opening hours"));
    remove_->setText(tr("Remove"));
    up_->setText(tr("Try earlier"));
    down_->setText(tr("Try later"));
    for (const auto &pair : {std::pair(addPolicy_, addCalendar_), std::pair(up_, down_)}) {
        auto *line = new QHBoxLayout;
        line->addWidget(pair.first);
        line->addWidget(pair.second);
        left->addLayout(line);
    }
    left->addWidget(remove_);
    row->addLayout(left);
    empty_->setContent(QStringLiteral("clock"), tr("Nothing is promised yet"),
                       tr("A service level says within how much opening time somebody is answered. The inbox then shows the time that is left."), tr("New service level"));
    stack_->addWidget(empty_);
    stack_->addWidget(scrolling(policy_, stack_));
    stack_->addWidget(scrolling(calendar_, stack_));
    row->addWidget(stack_, 1);
    layout->addLayout(row, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    effect_->setText(tr("Show what this changes..."));
    buttons->addButton(effect_, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    effect_->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &ServiceDialog::reject);
    layout->addWidget(buttons);
}

void ServiceDialog::load()
{
    shell_.bridge.read<Known>(
        this,
        [](store::Tx &tx) -> Result<Known> {
            Known known;
            VIGIE_TRY(known.setup, desk::SlaDesk(tx).setup());
            VIGIE_TRY(known.accounts, store::Accounts(tx).all());
            return known;
        },
        [this](Result<Known> known) {
            ready_ = true;
            if (!known)
                return error_->setError(known.error());
            stored_ = edited_ = known->setup;
            policy_->setAccounts(known->accounts);
            fill(0);
        });
}

/// Rows: policies, then calendars.
void ServiceDialog::fill(int row)
{
    filling_ = true;
    list_->clear();
    for (const auto &policy : edited_.policies)
        list_->addItem(new QListWidgetItem(shell_.theme.icon(QStringLiteral("clock")), qs(policy.name)));
    for (const auto &calendar : edited_.calendars)
        list_->addItem(new QListWidgetItem(shell_.theme.icon(QStringLiteral("calendar")), qs(calendar.name)));
    filling_ = false;
    list_->setCurrentRow(std::clamp(row, 0, std::max(0, list_->count() - 1)));
    choose(list_->currentRow());
}

void ServiceDialog::choose(int row)
{
    if (filling_)
        return;
    refresh();
    if (row < 0 || list_->count() == 0)
        return stack_->setCurrentIndex(0);
    if (row < policies()) {
        policy_->setPolicy(edited_.policies[static_cast<std::size_t>(row)], edited_);
        return stack_->setCurrentIndex(1);
    }
    const auto year = format::local(shell_.bridge.now(), shell_.bridge.zone()).date().year();
    calendar_->setCalendar(edited_.calendars[static_cast<std::size_t>(row - policies())], year);
    stack_->setCurrentIndex(2);
}

/// What is in the form into the setup.
void ServiceDialog::take()
{
    const int row = list_->currentRow();
    if (row < 0)
        return;
    if (row < policies()) {
        auto &policy = edited_.policies[static_cast<std::size_t>(row)];
        policy = policy_->policy();
        list_->item(row)->setText(qs(policy.name));
    } else {
        auto &calendar = edited_.calendars[static_cast<std::size_t>(row - policies())];
        calendar = calendar_->calendar();
        list_->item(row)->setText(qs(calendar.name));
    }
    refresh();
}

void ServiceDialog::refresh()
{
    const int row = list_->currentRow();
    const bool isPolicy = row >= 0 && row < policies();
    up_->setEnabled(isPolicy && row > 0);
    down_->setEnabled(isPolicy && row + 1 < policies());
    remove_->setEnabled(row >= 0);
    effect_->setEnabled(edited_ != stored_);
    warned_ = warned_ && edited_ != stored_;
}

void ServiceDialog::addCalendar()
{
    auto calendar = desk::usualCalendar(shell_.bridge.zone());
    calendar.id = CalendarId{nextId_--};
    calendar.name = utf8(tr("Opening hours"));
    edited_.calendars.push_back(std::move(calendar));
    fill(policies() + calendars() - 1);
}

void ServiceDialog::addPolicy()
{
    if (edited_.calendars.empty())
        addCalendar();
    SlaPolicy policy;
    policy.id = SlaPolicyId{nextId_--};
    policy.name = utf8(tr("Answer in four hours"));
    policy.calendar = edited_.calendars.front().id;
    policy.first = kUsualFirst;
    policy.remindBefore = 1800;
    edited_.policies.push_back(std::move(policy));
    fill(policies() - 1);
}

void ServiceDialog::removeChosen()
{
    const int row = list_->currentRow();
    if (row < 0)
        return;
    if (row < policies())
        edited_.policies.erase(edited_.policies.begin() + row);
    else
        edited_.calendars.erase(edited_.calendars.begin() + (row - policies()));
    fill(row);
}

void ServiceDialog::moveChosen(int by)
{
    const int row = list_->currentRow();
    if (row < 0 || row >= policies() || row + by < 0 || row + by >= policies())
        return;
    std::swap(edited_.policies[static_cast<std::size_t>(row)], edited_.policies[static_cast<std::size_t>(row + by)]);
    fill(row + by);
}

void ServiceDialog::showEffect()
{
    if (const auto fault = desk::setupFault(edited_)) {
        error_->setMessage(tr("This cannot be kept yet: every service level and all hours need a name, service levels need hours to be counted in and a minute at least, and zones must exist."));
        return;
    }
    error_->clear();
    auto *dialog = new EffectDialog(shell_, edited_, this);
    connect(dialog, &EffectDialog::applied, this, &ServiceDialog::applied);
    dialog->open();
}

void ServiceDialog::applied()
{
    stored_ = edited_;
    auto *bridge = &shell_.bridge;
    auto *toasts = &shell_.toasts;
    toasts->showUndo(tr("Service levels and opening hours are kept"), [bridge, toasts] {
        bridge->write<bool>(
            toasts,
            [](store::Tx &tx) -> Result<bool> {
                VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
                if (!last || last->action != "service")
                    return fail(Errc::Conflict, "something else was done since");
                VIGIE_CHECK(desk::Desk(tx).undo());
                return true;
            },
            [toasts](Result<bool> done) {
                if (!done)
                    toasts->showError(done.error());
            });
    });
    accept();
}

void ServiceDialog::reject()
{
    if (edited_ == stored_ || std::exchange(warned_, true))
        return QDialog::reject();
    error_->setMessage(tr("What you changed is not kept yet. Close once more to let go of it."));
}

} // namespace vigie::ui
