// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/head.hpp"
#include "insight/zip.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/insight/proof.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace vigie::insight {

namespace {

constexpr std::size_t kMostHeld = 1U << 30, kMostFiles = 100, kMostFlaws = 100;
using Files = std::map<std::string, std::string>;

class Check {
public:
    Check(Files files, ProofReport &report) : files_(std::move(files)), report_(report) {}

    Result<void> all(const std::string &expected)
    {
        checkSums();
        if (files_.count(kProofHead) == 0)
            return fail(Errc::InvalidInput, "there is no figure.json in it: not a proof of a figure");
        const auto &text = files_.at(kProofHead);
        const auto head = nlohmann::json::parse(text, nullptr, false);
        if (!head.is_object())
            return fail(Errc::InvalidInput, "figure.json does not read");
        try {
            VIGIE_CHECK(replay(head, text));
        } catch (const nlohmann::json::exception &problem) { // a part that is missing or of another kind
            return fail(Errc::InvalidInput, std::string("figure.json is not that of a proof: ") + problem.what());
        }
        report_.fingerprint = sha256(text);
        if (!expected.empty() && expected != report_.fingerprint)
            add(ProofFlaw::Kind::Fingerprint, kProofHead, expected, report_.fingerprint);
        return {};
    }

private:
    void add(ProofFlaw::Kind kind, const std::string &place, const std::string &said = {}, const std::string &found = {})
    {
        if (report_.flaws.size() < kMostFlaws)
            report_.flaws.push_back({kind, place, said, found});
    }

    void checkSums()
    {
        const auto sums = files_.find(kProofSums);
        if (sums == files_.end()) {
            add(ProofFlaw::Kind::FileMissing, kProofSums);
            return;
        }
        std::istringstream lines(sums->second);
        std::set<std::string> named{kProofSums};
        for (std::string line; std::getline(lines, line);) {
            const auto name = line.size() > 66 ? line.substr(66) : std::string();
            named.insert(name);
            const auto found = files_.find(name);
            if (found == files_.end())
                add(ProofFlaw::Kind::FileMissing, name);
            else if (const auto hash = sha256(found->second); line.compare(0, 64, hash) != 0)
                add(ProofFlaw::Kind::File, name, line.substr(0, 64), hash);
        }
        for (const auto &[name, bytes] : files_)
            if (named.count(name) == 0)
                add(ProofFlaw::Kind::FileUnlisted, name);
    }

    Result<void> replay(const nlohmann::json &head, const std::string &text)
    {
        VIGIE_TRY(const auto read, readHead(head));
        report_.key = read.of.key;
        report_.version = read.metric->version;
        report_.name = metricWords(read.of.key, "en").name;
        report_.from = toIsoDay(read.of.period.fromDay);
        report_.to = toIsoDay(read.of.period.toDay - 1);
        report_.zone = read.zone;
        checkFields(head);
        std::vector<ProofTable> tables;
        for (const auto &said : head.at("tables")) {
            VIGIE_TRY(auto table, tableOf(said));
            report_.rows += static_cast<std::int64_t>(table.rows.size());
            tables.push_back(std::move(table));
        }
        auto again = madeAgain(head, read, tables);
        if (!again && !report_.flaws.empty()) { // what was changed cannot even be read: it is named already
            add(ProofFlaw::Kind::Value, "value", head.at("result").at("value").dump(), again.error().detail);
            return {};
        }
        if (!again)
            return fail(again.error());
        const auto &[figure, rewritten] = *again;
        report_.value = figure.value;
        report_.n = figure.n;
        checkAgain(head, rewritten);
        if (report_.flaws.empty() && headText(rewritten) != text)
            add(ProofFlaw::Kind::Form, kProofHead);
        return {};
    }

    /// The figure of the rows, and figure.json as it would be written with it.
    static Result<std::pair<Figure, nlohmann::json>> madeAgain(const nlohmann::json &head, const ReadHead &read, const std::vector<ProofTable> &tables)
    {
        VIGIE_TRY(auto replay, ProofReplay::of(read.of, tables));
        VIGIE_TRY(auto figure, replay.at(read.asOf));
        VIGIE_TRY(auto rewritten, saidAgain(head, read, figure));
        return std::pair(std::move(figure), std::move(rewritten));
    }

