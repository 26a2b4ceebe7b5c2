// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/queues_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/queues.hpp>
#include <vigie/store/post_queues.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWeekdays = 7, kNextShown = 3;

QString slotText(const PostSlot &slot)
{
    return QueuesDialog::tr("%1 %2", "weekday and hour").arg(QLocale().standaloneDayName(slot.weekday), QLocale().toString(QTime(slot.minute / 60, slot.minute % 60), QStringLiteral("HH:mm")));
}

} // namespace

QueuesDialog::QueuesDialog(Shell &shell, CalendarData &source, QWidget *parent)
    : QDialog(parent), shell_(shell), data_(source), list_(new QListWidget(this)), slotList_(new QListWidget(this)), accounts_(new QListWidget(this)), name_(new QLineEdit(this)),
      zone_(new QComboBox(this)), weekday_(new QComboBox(this)), time_(new QTimeEdit(QTime(9, 0), this)), planned_(new QCheckBox(tr("Plan each post as it takes its slot"), this)),
      state_(wrappedLabel(QStringLiteral("muted"), {}, this)), fill_(roleButton(QStringLiteral("quiet"), this)), close_(roleButton(QStringLiteral("quiet"), this)),
      remove_(roleButton(QStringLiteral("quiet"), this)), form_(nullptr), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("queuesDialog"));
    setWindowTitle(tr("Queues"));
    build();
    ask({});
    resize(sizeInRoom(*this, QSize(Theme::of(parent).scaled(720), Theme::of(parent).scaled(520))));
}

void QueuesDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("A queue is a list of hours of the week. A post that is put into it takes the next one that is free; its hour on the wall stays, wherever you are and whatever the clocks do."), this));
    layout->addWidget(error_);
    auto *both = new QHBoxLayout;
    layout->addLayout(both, 1);
    auto *left = new QVBoxLayout;
    auto *add = roleButton(QStringLiteral("quiet"), this);
    add->setText(tr("New queue"));
    left->addWidget(list_, 1);
    left->addWidget(add);
    both->addLayout(left, 1);
    form_ = buildForm();
    both->addWidget(form_, 2);
    list_->setAccessibleName(tr("Queues"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::ApplyRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    for (auto *button : {fill_, close_, remove_, add, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &QueuesDialog::save);
    connect(add, &QPushButton::clicked, this, &QueuesDialog::addQueue);
    connect(list_, &QListWidget::currentRowChanged, this, &QueuesDialog::show);
}

QWidget *QueuesDialog::buildForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(kMargin, 0, 0, 0);
    auto *fields = new QFormLayout;
    fields->addRow(tr("Name"), name_);
    fields->addRow(tr("Time zone"), zone_);
    fields->addRow(QString(), planned_);
    layout->addLayout(fields);
    for (const auto &id : QTimeZone::availableTimeZoneIds())
        zone_->addItem(QString::fromLatin1(id));
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("Slots"), form));
    layout->addWidget(slotList_, 2);
    auto *row = new QHBoxLayout;
    for (int day = 1; day <= kWeekdays; ++day)
        weekday_->addItem(QLocale().standaloneDayName(day), day);
    auto *add = roleButton(QStringLiteral("quiet"), form), *take = roleButton(QStringLiteral("quiet"), form);
    add->setText(tr("Add the slot"));
    take->setText(tr("Remove the slot"));
    for (auto *widget : {static_cast<QWidget *>(weekday_), static_cast<QWidget *>(time_), static_cast<QWidget *>(add), static_cast<QWidget *>(take)})
        row->addWidget(widget);
    layout->addLayout(row);
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("Accounts of a post that has none"), form));
    layout->addWidget(accounts_, 1);
    layout->addWidget(state_);
    auto *work = new QHBoxLayout;
    fill_->setText(tr("Give waiting drafts their slots"));
    close_->setText(tr("Close gaps"));
    remove_->setText(tr("Delete the queue"));
    for (auto *button : {fill_, close_, remove_})
        work->addWidget(button);
    layout->addLayout(work);
    weekday_->setAccessibleName(tr("Weekday of a new slot"));
    time_->setAccessibleName(tr("Hour of a new slot"));
    time_->setDisplayFormat(QStringLiteral("HH:mm"));
    slotList_->setAccessibleName(tr("Slots"));
    accounts_->setAccessibleName(tr("Accounts of a post that has none"));
    connect(add, &QPushButton::clicked, this, [this] { addSlot(weekday_->currentData().toInt(), time_->time()); });
    connect(take, &QPushButton::clicked, this, [this] {
        const int at = slotList_->currentRow();
        if (at >= 0 && at < static_cast<int>(shown_.slots.size()))
            shown_.slots.erase(shown_.slots.begin() + at);
        showSlots();
    });
    connect(fill_, &QPushButton::clicked, this, &QueuesDialog::fillUp);
    connect(close_, &QPushButton::clicked, this, &QueuesDialog::closeUp);
    connect(remove_, &QPushButton::clicked, this, &QueuesDialog::remove);
    return form;
}

void QueuesDialog::ask(PostQueueId chosen)
{
    shell_.bridge.read<std::vector<PostQueue>>(
        this, [](store::Tx &tx) { return store::PostQueues(tx).all(); },
        [this, chosen](const Result<std::vector<PostQueue>> &queues) {
            if (!queues) {
                error_->setError(queues.error());
                return;
            }
            queues_ = *queues;
            list_->clear();
            int row = queues_.empty() ? -1 : 0;
            for (std::size_t i = 0; i < queues_.size(); ++i) {
                list_->addItem(qs(queues_[i].name));
                row = queues_[i].id == chosen ? static_cast<int>(i) : row;
            }
            list_->setCurrentRow(row);
            if (row < 0)
                addQueue();
        });
}

