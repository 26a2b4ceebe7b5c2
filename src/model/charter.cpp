// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/charter.hpp>

#include <algorithm>

namespace vigie {

const char *toString(CharterCheckKind kind) noexcept
{
    switch (kind) {
    case CharterCheckKind::Forbidden: return "forbidden";
    case CharterCheckKind::Required: return "required";
    case CharterCheckKind::Address: return "address";
    case CharterCheckKind::Emoji: return "emoji";
    case CharterCheckKind::Capitals: return "capitals";
    case CharterCheckKind::Links: return "links";
    case CharterCheckKind::Answerer: return "answerer";
    case CharterCheckKind::Delay: return "delay";
    }
    return "";
}

std::optional<CharterCheckKind> charterCheckKindFrom(std::string_view name) noexcept
{
    for (const auto kind : kCharterCheckKinds)
        if (name == toString(kind))
            return kind;
    return std::nullopt;
}

const CharterArticle *Charter::article(int number) const
{
    const auto found = std::find_if(articles.begin(), articles.end(), [number](const CharterArticle &one) { return one.number == number; });
    return found != articles.end() ? &*found : nullptr;
}

} // namespace vigie
