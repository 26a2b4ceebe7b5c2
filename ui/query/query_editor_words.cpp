// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor of a query says.
#include "ui/query/query_editor.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/query_sentence.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/query/query_paste.hpp"
#include "ui/query/stepped_count.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace vigie::ui {

void QueryEditor::showFault()
{
    const auto &fault = analysis_.fault;
    fault_->setVisible(fault.has_value());
    fault_->setText(fault ? fault->sentence : QString());
    fix_->setVisible(fault && !fault->fixLabel.isEmpty());
    if (fault) {
        fix_->setText(tr("%1 (Alt+Enter)", "what mends a mistake, and its key").arg(fault->fixLabel));
        fix_->setAccessibleName(fault->fixLabel);
    }
    edit_->markFault(fault ? fault->begin : 0, fault ? fault->length : 0);
    // Read out with the name of the field: the description is that of the completions.
    edit_->setAccessibleName(fault ? tr("Query, with a mistake: %1").arg(fault->sentence) : tr("Query"));
}

void QueryEditor::applyFix()
{
    if (!analysis_.fault || analysis_.fault->fixLabel.isEmpty() || analysis_.source != edit_->toPlainText())
        return;
    const auto fault = *analysis_.fault;
    edit_->replace(fault.fixBegin, fault.fixLength, fault.fixText);
    edit_->setFocus();
}

void QueryEditor::showWords()
{
    const bool empty = source().isEmpty();
    sentence_->setText(analysis_.sentence);
    sentence_->setVisible(analysis_.query != nullptr && !empty);
    mixed_->setVisible(analysis_.mixedAndOr);
    soft_->setVisible(analysis_.softOperators);
    help_->setVisible(empty);
}

void QueryEditor::showCost()
{
    costLabel_->setVisible(cost_.has_value() && analysis_.query != nullptr && !source().isEmpty());
    if (!cost_ || analysis_.query == nullptr)
        return;
    auto words = queryCostReasons(*cost_, *analysis_.query);
    words.prepend(queryCostMark(*cost_));
    costLabel_->setText(words.mid(0, 5).join(QLatin1Char('\n')));
    setRole(costLabel_, cost_->level == text::QueryCost::Level::Heavy ? QStringLiteral("warn") : QStringLiteral("small"));
}

void QueryEditor::showCount()
{
    const bool counting = counter_->isCounting();
    const bool going = (counting || sampling_) && !slowTimer_.isActive();
    stop_->setVisible(going || stopped_);
    stop_->setText(stopped_ ? tr("Count again") : tr("Stop"));
    stop_->setAccessibleName(stopped_ ? stop_->text() : tr("Stop counting"));
    if (stopped_)
        countLabel_->setText(tr("Stopped."));
    else if (count_ > kCountAtMost)
        countLabel_->setText(tr("More than %n mention(s) satisfy it", nullptr, kCountAtMost));
    else if (count_ > 0 && counting)
        countLabel_->setText(tr("At least %n mention(s) satisfy it, still counting", nullptr, count_));
    else if (count_ == 0 && !counting)
        countLabel_->setText(tr("No mention satisfies it so far"));
    else if (count_ > 0)
        countLabel_->setText(tr("%n mention(s) satisfy it", nullptr, count_));
    else
        countLabel_->setText(counting || previewTimer_.isActive() ? tr("Counting...") : QString());
}

void QueryEditor::openPaste()
{
    if (paste_ == nullptr) {
        paste_ = new QueryPaste(shell_.bridge, this);
        auto *box = qobject_cast<QVBoxLayout *>(layout());
        box->insertWidget(box->indexOf(pasteButton_) + 1, paste_);
        connect(paste_, &QueryPaste::closed, this, [this] {
            closePaste();
            pasteButton_->setFocus();
        });
        connect(paste_, &QueryPaste::translated, this, [this](const QString &source) {
            closePaste();
            edit_->selectAll(); // as one step, so that the field's undo brings back what was there
            edit_->insertPlainText(source);
            edit_->setFocus();
        });
    }
    paste_->show();
    pasteButton_->hide();
    paste_->open();
}

void QueryEditor::closePaste()
{
    if (paste_ != nullptr)
        paste_->hide();
    pasteButton_->show();
}

void QueryEditor::retranslate()
{
    edit_->setPlaceholderText(tr("dubreuil AND (repair* OR \"second hand\") NOT is:ours"));
    help_->setText(tr("Words, \"phrases\", beginnings (repair*), AND, OR, NOT, NEAR/5, parentheses, fields such as lang: or author:, @saved queries. Ctrl+Space shows what may be typed."));
    mixed_->setText(tr("AND binds before OR here. Add parentheses if you meant otherwise."));
    soft_->setText(tr("and, or, not, et, ou, sauf are operators here, also in small letters; in quotes they are words."));
    pasteButton_->setText(tr("Paste from Brandwatch, Talkwalker or Meltwater"));
    pasteButton_->setAccessibleName(pasteButton_->text());
    if (!analysis_.source.isEmpty())
        analyse();
    showFault();
    showCount();
    showCost();
}

void QueryEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
