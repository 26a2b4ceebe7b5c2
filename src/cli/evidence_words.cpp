// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evidence_words.hpp"

#include "cli/context.hpp"

#include <vigie/text/difference.hpp>

namespace vigie::cli {

namespace {

nlohmann::json timeOrNull(const std::optional<Instant> &at)
{
    return at ? nlohmann::json(toRfc3339(*at)) : nlohmann::json();
}

std::string differenceText(const std::string &before, const std::string &after)
{
    std::string out;
    for (const auto &piece : text::wordDifference(before, after)) {
        const char *open = piece.kind == text::DifferencePiece::Kind::Removed ? "[-" : piece.kind == text::DifferencePiece::Kind::Added ? "{+" : "";
        const char *close = piece.kind == text::DifferencePiece::Kind::Removed ? "-]" : piece.kind == text::DifferencePiece::Kind::Added ? "+}" : "";
        out += open + piece.text + close;
    }
    return out;
}

} // namespace

std::string flawText(const EvidenceFlaw &flaw)
{
    const auto entry = "entry " + std::to_string(flaw.entry);
    const auto place = oneLine(flaw.place, 120);
    switch (flaw.kind) {
    case EvidenceFlawKind::Number: return entry + " is missing";
    case EvidenceFlawKind::Line: return entry + ": number, time, kind, item or hash was changed";
    case EvidenceFlawKind::Previous: return entry + " does not follow the one before";
    case EvidenceFlawKind::Content: return entry + ": the content is not what was captured";
    case EvidenceFlawKind::ContentMissing: return entry + ": the content is gone and nothing says why";
    case EvidenceFlawKind::Column: return entry + ": column " + place + " was changed";
    case EvidenceFlawKind::Erasure: return entry + ": the erasure does not agree with what is there";
    case EvidenceFlawKind::Media: return entry + ": the bytes of a picture were changed (" + place + ")";
    case EvidenceFlawKind::MediaMissing: return entry + ": a picture is missing (" + place + ")";
    case EvidenceFlawKind::Head: return "the chain does not hold the hash that was written down: " + place;
    case EvidenceFlawKind::Cut: return "the chain ends before " + entry + ", which the journal names (" + place + ")";
    case EvidenceFlawKind::File: return "file " + place + " was changed";
    case EvidenceFlawKind::FileMissing: return "file " + place + " is missing";
    case EvidenceFlawKind::FileUnlisted: return "file " + place + " is in no list";
    }
    return {};
}

nlohmann::json reportJson(const EvidenceReport &report)
{
    nlohmann::json flaw;
    if (report.flaw)
        flaw = {{"what", toString(report.flaw->kind)}, {"entry", report.flaw->entry}, {"place", report.flaw->place}, {"detail", flawText(*report.flaw)}};
    return {{"sound", !report.flaw}, {"flaw", flaw}, {"entries", report.entries}, {"contents", report.contents}, {"erased", report.erased}, {"media", report.media},
            {"files", report.files}, {"head", report.head.hash}, {"number", report.head.number}};
}

nlohmann::json caseJson(const store::EvidenceCase &one)
{
    const auto &item = one.last.item;
    return {{"item", one.mark.item.value}, {"entry", one.mark.number}, {"at", toRfc3339(one.mark.at)}, {"hash", one.mark.hash}, {"versions", one.mark.versions},
            {"edited", one.mark.edited}, {"deleted", one.mark.deleted}, {"media", one.mark.media}, {"media_waiting", one.mark.mediaWaiting},
            {"keep_until", timeOrNull(one.mark.keepUntil)}, {"ground", one.mark.ground}, {"network", item.connector}, {"author", item.author.handle}, {"text", item.text}};
}

nlohmann::json entryJson(const EvidenceEntry &entry)
{
    return {{"entry", entry.number}, {"at", toRfc3339(entry.at)}, {"kind", toString(entry.kind)}, {"content_sha256", entry.contentHash}, {"previous", entry.previous},
            {"hash", entry.hash}, {"erased_by", entry.erasedBy > 0 ? nlohmann::json(entry.erasedBy) : nlohmann::json()},
            {"content", entry.content ? nlohmann::json::parse(*entry.content, nullptr, false) : nlohmann::json()}};
}

std::string entryText(const EvidenceEntry &entry, const EvidenceContent *said, const Item *before)
{
    std::string out = std::to_string(entry.number) + "  " + toRfc3339(entry.at) + "  " + toString(entry.kind) + "  " + entry.hash + "\n";
    const auto line = [&out](const std::string &name, const std::string &value) { out += value.empty() ? "" : "    " + name + oneLine(value, 2000) + "\n"; };
    if (said == nullptr) {
        line("erased, see entry ", std::to_string(entry.erasedBy));
    } else if (entry.kind == EvidenceKind::Media) {
        line("", said->mediaHash.empty() ? said->url + ": " + said->failure : said->url + ": " + std::to_string(said->size) + " bytes, " + said->mediaHash);
    } else if (said->setsTerm && entry.kind == EvidenceKind::Term) {
        line("kept until ", toRfc3339(said->keep.until) + ", " + said->keep.ground);
    } else {
        if (before == nullptr)
            line("", said->item.author.name + " " + said->item.author.handle + ", " + toRfc3339(said->item.publishedAt) + "  " + said->item.permalink);
        line("", toString(said->item.state));
        line("", before == nullptr ? said->item.title + " " + said->item.text : differenceText(before->title + " " + before->text, said->item.title + " " + said->item.text));
        if (said->setsTerm)
            line("kept until ", toRfc3339(said->keep.until) + ", " + said->keep.ground);
    }
    return out;
}

} // namespace vigie::cli
