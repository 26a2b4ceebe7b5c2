// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/query_words.hpp"

#include <vigie/store/queries.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace vigie::cli {

namespace {

constexpr std::array kLevels{"light", "medium", "heavy"};
struct Reason {
    const char *name, *sentence;
};
constexpr std::array kReasons{Reason{"leading-wildcard", "begins with a wildcard: every text is looked at"},
                              Reason{"short-beginning", "so short a beginning is that of very many words"},
                              Reason{"nothing-wanted", "nothing narrows the search: it only says what is not wanted, or what most have"},
                              Reason{"reads-texts", "the texts that may match are read one by one"},
                              Reason{"reads-items", "the mentions that may match are read whole, one by one"},
                              Reason{"many-terms", "has very many terms"},
                              Reason{"live", "is searched anew each time, because members, answers, quotes or the clock change the answer"},
                              Reason{"never-given", "is told by no network that Vigie reads: nothing matches"}};
constexpr std::array kShapes{"dropped", "nearly", "mended"};

const Reason &reasonOf(const text::QueryCost::Reason &reason) { return kReasons[static_cast<std::size_t>(reason.kind)]; }

std::string piece(const std::string &source, std::uint32_t begin, std::uint32_t end)
{
    return begin < end && end <= source.size() ? source.substr(begin, end - begin) : std::string();
}

/// Columns that the bytes before take on a terminal, near enough: one each character.
int columns(std::string_view text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

Result<SavedQuery> savedQuery(store::Tx &tx, const std::string &named)
{
    VIGIE_TRY(const auto all, store::Queries(tx).all());
    const auto first = [&all](auto is) { return std::find_if(all.begin(), all.end(), is); };
    auto found = first([&](const SavedQuery &query) { return std::to_string(query.id.value) == named; });
    if (found == all.end())
        found = first([&](const SavedQuery &query) { return query.name == named; });
    const auto wanted = text::compactName(named);
    if (found == all.end() && !wanted.empty())
        found = first([&](const SavedQuery &query) { return text::compactName(query.name) == wanted; });
    if (found != all.end())
        return *found;
    VIGIE_TRY(const auto ground, store::Queries(tx).context());
    const auto tried = text::parseAndBind("@" + wanted, ground); // knows which names are near
    const auto meant = wanted.empty() || tried ? std::string() : tried.error().suggestion;
    return fail(Errc::NotFound, "no saved query \"" + named + "\"" + (meant.empty() ? "" : "; did you mean \"" + meant + "\"?"));
}

std::string sourceOf(const std::string &typed)
{
    const auto begin = typed.find_first_not_of(" \t");
    return begin != std::string::npos && typed.substr(begin, typed.find_last_not_of(" \t") - begin + 1) == "*" ? std::string() : typed;
}

void pointAt(const std::string &source, const text::QueryError &error)
{
    const auto at = std::min<std::size_t>(error.position, source.size());
    const auto before = source.rfind('\n', at == 0 ? 0 : at - 1);
    const auto begin = at == 0 || before == std::string::npos ? 0 : before + 1;
    const auto line = source.substr(begin, source.find('\n', at) - begin);
    std::fprintf(stderr, "%s\n%*s^\n", line.c_str(), columns(std::string_view(source).substr(begin, at - begin)), "");
    if (error.fix)
        std::fprintf(stderr, "could be: %s\n", text::mended(source, error).c_str());
}

int failedQuery(const Context &context, const std::string &source, const text::QueryError &error)
{
    if (!context.json)
        pointAt(source, error);
    return context.failed(text::toError(error));
}

void printWarnings(const text::Query &query)
{
    if (query.mixedAndOr)
        std::printf("AND and OR stand side by side: AND binds first; parentheses make it plain.\n");
    if (query.softOperators)
        std::printf("and, or, not, et, ou, sauf are operators here, also in small letters; in quotes they are words.\n");
}

void printCost(const text::Query &query, const text::QueryCost &cost)
{
    std::printf("cost: %s (about %.1f %% of the mentions are looked at)\n", kLevels[static_cast<std::size_t>(cost.level)], cost.share * 100);
    for (const auto &reason : cost.reasons) {
        const auto part = piece(query.source, reason.begin, reason.end);
        std::printf("  %s: %s\n", part.empty() ? "it" : oneLine(part, 60).c_str(), reasonOf(reason).sentence);
    }
}

void printNotes(const text::QueryTranslation &translation)
{
    for (const auto &note : translation.notes) {
        const auto found = oneLine(note.found, 60);
        switch (note.shape) {
        case text::TranslationNote::Shape::Dropped: std::printf("left out: %s (nothing here says it)\n", found.c_str()); break;
        case text::TranslationNote::Shape::Nearly: std::printf("nearly: %s as %s\n", found.c_str(), oneLine(note.meant, 60).c_str()); break;
        case text::TranslationNote::Shape::Mended: std::printf("mended: %s as %s\n", found.c_str(), oneLine(note.meant, 60).c_str()); break;
        }
    }
}

nlohmann::json describe(const text::QueryError &error, const std::string &source)
{
    nlohmann::json out{{"fault", text::faultName(error.fault)}, {"position", error.position}, {"found", error.found}, {"suggestion", error.suggestion}};
    out["detail"] = text::toError(error).detail;
    if (error.fix)
        out["fix"] = {{"begin", error.fix->begin}, {"end", error.fix->end}, {"text", error.fix->text}, {"mended", text::mended(source, error)}};
    return out;
}

nlohmann::json describe(const text::Query &query, const text::QueryCost &cost)
{
    auto reasons = nlohmann::json::array();
    for (const auto &reason : cost.reasons)
        reasons.push_back({{"kind", reasonOf(reason).name}, {"begin", reason.begin}, {"end", reason.end}, {"part", piece(query.source, reason.begin, reason.end)}});
    return {{"level", kLevels[static_cast<std::size_t>(cost.level)]}, {"share", cost.share}, {"reasons", reasons}};
}

nlohmann::json describe(const text::QueryTranslation &translation)
{
    auto notes = nlohmann::json::array();
    for (const auto &note : translation.notes)
        notes.push_back({{"shape", kShapes[static_cast<std::size_t>(note.shape)]}, {"begin", note.begin}, {"end", note.end}, {"found", note.found}, {"meant", note.meant}});
    return {{"from", text::dialectName(translation.dialect)}, {"source", translation.source}, {"notes", notes}};
}

} // namespace vigie::cli