    Result<ProofTable> tableOf(const nlohmann::json &said)
    {
        const auto name = said.at("file").get<std::string>();
        const auto kind = std::find_if(kProofRows.begin(), kProofRows.end(), [&](ProofRows one) { return name == fileOf(one); });
        if (kind == kProofRows.end())
            return fail(Errc::InvalidInput, name + " is no file of a proof");
        const auto found = files_.find(name);
        const std::string &text = found == files_.end() ? std::string() : found->second;
        auto read = readTable(*kind, text);
        for (const auto line : read.badLines)
            add(ProofFlaw::Kind::Row, name + ":" + std::to_string(line));
        const auto so = tableJson(*kind, read.table.rows.size() + read.badLines.size(), text);
        for (const char *part : {"count", "sha256", "columns"})
            if (said.at(part) != so.at(part))
                add(ProofFlaw::Kind::Rows, name + " " + part, said.at(part).dump(), so.at(part).dump());
        return std::move(read.table);
    }

    /// What follows from the rest, and is said otherwise.
    void checkAgain(const nlohmann::json &head, const nlohmann::json &rewritten)
    {
        const auto said = head.flatten(), so = rewritten.flatten();
        for (const auto *all : {&said, &so})
            for (const auto &[place, unused] : all->items()) {
                const auto was = said.value(place, nlohmann::json()), is = so.value(place, nlohmann::json());
                if (was == is || (all == &so && said.contains(place)))
                    continue;
                const bool value = place.rfind("/result/", 0) == 0;
                add(value ? ProofFlaw::Kind::Value : ProofFlaw::Kind::Field, value ? place.substr(8) : place, was.dump(), is.dump());
            }
    }

    /// What nothing else tells: each field has its own hash beside it.
    void checkFields(const nlohmann::json &head)
    {
        const auto lines = files_.find(kProofFields);
        if (lines == files_.end()) {
            add(ProofFlaw::Kind::FileMissing, kProofFields);
            return;
        }
        std::map<std::string, std::string> hashes;
        std::istringstream in(lines->second);
        for (std::string line; std::getline(in, line);)
            if (line.size() > 66)
                hashes[line.substr(66)] = line.substr(0, 64);
        const auto fields = head.flatten();
        for (const auto &[place, value] : fields.items()) {
            const auto known = hashes.find(place);
            if (known == hashes.end() || known->second != sha256(value.dump()))
                add(ProofFlaw::Kind::Field, place, value.dump());
            if (known != hashes.end())
                hashes.erase(known);
        }
        for (const auto &[place, hash] : hashes)
            add(ProofFlaw::Kind::Field, place);
    }

    Files files_;
    ProofReport &report_;
};

} // namespace

const char *toString(ProofFlaw::Kind kind) noexcept
{
    switch (kind) {
    case ProofFlaw::Kind::File: return "file";
    case ProofFlaw::Kind::FileMissing: return "file-missing";
    case ProofFlaw::Kind::FileUnlisted: return "file-unlisted";
    case ProofFlaw::Kind::Row: return "row";
    case ProofFlaw::Kind::Rows: return "rows";
    case ProofFlaw::Kind::Field: return "field";
    case ProofFlaw::Kind::Value: return "value";
    case ProofFlaw::Kind::Form: return "form";
    case ProofFlaw::Kind::Fingerprint: return "fingerprint";
    }
    return "file";
}

Result<ProofReport> verifyProof(const std::string &path, const std::string &expected, const std::function<bool(double)> &progress)
{
    Files files;
    std::size_t held = 0;
    VIGIE_CHECK(readZip(path, [&](const std::string &name, ZipFile &bytes, double share) -> Result<void> {
        if (files.size() >= kMostFiles)
            return fail(Errc::TooLarge, "more files than a proof has");
        if (files.count(name) != 0)
            return fail(Errc::InvalidInput, name + " is in it twice: which of the two is meant is anybody's guess");
        auto &text = files[name];
        for (;;) {
            if (progress && !progress(share * 0.5))
                return fail(Errc::Cancelled);
            VIGIE_TRY(const auto block, bytes.next());
            if (block.empty())
                return {};
            held += block.size();
            if (held > kMostHeld)
                return fail(Errc::TooLarge, path + " is larger than a proof can be");
            text += block;
        }
    }));
    ProofReport report;
    VIGIE_CHECK(Check(std::move(files), report).all(expected));
    if (progress)
        progress(1);
    return report;
}

} // namespace vigie::insight
