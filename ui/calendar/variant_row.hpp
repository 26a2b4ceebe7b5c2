// SPDX-License-Identifier: GPL-3.0-or-later
// One account in the editor of a post: chosen or not, the base text or its own (with what changed in the base since), how long it is
// there and why, what would fail, and what became of it.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/text/spelling.hpp>

#include <QFrame>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ElidedLabel;
class PostText;
class PostWriting;

class VariantRow final : public QFrame {
    Q_OBJECT
public:
    VariantRow(Bridge &bridge, std::shared_ptr<text::Speller> speller, const Account &account, QWidget *parent);
    [[nodiscard]] const Account &account() const { return account_; }
    [[nodiscard]] AccountId accountId() const { return account_.id; }
    void setAccount(const Account &account);
    /// None: the account is not chosen.
    void setVariant(const PlanVariant *variant, bool readOnly);
    /// What became of it, without touching what is being written.
    void setOutcome(const PlanVariant *variant);
    [[nodiscard]] bool chosen() const;
    [[nodiscard]] bool overridden() const;
    [[nodiscard]] QString ownText() const;
    void setBase(const QString &text, const QString &warning);
    /// The words as they would leave: with campaign parameters and no-break spaces.
    void setLeaving(const std::string &text);
    /// The base as it was when the account's own text began; none: not known yet.
    void setBegunFrom(const std::optional<std::string> &base);
    /// Language of the post, for the spelling of its own text.
    void setLanguage(const std::string &lang);
    /// Follows the base again; its own words are kept until the post is saved, in the field's undo.
    void backToBase();
    /// Asks for parts that fit (partsWanted), and makes them the account's own words where it follows the base.
    void partIntoThread();
    void takeParts(const std::vector<std::string> &parts);
    [[nodiscard]] bool baseChanged() const;
    [[nodiscard]] bool knowsBeginning() const { return begunFrom_.has_value(); }
    [[nodiscard]] bool tooLong() const;
    [[nodiscard]] PostWriting *writing() const { return writing_; }
    [[nodiscard]] QString whyText() const;
    void explain();
    void setFindings(const std::vector<plan::Finding> &findings);
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QPushButton *retryButton() const { return retry_; }
    [[nodiscard]] QPushButton *checkButton() const { return check_; }
    [[nodiscard]] QString findingsText() const;
    [[nodiscard]] QString counterText() const;

Q_SIGNALS:
    void edited();
    void partsWanted();
    void picturesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
    /// The person has seen what changed in the base and keeps these words.
    void baseSeen(vigie::AccountId account);
    void retryWanted(vigie::OutboundId id);
    void checkWanted(vigie::OutboundId id);
    void cancelWanted(vigie::OutboundId id);

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void build();
    void count();
    void refresh();
    void showOutcome();
    void showChanged();
    void makeWriting();

    Bridge &bridge_;
    Account account_;
    PlanVariant variant_;
    bool there_ = false, readOnly_ = false;
    QString base_, warning_;
    std::string leaving_, lang_;
    std::optional<std::string> begunFrom_;
    std::shared_ptr<text::Speller> speller_;
    bool over_ = false, showsDifference_ = false;
    std::vector<plan::Finding> findings_;
    QCheckBox *choose_, *own_;
    ElidedLabel *handle_;
    QLabel *follows_, *found_, *state_, *error_, *changed_, *difference_;
    PostWriting *writing_ = nullptr;
    QPushButton *counter_, *back_, *split_, *showChange_, *keepMine_, *open_, *retry_, *check_, *cancel_;
};

} // namespace vigie::ui
