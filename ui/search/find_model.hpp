// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds: one kind as a list that goes on, or the first of every kind in groups.
// Thread: the window's.
#pragma once

#include "ui/query/stepped_count.hpp"
#include "ui/widget/card_painter.hpp"

#include <vigie/store/find.hpp>

#include <QAbstractListModel>
#include <QPointer>

#include <array>
#include <optional>
#include <vector>

namespace vigie::ui {

/// A row: something found, or (thing is none) the head of a group.
struct FoundRow {
    store::FindScope scope = store::FindScope::Items;
    std::optional<store::FoundThing> thing;
    QString text;                       ///< one line, cut to where the query hits
    std::vector<card::Mark> marks;
};

class FindModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using Scopes = std::array<store::FindCount, store::kFindScopes.size()>;
    static constexpr int kCountAtMost = 999;

    explicit FindModel(Bridge &bridge, QObject *parent = nullptr);

    /// No scope: the first of every kind.
    void ask(const text::Query &query, std::optional<store::FindScope> scope, store::FindOrder order);
    /// How many there are of each kind; counted() answers.
    void count(const text::Query &query);
    void clear();
    /// Null beyond the end.
    [[nodiscard]] const FoundRow *at(int row) const;
    [[nodiscard]] bool loading() const { return loading_; }
    [[nodiscard]] bool complete() const { return !more_; }
    /// What the newest answer says of itself: relevance among the newest only, texts not indexed yet.
    [[nodiscard]] bool among() const { return among_; }
    [[nodiscard]] int unread() const { return unread_; }
    /// Back to when mentions were looked through; none: all of them, or as many as the page needs.
    [[nodiscard]] std::optional<Instant> lookedBackTo() const { return lookedBackTo_; }
    /// Older mentions are still being looked for or counted.
    [[nodiscard]] bool goesOn() const { return (lookedBackTo_ && asker_) || counter_->isCounting(); }
    /// Ends that; what was found stays.
    void stop();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void arrived();
    /// Again whenever the mentions are counted further.
    void counted(const vigie::ui::FindModel::Scopes &counts);
    void failed(const vigie::Error &error);

private:
    struct Answer {
        std::vector<FoundRow> rows;
        bool more = false, among = false;
        int unread = 0;
        std::optional<store::FindPlace> stoppedAt;
    };
    /// What is asked next, and how long it may take.
    struct Step {
        std::optional<store::FindScope> scope;
        int limit = 0;
        std::optional<store::FindPlace> after;
        std::chrono::milliseconds budget = store::kAtOnce;
    };
    void begin(const Step &step);
    void read(const Step &step);
    void take(const Step &step, Answer answer);
    void goOn(const Step &step, const store::FindPlace &stoppedAt, int found);
    void insertRows(int at, std::vector<FoundRow> rows);
    [[nodiscard]] int groupEnd(store::FindScope scope) const;
    static Result<Answer> answered(store::Tx &tx, const text::Query &query, store::FindOrder order, const Step &step);

    Bridge &bridge_;
    text::Query query_;
    std::optional<store::FindScope> scope_;
    store::FindOrder order_ = store::FindOrder::Date;
    QPointer<QObject> asker_, countAsker_; ///< gone with the question: the store stops looking
    SteppedCount *counter_;             ///< of the mentions, once they are not counted at once
    Scopes counts_;
    std::vector<FoundRow> rows_;
    bool loading_ = false, more_ = false, among_ = false;
    int unread_ = 0;
    std::optional<Instant> lookedBackTo_;
};

/// "Mentions", "Notes" ...; "a note by %1" and the like for one thing.
[[nodiscard]] QString scopeWord(std::optional<store::FindScope> scope);
[[nodiscard]] QString scopeIcon(store::FindScope scope);
[[nodiscard]] QString whoseWords(const store::FoundThing &thing);

} // namespace vigie::ui
