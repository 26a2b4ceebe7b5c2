// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/measuring.hpp"
#include "insight/proof/gather.hpp"
#include "insight/proof/head.hpp"
#include "insight/zip.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/insight/proof.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/text/query.hpp>
#include <vigie_embedded/proof_files.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr double kSame = 1e-9; ///< the same rows, added up in another order
constexpr auto kAfterTheEnd = std::chrono::seconds{1}; ///< the period is over then

bool same(const std::optional<double> &a, const std::optional<double> &b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) <= kSame * std::max(1.0, std::abs(*b)) || *a == *b);
}
bool same(const Figure &a, const Figure &b)
{
    const auto low = [](const Figure &of) { return of.interval ? std::optional(of.interval->low) : std::nullopt; };
    const auto high = [](const Figure &of) { return of.interval ? std::optional(of.interval->high) : std::nullopt; };
    return a.n == b.n && same(a.value, b.value) && same(low(a), low(b)) && same(high(a), high(b));
}

class Writer {
public:
    Writer(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::function<bool(double)> &progress)
        : tx_(tx), columns_(columns), request_(request), progress_(progress)
    {
    }

    Result<ProofWritten> write(const std::string &path)
    {
        VIGIE_TRY(const auto *def, knownMetric(request_.key));
        VIGIE_TRY(const auto context, store::Queries(tx_).context());
        zone_ = context.zone;
        VIGIE_TRY(from_, dayStart(request_.period.fromDay, zone_));
        VIGIE_TRY(to_, dayStart(request_.period.toDay, zone_));
        VIGIE_TRY(written_.figure, FigureReader(tx_, columns_).read(request_.key, request_.scope, request_.period));
        VIGIE_TRY(proof_, gatherProof(tx_, columns_, *def, request_, progress_));
        written_.rows = proof_.rows;
        written_.hidden = proof_.hidden;
        VIGIE_TRY(settings_, store::ExcerptRows(tx_).settings());
        VIGIE_CHECK(replay());
        VIGIE_TRY(const auto head, headOf(def->metric));
        written_.fingerprint = sha256(headText(head));
        VIGIE_CHECK(pack(path, head));
        return written_;
    }

private:
    /// A proof of another figure than the one that was shown is none. Where it makes no difference the figure is that of the end of its
    /// period, so that the same proof comes out whenever it is made.
    Result<void> replay()
    {
        ReplayOf of{request_.key, request_.period, proof_.subject, settings_, {}};
        of.settings["workspace.zone"] = zone_;
        for (const auto &query : proof_.queries)
            of.queries.emplace_back(query.number, query.role);
        VIGIE_TRY(auto again, ProofReplay::of(of, proof_.tables));
        if (progress_ && !progress_(0.8))
            return fail(Errc::Cancelled);
        for (const auto at : {std::min(to_ + kAfterTheEnd, tx_.now()), tx_.now()}) {
            asOf_ = at;
            VIGIE_TRY(replayed_, again.at(at));
            if (same(replayed_, written_.figure))
                return {};
        }
        return fail(Errc::Conflict, "the rows of " + request_.key + " make " + resultJson(replayed_).dump() + ", the figure says " + resultJson(written_.figure).dump()
                                        + "; nothing was written");
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

    nlohmann::json scopeJson() const
    {
        const auto &scope = request_.scope;
        auto tones = nlohmann::json::array(), tags = nlohmann::json::array();
        for (const auto tone : scope.tones)
            tones.push_back(static_cast<int>(tone));
        for (const auto tag : scope.tags)
            tags.push_back(tag.value);
        return {{"subject", proof_.subject.value}, {"words", scope.words}, {"networks", scope.networks}, {"languages", scope.langs}, {"tags", tags}, {"tones", tones},
                {"without_relays", scope.withoutRelays}};
    }

    nlohmann::json queriesJson() const
    {
        auto out = nlohmann::json::array();
        for (const auto &query : proof_.queries) {
            const auto parsed = text::parseQuery(query.source);
            out.push_back({{"number", query.number.value}, {"name", query.name}, {"role", toString(query.role)}, {"query", query.source},
                           {"reads_as", parsed ? text::toSource(parsed->root) : std::string()}});
        }
        return out;
    }

    Result<nlohmann::json> headOf(const Metric &of)
    {
        VIGIE_TRY(const auto coverage, coverageJson());
        VIGIE_TRY(const auto period, periodJson(request_.period, zone_, asOf_));
        auto notes = nlohmann::json::array(), tables = nlohmann::json::array();
        for (const auto &note : written_.figure.notes)
            notes.push_back({{"kind", toString(note.kind)}, {"count", note.count}, {"since", note.since ? nlohmann::json(toRfc3339(*note.since)) : nlohmann::json()}});
        for (const auto &table : proof_.tables) {
            texts_.push_back(tableText(table));
            tables.push_back(tableJson(table.kind, table.rows.size(), texts_.back()));
        }
        auto settings = settings_;
        settings.erase("workspace.zone");
        return nlohmann::json{{"format", kProofFormat}, {"program", kProofProgram}, {"figure", figureJson(of)}, {"scope", scopeJson()}, {"queries", queriesJson()}, {"settings", settings},
                              {"period", period}, {"coverage", coverage}, {"notes", notes}, {"result", resultJson(replayed_)}, {"tables", tables}, {"hidden", proof_.hidden}};
    }

    Result<void> pack(const std::string &path, const nlohmann::json &head)
    {
        std::vector<std::pair<std::string, std::string>> files{{kProofHead, headText(head)}, {kProofFields, fieldsText(head)}};
        for (std::size_t i = 0; i < texts_.size(); ++i)
            files.emplace_back(fileOf(proof_.tables[i].kind), std::move(texts_[i]));
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
    Columns &columns_;
    const ProofRequest &request_;
    const std::function<bool(double)> &progress_;
    ProofWritten written_;
    GatheredProof proof_;
    std::map<std::string, std::string> settings_;
    Figure replayed_;
    std::string zone_;
    Instant from_, to_, asOf_;
    std::vector<std::string> texts_; ///< of the tables
};

} // namespace

Result<ProofWritten> writeProof(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::string &path, const std::function<bool(double)> &progress)
{
    if (request.period.length() <= 0)
        return fail(Errc::InvalidInput, "the period is empty");
    return Writer(tx, columns, request, progress).write(path);
}

} // namespace vigie::insight
