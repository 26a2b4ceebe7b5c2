// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a site for answers to reviews (resources/charter/review_sites.json): one answer, no quotation of the review, nothing
// personal, no offer, no word of fraud. What is found is shown with its sentence; whoever writes decides, but for what the site refuses.
// Thread: pure functions; reviewSiteMarks() inside a store job. Errors: Storage....
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

enum class SiteRule : std::uint8_t { OneResponse, Quotation, PersonalData, Contact, Offer, Accusation, Link, Length };
[[nodiscard]] const char *toString(SiteRule rule) noexcept; ///< "one_response", "quotation", ...

/// What is known of the review that is answered.
struct ReviewFacts {
    std::string text;                    ///< title and text
    std::string author;                  ///< name, failing that the handle
    int answers = 0;                     ///< of ours, there already or on their way
};

struct SiteMark {
    SiteRule rule = SiteRule::Quotation;
    bool blocks = false;                 ///< the site takes such an answer down, or does not take it at all
    std::uint32_t begin = 0, end = 0;    ///< UTF-8 byte range in the answer; empty: about the whole
    std::string found;                   ///< the words there
    std::string sentence;                ///< that they stand in
    int limit = 0;                       ///< Length: characters
};

/// "tripadvisor", "google" ... by the network, failing that by the name a file gives it, or the address of the review; empty: a site without rules of its own.
[[nodiscard]] std::string reviewSiteOf(const Item &review);
/// In the order of the text; what is about the whole comes first. `language` empty: told from the text.
[[nodiscard]] std::vector<SiteMark> checkSiteAnswer(std::string_view site, std::string_view answer, std::string_view language, const ReviewFacts &facts);
/// The same for an answer to an item of the workspace; nothing for what is no review.
Result<std::vector<SiteMark>> reviewSiteMarks(store::Tx &tx, ItemId review, std::string_view answer, std::string_view language);

} // namespace vigie::desk
