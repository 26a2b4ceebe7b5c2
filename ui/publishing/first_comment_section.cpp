// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/first_comment_section.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/outbox.hpp>

#include <QEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLines = 2, kLineHeight = 20, kFrame = 14;
}

FirstCommentSection::FirstCommentSection(CalendarData &source, QWidget *parent)
    : PostSection(parent), data_(source), label_(roleLabel(QStringLiteral("muted"), {}, this)), outcome_(wrappedLabel(QStringLiteral("small"), {}, this)),
      text_(new QPlainTextEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(label_);
    text_->setTabChangesFocus(true);
    text_->setProperty("role", "field");
    text_->setFixedHeight(Theme::of(this).scaled(kLines * kLineHeight + kFrame));
    label_->setBuddy(text_);
    layout->addWidget(text_);
    outcome_->setTextFormat(Qt::PlainText);
    layout->addWidget(outcome_);
    connect(text_, &QPlainTextEdit::textChanged, this, &FirstCommentSection::edited);
    retranslate();
}

void FirstCommentSection::setPlan(const PlanItem &plan, bool readOnly)
{
    const QSignalBlocker quiet(text_);
    const auto words = qs(plan.firstComment);
    if (text_->toPlainText() != words)
        text_->setPlainText(words);
    text_->setReadOnly(readOnly);
    follow(plan);
    ask(plan.id);
}

void FirstCommentSection::typed(const PlanItem &plan)
{
    follow(plan);
}

void FirstCommentSection::write(PlanItem &plan) const
{
    plan.firstComment = utf8(text_->toPlainText());
}

/// Only where one of its accounts can say something under a post; words that are there already stay to be seen.
void FirstCommentSection::follow(const PlanItem &plan)
{
    const bool some = std::any_of(plan.variants.begin(), plan.variants.end(), [this](const PlanVariant &variant) {
        const auto *account = data_.account(variant.account);
        return account != nullptr && account->capabilities.has(Capability::Reply);
    });
    setVisible(some || !plan.firstComment.empty());
}

void FirstCommentSection::ask(PlanId plan)
{
    const auto number = asks_.next();
    outcome_->hide();
    if (!plan || plan.value < 0)
        return;
    data_.bridge().read<std::vector<Outbound>>(
        this,
        [plan](store::Tx &tx) -> Result<std::vector<Outbound>> {
            store::Outbox outbox(tx);
            std::vector<Outbound> comments;
            VIGIE_TRY(const auto rows, outbox.ofPlan(plan));
            for (const auto id : rows) {
                VIGIE_TRY(auto row, outbox.get(id));
                if (row.after && row.state != OutboundState::Cancelled)
                    comments.push_back(std::move(row));
            }
            return comments;
        },
        [this, number](Result<std::vector<Outbound>> comments) {
            if (!asks_.is(number) || !comments)
                return;
            QStringList lines;
            for (const auto &row : *comments) {
                const auto *account = data_.account(row.account);
                lines << tr("%1: %2", "account: state of its first comment").arg(account != nullptr ? qs(account->handle) : QString(), calendar::stateWord(calendar::stateOf(row.state)));
            }
            outcome_->setText(lines.join(QLatin1Char('\n')));
            outcome_->setVisible(!lines.isEmpty());
        });
}

void FirstCommentSection::retranslate()
{
    label_->setText(tr("First comment"));
    text_->setAccessibleName(label_->text());
    text_->setPlaceholderText(tr("Said under the post by the same account, once it is there"));
}

void FirstCommentSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
