// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/gather.hpp"

#include "insight/measuring.hpp"
#include "insight/proof/gather_conversations.hpp"
#include "insight/proof/gather_entered.hpp"
#include "insight/proof/gather_own_posts.hpp"
#include "insight/proof/post_names.hpp"

#include <vigie/insight/estimates.hpp>
#include <vigie/store/cascades.hpp>
#include <vigie/store/mention_facts.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/reviews.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

namespace vigie::insight {

namespace {

constexpr QueryId kSubject{1};
constexpr int kAll = -1; ///< rows of a page

class Gatherer {
public:
    Gatherer(store::Tx &tx, Columns &columns, const MetricDef &def, const ProofRequest &request, const std::function<bool(double)> &progress)
        : tx_(tx), columns_(columns), def_(def), request_(request), needs_(def.needs), progress_(progress), names_(tx)
    {
    }

    Result<GatheredProof> all()
    {
        VIGIE_TRY(stretch_, elapsedOf(tx_, request_.period));
        before_ = lookBackOf(def_, stretch_);
        VIGIE_CHECK(queries());
        if (needs_.posts)
            VIGIE_CHECK(posts());
        if (needs_.ownPosts)
            VIGIE_CHECK(gatherOwnPosts(tx_, {request_.scope.networks, stretch_, before_, needs_.readings}, names_, out_));
        if (needs_.followers)
            VIGIE_CHECK(followers());
        if (needs_.conversations)
            VIGIE_CHECK(gatherConversations(tx_, {request_.scope.networks, stretch_, before_, needs_.clocks, needs_.moments}, out_));
        if (needs_.goals)
            VIGIE_CHECK(gatherGoals(tx_, request_.scope.networks, stretch_, out_));
        if (needs_.surveys)
            VIGIE_CHECK(gatherSurveys(tx_, request_.scope.networks, stretch_, out_));
        out_.hidden = names_.hidden();
        for (const auto &table : out_.tables)
            out_.rows += static_cast<std::int64_t>(table.rows.size());
        return std::move(out_);
    }

private:
    using Of = std::map<ItemId, std::string>; ///< numbers of the queries that a post counts for

    ProofTable &table(ProofRows kind) { return out_.table(kind); }

    Result<void> queries()
    {
        VIGIE_TRY(const auto known, store::Queries(tx_).all());
        ProofQuery subject{kSubject, {}, {}, QueryRole::Column};
        for (const auto &query : known)
            if (query.id == request_.scope.query)
                subject = {kSubject, query.name, query.source, query.role};
        out_.queries.push_back(subject);
        ids_.push_back(request_.scope.query);
        out_.subject = kSubject;
        if (!needs_.panel)
            return {};
        if (!request_.scope.query) { // everything is on no panel
            out_.subject = {};
            out_.queries.clear();
            ids_.clear();
        }
        for (const auto &query : known)
            if (query.id != request_.scope.query && (query.role == QueryRole::Brand || query.role == QueryRole::Competitor)) {
                out_.queries.push_back({QueryId{kSubject.value + static_cast<std::int64_t>(ids_.size())}, query.name, query.source, query.role});
                ids_.push_back(query.id);
            }
        return {};
    }

    Result<Of> counted()
    {
        Of of;
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            auto scope = request_.scope;
            scope.query = ids_[i];
            VIGIE_TRY(auto reading, Reading::over(tx_, columns_, scope, stretch_, before_));
            if (needs_.reviews)
                reading.filter().kind = ItemKind::Review;
            store::SearchPage page;
            page.limit = kAll;
            for (const auto item : reading.posts({stretch_.from - before_, stretch_.to}, Behind::Mentions, page)) {
                auto &numbers = of[item];
                numbers += (numbers.empty() ? "" : " ") + std::to_string(out_.queries[i].number.value);
            }
        }
        return of;
    }

