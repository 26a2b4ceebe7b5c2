// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_model.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kSlice = 50, kOfEach = 5;
constexpr std::size_t kLead = 60, kLongestText = 4000;

/// One line, from a little before the first place that was looked for.
std::string excerptOf(const text::Query &query, const store::FoundThing &thing)
{
    auto text = card::flatten(thing.title.empty() ? thing.text : thing.title + " - " + thing.text, kLongestText);
    const auto hits = text::hits(query, text);
    if (hits.empty() || hits.front().begin < 2 * kLead)
        return text;
    const auto from = text.find(' ', hits.front().begin - kLead);
    return from == std::string::npos || from >= hits.front().begin ? text : "\u2026" + text.substr(from);
}

FoundRow rowOf(const text::Query &query, store::FoundThing thing)
{
    FoundRow row{thing.scope, {}, {}, {}};
    const auto text = excerptOf(query, thing);
    row.text = qs(text);
    row.marks = card::marksOf(query, text);
    row.thing = std::move(thing);
    return row;
}

/// Marks are those of the query with what it takes from the workspace.
Result<text::Query> wholeOf(store::Tx &tx, text::Query query)
{
    VIGIE_TRY(const auto context, store::Queries(tx).context());
    if (const auto error = text::bindQuery(query, context))
        return fail(text::toError(*error));
    return query;
}

} // namespace

QString scopeWord(std::optional<store::FindScope> scope)
{
    if (!scope)
        return FindModel::tr("All", "kinds of what is found");
    switch (*scope) {
    case store::FindScope::Items: return FindModel::tr("Mentions");
    case store::FindScope::Revisions: return FindModel::tr("Earlier texts");
    case store::FindScope::Notes: return FindModel::tr("Notes");
    case store::FindScope::Members: return FindModel::tr("Members");
    case store::FindScope::Answers: return FindModel::tr("Our answers");
    case store::FindScope::Plans: return FindModel::tr("Planned posts");
    }
    return {};
}

QString scopeIcon(store::FindScope scope)
{
    switch (scope) {
    case store::FindScope::Items: return QStringLiteral("feed");
    case store::FindScope::Revisions: return QStringLiteral("history");
    case store::FindScope::Notes: return QStringLiteral("note");
    case store::FindScope::Members: return QStringLiteral("person");
    case store::FindScope::Answers: return QStringLiteral("reply");
    case store::FindScope::Plans: return QStringLiteral("calendar");
    }
    return {};
}

QString whoseWords(const store::FoundThing &thing)
{
    const auto who = qs(thing.name.empty() ? thing.handle : thing.name);
    switch (thing.scope) {
    case store::FindScope::Items:
    case store::FindScope::Members: return who;
    case store::FindScope::Revisions: return FindModel::tr("Earlier text by %1").arg(who);
    case store::FindScope::Notes: return who.isEmpty() ? FindModel::tr("Note") : FindModel::tr("Note by %1").arg(who);
    case store::FindScope::Answers: return who.isEmpty() ? FindModel::tr("Our answer") : FindModel::tr("Our answer as %1").arg(who);
    case store::FindScope::Plans: return FindModel::tr("Planned post");
    }
    return {};
}

FindModel::FindModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge)
{
}

void FindModel::ask(const text::Query &query, std::optional<store::FindScope> scope, store::FindOrder order)
{
    query_ = query;
    scope_ = scope;
    order_ = order;
    more_ = false;
    read({});
}

void FindModel::clear()
{
    delete asker_.data();
    delete counter_.data();
    beginResetModel();
    rows_.clear();
    more_ = loading_ = false;
    endResetModel();
}

void FindModel::read(const std::optional<store::FindPlace> &after)
{
    delete asker_.data();
    asker_ = new QObject(this);
    loading_ = true;
    bridge_.read<Answer>(
        asker_,
        [query = query_, scope = scope_, order = order_, after](store::Tx &tx) -> Result<Answer> {
            Answer answer;
            const store::AsCounted counted(tx);
            VIGIE_TRY(const auto whole, wholeOf(tx, query));
            for (const auto each : store::kFindScopes) {
                if (scope && *scope != each)
                    continue;
                store::FindRequest request{query, each, order, scope ? kSlice : kOfEach, after};
                if (scope && order == store::FindOrder::Relevance)
                    request.limit = store::kRelevanceListed;
                VIGIE_TRY(auto page, store::Finder(tx).find(request));
                if (!scope && !page.things.empty())
                    answer.rows.push_back({each, {}, {}, {}});
                for (auto &thing : page.things)
                    answer.rows.push_back(rowOf(whole, std::move(thing)));
                answer.more = scope && page.more;
                answer.among = answer.among || page.among;
                answer.unread += page.unread;
            }
            return answer;
        },
        [this, goesOn = after.has_value()](Result<Answer> answer) {
            loading_ = false;
            if (!answer) {
                more_ = false;
                if (answer.error().code != Errc::Cancelled)
                    Q_EMIT failed(answer.error());
                return;
            }
            more_ = answer->more;
            among_ = answer->among;
            unread_ = answer->unread;
            if (!goesOn) {
                beginResetModel();
                rows_ = std::move(answer->rows);
                endResetModel();
            } else if (!answer->rows.empty()) {
                beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(answer->rows.size()) - 1);
                std::move(answer->rows.begin(), answer->rows.end(), std::back_inserter(rows_));
                endInsertRows();
            }
            Q_EMIT arrived();
        });
}

void FindModel::count(const text::Query &query)
{
    delete counter_.data();
    counter_ = new QObject(this);
    bridge_.read<Scopes>(
        counter_,
        [query](store::Tx &tx) -> Result<Scopes> {
            Scopes counts;
            const store::AsCounted counted(tx);
            for (std::size_t i = 0; i < counts.size(); ++i) {
                VIGIE_TRY(counts[i], store::Finder(tx).count(query, store::kFindScopes[i], kCountAtMost));
            }
            return counts;
        },
        [this](Result<Scopes> counts) {
            if (counts)
                Q_EMIT counted(*counts);
        });
}

const FoundRow *FindModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const
{
    const auto *row = at(index.row());
    return row != nullptr && row->thing ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    const auto *row = at(index.row());
    if (!index.isValid() || row == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (!row->thing)
        return scopeWord(row->scope);
    return tr("%1, %2: %3").arg(whoseWords(*row->thing), format::age(row->thing->place.at, bridge_.now()), row->text);
}

bool FindModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && more_ && !loading_;
}

void FindModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent) && !rows_.empty() && rows_.back().thing)
        read(rows_.back().thing->place);
}

} // namespace vigie::ui
