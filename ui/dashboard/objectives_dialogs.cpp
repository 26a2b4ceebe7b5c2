// SPDX-License-Identifier: GPL-3.0-or-later
// An objective, and an action; the indicator is in objectives_indicator_dialog.cpp.
#include "ui/dashboard/objectives_dialogs.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/formula_words.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/outbox.hpp>

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kNoteLines = 3, kMostEvents = 60, kMostSent = 60, kRecentDays = 90, kShownWords = 70;
const QDate kEpoch(1970, 1, 1);

/// Something that can be linked, with the words of its row.
struct Linkable {
    IndicatorAction action;
    std::optional<Instant> at;
};

Result<std::vector<Linkable>> linkables(store::Tx &tx)
{
    std::vector<Linkable> out;
    using Kind = IndicatorAction::Kind;
    VIGIE_TRY(const auto campaigns, store::Campaigns(tx).all());
    for (const auto &one : campaigns)
        out.push_back({{{}, {}, Kind::Campaign, one.id.value, one.name, one.day, false}, {}});
    VIGIE_TRY(const auto events, store::CalendarEvents(tx).around(tx.now() - std::chrono::hours(24 * kRecentDays), kMostEvents));
    for (const auto &one : events)
        out.push_back({{{}, {}, Kind::Event, one.id.value, one.name, {}, false}, one.startsAt});
    VIGIE_TRY(const auto sent, store::Outbox(tx).sentSince(tx.now() - std::chrono::hours(24 * kRecentDays), kMostSent));
    for (const auto &one : sent)
        out.push_back({{{}, {}, Kind::Answer, one.id.value, one.parts.empty() ? std::string() : one.parts.front().text, {}, false}, one.createdAt});
    return out;
}

} // namespace

ObjectiveDialog::ObjectiveDialog(Shell &shell, const Objective &objective, std::int32_t today, QWidget *parent)
    : QDialog(parent), shell_(shell), objective_(objective), name_(new QLineEdit(this)), owner_(new QLineEdit(this)), note_(new QPlainTextEdit(this)), hasDue_(new QCheckBox(tr("is due on"), this)),
      due_(new QDateEdit(this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("objectiveDialog"));
    setWindowTitle(objective.id ? tr("Objective") : tr("New objective"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(error_);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    auto *day = new QHBoxLayout;
    day->addWidget(hasDue_);
    day->addWidget(due_);
    day->addStretch(1);
    form->addRow(tr("What is to be reached"), name_);
    form->addRow(tr("Looked after by"), owner_);
    form->addRow(QString(), day);
    form->addRow(tr("Note"), note_);
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(QFontMetrics(Theme::of(parent).font(TextSize::Body)).height() * kNoteLines + kWideMargin);
    due_->setCalendarPopup(true);
    due_->setAccessibleName(tr("Due day"));
    name_->setText(qs(objective.name));
    owner_->setText(qs(objective.owner));
    note_->setPlainText(qs(objective.note));
    hasDue_->setChecked(objective.due.has_value());
    due_->setDate(kEpoch.addDays(objective.due.value_or(today + kRecentDays)));
    due_->setEnabled(hasDue_->isChecked());
    connect(hasDue_, &QCheckBox::toggled, due_, &QWidget::setEnabled);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ObjectiveDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(parent).scaled(460), sizeHint().height()}));
}

void ObjectiveDialog::save()
{
    auto objective = objective_;
    objective.name = utf8(name_->text().trimmed());
    objective.owner = utf8(owner_->text().trimmed());
    objective.note = utf8(note_->toPlainText());
    objective.due = hasDue_->isChecked() ? std::optional(static_cast<std::int32_t>(kEpoch.daysTo(due_->date()))) : std::nullopt;
    if (objective.name.empty()) {
        error_->setMessage(tr("The objective is not saved: say what is to be reached."));
        name_->setFocus();
        return;
    }
    using Saved = std::pair<ObjectiveId, store::ObjectiveStepId>;
    shell_.bridge.write<Saved>(
        this,
        [objective](store::Tx &tx) -> Result<Saved> {
            store::Objectives objectives(tx);
            VIGIE_TRY(const auto step, objectives.begin(objective.id ? "change" : "add"));
            VIGIE_TRY(const auto id, objectives.save(objective));
            return Saved(id, step);
        },
        [this](const Result<Saved> &done) {
            if (!done) {
                error_->setError(done.error());
                return;
            }
            Q_EMIT saved(done->first, done->second);
            accept();
        });
}

