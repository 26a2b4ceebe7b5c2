// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/file.hpp"
#include "insight/zip.hpp"
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/proof.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

using namespace vigie;
using namespace vigie::test;
using namespace vigie::insight;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

Files read(const std::string &path)
{
    Files files;
    must(readZip(path, [&](const std::string &name, ZipFile &file, double) -> Result<void> {
        files.emplace_back(name, "");
        for (;;) {
            VIGIE_TRY(const auto block, file.next());
            if (block.empty())
                return {};
            files.back().second += block;
        }
    }));
    return files;
}

std::string bytesOf(const std::string &path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

void replaceOnce(std::string &text, const std::string &what, const std::string &by)
{
    const auto place = text.find(what);
    REQUIRE(place != std::string::npos);
    text.replace(place, what.size(), by);
}

/// Somebody who changes a file and, if `sums`, makes the list of hashes fit again.
void forge(const std::string &from, const std::string &to, bool sums, const std::function<void(std::map<std::string, std::string> &)> &change)
{
    std::map<std::string, std::string> files;
    for (auto &[name, bytes] : read(from))
        files[name] = bytes;
    change(files);
    if (sums) {
        files["SHA256SUMS"].clear();
        for (const auto &[name, bytes] : files)
            if (name != "SHA256SUMS")
                files["SHA256SUMS"] += sha256(bytes) + "  " + name + "\n";
    }
    auto zip = must(ZipWriter::create(to));
    for (const auto &[name, bytes] : files)
        must(zip.add(name, bytes));
    must(zip.finish());
}

struct House {
    TempStore store;
    Columns columns;
    ProofRequest request;

    House()
    {
        store.write([&](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.zone", "Europe/Paris"));
            SavedQuery query;
            query.name = "Girouette";
            query.source = "girouette";
            query.role = QueryRole::Brand;
            VIGIE_TRY(request.scope.query, store::Queries(tx).save(query));
            std::vector<store::AnalysedItem> items;
            for (int i = 0; i < 12; ++i)
                items.push_back(analysed(toned(item("n" + std::to_string(i), "une girouette \"" + std::to_string(i) + "\",\n=1+1", kNoon - std::chrono::hours{i}), i % 3 == 0 ? -1 : i % 2)));
            VIGIE_CHECK(store::Items(tx).store(items));
            return {};
        });
        const auto today = must(localDay(kNoon, "Europe/Paris"));
        request.period = {today - 2, today + 1};
        request.key = "net_sentiment";
    }
    ProofWritten prove(const std::string &path)
    {
        return store.read([&](store::Tx &tx) { return writeProof(tx, columns, request, path); });
    }
};

} // namespace

TEST_CASE("a proof is made again of its rows alone, to the same bytes", "[proof]")
{
    House house;
    const auto keys = provableFigures();
    CHECK(std::find(keys.begin(), keys.end(), "reputation") != keys.end());
    for (const auto &key : keys) {
        INFO(key);
        house.request.key = key;
        const auto path = house.store.folder.file(key + ".zip"), again = house.store.folder.file("again.zip");
        const auto written = house.prove(path);
        if (metric(key)->family == "mentions" || metric(key)->family == "tone")
            CHECK(written.rows == 12);
        house.prove(again);
        CHECK(bytesOf(path) == bytesOf(again));
        const auto report = must(verifyProof(path, written.fingerprint));
        CHECK(report.flaws.empty());
        CHECK(report.key == key);
        CHECK(report.value == written.figure.value);
        CHECK(report.fingerprint == written.fingerprint);
        for (const auto &[name, bytes] : read(path)) {
            CHECK(bytes.find("une girouette") == std::string::npos); // nobody's words
            CHECK(bytes.find("ada") == std::string::npos);           // nobody's name
        }
    }
}

