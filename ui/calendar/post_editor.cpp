// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/finding_text.hpp"
#include "ui/calendar/kept_edits.hpp"
#include "ui/calendar/media_list.hpp"
#include "ui/calendar/outside_watch.hpp"
#include "ui/calendar/post_section.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/calendar/preview_section.hpp"
#include "ui/calendar/variant_row.hpp"
#include "ui/calendar/when_row.hpp"
#include "ui/inbox/writing_marks.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kSaveAfterMs = 700, kCheckAfterMs = 250;
}

PostEditor::PostEditor(CalendarData &source, CalendarActions &actions, QWidget *parent) : QWidget(parent), data_(source), actions_(actions), kept_(new KeptEdits(source.bridge(), this)), outside_(new OutsideWatch(source.bridge(), this))
{
    build();
    connect(discard_, &QPushButton::clicked, this, &PostEditor::discard);
    connect(kept_, &KeptEdits::failed, error_, &ErrorBar::setError);
    connect(kept_, &KeptEdits::loaded, this, [this] {
        if (const auto *post = data_.selectedPost(); post != nullptr && post->plan.id == plan_.id && !dirty_)
            load(*post);
    });
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveAfterMs);
    connect(&saveTimer_, &QTimer::timeout, this, &PostEditor::autosave);
    checkTimer_.setSingleShot(true);
    checkTimer_.setInterval(kCheckAfterMs);
    connect(&checkTimer_, &QTimer::timeout, this, &PostEditor::ask);
    connect(&data_, &CalendarData::cursorChanged, this, &PostEditor::follow);
    connect(&data_, &CalendarData::loadedChanged, this, &PostEditor::follow);
    connect(empty_, &EmptyState::actionPressed, this, &PostEditor::newWanted);
    connect(text_, &QPlainTextEdit::textChanged, this, &PostEditor::onEdited);
    connect(warning_, &QLineEdit::textChanged, this, &PostEditor::onEdited);
    connect(visibility_, &QComboBox::currentIndexChanged, this, &PostEditor::onEdited);
    connect(lang_, &QComboBox::currentIndexChanged, this, &PostEditor::onEdited);
    connect(lang_, &QComboBox::currentIndexChanged, this, [this] {
        base_->setSituation(utf8(lang_->currentData().toString()), {});
        media_->setLanguage(utf8(lang_->currentData().toString()));
    });
    connect(late_, &QSpinBox::valueChanged, this, &PostEditor::onEdited);
    connect(when_, &WhenRow::edited, this, &PostEditor::onEdited);
    connect(media_, &MediaList::edited, this, &PostEditor::onEdited);
    connect(text_, &PostText::filesGiven, media_, &MediaList::addFiles);
    connect(text_, &PostText::pictureGiven, media_, &MediaList::addPicture);
    connect(media_, &MediaList::libraryWanted, this, [this] { openLibrary(); });
    connect(media_, &MediaList::detailsWanted, this, [this](AssetId id) { openLibrary(id); });
    connect(outside_, &OutsideWatch::answered, this, &PostEditor::showRowFindings);
    retranslate();
    follow();
}

void PostEditor::follow()
{
    const auto *post = data_.selectedPost();
    if (post == nullptr) {
        if (plan_.id && !data_.loaded())
            return;
        flush();
        plan_ = {};
        dirty_ = false;
        stack_->setCurrentIndex(0);
        return;
    }
    if (post->plan.id != plan_.id) {
        flush();
        makeRows();
        load(*post);
    } else if (dirty_ || busy_) {
        outcome(*post);
    } else if (post->plan.changedAt != plan_.changedAt || post->plan.wall != plan_.wall) {
        if (calendar::editable(post->plan) && post->plan.text == utf8(text_->toPlainText()) && post->plan.wall == when_->wall())
            outcome(*post); // our own save came back: the caret stays where it is
        else
            load(*post);
    } else {
        outcome(*post);
    }
    stack_->setCurrentIndex(1);
}

