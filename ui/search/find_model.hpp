// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds: one kind as a list that goes on, or the first of every kind in groups.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
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

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void arrived();
    void counted(const vigie::ui::FindModel::Scopes &counts);
    void failed(const vigie::Error &error);

private:
    struct Answer {
        std::vector<FoundRow> rows;
        bool more = false, among = false;
        int unread = 0;
    };
    void read(const std::optional<store::FindPlace> &after);

    Bridge &bridge_;
    text::Query query_;
    std::optional<store::FindScope> scope_;
    store::FindOrder order_ = store::FindOrder::Date;
    QPointer<QObject> asker_, counter_; ///< gone with the question: the store stops looking
    std::vector<FoundRow> rows_;
    bool loading_ = false, more_ = false, among_ = false;
    int unread_ = 0;
};

/// "Mentions", "Notes" ...; "a note by %1" and the like for one thing.
[[nodiscard]] QString scopeWord(std::optional<store::FindScope> scope);
[[nodiscard]] QString scopeIcon(store::FindScope scope);
[[nodiscard]] QString whoseWords(const store::FoundThing &thing);

} // namespace vigie::ui
