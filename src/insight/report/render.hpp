// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a report, each the bytes of a file.
// Thread: pure (the PDF and the spreadsheet ask libraries). Errors: Internal (a library said no), Cancelled.
#pragma once

#include "insight/report/words.hpp"

#include <stop_token>

namespace vigie::insight {

[[nodiscard]] std::string reportHtml(const Report &report, const ReportWords &words);
Result<std::string> reportPdf(const Report &report, const ReportWords &words, const std::stop_token &stop);
/// RFC 4180; French files part cells with ';' and write a decimal comma, as spreadsheets there read them.
[[nodiscard]] std::string reportCsv(const Report &report, const ReportWords &words);
Result<std::string> reportXlsx(const Report &report, const ReportWords &words);
Result<std::string> reportOds(const Report &report, const ReportWords &words);
[[nodiscard]] std::string reportText(const Report &report, const ReportWords &words);

} // namespace vigie::insight
