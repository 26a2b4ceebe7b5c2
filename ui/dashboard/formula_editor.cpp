// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/formula_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/formula_words.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/insight/objectives.hpp>

#include <QLabel>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kValueAfter = 150; ///< ms of rest before figures are read
}

FormulaEditor::FormulaEditor(Shell &shell, PeriodOf period, QWidget *parent)
    : QWidget(parent), shell_(shell), period_(std::move(period)), edit_(new QueryEdit(shell.theme, this)), saying_(wrappedLabel(QStringLiteral("strong"), {}, this)),
      about_(wrappedLabel(QStringLiteral("muted"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(edit_);
    layout->addWidget(saying_);
    layout->addWidget(about_);
    edit_->setAccessibleName(tr("Formula"));
    edit_->setPlaceholderText(QStringLiteral("share(mentions[sentiment<0], mentions)"));
    setFocusProxy(edit_);
    soon_.setSingleShot(true);
    soon_.setInterval(kValueAfter);
    connect(&soon_, &QTimer::timeout, this, &FormulaEditor::askValue);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        analyse(edit_->isTyping());
        Q_EMIT changed();
    });
    connect(edit_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!edit_->isTyping())
            analyse(false);
    });
    connect(edit_, &QueryEdit::completionsWanted, this, [this] { analyse(true); });
    connect(edit_, &QueryEdit::submitted, this, &FormulaEditor::submitted);
    shell_.bridge.read<insight::FormulaNames>(
        this, [](store::Tx &tx) { return insight::formulaNames(tx); },
        [this](const Result<insight::FormulaNames> &names) {
            if (names)
                names_ = *names;
            analyse(false);
        });
}

void FormulaEditor::setSource(const QString &source)
{
    edit_->setPlainText(source);
    if (source.isEmpty())
        analyse(false);
}

QString FormulaEditor::source() const
{
    return edit_->toPlainText();
}

void FormulaEditor::setScope(const insight::FigureScope &scope)
{
    scope_ = scope;
    refresh();
}

void FormulaEditor::refresh()
{
    if (isValid())
        soon_.start();
}

QString FormulaEditor::saying() const
{
    return saying_->text();
}

void FormulaEditor::analyse(bool typing)
{
    const auto number = texts_.next();
    settled_ = false;
    shell_.bridge.work<FormulaAnalysis>(
        this, [source = source(), cursor = edit_->textCursor().position(), typing, names = names_]() -> Result<FormulaAnalysis> { return analyseFormula(source, cursor, typing, names); },
        [this, number](const Result<FormulaAnalysis> &analysis) {
            if (texts_.is(number) && analysis && analysis->source == source())
                show(*analysis);
        });
}

void FormulaEditor::show(const FormulaAnalysis &analysis)
{
    const bool same = analysis_.source == analysis.source && analysis_.formula && analysis.formula;
    analysis_ = analysis;
    edit_->setStretches(analysis_.stretches);
    edit_->offer(analysis_.choices);
    const bool empty = source().trimmed().isEmpty();
    edit_->markFault(analysis_.faultBegin, empty || !analysis_.mistake ? 0 : analysis_.faultLength);
    showText(about_, analysis_.about);
    settled_ = true;
    if (analysis_.mistake) {
        soon_.stop();
        (void)values_.next(); // an answer on its way is of another text
        setRole(saying_, empty ? QStringLiteral("muted") : QStringLiteral("neg"));
        showText(saying_, empty ? tr("Figures with filters, joined by + - * / and functions. Ctrl+Space shows what may be typed.")
                                : tr("Column %1: %2", "place in a formula, what is wrong there").arg(analysis_.mistake->column).arg(FormulaWords::mistake(*analysis_.mistake)));
    } else if (!same) {
        setRole(saying_, QStringLiteral("muted"));
        showText(saying_, tr("In %1; its value is being read.", "a unit").arg(FormulaWords::unit(analysis_.formula->unit())));
        soon_.start();
    }
    Q_EMIT settled();
}

void FormulaEditor::askValue()
{
    const auto period = period_ ? period_() : std::nullopt;
    if (!analysis_.formula || !period)
        return;
    const auto number = values_.next();
    shell_.bridge.read<insight::FormulaValue>(
        this,
        [formula = *analysis_.formula, scope = scope_, period = *period, workspace = shell_.bridge.workspace()](store::Tx &tx) -> Result<insight::FormulaValue> {
            insight::WorkspaceFigures figures(tx, workspace->columns());
            auto wanted = scope;
            if (!wanted.query) {
                VIGIE_TRY(wanted, insight::indicatorScope(tx, {}));
            }
            return insight::evaluate(formula, wanted, period, figures);
        },
        [this, number](const Result<insight::FormulaValue> &value) {
            if (!values_.is(number) || !analysis_.formula)
                return;
            if (!value) {
                setRole(saying_, QStringLiteral("neg"));
                showText(saying_, errorText(value.error()).sentence);
                return;
            }
            setRole(saying_, QStringLiteral("strong"));
            const auto between = FormulaWords::interval(*value);
            const auto worth = FormulaWords::value(value->value, analysis_.formula->unit());
            showText(saying_, between.isEmpty() ? worth : tr("%1, %2", "a value, its interval").arg(worth, between));
            saying_->setToolTip(FormulaWords::method(value->method));
        });
}

} // namespace vigie::ui
