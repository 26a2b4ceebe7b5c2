// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/answer_import.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/store/answers.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace vigie::desk {

namespace {

using What = ImportStep::What;

std::vector<std::string> pieces(std::string_view text, std::string_view separators)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (const auto piece = trimmed(text.substr(0, end)); !piece.empty())
            out.emplace_back(piece);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// "name=order: the number on the parcel; colour"
std::optional<std::vector<AnswerVariable>> variablesOf(const std::string &cell)
{
    std::vector<AnswerVariable> out;
    for (const auto &piece : pieces(cell, ";")) {
        AnswerVariable variable;
        const auto equals = piece.find('=');
        variable.name = std::string(trimmed(piece.substr(0, equals)));
        if (variable.name.empty())
            return std::nullopt;
        if (equals != std::string::npos) {
            const auto rest = piece.substr(equals + 1);
            const auto colon = rest.find(':');
            const auto source = text::fold(rest.substr(0, colon));
            const auto found = std::find_if(kVariableSources.begin(), kVariableSources.end(), [&source](const auto &known) { return source == known.second; });
            if (found == kVariableSources.end())
                return std::nullopt;
            variable.source = found->first;
            if (colon != std::string::npos)
                variable.meaning = std::string(trimmed(rest.substr(colon + 1)));
        }
        out.push_back(std::move(variable));
    }
    return out;
}

std::optional<IsoDay> dayFrom(const std::string &cell)
{
    if (cell.empty())
        return IsoDay{};
    auto day = cell;
    if (day.size() == 10 && day[2] == '/' && day[5] == '/')
        day = day.substr(6) + "-" + day.substr(3, 2) + "-" + day.substr(0, 2);
    return day.size() == 10 && parseWallTime(day + "T00:00:00") ? std::optional(day) : std::nullopt;
}

/// Puts a cell into the text; a reason when it cannot be.
std::string put(AnswerText &text, AnswerField field, const std::string &cell)
{
    switch (field) {
    case AnswerField::Keyword: text.keyword = cell; break;
    case AnswerField::Title: text.title = cell; break;
    case AnswerField::French: text.french = cell; break;
    case AnswerField::English: text.english = cell; break;
    case AnswerField::Owner: text.owner = cell; break;
    case AnswerField::Service: text.service = cell; break;
    case AnswerField::Tags: text.tags = pieces(cell, ",;"); break;
    case AnswerField::Variables: {
        auto variables = variablesOf(cell);
        if (!variables)
            return "variables";
        text.variables = std::move(*variables);
        break;
    }
    case AnswerField::ValidFrom:
    case AnswerField::ValidUntil: {
        const auto day = dayFrom(cell);
        if (!day)
            return "date";
        (field == AnswerField::ValidFrom ? text.validFrom : text.validUntil) = *day;
        break;
    }
    }
    return {};
}

std::vector<AnswerField> differences(const AnswerText &a, const AnswerText &b)
{
    std::vector<AnswerField> out;
    const auto note = [&out](AnswerField field, bool differs) {
        if (differs)
            out.push_back(field);
    };
    note(AnswerField::Keyword, a.keyword != b.keyword);
    note(AnswerField::Title, a.title != b.title);
    note(AnswerField::French, a.french != b.french);
    note(AnswerField::English, a.english != b.english);
    note(AnswerField::Variables, a.variables != b.variables);
    note(AnswerField::ValidFrom, a.validFrom != b.validFrom);
    note(AnswerField::ValidUntil, a.validUntil != b.validUntil);
    note(AnswerField::Owner, a.owner != b.owner);
    note(AnswerField::Service, a.service != b.service);
    note(AnswerField::Tags, a.tags != b.tags);
    return out;
}

std::string faultOf(const AnswerText &text)
{
    if (text.french.empty() && text.english.empty())
        return "no-text";
    return !text.validFrom.empty() && !text.validUntil.empty() && text.validUntil < text.validFrom ? "validity" : "";
}

ImportStep stepOf(const AnswerRow &row, const std::unordered_map<std::string, const Answer *> &library)
{
    ImportStep step;
    step.line = row.line;
    step.reason = row.fault;
    for (const auto &[field, cell] : row.cells)
        if (field == AnswerField::Keyword)
            step.keyword = cell;
    if (!step.reason.empty())
        return step;
    const auto key = text::fold(step.keyword);
    if (key.empty()) {
        step.reason = "no-keyword";
        return step;
    }
    const auto known = library.find(key);
    const auto *before = known == library.end() ? nullptr : known->second;
    if (before != nullptr) {
        step.answer = before->id;
        step.text = before->text;
    }
    for (const auto &[field, cell] : row.cells)
        if (step.reason.empty())
            step.reason = put(step.text, field, cell);
    if (step.reason.empty())
        step.reason = faultOf(step.text);
    if (!step.reason.empty())
        return step;
    if (before != nullptr)
        step.changed = differences(before->text, step.text);
    step.what = before == nullptr ? What::Add : step.changed.empty() ? What::Same : What::Change;
    return step;
}

} // namespace

int ImportPlan::count(ImportStep::What what) const
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(), [what](const ImportStep &step) { return step.what == what; }));
}

ImportPlan planImport(std::span<const Answer> library, std::span<const AnswerRow> rows)
{
    std::unordered_map<std::string, const Answer *> known;
    for (const auto &answer : library)
        if (!answer.removedAt)
            known.emplace(text::fold(answer.text.keyword), &answer);
    std::unordered_map<std::string, std::int64_t> seen;
    ImportPlan plan;
    for (const auto &row : rows) {
        auto step = stepOf(row, known);
        if (step.what != What::Skip && !seen.emplace(text::fold(step.keyword), step.line).second) {
            step.what = What::Skip; // the first line of a keyword counts
            step.reason = "twice";
            step.changed.clear();
        }
        plan.steps.push_back(std::move(step));
    }
    return plan;
}

Result<ImportPlan> applyImport(store::Tx &tx, std::span<const AnswerRow> rows, const std::string &who)
{
    store::Answers answers(tx);
    VIGIE_TRY(const auto library, answers.all());
    auto plan = planImport(library, rows);
    VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer_import"));
    for (auto &step : plan.steps)
        if (step.what == What::Add || step.what == What::Change) {
            VIGIE_TRY(step.answer, answers.save(step.answer, step.text, who));
        }
    return plan;
}

} // namespace vigie::desk