    /// The mean that a single rating is drawn towards is that of all reviews of these networks and languages.
    Result<void> addReviews(Of &of)
    {
        store::ReviewScope scope;
        scope.networks = request_.scope.networks;
        scope.langs = request_.scope.langs;
        VIGIE_TRY(const auto rows, store::Reviews(tx_).read(scope));
        auto &answers = table(ProofRows::Answers);
        for (const auto &row : rows) {
            of.try_emplace(row.item);
            if (row.answeredAt)
                answers.rows.push_back({std::to_string(row.item.value), toRfc3339(*row.answeredAt), "1"});
            if (!row.dated)
                undated_.insert(row.item);
        }
        return {};
    }

    Result<void> addAnswers(const std::vector<ItemId> &questions)
    {
        VIGIE_TRY(const auto times, store::Figures(tx_).answersTo(questions));
        auto &answers = table(ProofRows::Answers);
        for (const auto &time : times) {
            const auto number = std::to_string(time.question.value);
            if (time.first)
                answers.rows.push_back({number, toRfc3339(*time.first), time.first == time.firstByPeer ? "0" : "1"});
            if (time.firstByPeer && time.first != time.firstByPeer)
                answers.rows.push_back({number, toRfc3339(*time.firstByPeer), "0"});
        }
        return {};
    }

    Result<void> addRelays(const std::vector<ItemId> &originals)
    {
        VIGIE_TRY(const auto edges, store::Cascades(tx_).of(originals));
        auto &rows = table(ProofRows::Relays).rows;
        for (const auto &edge : edges)
            rows.push_back({std::to_string(edge.root.value), std::to_string(edge.item.value), std::to_string(edge.parent.value)});
        return {};
    }

    /// Of a host and a part of it that is named as well a post stands on the longer one: it is on the other, too.
    Result<void> findSites()
    {
        VIGIE_TRY(const auto visits, Estimates(tx_).siteVisits());
        for (const auto &[host, monthly] : visits) {
            auto scope = request_.scope;
            scope.words = (scope.words.empty() ? "" : "(" + scope.words + "\n) ") + ("site:" + host);
            VIGIE_TRY(const auto reading, Reading::over(tx_, columns_, scope, stretch_, before_));
            store::SearchPage page;
            page.limit = kAll;
            for (const auto item : reading.posts(stretch_, Behind::Mentions, page))
                if (auto &site = sites_[item]; site.size() < host.size())
                    site = host;
        }
        return {};
    }
    [[nodiscard]] std::string siteOf(ItemId item) const
    {
        const auto found = sites_.find(item);
        return found == sites_.end() ? std::string() : found->second;
    }

    Result<void> posts()
    {
        VIGIE_TRY(auto of, counted());
        if (needs_.reviews)
            VIGIE_CHECK(addReviews(of));
        if (needs_.sites)
            VIGIE_CHECK(findSites());
        std::vector<ItemId> ids;
        for (const auto &[item, numbers] : of)
            ids.push_back(item);
        table(ProofRows::Posts);
        std::vector<std::pair<std::int64_t, double>> authors; // of each row: member, followers
        for (std::size_t from = 0; from < ids.size(); from += kProofSlice) {
            if (progress_ && !progress_(0.7 * static_cast<double>(from) / static_cast<double>(ids.size())))
                return fail(Errc::Cancelled);
            VIGIE_CHECK(slice(std::span(ids).subspan(from, std::min(kProofSlice, ids.size() - from)), of, authors));
        }
        if (needs_.answers && !needs_.reviews)
            VIGIE_CHECK(addAnswers(questions_));
        if (needs_.relays)
            VIGIE_CHECK(addRelays(ids));
        const auto numbers = people(authors);
        return needs_.apart ? apart(numbers) : Result<void>();
    }

