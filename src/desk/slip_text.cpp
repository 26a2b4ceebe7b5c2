// SPDX-License-Identifier: GPL-3.0-or-later
// A slip in words: the template of its service, filled. Values are put in once and never read again, so that what a member
// wrote cannot name another place of the template.
#include <vigie/desk/slip.hpp>

#include "desk/markdown.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace vigie::desk {

namespace {

constexpr std::array<std::string_view, 8> kPlaces{"question", "context", "link", "media", "due", "code", "service", "sender"};

constexpr std::array<const char *, 12> kMonthsFr{"janvier", "f\xc3\xa9vrier", "mars", "avril", "mai", "juin", "juillet", "ao\xc3\xbbt", "septembre", "octobre", "novembre",
                                                 "d\xc3\xa9" "cembre"};
constexpr std::array<const char *, 12> kMonthsEn{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

constexpr const char *kTemplateFr = "Bonjour,\n\n{question}\n\nR\xc3\xa9ponse souhait\xc3\xa9" "e avant le {due}.\n"
                                    "Pour r\xc3\xa9pondre, il suffit de r\xc3\xa9pondre \xc3\xa0 ce message : le code {code} la ram\xc3\xa8ne \xc3\xa0 sa place.\n\n"
                                    "{context}\n\n{link}\n\n{media}\n\n{sender}";
constexpr const char *kTemplateEn = "Hello,\n\n{question}\n\nAn answer is needed before {due}.\n"
                                    "To answer, simply reply to this message: the code {code} brings it back to its place.\n\n"
                                    "{context}\n\n{link}\n\n{media}\n\n{sender}";

bool isFrench(std::string_view lang)
{
    return lang == "fr";
}

/// Each line of `text` behind `mark`: it is no quotation of a mail, which would be folded away as history.
std::string marked(const std::string &text, std::string_view mark)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out += (out.empty() ? "" : "\n") + std::string(mark) + text.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

std::string contextOf(const Slip &slip)
{
    std::string out;
    for (const auto &line : slip.lines) {
        out += (out.empty() ? "" : "\n\n") + line.who;
        if (line.at != Instant{})
            out += ", " + timeInWords(line.at, slip.department.lang, slip.zone);
        out += (isFrench(slip.department.lang) ? " :\n" : ":\n") + marked(line.text, "| ");
    }
    return out;
}

std::string mediaOf(const Slip &slip)
{
    std::string out;
    for (const auto &one : slip.media)
        out += (out.empty() ? "- " : "\n- ") + one;
    return out;
}

/// Calls `text` for what stands between places, and `place` for each of them.
void walk(std::string_view source, const std::function<void(std::string_view)> &text, const std::function<void(std::string_view)> &place)
{
    for (std::size_t at = 0; at < source.size();) {
        const auto open = source.find('{', at);
        const auto close = open == std::string_view::npos ? open : source.find('}', open);
        if (close == std::string_view::npos) {
            text(source.substr(at));
            return;
        }
        text(source.substr(at, open - at));
        place(source.substr(open + 1, close - open - 1));
        at = close + 1;
    }
}

/// No more than one blank line in a row, none at the ends: places that are empty leave no hole.
std::string tidied(const std::string &text)
{
    std::string out;
    int blank = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            ++blank;
            continue;
        }
        if (!out.empty())
            out += blank > 0 ? "\n\n" : "\n";
        blank = 0;
        out += line;
    }
    return out;
}

/// An address that is plainly one becomes a link; anything else is text.
std::string linkMarkdown(const std::string &url)
{
    const bool web = url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>'; });
    return web && plain ? "<" + url + ">" : escapedMarkdown(url);
}

} // namespace

std::string timeInWords(Instant at, std::string_view lang, const std::string &zone)
{
    const auto wall = toWall(at, zone);
    if (!wall)
        return toRfc3339(at);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto month = static_cast<std::size_t>(wall->month - 1);
    const auto day = std::to_string(wall->day), year = std::to_string(wall->year), clock = two(wall->hour) + ":" + two(wall->minute);
    if (isFrench(lang))
        return (wall->day == 1 ? std::string("1er") : day) + " " + kMonthsFr[month] + " " + year + " \xc3\xa0 " + clock;
    return day + " " + kMonthsEn[month] + " " + year + ", " + clock;
}

std::string builtinTemplate(std::string_view lang)
{
    return isFrench(lang) ? kTemplateFr : kTemplateEn;
}

