// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/rule_stops.hpp>

#include "store/session.hpp"

namespace vigie::store {

namespace {

constexpr int kMostTold = 20;

} // namespace

Result<std::vector<RuleLogLine>> untoldStops(Tx &tx)
{
    VIGIE_TRY(const auto told, Rules(tx).seen({}, {})); // the mark of no rule is the person's
    auto &session = tx.session();
    return session.guard([&] {
        std::vector<RuleLogLine> out;
        session.each<std::int64_t, RuleId, std::string, int, Instant, std::string, std::string, std::string>(
            "SELECT id, rule_id, rule_name, version, at, moment, outcome, done FROM rule_log WHERE id>? AND outcome='capped' ORDER BY id DESC LIMIT ?", binds(told, kMostTold),
            [&](std::int64_t id, RuleId rule, std::string name, int version, Instant at, std::string moment, std::string outcome, std::string done) {
                out.push_back({id, rule, std::move(name), version, at, std::move(moment), {}, {}, std::move(outcome), std::move(done)});
            });
        return out;
    });
}

Result<void> setToldStops(Tx &tx, std::int64_t line)
{
    return Rules(tx).setSeen({}, {}, line);
}

} // namespace vigie::store
