// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/evidence_export.hpp>

#include "insight/evidence_pages.hpp"
#include "insight/zip.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/spending.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <map>

namespace vigie::insight {

namespace {

constexpr int kSlice = 500;

bool mayLeave(const Policy &policy, const EvidenceContent &said)
{
    return (policy.exports != ExportRule::No && policy.exports != ExportRule::NoMemberData) || !said.keep.despiteTerms.empty();
}

/// Files one after another, each with its line in SHA256SUMS.
class Parcel {
public:
    Parcel(ZipWriter zip, const std::function<bool(double)> &progress, double steps) : zip_(std::move(zip)), progress_(progress), steps_(steps) {}
    Result<void> add(const std::string &name, std::string_view bytes)
    {
        if (progress_ && !progress_(std::min(0.99, ++step_ / steps_)))
            return fail(Errc::Cancelled);
        sums_ += sha256(bytes) + "  " + name + '\n';
        ++files_;
        return zip_.add(name, bytes);
    }
    Result<int> finish()
    {
        VIGIE_CHECK(zip_.add("SHA256SUMS", sums_));
        VIGIE_CHECK(zip_.finish());
        if (progress_)
            progress_(1);
        return files_ + 1;
    }

private:
    ZipWriter zip_;
    const std::function<bool(double)> &progress_;
    double steps_, step_ = 0;
    std::string sums_;
    int files_ = 0;
};

struct Collected {
    EvidenceBook book;
    std::string chain;
};

/// Walks the chain once: a line for every entry, contents of what was chosen.
Result<Collected> collect(store::Tx &tx, const EvidenceExport &plan)
{
    Collected out;
    out.book.zone = plan.zone;
    out.book.leftOut = static_cast<int>(plan.leftOut.size());
    std::map<ItemId, std::size_t> places;
    auto wanted = plan.items;
    std::sort(wanted.begin(), wanted.end());
    for (std::int64_t last = 0;;) {
        VIGIE_TRY(auto slice, store::Evidence(tx).after(last, kSlice));
        if (slice.empty())
            break;
        for (auto &entry : slice) {
            last = entry.number;
            out.chain += entry.hash + ' ' + evidenceLine(entry) + '\n';
            out.book.head = {entry.number, entry.hash, entry.at};
            const bool chosen = entry.kind == EvidenceKind::Erased || std::binary_search(wanted.begin(), wanted.end(), entry.item);
            if (!chosen || !entry.content)
                continue;
            VIGIE_TRY(auto said, store::readEvidence(*entry.content));
            if (entry.kind == EvidenceKind::Erased) {
                out.book.erasures.push_back({std::move(entry), std::move(said)});
                continue;
            }
            const auto place = places.try_emplace(entry.item, out.book.items.size());
            if (place.second)
                out.book.items.emplace_back();
            out.book.items[place.first->second].push_back({std::move(entry), std::move(said)});
        }
    }
    return out;
}

std::string description(const EvidenceBook &book)
{
    auto entries = nlohmann::json::array();
    for (const auto &item : book.items)
        for (const auto &one : item)
            entries.push_back(one.entry.number);
    return nlohmann::json{{"format", 1}, {"pages", kEvidencePagesVersion}, {"zone", book.zone}, {"entries", entries}, {"left_out", book.leftOut},
                          {"head", {{"number", book.head.number}, {"sha256", book.head.hash}, {"at", toRfc3339(book.head.at)}}}}
               .dump(1)
           + '\n';
}

Result<int> addMedia(store::Tx &tx, const EvidenceBook &book, Parcel &parcel)
{
    std::map<std::string, std::string> files; // name by hash: one picture may be in several items
    for (const auto &item : book.items)
        for (const auto &one : item)
            if (!one.said.mediaHash.empty())
                files.emplace(mediaFile(one.said.mediaHash, one.said.mime), one.said.mediaHash);
    for (const auto &[name, hash] : files) {
        VIGIE_TRY(const auto bytes, store::Evidence(tx).media(hash));
        if (!bytes)
            return fail(Errc::StorageDamaged, "the bytes of a picture are missing: " + hash);
        VIGIE_CHECK(parcel.add(name, *bytes));
    }
    return static_cast<int>(files.size());
}

} // namespace

Result<EvidenceExport> planEvidenceExport(store::Tx &tx, std::span<const ItemId> items, const std::string &zone)
{
    EvidenceExport plan;
    plan.zone = zoneExists(zone) ? zone : "UTC";
    std::map<std::string, std::vector<ItemId>> capped;
    std::vector<ItemId> wanted(items.begin(), items.end());
    std::sort(wanted.begin(), wanted.end());
    store::EvidenceFilter all;
    all.limit = std::numeric_limits<int>::max();
    VIGIE_TRY(const auto kept, store::Evidence(tx).list(all));
    for (const auto &one : kept) {
        if (!wanted.empty() && !std::binary_search(wanted.begin(), wanted.end(), one.mark.item))
            continue;
        VIGIE_TRY(const auto policy, store::Accounts(tx).policyOf(one.last.item.connector));
        VIGIE_TRY(const auto entries, store::Evidence(tx).entries(one.mark.item));
        bool leaves = false;
        for (const auto &entry : entries)
            if (const auto said = entry.content ? store::readEvidence(*entry.content) : Result<EvidenceContent>(fail(Errc::NotFound)); said)
                leaves = leaves || mayLeave(policy, *said);
        if (!leaves)
            plan.leftOut.push_back(one.mark.item);
        else if (policy.exports == ExportRule::Capped)
            capped[one.last.item.connector].push_back(one.mark.item);
        else
            plan.items.push_back(one.mark.item);
    }
    for (const auto &[connector, ids] : capped) {
        VIGIE_TRY(const int taken, store::Exports(tx).take(connector, toRfc3339(tx.now()).substr(0, 10), static_cast<int>(ids.size())));
        plan.items.insert(plan.items.end(), ids.begin(), ids.begin() + taken);
        plan.leftOut.insert(plan.leftOut.end(), ids.begin() + taken, ids.end());
    }
    if (plan.items.empty() && plan.leftOut.empty())
        return fail(Errc::NotFound, "nothing of it is kept as evidence");
    return plan;
}

Result<EvidenceExported> writeEvidenceExport(store::Tx &tx, const EvidenceExport &plan, const std::string &path, const std::function<bool(double)> &progress)
{
    VIGIE_TRY(const auto collected, collect(tx, plan));
    const auto &book = collected.book;
    EvidenceExported done;
    done.head = book.head;
    done.items = static_cast<int>(book.items.size());
    for (const auto &item : book.items)
        done.entries += static_cast<int>(item.size());
    VIGIE_TRY(auto zip, ZipWriter::create(path));
    Parcel parcel(std::move(zip), progress, 10.0 + 3.0 * done.items + 2.0 * done.entries);
    Result<void> added;
    eachEvidencePage(book, [&](const std::string &name, const std::string &text) {
        added = parcel.add(name, text);
        return added.has_value();
    });
    VIGIE_CHECK(added);
    for (const auto &item : book.items)
        for (const auto &one : item)
            VIGIE_CHECK(parcel.add(entryFile(one.entry.number), *one.entry.content));
    for (const auto &one : book.erasures)
        VIGIE_CHECK(parcel.add(entryFile(one.entry.number), *one.entry.content));
    VIGIE_TRY(done.media, addMedia(tx, book, parcel));
    VIGIE_CHECK(parcel.add("chain.txt", collected.chain));
    VIGIE_CHECK(parcel.add("export.json", description(book)));
    VIGIE_TRY(done.files, parcel.finish());
    return done;
}

} // namespace vigie::insight