void QueuesDialog::addQueue()
{
    list_->setCurrentRow(-1);
    shown_ = {};
    shown_.zone = data_.zone();
    shown_.name = utf8(tr("Every week"));
    show(-1);
    name_->setFocus();
    name_->selectAll();
}

void QueuesDialog::show(int row)
{
    if (row >= 0)
        shown_ = queues_[static_cast<std::size_t>(row)];
    name_->setText(qs(shown_.name));
    zone_->setCurrentText(qs(shown_.zone));
    planned_->setChecked(shown_.planned);
    accounts_->clear();
    for (const auto &account : data_.accounts()) {
        if (!account.capabilities.has(Capability::Publish))
            continue;
        auto *item = new QListWidgetItem(data_.bridge().networkBadge(account.connector) + QStringLiteral("  ") + qs(account.handle), accounts_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(account.id.value));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        const bool on = std::find(shown_.accounts.begin(), shown_.accounts.end(), account.id) != shown_.accounts.end();
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    showSlots();
    askState();
}

void QueuesDialog::showSlots()
{
    slotList_->clear();
    for (const auto &slot : shown_.slots)
        slotList_->addItem(slotText(slot));
}

void QueuesDialog::addSlot(int weekday, const QTime &time)
{
    const PostSlot slot{weekday, time.hour() * 60 + time.minute()};
    const auto at = std::lower_bound(shown_.slots.begin(), shown_.slots.end(), slot);
    if (at == shown_.slots.end() || *at != slot)
        shown_.slots.insert(at, slot);
    showSlots();
}

/// What waits for a slot, and the next free ones.
void QueuesDialog::askState()
{
    for (auto *button : {fill_, close_, remove_})
        button->setEnabled(static_cast<bool>(shown_.id));
    state_->clear();
    if (!shown_.id)
        return;
    struct State {
        int waiting = 0;
        std::vector<WallTime> free;
    };
    shell_.bridge.read<State>(
        this,
        [id = shown_.id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<State> {
            State state;
            VIGIE_TRY(const auto waiting, store::PostQueues(tx).waiting(id));
            state.waiting = static_cast<int>(waiting.size());
            state.free = plan::QueueDesk(tx, networks).freeSlots(id, kNextShown).value_or(std::vector<WallTime>{});
            return state;
        },
        [this](const Result<State> &state) {
            if (!state)
                return;
            QStringList next;
            for (const auto &wall : state->free)
                next.append(QLocale().toString(calendar::dateOf(wall), tr("ddd d MMM", "date format")) + QLatin1Char(' ') + QLocale().toString(calendar::timeOf(wall), QStringLiteral("HH:mm")));
            state_->setText(tr("%n draft(s) wait(s) for a slot.", nullptr, state->waiting) + QLatin1Char(' ')
                            + (next.isEmpty() ? tr("It has no slots yet.") : tr("Next free: %1.").arg(next.join(QStringLiteral(", ")))));
            fill_->setEnabled(state->waiting > 0 && !next.isEmpty());
        });
}

PostQueue QueuesDialog::current() const
{
    auto queue = shown_;
    queue.name = utf8(name_->text().trimmed());
    queue.zone = utf8(zone_->currentText());
    queue.planned = planned_->isChecked();
    queue.accounts.clear();
    for (int row = 0; row < accounts_->count(); ++row)
        if (accounts_->item(row)->checkState() == Qt::Checked)
            queue.accounts.push_back(AccountId{accounts_->item(row)->data(Qt::UserRole).toLongLong()});
    return queue;
}

void QueuesDialog::save()
{
    const auto queue = current();
    if (queue.name.empty() || queue.slots.empty()) {
        error_->setMessage(queue.name.empty() ? tr("The queue is not saved: give it a name.") : tr("The queue is not saved: give it at least one slot."));
        return;
    }
    error_->clear();
    shell_.bridge.write<PostQueueId>(
        this, [queue, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::QueueDesk(tx, networks).save(queue); },
        [this](const Result<PostQueueId> &saved) {
            if (saved)
                ask(*saved);
            else
                error_->setError(saved.error());
        });
}

void QueuesDialog::runOn(std::function<Result<int>(store::Tx &)> job, std::function<QString(int)> words)
{
    shell_.bridge.write<int>(this, std::move(job), [this, words = std::move(words)](const Result<int> &count) {
        if (!count) {
            error_->setError(count.error());
            return;
        }
        error_->clear();
        shell_.toasts.show(words(*count));
        askState();
    });
}

void QueuesDialog::fillUp()
{
    runOn([id = shown_.id, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::QueueDesk(tx, networks).fill(id); },
          [](int count) { return tr("%n draft(s) took their slots.", nullptr, count); });
}

void QueuesDialog::closeUp()
{
    runOn([id = shown_.id, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::QueueDesk(tx, networks).closeUp(id); },
          [](int count) { return tr("%n post(s) moved up.", nullptr, count); });
}

void QueuesDialog::remove()
{
    shell_.bridge.write<bool>(
        this,
        [id = shown_.id](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::PostQueues(tx).remove(id));
            return true;
        },
        [this](const Result<bool> &done) {
            if (done)
                ask({});
            else
                error_->setError(done.error());
        });
}

} // namespace vigie::ui
