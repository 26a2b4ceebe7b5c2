// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/effect_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/queue_data.hpp"
#include "ui/service/deadline.hpp"
#include "ui/widget/card_painter.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 760, kHeight = 460;
}

EffectDialog::EffectDialog(Shell &shell, desk::SlaSetup setup, QWidget *parent)
    : QDialog(parent), shell_(shell), setup_(std::move(setup)), counts_(wrappedLabel(QStringLiteral("strong"), {}, this)), rest_(wrappedLabel(QStringLiteral("small"), {}, this)),
      progress_(new QProgressBar(this)), table_(new QTableWidget(0, 4, this)), error_(new ErrorBar(this)), apply_(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What this changes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    counts_->setText(tr("Open conversations are worked out..."));
    layout->addWidget(counts_);
    progress_->setRange(0, 0);
    layout->addWidget(progress_);
    layout->addWidget(error_);
    table_->setHorizontalHeaderLabels({tr("Conversation"), tr("Service level"), tr("Due before"), tr("Due after")});
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->verticalHeader()->hide();
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setAccessibleName(tr("Conversations that change"));
    layout->addWidget(table_, 1);
    rest_->setText(tr("What has ended keeps its result and the hours it was counted by."));
    layout->addWidget(rest_);
    auto *buttons = new QDialogButtonBox(this);
    apply_ = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    apply_->setProperty("role", "primary");
    apply_->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &EffectDialog::apply);
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    resize(sizeInRoom(*this, {shell_.theme.scaled(kWidth), shell_.theme.scaled(kHeight)}));
    load();
}

EffectDialog::~EffectDialog()
{
    *stopped_ = true;
}

void EffectDialog::load()
{
    shell_.bridge.read<Seen>(
        this, [setup = setup_, stopped = stopped_](store::Tx &tx) { return look(tx, setup, *stopped); },
        [this](Result<Seen> seen) {
            ready_ = true;
            progress_->hide();
            if (!seen) {
                counts_->hide();
                return error_->setError(seen.error());
            }
            show(*seen);
        });
}

Result<EffectDialog::Seen> EffectDialog::look(store::Tx &tx, const desk::SlaSetup &setup, const std::atomic<bool> &stopped)
{
    Seen seen;
    VIGIE_TRY(seen.preview, desk::SlaDesk(tx).preview(setup, [&stopped](int, int) { return !stopped.load(); }));
    std::vector<TicketId> ids;
    for (const auto &shift : seen.preview.shifts)
        ids.push_back(shift.ticket);
    VIGIE_TRY(const auto rows, loadQueueRows(tx, ids));
    for (const auto &row : rows) {
        const auto &author = row.latest.item.author;
        seen.names[row.ticket.ticket.id] = QStringLiteral("%1: %2").arg(qs(author.name.empty() ? author.handle : author.name), qs(card::flatten(row.latest.item.text, 60)));
    }
    return seen;
}

void EffectDialog::show(const Seen &seen)
{
    const auto &preview = seen.preview;
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0)
            parts.append(words);
    };
    add(preview.becomeLate, tr("%n become(s) late", nullptr, preview.becomeLate));
    add(preview.saved, tr("%n is/are late no more", nullptr, preview.saved));
    add(preview.lose, tr("%n lose(s) time", nullptr, preview.lose));
    add(preview.gain, tr("%n gain(s) time", nullptr, preview.gain));
    add(preview.begin, tr("%n is/are promised something now", nullptr, preview.begin));
    add(preview.end, tr("%n is/are promised nothing any more", nullptr, preview.end));
    counts_->setText(parts.isEmpty() ? tr("Of %n open clock(s) none changes.", nullptr, preview.open)
                                     : tr("Of %n open clock(s): %1.", nullptr, preview.open).arg(parts.join(QStringLiteral(", "))));
    const auto zone = shell_.bridge.zone();
    const auto due = [&](const std::optional<Instant> &at, bool promised, bool late) {
        if (!promised)
            return tr("nothing promised");
        const auto words = at ? format::dateTime(*at, zone) : tr("stands still", "a clock");
        return late ? tr("%1 (late)").arg(words) : words;
    };
    table_->setRowCount(static_cast<int>(preview.shifts.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto &shift = preview.shifts[static_cast<std::size_t>(row)];
        const auto named = seen.names.find(shift.ticket);
        const QStringList cells{named != seen.names.end() ? named->second : QString::number(shift.ticket.value), targetText(shift.target), due(shift.before, shift.promisedBefore, shift.lateBefore),
                                due(shift.after, shift.promisedAfter, shift.lateAfter)};
        for (int column = 0; column < cells.size(); ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    apply_->setEnabled(true);
    apply_->setFocus();
}

void EffectDialog::apply()
{
    apply_->setEnabled(false);
    shell_.bridge.write<bool>(
        this,
        [setup = setup_](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(desk::SlaDesk(tx).apply(setup));
            return true;
        },
        [this](Result<bool> done) {
            if (!done) {
                apply_->setEnabled(true);
                return error_->setError(done.error());
            }
            Q_EMIT applied();
            accept();
        });
}

} // namespace vigie::ui