void PostEditor::makeRows()
{
    std::vector<const Account *> wanted;
    for (const auto &account : data_.accounts())
        if (account.state != AccountState::Removed && account.capabilities.has(Capability::Publish))
            wanted.push_back(&account);
    if (const auto *post = data_.selectedPost())
        for (const auto &variant : post->plan.variants)
            if (const auto *account = data_.account(variant.account); account != nullptr && std::find(wanted.begin(), wanted.end(), account) == wanted.end())
                wanted.push_back(account); // removed since, or no longer allowed: shown so that it can be taken out
    const bool same = wanted.size() == rows_.size()
                      && std::equal(wanted.begin(), wanted.end(), rows_.begin(), [](const Account *a, const VariantRow *row) { return a->id == row->accountId(); });
    if (same) {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            rows_[i]->setAccount(*wanted[i]);
        return;
    }
    for (auto *row : rows_)
        delete row;
    rows_.clear();
    for (const auto *account : wanted) {
        auto *row = new VariantRow(data_.bridge(), speller_, *account, this);
        variants_->addWidget(row);
        rows_.push_back(row);
        connect(row, &VariantRow::edited, this, &PostEditor::onEdited);
        connect(row, &VariantRow::partsWanted, this, [this, row] { partIntoThread(*row); });
        connect(row, &VariantRow::retryWanted, &actions_, &CalendarActions::retry);
        connect(row, &VariantRow::checkWanted, &actions_, &CalendarActions::checkNow);
        connect(row, &VariantRow::cancelWanted, &actions_, &CalendarActions::cancel);
        connect(row, &VariantRow::baseSeen, this, &PostEditor::noteBaseSeen);
        connect(row, &VariantRow::picturesGiven, media_, &MediaList::addFiles);
        connect(row, &VariantRow::pictureGiven, media_, &MediaList::addPicture);
    }
}

void PostEditor::load(const Post &post)
{
    loading_ = true;
    plan_ = post.plan;
    const auto typed = plan_.approved && calendar::editable(plan_) ? kept_->over(plan_) : std::nullopt;
    const bool restored = typed.has_value();
    const auto shown = typed.value_or(plan_);
    if (!restored && !calendar::fromElsewhere(plan_.id))
        kept_->drop(plan_.id);
    const bool readOnly = !calendar::editable(plan_);
    text_->setPlainText(qs(shown.text));
    text_->setReadOnly(readOnly);
    warning_->setText(qs(shown.warning));
    warning_->setReadOnly(readOnly);
    visibility_->setCurrentIndex(std::max(0, visibility_->findData(static_cast<int>(shown.visibility))));
    visibility_->setEnabled(!readOnly);
    if (lang_->findData(qs(shown.lang)) < 0)
        lang_->addItem(qs(shown.lang), qs(shown.lang));
    lang_->setCurrentIndex(lang_->findData(qs(shown.lang)));
    lang_->setEnabled(!readOnly);
    late_->setValue(static_cast<int>(shown.lateBy.count()));
    late_->setEnabled(!readOnly);
    when_->setWorkspaceZone(data_.zone());
    when_->setSuggestion(calendar::wallOf(data_.day(), data_.time()));
    when_->setWhen(shown.wall, shown.zone, readOnly);
    media_->setMedia(shown.media, shown.lang, readOnly);
    for (auto *row : rows_) {
        const auto found = std::find_if(shown.variants.begin(), shown.variants.end(), [row](const PlanVariant &one) { return one.account == row->accountId(); });
        row->setVariant(found != shown.variants.end() ? &*found : nullptr, readOnly);
        row->setVisible(!readOnly || row->chosen()); // what is done is done: where it did not go is of no use
    }
    for (auto *section : sections_)
        section->setPlan(shown, readOnly);
    loading_ = false;
    dirty_ = restored;
    error_->clear();
    showFindings({});
    refresh();
    ask();
}

