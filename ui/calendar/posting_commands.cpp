// SPDX-License-Identifier: GPL-3.0-or-later
// What one's own history says, by key or from the palette.
#include "ui/calendar/after_dialog.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/calendar/posting_dialog.hpp"
#include "ui/command/registry.hpp"

namespace vigie::ui {

void CalendarPanel::addPostingCommands(CommandRegistry &commands)
{
    using Page = PostingDialog::Page;
    const auto open = [this](Page page) {
        return [this, page] {
            auto *dialog = new PostingDialog(*data_, *actions_, this);
            dialog->setPage(page);
            dialog->open();
        };
    };
    commands.add({QStringLiteral("calendar.posting"), [] { return tr("When to post, from your own history..."); }, QStringLiteral("clock"), {Qt::Key_H}, this, open(Page::Times), {}});
    commands.add({QStringLiteral("calendar.load"), [] { return tr("Comments to expect..."); }, QStringLiteral("chart-bar"), {Qt::Key_X}, this, open(Page::Load), {}});
    commands.add({QStringLiteral("calendar.again"), [] { return tr("Texts to say again..."); }, QStringLiteral("redo"), {Qt::Key_G}, this, open(Page::Again), {}});
    commands.add({QStringLiteral("calendar.after"), [] { return tr("All counts of the post..."); }, QStringLiteral("chart-line"), {Qt::Key_F}, this,
                  [this] {
                      if (const auto *post = data_->selectedPost())
                          (new AfterDialog(shell(), post->plan, this))->open();
                  },
                  [this] { return data_->selectedPost() != nullptr && calendar::published(data_->selectedPost()->plan); }});
}

} // namespace vigie::ui
