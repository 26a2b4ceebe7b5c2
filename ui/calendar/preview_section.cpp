// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/preview_section.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/preview_window.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kRestMs = 150;
}

PreviewSection::PreviewSection(Bridge &bridge, QWidget *parent)
    : QWidget(parent), bridge_(bridge), title_(roleLabel(QStringLiteral("muted"), {}, this)), all_(roleButton(QStringLiteral("link"), this)),
      group_(new QButtonGroup(this)), preview_(new PostPreview(bridge, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(all_);
    layout->addLayout(head);
    choices_ = new FlowLayout(nullptr, kGrid);
    layout->addLayout(choices_);
    layout->addWidget(preview_);
    group_->setExclusive(true);
    connect(all_, &QPushButton::clicked, this, &PreviewSection::openAll);
    connect(group_, &QButtonGroup::idClicked, this, &PreviewSection::choose);
    later_.setSingleShot(true);
    later_.setInterval(kRestMs);
    connect(&later_, &QTimer::timeout, this, &PreviewSection::refresh);
    retranslate();
    setVisible(false);
}

void PreviewSection::setPosts(std::vector<PreviewPost> posts)
{
    posts_ = std::move(posts);
    chosen_ = std::clamp(chosen_, 0, std::max(0, static_cast<int>(posts_.size()) - 1));
    setVisible(!posts_.empty());
    makeChoices();
    later_.start();
}

void PreviewSection::makeChoices()
{
    std::vector<AccountId> wanted;
    for (const auto &post : posts_)
        wanted.push_back(post.account.id);
    if (wanted == made_)
        return;
    made_ = wanted;
    for (auto *button : group_->buttons())
        group_->removeButton(button);
    choices_->clear();
    for (std::size_t i = 0; i < posts_.size(); ++i) {
        auto *button = roleButton(QStringLiteral("chip"), this);
        const auto name = bridge_.networkName(posts_[i].account.connector);
        button->setText(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setToolTip(qs(posts_[i].account.handle).toHtmlEscaped());
        button->setAccessibleName(tr("Preview on %1 as %2").arg(name, qs(posts_[i].account.handle)));
        button->setCheckable(true);
        button->setChecked(static_cast<int>(i) == chosen_);
        group_->addButton(button, static_cast<int>(i));
        choices_->addWidget(button);
    }
}

void PreviewSection::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(posts_.size()))
        return;
    chosen_ = index;
    if (auto *button = group_->button(index))
        button->setChecked(true);
    refresh();
}

void PreviewSection::refresh()
{
    if (!posts_.empty())
        preview_->show(posts_[static_cast<std::size_t>(chosen_)]);
    if (window_ != nullptr)
        window_->setPosts(posts_);
}

void PreviewSection::openAll()
{
    if (posts_.empty())
        return;
    if (window_ == nullptr) {
        window_ = new PreviewWindow(bridge_, this);
        connect(window_, &QObject::destroyed, this, [this] { window_ = nullptr; });
        window_->setPosts(posts_);
    }
    window_->show();
    window_->raise();
    window_->activateWindow();
}

void PreviewSection::retranslate()
{
    title_->setText(tr("Preview"));
    all_->setText(tr("All networks"));
    all_->setAccessibleName(tr("Preview of all networks side by side"));
}

void PreviewSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        made_.clear();
        makeChoices();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
