// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/same_post.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

namespace vigie::plan {

std::string comparableText(std::string_view text)
{
    const auto rich = text::fromPlain(text);
    std::string words;
    std::size_t at = 0;
    for (const auto &span : rich.spans) {
        if (span.kind != TextSpan::Kind::Link && span.kind != TextSpan::Kind::Mention)
            continue;
        words.append(rich.text, at, span.begin - at);
        words += ' ';
        at = span.end;
    }
    words.append(rich.text, at, std::string::npos);
    const auto folded = text::fold(words);
    return folded.empty() ? rich.text : folded;
}

bool isSamePost(const connect::OwnPost &post, const Sought &sought)
{
    return post.inReplyTo == sought.inReplyTo && post.mediaCount == static_cast<int>(sought.media)
           && post.at >= sought.startedAt - kClockSkew && comparableText(post.text) == comparableText(sought.text);
}

} // namespace vigie::plan
