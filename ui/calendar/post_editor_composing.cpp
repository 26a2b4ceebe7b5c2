// SPDX-License-Identifier: GPL-3.0-or-later
// One text for several networks: how it leaves on each, how long it is there, what changed in the base, what others say of its links.
#include "ui/calendar/post_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/compose_rules_dialog.hpp"
#include "ui/calendar/finding_text.hpp"
#include "ui/calendar/media_list.hpp"
#include "ui/calendar/outside_watch.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/calendar/preview_section.hpp"
#include "ui/calendar/variant_row.hpp"
#include "ui/calendar/when_row.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/reply_length.hpp"
#include "ui/inbox/writing_strip.hpp"
#include "ui/media/media_dialog.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/answer_parts.hpp>
#include <vigie/text/rich_text.hpp>

#include <QApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

namespace {

double fullness(const text::Length &length)
{
    return length.limit > 0 ? static_cast<double>(length.used) / length.limit : 0;
}

std::string firstLink(const std::string &text)
{
    for (const auto &span : text::fromPlain(text).spans)
        if (span.kind == TextSpan::Kind::Link)
            return span.target;
    return {};
}

PreviewPost previewOf(const PlanItem &plan, const Account &account, const std::string &leaving, const plan::OutsideAnswer &seen)
{
    PreviewPost post;
    post.account = account;
    post.warning = qs(plan.warning);
    post.parts = plan::threadParts(leaving);
    for (const auto &media : plan.media)
        post.media.push_back({qs(media.path), qs(media.alt), !qs(media.mime).startsWith(QLatin1String("image/"))});
    const auto link = firstLink(post.parts.front());
    post.link = qs(link);
    if (const auto found = seen.links.find(link); found != seen.links.end())
        post.card = found->second.card;
    if (plan.wall)
        post.when = QLocale().toString(QDateTime(calendar::dateOf(*plan.wall), calendar::timeOf(*plan.wall)), QLocale::ShortFormat);
    return post;
}

} // namespace

QPlainTextEdit *PostEditor::textField() const
{
    return text_;
}

WritingMarks &PostEditor::marks() const
{
    return base_->marks();
}

QString PostEditor::bindingText() const
{
    return binding_->text();
}

void PostEditor::compose()
{
    const auto plan = current();
    std::vector<PreviewPost> previews;
    const VariantRow *nearest = nullptr;
    text::Length binding;
    for (auto *row : rows_) {
        row->setLanguage(plan.lang);
        const auto chosen = std::find_if(plan.variants.begin(), plan.variants.end(), [row](const PlanVariant &one) { return one.account == row->accountId(); });
        if (chosen == plan.variants.end())
            continue;
        const auto leaving = plan::leavingText(plan, *chosen, row->account(), rules_.tracking, campaign_);
        row->setLeaving(leaving.text);
        previews.push_back(previewOf(plan, row->account(), leaving.text, outside_->answer()));
        if (chosen->overridden)
            continue;
        for (auto &length : plan::sentLengths(data_.bridge().networks(), row->account(), {}, leaving.text, plan.warning))
            if (length.limit > 0 && (nearest == nullptr || fullness(length) > fullness(binding))) {
                nearest = row;
                binding = std::move(length);
            }
    }
    preview_->setPosts(std::move(previews));
    const bool shown = nearest != nullptr && !plan.text.empty() && calendar::editable(plan_);
    const auto network = nearest != nullptr ? data_.bridge().networkName(nearest->account().connector) : QString();
    setRole(binding_, shown && !binding.fits() ? QStringLiteral("neg") : QStringLiteral("small"));
    showText(binding_, !shown                ? QString()
                       : binding.fits() ? tr("%1 on %2, the nearest to its limit").arg(lengthText(binding), network)
                                        : tr("%1 on %2: %n too many", nullptr, binding.used - binding.limit).arg(lengthText(binding), network));
}

void PostEditor::partIntoThread(VariantRow &row)
{
    const auto plan = current();
    const auto chosen = std::find_if(plan.variants.begin(), plan.variants.end(), [&](const PlanVariant &one) { return one.account == row.accountId(); });
    if (chosen != plan.variants.end())
        row.takeParts(plan::postParts(data_.bridge().networks(), {plan, *chosen, row.account(), rules_.tracking, campaign_}, true));
}

void PostEditor::showChecked(const Checked &checked)
{
    rules_ = checked.rules;
    campaign_ = checked.campaign;
    for (auto *row : rows_) {
        const auto base = std::find_if(checked.bases.begin(), checked.bases.end(), [row](const store::VariantBases::Row &one) { return one.account == row->accountId(); });
        if (base != checked.bases.end() && !dirty_)
            row->setBegunFrom(base->text);
        else if (base != checked.bases.end() && !row->knowsBeginning())
            row->setBegunFrom(base->text);
    }
    compose();
    showFindings(checked.findings);
}

