// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an export: HTML that loads and runs nothing. All that was said by others is text.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/evidence.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

/// Raised with every change of what the pages say: pages of another version are not compared word for word.
inline constexpr int kEvidencePagesVersion = 1;
inline constexpr const char *kEvidenceLanguages[] = {"fr", "en"};

struct SaidEntry {
    EvidenceEntry entry;
    EvidenceContent said;
};
/// An item of the export with what is known of it, oldest first.
using SaidItem = std::vector<SaidEntry>;

struct EvidenceBook {
    std::vector<SaidItem> items;         ///< in the order of their first entry
    std::vector<SaidEntry> erasures;
    EvidenceHead head;
    std::string zone;
    int leftOut = 0;
};

/// Untrusted text in a page: markup, control characters and those that turn the reading direction are only shown.
[[nodiscard]] std::string pageText(std::string_view text);
[[nodiscard]] std::string entryFile(std::int64_t number);           ///< "entries/000001.json"
/// "media/<hash>.png"; the ending is from a closed list, whatever the server said.
[[nodiscard]] std::string mediaFile(const std::string &hash, const std::string &mime);
/// All pages and readable files one after another, always in the same order: index.html, fr/index.html, fr/item-000001.html ...
/// LISEZ-MOI.txt, README.txt, verify.sh. `page` answers false to stop; then so does this.
bool eachEvidencePage(const EvidenceBook &book, const std::function<bool(const std::string &name, const std::string &text)> &page);

} // namespace vigie::insight