TEST_CASE("what was changed is named", "[proof]")
{
    House house;
    const auto path = house.store.folder.file("p.zip"), forged = house.store.folder.file("f.zip");
    const auto written = house.prove(path);
    const auto kinds = [&](const std::string &expected = {}) {
        std::vector<std::string> out;
        for (const auto &flaw : must(verifyProof(forged, expected)).flaws)
            out.push_back(std::string(toString(flaw.kind)) + " " + flaw.place);
        return out;
    };
    const auto has = [](const std::vector<std::string> &all, const std::string &one) { return std::find(all.begin(), all.end(), one) != all.end(); };
    SECTION("a row")
    {
        forge(path, forged, true, [](auto &files) { replaceOnce(files["rows.csv"], "\"'-1\"", "\"1\""); });
        const auto found = kinds();
        CHECK(has(found, "row rows.csv:2"));
        CHECK(has(found, "rows sha256"));
    }
    SECTION("a row with its hash, and the hash of the rows")
    {
        forge(path, forged, true, [](auto &files) {
            auto table = readProofTable(ProofRows::Posts, files["rows.csv"]);
            const auto before = sha256(files["rows.csv"]);
            table.rows.front().cells[5] = "1";
            files["rows.csv"] = proofTable(ProofRows::Posts, table.rows);
            replaceOnce(files["figure.json"], before, sha256(files["rows.csv"]));
        });
        CHECK(has(kinds(), "value value")); // the formula makes another value of them
        CHECK(has(kinds(written.fingerprint), "fingerprint figure.json"));
    }
    SECTION("the value")
    {
        forge(path, forged, true, [](auto &files) { replaceOnce(files["figure.json"], "\"n\": 12", "\"n\": 13"); });
        const auto found = must(verifyProof(forged)).flaws;
        REQUIRE(found.size() == 1);
        CHECK(found.front().place == "n");
        CHECK(found.front().said == "13");
        CHECK(found.front().found == "12");
    }
    SECTION("a row that is gone")
    {
        forge(path, forged, true, [](auto &files) { files["rows.csv"].erase(files["rows.csv"].rfind('"', files["rows.csv"].size() - 3) - 200); });
        CHECK_FALSE(kinds().empty());
    }
    SECTION("a file without its hash, and one more")
    {
        forge(path, forged, false, [](auto &files) {
            files["README.txt"] += "!";
            files["more.txt"] = "?";
        });
        const auto found = kinds();
        CHECK(has(found, "file README.txt"));
        CHECK(has(found, "file-unlisted more.txt"));
    }
}

TEST_CASE("what is no proof is refused by name", "[proof]")
{
    TempFolder folder;
    const auto path = folder.file("x.zip");
    CHECK(verifyProof(path).error().code == Errc::NotFound);
    std::ofstream(path) << "not a zip";
    CHECK(verifyProof(path).error().code == Errc::InvalidInput);
    auto zip = must(ZipWriter::create(path));
    must(zip.add("figure.json", "{\"format\": 1}"));
    must(zip.finish());
    CHECK(verifyProof(path).error().code == Errc::InvalidInput);
    House house;
    house.request.key = "nonsense";
    CHECK(house.store->readNow<ProofWritten>([&](store::Tx &tx) { return writeProof(tx, house.columns, house.request, path); }).error().code == Errc::InvalidInput);
}

TEST_CASE("a table of rows comes back as it was", "[proof]")
{
    const std::vector<ProofRow> rows{{{"c\"1\"", "2026-03-02T12:00:00Z", "", "2026-03-02T13:00:00Z"}}, {{"=2,\xC3\xA9", "2026-03-02T12:00:00Z", "2026-03-02T12:30:00Z", ""}}};
    const auto read = readProofTable(ProofRows::Conversations, proofTable(ProofRows::Conversations, rows));
    REQUIRE(read.badLines.empty());
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].cells == rows[0].cells);
    CHECK(read.rows[1].cells == rows[1].cells);
    const auto median = must(proofFormula("response_median", 1)->replay({rows[1]}, ""));
    CHECK(median.value == 1800.0);
    CHECK(must(proofFormula("response_median", 1)->replay({rows[0]}, "")).value == std::nullopt); // open is not nought
}