void PostEditor::outcome(const Post &post)
{
    plan_ = post.plan;
    for (auto *row : rows_) {
        const auto found = std::find_if(plan_.variants.begin(), plan_.variants.end(), [row](const PlanVariant &one) { return one.account == row->accountId(); });
        row->setOutcome(found != plan_.variants.end() ? &*found : nullptr);
    }
    if (!calendar::editable(plan_) && !text_->isReadOnly())
        load(post); // it is leaving now: its words are those that leave
    refresh();
}

PlanItem PostEditor::current() const
{
    auto plan = plan_;
    plan.text = utf8(text_->toPlainText());
    plan.warning = utf8(warning_->text().trimmed());
    plan.visibility = static_cast<Visibility>(visibility_->currentData().toInt());
    plan.lang = utf8(lang_->currentData().toString());
    plan.lateBy = std::chrono::minutes(late_->value());
    plan.wall = when_->wall();
    plan.zone = when_->zone();
    plan.media = media_->media();
    plan.variants.clear();
    for (const auto *row : rows_) {
        if (!row->chosen())
            continue;
        PlanVariant variant;
        for (const auto &one : plan_.variants)
            if (one.account == row->accountId())
                variant = one;
        variant.account = row->accountId();
        variant.overridden = row->overridden();
        variant.text = utf8(row->ownText());
        plan.variants.push_back(std::move(variant));
    }
    for (const auto *section : sections_)
        section->write(plan);
    return plan;
}

void PostEditor::ask()
{
    if (!plan_.id || !calendar::editable(plan_))
        return;
    const auto typed = current();
    for (auto *section : sections_)
        section->typed(typed);
    const auto number = checks_.next();
    outside_->watch(typed);
    data_.bridge().read<Checked>(
        this,
        [plan = typed, &networks = data_.bridge().networks()](store::Tx &tx) -> Result<Checked> {
            Checked checked;
            VIGIE_TRY(checked.findings, plan::Planner(tx, networks).preflight(plan));
            VIGIE_TRY(checked.rules, plan::readComposeRules(tx));
            VIGIE_TRY(checked.bases, store::VariantBases(tx).of(plan.id));
            VIGIE_TRY(checked.campaign, plan::campaignName(tx, plan));
            return checked;
        },
        [this, number](const Result<Checked> &checked) {
            if (!checks_.is(number))
                return;
            if (checked)
                showChecked(*checked);
            else if (checked.error().code != Errc::Cancelled)
                error_->setError(checked.error());
        });
}

void PostEditor::showFindings(const std::vector<plan::Finding> &findings)
{
    QStringList general;
    for (const auto &finding : findings)
        if (!finding.account && finding.what != plan::Finding::What::GapHour && finding.what != plan::Finding::What::DoubleHour)
            general.append(findingText(finding, {})); // the change of clocks is said beside the hour
    general_->setText(general.join(QLatin1Char('\n')));
    general_->setVisible(!general.isEmpty());
    findings_ = findings;
    showRowFindings();
}

QString PostEditor::generalFindings() const
{
    return general_->text();
}

bool PostEditor::canPlan() const
{
    return plan_.id && !busy_ && calendar::editable(plan_);
}

void PostEditor::showError(const Error &error)
{
    if (error.code == Errc::InvalidInput)
        error_->setMessage(tr("The post was not planned: something in it would fail when it is sent. What it is stands beside the account or the hour."));
    else
        error_->setError(error);
}

void PostEditor::edit()
{
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->moveCursor(QTextCursor::End);
}

void PostEditor::addMedia()
{
    if (canPlan())
        media_->askForFiles();
}

bool PostEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        flush();
        Q_EMIT left();
        return true;
    }
    if (watched == text_ && event->type() == QEvent::FocusOut)
        flush();
    return QWidget::eventFilter(watched, event);
}

void PostEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
