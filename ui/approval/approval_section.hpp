// SPDX-License-Identifier: GPL-3.0-or-later
// Who must agree to this post, who did, what reviewers noted for colleagues, and how it is left to a network's clock. Notes are
// shown here and nowhere else.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/post_section.hpp"

#include <vigie/plan/approval.hpp>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class Bridge;
class ErrorBar;

class ApprovalSection final : public PostSection {
    Q_OBJECT
public:
    ApprovalSection(Bridge &bridge, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;

    void agree();
    void askForChange();             ///< with the words of the field
    void release();                  ///< as an emergency, with the words of the field as the reason
    void note();                     ///< the words of the field, for colleagues
    void showVersions();
    void askOutside();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QLineEdit &words() const { return *words_; }

private:
    struct Seen {
        plan::ApprovalStanding standing;
        std::string hash;
        bool waits = false, known = false;
        std::vector<ReviewNote> notes;
    };
    void changeEvent(QEvent *event) override;
    void build();
    void ask();
    void present();
    void retranslate();
    void perform(std::function<Result<bool>(store::Tx &)> job, bool clears);
    [[nodiscard]] plan::ApprovalWords said() const;
    Bridge &bridge_;
    Generation asks_;
    PlanId plan_;
    bool readOnly_ = false, changed_ = false, approvedHere_ = false;
    Seen seen_;
    QLabel *head_, *state_, *notes_;
    QLineEdit *words_;
    QPushButton *agree_, *change_, *note_, *emergency_, *versions_, *outside_;
    ErrorBar *error_;
};

} // namespace vigie::ui
