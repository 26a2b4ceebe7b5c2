// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/answers_row.hpp"

#include "store/undo.hpp"

#include <vigie/text/fold.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json variablesJson(const std::vector<AnswerVariable> &variables)
{
    auto out = Json::array();
    for (const auto &one : variables)
        out.push_back({{"name", one.name}, {"meaning", one.meaning}, {"source", kVariableSources[static_cast<std::size_t>(one.source)].second}});
    return out;
}

std::vector<AnswerVariable> variablesFrom(const Json &list)
{
    std::vector<AnswerVariable> out;
    if (!list.is_array())
        return out;
    for (const auto &one : list) {
        if (!one.is_object())
            continue;
        AnswerVariable variable;
        variable.name = one.value("name", std::string());
        variable.meaning = one.value("meaning", std::string());
        const auto source = one.value("source", std::string());
        const auto found = std::find_if(kVariableSources.begin(), kVariableSources.end(), [&source](const auto &known) { return source == known.second; });
        variable.source = found == kVariableSources.end() ? AnswerVariable::Source::Ask : found->first;
        out.push_back(std::move(variable));
    }
    return out;
}

std::vector<std::string> wordsFrom(const Json &list)
{
    std::vector<std::string> out;
    if (list.is_array())
        for (const auto &one : list)
            if (one.is_string())
                out.push_back(one.get<std::string>());
    return out;
}

Json jsonOf(const AnswerText &text)
{
    return {{"keyword", text.keyword}, {"title", text.title}, {"fr", text.french}, {"en", text.english}, {"variables", variablesJson(text.variables)},
            {"from", text.validFrom}, {"until", text.validUntil}, {"owner", text.owner}, {"service", text.service}, {"tags", text.tags}};
}

AnswerText textOf(const Json &json)
{
    AnswerText text;
    if (!json.is_object())
        return text;
    const auto word = [&json](const char *key) { return json.value(key, std::string()); };
    text.keyword = word("keyword");
    text.title = word("title");
    text.french = word("fr");
    text.english = word("en");
    text.validFrom = word("from");
    text.validUntil = word("until");
    text.owner = word("owner");
    text.service = word("service");
    text.variables = variablesFrom(json.value("variables", Json::array()));
    text.tags = wordsFrom(json.value("tags", Json::array()));
    return text;
}

Answer answerFrom(AnswerId id, const std::string &image)
{
    const auto json = Json::parse(image, nullptr, false);
    Answer answer;
    answer.id = id;
    if (!json.is_object())
        return answer;
    answer.text = textOf(json.value("text", Json::object()));
    answer.createdAt = fromMicros(json.value("created", std::int64_t{0}));
    answer.changedAt = fromMicros(json.value("changed", std::int64_t{0}));
    answer.version = json.value("version", 1);
    if (const auto removed = json.value("removed", std::int64_t{0}); removed != 0)
        answer.removedAt = fromMicros(removed);
    return answer;
}

struct Recorded {
    AnswerId answer;
    std::optional<std::string> before, after;
};
std::vector<Recorded> recordedAnswers(Session &session, ChangeSetId id)
{
    std::vector<Recorded> out;
    session.each<AnswerId, std::optional<std::string>, std::optional<std::string>>(
        "SELECT row_id, before_json, after_json FROM change_row WHERE change_set_id=? AND kind=?", binds(id, kAnswerChange),
        [&](AnswerId answer, std::optional<std::string> before, std::optional<std::string> after) { out.push_back({answer, std::move(before), std::move(after)}); });
    return out;
}

} // namespace

std::vector<Answer> loadAnswers(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Answer> out;
    session.each<AnswerId, std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string, Instant, Instant,
                 int, std::optional<Instant>>(
        "SELECT id, keyword, title, text_fr, text_en, variables_json, valid_from, valid_until, owner, service, tags_json, created_at, changed_at, version, removed_at"
        " FROM answer" + where,
        std::move(values),
        [&](AnswerId id, std::string keyword, std::string title, std::string french, std::string english, const std::string &variables, std::string from, std::string until,
            std::string owner, std::string service, const std::string &tags, Instant created, Instant changed, int version, std::optional<Instant> removed) {
            Answer answer;
            answer.id = id;
            answer.text = {std::move(keyword), std::move(title), std::move(french), std::move(english), variablesFrom(Json::parse(variables, nullptr, false)),
                           std::move(from), std::move(until), std::move(owner), std::move(service), wordsFrom(Json::parse(tags, nullptr, false))};
            answer.createdAt = created;
            answer.changedAt = changed;
            answer.version = version;
            answer.removedAt = removed;
            out.push_back(std::move(answer));
        });
    return out;
}

