// SPDX-License-Identifier: GPL-3.0-or-later
// The card of a person, beside the inbox and in the panel of members: who it is, our exchanges, tone over a year, what is to be
// done, promised, noted and agreed to, what passed between us across networks, what we hold and why.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/model/person.hpp>

#include <QScrollArea>

#include <optional>

class QGridLayout;
class QStackedLayout;
class QVBoxLayout;

namespace vigie::ui {

class FlowLayout;
class MemberDesk;
class ToneLine;

struct PersonAnswer {
    PersonCard card;
    Member shown;                        ///< the identity that speaks here
    std::vector<TimelineEntry> recent;   ///< newest first
    bool more = false;                   ///< there is more before them
};

/// The card as the pane reads it, with so many lines of the timeline.
[[nodiscard]] Result<PersonAnswer> loadPerson(store::Tx &tx, MemberId id, int lines);

class PersonPane final : public QFrame {
    Q_OBJECT
public:
    explicit PersonPane(MemberDesk &desk, QWidget *parent = nullptr);
    /// None: nobody is chosen.
    void setMember(MemberId member);
    /// How much of the timeline is shown at first.
    void setLines(int lines);
    /// Null while it is read.
    [[nodiscard]] const PersonCard *card() const { return person_ ? &person_->card : nullptr; }
    [[nodiscard]] MemberId member() const { return member_; }
    [[nodiscard]] bool isReady() const { return !member_ || person_ || error_; }
    /// The keys go to the card: it scrolls, and Tab walks through it.
    void focusCard();

Q_SIGNALS:
    void itemRequested(vigie::ItemId item);
    void ticketRequested(vigie::TicketId ticket);

private:
    /// A part of the card with a line below.
    struct Part {
        QFrame *frame;
        QLabel *title;
        QVBoxLayout *rows;
    };
    void changeEvent(QEvent *event) override;
    void build();
    void wire();
    void load();
    void retranslate();
    void fillHead();
    void fillFacts();
    void fillPromises();
    void fillSteps();
    void fillNotes();
    void fillConsents();
    void fillTimeline();
    void fillLinks();
    [[nodiscard]] QString heldText() const;
    Part part(QVBoxLayout *page);
    /// Words over links: one thing of the card and what can be done about it.
    FlowLayout *addRow(const Part &part, const QString &words);
    QPushButton *addLink(FlowLayout *row, const QString &text, const QString &about, std::function<void()> run);

    MemberDesk &desk_;
    Bridge &bridge_;
    MemberId member_;
    int lines_ = 7, shownLines_ = 7;
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
    QWidget *tagBox_;
    FlowLayout *tags_ = nullptr, *writing_ = nullptr, *timelineLinks_ = nullptr, *heldLinks_ = nullptr;
    QGridLayout *facts_;
    ToneLine *tone_;
    QLabel *held_;
    Part toneline_{}, promises_{}, steps_{}, notes_{}, consents_{}, timeline_{}, what_{};
};

} // namespace vigie::ui
