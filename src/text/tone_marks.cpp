// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_marks.hpp>

#include <cstddef>

namespace vigie::text {

namespace {

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

void lookForFace(std::string_view text, std::size_t at, ToneMarks &marks)
{
    auto mouth = at + 1;
    const auto is = [&](char c) { return mouth < text.size() && text[mouth] == c; };
    const bool tear = is('\'');
    if (tear)
        ++mouth;
    if (is('-'))
        ++mouth;
    marks.frown = marks.frown || is('(') || is('[') || (text[at] == ':' && is('/') && !text.substr(mouth).starts_with("//"));
    marks.smile = marks.smile || (!tear && (is(')') || is('D') || is(']') || is('p') || is('P')));
}

void lookAt(std::string_view text, std::size_t at, ToneMarks &marks)
{
    switch (text[at]) {
    case '!': ++marks.bangs; break;
    case '?': marks.question = true; break;
    case '#': ++marks.hashtags; break;
    case '@': ++marks.names; break;
    case '"': ++marks.quotes; break;
    case '.': marks.dots = marks.dots || text.substr(at, 3) == "..."; break;
    case '\xE2': marks.dots = marks.dots || text.substr(at, 3) == "\xE2\x80\xA6"; break;
    case '\xC2': marks.quotes += text.substr(at, 2) == "\xC2\xAB" || text.substr(at, 2) == "\xC2\xBB" ? 1 : 0; break;
    case ':':
    case ';':
    case '=': lookForFace(text, at, marks); break;
    case '<': marks.smile = marks.smile || text.substr(at, 2) == "<3"; break;
    case '^': marks.smile = marks.smile || text.substr(at, 2) == "^^"; break;
    default: break;
    }
}

} // namespace

ToneMarks toneMarks(std::string_view text)
{
    ToneMarks marks;
    int capitals = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (lower(c) || c == ' ')
            marks.letters += c == ' ' ? 0 : 1;
        else if (upper(c)) {
            ++marks.letters;
            ++capitals;
        } else if (digit(c))
            ++marks.digits;
        else
            lookAt(text, at, marks);
    }
    marks.shouting = capitals * 2 > marks.letters;
    marks.irony = text.ends_with(" /s");
    return marks;
}

} // namespace vigie::text