std::optional<std::string> answerImage(Session &session, AnswerId id)
{
    const auto found = loadAnswers(session, " WHERE id=?", binds(id));
    if (found.empty())
        return std::nullopt;
    const auto &answer = found.front();
    return dumped({{"text", jsonOf(answer.text)}, {"created", toMicros(answer.createdAt)}, {"changed", toMicros(answer.changedAt)}, {"version", answer.version},
                   {"removed", answer.removedAt ? toMicros(*answer.removedAt) : 0}});
}

void writeAnswer(Session &session, const Answer &answer)
{
    const auto &text = answer.text;
    session.exec("INSERT INTO answer(id, keyword, keyword_folded, title, text_fr, text_en, variables_json, valid_from, valid_until, owner, service, tags_json, created_at,"
                 " changed_at, version, removed_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET keyword=excluded.keyword,"
                 " keyword_folded=excluded.keyword_folded, title=excluded.title, text_fr=excluded.text_fr, text_en=excluded.text_en, variables_json=excluded.variables_json,"
                 " valid_from=excluded.valid_from, valid_until=excluded.valid_until, owner=excluded.owner, service=excluded.service, tags_json=excluded.tags_json,"
                 " changed_at=excluded.changed_at, version=excluded.version, removed_at=excluded.removed_at",
                 answer.id ? std::optional(answer.id) : std::nullopt, text.keyword, text::fold(text.keyword), text.title, text.french, text.english,
                 dumped(variablesJson(text.variables)), text.validFrom, text.validUntil, text.owner, text.service, dumped(Json(text.tags)), answer.createdAt, answer.changedAt,
                 answer.version, answer.removedAt);
}

std::string answerTextJson(const AnswerText &text)
{
    return dumped(jsonOf(text));
}

AnswerText answerTextFrom(const std::string &json)
{
    return textOf(Json::parse(json, nullptr, false));
}

std::string valuesJson(const AnswerValues &values)
{
    auto out = Json::object();
    for (const auto &[name, value] : values)
        out[name] = value;
    return dumped(out);
}

AnswerValues valuesFrom(const std::string &json)
{
    AnswerValues out;
    const auto object = Json::parse(json, nullptr, false);
    if (object.is_object())
        for (const auto &[name, value] : object.items())
            if (value.is_string())
                out.emplace(name, value.get<std::string>());
    return out;
}

void recordAnswer(Tx &tx, AnswerId id, const std::optional<std::string> &before)
{
    RowChange change;
    change.kind = kAnswerChange;
    change.row = id.value;
    change.before = before;
    change.after = answerImage(tx.session(), id);
    recordRow(tx, change);
}

int answersChangedSince(Session &session, ChangeSetId id)
{
    int moved = 0;
    for (const auto &row : recordedAnswers(session, id)) {
        const bool used = !row.before && session.one<int>("SELECT 1 FROM answer_use WHERE answer_id=? LIMIT 1", row.answer).has_value();
        moved += used || answerImage(session, row.answer) != row.after ? 1 : 0;
    }
    return moved;
}

void restoreAnswers(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    const auto rows = recordedAnswers(session, id);
    // Keywords may have changed hands within the action: all go first, then all come back.
    for (const auto &row : rows)
        session.exec("UPDATE answer SET keyword_folded='' || id || ' ' WHERE id=?", row.answer);
    for (const auto &row : rows) {
        if (!row.before) {
            session.exec("DELETE FROM answer WHERE id=?", row.answer);
            continue;
        }
        const auto before = answerFrom(row.answer, *row.before);
        writeAnswer(session, before);
        session.exec("DELETE FROM answer_version WHERE answer_id=? AND number>?", row.answer, before.version);
    }
    tx.change().settings = tx.change().settings || !rows.empty();
}

} // namespace vigie::store
