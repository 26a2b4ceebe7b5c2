// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/variables_table.hpp"

#include "ui/answers/answer_words.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/desk/answers.hpp>
#include <vigie/text/placeholders.hpp>

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace vigie::ui {

namespace {
enum Column { Name, Source, Meaning, ColumnCount };
constexpr int kRowsShown = 3;
} // namespace

VariablesTable::VariablesTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    verticalHeader()->hide();
    setShowGrid(false);
    setTabKeyNavigation(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Meaning, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::itemChanged, this, &VariablesTable::edited);
    retranslate();
}

void VariablesTable::retranslate()
{
    setAccessibleName(tr("Variables of the answer"));
    setHorizontalHeaderLabels({tr("Variable"), tr("Comes from"), tr("Meaning")});
}

void VariablesTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        known_ = variables();
        setVariables(known_);
    }
    QTableWidget::changeEvent(event);
}

QSize VariablesTable::sizeHint() const
{
    return {QTableWidget::sizeHint().width(), horizontalHeader()->sizeHint().height() + kRowsShown * verticalHeader()->defaultSectionSize()};
}

void VariablesTable::setVariables(const std::vector<AnswerVariable> &variables)
{
    const QSignalBlocker quiet(this);
    known_ = variables;
    setRowCount(0);
    for (const auto &one : variables)
        addVariable(one);
}

void VariablesTable::addVariable(const AnswerVariable &variable)
{
    const int row = rowCount();
    insertRow(row);
    auto *name = new QTableWidgetItem(qs(variable.name));
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    setItem(row, Name, name);
    auto *source = new QComboBox(this);
    for (const auto &[known, word] : kVariableSources)
        source->addItem(sourceText(known), static_cast<int>(known));
    source->setCurrentIndex(static_cast<int>(variable.source));
    source->setAccessibleName(tr("Where %1 comes from").arg(qs(variable.name)));
    connect(source, &QComboBox::currentIndexChanged, this, &VariablesTable::edited);
    setCellWidget(row, Source, source);
    setItem(row, Meaning, new QTableWidgetItem(qs(variable.meaning)));
}

void VariablesTable::follow(const std::string &french, const std::string &english)
{
    auto names = text::placeholderNames(french);
    for (auto &name : text::placeholderNames(english))
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    const auto shown = variables();
    const bool same = shown.size() == names.size() && std::equal(shown.begin(), shown.end(), names.begin(), [](const AnswerVariable &one, const std::string &name) { return one.name == name; });
    if (same)
        return;
    for (const auto &one : shown) { // what was said of it comes back with the name
        const auto known = std::find_if(known_.begin(), known_.end(), [&one](const AnswerVariable &other) { return other.name == one.name; });
        if (known == known_.end())
            known_.push_back(one);
        else
            *known = one;
    }
    const QSignalBlocker quiet(this);
    setRowCount(0);
    for (const auto &name : names) {
        const auto known = std::find_if(known_.begin(), known_.end(), [&name](const AnswerVariable &one) { return one.name == name; });
        AnswerVariable fresh;
        fresh.name = name;
        fresh.source = desk::usualSource(name);
        addVariable(known == known_.end() ? fresh : *known);
    }
}

std::vector<AnswerVariable> VariablesTable::variables() const
{
    std::vector<AnswerVariable> out;
    for (int row = 0; row < rowCount(); ++row) {
        const auto *source = qobject_cast<QComboBox *>(cellWidget(row, Source));
        AnswerVariable one;
        one.source = source == nullptr ? AnswerVariable::Source::Ask : kVariableSources[static_cast<std::size_t>(source->currentIndex())].first;
        one.name = utf8(item(row, Name)->text());
        one.meaning = utf8(item(row, Meaning)->text().trimmed());
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace vigie::ui