ActionDialog::ActionDialog(Shell &shell, IndicatorId indicator, std::int32_t today, QWidget *parent)
    : QDialog(parent), shell_(shell), indicator_(indicator), list_(new QListWidget(this)), words_(new QLineEdit(this)), day_(new QDateEdit(kEpoch.addDays(today), this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("actionDialog"));
    setWindowTitle(tr("What was done to move it"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(error_);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("A campaign, an event or an answer; or an action of its own with its day."), this));
    layout->addWidget(list_, 1);
    list_->setAccessibleName(tr("Campaigns, events and answers"));
    auto *own = new QHBoxLayout;
    own->addWidget(words_, 1);
    own->addWidget(day_);
    layout->addLayout(own);
    words_->setPlaceholderText(tr("An action of its own"));
    words_->setAccessibleName(tr("An action of its own"));
    day_->setCalendarPopup(true);
    day_->setAccessibleName(tr("Day of the action"));
    connect(words_, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!text.isEmpty())
            list_->setCurrentRow(-1); // the one or the other
    });
    connect(list_, &QListWidget::itemActivated, this, [this] { save(); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Link"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ActionDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(parent).scaled(520), Theme::of(parent).scaled(420)}));
    ask();
}

void ActionDialog::ask()
{
    shell_.bridge.read<std::vector<Linkable>>(
        this, [](store::Tx &tx) { return linkables(tx); },
        [this](const Result<std::vector<Linkable>> &all) {
            if (!all) {
                error_->setError(all.error());
                return;
            }
            for (const auto &one : *all) {
                const auto when = one.action.day ? FormulaWords::day(*one.action.day) : one.at ? format::date(*one.at, shell_.bridge.zone()) : tr("no day yet");
                auto words = qs(one.action.name).simplified();
                if (words.size() > kShownWords)
                    words = words.left(kShownWords).trimmed() + QChar(0x2026);
                auto *row = new QListWidgetItem(tr("%1: %2 (%3)", "kind of action, its name, its day").arg(FormulaWords::action(one.action.kind), words, when), list_);
                row->setData(Qt::UserRole, static_cast<int>(one.action.kind));
                row->setData(Qt::UserRole + 1, static_cast<qlonglong>(one.action.row));
            }
        });
}

void ActionDialog::save()
{
    IndicatorAction action;
    action.indicator = indicator_;
    if (const auto *row = list_->currentItem(); row != nullptr && words_->text().trimmed().isEmpty()) {
        action.kind = static_cast<IndicatorAction::Kind>(row->data(Qt::UserRole).toInt());
        action.row = row->data(Qt::UserRole + 1).toLongLong();
    } else if (!words_->text().trimmed().isEmpty()) {
        action.name = utf8(words_->text().trimmed());
        action.day = static_cast<std::int32_t>(kEpoch.daysTo(day_->date()));
    } else {
        error_->setMessage(tr("Nothing is linked: choose one of the list, or write an action of its own."));
        return;
    }
    shell_.bridge.write<store::ObjectiveStepId>(
        this,
        [action](store::Tx &tx) -> Result<store::ObjectiveStepId> {
            store::Objectives objectives(tx);
            VIGIE_TRY(const auto step, objectives.begin("link"));
            VIGIE_CHECK(objectives.link(action));
            return step;
        },
        [this](const Result<store::ObjectiveStepId> &step) {
            if (!step) {
                error_->setError(step.error());
                return;
            }
            Q_EMIT saved(*step);
            accept();
        });
}

} // namespace vigie::ui
