// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/resume_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/pausing.hpp>

#include <QDialogButtonBox>
#include <QListWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kWidth = 560, kHeight = 300;

struct Seen {
    std::vector<Pause> pauses;
    PauseNames names;
};

Result<Seen> readSeen(store::Tx &tx)
{
    Seen seen;
    VIGIE_TRY(seen.pauses, store::Pauses(tx).active());
    VIGIE_TRY(seen.names, readPauseNames(tx));
    return seen;
}

} // namespace

ResumeDialog::ResumeDialog(Shell &shell, QWidget *parent) : QDialog(parent), shell_(shell), list_(new QListWidget(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Resume publishing"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("Nothing leaves by resuming: what was kept back waits for your decision, post by post."), this));
    layout->addWidget(error_);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setWordWrap(true);
    list_->setAccessibleName(tr("Pauses in force"));
    layout->addWidget(list_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    resume_ = buttons->addButton(tr("Resume"), QDialogButtonBox::AcceptRole);
    resume_->setEnabled(false);
    layout->addWidget(buttons);
    connect(list_, &QListWidget::itemSelectionChanged, this, [this] { resume_->setEnabled(!list_->selectedItems().empty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ResumeDialog::resume);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight));
    ask();
}

void ResumeDialog::ask()
{
    shell_.bridge.read<Seen>(this, readSeen, [this](Result<Seen> seen) {
        if (!seen)
            return error_->setError(seen.error());
        pauses_ = std::move(seen->pauses);
        list_->clear();
        for (const auto &pause : pauses_) {
            const auto since = format::dateTime(pause.begunAt, shell_.bridge.zone());
            list_->addItem(tr("%1, since %2: %3", "what, since, reason").arg(pauseScopeText(pause, seen->names), since, qs(pause.reason)));
        }
        list_->selectAll();
        list_->setFocus();
    });
}

void ResumeDialog::resume()
{
    std::vector<PauseId> chosen;
    for (const auto &index : list_->selectionModel()->selectedRows())
        chosen.push_back(pauses_[static_cast<std::size_t>(index.row())].id);
    if (chosen.empty())
        return;
    resume_->setEnabled(false);
    shell_.bridge.write<int>(
        this,
        [chosen, person = shell_.bridge.person()](store::Tx &tx) -> Result<int> {
            for (const auto id : chosen)
                VIGIE_CHECK(plan::resume(tx, id, person));
            VIGIE_TRY(const auto posts, plan::heldPosts(tx));
            int free = 0;
            for (const auto &post : posts)
                free += post.free ? 1 : 0;
            return free;
        },
        [this](Result<int> toDecide) {
            if (!toDecide) {
                error_->setError(toDecide.error());
                return ask();
            }
            Q_EMIT resumed(*toDecide);
            accept();
        });
}

} // namespace vigie::ui
