// SPDX-License-Identifier: GPL-3.0-or-later
// The previews of all chosen networks side by side.
// Thread: the window's.
#pragma once

#include "ui/calendar/post_preview.hpp"

#include <QDialog>

#include <vector>

namespace vigie::ui {

class FlowLayout;

class PreviewWindow final : public QDialog {
    Q_OBJECT
public:
    PreviewWindow(Bridge &bridge, QWidget *parent);
    void setPosts(const std::vector<PreviewPost> &posts);
    [[nodiscard]] const std::vector<PostPreview *> &previews() const { return previews_; }

private:
    Bridge &bridge_;
    FlowLayout *layout_;
    std::vector<PostPreview *> previews_;
};

} // namespace vigie::ui
