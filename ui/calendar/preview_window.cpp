// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/preview_window.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QScrollArea>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kPreviewWidth = 330, kWidth = 1080, kHeight = 720;
}

PreviewWindow::PreviewWindow(Bridge &bridge, QWidget *parent) : QDialog(parent), bridge_(bridge)
{
    setWindowTitle(tr("The post on each network"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto *page = new QWidget(scroll);
    page->setProperty("role", "pane");
    layout_ = new FlowLayout(page, kWideMargin);
    layout_->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    resize(kWidth, kHeight);
}

void PreviewWindow::setPosts(const std::vector<PreviewPost> &posts)
{
    const int width = Theme::of(this).scaled(kPreviewWidth);
    layout_->clear();
    previews_.clear();
    for (const auto &post : posts) {
        auto *column = new QWidget(this);
        column->setFixedWidth(width);
        auto *under = new QVBoxLayout(column);
        under->setContentsMargins(0, 0, 0, 0);
        auto *name = roleLabel(QStringLiteral("strong"), bridge_.networkName(post.account.connector), column);
        under->addWidget(name);
        auto *preview = new PostPreview(bridge_, column);
        preview->show(post);
        under->addWidget(preview);
        under->addStretch(1);
        layout_->addWidget(column);
        previews_.push_back(preview);
    }
}

} // namespace vigie::ui
