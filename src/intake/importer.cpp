// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/importer.hpp>

#include <vigie/store/members.hpp>
#include <vigie/store/tones.hpp>

#include <algorithm>
#include <deque>
#include <future>
#include <nlohmann/json.hpp>

namespace vigie::intake {

namespace {

constexpr std::size_t kBatch = 5000;
constexpr std::size_t kInFlight = 2; // one batch is stored while the next is read and analysed; memory stays bounded
constexpr const char *kMappingsKey = "import.mappings";

struct Counts {
    std::int64_t added = 0, known = 0, changed = 0;
};

Counts countOutcomes(const std::vector<store::StoredItem> &stored)
{
    Counts counts;
    for (const auto &one : stored) {
        if (one.outcome == store::Stored::Inserted)
            ++counts.added;
        else if (one.outcome == store::Stored::Unchanged)
            ++counts.known;
        else
            ++counts.changed;
    }
    return counts;
}

class Pipeline {
public:
    explicit Pipeline(store::Store &store) : store_(store) {}
    ~Pipeline()
    {
        while (!pending_.empty())
            (void)finishOldest();
    }

    /// `layer`: that the batch was judged with.
    Result<Counts> push(std::vector<store::AnalysedItem> batch, int layer)
    {
        auto promise = std::make_shared<std::promise<Result<Counts>>>();
        pending_.push_back(promise->get_future());
        auto shared = std::make_shared<std::vector<store::AnalysedItem>>(std::move(batch));
        store_.write<Counts>(
            [shared, layer](store::Tx &tx) -> Result<Counts> {
                tx.change().history = true; // a file is history: nobody is told of each line
                VIGIE_TRY(const auto stored, store::Items(tx).store(*shared));
                VIGIE_CHECK(store::Tones(tx).arrived(stored, layer));
                return countOutcomes(stored);
            },
            {}, inline_, [promise](Result<Counts> done) { promise->set_value(std::move(done)); }, store::Durability::Normal);
        return pending_.size() > kInFlight ? finishOldest() : Result<Counts>(Counts{});
    }
    [[nodiscard]] bool idle() const { return pending_.empty(); }
    Result<Counts> finishOldest()
    {
        auto oldest = std::move(pending_.front());
        pending_.pop_front();
        return oldest.get();
    }

private:
    store::Store &store_;
    InlineExecutor inline_;
    std::deque<std::future<Result<Counts>>> pending_;
};

void add(ImportReport &report, const Counts &counts)
{
    report.added += counts.added;
    report.known += counts.known;
    report.changed += counts.changed;
}

} // namespace

Result<ImportReport> importFile(store::Store &store, Analysis &analysis, const std::string &path,
                                const connect::ImportMapping &mapping,
                                const std::function<void(const ImportReport &, double share)> &progress, std::stop_token stop)
{
    ImportReport report;
    auto opened = connect::FileReader::open(path, mapping, stop);
    if (!opened && opened.error().code == Errc::Cancelled) {
        report.cancelled = true;
        return report;
    }
    VIGIE_TRY(const auto reader, std::move(opened));
    Pipeline pipeline(store);
    const auto fetched = store.clock().now();
    while (!stop.stop_requested()) {
        VIGIE_TRY(auto items, reader->next(kBatch, report.bad));
        if (items.empty())
            break;
        report.read += static_cast<std::int64_t>(items.size());
        for (auto &item : items) {
            item.fetchedAt = fetched;
            if (item.precision == TimePrecision::Unknown) {
                item.publishedAt = fetched;
                ++report.undated;
            }
        }
        const int layer = analysis.layer();
        VIGIE_TRY(const auto counts, pipeline.push(analysis.analyse(std::move(items)), layer));
        add(report, counts);
        report.badCount = reader->badCount();
        if (progress)
            progress(report, reader->share());
    }
    while (!pipeline.idle()) {
        VIGIE_TRY(const auto counts, pipeline.finishOldest());
        add(report, counts);
    }
    report.badCount = reader->badCount();
    report.cancelled = stop.stop_requested();
    if (progress)
        progress(report, report.cancelled ? reader->share() : 1.0);
    return report;
}

Result<std::vector<connect::ImportMapping>> savedMappings(store::Tx &tx)
{
    VIGIE_TRY(const auto text, store::Settings(tx).get(kMappingsKey));
    std::vector<connect::ImportMapping> mappings;
    if (!text)
        return mappings;
    const auto array = nlohmann::json::parse(*text, nullptr, false);
    if (!array.is_array())
        return fail(Errc::Storage, "the saved mappings cannot be read");
    for (const auto &entry : array) {
        if (!entry.is_string())
            continue;
        auto mapping = connect::ImportMapping::fromJson(entry.get<std::string>());
        if (mapping) // one that a newer version wrote is left alone, not lost: it stays in the setting
            mappings.push_back(std::move(*mapping));
    }
    return mappings;
}

Result<void> saveMapping(store::Tx &tx, const connect::ImportMapping &mapping)
{
    if (mapping.name.empty())
        return fail(Errc::InvalidInput, "a mapping needs a name to be kept");
    store::Settings settings(tx);
    VIGIE_TRY(const auto text, settings.get(kMappingsKey));
    auto array = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json::array();
    if (!array.is_array())
        array = nlohmann::json::array();
    nlohmann::json kept = nlohmann::json::array();
    for (const auto &entry : array) {
        const auto old = entry.is_string() ? connect::ImportMapping::fromJson(entry.get<std::string>())
                                           : Result<connect::ImportMapping>(fail(Errc::InvalidInput));
        if (!old || old->name != mapping.name)
            kept.push_back(entry);
    }
    kept.push_back(mapping.toJson());
    return settings.set(kMappingsKey, kept.dump());
}

} // namespace vigie::intake
