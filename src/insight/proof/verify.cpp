// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/file.hpp"
#include "insight/zip.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/insight/proof.hpp>

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
        if (head.at("format").get<int>() != kProofFormat)
            return fail(Errc::Unsupported, "a proof of format " + head.at("format").dump() + "; this program reads format 1");
        const auto &figure = head.at("figure");
        report_.key = figure.at("key").get<std::string>();
        report_.version = figure.at("version").get<int>();
        report_.name = figure.at("name").at("en").get<std::string>();
        const auto &period = head.at("period");
        report_.from = period.at("from").get<std::string>();
        report_.to = period.at("to").get<std::string>();
        report_.zone = period.at("zone").get<std::string>();
        const auto *formula = proofFormula(report_.key, report_.version);
        if (formula == nullptr)
            return fail(Errc::Unsupported, "this program does not know version " + std::to_string(report_.version) + " of " + report_.key);
        const auto place = files_.find(kProofTable);
        const std::string &table = place == files_.end() ? std::string() : place->second;
        const auto read = readProofTable(formula->rows, table);
        for (const auto line : read.badLines)
            add(ProofFlaw::Kind::Row, std::string(kProofTable) + ":" + std::to_string(line));
        report_.rows = static_cast<std::int64_t>(read.rows.size());
        checkRows(head.at("rows"), read, table);
        VIGIE_TRY(const auto result, formula->replay(read.rows, head.at("scope").at("name").get<std::string>()));
        report_.value = result.value;
        report_.n = result.n;
        const auto again = proofResult(result), &said = head.at("result");
        for (const char *part : {"value", "n", "interval"})
            if (again.at(part) != said.at(part))
                add(ProofFlaw::Kind::Value, part, said.at(part).dump(), again.at(part).dump());
        auto rewritten = head;
        rewritten["result"] = again;
        if (report_.flaws.empty() && proofText(rewritten) != text)
            add(ProofFlaw::Kind::Form, kProofHead);
        return {};
    }

    void checkRows(const nlohmann::json &said, const ProofTable &read, const std::string &table)
    {
        const auto rows = read.rows.size() + read.badLines.size();
        if (said.at("count").get<std::size_t>() != rows)
            add(ProofFlaw::Kind::Rows, "count", said.at("count").dump(), std::to_string(rows));
        if (const auto hash = sha256(table); said.at("sha256").get<std::string>() != hash)
            add(ProofFlaw::Kind::Rows, "sha256", said.at("sha256").get<std::string>(), hash);
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
