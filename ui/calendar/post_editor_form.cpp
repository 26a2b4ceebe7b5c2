// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the editor and their words.
#include "ui/calendar/actions.hpp"
#include "ui/calendar/media_list.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/post_section.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/calendar/preview_section.hpp"
#include "ui/calendar/variant_row.hpp"
#include "ui/calendar/when_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kBaseLines = 5, kMostLateMinutes = 24 * 60;
constexpr const char *kLanguages[] = {"fr", "en", "de", "es", "it", "nl", "pt", "ca", "pl"};

/// A choice as wide as its letters need.
QComboBox *narrowCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    return combo;
}

/// Scrolls downwards only, so it is never narrower than what it holds.
class UprightScroll final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int content = widget() != nullptr ? widget()->minimumSizeHint().width() : 0;
        return {content + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry(); // letters grew, or words changed
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

void PostEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    stack_ = new QStackedWidget(this);
    layout->addWidget(stack_);
    empty_ = new EmptyState(this);
    stack_->addWidget(empty_);
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    auto *header = new QFrame(page);
    header->setProperty("role", "header");
    header->setMinimumHeight(Theme::of(this).scaled(kHeaderHeight));
    auto *headLayout = new QHBoxLayout(header);
    headLayout->setContentsMargins(kMargin, 0, kMargin, 0);
    title_ = new ElidedLabel(header);
    title_->setProperty("role", "strong");
    title_->setTextFormat(Qt::PlainText);
    whenLabel_ = roleLabel(QStringLiteral("muted"), {}, header);
    headLayout->addWidget(title_, 1);
    headLayout->addWidget(whenLabel_);
    pageLayout->addWidget(header);
    auto *scroll = new UprightScroll(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildForm());
    pageLayout->addWidget(scroll, 1);
    pageLayout->addWidget(buildButtons());
    stack_->addWidget(page);
}

QWidget *PostEditor::buildForm()
{
    auto *form = new QWidget(this);
    form->setProperty("role", "pane");
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    layout->setSpacing(kGap);
    error_ = new ErrorBar(form);
    layout->addWidget(error_);
    baseLabel_ = roleLabel(QStringLiteral("muted"), {}, form);
    layout->addWidget(baseLabel_);
    base_ = new PostWriting(data_.bridge(), speller_, kBaseLines, form);
    text_ = base_->field();
    text_->installEventFilter(this);
    baseLabel_->setBuddy(text_);
    layout->addWidget(base_);
    binding_ = wrappedLabel(QStringLiteral("small"), {}, form);
    layout->addWidget(binding_);
    hint_ = roleLabel(QStringLiteral("small"), {}, form);
    hint_->setWordWrap(true);
    layout->addWidget(hint_);
    reactions_ = roleLabel(QStringLiteral("strong"), {}, form);
    reactions_->setWordWrap(true);
    layout->addWidget(reactions_);
    unplanned_ = roleLabel(QStringLiteral("warn"), {}, form);
    unplanned_->setWordWrap(true);
    layout->addWidget(unplanned_);
    discard_ = roleButton(QStringLiteral("link"), form);
    layout->addWidget(discard_, 0, Qt::AlignLeft);
    when_ = new WhenRow(form);
    layout->addWidget(when_);
    general_ = roleLabel(QStringLiteral("neg"), {}, form);
    general_->setWordWrap(true);
    layout->addWidget(general_);
    accountsLabel_ = roleLabel(QStringLiteral("muted"), {}, form);
    layout->addWidget(accountsLabel_);
    variants_ = new QVBoxLayout;
    variants_->setSpacing(kGap);
    layout->addLayout(variants_);
    preview_ = new PreviewSection(data_.bridge(), form);
    layout->addWidget(preview_);
    media_ = new MediaList(data_.bridge(), form);
    layout->addWidget(media_);
    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addField = [&](QWidget *field) {
        auto *label = roleLabel(QStringLiteral("muted"), {}, form);
        label->setBuddy(field);
        fields->addRow(label, field);
        return label;
    };
    warning_ = new QLineEdit(form);
    warningLabel_ = addField(warning_);
    visibility_ = narrowCombo(form);
    visibilityLabel_ = addField(visibility_);
    lang_ = narrowCombo(form);
    langLabel_ = addField(lang_);
    late_ = new QSpinBox(form);
    late_->setRange(0, kMostLateMinutes);
    late_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    lateLabel_ = addField(late_);
    layout->addLayout(fields);
    sections_ = makePostSections(data_, actions_, form);
    for (auto *section : sections_) {
        layout->addWidget(section);
        connect(section, &PostSection::edited, this, &PostEditor::onEdited);
    }
    layout->addStretch(1);
    for (QWidget *field : {static_cast<QWidget *>(warning_), static_cast<QWidget *>(late_), static_cast<QWidget *>(when_)})
        field->installEventFilter(this);
    return form;
}

QWidget *PostEditor::buildButtons()
{
    auto *foot = new QFrame(this);
    foot->setProperty("role", "footer");
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    layout->setSpacing(kGap);
    planButton_ = roleButton(QStringLiteral("primary"), foot);
    draft_ = roleButton({}, foot);
    now_ = roleButton({}, foot);
    copy_ = roleButton(QStringLiteral("quiet"), foot);
    remove_ = roleButton(QStringLiteral("quiet"), foot);
    auto *first = new QHBoxLayout;
    first->addWidget(planButton_);
    first->addWidget(draft_);
    first->addStretch(1);
    copy_->setIcon(Theme::of(this).icon(QStringLiteral("copy")));
    remove_->setIcon(Theme::of(this).icon(QStringLiteral("delete")));
    auto *second = new QHBoxLayout;
    second->addWidget(now_);
    second->addStretch(1);
    second->addWidget(copy_);
    second->addWidget(remove_);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(planButton_, &QPushButton::clicked, this, &PostEditor::plan);
    connect(draft_, &QPushButton::clicked, this, &PostEditor::keepAsDraft);
    connect(now_, &QPushButton::clicked, this, &PostEditor::publishNow);
    connect(copy_, &QPushButton::clicked, this, &PostEditor::duplicate);
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT deleteWanted(plan_.id); });
    return foot;
}

