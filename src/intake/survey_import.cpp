// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/survey_import.hpp>

#include <algorithm>
#include <set>

namespace vigie::intake {

Result<SurveyTrial> trySurveys(store::Tx &tx, const connect::SurveyFile &file)
{
    std::vector<std::string> marks;
    std::vector<TicketId> tickets;
    for (const auto &line : file.lines)
        if (line.fault.empty()) {
            marks.push_back(line.answer.mark);
            if (line.answer.ticket)
                tickets.push_back(line.answer.ticket);
        }
    store::Surveys surveys(tx);
    VIGIE_TRY(const auto known, surveys.known(marks));
    VIGIE_TRY(const auto there, surveys.there(tickets));
    const std::set<std::string> here(known.begin(), known.end());
    const std::set<TicketId> conversations(there.begin(), there.end());
    SurveyTrial out;
    for (const auto &line : file.lines) {
        ++out.lines;
        auto reason = line.fault;
        if (reason.empty() && line.answer.at > tx.now())
            reason = "future";
        if (reason.empty() && line.answer.ticket && conversations.count(line.answer.ticket) == 0)
            reason = "no-ticket";
        if (!reason.empty()) {
            out.faults.push_back({line.line, reason, line.excerpt});
        } else if (here.count(line.answer.mark) > 0) {
            ++out.known;
        } else {
            ++out.fresh;
            out.answers.push_back(line.answer);
        }
    }
    return out;
}

Result<store::SurveyBatch> takeSurveys(store::Tx &tx, const connect::SurveyFile &file, const std::string &name)
{
    VIGIE_TRY(auto trial, trySurveys(tx, file));
    return store::Surveys(tx).take(name, std::move(trial.answers));
}

} // namespace vigie::intake
