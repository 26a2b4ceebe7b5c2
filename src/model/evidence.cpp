// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/evidence.hpp>

#include <vigie/base/digest.hpp>

namespace vigie {

const char *toString(EvidenceKind kind) noexcept
{
    switch (kind) {
    case EvidenceKind::Captured: return "captured";
    case EvidenceKind::Edited: return "edited";
    case EvidenceKind::Deleted: return "deleted";
    case EvidenceKind::State: return "state";
    case EvidenceKind::Media: return "media";
    case EvidenceKind::Term: return "term";
    case EvidenceKind::Erased: return "erased";
    }
    return "captured";
}

const char *toString(ErasureReason reason) noexcept
{
    switch (reason) {
    case ErasureReason::RequestOfPerson: return "request_of_person";
    case ErasureReason::EndOfTerm: return "end_of_term";
    case ErasureReason::NetworkTerms: return "network_terms";
    case ErasureReason::Mistake: return "mistake";
    case ErasureReason::Other: return "other";
    }
    return "other";
}

const char *toString(EvidenceFlawKind kind) noexcept
{
    switch (kind) {
    case EvidenceFlawKind::Number: return "number";
    case EvidenceFlawKind::Line: return "line";
    case EvidenceFlawKind::Previous: return "previous";
    case EvidenceFlawKind::Content: return "content";
    case EvidenceFlawKind::ContentMissing: return "content_missing";
    case EvidenceFlawKind::Column: return "column";
    case EvidenceFlawKind::Erasure: return "erasure";
    case EvidenceFlawKind::Media: return "media";
    case EvidenceFlawKind::MediaMissing: return "media_missing";
    case EvidenceFlawKind::Head: return "head";
    case EvidenceFlawKind::Cut: return "cut";
    case EvidenceFlawKind::File: return "file";
    case EvidenceFlawKind::FileMissing: return "file_missing";
    case EvidenceFlawKind::FileUnlisted: return "file_unlisted";
    }
    return "line";
}

std::optional<EvidenceKind> evidenceKindFrom(std::string_view name) noexcept
{
    for (const auto kind : kEvidenceKinds)
        if (name == toString(kind))
            return kind;
    return std::nullopt;
}

std::optional<ErasureReason> erasureReasonFrom(std::string_view name) noexcept
{
    for (const auto reason : kErasureReasons)
        if (name == toString(reason))
            return reason;
    return std::nullopt;
}

std::string evidenceLine(const EvidenceEntry &entry)
{
    return "vigie-evidence-1 " + std::to_string(entry.number) + ' ' + toRfc3339(entry.at) + ' ' + toString(entry.kind) + ' '
           + std::to_string(entry.item.value) + ' ' + entry.contentHash + ' ' + entry.previous;
}

std::string evidenceHash(const EvidenceEntry &entry)
{
    return sha256(evidenceLine(entry) + '\n');
}

} // namespace vigie
