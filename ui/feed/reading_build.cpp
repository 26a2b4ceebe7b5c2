// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading pane is made of.
#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/evidence/kept_box.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

QFrame *line(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", "line");
    return frame;
}

QLabel *wrapped(const QString &role, QWidget *parent)
{
    auto *label = roleLabel(role, {}, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

void ReadingPane::build()
{
    header_ = new PaneHeader(this);
    error_ = new ErrorBar(this);
    error_->hide();
    empty_ = new EmptyState(this);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    buildContent();
    foot_ = new QFrame(this);
    foot_->setProperty("role", "footer");
    actions_ = new FlowLayout(foot_, kGap);
    actions_->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(scroll_, 1);
    pageLayout->addWidget(foot_);
    pageLayout_ = pageLayout;
    stack_ = new QStackedLayout;
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(error_);
    layout->addLayout(stack_, 1);
    connect(error_, &ErrorBar::actionPressed, this, &ReadingPane::ask);
}

void ReadingPane::buildContent()
{
    auto *content = new QWidget(scroll_);
    content->setProperty("role", "pane");
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    handle_ = wrapped(QStringLiteral("muted"), content);
    handle_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    state_ = wrapped(QStringLiteral("warn"), content);
    warningRow_ = new QWidget(content);
    warning_ = wrapped(QStringLiteral("strong"), warningRow_);
    reveal_ = roleButton({}, warningRow_);
    auto *warningLayout = new QVBoxLayout(warningRow_);
    warningLayout->setContentsMargins(0, 0, 0, 0);
    warningLayout->addWidget(warning_);
    warningLayout->addWidget(reveal_, 0, Qt::AlignLeft);
    title_ = wrapped(QStringLiteral("title"), content);
    text_ = new TextBlock(content);
    mediaBox_ = new QWidget(content);
    new QVBoxLayout(mediaBox_);
    mediaBox_->layout()->setContentsMargins(0, 0, 0, 0);
    why_ = wrapped(QStringLiteral("small"), content);
    relevance_ = wrapped(QStringLiteral("small"), content);
    kept_ = new KeptBox(shell_, content);
    revisionsButton_ = roleButton(QStringLiteral("link"), content);
    revisionsBox_ = new QWidget(content);
    new QVBoxLayout(revisionsBox_);
    revisionsBox_->layout()->setContentsMargins(kMargin, 0, 0, 0);
    tagsBox_ = new QWidget(content);
    tagsLayout_ = new FlowLayout(tagsBox_, kGrid);
    tagEdit_ = new QLineEdit(tagsBox_);
    tagEdit_->setMaxLength(60);
    tagEdit_->hide();
    tagsLayout_->addWidget(tagEdit_);
    member_ = wrapped(QStringLiteral("muted"), content);
    relays_ = wrapped(QStringLiteral("strong"), content);
    relayNote_ = wrapped(QStringLiteral("small"), content);
    relaysBox_ = new QWidget(content);
    auto *relaysLayout = new QVBoxLayout(relaysBox_);
    relaysLayout->setContentsMargins(0, 0, 0, 0);
    relaysLayout->setSpacing(2);
    moreRelays_ = roleButton(QStringLiteral("link"), content);
    threadTitle_ = roleLabel(QStringLiteral("strong"), {}, content);
    threadBox_ = new QWidget(content);
    auto *threadLayout = new QVBoxLayout(threadBox_);
    threadLayout->setContentsMargins(0, 0, 0, 0);
    threadLayout->setSpacing(2);
    threadNote_ = wrapped(QStringLiteral("small"), content);
    moreThread_ = roleButton(QStringLiteral("link"), content);
    fetchButton_ = roleButton(QStringLiteral("link"), content);
    for (auto *widget : {static_cast<QWidget *>(handle_), static_cast<QWidget *>(state_), warningRow_, static_cast<QWidget *>(title_), static_cast<QWidget *>(text_),
                         mediaBox_, static_cast<QWidget *>(why_), static_cast<QWidget *>(relevance_)})
        layout->addWidget(widget);
    layout->addWidget(kept_);
    layout->addWidget(revisionsButton_, 0, Qt::AlignLeft);
    layout->addWidget(revisionsBox_);
    layout->addWidget(tagsBox_);
    layout->addWidget(line(content));
    layout->addWidget(member_);
    layout->addWidget(relays_);
    layout->addWidget(relayNote_);
    layout->addWidget(relaysBox_);
    layout->addWidget(moreRelays_, 0, Qt::AlignLeft);
    layout->addWidget(line(content));
    layout->addWidget(threadTitle_);
    layout->addWidget(threadBox_);
    layout->addWidget(threadNote_);
    layout->addWidget(moreThread_, 0, Qt::AlignLeft);
    layout->addWidget(fetchButton_, 0, Qt::AlignLeft);
    layout->addStretch(1);
    contentLayout_ = layout;
    scroll_->setWidget(content);
    connectContent();
}

void ReadingPane::connectContent()
{
    connect(reveal_, &QPushButton::clicked, this, [this] {
        unveiled_ = !unveiled_;
        showBody();
    });
    connect(revisionsButton_, &QPushButton::clicked, this, [this] {
        revisionsOpen_ = !revisionsOpen_;
        showRevisions();
    });
    connect(moreRelays_, &QPushButton::clicked, this, [this] {
        allRelays_ = true;
        showRelays();
    });
    connect(moreThread_, &QPushButton::clicked, this, [this] {
        allThread_ = true;
        showThread();
    });
    connect(fetchButton_, &QPushButton::clicked, this, [this] {
        fetched_.remove(item_.value);
        fetchThread();
    });
    connect(text_, &TextBlock::linkPressed, this, [](const QString &target) { openPage(target); });
    connect(tagEdit_, &QLineEdit::returnPressed, this, [this] {
        const auto tag = tagEdit_->text().simplified();
        tagEdit_->clear();
        tagEdit_->hide();
        if (!tag.isEmpty())
            Q_EMIT tagWanted(tag, true);
        Q_EMIT left();
    });
}

} // namespace vigie::ui
