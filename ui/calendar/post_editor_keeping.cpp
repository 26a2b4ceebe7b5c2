// SPDX-License-Identifier: GPL-3.0-or-later
// How what is typed reaches the disk: by itself while it is a draft, beside what is planned, and when the person plans, keeps or
// publishes it.
#include "ui/calendar/post_editor.hpp"

#include "ui/calendar/actions.hpp"
#include "ui/calendar/kept_edits.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/calendar/when_row.hpp"
#include "ui/widget/pieces.hpp"

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace vigie::ui {

void PostEditor::onEdited()
{
    if (loading_ || !plan_.id)
        return;
    dirty_ = true;
    typedMeanwhile_ = true;
    if (calendar::editable(plan_))
        saveTimer_.start();
    checkTimer_.start();
    refresh();
}

void PostEditor::autosave()
{
    saveTimer_.stop();
    if (!dirty_ || busy_ || !plan_.id || !calendar::editable(plan_))
        return;
    if (plan_.approved) { // what is planned leaves as it was planned; what is typed waits beside it
        kept_->keep(current());
        return;
    }
    dirty_ = false;
    const auto id = plan_.id;
    actions_.saveDraft(current(), [this, id](const Result<PlanId> &saved) {
        if (saved || plan_.id != id)
            return;
        dirty_ = true; // it is still only here
        error_->setError(saved.error());
        saveTimer_.start();
    });
}

void PostEditor::flush()
{
    if (!plan_.id)
        return;
    if (busy_ && typedMeanwhile_ && !plan_.approved) // the window may be gone before the answer comes: these words must not wait for it
        kept_->keep(current());
    else if (dirty_)
        autosave();
}

void PostEditor::plan()
{
    if (!canPlan())
        return;
    if (!when_->wall()) {
        when_->giveDay();
        error_->setMessage(tr("The post is not planned yet: choose its day and hour, then plan it."));
        return;
    }
    saveTimer_.stop();
    busy_ = true;
    typedMeanwhile_ = false;
    actions_.plan(current(), [this](const Result<PlanId> &id) { finished(id, true); });
}

void PostEditor::keepAsDraft()
{
    if (!canPlan())
        return;
    saveTimer_.stop();
    busy_ = true;
    typedMeanwhile_ = false;
    actions_.keepAsDraft(current(), [this](const Result<PlanId> &id) { finished(id, false); });
}

void PostEditor::publishNow()
{
    if (!canPlan())
        return;
    const auto count = static_cast<int>(current().variants.size());
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Publish now"), tr("Publish this post now on %n account(s)?", nullptr, count), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It leaves at once; what is published cannot be taken back from here."));
    auto *yes = box->addButton(tr("Publish now"), QMessageBox::AcceptRole);
    connect(yes, &QAbstractButton::clicked, this, &PostEditor::sendNow);
    box->open();
}

void PostEditor::sendNow()
{
    if (!canPlan())
        return;
    saveTimer_.stop();
    busy_ = true;
    typedMeanwhile_ = false;
    actions_.publishNow(current(), [this](const Result<PlanId> &id) { finished(id, true); });
}

void PostEditor::finished(const Result<PlanId> &result, bool approved)
{
    busy_ = false;
    if (!result) {
        showError(result.error());
        ask();
        if (!plan_.approved && dirty_)
            saveTimer_.start();
        refresh();
        return;
    }
    dirty_ = typedMeanwhile_; // while the disk was written: these words are not in it
    if (dirty_)
        saveTimer_.start();
    if (plan_.id == *result)
        plan_.approved = approved; // at once: a key pressed before the new reading comes must not save over what is planned
    error_->clear();
    if (!dirty_)
        kept_->drop(*result);
    data_.selectWhenThere(*result);
    data_.reload();
    refresh();
}

void PostEditor::discard()
{
    const auto *post = data_.selectedPost();
    if (post == nullptr || post->plan.id != plan_.id || busy_)
        return;
    saveTimer_.stop();
    dirty_ = false;
    kept_->drop(plan_.id);
    load(*post);
    text_->setFocus();
}

void PostEditor::duplicate()
{
    if (!plan_.id)
        return;
    flush();
    actions_.duplicate(plan_.id);
}

void PostEditor::hideEvent(QHideEvent *event)
{
    flush(); // the window closes, or another panel comes to the front
    QWidget::hideEvent(event);
}

} // namespace vigie::ui
