// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/formula_value.hpp>

namespace vigie::insight {

Result<Figure> WorkspaceFigures::figure(const std::string &key, const FigureScope &scope, const Period &period)
{
    return reader_.read(key, scope, period);
}

Result<std::vector<Figure>> WorkspaceFigures::days(const std::string &key, const FigureScope &scope, const Period &period)
{
    VIGIE_TRY(auto series, reader_.series(key, scope, period, Bucket::Day));
    if (series.lines.size() != 1)
        return std::vector<Figure>(); // nothing in any day
    return std::move(series.lines.front().points);
}

} // namespace vigie::insight