    Result<void> slice(std::span<const ItemId> ids, const Of &of, std::vector<std::pair<std::int64_t, double>> &authors)
    {
        VIGIE_TRY(const auto rows, store::Items(tx_).rows(ids));
        VIGIE_TRY(const auto facts, store::MentionFacts(tx_).of(ids));
        std::map<ItemId, const store::MentionFact *> known;
        for (const auto &fact : facts)
            known[fact.item] = &fact;
        for (const auto &row : rows) {
            const auto &item = row.item;
            const auto found = known.find(item.id);
            if (found == known.end())
                return fail(Errc::StorageDamaged, "a mention that is counted is not there");
            const auto &fact = *found->second;
            VIGIE_TRY(auto native, names_.of(item));
            std::string number = std::to_string(item.id.value);
            table(ProofRows::Posts)
                .rows.push_back({std::move(number), std::move(native), item.connector, std::to_string(fact.source), toRfc3339(item.publishedAt), PostNames::content(item), {},
                                 toString(item.kind), std::to_string(static_cast<int>(fact.label)), std::to_string(std::lround(fact.tone * 1000)), fact.relay ? "1" : "0",
                                 needs_.counts ? countsCell(item.metrics) : std::string(), item.rating ? numberCell(static_cast<double>(*item.rating)) : std::string(),
                                 undated_.count(item.id) > 0 ? "0" : "1", siteOf(item.id), of.at(item.id)});
            authors.emplace_back(std::max<std::int64_t>(fact.author, 0), fact.followers);
            if (item.kind == ItemKind::Question)
                questions_.push_back(item.id);
        }
        return {};
    }

    /// Members as numbers in the order of their own, so that the same are drawn; another number in each proof.
    std::map<std::int64_t, std::string> people(const std::vector<std::pair<std::int64_t, double>> &authors)
    {
        std::map<std::int64_t, double> followers;
        for (const auto &[member, count] : authors)
            if (member > 0)
                followers[member] = count;
        std::map<std::int64_t, std::string> numbers;
        for (const auto &[member, count] : followers) {
            const auto &number = numbers[member] = std::to_string(numbers.size() + 1);
            if (needs_.people)
                table(ProofRows::People).rows.push_back({number, count >= 0 ? numberCell(count) : std::string()});
        }
        auto &rows = table(ProofRows::Posts).rows;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (const auto known = numbers.find(authors[i].first); known != numbers.end())
                rows[i][6] = known->second;
        return numbers;
    }

    Result<void> apart(const std::map<std::int64_t, std::string> &numbers)
    {
        std::vector<MemberId> members;
        for (const auto &[member, number] : numbers)
            members.push_back(MemberId{member});
        VIGIE_TRY(const auto unranked, store::unrankedOf(tx_, members));
        auto &rows = table(ProofRows::Apart).rows;
        for (const auto &[member, why] : unranked)
            rows.push_back({numbers.at(member.value), toString(why)});
        return {};
    }

    Result<void> followers()
    {
        VIGIE_TRY(const auto zone, store::Queries(tx_).context());
        VIGIE_TRY(const auto end, dayStart(request_.period.toDay, zone.zone));
        VIGIE_TRY(const auto counts, store::ExcerptRows(tx_).followers(stretch_.from - before_, end, request_.scope.networks));
        auto &rows = table(ProofRows::Followers).rows;
        for (const auto &count : counts)
            rows.push_back({std::to_string(count.account.value), count.network, toRfc3339(count.at), numberCell(count.followers)});
        return {};
    }

    store::Tx &tx_;
    Columns &columns_;
    const MetricDef &def_;
    const ProofRequest &request_;
    ProofNeeds needs_;
    const std::function<bool(double)> &progress_;
    GatheredProof out_;
    Stretch stretch_;
    std::chrono::hours before_{};
    std::vector<QueryId> ids_; ///< of the queries, as the workspace knows them
    PostNames names_;
    std::set<ItemId> undated_;
    std::vector<ItemId> questions_;
    std::map<ItemId, std::string> sites_;
};

} // namespace

ProofTable &GatheredProof::table(ProofRows kind)
{
    for (auto &one : tables)
        if (one.kind == kind)
            return one;
    return tables.emplace_back(ProofTable{kind, {}});
}

Result<GatheredProof> gatherProof(store::Tx &tx, Columns &columns, const MetricDef &def, const ProofRequest &request, const std::function<bool(double)> &progress)
{
    return Gatherer(tx, columns, def, request, progress).all();
}

} // namespace vigie::insight
