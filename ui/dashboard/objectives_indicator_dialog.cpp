// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_dialogs.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/formula_editor.hpp"
#include "ui/dashboard/formula_words.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/store/queries.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace vigie::ui {

namespace {

constexpr int kDueAfter = 90, kIndent = 2;
const QDate kEpoch(1970, 1, 1);

std::int32_t dayOf(const QDateEdit *field)
{
    return static_cast<std::int32_t>(kEpoch.daysTo(field->date()));
}

} // namespace

IndicatorDialog::IndicatorDialog(Shell &shell, const Indicator &indicator, const insight::FormulaUnit &unit, const std::vector<std::pair<Objective, int>> &objectives, std::int32_t today,
                                 QWidget *parent)
    : QDialog(parent), shell_(shell), indicator_(indicator), today_(today), name_(new QLineEdit(this)), owner_(new QLineEdit(this)), target_(new QLineEdit(this)),
      startValue_(new QLineEdit(this)), formula_(new FormulaEditor(shell, [this] { return period(); }, this)), objective_(new QComboBox(this)), direction_(new QComboBox(this)),
      span_(new QComboBox(this)), query_(new QComboBox(this)), start_(new QDateEdit(this)), due_(new QDateEdit(this)), hasDue_(new QCheckBox(tr("is due on"), this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("indicatorDialog"));
    setWindowTitle(indicator.id ? tr("Indicator") : tr("New indicator"));
    build(objectives);
    fill(unit);
    askQueries();
    resize(sizeInRoom(*this, {Theme::of(parent).scaled(620), Theme::of(parent).scaled(600)}));
}

void IndicatorDialog::build(const std::vector<std::pair<Objective, int>> &objectives)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(error_);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    auto *form = new QFormLayout;
    column->addLayout(form);
    column->addStretch(1);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    scroll->setWidget(body);
    layout->addWidget(scroll, 1);
    const auto beside = [](std::initializer_list<QWidget *> widgets) {
        auto *row = new QHBoxLayout;
        for (auto *widget : widgets)
            row->addWidget(widget);
        row->addStretch(1);
        return row;
    };
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Formula"), formula_);
    form->addRow(tr("Mentions of"), query_);
    form->addRow(tr("Value of"), span_);
    form->addRow(tr("Target"), beside({direction_, target_}));
    form->addRow(tr("Path from"), beside({start_, startValue_}));
    form->addRow(QString(), beside({hasDue_, due_}));
    form->addRow(tr("Objective"), objective_);
    form->addRow(tr("Looked after by"), owner_);
    QWidget *before = name_; // Tab goes down the form, whatever was made first
    for (QWidget *next : std::initializer_list<QWidget *>{&formula_->field(), query_, span_, direction_, target_, start_, startValue_, hasDue_, due_, objective_, owner_}) {
        setTabOrder(before, next);
        before = next;
    }
    for (const auto direction : {IndicatorDirection::AtLeast, IndicatorDirection::AtMost})
        direction_->addItem(direction == IndicatorDirection::AtLeast ? tr("at least", "a target") : tr("at most", "a target"));
    for (const auto span : {IndicatorSpan::Week, IndicatorSpan::Month, IndicatorSpan::Since, IndicatorSpan::UntilDue})
        span_->addItem(FormulaWords::span(span));
    objective_->addItem(tr("none: a curiosity"), qlonglong{0});
    for (const auto &[objective, depth] : objectives)
        objective_->addItem(QString(kIndent * depth, QChar(0xA0)) + qs(objective.name), static_cast<qlonglong>(objective.id.value));
    target_->setPlaceholderText(tr("none: only watched"));
    target_->setAccessibleName(tr("Target"));
    startValue_->setPlaceholderText(tr("the first value"));
    startValue_->setAccessibleName(tr("Value at the start of the path"));
    start_->setAccessibleName(tr("First day of the path"));
    due_->setAccessibleName(tr("Due day"));
    direction_->setAccessibleName(tr("Direction of the target"));
    for (auto *day : {start_, due_}) {
        day->setCalendarPopup(true);
        connect(day, &QDateEdit::dateChanged, formula_, &FormulaEditor::refresh);
    }
    connect(hasDue_, &QCheckBox::toggled, due_, &QWidget::setEnabled);
    connect(span_, &QComboBox::currentIndexChanged, formula_, &FormulaEditor::refresh);
    connect(query_, &QComboBox::currentIndexChanged, this, [this] {
        insight::FigureScope scope;
        scope.query = QueryId{query_->currentData().toLongLong()};
        formula_->setScope(scope);
    });
    connect(formula_, &FormulaEditor::submitted, this, &IndicatorDialog::save);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &IndicatorDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void IndicatorDialog::fill(const insight::FormulaUnit &unit)
{
    name_->setText(qs(indicator_.name));
    owner_->setText(qs(indicator_.owner));
    target_->setText(FormulaWords::entered(indicator_.target, unit));
    startValue_->setText(FormulaWords::entered(indicator_.startValue, unit));
    direction_->setCurrentIndex(static_cast<int>(indicator_.direction));
    span_->setCurrentIndex(static_cast<int>(indicator_.span));
    objective_->setCurrentIndex(std::max(0, objective_->findData(static_cast<qlonglong>(indicator_.objective.value))));
    start_->setDate(kEpoch.addDays(indicator_.start != 0 ? indicator_.start : today_));
    hasDue_->setChecked(indicator_.due.has_value());
    due_->setEnabled(indicator_.due.has_value());
    due_->setDate(kEpoch.addDays(indicator_.due.value_or(today_ + kDueAfter)));
    formula_->setSource(qs(indicator_.formula));
}

