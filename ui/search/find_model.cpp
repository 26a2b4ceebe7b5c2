// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_model.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>

#include <algorithm>
#include <iterator>
#include <memory>

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

FindModel::FindModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge), counter_(new SteppedCount(bridge, this))
{
    connect(counter_, &SteppedCount::counted, this, [this](int count) {
        counts_.front().count = count;
        if (!counter_->isCounting())
            counts_.front().stoppedAt.reset();
        Q_EMIT counted(counts_);
    });
    connect(counter_, &SteppedCount::failed, this, [this] { Q_EMIT counted(counts_); });
}

void FindModel::ask(const text::Query &query, std::optional<store::FindScope> scope, store::FindOrder order)
{
    query_ = query;
    scope_ = scope;
    order_ = order;
    more_ = false;
    const int limit = !scope ? kOfEach : order == store::FindOrder::Relevance ? store::kRelevanceListed : kSlice;
    begin({scope, limit, {}});
}

void FindModel::stop()
{
    delete asker_.data();
    delete countAsker_.data();
    counter_->stop();
    loading_ = more_ = false;
}

void FindModel::clear()
{
    stop();
    lookedBackTo_.reset();
    beginResetModel();
    rows_.clear();
    endResetModel();
}

void FindModel::begin(const Step &step)
{
    delete asker_.data();
    asker_ = new QObject(this);
    loading_ = true;
    lookedBackTo_.reset();
    read(step);
}

Result<FindModel::Answer> FindModel::answered(store::Tx &tx, const text::Query &query, store::FindOrder order, const Step &step)
{
    Answer answer;
    const store::AsCounted counted(tx);
    VIGIE_TRY(const auto whole, wholeOf(tx, query));
    for (const auto each : store::kFindScopes) {
        if (step.scope && *step.scope != each)
            continue;
        VIGIE_TRY(auto page, store::Finder(tx).find({query, each, order, step.limit, step.after, step.budget}));
        if (!step.scope && !page.things.empty())
            answer.rows.push_back({each, {}, {}, {}});
        for (auto &thing : page.things)
            answer.rows.push_back(rowOf(whole, std::move(thing)));
        answer.more = step.scope && page.more;
        answer.among = answer.among || page.among;
        answer.unread += page.unread;
        if (page.stoppedAt)
            answer.stoppedAt = page.stoppedAt;
    }
    return answer;
}

void FindModel::read(const Step &step)
{
    bridge_.read<Answer>(
        asker_, [query = query_, order = order_, step](store::Tx &tx) { return answered(tx, query, order, step); },
        [this, step](Result<Answer> answer) {
            if (answer)
                return take(step, std::move(*answer));
            delete asker_.data();
            loading_ = more_ = false;
            if (answer.error().code != Errc::Cancelled)
                Q_EMIT failed(answer.error());
        });
}

/// Rows of what was asked anew take the place of all; what goes on stands behind what is there of its kind.
void FindModel::take(const Step &step, Answer answer)
{
    const auto found = std::count_if(answer.rows.begin(), answer.rows.end(), [](const FoundRow &row) { return row.thing && row.scope == store::FindScope::Items; });
    loading_ = false;
    lookedBackTo_.reset();
    if (!step.after) {
        unread_ = answer.unread;
        beginResetModel();
        rows_ = std::move(answer.rows);
        endResetModel();
    } else {
        const int end = scope_ ? rowCount() : groupEnd(store::FindScope::Items);
        if (!scope_ && end == 0 && !answer.rows.empty())
            answer.rows.insert(answer.rows.begin(), {store::FindScope::Items, {}, {}, {}});
        insertRows(end, std::move(answer.rows));
    }
    more_ = scope_ && answer.more;
    among_ = answer.among;
    if (answer.stoppedAt)
        goOn(step, *answer.stoppedAt, static_cast<int>(found));
    Q_EMIT arrived();
}

/// The mentions were not all looked through in time: on from there.
void FindModel::goOn(const Step &step, const store::FindPlace &stoppedAt, int found)
{
    if (found >= step.limit) { // the page is full: on with the next one
        more_ = scope_.has_value();
        return;
    }
    const bool wentOn = found > 0 || !step.after || step.after->ref != stoppedAt.ref;
    lookedBackTo_ = stoppedAt.at;
    read({store::FindScope::Items, step.limit - found, stoppedAt, store::nextStride(step.budget, wentOn)});
}

void FindModel::insertRows(int at, std::vector<FoundRow> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    rows_.insert(rows_.begin() + at, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

/// Behind the last row of a kind; 0: it has none.
int FindModel::groupEnd(store::FindScope scope) const
{
    const auto last = std::find_if(rows_.rbegin(), rows_.rend(), [scope](const FoundRow &row) { return row.scope == scope; });
    return static_cast<int>(rows_.rend() - last);
}

void FindModel::count(const text::Query &query)
{
    counter_->stop();
    delete countAsker_.data();
    countAsker_ = new QObject(this);
    bridge_.read<Scopes>(
        countAsker_,
        [query](store::Tx &tx) -> Result<Scopes> {
            Scopes counts;
            const store::AsCounted counted(tx);
            for (std::size_t i = 0; i < counts.size(); ++i) {
                VIGIE_TRY(counts[i], store::Finder(tx).count(query, store::kFindScopes[i], kCountAtMost, store::kAtOnce));
            }
            return counts;
        },
        [this, query](Result<Scopes> counts) {
            if (!counts)
                return;
            counts_ = std::move(*counts);
            if (const auto &mentions = counts_.front(); mentions.stoppedAt)
                counter_->start(std::make_shared<const text::Query>(query), kCountAtMost, {mentions.count, mentions.stoppedAt});
            Q_EMIT counted(counts_);
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
        begin({scope_, kSlice, rows_.back().thing->place});
}

} // namespace vigie::ui