void PostEditor::refresh()
{
    const auto *post = data_.find(plan_.id);
    const bool readOnly = plan_.id && !calendar::editable(plan_);
    const auto base = text_->toPlainText();
    title_->setText(post != nullptr ? post->title : QString());
    const auto wall = when_->wall();
    whenLabel_->setText(wall ? QLocale().toString(QDateTime(calendar::dateOf(*wall), calendar::timeOf(*wall)), tr("ddd d, HH:mm", "date and time of a post"))
                             : tr("no day yet"));
    whenLabel_->setToolTip(qs(when_->zone()).toHtmlEscaped());
    for (auto *row : rows_)
        row->setBase(base, warning_->text());
    compose();
    const auto parts = plan::threadParts(utf8(base));
    hint_->setText(parts.size() > 1 ? tr("Thread of %n post(s), parted at the lines of three hyphens.", nullptr, static_cast<int>(parts.size()))
                                    : tr("A line of three hyphens (---) parts it into a thread."));
    hint_->setVisible(!readOnly);
    reactions_->setText(post != nullptr && calendar::published(plan_) ? calendar::reactionLine(post->reactions) : QString());
    reactions_->setVisible(!reactions_->text().isEmpty());
    unplanned_->setText(calendar::fromElsewhere(plan_.id) ? tr("It was published on the network itself. To change or delete it, open it there.")
                        : readOnly                   ? tr("It was sent or is being sent: its words can no longer be changed here.")
                        : plan_.approved && dirty_ ? tr("These changes are not planned yet. What was planned before still leaves as it was.")
                                                   : QString());
    setRole(unplanned_, readOnly ? QStringLiteral("muted") : QStringLiteral("warn"));
    unplanned_->setVisible(!unplanned_->text().isEmpty());
    discard_->setVisible(!readOnly && plan_.approved && dirty_);
    for (auto *button : {planButton_, draft_, now_})
        button->setVisible(!readOnly); // nothing of it can be planned any more
    planButton_->setText(plan_.approved ? tr("Plan again") : tr("Plan"));
    planButton_->setEnabled(canPlan() && (!plan_.approved || dirty_));
    draft_->setText(plan_.approved ? tr("Back to draft") : tr("Keep as draft"));
    draft_->setEnabled(canPlan());
    now_->setEnabled(canPlan());
    copy_->setEnabled(static_cast<bool>(plan_.id));
    remove_->setEnabled(plan_.id && !calendar::published(plan_));
}

void PostEditor::retranslate()
{
    empty_->setContent(QStringLiteral("calendar"), tr("No post is chosen"), tr("Choose a post to read or change it, or make a new one at the hour of the cursor."),
                       tr("New post"));
    setAccessibleName(tr("Post"));
    baseLabel_->setText(tr("Base text"));
    text_->setAccessibleName(tr("Base text"));
    text_->setPlaceholderText(tr("What do you want to say?"));
    accountsLabel_->setText(tr("Accounts"));
    warningLabel_->setText(tr("Content warning"));
    warning_->setAccessibleName(tr("Content warning"));
    visibilityLabel_->setText(tr("Visible to"));
    visibility_->setAccessibleName(tr("Visible to"));
    langLabel_->setText(tr("Language"));
    lang_->setAccessibleName(tr("Language"));
    lateLabel_->setText(tr("Late by at most"));
    late_->setAccessibleName(tr("Late by at most, in minutes"));
    late_->setSuffix(QStringLiteral("\u00A0") + tr("min", "minutes"));
    late_->setToolTip(tr("When the computer was off or offline at its hour, the post still leaves if it is late by no more than this. Later, it asks you."));
    discard_->setText(tr("Discard these changes"));
    discard_->setAccessibleName(discard_->text());
    now_->setText(tr("Publish now..."));
    now_->setAccessibleName(now_->text());
    copy_->setAccessibleName(tr("Duplicate"));
    remove_->setAccessibleName(tr("Delete"));
    for (auto *button : {copy_, remove_})
        button->setToolTip(button->accessibleName());
    const QSignalBlocker quietVisibility(visibility_), quietLang(lang_);
    const auto visibility = visibility_->currentData();
    visibility_->clear();
    visibility_->addItem(tr("everyone"), static_cast<int>(Visibility::Public));
    visibility_->addItem(tr("everyone, not in public lists"), static_cast<int>(Visibility::Unlisted));
    visibility_->addItem(tr("followers only"), static_cast<int>(Visibility::Followers));
    visibility_->setCurrentIndex(std::max(0, visibility_->findData(visibility)));
    const auto language = lang_->currentData();
    lang_->clear();
    lang_->addItem(tr("not said"), QString());
    for (const auto *code : kLanguages) {
        const auto name = QLocale(QString::fromLatin1(code)).nativeLanguageName();
        lang_->addItem(name.isEmpty() ? QString::fromLatin1(code) : name, QString::fromLatin1(code));
    }
    lang_->setCurrentIndex(std::max(0, lang_->findData(language)));
    refresh();
    checkTimer_.start();
}

} // namespace vigie::ui
