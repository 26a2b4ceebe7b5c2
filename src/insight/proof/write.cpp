// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/file.hpp"
#include "insight/measuring.hpp"
#include "insight/scope_rows.hpp"
#include "insight/zip.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/insight/proof.hpp>
#include <vigie/insight/reputation_reader.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/mention_facts.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/text/query.hpp>
#include <vigie_embedded/proof_files.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace vigie::insight {

namespace {

constexpr int kSlice = 500;
constexpr double kSame = 1e-9; ///< two ways to add up the same rows
constexpr const char *kProgram = "Vigie 0.1";

std::string numberText(const std::optional<double> &value) { return value ? fmt::format("{}", *value) : std::string(); }

/// What people did with a post of ours, as the network last counted it; none where it counts nothing.
std::optional<double> engagementsOf(const store::OwnPost &post)
{
    constexpr std::string_view kActs[] = {"likes", "reposts", "replies", "quotes", "saves", "clicks"};
    std::optional<double> sum;
    for (const auto &metric : post.metrics)
        if ((metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated) && std::find(std::begin(kActs), std::end(kActs), metric.key) != std::end(kActs))
            sum = sum.value_or(0) + metric.value;
    return sum;
}

class Writer {
public:
    Writer(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::function<bool(double)> &progress)
        : tx_(tx), figures_(tx, columns), request_(request), progress_(progress)
    {
    }

    Result<ProofWritten> write(const std::string &path)
    {
        const auto *metric = insight::metric(request_.key);
        if (metric == nullptr)
            return fail(Errc::InvalidInput, "no such figure: " + request_.key);
        const auto *formula = proofFormula(metric->key, metric->version);
        if (formula == nullptr)
            return fail(Errc::Unsupported, metric->key + " has no formula over rows that can be written down");
        VIGIE_CHECK(prepare());
        VIGIE_TRY(written_.figure, figures_.read(metric->key, request_.scope, request_.period));
        VIGIE_CHECK(collect(formula->rows));
        VIGIE_TRY(const auto result, formula->replay(rows_, brand_.name));
        VIGIE_CHECK(compare(result));
        const auto table = proofTable(formula->rows, rows_);
        VIGIE_TRY(const auto head, headOf(*metric, *formula, result, table));
        const auto text = proofText(head);
        written_.fingerprint = sha256(text);
        written_.rows = static_cast<std::int64_t>(rows_.size());
        VIGIE_CHECK(pack(path, text, table));
        return written_;
    }

private:
    Result<void> prepare()
    {
        VIGIE_TRY(const auto zone, store::Settings(tx_).get("workspace.zone"));
        zone_ = zone.value_or("UTC");
        VIGIE_TRY(from_, dayStart(request_.period.fromDay, zone_));
        VIGIE_TRY(to_, dayStart(request_.period.toDay, zone_));
        VIGIE_TRY(queries_, store::Queries(tx_).all());
        for (const auto &query : queries_)
            if (query.id == request_.scope.query)
                brand_ = query;
        return {};
    }

    /// What a network's terms let leave: the id, or nothing but its hash.
    Result<std::string> idOf(const Item &item)
    {
        auto known = policies_.find(item.connector);
        if (known == policies_.end()) {
            VIGIE_TRY(const auto policy, store::Accounts(tx_).policyOf(item.connector));
            known = policies_.emplace(item.connector, policy.exports == ExportRule::Yes).first;
        }
        if (known->second)
            return item.instance + " " + item.nativeId;
        ++written_.hidden;
        return "sha256 " + sha256(item.connector + '\x1f' + item.instance + '\x1f' + item.nativeId);
    }

    std::string author(const Item &item)
    {
        if (!item.authorId)
            return {};
        return "a" + std::to_string(authors_.try_emplace(item.authorId, authors_.size() + 1).first->second);
    }

    static std::string content(const Item &item) { return sha256(item.title + '\x1f' + item.warning + '\x1f' + item.text); }

    Result<void> posts(const FigureScope &scope, const std::string &brand)
    {
        store::SearchPage page;
        page.limit = kSlice;
        for (;;) {
            if (progress_ && !progress_(0.9 * static_cast<double>(rows_.size()) / static_cast<double>(std::max<std::int64_t>(written_.figure.n, 1) + 1)))
                return fail(Errc::Cancelled);
            VIGIE_TRY(const auto ids, figures_.rows("mentions", scope, request_.period, page));
            if (ids.empty())
                return {};
            VIGIE_TRY(const auto found, store::Items(tx_).rows(ids));
            for (const auto &one : found) {
                VIGIE_TRY(auto id, idOf(one.item));
                ProofRow row{{std::move(id), one.item.connector, toRfc3339(one.item.publishedAt), content(one.item), author(one.item), std::to_string(one.item.toneLabel),
                              one.relay ? "1" : "0"}};
                if (!brand.empty())
                    row.cells.insert(row.cells.begin(), brand);
                rows_.push_back(std::move(row));
            }
            page.before = ids.back();
        }
    }

