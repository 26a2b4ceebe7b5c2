// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/posting_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/again_pane.hpp"
#include "ui/calendar/load_pane.hpp"
#include "ui/calendar/times_pane.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kWidth = 860, kHeight = 660;
constexpr std::chrono::hours kWeek{24 * 7};

} // namespace

PostingDialog::PostingDialog(CalendarData &source, CalendarActions &actions, QWidget *parent)
    : QDialog(parent), data_(source), actions_(actions), tabs_(new QTabWidget(this)), times_(new TimesPane(source, this)), load_(new LoadPane(source, this)), again_(new AgainPane(source, this)),
      error_(new ErrorBar(this)), do_(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("posting"));
    setWindowTitle(tr("From your own history"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    tabs_->addTab(times_, tr("When to post"));
    tabs_->addTab(load_, tr("Comments to expect"));
    tabs_->addTab(again_, tr("Say again"));
    tabs_->setAccessibleName(windowTitle());
    layout->addWidget(tabs_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    do_ = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(do_, &QPushButton::clicked, this, &PostingDialog::act);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(tabs_, &QTabWidget::currentChanged, this, &PostingDialog::nameButton);
    connect(times_, &TimesPane::draftWanted, this, &PostingDialog::act);
    connect(again_, &AgainPane::draftWanted, this, &PostingDialog::act);
    connect(load_, &LoadPane::postWanted, this, &PostingDialog::act);
    connect(&data_.bridge(), &Bridge::closed, this, &QDialog::accept);
    connect(error_, &ErrorBar::actionPressed, this, &PostingDialog::ask);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
    nameButton();
    ask();
}

void PostingDialog::setPage(Page page)
{
    tabs_->setCurrentIndex(static_cast<int>(page));
}

void PostingDialog::ask()
{
    const auto number = asked_.next();
    const auto now = data_.bridge().now();
    data_.bridge().read<Read>(
        this,
        [zone = data_.zone(), now](store::Tx &tx) -> Result<Read> {
            Read out;
            VIGIE_TRY(out.posting, readPosting(tx, zone, now, now + kWeek));
            VIGIE_TRY(out.again, insight::evergreens(tx));
            return out;
        },
        [this, number](Result<Read> read) {
            if (!asked_.is(number))
                return;
            if (!read)
                return error_->setError(read.error());
            error_->clear();
            times_->setReading(read->posting);
            load_->setReading(read->posting);
            again_->setSuggestions(std::move(read->again));
            ready_ = true;
            nameButton();
        });
}

void PostingDialog::nameButton()
{
    switch (static_cast<Page>(tabs_->currentIndex())) {
    case Page::Times: do_->setText(tr("Make a draft at this hour")); break;
    case Page::Load: do_->setText(tr("Show the post")); break;
    case Page::Again: do_->setText(tr("Make a draft of it")); break;
    }
    do_->setEnabled(ready_);
}

void PostingDialog::act()
{
    if (!ready_)
        return;
    switch (static_cast<Page>(tabs_->currentIndex())) {
    case Page::Times: return draftAtHour();
    case Page::Load:
        if (const auto plan = load_->chosen()) {
            Q_EMIT actions_.shell().openPlan(plan);
            accept();
        }
        return;
    case Page::Again: return draftAgain();
    }
}

void PostingDialog::draftAtHour()
{
    const auto at = times_->nextHour();
    if (!at)
        return;
    actions_.create(at->date(), at->time(), [this](const Result<PlanId> &id) { made(id); });
}

void PostingDialog::draftAgain()
{
    const auto *chosen = again_->chosen();
    if (chosen == nullptr)
        return;
    PlanItem plan;
    plan.text = chosen->post.text;
    plan.lang = chosen->post.lang == "und" ? std::string() : chosen->post.lang;
    plan.zone = data_.zone();
    PlanVariant variant;
    variant.account = chosen->post.account;
    plan.variants.push_back(variant);
    actions_.saveDraft(plan, [this](const Result<PlanId> &id) { made(id); });
}

void PostingDialog::made(const Result<PlanId> &id)
{
    if (!id)
        return error_->setError(id.error());
    data_.selectWhenThere(*id);
    data_.reload();
    Q_EMIT actions_.shell().openPlan(*id); // its hour may lie beyond the days in view
    actions_.shell().toasts.show(tr("A draft was made; nothing leaves before you plan it."));
    accept();
}

} // namespace vigie::ui
