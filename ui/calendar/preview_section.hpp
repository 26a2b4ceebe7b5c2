// SPDX-License-Identifier: GPL-3.0-or-later
// The post as each chosen network will show it: one at a time under the editor, or all side by side in a window of their own.
// Thread: the window's.
#pragma once

#include "ui/calendar/post_preview.hpp"

#include <QTimer>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace vigie::ui {

class FlowLayout;

class PreviewSection final : public QWidget {
    Q_OBJECT
public:
    PreviewSection(Bridge &bridge, QWidget *parent);
    /// One for each chosen account, in the order of the editor.
    void setPosts(std::vector<PreviewPost> posts);
    /// All of them, in a window that follows what is typed until it is closed.
    void openAll();
    [[nodiscard]] const PostPreview *shown() const { return preview_; }
    void choose(int index);
    [[nodiscard]] int chosen() const { return chosen_; }

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void makeChoices();
    void refresh();

    Bridge &bridge_;
    std::vector<PreviewPost> posts_;
    std::vector<AccountId> made_;          ///< whose buttons stand there
    int chosen_ = 0;
    QLabel *title_;
    QPushButton *all_;
    FlowLayout *choices_;
    QButtonGroup *group_;
    PostPreview *preview_;
    QTimer later_;                         ///< a picture of what is typed, a few times a second
    class PreviewWindow *window_ = nullptr;
};

} // namespace vigie::ui
