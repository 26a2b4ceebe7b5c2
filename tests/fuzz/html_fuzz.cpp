// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the HTML of a post: read alike by both readers, never a crash, never a range outside the text, never a link that
// runs something.
#include "fuzz/text_soundness.hpp"

#include "text/html_simple.hpp"

using namespace vigie;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const text::HtmlContext context{"https://social.example/@a/1", {{"blobcat", "https://social.example/blobcat.png"}, {"x", "https://social.example/x.png"}}};
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const auto rich = text::fromHtml(input, context);
    fuzz::requireSound(rich);
    if (const auto clean = text::cleanUtf8(input); clean.size() < (4U << 20) && clean.find_first_of("<&") != std::string::npos) {
        const auto any = text::readAnyHtml(clean, context);
        fuzz::require(rich.text == any.text && rich.spans == any.spans, "simple markup is read as libxml2 reads it");
    }
    fuzz::require(rich.text.find("\n\n\n") == std::string::npos, "never two blank lines in a row");
    fuzz::require(rich.text.empty() || (rich.text.back() != '\n' && rich.text.back() != ' '), "the end is trimmed");
    fuzz::requireSound(text::fromPlain(input));
    return 0;
}