void IndicatorDialog::askQueries()
{
    query_->addItem(tr("the brand"), qlonglong{0});
    shell_.bridge.read<std::vector<SavedQuery>>(
        this, [](store::Tx &tx) { return store::Queries(tx).all(); },
        [this](const Result<std::vector<SavedQuery>> &all) {
            if (!all)
                return;
            for (const auto &one : *all)
                query_->addItem(format::queryName(one.name), static_cast<qlonglong>(one.id.value));
            query_->setCurrentIndex(std::max(0, query_->findData(static_cast<qlonglong>(indicator_.query.value))));
        });
}

Indicator IndicatorDialog::current() const
{
    auto one = indicator_;
    one.name = utf8(name_->text().trimmed());
    one.owner = utf8(owner_->text().trimmed());
    one.formula = utf8(formula_->source());
    one.objective = ObjectiveId{objective_->currentData().toLongLong()};
    one.direction = static_cast<IndicatorDirection>(direction_->currentIndex());
    one.span = static_cast<IndicatorSpan>(span_->currentIndex());
    one.query = QueryId{query_->currentData().toLongLong()};
    one.start = dayOf(start_);
    one.due = hasDue_->isChecked() ? std::optional(dayOf(due_)) : std::nullopt;
    return one;
}

std::optional<insight::Period> IndicatorDialog::period() const
{
    const auto one = current();
    return insight::periodAt(one, one.due, today_);
}

bool IndicatorDialog::readNumber(QLineEdit *field, std::optional<double> &into)
{
    into.reset();
    const auto text = field->text().trimmed();
    if (text.isEmpty())
        return true;
    const auto &unit = formula_->analysis().formula->unit();
    const auto value = insight::constantIn(utf8(text), unit);
    if (value) {
        into = *value;
        return true;
    }
    error_->setMessage(tr("The indicator is not saved: \"%1\" is no number in the unit of the formula (%2). Decimals have a point; write 30%, 10pt, 2h or 1500.").arg(text, FormulaWords::unit(unit)));
    field->setFocus();
    return false;
}

void IndicatorDialog::save()
{
    auto one = current();
    if (one.name.empty()) {
        error_->setMessage(tr("The indicator is not saved: give it a name."));
        name_->setFocus();
        return;
    }
    if (!formula_->isValid()) {
        error_->setMessage(tr("The indicator is not saved: its formula is not finished. What is wrong is said below it."));
        formula_->setFocus();
        return;
    }
    if (one.due && *one.due < one.start) {
        error_->setMessage(tr("The indicator is not saved: it is due before its path begins."));
        due_->setFocus();
        return;
    }
    if (!readNumber(target_, one.target) || !readNumber(startValue_, one.startValue))
        return;
    error_->clear();
    shell_.bridge.write<insight::SavedIndicator>(
        this,
        [one, workspace = shell_.bridge.workspace()](store::Tx &tx) {
            insight::WorkspaceFigures figures(tx, workspace->columns());
            return insight::ObjectiveDesk(tx, figures).save(one);
        },
        [this](const Result<insight::SavedIndicator> &done) {
            if (!done) {
                error_->setError(done.error());
                return;
            }
            Q_EMIT saved(done->id, done->step);
            accept();
        });
}

} // namespace vigie::ui
