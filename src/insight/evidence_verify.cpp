// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/evidence_pages.hpp"
#include "insight/zip.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/insight/evidence_export.hpp>
#include <vigie/store/evidence.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <sstream>

namespace vigie::insight {

namespace {

constexpr std::size_t kMostOne = 8U << 20;      ///< of an entry or page; pictures are hashed without being held
constexpr std::size_t kMostHeld = 1U << 30;     ///< of all that is held at once
constexpr std::size_t kMostFiles = 1'000'000;

std::optional<EvidenceFlaw> flaw(EvidenceFlawKind kind, std::int64_t entry, std::string place)
{
    return EvidenceFlaw{kind, entry, std::move(place)};
}

struct Unpacked {
    std::map<std::string, std::string> hashes, held; ///< by name
    std::optional<EvidenceFlaw> twice;
};

bool isHeld(const std::string &name)
{
    return name.rfind("entries/", 0) == 0 || name == "chain.txt" || name == "export.json" || name == "SHA256SUMS";
}

Result<Unpacked> unpack(const std::string &path, const std::function<bool(double)> &progress)
{
    Unpacked out;
    std::size_t total = 0;
    VIGIE_CHECK(readZip(path, [&](const std::string &name, ZipFile &bytes, double share) -> Result<void> {
        if (out.hashes.size() >= kMostFiles)
            return fail(Errc::TooLarge, "more files than an export can have");
        Sha256 hash;
        std::string text;
        for (;;) {
            if (progress && !progress(share * 0.8))
                return fail(Errc::Cancelled);
            VIGIE_TRY(const auto block, bytes.next());
            if (block.empty())
                break;
            hash.add(block);
            if (!isHeld(name))
                continue;
            text += block;
            total += block.size();
            if (total > kMostHeld || (name.rfind("entries/", 0) == 0 && text.size() > kMostOne))
                return fail(Errc::TooLarge, name + " is larger than it can be");
        }
        if (!out.hashes.emplace(name, hash.hex()).second && !out.twice)
            out.twice = flaw(EvidenceFlawKind::FileUnlisted, 0, name); // which of the two would be read is anybody's guess
        if (isHeld(name))
            out.held[name] = std::move(text);
        return {};
    }));
    return out;
}

std::int64_t entryOf(const std::string &name)
{
    std::int64_t number = 0;
    if (name.rfind("entries/", 0) == 0)
        std::from_chars(name.data() + 8, name.data() + name.size(), number);
    return number;
}

std::optional<EvidenceFlaw> checkFiles(const Unpacked &files)
{
    const auto list = files.held.find("SHA256SUMS");
    if (list == files.held.end())
        return flaw(EvidenceFlawKind::FileMissing, 0, "SHA256SUMS");
    std::istringstream lines(list->second);
    std::set<std::string> named;
    for (std::string line; std::getline(lines, line);) {
        const auto name = line.size() > 66 ? line.substr(66) : std::string();
        const auto found = files.hashes.find(name);
        if (name.empty() || line.compare(64, 2, "  ") != 0)
            return flaw(EvidenceFlawKind::File, 0, "SHA256SUMS");
        if (found == files.hashes.end())
            return flaw(EvidenceFlawKind::FileMissing, entryOf(name), name);
        if (line.compare(0, 64, found->second) != 0)
            return flaw(EvidenceFlawKind::File, entryOf(name), name);
        named.insert(name);
    }
    for (const auto &[name, hash] : files.hashes)
        if (name != "SHA256SUMS" && named.count(name) == 0)
            return flaw(EvidenceFlawKind::FileUnlisted, entryOf(name), name);
    return files.twice;
}

/// "HASH vigie-evidence-1 NUMBER TIME KIND ITEM CONTENT PREVIOUS"; none when it is not written so.
std::optional<EvidenceEntry> readLine(const std::string &line)
{
    std::istringstream in(line);
    EvidenceEntry entry;
    std::string word, time, kind;
    if (!(in >> entry.hash >> word >> entry.number >> time >> kind >> entry.item.value >> entry.contentHash >> entry.previous))
        return std::nullopt;
    const auto at = parseRfc3339(time);
    const auto known = evidenceKindFrom(kind);
    if (!at || !known)
        return std::nullopt;
    entry.at = *at;
    entry.kind = *known;
    if (line != entry.hash + ' ' + evidenceLine(entry))
        return std::nullopt;
    return entry;
}

struct Read {
    EvidenceBook book;
    EvidenceReport report;
    std::optional<EvidenceFlaw> flaw;
};

void keep(EvidenceBook &book, std::map<ItemId, std::size_t> &places, EvidenceEntry entry)
{
    auto said = store::readEvidence(*entry.content);
    if (!said)
        return; // the check has said so
    if (entry.kind == EvidenceKind::Erased) {
        book.erasures.push_back({std::move(entry), std::move(*said)});
        return;
    }
    const auto place = places.try_emplace(entry.item, book.items.size());
    if (place.second)
        book.items.emplace_back();
    book.items[place.first->second].push_back({std::move(entry), std::move(*said)});
}

Read readChain(const Unpacked &files, const std::string &expected)
{
    Read out;
    store::EvidenceCheck check(true, expected);
    std::map<ItemId, std::size_t> places;
    std::size_t entries = 0;
    const auto chain = files.held.find("chain.txt");
    std::istringstream lines(chain == files.held.end() ? std::string() : chain->second);
    for (std::string line; !out.flaw && std::getline(lines, line);) {
        auto entry = readLine(line);
        if (!entry) {
            out.flaw = flaw(EvidenceFlawKind::Line, check.report().head.number + 1, "chain.txt");
            break;
        }
        if (const auto content = files.held.find(entryFile(entry->number)); content != files.held.end()) {
            entry->content = content->second;
            ++entries;
        }
        out.flaw = check.add(*entry);
        if (!out.flaw && entry->content)
            keep(out.book, places, std::move(*entry));
    }
    if (!out.flaw)
        out.flaw = check.finish();
    out.report = check.report();
    out.book.head = out.report.head;
    const auto given = std::count_if(files.held.begin(), files.held.end(), [](const auto &file) { return file.first.rfind("entries/", 0) == 0; });
    if (!out.flaw && static_cast<std::size_t>(given) != entries)
        out.flaw = flaw(EvidenceFlawKind::FileUnlisted, 0, "entries/");
    return out;
}

/// Pictures are what their entries say, and what was chosen is there.
std::optional<EvidenceFlaw> checkContents(const Unpacked &files, Read &read)
{
    const auto text = files.held.find("export.json");
    const auto said = nlohmann::json::parse(text == files.held.end() ? std::string() : text->second, nullptr, false);
    if (!said.is_object() || !said.contains("entries") || !said["entries"].is_array())
        return flaw(EvidenceFlawKind::FileMissing, 0, "export.json");
    for (const auto &number : said["entries"])
        if (!number.is_number_integer() || files.held.count(entryFile(number.get<std::int64_t>())) == 0)
            return flaw(EvidenceFlawKind::FileMissing, number.is_number_integer() ? number.get<std::int64_t>() : 0, "entries/");
    const auto zone = said.find("zone"), left = said.find("left_out");
    read.book.zone = zone != said.end() && zone->is_string() ? zone->get<std::string>() : "UTC";
    read.book.leftOut = left != said.end() && left->is_number_integer() ? left->get<int>() : 0;
    for (const auto &item : read.book.items)
        for (const auto &one : item) {
            if (one.said.mediaHash.empty())
                continue;
            const auto name = mediaFile(one.said.mediaHash, one.said.mime);
            const auto found = files.hashes.find(name);
            if (found == files.hashes.end())
                return flaw(EvidenceFlawKind::MediaMissing, one.entry.number, name);
            if (found->second != one.said.mediaHash)
                return flaw(EvidenceFlawKind::Media, one.entry.number, name);
            ++read.report.media;
        }
    return std::nullopt;
}

/// Pages made by this version must say what their entries say; those of another version are covered by the list of files alone.
std::optional<EvidenceFlaw> checkPages(const Unpacked &files, const EvidenceBook &book)
{
    const auto said = nlohmann::json::parse(files.held.at("export.json"), nullptr, false);
    const auto version = said.find("pages");
    if (version == said.end() || *version != kEvidencePagesVersion)
        return std::nullopt;
    std::optional<EvidenceFlaw> found;
    eachEvidencePage(book, [&](const std::string &name, const std::string &text) {
        const auto file = files.hashes.find(name);
        if (file == files.hashes.end())
            found = flaw(EvidenceFlawKind::FileMissing, 0, name);
        else if (file->second != sha256(text))
            found = flaw(EvidenceFlawKind::File, 0, name);
        return !found;
    });
    return found;
}

} // namespace

Result<EvidenceReport> verifyEvidenceFile(const std::string &path, const std::string &expectedHead, const std::function<bool(double)> &progress)
{
    VIGIE_TRY(const auto files, unpack(path, progress));
    if (files.hashes.count("chain.txt") == 0 && files.hashes.count("SHA256SUMS") == 0)
        return fail(Errc::InvalidInput, path + " is no export of evidence");
    auto read = readChain(files, expectedHead);
    auto found = checkFiles(files);
    // An entry that was changed is named before the file it stands in.
    if (read.flaw && (!found || found->entry == 0))
        found = read.flaw;
    if (!found)
        found = checkContents(files, read);
    if (!found)
        found = checkPages(files, read.book);
    if (progress)
        progress(1);
    read.report.files = static_cast<int>(files.hashes.size());
    read.report.flaw = std::move(found);
    return read.report;
}

} // namespace vigie::insight
