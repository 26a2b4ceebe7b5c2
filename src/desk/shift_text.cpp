// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet in words, in either language, whoever made it.
#include <vigie/desk/shift_sheet.hpp>

#include "desk/markdown.hpp"

#include <vigie/desk/slip.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::size_t kLongestText = 160; // bytes

struct Words {
    const char *title, *since, *by, *counts[3], *parts[5], *nothing, *late, *messages, *due, *reminded, *targets[3], *answer;
};
constexpr Words kEnglish{"Shift sheet", "since", "by", {"arrived", "answered", "closed"},
                         {"Waiting too long", "Promised", "Hot conversations", "Waiting inside the house", "Planned in the next 24 hours"},
                         "nothing", "late", "messages", "due", "reminded", {"first answer", "next answer", "resolution"}, "answer"};
constexpr Words kFrench{"Feuille de passation", "depuis le", "par", {"arriv\xc3\xa9s", "r\xc3\xa9pondus", "clos"},
                        {"Attendent trop longtemps", "Promis", "Conversations chaudes", "En attente dans la maison", "Pr\xc3\xa9vu dans les 24 heures"},
                        "rien", "en retard", "messages", "pour le", "relanc\xc3\xa9", {"premi\xc3\xa8re r\xc3\xa9ponse", "r\xc3\xa9ponse suivante", "r\xc3\xa9solution"}, "r\xc3\xa9ponse"};

/// One line of it, cut at a whole character.
std::string brief(const std::string &text)
{
    std::string out = text;
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    if (out.size() <= kLongestText)
        return out;
    auto cut = kLongestText;
    while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xc0U) == 0x80)
        --cut;
    return out.substr(0, cut) + "\xe2\x80\xa6";
}

std::string lineText(const ShiftLine &line, const Words &words, std::string_view lang, const std::string &zone)
{
    const auto when = timeInWords(line.at, lang, zone);
    std::string out = "- ";
    switch (line.part) {
    case ShiftPart::Late: out += std::string(line.promise ? words.targets[static_cast<std::size_t>(*line.promise)] : words.answer) + " " + words.due + " " + when; break;
    case ShiftPart::Promised:
    case ShiftPart::Inside: out += std::string(words.due) + " " + when; break;
    case ShiftPart::Hot: out += std::to_string(line.count) + " " + words.messages; break;
    case ShiftPart::Planned: out += when; break;
    }
    if (line.late && line.part != ShiftPart::Late)
        out += std::string(" (") + words.late + ")";
    if (line.part == ShiftPart::Inside && line.count > 0)
        out += std::string(", ") + words.reminded + " " + std::to_string(line.count) + "\xc2\xa0\xc3\x97";
    if (!line.who.empty())
        out += ", " + escapedMarkdown(brief(line.who));
    if (!line.owner.empty())
        out += " [" + escapedMarkdown(brief(line.owner)) + "]";
    out += lang == "fr" ? " : " : ": ";
    return out + escapedMarkdown(brief(line.text)) + "\n";
}

} // namespace

std::string shiftText(const ShiftSheet &sheet, std::string_view lang)
{
    const auto &words = lang == "fr" ? kFrench : kEnglish;
    std::string out = std::string("# ") + words.title + ", " + timeInWords(sheet.made, lang, sheet.zone) + "\n\n";
    out += std::string(words.since) + " " + timeInWords(sheet.since, lang, sheet.zone);
    if (!sheet.person.empty())
        out += std::string(", ") + words.by + " " + escapedMarkdown(sheet.person);
    out += "\n\n";
    const int counts[] = {sheet.arrived, sheet.answered, sheet.closed};
    for (int i = 0; i < 3; ++i)
        out += (i == 0 ? "" : ", ") + std::to_string(counts[i]) + " " + words.counts[i];
    out += "\n";
    for (const auto part : kShiftParts) {
        out += std::string("\n## ") + words.parts[static_cast<std::size_t>(part)] + "\n\n";
        bool any = false;
        for (const auto &line : sheet.lines) {
            if (line.part != part)
                continue;
            any = true;
            out += lineText(line, words, lang, sheet.zone);
        }
        if (!any)
            out += std::string(words.nothing) + "\n";
    }
    return out;
}

} // namespace vigie::desk