    Result<void> panel()
    {
        const auto inPanel = [this](const SavedQuery &query) { return query.id == request_.scope.query || query.role == QueryRole::Brand || query.role == QueryRole::Competitor; };
        if (std::count_if(queries_.begin(), queries_.end(), inPanel) < 2)
            return {}; // nobody to compare with: no figure, and no rows of it
        for (const auto &query : queries_)
            if (inPanel(query)) {
                auto scope = request_.scope;
                scope.query = query.id;
                VIGIE_CHECK(posts(scope, query.name));
            }
        return {};
    }

    Result<void> ownPosts()
    {
        VIGIE_TRY(const auto own, store::Figures(tx_).ownPosts(from_, to_, request_.scope.networks));
        for (const auto &post : own) {
            VIGIE_TRY(const auto item, store::Items(tx_).get(post.item));
            if (!item)
                continue;
            VIGIE_TRY(auto id, idOf(*item));
            rows_.push_back({{std::move(id), item->connector, toRfc3339(post.at), content(*item), numberText(engagementsOf(post)), numberText(post.followers)}});
        }
        return {};
    }

    Result<void> conversations()
    {
        VIGIE_TRY(const auto samples, store::Figures(tx_).responses(from_, to_, request_.scope.networks));
        for (const auto &sample : samples)
            rows_.push_back({{std::to_string(sample.ticket.value), toRfc3339(sample.asked), sample.answered ? toRfc3339(*sample.answered) : std::string(),
                              sample.answered ? std::string() : toRfc3339(tx_.now())}});
        return {};
    }

    /// The mentions as the index weighs them; authors as numbers in the order of their own, so that the same are drawn.
    Result<void> weighed()
    {
        VIGIE_TRY(const auto stretch, elapsedOf(tx_, request_.period)); // as the figure itself is read
        std::vector<ItemId> ids;
        VIGIE_TRY(const auto mentions, ReputationReader(tx_).mentions(storeScope(request_.scope, stretch), [&](const store::MentionFact &fact) {
                      ids.push_back(fact.item);
                      return std::int64_t{0};
                  }));
        std::map<std::int64_t, std::size_t> authors;
        for (const auto &mention : mentions)
            authors.emplace(mention.author, 0);
        std::size_t next = 0;
        for (auto &[author, number] : authors)
            number = ++next;
        for (std::size_t from = 0; from < mentions.size(); from += kSlice) {
            if (progress_ && !progress_(0.9 * static_cast<double>(from) / static_cast<double>(mentions.size())))
                return fail(Errc::Cancelled);
            const auto count = std::min<std::size_t>(kSlice, mentions.size() - from);
            VIGIE_TRY(const auto found, store::Items(tx_).rows(std::span(ids).subspan(from, count)));
            std::map<ItemId, const Item *> items;
            for (const auto &one : found)
                items[one.item.id] = &one.item;
            for (std::size_t i = from; i < from + count; ++i) {
                const auto place = items.find(ids[i]);
                if (place == items.end())
                    return fail(Errc::StorageDamaged, "a mention that is counted is not there");
                const auto &mention = mentions[i];
                VIGIE_TRY(auto id, idOf(*place->second));
                rows_.push_back({{std::move(id), toRfc3339(place->second->publishedAt), numberText(mention.tone), numberText(mention.reach), numberText(mention.sourceWeight),
                                  numberText(mention.ageDays), mention.relay ? "1" : "0", std::to_string(authors[mention.author])}});
            }
        }
        return {};
    }

    Result<void> collect(ProofRows kind)
    {
        switch (kind) {
        case ProofRows::Posts: return posts(request_.scope, {});
        case ProofRows::Panel: return panel();
        case ProofRows::OwnPosts: return ownPosts();
        case ProofRows::Conversations: return conversations();
        case ProofRows::Weighed: return weighed();
        }
        return {};
    }

    /// A proof of another figure than the one that was shown is none.
    Result<void> compare(const ProofResult &result) const
    {
        const auto &shown = written_.figure;
        const bool same = result.n == shown.n && result.value.has_value() == shown.value.has_value()
                          && (!result.value || std::abs(*result.value - *shown.value) <= kSame * std::max(1.0, std::abs(*shown.value)));
        if (same)
            return {};
        return fail(Errc::Conflict, fmt::format("the rows of {} make {} of {}, the figure says {} of {}; nothing was written", shown.key, numberText(result.value), result.n,
                                                numberText(shown.value), shown.n));
    }

