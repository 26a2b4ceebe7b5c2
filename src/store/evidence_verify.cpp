// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/evidence.hpp>

#include "store/evidence_rows.hpp"
#include "store/hot_statement.hpp"

#include <vigie/base/digest.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

std::optional<EvidenceFlaw> flaw(EvidenceFlawKind kind, std::int64_t entry, std::string place = {})
{
    return EvidenceFlaw{kind, entry, std::move(place)};
}

/// What the journal of the workspace says of the end of the chain.
std::optional<EvidenceFlaw> againstJournal(Session &session)
{
    const auto noted = session.one<std::string, std::string>("SELECT subject, detail FROM audit WHERE action LIKE 'evidence.%' ORDER BY id DESC LIMIT 1");
    if (!noted)
        return std::nullopt;
    const auto number = std::atoll(std::get<0>(*noted).substr(std::min<std::size_t>(9, std::get<0>(*noted).size())).c_str());
    const auto hash = session.one<std::string>("SELECT sha256 FROM evidence WHERE number=?", number);
    if (hash != std::get<1>(*noted))
        return flaw(EvidenceFlawKind::Cut, number, std::get<1>(*noted));
    return std::nullopt;
}

std::optional<EvidenceFlaw> checkMedia(Session &session, const EvidenceEntry &entry)
{
    auto &row = session.hot("SELECT bytes FROM evidence_media WHERE sha256=?");
    row.bind(entry.mediaHash);
    std::optional<EvidenceFlaw> found;
    if (!row.next())
        return flaw(EvidenceFlawKind::MediaMissing, entry.number, entry.mediaHash);
    if (sha256(row.text(0)) != entry.mediaHash)
        found = flaw(EvidenceFlawKind::Media, entry.number, entry.mediaHash);
    row.reset();
    return found;
}

} // namespace

std::optional<EvidenceFlaw> EvidenceCheck::add(const EvidenceEntry &entry)
{
    if (entry.number != report_.head.number + 1)
        return flaw(EvidenceFlawKind::Number, report_.head.number + 1);
    if (entry.previous != report_.head.hash)
        return flaw(EvidenceFlawKind::Previous, entry.number);
    if (evidenceHash(entry) != entry.hash)
        return flaw(EvidenceFlawKind::Line, entry.number);
    if (auto found = content(entry))
        return found;
    report_.head = {entry.number, entry.hash, entry.at};
    ++report_.entries;
    met_ = met_ || entry.hash == expected_;
    return std::nullopt;
}

std::optional<EvidenceFlaw> EvidenceCheck::content(const EvidenceEntry &entry)
{
    if (!entry.content) {
        if (entry.kind == EvidenceKind::Erased)
            return flaw(EvidenceFlawKind::ContentMissing, entry.number);
        if (entry.erasedBy > entry.number) {
            if (!entry.mediaHash.empty() || entry.keepUntil)
                return flaw(EvidenceFlawKind::Column, entry.number, entry.keepUntil ? "keep_until" : "media_sha256");
            waiting_.emplace_back(entry.number, entry.erasedBy);
            ++report_.erased;
            return std::nullopt;
        }
        return partial_ && entry.erasedBy == 0 ? std::nullopt : flaw(EvidenceFlawKind::ContentMissing, entry.number);
    }
    if (sha256(*entry.content) != entry.contentHash)
        return flaw(EvidenceFlawKind::Content, entry.number);
    const auto said = readEvidence(*entry.content);
    if (!said || said->kind != entry.kind)
        return flaw(EvidenceFlawKind::Content, entry.number);
    if (entry.erasedBy != 0)
        return flaw(EvidenceFlawKind::Column, entry.number, "erased_by");
    if (!partial_) {
        if (said->mediaHash != entry.mediaHash)
            return flaw(EvidenceFlawKind::Column, entry.number, "media_sha256");
        if ((said->setsTerm ? std::optional(said->keep.until) : std::nullopt) != entry.keepUntil)
            return flaw(EvidenceFlawKind::Column, entry.number, "keep_until");
    }
    ++report_.contents;
    if (entry.kind == EvidenceKind::Erased)
        return erasures(entry, *said);
    whole_.push_back(entry.number);
    return std::nullopt;
}

std::optional<EvidenceFlaw> EvidenceCheck::erasures(const EvidenceEntry &entry, const EvidenceContent &said)
{
    for (const auto number : said.erased)
        if (std::binary_search(whole_.begin(), whole_.end(), number))
            return flaw(EvidenceFlawKind::Erasure, number); // said to be erased, and still there
    if (partial_)
        report_.erased += static_cast<int>(said.erased.size());
    for (auto it = waiting_.begin(); it != waiting_.end();) {
        if (it->second != entry.number) {
            ++it;
            continue;
        }
        if (std::find(said.erased.begin(), said.erased.end(), it->first) == said.erased.end())
            return flaw(EvidenceFlawKind::Erasure, it->first);
        it = waiting_.erase(it);
    }
    return std::nullopt;
}

std::optional<EvidenceFlaw> EvidenceCheck::finish() const
{
    if (!waiting_.empty())
        return flaw(EvidenceFlawKind::Erasure, waiting_.front().first);
    if (!expected_.empty() && !met_ && expected_ != kEvidenceBegin)
        return flaw(EvidenceFlawKind::Head, 0, expected_);
    return std::nullopt;
}

Result<EvidenceReport> Evidence::verify(const std::string &expected, const std::function<bool(double share)> &progress)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<EvidenceReport> {
        EvidenceCheck check(false, expected);
        std::optional<EvidenceFlaw> found;
        bool stopped = false;
        int media = 0;
        const auto last = session.one<std::int64_t>("SELECT max(number) FROM evidence").value_or(0);
        eachEvidence(session, std::string("SELECT ") + kEvidenceColumns + " FROM evidence ORDER BY number", {}, [&](EvidenceRow row) {
            found = row.knownKind ? check.add(row.entry) : flaw(EvidenceFlawKind::Line, row.entry.number);
            if (!found && !row.entry.mediaHash.empty()) {
                found = checkMedia(session, row.entry);
                ++media;
            }
            stopped = progress && !progress(static_cast<double>(row.entry.number) / static_cast<double>(std::max<std::int64_t>(last, 1)));
            return !found && !stopped;
        });
        if (stopped)
            return fail(Errc::Cancelled);
        if (!found)
            found = check.finish();
        if (!found)
            found = againstJournal(session);
        auto report = check.report();
        report.media = media;
        report.flaw = found;
        return report;
    });
}

} // namespace vigie::store
