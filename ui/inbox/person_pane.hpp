// SPDX-License-Identifier: GPL-3.0-or-later
// The right pane of the inbox: who is speaking, our exchanges, tone over a year, what was said lately, what we hold.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/model/member.hpp>
#include <vigie/store/items.hpp>

#include <QScrollArea>

#include <optional>

class QGridLayout;
class QStackedLayout;
class QVBoxLayout;

namespace vigie::ui {

class FlowLayout;
class ToneLine;

struct PersonAnswer {
    MemberCard card;
    std::vector<store::ItemRow> recent;  ///< newest first, a handful
};

class PersonPane final : public QFrame {
    Q_OBJECT
public:
    explicit PersonPane(Bridge &bridge, QWidget *parent = nullptr);
    /// None: nobody is chosen.
    void setMember(MemberId member);
    [[nodiscard]] MemberId member() const { return member_; }
    [[nodiscard]] bool isReady() const { return !member_ || person_ || error_; }

Q_SIGNALS:
    void itemRequested(vigie::ItemId item);
    void allRequested(const QString &name, const QString &handle);

private:
    void changeEvent(QEvent *event) override;
    void load();
    void retranslate();
    void fillFacts();
    void fillTimeline();
    QVBoxLayout *section(QVBoxLayout *page);

    Bridge &bridge_;
    MemberId member_;
    std::optional<PersonAnswer> person_;
    std::optional<Error> error_;
    Generation generation_;
    QTimer reloadTimer_;
    QStackedLayout *stack_;
    EmptyState *empty_;
    Skeleton *skeleton_;
    QScrollArea *scroll_;
    AvatarWidget *avatar_;
    ElidedLabel *name_, *since_;
    QLabel *age_;
    FlowLayout *tags_;
    QWidget *tagBox_;
    QGridLayout *facts_;
    QLabel *toneTitle_, *timelineTitle_, *held_;
    ToneLine *tone_;
    QVBoxLayout *timeline_;
    QPushButton *all_, *profile_;
};

} // namespace vigie::ui