    nlohmann::json scopeJson() const
    {
        const auto parsed = text::parseQuery(brand_.source);
        const auto &scope = request_.scope;
        auto tones = nlohmann::json::array();
        for (const auto tone : scope.tones)
            tones.push_back(static_cast<int>(tone));
        auto tags = nlohmann::json::array();
        for (const auto tag : scope.tags)
            tags.push_back(tag.value);
        return {{"name", brand_.name}, {"query", brand_.source}, {"reads_as", parsed ? text::toSource(parsed->root) : std::string()}, {"query_version", brand_.version},
                {"words", scope.words}, {"networks", scope.networks}, {"languages", scope.langs}, {"tags", tags}, {"tones", tones}, {"without_relays", scope.withoutRelays}};
    }

    Result<nlohmann::json> coverageJson()
    {
        VIGIE_TRY(const auto accounts, store::Accounts(tx_).all());
        std::vector<AccountId> ids;
        const auto &networks = request_.scope.networks;
        for (const auto &account : accounts)
            if (networks.empty() || std::find(networks.begin(), networks.end(), account.connector) != networks.end())
                ids.push_back(account.id);
        VIGIE_TRY(const auto coverage, store::Sync(tx_).coverage(ids, from_, std::min(to_, std::max(tx_.now(), from_ + Micros{1}))));
        // To a thousandth: what has not ended yet moves with every second.
        return nlohmann::json{{"seen_share", std::floor(coverage.seenShare * 1000) / 1000}, {"gaps", coverage.openGaps}, {"gap_seconds", coverage.gapTime.count()}};
    }

    Result<nlohmann::json> headOf(const Metric &of, const ProofFormula &formula, const ProofResult &result, const std::string &table)
    {
        const auto en = metricWords(of.key, "en"), fr = metricWords(of.key, "fr");
        VIGIE_TRY(const auto coverage, coverageJson());
        auto notes = nlohmann::json::array();
        for (const auto &note : written_.figure.notes)
            notes.push_back({{"kind", toString(note.kind)}, {"count", note.count}, {"since", note.since ? nlohmann::json(toRfc3339(*note.since)) : nlohmann::json()}});
        return nlohmann::json{
            {"format", kProofFormat}, {"program", kProgram},
            {"figure", {{"key", of.key}, {"version", of.version}, {"unit", toString(of.unit)}, {"formula", of.formula}, {"name", {{"en", en.name}, {"fr", fr.name}}},
                        {"definition", {{"en", en.definition}, {"fr", fr.definition}}}}},
            {"scope", scopeJson()},
            {"period", {{"from", toIsoDay(request_.period.fromDay)}, {"to", toIsoDay(request_.period.toDay - 1)}, {"zone", zone_}, {"from_at", toRfc3339(from_)}, {"to_at", toRfc3339(to_)}}},
            {"coverage", coverage}, {"notes", notes}, {"result", proofResult(result)},
            {"rows", {{"kind", toString(formula.rows)}, {"file", kProofTable}, {"columns", proofColumns(formula.rows)}, {"count", rows_.size()}, {"sha256", sha256(table)},
                      {"hidden", written_.hidden}}}};
    }

    Result<void> pack(const std::string &path, const std::string &head, const std::string &table)
    {
        std::vector<std::pair<std::string, std::string>> files{{kProofHead, head}, {kProofTable, table}};
        for (const auto &file : embedded::proof_files)
            files.emplace_back(std::string(file.name) == "proof.fr.txt" ? "LISEZ-MOI.txt" : "README.txt", std::string(file.data));
        std::string sums;
        VIGIE_TRY(auto zip, ZipWriter::create(path));
        for (const auto &[name, bytes] : files) {
            sums += sha256(bytes) + "  " + name + '\n';
            VIGIE_CHECK(zip.add(name, bytes));
        }
        VIGIE_CHECK(zip.add(kProofSums, sums));
        if (progress_ && !progress_(0.99))
            return fail(Errc::Cancelled);
        return zip.finish();
    }

    store::Tx &tx_;
    FigureReader figures_;
    const ProofRequest &request_;
    const std::function<bool(double)> &progress_;
    ProofWritten written_;
    std::string zone_;
    Instant from_, to_;
    std::vector<SavedQuery> queries_;
    SavedQuery brand_;
    std::vector<ProofRow> rows_;
    std::map<std::string, bool> policies_;
    std::map<MemberId, std::size_t> authors_;
};

} // namespace

std::vector<std::string> provableFigures()
{
    std::vector<std::string> keys;
    for (const auto &one : catalogue())
        if (proofFormula(one.key, one.version) != nullptr)
            keys.push_back(one.key);
    return keys;
}

Result<ProofWritten> writeProof(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::string &path, const std::function<bool(double)> &progress)
{
    if (request.period.length() <= 0)
        return fail(Errc::InvalidInput, "the period is empty");
    return Writer(tx, columns, request, progress).write(path);
}

} // namespace vigie::insight
