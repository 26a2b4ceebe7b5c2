// SPDX-License-Identifier: GPL-3.0-or-later
// A file of answers to surveys: first as a trial that changes nothing, then for good, each answer once however often the file comes.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/connect/survey_file.hpp>
#include <vigie/store/surveys.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::intake {

struct SurveyFault {
    std::int64_t line = 0;
    std::string reason;                  ///< of SurveyLine::fault, "future" or "no-ticket" (the workspace has no such conversation)
    std::string excerpt;
};
struct SurveyTrial {
    std::int64_t lines = 0, fresh = 0, known = 0; ///< fresh: would be taken; known: are here already
    std::vector<SurveyFault> faults;     ///< the others, by line
    std::vector<SurveyAnswer> answers; ///< the fresh ones
};
Result<SurveyTrial> trySurveys(store::Tx &tx, const connect::SurveyFile &file);
/// `name`: of the file, without folders. The batch has number 0 where nothing was new.
Result<store::SurveyBatch> takeSurveys(store::Tx &tx, const connect::SurveyFile &file, const std::string &name);

} // namespace vigie::intake
