// SPDX-License-Identifier: GPL-3.0-or-later
// What of a post is agreed to, as a digest and as words that can be compared.
// Agreed to are: the words of each account, the warning, who may see it, the first comment, the files by their bytes with their
// kind, their alternative text and their order, and the accounts. Its hour, its zone, how late it may be, its language, its owner
// and its campaign are not: moving a post asks nobody again.
// Thread: pure, but fillDigests() reads files (never in a window's thread). Errors: InvalidInput (a file that is not there, content
// that cannot be read).
#pragma once

#include <vigie/model/approval.hpp>
#include <vigie/model/plan.hpp>

#include <string>
#include <vector>

namespace vigie::plan {

/// 64 hexadecimal digits. Files count by `sha256` and, where nobody has read them yet, by their path.
[[nodiscard]] std::string contentHash(const PlanItem &plan);
/// Reads the bytes of files whose digest is not known.
Result<void> fillDigests(PlanItem &plan);
[[nodiscard]] Result<std::string> fileDigest(const std::string &path);

/// JSON, for PostVersion::content, and back; ids of outbounds and states are left out.
[[nodiscard]] std::string versionContent(const PlanItem &plan);
[[nodiscard]] Result<PlanItem> contentOf(const PostVersion &version);

/// What differs between two versions, in the order a reader expects.
struct VersionChange {
    enum class What : std::uint8_t { Words, OwnWords, Warning, Visible, FirstComment, FileAdded, FileRemoved, FileAlt, FileOrder, AccountAdded, AccountRemoved }
        what = What::Words;
    AccountId account;                 ///< OwnWords, AccountAdded, AccountRemoved
    std::string before, after;         ///< texts, for text::wordDifference; file names
    friend bool operator==(const VersionChange &, const VersionChange &) = default;
};
[[nodiscard]] std::vector<VersionChange> versionChanges(const PlanItem &before, const PlanItem &after);
/// What an account says: its own words, or the base.
[[nodiscard]] const std::string &wordsOf(const PlanItem &plan, const PlanVariant &variant);

} // namespace vigie::plan