Result<void> checkTemplate(std::string_view text)
{
    std::string unknown;
    bool asks = false;
    walk(text, [](std::string_view) {}, [&](std::string_view place) {
        asks = asks || place == "question";
        if (std::find(kPlaces.begin(), kPlaces.end(), place) == kPlaces.end() && unknown.empty())
            unknown = "template: {" + std::string(place) + "} is not known";
    });
    if (!unknown.empty())
        return fail(Errc::InvalidInput, unknown);
    if (!asks)
        return fail(Errc::InvalidInput, "template: {question} is missing");
    return {};
}

std::string slipText(const Slip &slip, const std::string &code)
{
    const std::array<std::string, kPlaces.size()> values{slip.question, contextOf(slip), slip.permalink, mediaOf(slip),
                                                         timeInWords(slip.dueAt, slip.department.lang, slip.zone), code, slip.department.name(slip.department.lang),
                                                         slip.sender};
    std::string out;
    walk(slip.department.slip.empty() ? builtinTemplate(slip.department.lang) : slip.department.slip, [&](std::string_view text) { out += text; },
         [&](std::string_view place) {
             const auto found = std::find(kPlaces.begin(), kPlaces.end(), place);
             if (found != kPlaces.end())
                 out += values[static_cast<std::size_t>(found - kPlaces.begin())];
         });
    return tidied(out);
}

std::string slipMarkdown(const Slip &slip, const std::string &code)
{
    const bool french = isFrench(slip.department.lang);
    const auto field = [&](const char *fr, const char *en, const std::string &value) {
        return value.empty() ? std::string() : std::string("- **") + (french ? fr : en) + "** " + value + "\n";
    };
    std::string out = "# " + escapedMarkdown(code + " " + slip.subject) + "\n\n" + escapedMarkdown(slip.question) + "\n\n";
    out += field("Service :", "Service:", escapedMarkdown(slip.department.name(slip.department.lang)));
    out += field("R\xc3\xa9ponse avant le :", "Answer before:", timeInWords(slip.dueAt, slip.department.lang, slip.zone));
    out += field("Lien :", "Link:", linkMarkdown(slip.permalink));
    for (const auto &one : slip.media)
        out += field("M\xc3\xa9" "dia :", "Media:", escapedMarkdown(one));
    for (const auto &line : slip.lines)
        out += "\n**" + escapedMarkdown(line.who) + "**, " + timeInWords(line.at, slip.department.lang, slip.zone) + "\n\n" + marked(escapedMarkdown(line.text), "> ") + "\n";
    return out;
}

std::string slipJson(const Slip &slip, const std::string &code)
{
    auto lines = nlohmann::json::array();
    for (const auto &line : slip.lines)
        lines.push_back({{"who", line.who}, {"at", toRfc3339(line.at)}, {"text", line.text}, {"ours", line.ours}});
    const nlohmann::json out{{"code", code}, {"service", slip.department.name(slip.department.lang)}, {"subject", slip.subject}, {"question", slip.question},
                             {"due", toRfc3339(slip.dueAt)}, {"link", slip.permalink}, {"media", slip.media}, {"context", lines}, {"ticket", slip.ticket.value},
                             {"sender", slip.sender}};
    return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string reminderSubject(const Department &department, const std::string &subject)
{
    return (isFrench(department.lang) ? "Rappel : " : "Reminder: ") + subject;
}

std::string reminderText(const Department &department, const Question &question, const Passing &passing, const std::string &zone, const std::string &code)
{
    const auto due = timeInWords(passing.dueAt, department.lang, zone), asked = timeInWords(passing.askedAt, department.lang, zone);
    const auto first = isFrench(department.lang)
                           ? "Bonjour,\n\nLa question ci-dessous, envoy\xc3\xa9" "e le " + asked + ", attend encore sa r\xc3\xa9ponse (souhait\xc3\xa9" "e avant le " + due +
                                 ").\nIl suffit de r\xc3\xa9pondre \xc3\xa0 ce message : le code " + code + " la ram\xc3\xa8ne \xc3\xa0 sa place."
                           : "Hello,\n\nThe question below, sent on " + asked + ", still waits for its answer (needed before " + due +
                                 ").\nSimply reply to this message: the code " + code + " brings the answer back to its place.";
    return first + "\n\n" + marked(question.text, "| ");
}

} // namespace vigie::desk