void PostEditor::showRowFindings()
{
    for (auto *row : rows_) {
        std::vector<plan::Finding> own;
        const auto take = [&](const std::vector<plan::Finding> &findings) {
            std::copy_if(findings.begin(), findings.end(), std::back_inserter(own), [row](const plan::Finding &one) { return one.account == row->accountId(); });
        };
        take(findings_);
        take(outside_->answer().findings);
        row->setFindings(own);
    }
}

void PostEditor::noteBaseSeen(AccountId account)
{
    if (!plan_.id || calendar::fromElsewhere(plan_.id))
        return;
    data_.bridge().write<bool>(
        this,
        [plan = plan_.id, account, base = utf8(text_->toPlainText())](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::VariantBases(tx).seen(plan, account, base));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done && done.error().code != Errc::Cancelled)
                error_->setError(done.error());
        });
}

VariantRow *PostEditor::rowInFocus() const
{
    auto *focus = QApplication::focusWidget();
    for (auto *row : rows_)
        if (focus != nullptr && (focus == row || row->isAncestorOf(focus)))
            return row;
    return nullptr;
}

PostWriting *PostEditor::writingInFocus() const
{
    auto *row = rowInFocus();
    return row != nullptr && row->overridden() ? row->writing() : base_;
}

void PostEditor::backToBase()
{
    if (auto *row = rowInFocus())
        row->backToBase();
}

void PostEditor::partIntoThread()
{
    // Of the account in focus; from the base, of every account where it is too long.
    if (auto *row = rowInFocus()) {
        row->partIntoThread();
        return;
    }
    for (auto *row : rows_)
        if (row->tooLong())
            row->partIntoThread();
}

void PostEditor::explainLength()
{
    auto *row = rowInFocus();
    const auto chosen = std::find_if(rows_.begin(), rows_.end(), [](const VariantRow *one) { return one->chosen(); });
    if (row == nullptr && chosen != rows_.end())
        row = *chosen;
    if (row != nullptr)
        row->explain();
}

void PostEditor::removeUnseen()
{
    writingInFocus()->removeUnseen();
}

void PostEditor::showPreviews()
{
    preview_->openAll();
}

void PostEditor::openLibrary(AssetId chosen)
{
    auto *dialog = new MediaDialog(data_.bridge(), canPlan(), this);
    dialog->choose(chosen);
    connect(dialog, &MediaDialog::used, media_, &MediaList::addAsset);
    connect(dialog, &MediaDialog::described, media_, &MediaList::refreshAsset);
    dialog->show();
}

void PostEditor::openRules()
{
    auto *dialog = new ComposeRulesDialog(data_.bridge(), this);
    connect(dialog, &ComposeRulesDialog::kept, this, &PostEditor::ask);
    dialog->open();
}

void PostEditor::registerCommands(CommandRegistry &commands, QWidget *panel)
{
    const auto canChange = [this] { return canPlan(); };
    const auto shown = [this] { return static_cast<bool>(plan_.id); };
    commands.add({QStringLiteral("calendar.backToBase"), [] { return tr("Back to the base text on the account in focus"); }, QStringLiteral("undo"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, panel, [this] { backToBase(); }, canChange});
    commands.add({QStringLiteral("calendar.partIntoThread"), [] { return tr("Part the text into a thread"); }, QStringLiteral("note"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, panel, [this] { partIntoThread(); }, canChange});
    commands.add({QStringLiteral("calendar.whyLength"), [] { return tr("Why is the post as long as that?"); }, QStringLiteral("question"),
                  {}, panel, [this] { explainLength(); }, shown});
    commands.add({QStringLiteral("calendar.preview"), [] { return tr("Preview the post on every network"); }, QStringLiteral("eye"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}, panel, [this] { showPreviews(); }, shown});
    commands.add({QStringLiteral("calendar.library"), [] { return tr("Media library"); }, QStringLiteral("media"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, panel,
                  [this] { openLibrary(); }, {}});
    commands.add({QStringLiteral("calendar.composeRules"), [] { return tr("How posts are composed: words of pictures, campaign links"); }, QStringLiteral("link"), {}, panel,
                  [this] { openRules(); }, {}});
    commands.add({QStringLiteral("calendar.removeUnseen"), [] { return tr("Take away characters that nobody sees"); }, QStringLiteral("remove"), {}, panel,
                  [this] { removeUnseen(); }, canChange});
    commands.add({QStringLiteral("calendar.nextMark"), [] { return tr("Go to the next mark in the post"); }, QStringLiteral("arrow-down"), {Qt::Key_F8}, panel,
                  [this] { writingInFocus()->marks().go(true); }, shown});
    commands.add({QStringLiteral("calendar.previousMark"), [] { return tr("Go to the previous mark in the post"); }, QStringLiteral("arrow-up"),
                  {QKeySequence(Qt::SHIFT | Qt::Key_F8)}, panel, [this] { writingInFocus()->marks().go(false); }, shown});
    commands.add({QStringLiteral("calendar.fixMark"), [] { return tr("What can be done about the mark"); }, QStringLiteral("edit"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Period)}, panel, [this] { writingInFocus()->strip().openMenu(); }, canChange});
}

} // namespace vigie::ui
